// Makes the npm package: node pack.mjs KHCT.wasm VERSION LICENCES OUT.

import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [wasm, version, licences, out] = process.argv.slice(2);
const here = join(dirname(fileURLToPath(import.meta.url)), 'npm'), folder = resolve(out, 'npm');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const name of ['index', 'cli'])
    await build({
        entryPoints: [join(here, `${name}.ts`)], bundle: true, format: 'esm', platform: 'neutral', target: 'es2022', minify: name === 'index', logLevel: 'warning',
        external: ['node:*', './index'], outfile: join(folder, `${name}.mjs`), charset: 'utf8',
    });
const cli = join(folder, 'cli.mjs');
writeFileSync(cli, readFileSync(cli, 'utf8').replace('"./index"', '"./index.mjs"'), { mode: 0o755 });
writeFileSync(join(folder, 'package.json'), readFileSync(join(here, 'package.json'), 'utf8').replace('@VERSION@', version));
for (const name of ['index.d.ts', 'README.md'])
    copyFileSync(join(here, name), join(folder, name));
copyFileSync(wasm, join(folder, 'khct.wasm'));
copyFileSync(licences, join(folder, 'giay-phep.txt'));
const name = execFileSync('npm', ['pack', '--silent', '--pack-destination', resolve(out), folder], { encoding: 'utf8' }).trim();
rmSync(folder, { recursive: true });
console.log(join(out, name));
