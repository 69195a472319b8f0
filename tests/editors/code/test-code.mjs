// The extension in a real VS Code: test-code.mjs VSIX KHCT [FOLDER for pictures]

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { open, until } from './editor.mjs';

const [vsix, program] = process.argv.slice(2, 4).map((name) => resolve(name));
const pictures = process.argv[4];
const HEAD = `dung danhmuc tt18_2018;
dung mau cv5932;
# một ghi chú
truong < ten Trường THCS Hoa Sen; cap thcs; diadanh An Bình; >
kehoach < so 14/KH-THCSHS; ngay 14/8/2023; trichyeu Cải tiến chất lượng giáo dục; namhoc 2023-2024; >
vaitro GVTC Giáo viên thể chất;
hientrang namhoc 2022-2023 <
  muc 2  1.1 - 1.10, 2.1 - 2.4, 3.1 - 3.6, 4.1 và 4.2, 5.1 - 5.6;
>
`;
const TASK = (level) => `tieuchi 1.7 ${level} <
  giaiphap  Bồi dưỡng giáo viên mới vào nghề;
  chutri    GVTC;
  thoigian  từ tháng 9/2023 đến tháng 5/2024;
>
`;
const files = { 'sai.khct': HEAD + TASK('muc 3'), 'dung.khct': HEAD + TASK('duytri'), 'viet.khct': HEAD, 'lech.khct': `${HEAD}tieuchi   1.7 duytri<\ngiaiphap Làm;\n      chutri GVTC;\n>\n`,
    'ghep.khct': `dung "phan.khct";\n${HEAD}`, 'phan.khct': 'vaitro BVR Bảo vệ;\nvaitro BVR Bảo vệ trường;\n' };

let editor;
before(async () => {
    editor = await open(vsix, files, { 'khct.path': program });
});
after(() => editor?.close());
let count = 0;
afterEach(async (t) => {
    if (pictures !== undefined)
        await editor.page.screenshot({ path: join(pictures, `${String(++count).padStart(2, '0')}.png`) });
    for (let i = 0; i < 3; i++)
        await editor.page.keyboard.press('Escape');
});

const press = (key) => editor.page.keyboard.press(key);
const type = (words) => editor.page.keyboard.type(words);
// what stands in the file after it was saved
async function saved(name, good, what) {
    await press('Control+S');
    return until(() => editor.read(name), good, what);
}

// The list of problems: its key shows it, or hides it where it has the focus, and else gives it that.
async function problems(shown) {
    const panel = editor.page.locator('.markers-panel');
    await until(async () => {
        if (await panel.isVisible() !== shown) {
            await press('Control+Shift+M');
            await panel.waitFor({ state: shown ? 'visible' : 'hidden', timeout: 2000 }).catch(() => {});
        }
        return panel.isVisible();
    }, (seen) => seen === shown, `the list of problems cannot be ${shown ? 'shown' : 'hidden'}`);
}

test('mistakes are underlined where they are, and listed in Vietnamese', async () => {
    await editor.file('sai.khct');
    await editor.page.waitForSelector('.squiggly-error', { state: 'attached' });
    await problems(true);
    await editor.see('.markers-panel .monaco-list-row', (rows) => rows.some((r) => r.includes('tiêu chí 1.7 không có mức 3') && r.includes('KH2003')), 'no problem');
    // the second place, in the library
    await editor.see('.markers-panel .monaco-list-row', (rows) => rows.some((r) => r.includes('tt18_2018.khct')), 'no second place');
    await problems(false);
});

test('the page of a code opens from its link', async () => {
    await problems(true);
    await editor.page.locator('.markers-panel a', { hasText: 'KH2003' }).first().click();
    await editor.page.waitForSelector('.tab.active[data-resource-name="KH2003.md"]');
    await editor.see('.editor-instance .view-line', (lines) => lines.some((l) => l.startsWith('# KH2003: ')), 'no page');
    await press('Control+F4');
    await problems(false);
});

test('mistakes of a file that the plan uses and that is not open', async () => {
    await editor.file('ghep.khct');
    await problems(true);
    await editor.see('.markers-panel .monaco-list-row', (rows) => rows.some((r) => r.startsWith('phan.khct')), 'no word of it');
    await problems(false);
    await editor.file('sai.khct');
});

