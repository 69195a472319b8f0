// The page: its parts, and what goes from one to the other.

import { bytesOf, textOf } from '../core/files';
import type { Result } from '../core/core';
import { LARGEST, Taken, TooLarge, changedAt, choose, download, save, take } from './disk';
import { Draft, Drafts } from './drafts';
import { Editor, Problem, mends, titleOf } from './editor';
import { Engine, Failure } from './engine';
import { Forms, Library } from './forms';
import { HELP } from './help';
import { NotText, Plan, PlanFile, bytesOfFile, fileOf } from './plan';
import { Preview } from './preview';
import { example, examples, source } from './start';
import { ask, band, by, field, fill, h, later, option, say, tabs, unband } from './ui';

const CAP: Record<string, string> = { mamnon: 'Mầm non', tieuhoc: 'Tiểu học', thcs: 'Trung học cơ sở', thpt: 'Trung học phổ thông', gdtx: 'Giáo dục thường xuyên' };
const MANY = ['tieuhoc,thcs', 'thcs,thpt', 'tieuhoc,thcs,thpt']; // schools of several types
const FORMS_OUT: [string, string, string][] = [
    ['docx', 'Word (.docx)', 'docx'], ['html', 'Trang HTML', 'html'], ['xlsx', 'Bảng tính Excel (.xlsx)', 'xlsx'], ['csv', 'Bảng CSV', 'csv'], ['json', 'JSON', 'json'], ['latex', 'LaTeX (.tex)', 'tex'],
];
const LEVELS = ['', 'Lỗi', 'Cảnh báo', 'Ghi chú', 'Gợi ý'];

const plan = new Plan();
const drafts = new Drafts();
const preview = new Preview();
let engine: Engine, editor: Editor, forms: Forms, library: Library;
let left = 'bieumau', right = 'trang';
let id = ''; // of the plan among the drafts
let foreign = false; // another tab has its draft

const today = (): string => {
    const now = new Date();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
};
const baseName = (): string => (plan.main.split('/').pop() ?? 'ke-hoach.khct').replace(/\.(khct|json)$/, '');
const contents = (): [string, string][] => [...plan.files].map(([name, file]) => [name, file.text]);

function failed(error: unknown): void {
    if (error instanceof Failure && error.fault === 'network')
        return band('mang', 'Chưa tải được phần làm trang in, Word, Excel: có lẽ đang mất mạng. Vẫn viết, xem nhận xét và lưu được.', ['Thử lại', () => void build()]);
    if (error instanceof Failure && error.fault === 'memory')
        say('Kế hoạch này quá lớn so với bộ nhớ mà trình duyệt cho phép. Hãy tách bớt nội dung ra tệp khác, hoặc dùng khct cài trên máy.', 'loi');
    else
        say('khct gặp trục trặc khi làm việc này và đã bắt đầu lại; văn bản của bạn còn nguyên. Nếu gặp lại, hãy lưu tệp và báo cho người làm khct.', 'loi');
}

// --- building ---

let building: Promise<void> | null = null, again = false;

/** Builds the plan as it stands; what comes meanwhile is built after it, and waited for. */
function build(): Promise<void> {
    again = true;
    building ??= (async () => {
        while (again) {
            again = false;
            await buildOnce();
        }
        building = null;
        document.body.dataset['xong'] = String(Number(document.body.dataset['xong'] ?? 0) + 1);
    })();
    return building;
}

async function buildOnce(): Promise<void> {
    if (plan.main === '')
        return;
    const day = by<HTMLInputElement>('ngay').value;
    try {
        const result = await engine.run(['build', '-q', '-t', 'html', ...(day ? ['--on', day] : []), '-o', 'trang-ra.html', plan.main], plan.bytes());
        const html = result.files.get('trang-ra.html');
        by('cu').hidden = html !== undefined;
        by('cu').textContent = preview.html === '' ? 'Kế hoạch còn lỗi nên chưa có trang nào: xem thẻ “Nhận xét”.' : 'Kế hoạch còn lỗi: trang dưới đây là của lần không có lỗi gần nhất.';
        if (html) {
            preview.show(textOf(html));
            preview.draw(right);
        }
        if (right === 'xepmuc')
            await rate();
    } catch (error) {
        failed(error);
    }
}

