// The language's text, as far as forms write it: where a field goes, and how words stand in it.

import type { Change } from './plan';

export interface Node {
    tu: string; // the keyword without marks
    co: number; // flags of syntax/tree.h
    cho: [number, number]; // all of it
    khoa: [number, number]; // the keyword
    loi: [number, number]; // the value or heading
    khoi?: string; // the kind of its block
    mo?: number; // where its block opens
    trong?: Node[];
}

const MARKED = 1, QUOTED = 16;

/** The words of a value, without the line ends that only wrap it. */
export function wordsOf(text: string, node: Node): string {
    const raw = text.slice(...node.loi);
    if (node.co & QUOTED)
        return raw;
    let words = '';
    for (const line of raw.split('\n').map((part) => part.trim())) {
        const item = /^[-+*•] /.test(line) || line === '';
        words += words === '' ? line : item || words.endsWith('\n') ? `\n${line}` : ` ${line}`;
    }
    return words.replace(/\\([;<>#"\\])/g, '$1');
}

/** True where a form cannot give the words back: a comment stands among them. */
export const isTangled = (text: string, node: Node): boolean => !(node.co & QUOTED) && /(^|[^\\])#/.test(text.slice(...node.loi));

/** Words as a value: signs of the language are only signs. */
export function valueOf(words: string, indent = '    '): string {
    return words.trim().split(/\r?\n/).map((line) => line.trim()).join(`\n${indent}`)
        .replaceAll('\\', '\\\\').replace(/[;<>#]/g, '\\$&').replaceAll('"""', '\\"\\"\\"').replace(/\n[ ]*\n/g, '\n\n');
}

const indentOf = (text: string, at: number): string => /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))![0];

export function setValue(text: string, node: Node, words: string): Change[] {
    if (words.trim() === '')
        return removal(text, node);
    const indent = `${indentOf(text, node.khoa[0])}  `;
    const insert = node.co & QUOTED ? words.replaceAll('"""', '""\'') : valueOf(words, indent);
    const bare = node.loi[0] === node.khoa[1];
    return [{ from: node.loi[0], to: node.loi[1], insert: bare ? ` ${insert}` : insert }];
}

/** The heading of a block: what stands between its keyword and `<`. */
export function setHeading(text: string, node: Node, words: string): Change[] {
    const insert = words.trim() === '' ? ' ' : ` ${valueOf(words).replace(/\s+/g, ' ')} `;
    return text.slice(node.khoa[1], node.mo) === insert ? [] : [{ from: node.khoa[1], to: node.mo!, insert }];
}

/** The whole item, with the line that it leaves empty. */
export function removal(text: string, node: Node): Change[] {
    let [from, to] = node.cho;
    const begin = text.lastIndexOf('\n', from - 1) + 1;
    let end = to;
    while (text[end] === ' ' || text[end] === '\t')
        end++;
    if (text.slice(begin, from).trim() === '' && (text[end] === '\n' || end >= text.length)) {
        from = begin;
        to = Math.min(end + 1, text.length);
    }
    return [{ from, to, insert: '' }];
}

export interface Writing { marked: boolean; word: (keyword: string) => string }

/** How this plan writes keywords: with marks and a colon, or without. */
export function writingOf(nodes: Node[], marked: (keyword: string) => string): Writing {
    let with_ = 0, without = 0;
    const count = (list: Node[]): void => list.forEach((node) => {
        if (node.co & MARKED)
            with_++;
        else
            without++;
        count(node.trong ?? []);
    });
    count(nodes);
    const is = with_ > without;
    return { marked: is, word: (keyword) => (is ? marked(keyword) : keyword) };
}

export function line(writing: Writing, keyword: string, words: string, indent: string): string {
    return `${indent}${writing.word(keyword)}${writing.marked ? ': ' : '  '}${valueOf(words, `${indent}  `)};`;
}

/** A further field, last in the block or behind those of its kind. */
export function addField(text: string, block: Node, writing: Writing, keyword: string, words: string): Change[] {
    const same = (block.trong ?? []).filter((node) => node.tu === keyword && !node.khoi).pop();
    const fields = (block.trong ?? []).filter((node) => !node.khoi), after = same ?? fields[fields.length - 1];
    const outer = indentOf(text, block.cho[0]);
    if (after && text.slice(text.lastIndexOf('\n', after.cho[0] - 1) + 1, after.cho[0]).trim() === '') {
        const at = after.cho[1];
        return [{ from: at, to: at, insert: `\n${line(writing, keyword, words, indentOf(text, after.cho[0]))}` }];
    }
    const at = block.mo! + 1, rest = text.slice(at, block.cho[1]);
    const one = !rest.includes('\n');
    return [{ from: at, to: at, insert: `\n${line(writing, keyword, words, `${outer}  `)}${one ? `\n${outer}` : ''}` }];
}

/** A block inside another one, at its end. */
export function addBlock(text: string, block: Node, head: string): Change[] {
    const outer = indentOf(text, block.cho[0]), at = block.cho[1] - 1, begin = text.lastIndexOf('\n', at - 1) + 1;
    const alone = text.slice(begin, at).trim() === '';
    const insert = `${outer}  ${head} <\n${outer}  >\n`;
    return [{ from: alone ? begin : at, to: alone ? begin : at, insert: alone ? insert : `\n${insert}${outer}` }];
}

const ORDER = ['dung', 'truong', 'kehoach', 'vaitro', 'viettat', 'phan', 'cancu', 'hientrang', 'vande', 'tieuchi', 'khoan', 'viec', 'theodoi', 'noinhan', 'chuky', 'chophep'];

/** A declaration of the file: behind the last of its kind, else where such ones stand. */
export function addTop(text: string, nodes: Node[], keyword: string, written: string): Change[] {
    const rank = ORDER.indexOf(keyword);
    const same = nodes.filter((node) => node.tu === keyword).pop();
    const before = same ?? nodes.filter((node) => ORDER.indexOf(node.tu) < rank && node.tu !== 'phan').pop();
    const at = before?.cho[1] ?? text.length;
    const gap = same && !same.khoi ? '\n' : '\n\n';
    return [{ from: at, to: at, insert: `${at === 0 ? '' : gap}${written}${at === text.length ? '\n' : ''}` }];
}
