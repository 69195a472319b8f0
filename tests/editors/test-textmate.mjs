// The TextMate grammar: its keywords are where the parser sees them, and the scopes of the samples
// are those of the golden files. UPDATE=1 writes the golden files anew; read them then.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { differences, linesOf, marks } from './parser.mjs';
import { plans, sound } from './samples.mjs';
import { grammar, tokens } from './textmate.mjs';

const [parser, root] = process.argv.slice(2);
const here = join(root, 'tests/editors');
const khct = await grammar(join(root, 'editors/vscode/syntaxes/khct.tmLanguage.json'));

const KINDS = [
    ['storage.type.khct', 'D'], ['keyword.other.field.khct', 'F'], ['comment.line.number-sign.khct', 'C'],
    ['punctuation.section.block.begin.khct', 'O'], ['punctuation.section.block.end.khct', 'E'],
];

function coloured(lines) {
    return tokens(khct, lines).flatMap((list, line) => list.flatMap((token) => {
        const kind = KINDS.find(([scope]) => token.scopes.includes(scope));
        return kind === undefined ? [] : [{ line, begin: token.begin, end: token.end, kind: kind[1] }];
    }));
}

for (const file of sound(root))
    test(`keywords as the parser sees them: ${relative(root, file)}`, () => {
        const lines = linesOf(file);
        const found = differences(file, lines, marks(parser, file), coloured(lines));
        assert.equal(found.length, 0, `${found.length} differences:\n${found.slice(0, 20).join('\n')}`);
    });

function golden(lines) {
    return tokens(khct, lines).map((list, i) => [lines[i], ...list.map((token) => {
        const scopes = token.scopes.filter((s) => !s.startsWith('meta.')).map((s) => s.replace(/\.khct$/, ''));
        return scopes.length === 0 ? null : `    ${JSON.stringify(lines[i].slice(token.begin, token.end))} ${scopes.join(' ')}`;
    }).filter((row) => row !== null)].join('\n')).join('\n');
}

for (const file of plans(join(here, 'samples')))
    test(`golden scopes: ${relative(root, file)}`, () => {
        const scopes = file.replace(/\.khct$/, '.scopes');
        const got = golden(linesOf(file));
        if (process.env.UPDATE === '1')
            writeFileSync(scopes, got);
        assert.equal(got, existsSync(scopes) ? readFileSync(scopes, 'utf8') : '(no golden file)');
    });
