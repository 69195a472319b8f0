// The vocabulary for Vim and Neovim: keywords with a pattern of all spellings, and what each block
// may hold. The syntax file builds its rules from it.

import { DIALECTS, expression, phrases } from './forms.mjs';
import { GENERATED, longestFirst } from './model.mjs';

const quote = (text) => `'${text.replace(/'/g, "''")}'`;
const list = (items) => `[${items.join(', ')}]`;
const ids = (rows) => list(longestFirst(rows).map((row) => quote(row.id)));

function keyword(row) {
    const pattern = DIALECTS.vim.group([expression(row.marked, DIALECTS.vim), row.unmarked]);
    return `  \\ ${quote(row.id)}: {'unmarked': ${quote(row.unmarked)}, 'marked': ${list(phrases(row.marked).map(quote))},`
        + `\n  \\   'pattern': ${quote(pattern)},\n  \\   'help': ${list([row.vi, row.en].map(quote))}},`;
}

function block(model, one) {
    const of = (how) => one.items.filter((item) => item.how === how);
    const rows = (how) => ids(of(how).map((item) => item.keyword));
    const values = [...new Set(one.items.flatMap((item) => model.typeWords(item.type)))];
    const prose = of('FIELD').filter((item) => model.isProse(item.type)).map((item) => item.keyword);
    const typed = of('FIELD').filter((item) => !model.isProse(item.type)).map((item) => item.keyword);
    const opens = of('DECLARATION').map((item) => `${quote(item.keyword.id)}: ${quote(item.opens)}`);
    return `  \\ ${quote(one.id)}: {'prose': ${ids(prose)}, 'typed': ${ids(typed)}, 'lines': ${rows('LINE')},`
        + `\n  \\   'opens': {${opens.join(', ')}},`
        + `\n  \\   'words': ${ids(values)}, 'heading': ${ids(model.headingWords(one.heading))}},`;
}

export function vim(model) {
    return `" ${GENERATED}
" Keywords: both forms, a pattern of every spelling (tone marks, i and y, composed or not), help.
let khct#words#keywords = {
${model.keywords.map(keyword).join('\n')}
  \\ }

" Blocks: fields of prose, fields of other values, declarations without a block, blocks that may
" stand inside, the words that values and the heading may hold.
let khct#words#blocks = {
${model.blocks.map((one) => block(model, one)).join('\n')}
  \\ }
`;
}
