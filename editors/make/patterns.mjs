// Regular expressions of the language's layout (where a field starts, which `;` ends a value,
// which `<` and `>` are a block's), in the Perl dialect that TextMate grammars and Kate share.

import { DIALECTS, expression } from './forms.mjs';
import { longestFirst } from './model.mjs';

const B = '[ \\t\\x{A0}]';
export const BLANKS = `${B}*`;
export const WORD_END = '(?![\\p{L}\\p{N}\\p{M}_])';
// nothing but a comment follows on the line
const REST = `${BLANKS}(?:$|#(?:\\s.*)?$)`;
// the `>` of blocks: only `>` and a comment follow
export const CLOSERS = `>[>\\s]*(?:#(?:\\s.*)?)?$`;
export const COMMENT = '#(?=\\s|$)';
const CAPITAL = '(?-i:[\\p{Lu}\\p{N}])';

const none = '(?!)';
const group = (list) => list.length === 0 ? none : DIALECTS.perl.group(list);

export const marked = (rows) =>
    group(longestFirst(rows).map((row) => expression(row.marked, DIALECTS.perl)));
const plain = (rows) => group([...rows].sort((a, b) => b.unmarked.length - a.unmarked.length)
    .map((row) => row.unmarked));

// Either form of one of the keywords, as a whole word; not where another keyword of the block goes
// on from it (`cấp` in `cấp trên`).
export function either(rows, block = { items: [] }) {
    if (rows.length === 0)
        return none;
    const longer = rowsOf(block).filter((other) => !rows.includes(other) &&
        rows.some((row) => other.marked.startsWith(`${row.marked} `)));
    const guard = longer.length === 0 ? '' : `(?!(?i:${marked(longer)}))`;
    return `${guard}(?i:${marked(rows)}|${plain(rows)})${WORD_END}`;
}
export const eitherMarked = (rows) => rows.length === 0 ? none : `(?i:${marked(rows)})${WORD_END}`;

const LETTERS = { DIGIT: ['[0-9]'], CAPITAL: [CAPITAL], IDENTIFIER: ['(?-i:[a-z])'], NONE: [] };

// One of what a row of grammar/begins.def names.
const beginning = (row, signs = '') => group([
    ...[...row.signs + signs].map((sign) => sign.replace(/[.()[\]\\]/, '\\$&')),
    ...LETTERS[row.letter], ...(row.words.length > 0 ? [either(row.words)] : [])]);

// Unmarked keywords as they count in running text: some only before what their value may begin with.
export function running(rows) {
    const free = rows.filter((row) => row.begins === undefined);
    const bound = rows.filter((row) => row.begins !== undefined)
        .map((row) => `(?i:${row.unmarked})${WORD_END}(?=${BLANKS}${beginning(row.begins, ':')})`);
    const list = free.length === 0 ? [] : [`(?i:${plain(free)})${WORD_END}`];
    return group([...list, ...bound]);
}

// What shows behind a marked keyword that it is one.
const shows = (row) => `(?=${BLANKS}${beginning(row)}|${B}{2}|$)`;

const rowsOf = (block) => block.items.map((item) => item.keyword);

// The declaration of an outer block at the left margin: a `>` was forgotten.
export function margin(model, block) {
    const holds = (item) => block.items.some((i) => i.keyword.id === item.keyword.id && i.how === 'DECLARATION');
    const outer = model.block('TOP').items.filter((item) => !holds(item));
    const opens = outer.filter((item) => item.how === 'DECLARATION').map((item) => item.keyword);
    const lines = outer.filter((item) => item.how === 'LINE').map((item) => item.keyword);
    const words = [plain(opens), ...opens.map((row) => row.marked)];
    return `(?:(?i:${words.join('|')})${WORD_END}.*<${REST}|${running(lines)})`;
}

// The `;` that ends a value in this block (captured), or the place before what shows its end.
// `indent`: how the dialect writes the indentation of the value's line.
export function valueEnd(model, block, { semicolon = '(;)', indent = '' } = {}) {
    const rows = rowsOf(block);
    const nested = block.id !== 'TOP';
    const follows = [`${REST}`, `${BLANKS}${running(rows)}`, `${BLANKS}${eitherMarked(rows)}(?=${BLANKS}:)`];
    if (nested)
        follows.push(`${BLANKS}${CLOSERS}`);
    const list = [`${semicolon}(?=${follows.join('|')})`];
    const deeper = indent === '' ? '' : `(?!${indent}${B})`;
    list.push(`(?=^${deeper}${BLANKS}(?:${running(rows)}|${eitherMarked(rows)}${shows(model.shows)}))`);
    if (nested)
        list.push(`(?=${CLOSERS})`, `(?=^${BLANKS}>${BLANKS}\\p{L})`, `(?=^\\S.*<${REST})`);
    return list.join('|');
}

// The same in a one-line block: every `;`.
export const shortEnd = (semicolon = '(;)') => `${semicolon}|(?=${CLOSERS})|$`;

// The `<` (captured) that opens the block, at the end of its heading.
export const opener = (block, brace = '(<)') =>
    `${brace}(?=${REST}|${BLANKS}(?:>|${either(rowsOf(block))}))`;

// The place at which a heading ends for want of its `<`.
export const openerMissing = (block) => `(?=^${BLANKS}(?:${running(rowsOf(block))}|>))|(?=;)`;
