// The files for Vim and Neovim, in the editor itself: colours as the parser's keywords, folds as its
// blocks, indentation as the examples have it, :make reading khct's messages.
//   node test-vim.mjs PARSER ROOT vim|nvim

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { after, test } from 'node:test';
import { astray } from './indent.mjs';
import { byteLines, differences, linesOf, marks } from './parser.mjs';
import { plans, sound } from './samples.mjs';

const [parser, root, editor] = process.argv.slice(2);
const here = resolve(root, 'tests/editors');
const folder = mkdtempSync(join(tmpdir(), 'khct-vim-'));
after(() => rmSync(folder, { recursive: true }));

// Runs Ex commands; what the last of them writes to $KHCT_OUT, as JSON.
function run(commands, variables = {}) {
    const out = join(folder, 'out.json');
    const how = editor === 'vim' ? ['-es', '-N', '-i', 'NONE'] : ['--headless', '-i', 'NONE'];
    const env = { ...process.env, LC_ALL: 'C.UTF-8', KHCT_VIM: resolve(root, 'editors/vim'), KHCT_OUT: out, ...variables };
    execFileSync(editor, [...how, '-u', join(here, 'vimrc'), ...commands.flatMap((c) => ['-c', c]), '-c', 'qa!'],
        { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], timeout: 600000 });
    return JSON.parse(readFileSync(out, 'utf8'));
}

const write = (expression) => `call writefile([json_encode(${expression})], $KHCT_OUT)`;
const files = sound(root).map((file) => resolve(file));
const read = run([`source ${here}/dump.vim`], { KHCT_FILES: files.join('\n') });

for (const { file, type, marks: rows, folds } of read)
    test(`${editor}: ${relative(root, file)}`, () => {
        const [lines, bytes] = [linesOf(file), byteLines(file)];
        const units = (line, n) => bytes[line - 1].subarray(0, n).toString('utf8').length;
        const got = rows.map(([line, at, length, kind]) =>
            ({ line: line - 1, begin: units(line, at), end: units(line, at + length), kind }));
        assert.equal(type, 'khct');
        const wanted = marks(parser, file);
        const found = differences(relative(root, file), lines, wanted, got);
        assert.equal(found.length, 0, `${found.length} differences:\n${found.slice(0, 20).join('\n')}`);
        assert.deepEqual(folds, levels(wanted, folds.length), 'fold levels');
    });

// Fold levels from the parser's blocks: those of more than one line.
function levels(wanted, count) {
    const level = new Array(count).fill(0);
    const open = [];
    for (const mark of wanted)
        if (mark.kind === 'O')
            open.push(mark.line);
        else if (mark.kind === 'E') {
            const first = open.pop();
            for (let line = first; line <= mark.line && first < mark.line; line++)
                level[line]++;
        }
    return level;
}

for (const file of plans(resolve(root, 'examples')))
    test(`${editor} indents ${relative(root, file)} as it stands`, () => {
        const { kept, made } = read.find((one) => one.file === file);
        astray(linesOf(file), kept, made);
    });

for (const name of ['vi', 'en'])
    test(`${editor}: :make reads khct's messages (${name})`, () => {
        const list = run(['compiler khct', `cgetfile ${here}/messages/${name}.txt`,
            write("map(filter(getqflist(), 'v:val.valid'), '[v:val.type, v:val.nr, bufname(v:val.bufnr), v:val.lnum, v:val.col, v:val.vcol, v:val.text]')")]);
        assert.deepEqual(list.map((row) => row.slice(0, 6)), [
            ['E', 1001, 'thư mục/kế hoạch.khct', 3, 22, 1],
            ['W', 3007, 'thư mục/kế hoạch.khct', 120, 1, 1],
            ['I', 7004, 'chung.khct', 12, 9, 1],
        ]);
        assert.ok(list.every((row) => row[6].length > 10));
    });

test(`${editor}: help and completion of keywords`, () => {
    const told = run(['edit a.khct', "call setline(1, 'giải pháp  Họp')", 'normal! gg0fp',
        write("[execute('KhctHelp'), execute('KhctHelp thoigian'), map(khct#Complete(0, 'giai'), 'v:val.word'), khct#Complete(1, '')]")]);
    assert.match(told[0], /giaiphap \(giải pháp\): /);
    assert.match(told[1], /thoigian \(thời gian\): /);
    assert.deepEqual(told[2], ['giai đoạn', 'giaidoan', 'giaiphap']);
});
