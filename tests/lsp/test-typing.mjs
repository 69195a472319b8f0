// Each keyword of two plans is offered while its first letters are typed: at the end of the text as
// far as it goes, and in the middle of it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { opened, root, serving } from './plan.mjs';

const bare = (words) => words.normalize('NFD').replace(/[\u0300-\u036f ]/g, '').replace(/đ/gi, 'd').toLowerCase();

// The keywords that begin an item: their letters, and where they stand.
function keywords(file, text) {
    const rows = execFileSync(process.env.KHCT_KEYWORDS ?? join(root, 'build/tests/keywords'), [file], { encoding: 'utf8' });
    const lines = text.split('\n');
    const starts = lines.reduce((list, line) => [...list, list.at(-1) + line.length + 1], [0]);
    return rows.trim().split('\n').map((row) => row.split(' ')).filter((row) => 'DF'.includes(row[3])).map(([line, from, bytes]) => {
        const whole = Buffer.from(lines[line - 1]);
        return { word: whole.subarray(+from, +from + +bytes).toString(), at: starts[line - 1] + whole.subarray(0, +from).toString().length };
    });
}

for (const name of ['thcs-mot-nam', 'tieu-hoc-muoi-cot'])
    test(`keywords of ${name}.khct while they are typed`, () => serving({}, async (server) => {
        const file = join(root, `examples/${name}.khct`);
        const text = readFileSync(file, 'utf8');
        const all = keywords(file, text);
        assert.ok(all.length > 100);
        for (const { word, at } of all)
            for (const letters of [1, 3].filter((n) => n < word.length))
                for (const rest of ['', text.slice(text.indexOf('\n', at))]) {
                    const plan = await opened(server, `${text.slice(0, at)}${word.slice(0, letters)}¦${rest}`);
                    const { items } = await plan.at('completion');
                    await server.close(plan.uri);
                    assert.ok(items.some((item) => bare(item.label) === bare(word)), `${word.slice(0, letters)}| for ${word} in line ${plan.position.line + 1}`);
                }
    }));
