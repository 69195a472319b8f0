// The program in WebAssembly writes what the native one writes, byte for byte:
// node same.mjs CORE.mjs KHCT.wasm KHCT FOLDER PLAN... (from the project's directory; FOLDER is emptied).
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [core, wasm, khct, folder, ...plans] = process.argv.slice(2);
const { run } = await import(pathToFileURL(resolve(core)));
const module = new WebAssembly.Module(readFileSync(wasm));
const FORMS = ['html', 'docx', 'xlsx', 'latex', 'json', 'csv'], ENDING = { latex: 'tex' };
const ON = ['--on', '2025-03-20'];
let passed = 0, failed = 0;

function expect(good, text) {
    if (good)
        passed++;
    else {
        failed++;
        console.log(`not ok ${text}`);
    }
}

// what a plan may take in lies beside it or below
const files = new Map();
for (const place of new Set(plans.map(dirname)))
    for (const name of readdirSync(place, { recursive: true }))
        if (/\.(khct|json)$/.test(name))
            files.set(join(place, name), readFileSync(join(place, name)));

const same = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0;

function compare(words, shown) {
    const native = spawnSync(khct, words, { maxBuffer: 1 << 28 });
    const here = run(module, words, files);
    expect(native.status === here.status, `${shown}: status ${here.status}, native ${native.status}`);
    expect(same(native.stdout, here.out), `${shown}: standard output differs`);
    expect(native.stderr.toString() === here.err, `${shown}: remarks differ:\n${here.err}\nnative:\n${native.stderr}`);
}

for (const plan of plans)
    compare(['check', '--format', 'json', ...ON, plan], `check ${plan}`);

rmSync(folder, { recursive: true, force: true });

// every letter there is, also taken apart: the tables of letters are not those of the native program
mkdirSync(folder, { recursive: true });
const letters = join(folder, 'chu.khct'), lines = [];
for (let from = 0xa0; from < 0x20000; from += 400) {
    const line = Array.from({ length: 400 }, (_, i) => from + i).filter((c) => (c < 0xd800 || c > 0xf8ff) && (c & 0xfffe) !== 0xfffe).map((c) => String.fromCodePoint(c)).join('');
    lines.push(`  doan a${line};`, `  doan a${line.normalize('NFD')};`);
}
writeFileSync(letters, readFileSync('examples/thcs-mot-nam.khct', 'utf8').replace(/^phan mucdich <\n/m, (head) => `${head}${lines.join('\n')}\n`));
files.set(letters, readFileSync(letters));
expect(spawnSync(khct, ['build', '-q', '-t', 'json', '-o', '-', letters], { maxBuffer: 1 << 28 }).status === 0, 'letters: the plan of all letters is not built');
for (const words of [['check', '--format', 'json', letters], ['fmt', letters], ['build', '-q', '-t', 'json', '--compact', '-o', '-', letters]])
    compare(words, `letters: ${words[0]}`);

for (const form of FORMS) {
    // two plans of one name in different folders keep their folders
    const out = join(folder, form);
    mkdirSync(out, { recursive: true });
    spawnSync(khct, ['build', '-q', '-t', form, ...ON, '-o', out, ...plans], { stdio: 'ignore' });
    const written = new Map(readdirSync(out, { recursive: true }).map((name) => [name, join(out, name)]));
    for (const plan of plans) {
        const ending = ENDING[form] ?? form;
        const name = plan.replace(/\.khct$/, `.${ending}`);
        const found = [...written.keys()].find((key) => name.endsWith(`/${key}`) || name === key);
        const here = run(module, ['build', '-q', '-t', form, ...ON, '-o', `ra.${ending}`, plan], files);
        const bytes = here.files.get(`ra.${ending}`);
        expect((found === undefined) === (bytes === undefined), `${form} of ${plan}: ${bytes ? 'only here' : 'only native'}`);
        if (found !== undefined && bytes !== undefined)
            expect(same(readFileSync(written.get(found)), bytes), `${form} of ${plan}: bytes differ`);
    }
}

// the commands that the page uses, on some plans
const examples = plans.filter((plan) => plan.startsWith('examples/'));
for (const plan of examples) {
    compare(['rate', '--format', 'json', ...ON, plan], `rate ${plan}`);
    compare(['status', ...ON, plan], `status ${plan}`);
    compare(['fmt', plan], `fmt ${plan}`);
    compare(['fmt', '--codau', plan], `fmt --codau ${plan}`);
    compare(['build', '-t', 'json', '--vitri', '--compact', ...ON, plan], `json with places of ${plan}`);
    compare(['diff', '-t', 'json', examples[0], plan], `diff ${plan}`);
    compare(['diff', '-t', 'html', examples[0], plan], `diff in HTML ${plan}`);
}
compare(['check', ...ON, ...plans], 'check of all at once');
compare(['report', '-t', 'xlsx', ...ON, ...examples], 'workbook of the examples');
compare(['report', ...ON, 'examples'], 'table of a folder');
for (const words of [['--version'], ['--help'], ['build'], ['explain', 'KH1001'], ['danhmuc'], ['schema'], ['build', '-t', 'pdf', '-W', 'KH9'],
    ['check', 'khong-co.khct'], ['check', '--on', '32/13/2025', plans[0]]])
    compare(words, words.join(' '));

console.log(`same bytes: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 && existsSync(folder) && execFileSync(khct, ['--version']).length > 0 ? 0 : 1);
