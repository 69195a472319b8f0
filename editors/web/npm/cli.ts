#!/usr/bin/env node
// khct WORDS... over the files of this folder and those below it.

import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { NoMemory, load } from './index';

const words = process.argv.slice(2), files: Record<string, Uint8Array> = {}, folders = new Set<string>();
const MOST = 20000;

function gather(folder: string, depth: number): void {
    if (folders.has(folder) || depth > 8)
        return;
    folders.add(folder);
    for (const entry of readdirSync(folder === '' ? '.' : folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
            gather(path, depth + 1);
        else if (entry.isFile() && /\.(khct|json)$/.test(entry.name) && Object.keys(files).length < MOST)
            files[path] = readFileSync(path);
    }
}

let outside = '';
for (const word of words) {
    const path = normalize(word);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (word.startsWith('-') || !stat)
        continue;
    if (isAbsolute(path) || path.startsWith('..'))
        outside = word;
    else if (stat.isDirectory())
        gather(path === '.' ? '' : path.replace(/\/$/, ''), 0);
    else {
        files[path] = readFileSync(path);
        gather(dirname(path) === '.' ? '' : dirname(path), 7);
    }
}
if (outside !== '') {
    console.error(`khct (npm): ${outside} nằm ngoài thư mục này; hãy chạy ở thư mục chứa tệp / outside of this folder: run it where the file is`);
    process.exit(2);
}
try {
    const input = words.includes('-') ? readFileSync(0) : undefined;
    const result = (await load()).run(words, files, input);
    for (const [path, bytes] of result.files)
        if (!files[path] || Buffer.compare(files[path], bytes) !== 0) {
            mkdirSync(dirname(path), { recursive: true });
            writeFileSync(path, bytes);
        }
    process.stderr.write(result.err);
    process.stdout.write(result.out);
    process.exitCode = result.status;
} catch (error) {
    console.error(error instanceof NoMemory ? 'khct: hết bộ nhớ / out of memory' : error);
    process.exitCode = 3;
}
