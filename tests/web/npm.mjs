// The npm package as others use it: node npm.mjs PACKAGE.tgz KHCT FOLDER (FOLDER is emptied).
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [tgz, khct, folder] = process.argv.slice(2).map((name) => resolve(name));
const EXAMPLE = 'examples/thcs-mot-nam.khct', text = readFileSync(EXAMPLE, 'utf8');
let passed = 0, failed = 0;
const expect = (good, words) => { if (good) passed++; else { failed++; console.log(`not ok ${words}`); } };

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
execFileSync('npm', ['install', '--offline', '--silent', '--no-audit', '--no-fund', tgz], { cwd: folder });
const { load, PlanError, NoMemory } = await import(pathToFileURL(join(folder, 'node_modules/khct/index.mjs')));
const core = await load();

const native = (...words) => spawnSync(khct, words, { maxBuffer: 1 << 27, cwd: folder });
writeFileSync(join(folder, 'ke-hoach.khct'), text);
for (const form of ['html', 'docx', 'xlsx', 'latex', 'json', 'csv']) {
    native('build', '-q', '-t', form, '-o', `ra.${form}`, 'ke-hoach.khct');
    expect(readFileSync(join(folder, `ra.${form}`)).equals(core.build(text, form)), `build ${form} is not the native output`);
}
const check = (plan) => JSON.stringify(core.check(plan, { on: '2024-02-01' }));
expect(check(text) === JSON.stringify(JSON.parse(native('check', '--format', 'json', '--on', '2024-02-01', 'ke-hoach.khct').stdout)), 'check differs');
expect(core.fmt(text, { marked: true }) === native('fmt', '--codau', 'ke-hoach.khct').stdout.toString(), 'fmt differs');
try {
    core.build(text.replace('conglap;', 'conglap'), 'html');
    expect(false, 'a plan with errors is built');
} catch (error) {
    expect(error instanceof PlanError && JSON.stringify(error.diagnostics).includes('KH1001'), `a plan with errors: ${error}`);
}
try {
    core.check(text.repeat(200), { pages: 300 });
    expect(false, 'memory does not end');
} catch (error) {
    expect(error instanceof NoMemory, `memory ends with ${error}`);
}
const two = { 'ke-hoach.khct': readFileSync('examples/hai-tep/ke-hoach.khct', 'utf8'), 'chung.khct': readFileSync('examples/hai-tep/chung.khct', 'utf8') };
expect(core.build(two, 'json').length > 1000, 'a plan of two files');
const word = core.import(core.build(text, 'docx'), 'ke-hoach.docx');
expect(/Trường THCS Bến Lụa/.test(word.plan), 'a Word document is not read back');

// what the README shows
const readme = readFileSync(join(folder, 'node_modules/khct/README.md'), 'utf8');
const calls = [...readme.matchAll(/^khct\.(\w+)\((.*)\);/gm)];
expect(calls.length === 6 && calls.every(([, name]) => typeof core[name] === 'function'), 'the README shows what there is not');
for (const [, name, given] of calls) {
    const plan = text, shared = '', bytes = core.build(text, 'docx');
    void [plan, shared, bytes];
    eval(`core.${name}(${given})`);
}
for (const [, words] of readme.matchAll(/^npx (khct .*)$/gm)) {
    const did = spawnSync('npx', ['--no-install', ...words.split(' ')], { cwd: folder });
    expect(did.status === 0, `${words}: ${did.stderr}`);
}

// the command line
const cli = (...words) => spawnSync('npx', ['--no-install', 'khct', ...words], { cwd: folder });
const told = cli('check', '--on', '2024-02-01', 'ke-hoach.khct'), same = native('check', '--on', '2024-02-01', 'ke-hoach.khct');
expect(told.status === same.status && told.stderr.equals(same.stderr), `the command line says ${told.stderr}`);
cli('build', '-t', 'html', '-o', 'khac.html', 'ke-hoach.khct');
expect(readFileSync(join(folder, 'khac.html')).equals(readFileSync(join(folder, 'ra.html'))), 'the command line writes another page');
expect(cli('check', '../la.khct').status !== 0, 'a file outside');

// types
writeFileSync(join(folder, 'thu.ts'), 'import { load, type Form } from "khct";\nconst f: Form = "html";\nconst b: Uint8Array = (await load()).build("x", f, { on: "2026-01-01" });\nexport default b;\n');
const types = spawnSync(resolve('editors/web/node_modules/.bin/tsc'), ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', 'thu.ts'], { cwd: folder });
expect(types.status === 0, `types: ${types.stdout}`);

console.log(`npm package: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
