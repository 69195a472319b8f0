// The syntax definition for Kate, KWrite and all that use KSyntaxHighlighting: contexts for each
// kind of block (body, heading, values, what follows the `<` on its line).

import { DIALECTS, expression } from './forms.mjs';
import { GENERATED } from './model.mjs';
import { BLANKS, CLOSERS, COMMENT, WORD_END, either, margin, opener, openerMissing, shortEnd, valueEnd } from './patterns.mjs';

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const START = escape(`(?:^|(?<=[;<>]))(${BLANKS})`);

// A rule; `pattern` is a regular expression, `to` the context that follows.
function rule(pattern, attribute, to, more = '') {
    return `        <RegExpr String="${pattern}" attribute="${attribute}" context="${to}"${more}/>`;
}
const plain = (pattern, attribute, to, more) => rule(escape(pattern), attribute, to, more);
// A rule that only looks: it must match something all the same, so what the alternatives look at is
// taken out of their `(?=…)`.
const look = (pattern, to, more = '') => plain(split(pattern).map((one) => /^\(\?=(.*)\)$/s.exec(one)?.[1] ?? one).join('|'),
    'Text', to, ` lookAhead="true"${more}`);

const context = (name, attribute, lineEnd, rules) =>
    `      <context name="${name}" attribute="${attribute}" lineEndContext="${lineEnd}">\n${rules.join('\n')}\n      </context>`;

const KINDS = { prose: 'Prose', typed: 'Typed', line: 'Line' };
const kindOf = (model, item) => item.how === 'LINE' ? 'line' : model.isProse(item.type) ? 'prose' : 'typed';

function items(model, block, row) {
    const rules = [plain(COMMENT, 'Comment', 'Comment')];
    for (const item of block.items.filter((one) => one.how === 'DECLARATION'))
        rules.push(rule(`${START}${escape(either([item.keyword], block))}(?:${BLANKS}:)?`, 'Declaration', `Heading ${item.opens}`));
    for (const kind of Object.keys(KINDS)) {
        const rows = block.items.filter((one) => one.how !== 'DECLARATION' && kindOf(model, one) === kind).map((one) => one.keyword);
        if (rows.length > 0)
            rules.push(rule(`${START}${escape(either(rows, block))}(?:${BLANKS}:)?`, kind === 'line' ? 'Declaration' : 'Field',
                `${KINDS[kind]} ${row ? 'row ' : ''}${block.id}`));
    }
    return [...rules, '        <IncludeRules context="Marks"/>'];
}

// The ends of a value are alternatives of one pattern; Kate wants those that take nothing apart.
function ends(pattern, more = '') {
    return [plain(';' + pattern.semicolon, 'End', '#pop'), look(pattern.rest, '#pop', more)];
}

function values(model, block) {
    const [semicolon, ...rest] = split(valueEnd(model, block, { semicolon: ';', indent: '%1' }));
    const long = ends({ semicolon: semicolon.slice(1), rest: rest.join('|') }, ' dynamic="true"');
    const [, ...shortRest] = split(shortEnd(';'));
    const short = ends({ semicolon: '', rest: shortRest.filter((one) => one !== '$').join('|') });
    return Object.entries(KINDS).filter(([kind]) => block.items.some((one) => one.how !== 'DECLARATION' && kindOf(model, one) === kind))
        .flatMap(([kind, name]) => {
            const words = [...new Set(block.items.filter((one) => kindOf(model, one) === kind)
                .flatMap((one) => model.typeWords(one.type)))];
            const inside = ['        <IncludeRules context="Value"/>'];
            if (words.length > 0)
                inside.push(plain(`(?<![\\p{L}\\p{N}\\p{M}_])${either(words)}`, 'Word', '#stay'));
            if (kind !== 'prose')
                inside.push('        <IncludeRules context="Figures"/>');
            return [
                context(`${name} ${block.id}`, 'Text', '#stay', [...long, ...inside]),
                ...(block.id === 'TOP' ? [] : [context(`${name} row ${block.id}`, 'Text', '#pop', [...short, ...inside])]),
            ];
        });
}

// A pattern's alternatives at its outermost level.
function split(pattern) {
    const parts = [''];
    let depth = 0;
    for (let i = 0; i < pattern.length; i++) {
        const c = pattern[i];
        if (c === '\\') {
            parts[parts.length - 1] += c + pattern[++i];
            continue;
        }
        if (c === '[') {
            const close = pattern.indexOf(']', i);
            parts[parts.length - 1] += pattern.slice(i, close + 1);
            i = close;
            continue;
        }
        depth += c === '(' ? 1 : c === ')' ? -1 : 0;
        if (c === '|' && depth === 0)
            parts.push('');
        else
            parts[parts.length - 1] += c;
    }
    return parts;
}

