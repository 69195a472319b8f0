// Kate's syntax definition in KSyntaxHighlighting itself: it loads without a complaint, and colours
// keywords where the parser sees them.
//   node test-kate.mjs PARSER ROOT

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, test } from 'node:test';
import { differences, linesOf, marks } from './parser.mjs';
import { sound } from './samples.mjs';

const [parser, root] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'khct-kate-'));
after(() => rmSync(folder, { recursive: true }));
const data = join(folder, 'org.kde.syntax-highlighting');
mkdirSync(join(data, 'syntax'), { recursive: true });
mkdirSync(join(data, 'themes'));
const definition = join(root, 'editors/kate/khct.xml');
copyFileSync(definition, join(data, 'syntax/khct.xml'));
copyFileSync(join(root, 'tests/editors/kate.theme'), join(data, 'themes/khct.theme'));

// The theme gives each style a colour of its own.
const KINDS = { '#00000d': 'D', '#00000f': 'F', '#00000c': 'C', '#00000b': 'B' };

function highlight(file) {
    const env = { ...process.env, XDG_DATA_HOME: folder, QT_QPA_PLATFORM: 'offscreen', LC_ALL: 'C.UTF-8' };
    const { status, stdout, stderr } = spawnSync('kate-syntax-highlighter', ['-s', 'khct', '-t', 'khct-test', file], { env, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.equal(stderr, '', 'complaints');
    return /<pre>\n?([\s\S]*)<\/pre>/.exec(stdout)[1].split('\n');
}

const unescape = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');

// Runs of one colour as marks, without blanks around them and the colon of a keyword.
function coloured(html) {
    return html.flatMap((row, line) => {
        const found = [];
        let at = 0;
        for (const [, colour, inside, outside] of row.matchAll(/<span style="[^"]*?color:(#[0-9a-f]{6})[^"]*">(.*?)<\/span>|([^<]+)/g)) {
            const text = unescape(inside ?? outside);
            const kind = KINDS[colour];
            if (kind !== undefined && text.trim() !== '') {
                const word = kind === 'C' ? text.trim() : text.trim().replace(/[ \t\u00A0]*:$/, '');
                const begin = at + text.length - text.trimStart().length;
                found.push({ line, begin, end: begin + word.length, kind: kind === 'B' ? (word === '<' ? 'O' : 'E') : kind });
            }
            at += text.length;
        }
        return join1(found);
    });
}

// Parts of a comment in other colours (as TODO) belong together.
function join1(found) {
    const list = [];
    for (const mark of found)
        if (mark.kind === 'C' && list.at(-1)?.kind === 'C')
            list.at(-1).end = mark.end;
        else
            list.push(mark);
    return list;
}

test('contexts and styles that rules name are there', () => {
    const xml = readFileSync(definition, 'utf8');
    const names = (pattern) => new Set([...xml.matchAll(pattern)].map((m) => m[1]));
    const contexts = names(/<context name="([^"]+)"/g);
    const styles = names(/<itemData name="([^"]+)"/g);
    const used = [...names(/\bcontext="([^"]+)"/g)].map((name) => name.replace(/^(#pop)+!?/, ''))
        .filter((name) => name !== '' && name !== '#stay' && !name.startsWith('##'));
    assert.deepEqual(used.filter((name) => !contexts.has(name)), []);
    assert.deepEqual([...names(/\battribute="([^"]+)"/g)].filter((name) => !styles.has(name)), []);
    assert.deepEqual([...contexts].filter((name) => name !== 'Top' && !used.includes(name)), [], 'never entered');
});

for (const file of sound(root))
    test(`kate: ${relative(root, file)}`, () => {
        const lines = linesOf(file);
        const found = differences(relative(root, file), lines, marks(parser, file), coloured(highlight(file)));
        assert.equal(found.length, 0, `${found.length} differences:\n${found.slice(0, 20).join('\n')}`);
    });