test('colours: the grammar\'s, and the server\'s', async () => {
    const classes = await until(() => editor.page.$$eval('.view-line span span', (found) =>
        Object.fromEntries(found.map((e) => [e.textContent.replace(/\u00a0/g, ' ').trim(), e.className]))), (seen) => seen.tieuchi && seen['# một ghi chú'] && seen.GVTC, 'no colours');
    const plain = classes['An Bình;'] ?? classes[';'];
    for (const words of ['tieuchi', '# một ghi chú', 'GVTC', '1.7'])
        assert.notEqual(classes[words], plain, words);
});

test('hints: a criterion\'s title', () => editor.see('.view-line', (lines) => lines.some((l) => /1\.7 muc 3.*Quản lý cán bộ/.test(l)), 'no hint'));

test('hover', async () => {
    await editor.go(10, 9);
    await editor.run('Show or Focus Hover');
    await editor.see('.monaco-hover', (found) => found.some((t) => t.includes('Quản lý cán bộ') && t.includes('Mức 1')), 'no hover');
});

test('a mistake mended by its action', async () => {
    await editor.go(10, 14);
    await press('Control+.');
    await editor.see('.action-widget .action', (found) => found.some((t) => t.includes('duytri muc 2')), 'no action');
    await until(async () => {
        await press('ArrowDown');
        return editor.texts('.action-widget .action.focused');
    }, ([first]) => first?.includes('duytri muc 2'), 'not to be chosen');
    await press('Enter');
    await saved('sai.khct', (text) => text.includes('\ntieuchi 1.7 duytri muc 2 <\n'), 'not mended');
});

test('completion: a criterion by words without marks, then its block', async () => {
    await editor.file('viet.khct');
    await editor.go(10, 1);
    await type('tieuchi quan ly can');
    await editor.see('.suggest-widget .monaco-list-row', (rows) => rows.some((r) => r.includes('1.7 Quản lý cán bộ')), 'not offered');
    await press('Enter');
    await saved('viet.khct', (text) => text.endsWith('\ntieuchi 1.7'), 'not put in');
    await type(' ');
    await editor.see('.suggest-widget .monaco-list-row', (rows) => rows.some((r) => r.startsWith('muc 2')) && !rows.some((r) => r.startsWith('muc 3')), 'levels');
    await type('duy');
    await editor.see('.suggest-widget .monaco-list-row.focused', ([r]) => r?.startsWith('duytri'), 'duytri');
    await press('Enter');
    await saved('viet.khct', (text) => /\ntieuchi 1\.7 duytri/.test(text), 'no level');
});

test('completion goes on behind a keyword', async () => {
    await press('Control+A');
    await press('Delete');
    await type('truong < loaih');
    await editor.see('.suggest-widget .monaco-list-row.focused', ([r]) => r?.startsWith('loaihinh'), 'not offered');
    await press('Enter');
    await editor.see('.suggest-widget .monaco-list-row.focused', ([r]) => r?.startsWith('conglap'), 'what it may say is not offered');
    await press('Enter');
    await saved('viet.khct', (text) => text.startsWith('truong < loaihinh  conglap;'), 'not put in');
});

test('snippets: a whole block, its places filled one after another', async () => {
    await press('Control+A');
    await press('Delete');
    await type('noinhan');
    await editor.see('.suggest-widget .monaco-list-row', (rows) => rows.some((r) => r.startsWith('noinhan < … >')), 'not offered');
    await until(async () => {
        await press('ArrowDown');
        return editor.texts('.suggest-widget .monaco-list-row.focused');
    }, ([first]) => first?.startsWith('noinhan < … >'), 'not to be chosen');
    await press('Enter');
    await type('Như trên');
    await saved('viet.khct', (text) => /^noinhan <\n {2}noi +Như trên;\n>\n?$/.test(text), 'no block');
});