function block(model, one) {
    if (one.id === 'TOP')
        return [context('Top', 'Text', '#stay', items(model, one, false)), ...values(model, one)];
    const shape = model.headingWords(one.heading);
    const open = opener(one, '<');
    const heading = [
        plain(open, 'Brace', `#pop!Block ${one.id}`, ' beginRegion="block"'),
        look(openerMissing(one), `#pop!Block ${one.id}`),
    ];
    if (shape.length > 0)
        heading.push(plain(`(?<![\\p{L}\\p{N}\\p{M}_])${either(shape)}`, 'Word', '#stay'));
    if (/[CN]/.test(one.heading))
        heading.push('        <IncludeRules context="Figures"/>');
    if (/[IM]/.test(one.heading))
        heading.push(plain(`[a-z][a-z0-9_]*(?=${BLANKS}<)`, 'Name', '#stay'));
    return [
        context(`Heading ${one.id}`, 'Title', '#stay', heading),
        context(`Block ${one.id}`, 'Text', '#stay', [
            look('(?<=<)[ \\t]*[^\\s#>]', `Row ${one.id}`),
            look(`^${margin(model, one)}`, '#pop'),
            ...items(model, one, false),
            plain('>', 'Brace', '#pop', ' endRegion="block"'),
        ]),
        context(`Row ${one.id}`, 'Text', '#pop', [look('>', '#pop'), ...items(model, one, true)]),
        ...values(model, one),
    ];
}

const COMMON = [
    context('Comment', 'Comment', '#pop', ['        <IncludeRules context="##Comments"/>']),
    context('Marks', 'Text', '#stay', [
        plain(`^${BLANKS}[-–•*+](?=[ \\t\\x{A0}])`, 'Mark', '#stay'),
        plain('\\\\[;<>#"\\\\]', 'Escape', '#stay'),
    ]),
    context('Value', 'Text', '#stay', [
        plain(`^${BLANKS}(?=${COMMENT})`, 'Comment', 'Comment'),
        plain(`(?<=[;<>,])${BLANKS}(?=${COMMENT})`, 'Comment', 'Comment'),
        plain(`(?<=[;<>,])${COMMENT}`, 'Comment', 'Comment'),
        plain(`"""(?!${BLANKS}(?:;|>|$))`, 'String', 'Quoted'),
        '        <IncludeRules context="Marks"/>',
    ]),
    context('Quoted', 'String', '#stay', [plain(`"""(?=${BLANKS}(?:;|>|$))`, 'String', '#pop')]),
    context('Figures', 'Text', '#stay', [
        plain('\\[?(?<![\\p{L}\\p{N}])(?:H\\d+-\\d+\\.\\d+-\\d+|MC\\.\\d+\\.\\d+\\.\\d+)\\]?', 'Name', '#stay'),
        plain(`(?<![\\p{L}\\p{N}_])\\d+(?:[./-]\\d+)*%?${WORD_END}`, 'Number', '#stay'),
        plain('"[^"]*"', 'String', '#stay'),
    ]),
];

export function kate(model) {
    let body = model.blocks.flatMap((one) => block(model, one)).concat(COMMON).join('\n');
    // each keyword's pattern once, as an entity
    const entities = [];
    const long = model.keywords.map((row) => [row.id.toLowerCase(), expression(row.marked, DIALECTS.perl)])
        .filter(([, pattern]) => pattern.length > 12).sort((a, b) => b[1].length - a[1].length);
    for (const [id, pattern] of long) {
        const shorter = body.replaceAll(pattern, `&${id};`);
        if (shorter !== body)
            entities.push(`  <!ENTITY ${id} "${pattern}">`);
        body = shorter;
    }
    return `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${GENERATED} -->
<!DOCTYPE language [
${entities.sort().join('\n')}
]>
<language name="khct" section="Markup" version="1" kateversion="5.62" extensions="*.khct" mimetype="text/x-khct" author="khct contributors" license="MIT" indenter="normal" casesensitive="0">
  <highlighting>
    <contexts>
${body}
    </contexts>
    <itemDatas>
      <itemData name="Text" defStyleNum="dsNormal"/>
      <itemData name="Declaration" defStyleNum="dsKeyword" spellChecking="false"/>
      <itemData name="Field" defStyleNum="dsDataType" spellChecking="false"/>
      <itemData name="Word" defStyleNum="dsConstant" spellChecking="false"/>
      <itemData name="Number" defStyleNum="dsDecVal" spellChecking="false"/>
      <itemData name="Name" defStyleNum="dsOthers" spellChecking="false"/>
      <itemData name="Title" defStyleNum="dsFunction"/>
      <itemData name="String" defStyleNum="dsString"/>
      <itemData name="Escape" defStyleNum="dsSpecialChar" spellChecking="false"/>
      <itemData name="Mark" defStyleNum="dsOperator" spellChecking="false"/>
      <itemData name="Brace" defStyleNum="dsControlFlow" spellChecking="false"/>
      <itemData name="End" defStyleNum="dsOperator" spellChecking="false"/>
      <itemData name="Comment" defStyleNum="dsComment"/>
    </itemDatas>
  </highlighting>
  <general>
    <comments>
      <comment name="singleLine" start="#" position="afterwhitespace"/>
    </comments>
    <keywords casesensitive="0"/>
    <folding indentationsensitive="0"/>
  </general>
</language>
`;
}
