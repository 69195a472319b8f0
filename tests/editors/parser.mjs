// What the parser says of a file: where keywords, block signs and comments stand.
// Columns are counted in UTF-16 units, as JavaScript and most editors count.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export function linesOf(file) {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '').split(/\r?\n/);
}

// The file's lines in UTF-8, without a byte-order mark.
export function byteLines(file) {
    return linesOf(file).map((line) => Buffer.from(line));
}

// [{line (from 0), begin, end, kind}], in the file's order
export function marks(program, file) {
    const bytes = byteLines(file);
    const bom = readFileSync(file).subarray(0, 3).equals(Buffer.from('\uFEFF')) ? 3 : 0;
    return execFileSync(program, [file], { encoding: 'utf8' }).trim().split('\n').map((row) => {
        const [line, at, length, kind] = row.split(' ');
        const units = (n) => bytes[line - 1].subarray(0, n).toString('utf8').length;
        const first = Number(at) - (line === '1' ? bom : 0);
        return { line: line - 1, begin: units(first), end: units(first + Number(length)), kind };
    }).sort((a, b) => a.line - b.line || a.begin - b.begin);
}

// What one list has and the other has not, for a message.
export function differences(file, lines, wanted, got) {
    const key = (m) => `${m.line}:${m.begin}-${m.end} ${m.kind}`;
    const missing = new Set(wanted.map(key));
    const extra = new Set(got.map(key));
    const say = (what, m) => `${file}:${m.line + 1}:${m.begin + 1}: ${what} ${m.kind} "${lines[m.line].slice(m.begin, m.end)}"`;
    return [
        ...wanted.filter((m) => !extra.has(key(m))).map((m) => say('not coloured:', m)),
        ...got.filter((m) => !missing.has(key(m))).map((m) => say('coloured, but is none:', m)),
    ];
}
