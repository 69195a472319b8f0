// Neovim's and Emacs's own clients, with the settings of editors/, against the real server.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { head, inFolder, program, root } from './plan.mjs';

const plan = `vaitro GVTC Giáo viên thể chất;
${head}tieuchi 1.7 muc 3 <
 giaiphap  Bồi dưỡng, GVTC cùng dạy;
  chutri GVTC;
  thoigian  năm học 2023-2024;
  kinhphi ngan;
>
`;
const server = [program, 'lsp', '--lang', 'vi', '--on', '20/8/2023'].join('\n');

function run(command, args, variables) {
    return inFolder({ 'kế hoạch/năm học.khct': plan }, (folder) => {
        const env = { ...process.env, LC_ALL: 'C.UTF-8', HOME: folder, KHCT_OUT: join(folder, 'out.json'),
            KHCT_FILE: join(folder, 'kế hoạch/năm học.khct'), KHCT_SERVER: server, ...variables };
        execFileSync(command, args, { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], timeout: 600000 });
        return JSON.parse(readFileSync(env.KHCT_OUT, 'utf8'));
    });
}

// What either editor must come to.
function judge(got) {
    assert.match(got.hover.contents.value, /Quản lý cán bộ, giáo viên và nhân viên/);
    const [place] = [got.definition].flat();
    assert.equal((place.range ?? place.targetRange).start.line, 0);
    const items = got.completion.items ?? got.completion;
    assert.deepEqual([...items].map((i) => i.label), ['ngân sách nhà nước']);
    assert.equal(got.renamed.match(/GVTD/g).length, 3);
    assert.doesNotMatch(got.renamed, /GVTC/);
    assert.match(got.formatted, /tieuchi 1\.7 muc 2 <\n {2}giaiphap {2}Bồi dưỡng, GVTD cùng dạy;\n {2}chutri {4}GVTD;\n/);
}

test('Neovim', async () => {
    const got = await run('nvim', ['--headless', '-i', 'NONE', '-u', join(root, 'tests/editors/vimrc'), '-c',
        `luafile ${join(root, 'tests/lsp/nvim.lua')}`], { KHCT_VIM: join(root, 'editors/vim') });
    const level = got.first.find((d) => d.code === 'KH2003');
    assert.equal(plan.split('\n')[level.line].slice(level.column), 'muc 3 <');
    assert.equal(level.severity, 1);
    assert.ok(!got.mended.some((d) => d.code === 'KH2003'));
    assert.ok(got.beside.some((words) => /tiêu chí 1\.7 không có mức 3$/.test(words)), 'one line of it beside the text');
    assert.match(got.library.name, /^khct-library:\/\/\/danhmuc\/tt18_2018\.khct$/);
    assert.match(got.library.line, /^danhmuc tt18_2018 </);
    assert.ok(got.library.text.length > 10000 && got.library.type === 'khct' && !got.library.modifiable);
    judge(got);
});

test('Emacs (eglot)', async () => {
    const got = await run('emacs', ['--batch', '-L', join(root, 'editors/emacs'), '-l', join(root, 'tests/lsp/eglot.el')], {});
    assert.ok(got.first.some((d) => d.includes('không có mức 3')));
    assert.ok(!got.mended.some((d) => d.includes('không có mức 3')));
    assert.match(got.library.line, /^danhmuc tt18_2018 </);
    assert.ok(got.library.mode === 'khct-mode' && got.library.fixed);
    judge(got);
});
