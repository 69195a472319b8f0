// The spellings of a keyword that mean the same, and regular expressions of them.
// The rule is that of src/text/fold.h: letter case, the place of the tone mark, i for y, and
// composed or decomposed letters make no difference. Here only spellings that people use.

const TONES = '\u0300\u0301\u0303\u0309\u0323';
const SHAPES = '\u0302\u0306\u031B';

// One syllable: its spellings in NFC, the table's own first.
export function spellings(syllable) {
    const letters = [...syllable.normalize('NFD')];
    const tone = letters.find((c) => TONES.includes(c)) ?? '';
    const plain = letters.filter((c) => !TONES.includes(c)).join('').normalize('NFC');
    const found = new Set([syllable.normalize('NFC')]);
    const open = plain.match(/^(.*)(o)(a|e)$|^(.*)(u)(y)$/);
    if (tone !== '' && open !== null) {
        const [head, first, last] = open.slice(1).filter((part) => part !== undefined);
        found.add((head + first + tone + last).normalize('NFC'));
        found.add((head + first + last + tone).normalize('NFC'));
    }
    if (/^[bcdđghklmnprstvx]+y$/.test(plain))
        found.add((plain.slice(0, -1) + 'i' + tone).normalize('NFC'));
    return [...found];
}

// One letter: composed, decomposed, and as some keyboards type it (ế, e + both marks, ê + tone).
export function encodings(letter) {
    const parts = [...letter.normalize('NFD')];
    const found = new Set([letter.normalize('NFC'), parts.join('')]);
    const [base, ...marks] = parts;
    const shape = marks.filter((c) => SHAPES.includes(c)).join('');
    const tone = marks.filter((c) => TONES.includes(c)).join('');
    if (shape !== '' && tone !== '')
        found.add((base + shape).normalize('NFC') + tone);
    return [...found];
}

// All spellings of a marked form, in NFC, its words joined by one space.
export function phrases(marked) {
    return marked.split(' ').map(spellings).reduce(
        (heads, words) => heads.flatMap((head) => words.map((word) => head === '' ? word : `${head} ${word}`)),
        ['']);
}

// How a dialect of regular expressions writes things.
export const DIALECTS = {
    perl: { group: (list) => `(?:${list.join('|')})`, blank: '[ \\t\\x{A0}]+' },
    emacs: { group: (list) => `\\(?:${list.join('\\|')}\\)`, blank: '[[:blank:]]+' },
    vim: { group: (list) => `\\%(${list.join('\\|')}\\)`, blank: '[ \\t\\xa0]\\+' },
};

const choice = (dialect, list) => list.length === 1 ? list[0] : dialect.group(list);

// A regular expression of one marked form, with every spelling and encoding.
export function expression(marked, dialect) {
    return marked.split(' ').map((word) => choice(dialect, spellings(word).map((spelling) =>
        [...spelling].map((letter) => choice(dialect, encodings(letter))).join(''))))
        .join(dialect.blank);
}
