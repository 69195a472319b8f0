// khct-mode in Emacs: colours as the parser's keywords, indentation as the examples have it; what
// stands in khct-mode-tests.el besides.
//   node test-emacs.mjs PARSER ROOT

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { after, test } from 'node:test';
import { astray } from './indent.mjs';
import { differences, linesOf, marks } from './parser.mjs';
import { plans, sound } from './samples.mjs';

const [parser, root] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'khct-emacs-'));
after(() => rmSync(folder, { recursive: true }));
const out = join(folder, 'out.json');
const files = sound(root).map((file) => resolve(file));
execFileSync('emacs', ['-Q', '--batch', '-L', resolve(root, 'editors/emacs'), '-l', resolve(root, 'tests/editors/dump.el')],
    { env: { ...process.env, LC_ALL: 'C.UTF-8', KHCT_OUT: out, KHCT_FILES: files.join('\n') }, stdio: ['ignore', 'pipe', 'pipe'] });
const read = JSON.parse(readFileSync(out, 'utf8'));

for (const { file, type, marks: rows } of read)
    test(`emacs: ${relative(root, file)}`, () => {
        const lines = linesOf(file);
        assert.equal(type, 'khct-mode');
        const found = differences(relative(root, file), lines, marks(parser, file), rows.map(([line, at, length, kind]) =>
            ({ line: line - 1, begin: at, end: at + length, kind })));
        assert.equal(found.length, 0, `${found.length} differences:\n${found.slice(0, 20).join('\n')}`);
    });

for (const file of plans(resolve(root, 'examples')))
    test(`emacs indents ${relative(root, file)} as it stands`, () => {
        const { kept, made } = read.find((one) => one.file === file);
        astray(linesOf(file), kept, made);
    });
