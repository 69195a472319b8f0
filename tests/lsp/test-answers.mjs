// What the server answers: completion, hover, navigation, structure, actions.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { able, applied, editsOf, head, inFolder, offsetAt, opened, root, serving } from './plan.mjs';

const rpc = createRequire(join(root, 'tests/editors/package.json'))('vscode-jsonrpc/node');
const task = '  giaiphap  Làm;\n  chutri    Hiệu trưởng;\n  thoigian  năm học 2023-2024;\n';

// --- diagnostics ---

test('diagnostics: place, code, severity, version, page, second places', () => serving({}, async (server) => {
    const text = `${head}tieuchi 1.7 muc 3 <\n${task}>\ntieuchi 1.7 muc 2 <\n${task}>\n`;
    const plan = await opened(server, text);
    const found = await server.diagnostics(plan.uri);
    const level = found.find((d) => d.code === 'KH2003');
    assert.equal(text.slice(offsetAt(text, level.range.start), offsetAt(text, level.range.end)), 'muc 3');
    assert.equal(level.severity, 1);
    assert.equal(level.source, 'khct');
    assert.match(level.message, /^tiêu chí 1\.7 không có mức 3\n/);
    assert.equal(level.codeDescription.href, 'khct-library:///giai-thich/KH2003.md');
    const page = await server.ask('khct/libraryDocument', { uri: level.codeDescription.href });
    assert.match(page.text, /^# KH2003: /);
    const related = level.relatedInformation.find((r) => r.location.uri.startsWith('khct-library:///danhmuc/tt18_2018.khct'));
    assert.ok(related, 'the catalogue is a second place');
    const library = await server.ask('workspace/textDocumentContent', { uri: related.location.uri });
    assert.match(library.text.split('\n')[related.location.range.start.line], /tieuchi 1\.7/);
    const twice = found.find((d) => d.code === 'KH2007');
    assert.equal(twice.relatedInformation[0].location.uri, plan.uri);
}));

test('diagnostics follow each edit, and each text put in anew says the same', () => serving({}, async (server) => {
    const plan = await opened(server, readFileSync(join(root, 'examples/thcs-mot-nam.khct'), 'utf8'));
    let text = plan.text, seed = 7;
    const random = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
    const pieces = [';', '>', '<', '\n', 'tieuchi 9.9 muc 2 <', '"""', 'tháng 13/2023', 'đ', '\u0301', '𠀀', '# ', 'viec', '  '];
    for (let i = 0; i < 150; i++) {
        const lines = text.split('\n');
        const line = random(lines.length), character = random(lines[line].length + 1);
        const to = { line, character: Math.min(lines[line].length, character + random(6)) };
        const splits = (l, c) => c > 0 && /[\ud800-\udbff]/.test(l[c - 1] ?? '');
        if (splits(lines[line], character) || splits(lines[line], to.character))
            continue;
        const change = { range: { start: { line, character }, end: to }, text: pieces[random(pieces.length)] };
        text = applied(text, [{ range: change.range, newText: change.text }]);
        await server.change(plan.uri, [change]);
        if (i % 10 !== 0)
            continue;
        const grown = await server.diagnostics(plan.uri);
        const anew = await opened(server, text);
        const read = (await server.diagnostics(anew.uri)).map((d) => JSON.stringify(d).replaceAll(anew.uri, plan.uri));
        assert.deepEqual(grown.map((d) => JSON.stringify(d)), read, `after ${i} edits`);
        await server.close(anew.uri);
    }
}));

test('diagnostics that the editor asks for', () => serving({ capabilities: { ...able, textDocument: { ...able.textDocument, diagnostic: {} } } }, async (server) => {
    assert.equal(server.capabilities.diagnosticProvider.interFileDependencies, true);
    const plan = await opened(server, `${head}tieuchi 1.7 muc 3 <\n${task}>\n`);
    const first = await plan.all('diagnostic');
    assert.equal(first.kind, 'full');
    assert.ok(first.items.some((d) => d.code === 'KH2003'));
    const same = await plan.all('diagnostic', { previousResultId: first.resultId });
    assert.deepEqual(same, { kind: 'unchanged', resultId: first.resultId });
    await server.change(plan.uri, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' }]);
    assert.equal((await plan.all('diagnostic', { previousResultId: first.resultId })).kind, 'full');
}));

test('diagnostics of the workspace: files that are not open too, answered when there is news', () => {
    const shared = 'truong <\n  tenn Trường;\n>\n';
    const files = { 'chung.khct': shared, 'k.khct': `dung "chung.khct";\ndung danhmuc tt18_2018;\n` };
    const capabilities = { ...able, textDocument: { ...able.textDocument, diagnostic: {} } };
    return inFolder(files, (folder, uri) => serving({ root: uri(''), capabilities }, async (server) => {
        assert.equal(server.capabilities.diagnosticProvider.workspaceDiagnostics, true);
        const ask = (previousResultIds) => server.ask('workspace/diagnostic', { previousResultIds });
        const ids = (report) => report.items.filter((i) => i.resultId !== '').map((i) => ({ uri: i.uri, value: i.resultId }));
        const early = ask([]); // nothing is open yet: it waits
        const plan = await opened(server, files['k.khct'], uri('k.khct'));
        const first = await early;
        assert.deepEqual(first.items.map((i) => [i.uri, i.version, i.kind]), [[plan.uri, 1, 'full'], [uri('chung.khct'), null, 'full']]);
        assert.ok(first.items[1].items.some((d) => d.code === 'KH1002'), 'of a file that is not open');
        assert.equal((await plan.all('diagnostic', { previousResultId: first.items[0].resultId })).kind, 'unchanged', 'both ways of asking have one number');
        // no news, so the answer waits for the next edit; a request at a time
        const given_up = ask(ids(first)).catch((error) => error.code);
        const waiting = ask(ids(first));
        assert.equal(await given_up, -32800);
        await server.change(plan.uri, [{ text: 'dung danhmuc tt18_2018;\n' }]);
        const second = await waiting;
        assert.deepEqual(second.items.map((i) => [i.uri, i.kind, i.items.length]).at(-1), [uri('chung.khct'), 'full', 0], 'it is no part of an open plan any more');
        const last = ask(ids(second)).catch((error) => error.code);
        await plan.all('documentSymbol');
        await server.close(plan.uri);
        const none = await last;
        assert.deepEqual(none.items.map((i) => [i.uri, i.items.length]), [[plan.uri, 0]]);
        ask([]).catch(() => {}); // shutdown answers it
    }));
});

test('a workspace request that waits is cancelled', () => serving({}, async (server) => {
    const stop = new rpc.CancellationTokenSource();
    const answer = server.ask('workspace/diagnostic', { previousResultIds: [] }, stop.token).catch((error) => error.code);
    await server.ask('khct/debug', {});
    stop.cancel();
    assert.equal(await answer, -32800);
}));

test('a law no longer in force is struck through; what chophep accepts is a hint', () => serving({}, async (server) => {
    const plan = await opened(server, `chophep KH3001 tieuchi 1.7 Giữ mức 2 theo yêu cầu của phường;\n${head}tieuchi 1.7 muc 2 <\n${task}>\n`);
    const accepted = (await server.diagnostics(plan.uri)).find((d) => d.code === 'KH3001');
    assert.equal(accepted.severity, 4);
    assert.match(accepted.message, /đã chấp nhận: Giữ mức 2/);
}));

test('files that a plan uses: their messages, the plan they belong to', () => {
    const shared = 'vaitro GVTC Giáo viên thể chất;\ntruong <\n  tenn Trường;\n  cap thcs;\n>\n';
    const own = `dung "chung.khct";\ndung danhmuc tt18_2018;\nkehoach < namhoc 2023-2024; >\ntieuchi 1.7 muc 2 < giaiphap Dạy; chutri GVTC; >\n`;
    return inFolder({ 'chung.khct': shared, 'k.khct': own }, (folder, uri) => serving({ root: uri('') }, async (server) => {
        const plan = await opened(server, own, uri('k.khct'));
        await server.diagnostics(plan.uri);
        assert.ok((await server.diagnostics(uri('chung.khct'))).some((d) => d.code === 'KH1002'), 'a file that is not open is spoken of');
        const file = await opened(server, shared, uri('chung.khct'));
        const codes = (await server.diagnostics(file.uri)).map((d) => d.code);
        assert.ok(codes.includes('KH1002') && !codes.includes('KH2006'), 'it is judged as a part of its plan');
        await server.change(file.uri, [{ text: shared.replace('tenn', 'ten') }]);
        assert.ok(!(await server.diagnostics(file.uri)).some((d) => d.code === 'KH1002'));
        await server.close(plan.uri);
        await server.close(file.uri);
    }));
});

test('a file that two open plans use: each message once', () => {
    const files = { 'chung.khct': 'truong <\n  tenn Trường;\n>\n', 'a.khct': 'dung "chung.khct";\ndung danhmuc tt18_2018;\n', 'b.khct': 'dung "chung.khct";\ndung danhmuc tt18_2018;\n' };
    return inFolder(files, (folder, uri) => serving({ root: uri('') }, async (server) => {
        for (const name of ['a.khct', 'b.khct', 'chung.khct'])
            await opened(server, files[name], uri(name));
        const found = await server.diagnostics(uri('chung.khct'));
        assert.equal(found.filter((d) => d.code === 'KH1002').length, 1);
    }));
});

// --- completion ---

async function labels(server, text) {
    const plan = await opened(server, text);
    const { items } = await plan.at('completion');
    await server.close(plan.uri);
    items.sort((a, b) => a.sortText < b.sortText ? -1 : 1); // as an editor shows them
    return { items, labels: items.map((i) => i.label), plan, put: (item) => applied(plan.text, [item.textEdit]) };
}

test('completion: what may stand here and was not given yet', () => serving({}, async (server) => {
    const top = await labels(server, `${head}¦`);
    assert.ok(top.labels.includes('tieuchi') && top.labels.includes('tieuchi < … >'));
    assert.ok(!top.labels.includes('kehoach'), 'given once, and stands once');
    assert.ok(!top.labels.includes('giaiphap'), 'a field');
    const inside = await labels(server, `${head}tieuchi 1.7 muc 2 <\n  chutri Hiệu trưởng;\n  ¦\n>`);
    assert.ok(inside.labels.includes('giaiphap') && inside.labels.includes('viec'));
    assert.ok(!inside.labels.includes('chutri') && !inside.labels.includes('truong'));
    const typed = await labels(server, `${head}tieuchi 1.7 muc 2 <\n  giai ph¦\n>`);
    assert.deepEqual(typed.labels, ['giaiphap']);
    assert.match(typed.put(typed.items[0]), /<\n {2}giaiphap {2}\$1;\$0\n>/);
    const oneLine = await labels(server, `${head}tieuchi 1.7 muc 2 < giaiphap Làm; chu¦ >`);
    assert.ok(oneLine.labels.includes('chutri'));
    assert.ok((await labels(server, `${head}tieuchi 1.7 muc 2 < giai¦`)).labels.includes('giaiphap'), 'behind a sign that opens nothing yet');
    assert.deepEqual((await labels(server, 'truong < loaih¦\n')).labels, ['loaihinh']);
    assert.deepEqual((await labels(server, 'Trường < Tên A; >\nKế ¦')).labels, ['kế hoạch', 'kế hoạch < … >']);
    assert.deepEqual((await labels(server, 'Trường < Tên A; >\nChữ ký <\n  Họ t¦\n>')).labels, ['họ tên']);
    const accented = await labels(server, 'trường < tên Trường; cấp thcs; >\nkế hoạch < số 1/KH-X; ¦ >');
    assert.ok(accented.labels.includes('năm học'), 'keywords as the writer writes them');
    const comment = await labels(server, `${head}# ghi ¦`);
    assert.deepEqual(comment.labels, []);
}));

test('completion: criteria by number and by words, levels that they have', () => serving({}, async (server) => {
    const all = await labels(server, `${head}tieuchi ¦`);
    assert.equal(all.labels.length, 28);
    assert.equal(all.labels[0].startsWith('1.1 '), true);
    const number = await labels(server, `${head}tieuchi 1.1¦`);
    assert.deepEqual(number.labels.map((l) => l.split(' ')[0]).sort(), ['1.1', '1.10']);
    const words = await labels(server, `${head}tieuchi quan ly can¦`);
    assert.deepEqual(words.labels, ['1.7 Quản lý cán bộ, giáo viên và nhân viên']);
    assert.equal(words.items[0].filterText, 'quan ly can');
    assert.match(words.put(words.items[0]), /\ntieuchi 1\.7$/);
    const levels = await labels(server, `${head}tieuchi 1.7 ¦`);
    assert.deepEqual(levels.labels.filter((l) => l.startsWith('muc')), ['muc 1', 'muc 2']);
    assert.ok(levels.labels.includes('duytri muc 2'), 'the level that the school has');
    const three = await labels(server, `${head}tieuchi 1.4 m¦`);
    assert.deepEqual(three.labels.filter((l) => l.startsWith('muc')), ['muc 1', 'muc 2', 'muc 3']);
    const middle = await labels(server, `${head}tieuchi 1.4 ¦\n\ntieuchi 2.1 muc 2 <\n${task}>\n`);
    assert.ok(middle.labels.includes('muc 3'), 'also where another declaration follows');
    const block = await labels(server, `${head}tieuchi 1.4 muc 3 ¦`);
    assert.match(block.items.find((i) => i.label === '< … >').textEdit.newText, /^<\n {2}ketqua +\$1;\n {2}giaiphap +\$2;/);
    const list = await labels(server, `${head}viec Làm < tieuchi 1.1, thu vien¦; >`);
    assert.ok(list.labels[0].startsWith('3.6'));
    assert.match(list.put(list.items[0]), /tieuchi 1\.1, 3\.6; >/);
}));

test('completion: people, law, library, time, money, evidence, codes, sections', () => serving({}, async (server) => {
    const within = (field) => labels(server, `vaitro GVTC Giáo viên thể chất;\n${head}tieuchi 1.7 muc 2 <\n  ${field};\n>\n`);
    const people = await within('phoihop Hiệu trưởng, giao vien the¦');
    assert.deepEqual(people.labels, ['Giáo viên thể chất']);
    assert.match(people.put(people.items[0]), /phoihop Hiệu trưởng, Giáo viên thể chất;/);
    assert.deepEqual((await within('chutri gvt¦')).labels, ['Giáo viên thể chất'], 'by the identifier');
    const time = await within('thoigian ¦');
    assert.ok(time.labels.includes('năm học 2023-2024') && time.labels.includes('từ tháng 9/2023 đến tháng 5/2024'));
    const money = await within('kinhphi 12,5¦');
    assert.ok(money.labels.includes('12,5 triệu đồng'));
    assert.ok((await within('kinhphi xa hoi¦')).labels.includes('xã hội hóa'));
    assert.deepEqual((await within('minhchung Sổ [H1-1.7-04], ¦')).labels, ['[H1-1.7-05]']);
    const catalogues = await labels(server, 'dung danhmuc ¦');
    assert.ok(catalogues.labels.includes('tt57_2026_phothong'));
    const forms = await labels(server, 'dung mau ¦;');
    assert.ok(forms.labels.includes('bieu2_tt57'));
    const law = await labels(server, `${head}cancu <\n  vanban dieu le truong¦;\n>`);
    assert.ok(law.labels.includes('tt32_2020'));
    const late = await labels(server, `${head.replace('14/8/2023', '14/9/2026')}cancu <\n  vanban chuan nghe nghiep giao vien¦;\n>`);
    assert.match(late.items.find((i) => i.label === 'tt20_2018').detail, /20\/2018\/TT-BGDĐT \(thay bằng Thông tư 30\/2026\/TT-BGDĐT\)/);
    const codes = await labels(server, `${head}chophep 3005¦`);
    assert.deepEqual(codes.labels, ['KH3005']);
    const sections = await labels(server, `${head}phan ¦`);
    assert.deepEqual(sections.labels, ['mucdich', 'cancu', 'noidung', 'tochuc']);
    assert.deepEqual((await labels(server, 'truong < cap th¦; >')).labels, ['thcs', 'thpt', 'gdtx']);
    const groups = await labels(server, `${head}cancu <\n  nhom ¦;\n>`);
    assert.ok(groups.labels.includes('chutruong'));
}));

test('completion: what follows the first half of a value', async () => serving({}, async (server) => {
    const within = (field) => labels(server, `${head}tieuchi 1.7 muc 2 <\n  ${field};\n>\n`);
    const aim = await labels(server, head.replace('phandau muc 2', 'phandau muc 2 ¦'));
    assert.deepEqual(aim.labels.slice(0, 2), ['den namhoc 2023-2024', 'den namhoc 2024-2025']);
    assert.ok((await labels(server, 'dung danhmuc tt18_2018;\nhientrang <\n  muc 2 1.1 - ¦;\n>')).labels.length > 20, 'the end of a range');
    assert.ok((await labels(server, 'dung danhmuc tt18_2018;\nhientrang <\n  muc 2 1.1, 1.2 và thu vien¦;\n>')).labels[0].startsWith('3.6'));
    const until = await within('thoigian từ tháng 9/2023 đến thang 5¦');
    assert.deepEqual(until.labels, ['tháng 5/2024']);
    assert.match(until.put(until.items[0]), /thoigian từ tháng 9\/2023 đến tháng 5\/2024;/);
    assert.deepEqual((await within('thoigian tu thang 10¦')).labels, ['từ tháng 10/2023 đến ']);
    assert.ok((await within('thoigian hằng tháng, hoan thanh¦')).labels.includes('hoàn thành trong học kỳ I năm học 2023-2024'), 'a second time');
    const amount = await within('kinhphi Ngân sách nhà nước 18¦');
    assert.match(amount.put(amount.items[0]), /kinhphi Ngân sách nhà nước 18 triệu đồng;/);
    const office = await labels(server, `${head}chuky < quyenhan KT hieu tr¦; >`);
    assert.match(office.put(office.items[0]), /quyenhan KT Hiệu trưởng; >/);
    assert.deepEqual((await labels(server, `${head}noinhan <\n  noi ¦;\n>`)).labels, ['UBND phường An Bình (để báo cáo)', 'Các tổ, bộ phận (để thực hiện)', 'Lưu: VT']);
}));

test('completion: words that stand apart in what is meant', () => serving({}, async (server) => {
    const law = await labels(server, `${head}cancu <\n  vanban thong tu 32¦;\n>`);
    assert.ok(law.labels.includes('tt32_2020') && law.labels.length < 10);
    const apart = await labels(server, `${head}tieuchi quan nhan vien¦`);
    assert.deepEqual(apart.labels, ['1.7 Quản lý cán bộ, giáo viên và nhân viên']);
    assert.deepEqual((await labels(server, `${head}tieuchi vien nhan quan¦`)).labels, [], 'in their order only');
}));

test('completion without snippets has none', () => serving({ capabilities: {} }, async (server) => {
    const top = await labels(server, `${head}tieu¦`);
    assert.deepEqual(top.labels, ['tieuchi']);
    assert.equal(top.items[0].insertTextFormat, undefined);
    assert.equal(top.items[0].textEdit.newText, 'tieuchi ');
}));

// --- hover ---

test('hover: criteria, levels, law, roles, values, codes, keywords', () => serving({}, async (server) => {
    const plan = await opened(server, `chophep KH3001 Có lý do;\nviettat CNTT công nghệ thông tin;\n${head}cancu <\n  vanban nd84_2020;\n>\ntieuchi 1.7 muc 2 <
  giaiphap  Ứng dụng CNTT trong quản lý;\n  chutri    GVCN;\n  thoigian  từ tháng 9/2022 đến tháng 5/2023;\n  baocao    cuối học kỳ I;\n  kinhphi   8 triệu đồng và xã hội hóa 1.500.000 đồng;\n  minhchung [H1-1.7-01];\n  tiendo    15/1/2024 50%: Đang làm;\n>\n`);
    const says = async (words, expected, more = 1) => {
        const answer = await plan.at('hover', plan.find(words, more));
        assert.match(answer?.contents.value ?? '(nothing)', expected, words);
        return answer;
    };
    const criterion = await says('1.7 muc 2 <', /Quản lý cán bộ, giáo viên và nhân viên[^]*Mức 1:[^]*Mức 2:[^]*Tự đánh giá: mức 2; kế hoạch: mức 2/);
    assert.equal(criterion.contents.kind, 'markdown');
    assert.equal(plan.text.slice(offsetAt(plan.text, criterion.range.start), offsetAt(plan.text, criterion.range.end)), '1.7');
    const level = await says('1.7 muc 2 <', /Mức 2:/, 5);
    assert.doesNotMatch(level.contents.value, /Mức 1:/);
    await says('nd84_2020', /Nghị định số 84\/2020\/NĐ-CP[^]*Hiệu lực: 1\/9\/2020 – 14\/3\/2026[^]*Thay bằng: Nghị định 66\/2026[^]*hai nguồn độc lập trở lên: số, ngày[^]*Xem lại gần nhất: /);
    await says('tt18_2018', /28 tiêu chí[^]*Hiệu lực: 10\/10\/2018 – 6\/7\/2026/);
    await says('GVCN', /Giáo viên chủ nhiệm/);
    await says('từ tháng 9/2022', /^1\/9\/2022 – 31\/5\/2023, 273 ngày(\n|$)/);
    await says('cuối học kỳ I;', /31\/1\/2024[^]*năm suy từ năm của kế hoạch/);
    await says('8 triệu', /\*\*9\.500\.000\*\* đồng = 8\.000\.000[^;]* \+ 1\.500\.000[^;]*; nguồn: xã hội hóa/);
    await says('[H1-1.7-01]', /Quản lý cán bộ/, 5);
    await says('15/1/2024', /15\/1\/2024: đang thực hiện 50%/);
    await says('CNTT trong', /công nghệ thông tin/);
    await says('KH3001', /^# KH3001/);
    await says('giaiphap', /`giaiphap` \(giải pháp\)/);
    await says('14/8/2023', /thứ Hai, ngày 14 tháng 8 năm 2023/);
    await says('2023-2024', /1\/9\/2023 – 31\/8\/2024, 366 ngày/);
    assert.equal(await plan.at('hover', plan.find('trong quản lý', 1)), null);
}));

test('hover tells how a sum, a time and a count were reached', () => serving({}, async (server) => {
    const values = [
        ['kinhphi', 'Tổng 120 triệu (NS 100 triệu, XHH 20 triệu)', /\*\*120\.000\.000\*\* đồng = 100\.000\.000 ngân sách \+ 20\.000\.000 xã hội hóa/],
        ['kinhphi', '50 triệu, trong đó XHH 20 triệu', /\*\*50\.000\.000\*\* đồng, trong đó 20\.000\.000 xã hội hóa/],
        ['kinhphi', '12 phòng x 35 triệu', /\*\*420\.000\.000\*\* đồng = 12 × 35\.000\.000/],
        ['kinhphi', '3 bộ x 12 triệu = 36 triệu', /\*\*36\.000\.000\*\* đồng = 3 × 12\.000\.000(\n|$)/],
        ['kinhphi', 'Tổng 60 triệu (12 bộ x 3 triệu, NS 24 triệu)', /= 36\.000\.000 \(12 × 3\.000\.000\) \+ 24\.000\.000 ngân sách/],
        ['kinhphi', '100 triệu (NS 60%, XHH 40%)', /= 60\.000\.000 ngân sách \(60%\) \+ 40\.000\.000 xã hội hóa \(40%\)/],
        ['kinhphi', 'NS 30 triệu; XHH 20 triệu', /\*\*50\.000\.000\*\* đồng = 30\.000\.000 ngân sách \+ 20\.000\.000 xã hội hóa/],
        ['kinhphi', '5 - 7 triệu đồng', /\*\*7\.000\.000\*\* đồng, mức cao của 5\.000\.000–7\.000\.000/],
        ['kinhphi', 'Theo dự toán được duyệt', /^theo dự toán; không nêu số tiền/],
        ['kinhphi', '10 triệu đồng mua sách', /\*\*10\.000\.000\*\* đồng; chưa hiểu `mua sách`/],
        ['thoigian', 'Tháng 9 (theo lịch), tháng 12', /31\/12\/2023[^]*chưa hiểu `\(theo lịch\)`/],
        ['kinhphi', '50.000đ/HS', /1 số tiền không cộng/],
        ['kinhphi', '5 triệu abc', /chưa hiểu được kinh phí này/],
        ['thoigian', 'trước 30/11', /trước 30\/11\/2023/],
        ['thoigian', 'Tháng 8', /31\/8\/2023[^]*suy từ ngày ban hành/],
        ['thoigian', '6 tháng một lần', /1 lần mỗi 6 tháng/],
        ['thoigian', 'Tầm nhìn đến năm 2045', /^tầm nhìn đến năm 2045/],
        ['thoigian', '3 tháng đầu năm 2025', /1\/1\/2025 – 31\/3\/2025/],
    ];
    const plan = await opened(server, head + values.map(([field, words], i) =>
        `viec Việc ${i} <\n  giaiphap L;\n  ${field} ${words};\n>\n`).join(''));
    for (const [, words, expected] of values)
        assert.match((await plan.at('hover', plan.find(words, 1)))?.contents.value ?? '(nothing)', expected, words);
}));

test('hover in English has no Vietnamese but names', () => serving({ locale: 'en' }, async (server) => {
    const plan = await opened(server, `${head}cancu <\n  vanban tt13_2020;\n>\ntieuchi 1.7 muc 3 <\n${task}>\n`);
    const says = async (words, expected, more = 1) =>
        assert.match((await plan.at('hover', plan.find(words, more)))?.contents.value ?? '(nothing)', expected, words);
    await says('14/8/2023', /Monday, 14\/8\/2023/);
    await says('tt13_2020', /13\/2020\/TT-BGDĐT\*\* 26\/5\/2020 of Bộ Giáo dục và Đào tạo[^]*In force: from 11\/7\/2020[^]*Amended by: /);
    await says('muc 3 <', /Levels: 1 and 2[^]*Self-assessment: level 2; plan: level 3/);
    const [level] = (await server.diagnostics(plan.uri)).filter((d) => d.code === 'KH2003');
    assert.match(level.message, /has level 1 and 2\n/);
}));

// --- navigation ---

test('definition: library, roles, files; the library can be read', () => {
    const shared = 'vaitro GVTC Giáo viên thể chất / GV thể chất;\n';
    const own = `dung "chung.khct";\n${head}tieuchi 1.7 muc 2 < chutri GVTC; phoihop GV thể chất; minhchung [H1-1.7-01]; thoigian tháng 9; >\ncancu < vanban tt32_2020; >\n`;
    return inFolder({ 'chung.khct': shared, 'k.khct': own }, (folder, uri) => serving({ root: uri('') }, async (server) => {
        const plan = await opened(server, own, uri('k.khct'));
        const there = (words, more = 1) => plan.at('definition', plan.find(words, more));
        assert.deepEqual(await there('GVTC'), { uri: uri('chung.khct'), range: { start: { line: 0, character: 7 }, end: { line: 0, character: 11 } } });
        assert.equal((await there('chung.khct')).uri, uri('chung.khct'));
        for (const [words, file, line] of [['1.7 muc', 'danhmuc/tt18_2018.khct', /tieuchi 1\.7/], ['tt18_2018', 'danhmuc/tt18_2018.khct', /danhmuc tt18_2018/],
            ['cv5932', 'mau/cv5932.khct', /mau cv5932/], ['tt32_2020', 'vanban/vanban.khct', /vanban tt32_2020/], ['1.7-01', 'danhmuc/tt18_2018.khct', /tieuchi 1\.7/]]) {
            const found = await there(words);
            assert.equal(found.uri, `khct-library:///${file}`, words);
            const { text } = await server.ask('khct/libraryDocument', { uri: found.uri });
            assert.match(text.split('\n')[found.range.start.line], line);
        }
        const links = await plan.all('documentLink');
        assert.deepEqual(links.map((l) => l.target), [uri('chung.khct')]);
        // a library file that the editor opens is read, and not judged
        const { text } = await server.ask('khct/libraryDocument', { uri: 'khct-library:/danhmuc/tt18_2018.khct' });
        const library = await opened(server, text, 'khct-library:/danhmuc/tt18_2018.khct');
        assert.deepEqual(await server.diagnostics(library.uri), []);
        assert.equal((await library.all('documentSymbol'))[0].name, 'danhmuc tt18_2018');
    }));
});

test('references and rename over all plans that use a file', () => {
    const shared = 'vaitro GVTC Giáo viên thể chất;\nvaitro TO Tổ công tác gom GVTC, HT;\n';
    const one = `dung "chung.khct";\n${head}tieuchi 1.7 muc 2 < chutri GVTC; phoihop Giáo viên thể chất, Kế toán; giaiphap Giao GVTC dạy bơi; >\n`;
    const two = `dung "chung.khct";\n${head}tieuchi 1.8 muc 2 < chutri Kế toán và GVTC; >\n`;
    const other = 'vaitro GVTC Người khác;\n';
    const files = { 'chung.khct': shared, 'mot.khct': one, 'hai.khct': two, 'khac/ba.khct': other };
    return inFolder(files, (folder, uri) => serving({ root: uri('') }, async (server) => {
        const plan = await opened(server, one, uri('mot.khct'));
        const uses = await plan.at('references', plan.find('GVTC; phoihop', 1), { context: { includeDeclaration: true } });
        const by = {};
        for (const use of uses)
            (by[use.uri] ??= []).push(use.range.start);
        assert.equal(by[uri('mot.khct')].length, 3);
        assert.equal(by[uri('hai.khct')].length, 1);
        assert.equal(by[uri('chung.khct')].length, 3, 'identifier, name, gom');
        assert.equal(by[uri('khac/ba.khct')], undefined);
        const without = await plan.at('references', plan.find('GVTC; phoihop', 1), { context: { includeDeclaration: false } });
        assert.equal(without.length, uses.length - 2);
        assert.equal((await plan.at('documentHighlight', plan.find('GVTC; phoihop', 1))).length, 3);

        const prepared = await plan.at('prepareRename', plan.find('GVTC; phoihop', 1));
        assert.equal(prepared.placeholder, 'GVTC');
        const edits = editsOf(await plan.at('rename', plan.find('GVTC; phoihop', 1), { newName: 'GVTD' }));
        const renamed = (name, text) => applied(text, edits[uri(name)]);
        assert.equal(renamed('chung.khct', shared), shared.replaceAll('GVTC', 'GVTD'));
        assert.equal(renamed('mot.khct', one), one.replaceAll('GVTC', 'GVTD'), 'not what is called by its name');
        assert.equal(renamed('hai.khct', two), two.replaceAll('GVTC', 'GVTD'));
        assert.equal(edits[uri('khac/ba.khct')], undefined);
        const name = editsOf(await plan.at('rename', plan.find('Giáo viên thể chất', 1), { newName: 'Thầy cô thể dục' }));
        assert.equal(applied(one, name[uri('mot.khct')]), one.replace('Giáo viên thể chất', 'Thầy cô thể dục'));
        assert.equal(applied(shared, name[uri('chung.khct')]), shared.replace('Giáo viên thể chất', 'Thầy cô thể dục'));

        const free = ['GV-TD', 'GVX', 'TD2'];
        for (const good of free)
            assert.ok(await plan.at('rename', plan.find('GVTC; phoihop', 1), { newName: good }).catch((e) => { throw new Error(`${good}: ${e.message}`); }));
        for (const bad of ['Tổ/nhóm', ':', 'a\\', 'và', '-', ' x', 'x '])
            await assert.rejects(plan.at('rename', plan.find('Giáo viên thể chất', 1), { newName: bad }), undefined, bad);
        for (const bad of ['', 'có trắng', 'TO', 'a;b', 'a"b', ':', ':x', 'a\\', '-', '+', '/', '...', 'và', '\u200b', 'a<', '#', '>',
            '\u202e', '\u00ada', 'a\u2060b', 'a\u034fb', '\u2800', 'A\u3164', '\u115fA', 'A\u180b', 'A\ufe0f', '\u200dA', 'A\u{e0041}', '\u00a0', 'A\u3000B'])
            await assert.rejects(plan.at('rename', plan.find('GVTC; phoihop', 1), { newName: bad }), undefined, bad);
        await assert.rejects(plan.at('prepareRename', plan.find('Kế toán', 1)), /thư viện/);
        await assert.rejects(plan.at('rename', plan.find('1.7 muc', 1), { newName: 'x' }), /vai trò/);
    }));
});

test('rename of an abbreviation in running text', () => serving({}, async (server) => {
    const text = 'viettat CNSO công nghệ số;\nphan mucdich <\n  doan Dùng CNSO; đưa CNSO, "CNSO" vào lớp; không đổi CNSOX;\n>\n';
    const plan = await opened(server, text);
    const edits = editsOf(await plan.at('rename', plan.find('CNSO;', 1), { newName: 'CNS' }))[plan.uri];
    assert.equal(applied(text, edits), text.replaceAll(/CNSO\b/g, 'CNS'));
}));

// --- structure ---

test('symbols of a document and of the workspace', () => inFolder({ 'a.khct': `${head}tieuchi 1.7 muc 2 <\n${task}>\n`, 'con/b.khct': 'vaitro BAOVE Người bảo vệ;\n', '.an/c.khct': 'vaitro BAOVE Khác;\n' }, (folder, uri) =>
    serving({ root: uri('') }, async (server) => {
        const plan = await opened(server, `${head}tieuchi 1.7 muc 2 <\n  viec Một <\n${task}  >\n>\n`, uri('a.khct'));
        const symbols = await plan.all('documentSymbol');
        assert.deepEqual(symbols.map((s) => s.name.split(' ')[0]), ['dung', 'dung', 'truong', 'kehoach', 'hientrang', 'tieuchi']);
        const criterion = symbols.at(-1);
        assert.equal(criterion.detail, 'Quản lý cán bộ, giáo viên và nhân viên');
        assert.deepEqual(criterion.children.map((s) => s.name), ['viec Một']);
        for (const s of symbols) {
            const inside = (p) => offsetAt(plan.text, s.range.start) <= offsetAt(plan.text, p) && offsetAt(plan.text, p) <= offsetAt(plan.text, s.range.end);
            assert.ok(inside(s.selectionRange.start) && inside(s.selectionRange.end), s.name);
        }
        const found = await server.ask('workspace/symbol', { query: 'bao ve' });
        assert.deepEqual(found.map((s) => [s.name, s.location.uri]), [['vaitro BAOVE Người bảo vệ', uri('con/b.khct')]]);
        assert.ok((await server.ask('workspace/symbol', { query: '' })).length >= 6);
    })));

test('folding, selections', () => serving({}, async (server) => {
    const plan = await opened(server, `# một\n# hai\n${head}tieuchi 1.7 muc 2 <\n  giaiphap Làm\n    cho tốt;\n  chutri Hiệu trưởng;\n>\n`);
    const folds = await plan.all('foldingRange');
    const lines = plan.text.split('\n');
    const criterion = folds.find((f) => lines[f.startLine].startsWith('tieuchi 1.7'));
    assert.equal(lines[criterion.endLine], '>');
    assert.deepEqual(folds.filter((f) => f.kind === 'comment').map((f) => [f.startLine, f.endLine]), [[0, 1]]);
    assert.ok(folds.some((f) => lines[f.startLine].includes('giaiphap')));
    const [selection] = await plan.all('selectionRange', { positions: [plan.find('tốt', 1)] });
    const texts = [];
    for (let one = selection; one; one = one.parent)
        texts.push(plan.text.slice(offsetAt(plan.text, one.range.start), offsetAt(plan.text, one.range.end)));
    assert.equal(texts[0], 'tốt');
    assert.equal(texts[1], 'Làm\n    cho tốt');
    assert.match(texts[2], /^giaiphap [^]*;$/);
    assert.match(texts[4], /^tieuchi 1\.7[^]*>$/);
    assert.equal(texts.at(-1), plan.text);
}));

test('semantic tokens', () => serving({}, async (server) => {
    const plan = await opened(server, `# ghi chú\nvaitro GVTC Giáo viên thể chất;\n${head}cancu <\n  vanban tt18_2018;\n>\ntieuchi 1.7 muc 2 <\n  giaiphap  Giao GVTC;\n  chutri    Hiệu trưởng\n    và GVTC;\n>\n`);
    const { tokenTypes, tokenModifiers } = server.capabilities.semanticTokensProvider.legend;
    const read = ({ data }) => {
        const all = [];
        let line = 0, unit = 0;
        for (let i = 0; i < data.length; i += 5) {
            unit = data[i] > 0 ? data[i + 1] : unit + data[i + 1];
            line += data[i];
            const words = plan.text.split('\n')[line].slice(unit, unit + data[i + 2]);
            all.push([words, tokenTypes[data[i + 3]], tokenModifiers.filter((_, bit) => data[i + 4] >> bit & 1).join()]);
        }
        return all;
    };
    const all = read(await plan.all('semanticTokens/full'));
    const has = (...token) => assert.ok(all.some((t) => t.join() === token.join()), `${token}\n${JSON.stringify(all)}`);
    has('# ghi chú', 'comment', '');
    has('vaitro', 'keyword', '');
    has('GVTC', 'variable', 'declaration');
    has('GVTC', 'variable', '');
    has('Hiệu trưởng', 'variable', 'defaultLibrary');
    has('1.7', 'enumMember', '');
    has('muc 2', 'number', '');
    has('giaiphap', 'property', '');
    has('tt18_2018', 'class', '');
    has('tt18_2018', 'namespace', '');
    assert.equal(all.filter((t) => t[0] === 'GVTC').length, 3);
    const part = read(await plan.all('semanticTokens/range', { range: { start: plan.find('tieuchi 1.7'), end: plan.find('giaiphap', 3) } }));
    assert.deepEqual(part.map((t) => t[0]), ['tieuchi', '1.7', 'muc 2', 'giaiphap']);
}));

test('inlay hints: titles, sums, counts', () => serving({}, async (server) => {
    const plan = await opened(server, `${head}tieuchi 1.7 muc 2 <\n  viec Một < giaiphap Làm; kinhphi 2 triệu đồng + tài trợ 500.000 đồng; >\n  viec Hai < giaiphap Làm; kinhphi 1 triệu đồng; >\n>\ntieuchi 1.8 muc 3 Quản lý các hoạt động giáo dục < giaiphap Làm; >\n`);
    const hints = await plan.all('inlayHint', { range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } });
    const at = (words) => hints.filter((h) => plan.text.split('\n')[h.position.line].startsWith(words)).map((h) => h.label);
    assert.deepEqual(at('tieuchi 1.7'), ['Quản lý cán bộ, giáo viên và nhân viên', 'Σ 3.500.000 đồng']);
    assert.deepEqual(at('tieuchi 1.8'), [], 'its title is given');
    assert.deepEqual(at('  viec Một'), ['= 2.500.000 đồng']);
    assert.deepEqual(at('  muc 1'), ['14 tiêu chí']);
    assert.deepEqual(at('kehoach'), ['Σ kinh phí 3.500.000 đồng']);
}));

// --- actions ---

async function actions(server, text, more = {}) {
    const plan = await opened(server, text);
    const all = await plan.all('codeAction', { range: { start: plan.position, end: plan.position }, context: { diagnostics: [] }, ...more });
    return { plan, all, titled: (words) => all.find((a) => a.title.includes(words)), put: (action) => applied(plan.text, editsOf(action.edit)[plan.uri]) };
}

test('code actions: a table pasted from a document', () => serving({}, async (server) => {
    const table = 'TT\tTiêu chí\tGiải pháp\tChủ trì\tThời gian\n1\t1.8\tDự giờ chéo¦\tPhó hiệu trưởng\tTháng 10/2023\n2\tTC 1.9\tMở hòm thư góp ý\tBan TTND\tHK I';
    const { titled, put } = await actions(server, `${head}\n${table}\n\nchuky < chucvu Hiệu trưởng; >\n`);
    const made = put(titled('Chuyển bảng này thành các việc'));
    assert.match(made, /tiêu chí 1\.8 <\n {2}giải pháp {2}Dự giờ chéo;\n {2}chủ trì {4}Phó hiệu trưởng;/);
    assert.match(made, /tiêu chí 1\.9 <[^]*>\n\nchuky </);
    const bars = '| Tiêu chí | Không đạt | Mức 1 | Mức 2 |\n|---|---|---|---|\n| 1.1 | | X | X |\n| 2.3 | X¦ | | |';
    const results = await actions(server, `${head}\n${bars}\n`);
    assert.match(results.put(results.titled('Chuyển bảng này')), /hiện trạng <[^]*mức {8}2 {2}1\.1;\n {2}không đạt {2}2\.3;/);
    const cells = (tag, ...words) => `<tr>${words.map((w) => `<${tag}>${w}</${tag}>`).join('')}</tr>`;
    const page = `<table>${cells('th', 'Tiêu chí', 'Giải pháp', 'Thời gian')}${cells('td', '3.6', 'Mua sách', 'HKI')}</table>`;
    const line = head.split('\n').length;
    const range = { start: { line, character: 0 }, end: { line, character: page.length } };
    const pasted = await actions(server, `${head}\n¦${page}\n`, { range });
    assert.match(pasted.put(pasted.titled('Chuyển bảng này')), /tiêu chí 3\.6 <\n {2}giải pháp {2}Mua sách;/);
    const other = await actions(server, `${head}\nMón\tGiá\nCơm\t5¦\n`);
    assert.equal(other.titled('Chuyển bảng này'), undefined);
}));

test('code actions: fixes, all safe fixes, acceptance', () => serving({}, async (server) => {
    const { all, put } = await actions(server, `${head}tieuchi 1,7¦ muc 2 <\n${task}>\ntieuchi 1,8 muc 3 <\n${task}>\n`);
    const fix = all.find((a) => a.kind === 'quickfix' && a.diagnostics?.[0].code === 'KH1009');
    assert.match(put(fix), /tieuchi 1\.7 muc 2/);
    assert.equal(fix.isPreferred, true);
    const every = all.find((a) => a.kind === 'source.fixAll');
    assert.match(put(every), /tieuchi 1\.7 muc 2 <[^]*tieuchi 1\.8 muc 3/);
    const only = await actions(server, `${head}tieuchi 1,7¦ muc 2 <\n${task}>\n`, { context: { diagnostics: [], only: ['source'] } });
    assert.deepEqual(only.all.map((a) => a.kind), ['source.fixAll']);
    const accept = await actions(server, `${head}tieuchi 1.7 ¦muc 2 <\n${task}>\n`);
    assert.match(accept.put(accept.titled('Chấp nhận KH3001')), /\ndung mau cv5932;\nchophep KH3001 tieuchi 1\.7 \(điền lý do\);\n/);
}));

test('code actions: keep the level that is met', () => serving({}, async (server) => {
    // a level that the criterion has not, one already met, one above that with others between
    for (const [heading, kind, code, level] of [['1.7 muc ¦3', 'quickfix', 'KH2003', 2], ['1.7 muc ¦2', 'quickfix', 'KH3001', 2], ['1.1 muc ¦3', 'refactor.rewrite', undefined, 1]]) {
        const { all, put } = await actions(server, `${head}tieuchi ${heading} <\n${task}>\n`);
        const keep = all.filter((a) => a.title === `Chuyển sang \`duytri muc ${level}\``);
        assert.deepEqual(keep.map((a) => [a.kind, a.diagnostics?.[0].code]), [[kind, code]], heading);
        assert.match(put(keep[0]), new RegExp(`tieuchi 1\\.[17] duytri muc ${level} <`));
    }
}));

test('code actions: work for criteria that are not met', () => serving({}, async (server) => {
    const text = `${head.replace('muc 1  1.1', 'muc 1  1.¦1')}tieuchi 1.5 muc 2 <\n${task}>\n`;
    const { plan, titled, put } = await actions(server, text);
    const one = put(titled('Thêm việc cho tiêu chí 1.1 (mức 2)'));
    assert.match(one, /\n>\ntieuchi 1\.1 muc 2 <\n {2}ketqua +\(điền kết quả\);[^]*?>\n\ntieuchi 1\.5 muc 2 </);
    const every = put(titled('Thêm việc cho 13 tiêu chí chưa đạt'));
    const order = [...every.matchAll(/^tieuchi (\S+)/gm)].map((m) => m[1]);
    assert.deepEqual(order, ['1.1', '1.3', '1.5', '1.6', '1.10', '2.2', '2.3', '3.1', '3.4', '4.2', '5.1', '5.2', '5.4', '5.5']);
    const again = await opened(server, every);
    const codes = (await server.diagnostics(again.uri)).map((d) => d.code);
    assert.ok(!codes.includes('KH3005') && codes.includes('KH1012'), 'nothing is missing; what is to be filled in is noted');
    assert.ok(!codes.some((c) => c.startsWith('KH10') && c !== 'KH1012'), plan.uri);
}));

// --- formatting ---

test('formatting: of the document, of a range, while typing', () => serving({}, async (server) => {
    const text = `${head}tieuchi 1.7   muc 2 <\n giaiphap Làm;\n      chutri Hiệu trưởng;\n>\n\n\n\ntieuchi 1.8 muc 3 <\ngiaiphap   Làm;\n  >\n`;
    const plan = await opened(server, text);
    const options = { tabSize: 2, insertSpaces: true };
    const whole = applied(text, await plan.all('formatting', { options }));
    assert.match(whole, /tieuchi 1\.7 muc 2 <\n {2}giaiphap {2}Làm;\n {2}chutri {4}Hiệu trưởng;\n>\n\ntieuchi 1\.8 muc 3 <\n {2}giaiphap {2}Làm;\n>\n$/);
    const again = await opened(server, whole);
    assert.deepEqual(await again.all('formatting', { options }), [], 'twice is once');
    const part = applied(text, await plan.all('rangeFormatting', { options, range: { start: plan.find('tieuchi 1.8'), end: plan.find('tieuchi 1.8', 40) } }));
    assert.ok(part.startsWith(text.slice(0, text.indexOf('\n\n\n'))), 'what stands before the range stays');
    assert.match(part, /tieuchi 1\.8 muc 3 <\n {2}giaiphap {2}Làm;\n>\n$/);

    const typed = async (source, ch) => {
        const doc = await opened(server, source);
        return applied(doc.text, (await doc.at('onTypeFormatting', doc.position, { ch, options })) ?? []);
    };
    assert.match(await typed(`${head}tieuchi 1.7 muc 2 <\n¦\n>\n`, '\n'), /<\n {2}\n>/);
    assert.match(await typed(`${head}tieuchi 1.7 muc 2 <\n  giaiphap  Làm;\n    >¦\n`, '>'), /Làm;\n>\n/);
    assert.match(await typed(`${head}tieuchi 1.7 muc 2 <\n  giaiphap    Làm;¦\n>\n`, ';'), /\n {2}giaiphap {2}Làm;\n/);
}));

test('formatting the examples changes nothing but the layout', () => serving({}, async (server) => {
    for (const name of ['thcs-mot-nam.khct', 'mam-non-tt57.khct', 'thcs-nam-nam.khct']) {
        const text = readFileSync(join(root, 'examples', name), 'utf8');
        const plan = await opened(server, text, pathToFileURL(join(root, 'examples', name)).href);
        const edits = await plan.all('formatting', { options: { tabSize: 4, insertSpaces: true } });
        const bare = (s) => s.replaceAll(/\s+/g, '');
        assert.equal(bare(applied(text, edits)), bare(text), name);
    }
}));
