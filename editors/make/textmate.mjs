// The TextMate grammar: one rule a kind of block, with the fields that the block may hold.

import { GENERATED } from './model.mjs';
import {
    BLANKS, COMMENT, WORD_END, either, margin, opener, openerMissing, shortEnd, valueEnd,
} from './patterns.mjs';

// Where an item may start; the indentation is capture 1.
const START = `(?:^|(?<=[;<>]))(${BLANKS})`;
const include = (name) => ({ include: `#${name}` });
const named = (name) => ({ name: `${name}.khct` });

const COMMON = {
    comment: { match: `(?:^|(?<=[;<>,]))${BLANKS}(${COMMENT}.*)$`, captures: { 1: named('comment.line.number-sign') } },
    escape: { match: '\\\\[;<>#"\\\\]', name: 'constant.character.escape.khct' },
    quoted: {
        begin: `(?:\\G|^)${BLANKS}(""")`,
        end: `"""(?=${BLANKS}(?:;|>|$))`,
        beginCaptures: { 1: named('punctuation.definition.string.begin') },
        endCaptures: { 0: named('punctuation.definition.string.end') },
        name: 'string.quoted.triple.khct',
    },
    list: {
        match: `^${BLANKS}([-–•*+])(?=[ \\t\\x{A0}])`,
        captures: { 1: named('punctuation.definition.list.begin') },
    },
    empty: { match: `\\G${BLANKS}(-)(?=${BLANKS}(?:;|$))`, captures: { 1: named('constant.language.empty') } },
    number: { match: '(?<![\\p{L}\\p{N}_])\\d+(?:[./-]\\d+)*%?(?![\\p{L}\\p{N}_])', name: 'constant.numeric.khct' },
    evidence: {
        match: '\\[?(?<![\\p{L}\\p{N}])(?:H\\d+-\\d+\\.\\d+-\\d+|MC\\.\\d+\\.\\d+\\.\\d+)\\]?',
        name: 'constant.other.evidence.khct',
    },
    code: { match: '\\b(?i:KH)\\d{4}\\b', name: 'constant.other.code.khct' },
    file: { match: '"[^"]*"', name: 'string.quoted.double.khct' },
};

const words = (rows) => ({ match: `(?<![\\p{L}\\p{N}\\p{M}_])${either(rows)}`, name: 'constant.language.khct' });

// What values of these types may hold.
function inside(model, types) {
    const has = (...names) => names.some((name) => types.includes(name));
    const list = [include('comment'), include('quoted'), include('escape'), include('empty'), include('list')];
    const rows = [...new Set(types.flatMap((type) => model.typeWords(type)))];
    if (has('EVIDENCE'))
        list.push(include('evidence'));
    if (has('USE'))
        list.push(include('file'));
    if (has('ALLOWANCE'))
        list.push(include('code'));
    if (has('ROLE', 'ABBREVIATION'))
        list.push({ match: `\\G${BLANKS}([^\\s;,<>"#]+)`, captures: { 1: named('entity.name.type') } });
    if (has('IDENTIFIER'))
        list.push({ match: `\\G${BLANKS}([a-z][a-z0-9_]*)${WORD_END}`, captures: { 1: named('entity.name.tag') } });
    if (rows.length > 0)
        list.push(words(rows));
    if (!has('TEXT', 'NAME', 'ROLE', 'ABBREVIATION'))
        list.push(include('number'));
    return list;
}

// Types that are coloured alike: a rule for each of them in every block would be long.
const KINDS = [['TEXT', 'NAME'], ['ROLE', 'ABBREVIATION'], ['USE'], ['ALLOWANCE'], ['IDENTIFIER', 'NAMES']];
const kindOf = (type) => KINDS.find((kind) => kind.includes(type)) ?? ['VALUE'];

