// Neovim's and Emacs's own clients with the settings of editors/. The server is one that pretends;
// the language server's own tests run the same scripts with `khct lsp`.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { start } from './lsp/client.mjs';

const [root] = process.argv.slice(2);
const here = resolve(root, 'tests/editors');
const pretend = [process.execPath, join(here, 'lsp/pretend.mjs')];

test('the client of the tests itself', async () => {
    const server = await start(pretend[0], pretend.slice(1));
    assert.equal(server.information.name, 'pretend');
    await server.open('file:///a.khct', 'truong <\n>\n');
    const [one] = await server.diagnostics('file:///a.khct');
    assert.equal(one.message, 'tiếng đầu: truong');
    const hover = await server.ask('textDocument/hover', { textDocument: { uri: 'file:///a.khct' }, position: { line: 0, character: 0 } });
    assert.equal(hover.contents.value, 'tiêu chí 1.1');
    assert.deepEqual(await server.stop(), { status: 0, errors: '' });
});

// Runs a program on a plan in a project of its own; the folder, and what it wrote to $KHCT_OUT.
function inProject(program, args, variables = {}) {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'khct-client-')));
    mkdirSync(join(folder, '.git'));
    mkdirSync(join(folder, 'kế hoạch'));
    const [file, out] = [join(folder, 'kế hoạch', 'năm.khct'), join(folder, 'out.json')];
    writeFileSync(file, 'truong <\n>\n');
    const env = { ...process.env, LC_ALL: 'C.UTF-8', HOME: folder, KHCT_OUT: out, KHCT_FILE: file,
        KHCT_SERVER: pretend.join('\n'), ...variables };
    execFileSync(program, args, { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], timeout: 600000 });
    const got = JSON.parse(readFileSync(out, 'utf8'));
    rmSync(folder, { recursive: true });
    return [folder, got];
}

test('Neovim starts the server, shows its diagnostics and asks it', () => {
    const [folder, got] = inProject('nvim',
        ['--headless', '-i', 'NONE', '-u', join(here, 'vimrc'), '-c', `luafile ${here}/lsp/nvim.lua`],
        { KHCT_VIM: resolve(root, 'editors/vim') });
    assert.equal(got.filetype, 'khct');
    assert.equal(got.client, 'khct');
    assert.equal(got.root, folder, 'the project is the folder that holds .git');
    assert.deepEqual(got.diagnostics, [{ line: 0, column: 0, text: 'tiếng đầu: truong', severity: 2, code: 'KH3007' }]);
    assert.equal(got.omnifunc, 'v:lua.vim.lsp.omnifunc');
    assert.equal(got.hoverKey, true);
    assert.equal(got['textDocument/hover'].contents.value, 'tiêu chí 1.1');
    assert.deepEqual(got['textDocument/completion'], [{ label: 'giaiphap' }]);
});

test('Emacs (eglot) starts the server, shows its diagnostics and asks it', () => {
    const [, got] = inProject('emacs',
        ['--batch', '-L', resolve(root, 'editors/emacs'), '-l', join(here, 'lsp/eglot.el')]);
    assert.equal(got.mode, 'khct-mode');
    assert.equal(got.diagnostics.length, 1);
    assert.equal(got.diagnostics[0].line, 0);
    assert.match(got.diagnostics[0].text, /tiếng đầu: truong/);
    assert.equal(got.hover.contents.value, 'tiêu chí 1.1');
    assert.equal(got.completion[0].label, 'giaiphap');
});
