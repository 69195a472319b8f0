// Puts the browser edition together: node build.mjs CORE SOURCES OUT. CORE holds khct.wasm,
// khct-viet.wasm and core.mjs, SOURCES the C libraries; OUT gets the site and khct-soan.html, the same
// in one file.

import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const [core, sources, out] = process.argv.slice(2).map((name) => resolve(name));
const here = dirname(fileURLToPath(import.meta.url)), root = join(here, '../..');
const read = (name) => readFileSync(join(here, name), 'utf8');
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const examples = Object.fromEntries(readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.khct')).sort()
    .map((name) => [name, readFileSync(join(root, 'examples', name), 'utf8')]));

async function script(entry, define) {
    const { outputFiles, metafile } = await build({
        entryPoints: [join(here, entry)], bundle: true, format: 'iife', target: 'es2022', minify: true, write: false, metafile: true,
        charset: 'utf8', legalComments: 'none', logLevel: 'warning', define, alias: { marked: join(here, 'src/page/markdown.ts') },
    });
    return { text: outputFiles[0].text, inputs: Object.keys(metafile.inputs) };
}

const worker = await script('src/worker.ts', {});
const EXAMPLES = JSON.stringify(Object.entries(examples).map(([name, text]) => [name, text.split('\n')[0].replace(/^# */, '')]));
const site = await script('src/page/app.ts', { EXAMPLES, WORKER_TEXT: '""' });
const single = await script('src/page/app.ts', { EXAMPLES, WORKER_TEXT: JSON.stringify(worker.text) });
const style = read('src/page/style.css'), old = read('src/page/old.js'), begin = read('src/page/unpack.js');

// the pages that khct writes are shown in frames, which obey this page's policy and their own
const { run } = await import(pathToFileURL(join(core, 'core.mjs')));
const whole = readFileSync(join(core, 'khct.wasm')), first = readFileSync(join(core, 'khct-viet.wasm'));
const module = new WebAssembly.Module(whole);
const files = new Map(Object.entries(examples).map(([name, text]) => [name, new TextEncoder().encode(text)]));
const names = Object.keys(examples);
const pages = [run(module, ['build', '-q', '-t', 'html', '-o', 'ra.html', names[0]], files).files.get('ra.html'),
    run(module, ['diff', '-t', 'html', names[0], names[1]], files).out].map((bytes) => new TextDecoder().decode(bytes));
const theirs = (kind) => [...new Set(pages.flatMap((page) => new RegExp(`${kind} ((?:'sha256-[^']+' ?)+)`).exec(page)?.[1].trim().split(' ') ?? []))].join(' ');
const policy = (scripts, styles, rest) => ['default-src \'none\'', `script-src ${scripts} ${theirs('script-src')} 'wasm-unsafe-eval'`, `style-src ${styles} ${theirs('style-src')}`,
    ...rest, 'base-uri \'none\'', 'form-action \'none\''].join('; ');

const put = (template, parts) => Object.entries(parts).reduce((text, [name, part]) => text.replace(`@${name}@`, () => part), template);
const page = read('src/page/index.html');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

// --- the site ---
const version = createHash('sha256').update(whole).update(first).update(site.text).update(worker.text).update(style).digest('hex').slice(0, 12);
const index = put(page, {
    CSP: policy('\'self\'', '\'self\'', ['worker-src \'self\'', 'connect-src \'self\'']),
    HEAD: '<link rel="stylesheet" href="style.css">', FOOT: '<script src="old.js"></script>\n<script src="page.js"></script>',
});
for (const [name, text] of [['index.html', index], ['page.js', site.text], ['worker.js', worker.text], ['style.css', style], ['old.js', old],
    ['sw.js', read('src/sw.js').replaceAll('@VERSION@', version)], ['khct.wasm', whole], ['khct-viet.wasm', first], ['vi-du.json', JSON.stringify(examples)]])
    writeFileSync(join(out, name), text);

// --- one file ---
function pack(content) {
    const packed = gzipSync(content, { level: 9 });
    packed[9] = 255; // not by which system it was packed
    return packed.toString('base64');
}
writeFileSync(join(out, 'khct-soan.html'), put(page, {
    CSP: policy(`${hash(single.text)} ${hash(old)} ${hash(begin)}`, hash(style), ['worker-src blob:', 'connect-src \'none\'']),
    HEAD: `<style>${style}</style>`,
    FOOT: `<script>${old}</script>\n<script type="text/plain" id="khct-core">${pack(whole)}</script>\n<script type="text/plain" id="khct-vi-du">${pack(JSON.stringify(examples))}</script>\n<script type="text/plain" id="khct-trang">${pack(single.text)}</script>\n<script>${begin}</script>`,
}));

// --- licences of what is inside ---
const folder = /(?:^|\/)(node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const packages = new Set([...site.inputs, ...worker.inputs].map((name) => folder.exec(name)?.[1]).filter(Boolean));
const texts = [...packages].sort().map((name) => {
    const at = join(here, name), licence = readdirSync(at).find((file) => /^licen[cs]e/i.test(file));
    const { name: id, version: number, license } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
    return `${id} ${number}\n\n${licence ? readFileSync(join(at, licence), 'utf8').trim() : license}\n`;
});
for (const [name, file] of [['utf8proc', 'utf8proc/LICENSE.md'], ['jansson', 'jansson/LICENSE'], ['zlib', 'zlib/README'], ['expat', 'expat/expat/COPYING']])
    texts.push(`${name}\n\n${readFileSync(join(sources, file), 'utf8').trim()}\n`);
texts.push(`wasi-libc\n\n${readFileSync('/usr/share/doc/wasi-libc/copyright', 'utf8').trim()}\n`);
writeFileSync(join(out, 'giay-phep.txt'), `${readFileSync(join(root, 'LICENSE'), 'utf8').trim()}\n\n${'-'.repeat(70)}\n\n${texts.join(`\n${'-'.repeat(70)}\n\n`)}`);

const size = (text) => gzipSync(text, { level: 9 }).length;
const load = [first, site.text, worker.text, style, index, old].reduce((sum, part) => sum + size(part), 0);
console.log(`web: ${Math.round(load / 1000)} kB gzipped for the first load (${Math.round(size(first) / 1000)} of it the core), ${Math.round(size(whole) / 1000)} kB of all the core after it, khct-soan.html ${Math.round(readFileSync(join(out, 'khct-soan.html')).length / 1000)} kB`);