async function print(): Promise<void> {
    await build();
    chooseRight('trang');
    if (preview.html === '')
        say('Chưa in được: kế hoạch còn lỗi. Xem thẻ “Nhận xét”, sửa các lỗi rồi in lại.', 'loi');
    else {
        if (!by('cu').hidden)
            say('Kế hoạch còn lỗi: bản in là của lần không có lỗi gần nhất. Xem thẻ “Nhận xét”.', 'loi');
        await preview.print();
    }
}

async function rate(): Promise<void> {
    const day = by<HTMLInputElement>('ngay').value || today();
    try {
        const rated = await engine.run(['rate', '--on', day, plan.main], plan.bytes());
        const status = await engine.run(['status', '-q', '--on', day, plan.main], plan.bytes());
        by('xep').textContent = textOf(rated.out) || rated.err;
        by('tiendo').textContent = textOf(status.out) || status.err;
    } catch (error) {
        failed(error);
    }
}

async function write(form: string, ending: string): Promise<void> {
    try {
        const name = `trang-ra.${ending}`;
        const result: Result = await engine.run(['build', '-q', '-t', form, ...(form === 'csv' ? ['--bom'] : []), '-o', name, plan.main], plan.bytes());
        const bytes = result.files.get(name);
        if (bytes)
            download(`${baseName()}.${ending}`, bytes);
        else {
            chooseRight('nhanxet');
            say('Kế hoạch còn lỗi nên chưa làm ra tệp được. Xem thẻ “Nhận xét”, sửa các lỗi rồi thử lại.', 'loi');
        }
    } catch (error) {
        failed(error);
    }
}

// --- problems ---

function showProblems(all: Problem[]): void {
    const problems = [...all.filter((one) => one.level === 1), ...all.filter((one) => one.level !== 1)];
    const errors = problems.filter((one) => one.level === 1).length;
    const count = by('so-nhanxet');
    count.textContent = String(problems.length);
    count.className = errors > 0 ? 'dem loi' : 'dem';
    fill(by('nhanxet-ds'), problems.length === 0 ? h('p', { class: 'tot' }, 'Không có nhận xét nào: khct không thấy chỗ nào sai hay thiếu theo mẫu.') : null,
        problems.some((one) => one.fixes.some(mends)) ? h('p', { class: 'nut' }, h('button', { type: 'button', id: 'sua-het', onclick: () => say(`Đã sửa ${editor.applyAll()} chỗ. Bấm “Hoàn tác” để lấy lại.`) }, 'Sửa mọi chỗ sửa được')) : null,
        problems.length === 0 ? null : h('ul', { class: 'nhanxet' }, problems.map((one) => h('li', { class: one.level === 1 ? 'loi' : one.level === 2 ? 'canhbao' : '' },
            h('button', { type: 'button', class: 'toi', onclick: () => void goTo(one) }, `${LEVELS[one.level] ?? ''} ${one.code}, ${plan.files.size > 1 ? `${one.file}, ` : ''}dòng ${one.line}`),
            h('p', {}, one.words),
            h('p', { class: 'nut' }, one.fixes.slice(0, 3).map((fix) => h('button', { type: 'button', onclick: () => editor.apply(fix) }, titleOf(fix))),
                h('button', { type: 'button', class: 'nho', onclick: () => void explain(one.code) }, 'Vì sao?'))))));
    forms.tell(all);
}

async function goTo(one: Problem): Promise<void> {
    if (one.file !== plan.current)
        await editor.display(one.file);
    if (left === 'bieumau')
        forms.showAt(one.from);
    else
        editor.goTo(one.from, one.to);
}

async function explain(code: string): Promise<void> {
    const result = await engine.run(['explain', code], new Map());
    await ask(`Nhận xét ${code}`, [h('pre', { class: 'loi-giai', tabindex: '0' }, textOf(result.out))], 'Đã hiểu', true);
}

// --- files ---

function name(): void {
    const file = plan.files.get(plan.current);
    by('ten').textContent = plan.current === '' ? 'chưa có kế hoạch' : `${plan.current}${file && file.text !== file.saved ? ' (chưa lưu)' : ''}`;
    const list = by('tep');
    list.hidden = plan.files.size < 2;
    fill(list, [...plan.files.keys()].map((one) => h('button', { type: 'button', 'aria-pressed': one === plan.current ? 'true' : 'false', onclick: () => plan.show(one) }, one)));
    document.body.classList.toggle('rong', plan.main === '');
}