function fields(model, block, end, rows, name) {
    const kind = kindOf(rows[0].type);
    const types = [...new Set(rows.map((item) => item.type))];
    return {
        name: 'meta.field.khct',
        begin: `${START}(${either(rows.map((item) => item.keyword), block)})${BLANKS}(:)?`,
        beginCaptures: { 2: named(name), 3: named('punctuation.separator.colon') },
        end,
        endCaptures: { 1: named('punctuation.terminator') },
        patterns: kind[0] === 'TEXT' ? [include('prose')] : inside(model, types),
    };
}

function items(model, block, end) {
    const declarations = block.items.filter((item) => item.how === 'DECLARATION');
    const kinds = new Map();
    for (const item of block.items.filter((i) => i.how !== 'DECLARATION')) {
        const key = `${item.how} ${kindOf(item.type)[0]}`;
        kinds.set(key, [...(kinds.get(key) ?? []), item]);
    }
    return [
        include('comment'),
        ...declarations.map((item) => include(`declaration-${item.opens}-${item.keyword.id}`)),
        ...[...kinds.values()].map((rows) =>
            fields(model, block, end, rows, rows[0].how === 'LINE' ? 'storage.type' : 'keyword.other.field')),
        include('list'), include('escape'),
    ];
}

function heading(model, block) {
    const shape = model.headingWords(block.heading);
    const patterns = [include('escape')];
    if (/[CN]/.test(block.heading))
        patterns.push({
            match: `\\G${BLANKS}(\\d+(?:\\.\\d+)?)(:)?${WORD_END}`,
            captures: { 1: named('constant.numeric'), 2: named('punctuation.separator.colon') },
        });
    if (shape.length > 0)
        patterns.push({
            match: `(?<![\\p{L}\\p{N}\\p{M}_])(${either(shape)})(?:${BLANKS}(\\d+(?:[ ,.–-]+\\d+)*))?`,
            captures: { 1: named('constant.language'), 2: named('constant.numeric') },
        });
    if (/[IM]/.test(block.heading))
        patterns.push({ match: `\\G${BLANKS}([a-z][a-z0-9_]*)${WORD_END}`, captures: { 1: named('entity.name.tag') } });
    return {
        contentName: 'entity.name.section.khct',
        begin: '\\G',
        end: `${opener(block)}|${openerMissing(block)}`,
        endCaptures: { 1: named('punctuation.section.block.begin') },
        patterns,
    };
}

function declaration(model, block, keyword) {
    return {
        name: 'meta.block.khct',
        begin: `${START}(${either([keyword])})${BLANKS}(:)?`,
        beginCaptures: { 2: named('storage.type'), 3: named('punctuation.separator.colon') },
        end: `(>)|(?=^${margin(model, block)})`,
        endCaptures: { 1: named('punctuation.section.block.end') },
        patterns: [
            heading(model, block),
            { begin: '(?<=<)(?=[ \\t]*[^\\s#>])', end: '(?=>)|$', patterns: [include(`line-${block.id}`)] },
            include(`block-${block.id}`),
        ],
    };
}

export function textmate(model) {
    const repository = { ...COMMON, prose: { patterns: inside(model, ['TEXT']) } };
    for (const block of model.blocks) {
        repository[`block-${block.id}`] = { patterns: items(model, block, valueEnd(model, block, { indent: '\\1' })) };
        if (block.id !== 'TOP')
            repository[`line-${block.id}`] = { patterns: items(model, block, shortEnd()) };
        for (const item of block.items.filter((i) => i.how === 'DECLARATION'))
            repository[`declaration-${item.opens}-${item.keyword.id}`] =
                declaration(model, model.block(item.opens), item.keyword);
    }
    const grammar = {
        information_for_contributors: [GENERATED],
        name: 'khct',
        scopeName: 'source.khct',
        fileTypes: ['khct'],
        patterns: [include('block-TOP')],
        repository,
    };
    return `${JSON.stringify(grammar, null, 1)}\n`;
}
