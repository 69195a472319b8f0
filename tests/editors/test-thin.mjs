// nano itself on a sample, and Notepad++'s files as far as they can be judged without it.
//   node test-thin.mjs ROOT VOCABULARY.json

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';

const [root, vocabulary] = process.argv.slice(2);
const read = (name) => readFileSync(resolve(root, name), 'utf8');

test('nano takes its file without a complaint and colours keywords', () => {
    const rc = resolve(root, 'editors/nano/khct.nanorc');
    const sample = resolve(root, 'tests/editors/samples/dang-viet.khct');
    const quote = (text) => `'${text.replace(/'/g, "'\\''")}'`;
    const shown = execFileSync('script', ['-qec', `stty rows 70 cols 120; nano --rcfile=${quote(rc)} --view ${quote(sample)}`, '/dev/null'],
        { input: '\x18', encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8', TERM: 'xterm-256color' } });
    assert.equal(/Mistake|Error|Bad regex|Unknown/.exec(shown)?.[0], undefined);
    const declaration = /\x1b\[35m(?:TRƯỜNG|kế hoạch|Tiêu chí|tieuchi|chữ kí)/g;
    assert.deepEqual([...shown.matchAll(declaration)].map((m) => m[0].slice(5)),
        ['TRƯỜNG', 'kế hoạch', 'Tiêu chí', 'tieuchi', 'chữ kí'], 'at the margin');
    for (const field of ['loaihinh', 'số', 'giaiphap', 'giải pháp:', 'kinhphi'])
        assert.ok(new RegExp(`\\x1b\\[34m *${field}`).test(shown), field);
    // prose that only begins like a keyword's line
    assert.ok(!/\x1b\[3[45]m *công an/.test(shown));
});

for (const name of ['khct.udl.xml', 'autoCompletion/khct.xml'])
    test(`Notepad++'s ${name} is well formed and has the keywords`, () => {
        const file = resolve(root, 'editors/notepadplusplus', name);
        execFileSync('xmllint', ['--noout', file]);
        const text = read(`editors/notepadplusplus/${name}`);
        for (const { unmarked, marked } of JSON.parse(readFileSync(vocabulary, 'utf8')).keywords.filter((row) => row.unmarked.length > 2)) {
            assert.match(text, new RegExp(`[ ">]${unmarked}[ "<]`), unmarked);
            // words that only stand in values are left out of the colours: prose is full of them
            if (marked.includes(' ') && name.startsWith('auto'))
                assert.ok(text.includes(`"${marked}"`), marked);
        }
    });

test("Notepad++'s completion is sorted as it demands", () => {
    const names = [...read('editors/notepadplusplus/autoCompletion/khct.xml').matchAll(/KeyWord name="([^"]+)"/g)].map((m) => m[1]);
    assert.ok(names.length > 200);
    assert.deepEqual(names, [...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
});
