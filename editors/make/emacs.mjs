// The vocabulary for Emacs: keywords with a pattern of all spellings, and what each block may hold.

import { DIALECTS, expression } from './forms.mjs';
import { longestFirst } from './model.mjs';

const quote = (text) => `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
const id = (text) => text.toLowerCase();

function keyword(row) {
    const pattern = DIALECTS.emacs.group([expression(row.marked, DIALECTS.emacs), row.unmarked]);
    return `    (${id(row.id)} ${quote(row.unmarked)} ${quote(row.marked)}\n     ${quote(pattern)}\n     ${quote(row.vi)}\n     ${quote(row.en)})`;
}

function block(model, one) {
    const rows = longestFirst(one.items.map((item) => item.keyword));
    const items = rows.map((row) => one.items.find((item) => item.keyword === row)).map((item) => {
        const kind = item.how === 'DECLARATION' ? id(item.opens) : item.how === 'LINE' ? 'line'
            : model.isProse(item.type) ? 'prose' : 'typed';
        return `(${id(item.keyword.id)} ${item.how === 'DECLARATION' ? 'block' : 'field'} ${kind})`;
    });
    const words = new Set([...model.headingWords(one.heading), ...one.items.flatMap((item) => model.typeWords(item.type))]);
    return `    (${id(one.id)} (${[...words].map((row) => id(row.id)).join(' ')})\n     ${items.join('\n     ')})`;
}

export function emacs(model) {
    return `;;; khct-words.el --- The vocabulary of khct  -*- lexical-binding: t; coding: utf-8 -*-

;;; Commentary:
;; Made from grammar/keywords.def by \`make editors'; do not edit.

;;; Code:

(defconst khct-words
  '(
${model.keywords.map(keyword).join('\n')})
  "Keywords: (ID UNMARKED MARKED PATTERN VIETNAMESE-HELP ENGLISH-HELP).
PATTERN matches every spelling: tone marks, i and y, composed letters or not.")

(defconst khct-blocks
  '(
${model.blocks.map((one) => block(model, one)).join('\n')})
  "Blocks: (ID WORDS ITEM...).
ITEM is (KEYWORD block BLOCK) or (KEYWORD field KIND).
KIND is prose, typed or line (a declaration without a block).
WORDS are what the heading and typed values may hold.")

(provide 'khct-words)
;;; khct-words.el ends here
`;
}