test('names are renamed everywhere', async () => {
    await editor.file('dung.khct');
    await editor.go(12, 14);
    await press('F2');
    await editor.page.waitForSelector('.rename-box input:focus');
    await press('Control+A');
    await type('GVTD');
    await press('Enter');
    const text = await saved('dung.khct', (now) => now.includes('GVTD'), 'not renamed');
    assert.match(text, /vaitro GVTD Giáo viên/);
    assert.match(text, /chutri {4}GVTD;/);
});

test('to the library, which is not on the disk', async () => {
    await editor.go(1, 16);
    await press('F12');
    await editor.page.waitForSelector('.tab.active[data-resource-name="tt18_2018.khct"]');
    await editor.see('.editor-instance .view-line', (lines) => lines.some((l) => l.includes('danhmuc tt18_2018 <')), 'no text');
    await press('Control+F4');
});

test('formatting is that of khct fmt', async () => {
    await editor.file('lech.khct');
    await editor.run('Format Document');
    const wanted = execFileSync(program, ['fmt', '-'], { input: files['lech.khct'], encoding: 'utf8' });
    await saved('lech.khct', (text) => text === wanted, 'not as khct fmt');
});

test('the preview stands beside the text and follows it', async () => {
    await editor.file('dung.khct');
    await editor.run('Xem trước bên cạnh');
    const frame = editor.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
    await frame.locator('text=Bồi dưỡng giáo viên mới vào nghề').first().waitFor();
    await editor.go(11, 13);
    await type('Thao giảng. ');
    await press('Control+S');
    await frame.locator('text=Thao giảng. Bồi dưỡng').first().waitFor();
    // the page's other face, and a place in it, are still there after the next save
    await frame.locator('.mat a', { hasText: 'Văn bản' }).click();
    await frame.locator('#vanban').waitFor();
    await frame.locator('body').evaluate(() => window.scrollTo(0, 200));
    await press('Control+1');
    await editor.page.waitForSelector('.editor-instance .monaco-editor.focused');
    await editor.go(11, 13);
    await type('Sinh hoạt tổ. ');
    await press('Control+S');
    await frame.locator('#vanban :text("Sinh hoạt tổ. Thao giảng")').first().waitFor();
    await until(() => frame.locator('body').evaluate(() => window.scrollY), (y) => y === 200, 'the page has moved');
    // with an error in the plan it says which
    await editor.go(10, 16);
    await type('x');
    await press('Control+S');
    await frame.locator('text=/KH\\d{4}/').first().waitFor();
    await press('Backspace');
    await press('Control+S');
    await frame.locator('#vanban :text("Sinh hoạt tổ. Thao giảng")').first().waitFor();
});

for (const [label, ending, begins] of [['Dựng HTML', 'html', '<!DOCTYPE html'], ['Dựng PDF', 'pdf', '%PDF-']])
    test(`${label} writes beside the plan`, async () => {
        await editor.file('dung.khct');
        await editor.run(label);
        await editor.see('.notification-list-item-message', (found) => found.some((t) => t.includes(`Đã ghi dung.${ending}`)), 'no word of it');
        assert.ok(existsSync(join(editor.folder, `dung.${ending}`)));
        assert.ok(readFileSync(join(editor.folder, `dung.${ending}`), 'latin1').startsWith(begins));
        await editor.run('Notifications: Clear All Notifications');
    });

test('the task\'s messages become problems', async () => {
    editor.choose({ 'khct.server.enabled': false });
    editor.write('sai.khct', files['sai.khct']);
    await editor.file('sai.khct');
    await editor.page.waitForSelector('.squiggly-error', { state: 'detached' });
    await editor.run('Kiểm tra kế hoạch');
    await editor.page.waitForSelector('.squiggly-error', { state: 'attached' });
    await problems(true);
    await editor.see('.markers-panel .monaco-list-row', (rows) => rows.some((r) => r.includes('tiêu chí 1.7 không có mức 3')), 'no problem');
});

test('a missing program is said once, with what to do', async () => {
    await editor.run('Notifications: Clear All Notifications');
    editor.choose({ 'khct.path': '/khong/co/khct' });
    const [text] = await editor.see('.notification-list-item', (found) => found.length > 0, 'no word of it');
    assert.match(text, /Mở cài đặt[^]*Không chạy được khct/);
    assert.equal((await editor.texts('.notification-list-item')).length, 1);
});