function opened(files: Map<string, PlanFile>, main: string): void {
    id = `${main}@${Date.now()}`;
    foreign = false;
    unband('khac');
    preview.show('');
    preview.draw(right);
    plan.open(files, main);
    void remember('mở');
}

/** The file that is the plan: it has a `kehoach` block, or takes in the others. */
function mainOf(files: Map<string, PlanFile>): string {
    const names = [...files.keys()];
    return names.find((one) => /^\s*(kehoach|kế hoạch)\s*</im.test(files.get(one)!.text)) ?? names.find((one) => /^\s*(dung|dùng)\s+"/im.test(files.get(one)!.text)) ?? names[0]!;
}

async function fromJson(taken: Taken): Promise<PlanFile> {
    const result = await engine.run(['build', '-q', '-t', 'khct', '-o', 'trang-ra.khct', 'vao.json'], new Map([['vao.json', taken.bytes]]));
    const bytes = result.files.get('trang-ra.khct');
    if (!bytes)
        throw new Error(result.err);
    return { ...fileOf(bytes), saved: '' };
}

const DOCUMENT = /\.(docx|odt|xlsx|ods|html?|txt)$/i;

async function fromDocument(taken: Taken): Promise<PlanFile> {
    const vao = `vao${DOCUMENT.exec(taken.name)![0].toLowerCase()}`;
    const result = await engine.run(['import', '-o', 'trang-ra.khct', vao], new Map([[vao, taken.bytes]]));
    const bytes = result.files.get('trang-ra.khct');
    if (!bytes)
        throw new Error(result.err.replaceAll(vao, taken.name));
    const remarks = result.err.replace(/^đã ghi .*\n/m, '').replaceAll('trang-ra.khct', 'kế hoạch').trim();
    if (remarks !== '')
        await ask(`Đã đọc ${taken.name}`, [h('p', {}, 'Những chỗ khct đã hiểu theo cách của mình, hãy xem lại. Lời nào không rõ chỗ nằm ở dòng bắt đầu bằng #.'), h('pre', { class: 'loi-giai', tabindex: '0' }, remarks)], 'Xem kế hoạch', true);
    return { ...fileOf(bytes), saved: '' };
}

/** A table or text copied from elsewhere: a plan of its own, or further blocks of this one. */
async function paste(): Promise<void> {
    let html = '';
    const area = h('textarea', { rows: '8', name: 'loi', placeholder: 'Bấm vào đây rồi Ctrl+V' });
    area.addEventListener('paste', (event) => {
        html = event.clipboardData?.getData('text/html') ?? '';
        if (html !== '' && event.clipboardData?.getData('text/plain') === '')
            area.value = '(đã dán một bảng)';
    });
    const where = h('select', { name: 'cho' }, plan.main === '' ? null : option('them', 'thêm việc vào kế hoạch đang viết'), option('moi', 'thành một kế hoạch mới'));
    const got = await ask('Dán bảng từ Word, Excel, trang web', [h('p', {}, 'Chép bảng công việc (cả dòng đầu cột) ở Word hay Excel, rồi dán vào ô này.'), field('Bảng', area), field('Đưa vào', where)], 'Đọc bảng');
    if (!got || area.value.trim() === '')
        return;
    try {
        const file = await fromDocument({ name: html === '' ? 'bang-dan.txt' : 'bang-dan.html', bytes: bytesOf(html === '' ? area.value : html), time: 0 });
        if (got.get('cho') === 'moi') {
            if (await mayLeave())
                opened(new Map([['ke-hoach.khct', file]]), 'ke-hoach.khct');
            return;
        }
        const tree = await engine.forms<{ cay: { trong: { tu: string; cho: [number, number] }[] }[] }>('dan.khct', new Map([['dan.khct', bytesOf(file.text)]]));
        const blocks = (tree.cay[0]?.trong ?? []).filter((node) => ['tieuchi', 'khoan', 'viec', 'vande', 'theodoi', 'vaitro'].includes(node.tu)).map((node) => file.text.slice(...node.cho));
        if (blocks.length === 0)
            say('Không tìm thấy công việc nào trong phần đã dán.', 'loi');
        else {
            plan.edit([{ from: plan.text.length, to: plan.text.length, insert: `\n${blocks.join('\n\n')}\n` }]);
            say(`Đã thêm ${blocks.length} khối vào cuối kế hoạch. Bấm “Hoàn tác” để bỏ.`);
        }
    } catch (error) {
        if (error instanceof Failure)
            failed(error);
        else
            say(`Không đọc được phần đã dán. ${(error as Error).message.split('\n')[0] ?? ''}`, 'loi');
    }
}

async function open(all: Taken[]): Promise<void> {
    const files = new Map<string, PlanFile>();
    for (const one of all)
        try {
            const khct = one.name.replace(/\.json$/i, '.khct').replace(DOCUMENT, '.khct');
            const file = /\.json$/i.test(one.name) ? await fromJson(one) : DOCUMENT.test(one.name) ? await fromDocument(one) : fileOf(one.bytes);
            if (one.name === khct && one.handle)
                Object.assign(file, { handle: one.handle, time: one.time });
            files.set(khct, file);
        } catch (error) {
            if (error instanceof NotText)
                say(`Tệp “${one.name}” không phải tệp chữ (UTF-8), nên không mở được. Tệp Word cũ (.doc) thì hãy lưu lại thành .docx; tệp chữ cũ thì lưu lại theo mã UTF-8.`, 'loi');
            else if (error instanceof Failure)
                failed(error);
            else
                say(`Không đọc được “${one.name}”. ${(error as Error).message.split('\n')[0] ?? ''}`, 'loi');
        }
    if (files.size > 0 && await mayLeave())
        opened(files, mainOf(files));
}

function tooLarge(error: unknown): void {
    if (error instanceof TooLarge)
        say(`Tệp “${error.file}” lớn ${Math.round(error.size / 1048576)} MB; trang này mở tệp tới ${LARGEST / 1048576} MB. Hãy dùng khct cài trên máy.`, 'loi');
    else
        failed(error);
}

async function mayLeave(): Promise<boolean> {
    if (!plan.changed || plan.main === '')
        return true;
    await remember('trước khi mở kế hoạch khác');
    return await ask('Kế hoạch đang viết chưa được lưu', [h('p', {}, drafts.wanted ? 'Bản nháp của nó vẫn nằm trong “Bản nháp trên máy này”.' : 'Những gì chưa lưu sẽ mất.')], 'Mở kế hoạch khác') !== null;
}

async function saveIt(): Promise<void> {
    const file = plan.files.get(plan.current);
    if (!file)
        return;
    if (file.handle && ![0, file.time].includes(await changedAt(file.handle))
        && !await ask('Tệp trên đĩa đã đổi', [h('p', {}, `Từ khi mở ở đây, ${plan.current} đã được sửa ở nơi khác. Lưu bây giờ thì những gì sửa ở đó sẽ mất.`)], 'Lưu đè'))
        return;
    const text = file.text, to = await save(plan.current.split('/').pop()!, bytesOfFile(file), file.handle);
    if (to === null)
        return;
    if (typeof to === 'string')
        delete file.handle;
    else
        Object.assign(file, { handle: to, time: await changedAt(to) });
    file.saved = text;
    name();
    say(to === 'hong' ? `Không ghi được vào ${plan.current} trên đĩa (tệp bị khóa, chỉ đọc, hay đĩa đầy); đã tải về một bản mới thay vào đó.` : to === 'tai' ? `Đã tải về ${plan.current}.` : `Đã lưu ${plan.current}.`, to === 'hong' ? 'loi' : 'tin');
    void remember('lưu');
}

async function newPlan(): Promise<void> {
    void engine.whole().catch(() => undefined); // while the questions are answered
    const form = h('select', { name: 'mau' }, library.mau.map((one) => option(one.id, one.ten, one.id === 'bieu2_tt57')));
    const type = h('select', { name: 'cap' }), year = new Date().getFullYear() - (new Date().getMonth() < 5 ? 1 : 0);
    const types = (): void => {
        const known = library.mau.find((one) => one.id === form.value)?.cap ?? [];
        const several = MANY.filter((one) => one.split(',').every((part) => known.includes(part)));
        fill(type, [...known, ...several].map((one) => option(one, one.split(',').map((part) => CAP[part] ?? part).join(' và '), one === 'thcs')));
    };
    types();
    form.addEventListener('change', types);
    const got = await ask('Kế hoạch mới', [
        field('Mẫu của văn bản', form), field('Cấp học', type),
        field('Năm học bắt đầu từ năm', h('input', { name: 'nam', type: 'number', min: '2000', max: '2100', value: String(year), required: true })),
        field('Tên trường', h('input', { name: 'ten', placeholder: 'Trường THCS …' })),
        field('Địa danh ghi trước ngày tháng', h('input', { name: 'diadanh', placeholder: 'xã, phường, đặc khu' }))], 'Tạo kế hoạch');
    if (!got || !await mayLeave())
        return;
    const result = await engine.run(['new', '--mau', String(got.get('mau')), '--cap', String(got.get('cap')), '--on', `${String(got.get('nam'))}-09-15`, 'ke-hoach.khct'], new Map());
    const bytes = result.files.get('ke-hoach.khct');
    if (!bytes) {
        say(result.err, 'loi');
        return;
    }
    let text = textOf(bytes);
    const put = (blank: string, words: FormDataEntryValue | null): void => {
        if (words && String(words).trim() !== '')
            text = text.replace(blank, () => String(words).trim().replace(/[\\;<>#]/g, '\\$&'));
    };
    put('(điền tên trường)', got.get('ten'));
    put('(điền địa danh ghi trước ngày tháng)', got.get('diadanh'));
    opened(new Map([['ke-hoach.khct', { ...fileOf(bytesOf(text)), saved: '' }]]), 'ke-hoach.khct');
    chooseLeft('bieumau');
}

// --- drafts ---

async function remember(why: string): Promise<void> {
    if (plan.main === '')
        return;
    await drafts.remember({ plan: id, time: Date.now(), why, main: plan.main, files: contents() }).catch(() => undefined);
    if (right === 'banluu')
        await showStates();
}

async function keep(force = false): Promise<void> {
    if (plan.main === '' || (foreign && !force))
        return;
    const how = await drafts.keep(id, plan.main, contents(), force);
    document.body.dataset['nhap'] = how;
    if (how === 'khac') {
        foreign = true;
        band('khac', 'Kế hoạch này cũng đang được viết ở một thẻ khác của trình duyệt. Thẻ này không ghi bản nháp nữa, để không chép đè.',
            ['Dùng bản ở thẻ này', () => { foreign = false; void keep(true); }],
            ['Lấy bản ở thẻ kia', () => void drafts.list().then((all) => { const one = all.find((draft) => draft.plan === id); if (one) fromDraft(one); })]);
    } else if (how === 'day')
        band('day', 'Trình duyệt không còn chỗ để giữ bản nháp (hoặc không cho giữ). Hãy bấm “Lưu” để khỏi mất những gì đã viết.', ['Lưu', () => void saveIt()], ['Đã biết', () => undefined]);
}

function fromDraft(draft: Draft): void {
    drafts.taken(draft);
    const files = new Map(draft.files.map(([one, text]) => [one, { text, crlf: false, mark: false, saved: plan.files.get(one)?.saved ?? '' } as PlanFile]));
    id = draft.plan;
    foreign = false;
    preview.show('');
    preview.draw(right);
    plan.open(files, draft.main);
    void showDrafts();
}

const when = (time: number): string => new Date(time).toLocaleString('vi-VN', { dateStyle: 'short', timeStyle: 'short' });

async function showDrafts(): Promise<void> {
    const all = await drafts.list().catch(() => []);
    fill(by('cac-nhap'), all.length === 0 ? null : [h('h2', {}, 'Bản nháp trên máy này'), h('ul', {}, all.map((one) => h('li', {}, h('button', { type: 'button', onclick: () => void mayLeave().then((yes) => { if (yes) fromDraft(one); }) }, `${one.main}, ${when(one.time)}`))))]);
}

async function showStates(): Promise<void> {
    const keepBox = h('input', { type: 'checkbox', id: 'giu-nhap', checked: drafts.wanted });
    keepBox.checked = drafts.wanted;
    keepBox.addEventListener('change', () => {
        drafts.wanted = keepBox.checked;
        void (keepBox.checked ? keep().then(() => remember('bắt đầu giữ')) : Promise.resolve()).then(showStates);
    });
    const states = await drafts.states(id).catch(() => []);
    fill(by('banluu-ds'), h('p', {}, keepBox, ' ', h('label', { for: 'giu-nhap' }, 'Giữ bản nháp và các bản lưu trên máy này')),
        drafts.local ? h('p', { class: 'mo' }, 'Trang đang mở từ một tệp trên đĩa: các trang khác mở từ đĩa của máy này có thể đọc được bản nháp. Máy dùng chung thì không nên giữ.') : null,
        h('p', { class: 'nut' }, h('button', { type: 'button', onclick: () => void remember('tự lưu lại').then(showStates) }, 'Giữ trạng thái này'),
            h('button', { type: 'button', class: 'xoa', onclick: () => void wipe() }, 'Xóa hết bản nháp trên máy này')),
        states.length === 0 ? h('p', { class: 'mo' }, 'Chưa có bản lưu nào của kế hoạch này.') : h('ul', { class: 'ban' }, states.map((state) => h('li', {}, `${when(state.time)}, ${state.why} `,
            h('button', { type: 'button', onclick: () => void compare(state.files) }, 'So với bản đang viết'),
            h('button', { type: 'button', onclick: () => void restore(state.files) }, 'Lấy lại bản này')))));
}

/** An old state of every file; that which is shown can be undone to. */
async function restore(files: [string, string][]): Promise<void> {
    await remember('trước khi lấy lại bản cũ');
    for (const [one, text] of files) {
        const file = plan.files.get(one);
        if (file && one !== plan.current) {
            file.text = text;
            await engine.put(one, text);
        }
    }
    const shown = files.find(([one]) => one === plan.current);
    if (shown)
        plan.edit([{ from: 0, to: plan.text.length, insert: shown[1] }]);
}

async function wipe(): Promise<void> {
    if (await ask('Xóa hết bản nháp?', [h('p', {}, 'Mọi bản nháp và bản lưu mà trang này giữ trên máy sẽ mất. Tệp bạn đã lưu không bị đụng tới.')], 'Xóa hết')) {
        await drafts.wipe();
        say('Đã xóa hết bản nháp trên máy này.');
        await showStates();
        await showDrafts();
    }
}

async function compare(old: [string, string][]): Promise<void> {
    const files = plan.bytes(), main = plan.main;
    for (const [one, text] of old)
        files.set(`cu/${one}`, bytesOf(text));
    try {
        const result = await engine.run(['diff', '-t', 'html', `cu/${main}`, main], files);
        by<HTMLIFrameElement>('khacbiet').srcdoc = textOf(result.out) || `<p>${result.err.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'))}</p>`;
        by('khacbiet').hidden = false;
    } catch (error) {
        failed(error);
    }
}

// --- the page ---

let chooseLeft: (name: string) => void, chooseRight: (name: string) => void;

function layout(): void {
    chooseLeft = tabs(by('trai-the'), (one) => {
        left = one;
        forms.visible = one === 'bieumau';
        void forms.refresh();
    });
    chooseRight = tabs(by('phai-the'), (one) => {
        right = one;
        document.body.dataset['phai'] = one;
        preview.draw(one);
        if (one === 'xepmuc' && plan.main !== '')
            void rate();
        if (one === 'banluu')
            void showStates();
    });
    by('moi').addEventListener('click', () => void newPlan());
    by('moi2').addEventListener('click', () => void newPlan());
    for (const button of ['mo', 'mo2'])
        by(button).addEventListener('click', () => void choose().then((all) => (all.length > 0 ? open(all) : undefined)).catch(tooLarge));
    for (const button of ['dan', 'dan2'])
        by(button).addEventListener('click', () => void paste());
    by('luu').addEventListener('click', () => void saveIt());
    by('in').addEventListener('click', () => void print());
    by('hoantac').addEventListener('click', () => editor.undo());
    by('lamlai').addEventListener('click', () => editor.redo());
    by('trinhbay').addEventListener('click', () => editor.format());
    by('huongdan').addEventListener('click', () => void ask('Hướng dẫn', HELP.map(([title, all]) => h('section', {}, h('h3', {}, title), all.map((one) => h('p', {}, one)))), 'Đóng', true));
    by('ngay').addEventListener('change', () => void build());
    fill(by('taive'), option('', 'Tải về…'), FORMS_OUT.map(([form, words]) => option(form, words)));
    by('taive').addEventListener('change', () => {
        const one = FORMS_OUT.find(([form]) => form === by<HTMLSelectElement>('taive').value);
        by<HTMLSelectElement>('taive').value = '';
        if (one)
            void write(one[0], one[2]);
    });
    document.addEventListener('keydown', (event) => {
        if (!(event.ctrlKey || event.metaKey) || event.altKey)
            return;
        const act = { s: () => void saveIt(), o: () => by('mo').click(), p: () => void print() }[event.key];
        if (act && plan.main !== '') {
            event.preventDefault();
            act();
        }
    });
    document.addEventListener('dragover', (event) => event.preventDefault());
    document.addEventListener('drop', (event) => {
        event.preventDefault();
        const files = [...event.dataTransfer?.files ?? []];
        if (files.length > 0)
            void Promise.all(files.map((file) => take(file))).then(open).catch(tooLarge);
    });
    window.addEventListener('beforeunload', (event) => {
        void keep();
        if (plan.changed && document.body.dataset['nhap'] !== 'xong')
            event.preventDefault();
    });
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') void keep(); });
}

async function openExample(name: string): Promise<void> {
    if (await mayLeave())
        opened(new Map([[name, fileOf(bytesOf(await example(name)))]]), name);
}

function showExamples(): void {
    fill(by('vi-du'), examples.map(([one, title]) => h('li', {}, h('button', { type: 'button', onclick: () => void openExample(one).catch(failed) }, title))));
}

/** #bo-nho=24: at most so many MiB for each instance, to try what happens when memory ends. */
function pages(): number | undefined {
    const megabytes = /[#&]bo-nho=(\d+)/.exec(location.hash)?.[1];
    return megabytes ? Number(megabytes) * 16 : undefined;
}

/** The page opens without a network too: what it has is kept at once, the rest when it is here. */
async function keepOffline(): Promise<void> {
    setTimeout(() => engine.whole().catch(() => undefined), 5000);
    if (!('serviceWorker' in navigator) || !location.protocol.startsWith('http'))
        return;
    navigator.serviceWorker.addEventListener('message', () => { document.body.dataset['ngoaimang'] = '1'; });
    await navigator.serviceWorker.register('sw.js');
    const all = await navigator.serviceWorker.ready;
    await engine.arrived; // a visitor who opens nothing has it a little later
    all.active?.postMessage('du');
}

async function start(): Promise<void> {
    const from = source();
    engine = await Engine.start(from, pages(), () => say('Đang tải phần còn lại của khct…'));
    void engine.arrived.then(() => { by('dangtai').hidden = true; unband('mang'); });
    library = await engine.library<Library>();
    editor = new Editor(by('vanban-o'), engine, plan, showProblems, (fault, again_) => {
        if (again_)
            say(fault === 'memory' ? 'Hết bộ nhớ: máy chủ ngôn ngữ đã bắt đầu lại. Văn bản của bạn còn nguyên.' : 'Máy chủ ngôn ngữ gặp trục trặc và đã bắt đầu lại. Văn bản của bạn còn nguyên.', 'loi');
        else
            band('het', 'Kế hoạch này quá lớn so với bộ nhớ mà trình duyệt cho phép, nên không còn nhận xét khi viết. Vẫn sửa và lưu được.', ['Thử lại', () => void editor.connect()]);
    });
    forms = new Forms(by('bieumau-o'), engine, plan, editor, library);
    layout();
    const rebuild = later(350, () => void build()), redraft = later(1000, () => void keep()), reform = later(250, () => void forms.refresh());
    let since = Date.now();
    plan.hear((why) => {
        name();
        redraft();
        if (why === 'mo') {
            void build();
            void forms.refresh();
        } else if (why === 'go') {
            rebuild();
            reform();
            if (Date.now() - since > 120000) {
                since = Date.now();
                void remember('tự động');
            }
        }
    });
    chooseLeft(matchMedia('(max-width: 50rem)').matches ? 'bieumau' : 'vanban');
    chooseRight('trang');
    await editor.connect();
    name();
    showExamples();
    await showDrafts();
    document.body.dataset['san'] = '1';
    if (!from.single)
        void keepOffline().catch(() => undefined);
    (window as unknown as { khct: unknown }).khct = { plan, get memory() { return editor.memory; }, get html() { return preview.html; } };
}

start().catch((error: unknown) => {
    by('khoidong').textContent = `Trình duyệt này không chạy được khct (${error instanceof Error ? error.message : String(error)}). Hãy dùng Chrome, Edge, Firefox hoặc Safari bản từ năm 2023.`;
});
