// Broken texts: after each of many random edits every question is asked at a random place. The server
// must answer each (an answer or a refusal), and say of its own positions only such as the text has.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { opened, root, serving } from './plan.mjs';

const rounds = Number(process.env.KHCT_ROUNDS ?? 120);
let seed = Number(process.env.KHCT_SEED ?? 20260707);
const random = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % Math.max(1, n);
const pick = (list) => list[random(list.length)];

const PIECES = [';', '>', '<', '\n', '"""', '"', '# ', '\\', '\\;', ' ', '\t', '\r\n', '\r', '\u00a0', '\0', '\u0301', '𠀀', 'đ', '-', '- ', '<\n', '>\n',
    'tieuchi 1.7 muc 2 <', 'tieuchi ', 'viec <', 'giải pháp: ', 'chutri ', 'thoigian từ tháng 9/2023 đến ', 'kinhphi 999999999999999 tỷ + ', 'hientrang <',
    'muc 3 1.1 - 5.6, 9.9;', 'vaitro X X gom X;', 'viettat X X;', 'dung danhmuc tt57_2026_phothong;', 'dung mau bieu2_tt57;', 'dung "x.khct";', 'chophep KH3001 x;',
    'cancu < vanban tt18_2018; >', 'tiendo 1/1/2024 50%;', 'phan mucdich < doan ', 'minhchung [H1-1.7-01];', 'khoan 1 muc 4 <', 'vande tieuchuan 1 tieuchi 1.1 <'];

function check(value, lines) {
    if (value === null || typeof value !== 'object')
        return;
    if (Number.isInteger(value.line) && Number.isInteger(value.character)) {
        assert.ok(value.line < lines.length, `line ${value.line} of ${lines.length}`);
        assert.ok(value.character <= lines[value.line].length, `unit ${value.character} of line ${value.line}`);
    }
    if (value.uri?.startsWith('khct-library:') || value.location?.uri?.startsWith('khct-library:'))
        return; // a place in another text
    for (const one of Object.values(value))
        check(one, lines);
}

function lineStarts(text) {
    return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
}

// A place of the line, never in the middle of a letter of two units.
function placeNear(text, starts, line, character) {
    const [words] = text.slice(starts[line]).split(/[\r\n]/, 1);
    character = Math.min(character, words.length);
    if (/[\ud800-\udbff]/.test(words[character - 1] ?? ''))
        character++;
    return { line, character };
}

test(`every question after each of ${rounds} random edits`, () => serving({}, async (server) => {
    const examples = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.khct'));
    let plan, text;
    for (let i = 0; i < rounds; i++) {
        if (i % 40 === 0) {
            if (plan !== undefined)
                await server.close(plan.uri);
            plan = await opened(server, readFileSync(join(root, 'examples', pick(examples)), 'utf8'));
            text = plan.text;
        }
        const starts = lineStarts(text);
        const place = () => {
            const line = random(starts.length);
            return placeNear(text, starts, line, random(120));
        };
        const start = place();
        const end = random(3) === 0 ? start : placeNear(text, starts, Math.min(starts.length - 1, start.line + random(3)), start.character + random(40));
        const piece = pick(PIECES);
        await server.change(plan.uri, [{ range: { start, end }, text: piece }]);
        text = text.slice(0, starts[start.line] + start.character) + piece + text.slice(starts[end.line] + end.character);
        const position = place(), range = { start: position, end: place() };
        const answers = await Promise.all([
            ...['hover', 'completion', 'definition', 'references', 'documentHighlight', 'prepareRename', 'rename', 'documentSymbol', 'foldingRange',
                'inlayHint', 'codeAction', 'formatting', 'rangeFormatting', 'semanticTokens/full', 'semanticTokens/range', 'documentLink'].map((method) =>
                plan.at(method, position, { range, newName: 'ABC', context: { diagnostics: [], includeDeclaration: true }, options: {} }).catch((error) => {
                    assert.ok(error.code < 0, `${method}: ${error}`);
                    return null;
                })),
            ...[';', '>', '\n'].map((ch) => plan.at('onTypeFormatting', position, { ch, options: {} })),
            plan.all('selectionRange', { positions: [position, range.end] }),
        ]);
        const now = text.split(/\r\n|\r|\n/);
        for (const answer of answers)
            check(answer, now);
        check(await server.diagnostics(plan.uri), now);
    }
}));

