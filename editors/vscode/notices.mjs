// Before packing: the project's licence, and those of the packages that the bundle contains.

import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const { metafile } = await build({
    entryPoints: ['src/extension.ts'], bundle: true, platform: 'node', external: ['vscode'], write: false, metafile: true,
});
const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const packages = new Set(Object.keys(metafile.inputs).map((name) => folder.exec(name)?.[1]).filter(Boolean));
const texts = [...packages].sort().map((name) => {
    const licence = readdirSync(name).find((file) => /^licen[cs]e/i.test(file));
    if (licence === undefined)
        throw new Error(`${name} has no licence file`);
    const { name: id, version } = JSON.parse(readFileSync(join(name, 'package.json'), 'utf8'));
    return `${id} ${version}\n\n${readFileSync(join(name, licence), 'utf8').trim()}\n`;
});
writeFileSync('ThirdPartyNotices.txt', texts.join(`\n${'-'.repeat(70)}\n\n`));
copyFileSync('../../LICENSE', 'LICENSE');
