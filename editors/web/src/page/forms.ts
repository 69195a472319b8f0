// The plan as forms: what the text says, block by block, made from the language's own tables. A form
// changes the text; what it shows is read anew from the text.

import { Editor, Problem, titleOf } from './editor';
import type { Engine } from './engine';
import type { Change, Plan } from './plan';
import { Node, Writing, addBlock, addField, addTop, isTangled, line, removal, setHeading, setValue, wordsOf, writingOf } from './source';
import { ask, by, field, fill, h, option, say } from './ui';

export interface Library {
    tu: Record<string, [string, string]>;
    khoi: Record<string, { tu: string; dau: string; muc: { tu: string; kieu: string; nhieu: number; mo: string }[] }>;
    mau: { id: string; ten: string; danhmuc: string[]; cap: string[] }[];
}

interface Criterion { ma: string; ten: string; chuan: number; muc: number; hien: number }
interface Model {
    cay: { tep: string; trong: Node[] }[];
    danhmuc?: string;
    chuan?: { so: number; ten: string }[];
    tieuchi?: Criterion[];
    vaitro?: string[];
}

// What a writer is asked for first; the rest is behind "Thêm mục".
const USUAL: Record<string, string[]> = {
    TRUONG: ['ten', 'cap', 'captren', 'diadanh'], KEHOACH: ['so', 'ngay', 'trichyeu', 'namhoc', 'phandau'],
    TIEUCHI: ['ketqua', 'giaiphap', 'chutri', 'phoihop', 'thoigian', 'kinhphi'], KHOAN: ['ketqua', 'giaiphap', 'chutri', 'thoigian'],
    VIEC: ['giaiphap', 'ketqua', 'chutri', 'phoihop', 'thoigian', 'kinhphi', 'tiendo'], VIECLON: ['giaiphap', 'ketqua', 'chutri', 'thoigian', 'kinhphi', 'tieuchi'],
    VANDE: ['hientrang', 'hanche', 'nguyennhan'], THEODOI: ['noidung', 'ketqua', 'dieuchinh', 'nguoi'], HIENTRANG: ['muc', 'khongdat', 'ngay'],
    NOINHAN: ['noi'], CHUKY: ['quyenhan', 'chucvu', 'hoten'], PHAN: ['doan'], CANCU: ['vanban', 'khac'],
};
const LONG = new Set(['TEXT', 'BASIS', 'EVIDENCE', 'ROLE']);
const READ = new Set(['TIME', 'MONEY', 'SCHOOL_YEAR', 'DATE', 'PERIOD', 'PROGRESS', 'AIM', 'CRITERIA', 'LEVEL_LIST', 'BASIS', 'DOCUMENT_NUMBER', 'ROLES']);
const GROUPS: [string, string[], string][] = [
    ['Trường và văn bản', ['dung', 'truong', 'kehoach'], ''],
    ['Vai trò, chữ viết tắt', ['vaitro', 'viettat'], 'vaitro'],
    ['Phần văn xuôi và căn cứ', ['phan', 'cancu'], ''],
    ['Kết quả tự đánh giá', ['hientrang'], 'hientrang'],
    ['Vấn đề trọng tâm', ['vande'], 'vande'],
    ['Tiêu chí cần cải tiến và công việc', ['tieuchi', 'khoan', 'viec'], 'tieuchi'],
    ['Theo dõi', ['theodoi'], 'theodoi'],
    ['Nơi nhận, chữ ký', ['noinhan', 'chuky'], 'noinhan'],
];
const ADD: Record<string, string> = {
    tieuchi: 'Thêm tiêu chí…', vande: 'Thêm vấn đề…', hientrang: 'Thêm kết quả tự đánh giá…', vaitro: 'Thêm vai trò…', theodoi: 'Thêm lần theo dõi…', noinhan: 'Thêm nơi nhận và chữ ký',
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const levelsOf = (criterion: Criterion): number[] => [1, 2, 3, 4, 5].filter((level) => criterion.muc >> level & 1);

type Task = (text: string, nodes: Node[]) => Change[];

export class Forms {
    private model: Model = { cay: [] };
    private text = '';
    private reading = false;
    private tasks: Task[] = [];
    private problems: Problem[] = [];
    private readonly open = new Set<string>();
    private begun: string | null = null; // a block that was just added
    private first: string | null = null; // a block whose form is to be shown and begun
    private goal: number | null = null; // a place whose form is to be shown, when the text is read
    visible = false;

    constructor(private readonly place: HTMLElement, private readonly engine: Engine, private readonly plan: Plan,
        private readonly editor: Editor, private readonly library: Library) {
        place.addEventListener('change', (event) => this.took(event.target as HTMLElement));
        place.addEventListener('input', (event) => this.typing(event.target as HTMLElement));
    }

    private get nodes(): Node[] {
        return this.model.cay.find((file) => file.tep === `/${this.plan.current}`)?.trong ?? [];
    }

    private get writing(): Writing {
        return writingOf(this.nodes, (keyword) => this.library.tu[keyword]?.[0] ?? keyword);
    }

    // --- from the text ---

    async refresh(): Promise<void> {
        if (!this.visible || this.reading)
            return;
        this.reading = true;
        const before = this.signs();
        try {
            for (let text = NaN as unknown as string; text !== this.plan.text;) {
                text = this.plan.text;
                this.model = await this.engine.forms<Model>(this.plan.main, this.plan.bytes());
                if (!this.model.cay.some((file) => file.tep === `/${this.plan.current}`))
                    this.model = await this.engine.forms<Model>(this.plan.current, this.plan.bytes());
                this.text = text;
            }
        } catch {
            return;
        } finally {
            this.reading = false;
        }
        this.follow(before);
        this.render();
        if (this.goal !== null)
            this.showAt(this.goal);
        this.work();
    }

    /** What the file's declarations are known by. */
    private signs(): string[] {
        const seen = new Map<string, number>();
        return this.nodes.map((node) => {
            const sign = `${node.tu} ${this.text.slice(...node.loi)}`, n = seen.get(sign) ?? 0;
            seen.set(sign, n + 1);
            return `${sign} ${n}`;
        });
    }

    /** Blocks that were open stay so when others come or go before them. */
    private follow(before: string[]): void {
        const after = this.signs();
        if (after.length !== before.length) {
            const moved = [...this.open].flatMap((path) => {
                const [top, ...rest] = path.split('.'), now = after.indexOf(before[Number(top)] ?? '');
                return now < 0 ? [] : [[now, ...rest].join('.')];
            });
            this.open.clear();
            moved.forEach((path) => this.open.add(path));
        }
        if (this.begun !== null)
            this.open.add(this.begun);
        this.first = this.begun ?? this.first;
        this.begun = null;
    }

    tell(problems: Problem[]): void {
        this.problems = problems;
        if (this.visible && this.text === this.plan.text)
            this.render();
    }

    // --- to the text ---

    /** Changes the text when the places are those of the text as it stands. */
    private change(task: Task): void {
        this.tasks.push(task);
        this.work();
    }

    private work(): void {
        if (this.text !== this.plan.text) {
            void this.refresh();
            return;
        }
        const task = this.tasks.shift();
        if (!task)
            return;
        const changes = task(this.text, this.nodes);
        if (changes.length > 0)
            this.plan.edit(changes);
        if (this.tasks.length > 0 || changes.length > 0)
            void this.refresh();
    }

    private at(path: string, nodes: Node[]): Node | undefined {
        let node: Node | undefined, list: Node[] | undefined = nodes;
        for (const step of path.split('.')) {
            node = list?.[Number(step)];
            list = node?.trong;
        }
        return node;
    }

    private took(control: HTMLElement): void {
        const { duong, muc, dau } = control.dataset, value = (control as HTMLInputElement).value;
        if (duong === undefined)
            return;
        this.change((text, nodes) => {
            const node = this.at(duong, nodes);
            if (!node)
                return [];
            if (dau !== undefined)
                return setHeading(text, node, this.heading(control, node));
            if (muc === undefined)
                return wordsOf(text, node) === value.trim() ? [] : setValue(text, node, value);
            const now = (node.trong ?? []).filter((child) => child.tu === muc && !child.khoi);
            // the text may have got it meanwhile from typing into the same control
            return value.trim() === '' ? [] : now.length > 0 && control.dataset['moi'] === 'mot'
                ? setValue(text, now[0]!, value) : addField(text, node, this.writing, muc, value);
        });
    }

    private timer = 0;

    /** A moment after the last key the text has it, and what was understood is shown. */
    private typing(control: HTMLElement): void {
        clearTimeout(this.timer);
        if (control.dataset['duong'] !== undefined && control.dataset['dau'] === undefined && control.dataset['muc'] === undefined && (control as HTMLInputElement).value.trim() !== '')
            this.timer = window.setTimeout(() => this.took(control), 400);
    }

    private heading(control: HTMLElement, node: Node): string {
        const form = control.closest('.dau');
        const part = (name: string): string => form?.querySelector<HTMLInputElement>(`[data-dau="${name}"]`)?.value.trim() ?? '';
        if (node.khoi !== 'TIEUCHI')
            return part('loi');
        const level = part('muc'), code = part('ma'), criterion = this.model.tieuchi?.find((one) => one.ma === code), w = this.writing;
        const known = level === '' || !criterion || levelsOf(criterion).includes(Number(level.replace('giu', '')));
        const word = (keyword: string): string => w.word(keyword);
        const aim = !known || level === '' ? '' : level.startsWith('giu') ? ` ${word('duytri')} ${word('muc')} ${level.slice(3)}` : ` ${word('muc')} ${level}`;
        return `${code}${aim}`;
    }

    // --- what is shown ---

    private render(): void {
        const active = document.activeElement as HTMLInputElement | null, key = this.place.contains(active) ? active?.dataset['khoa'] : undefined;
        const value = active?.value ?? '', from = active?.selectionStart ?? null, to = active?.selectionEnd ?? null, scrolled = this.place.scrollTop;
        const nodes = this.nodes;
        fill(this.place, this.model.danhmuc ? h('p', { class: 'mo' }, `Danh mục tiêu chí: ${this.model.danhmuc}`) : null,
            h('datalist', { id: 'cac-vai-tro' }, (this.model.vaitro ?? []).map((name) => option(name, name))),
            GROUPS.map(([title, keywords, add]) => h('section', { 'aria-label': title }, h('h2', {}, title),
                nodes.map((node, i) => (keywords.includes(node.tu) ? this.block(node, String(i)) : null)),
                ADD[add] ? h('p', { class: 'nut' }, h('button', { type: 'button', 'data-them': add, onclick: () => void this.addTop(add) }, ADD[add])) : null,
                add === 'tieuchi' ? this.unplanned(nodes) : null)));
        this.place.scrollTop = scrolled;
        if (this.first !== null) {
            const form = this.place.querySelector<HTMLElement>(`[data-khoi="${this.first}"] textarea, [data-khoi="${this.first}"] input`);
            this.first = null;
            form?.focus();
            form?.scrollIntoView({ block: 'center' });
        } else if (key) {
            let control = this.place.querySelector<HTMLInputElement>(`[data-khoa="${CSS.escape(key)}"]`);
            if (!control && active?.dataset['muc'] !== undefined) // what was begun as a new field stands in the text now
                control = [...this.place.querySelectorAll<HTMLInputElement>(`[data-cha="${active.dataset['duong']}"][data-tu="${active.dataset['muc']}"]`)].pop() ?? null;
            control?.focus({ preventScroll: true });
            if (control && 'value' in control && control.tagName !== 'SELECT' && from !== null) {
                control.value = value;
                control.setSelectionRange(from, to);
            }
        }
        void this.understand();
    }

    private title(node: Node): string {
        const words = wordsOf(this.text, { ...node, co: 0 }), marked = capital(this.library.tu[node.tu]?.[0] ?? node.tu);
        if (node.khoi === 'TIEUCHI') {
            const code = /[\d.]+/.exec(words)?.[0] ?? '', criterion = this.model.tieuchi?.find((one) => one.ma === code);
            if (criterion) {
                const level = /\d+$/.exec(words.slice(words.indexOf(code) + code.length).trim())?.[0];
                return `Tiêu chí ${code}: ${criterion.ten}${level ? `, ${/duy ?tr[iì]/i.test(words) ? 'giữ' : 'lên'} mức ${level}` : ''}`;
            }
            return `Tiêu chí ${words}`;
        }
        // keywords of a heading in their usual spelling; a title of the writer's stays as it is
        const spelt = /[tIWM]/.test(this.library.khoi[node.khoi ?? '']?.dau ?? 't') ? words : words.split(' ').map((word) => this.library.tu[word]?.[0] ?? word).join(' ');
        return `${marked} ${spelt}`.trim();
    }

    private block(node: Node, path: string): HTMLElement {
        if (!node.khoi)
            return h('div', { class: 'dong' }, this.value(node, path, ''));
        const wrong = this.problems.filter((one) => one.file === this.plan.current && one.from >= node.cho[0] && one.from < node.cho[1]);
        const errors = wrong.filter((one) => one.level === 1).length;
        const details = h('details', { open: this.open.has(path), 'data-khoi': path },
            h('summary', {}, this.title(node), wrong.length > 0 ? h('span', { class: errors > 0 ? 'dem loi' : 'dem' }, `${wrong.length} nhận xét`) : null));
        details.addEventListener('toggle', () => {
            if (details.open === this.open.has(path))
                return;
            if (details.open)
                this.open.add(path);
            else
                this.open.delete(path);
            if (details.open)
                details.append(this.body(node, path, wrong));
            else
                details.lastElementChild?.remove();
            void this.understand();
        });
        if (this.open.has(path))
            details.append(this.body(node, path, wrong));
        return details;
    }

    private body(node: Node, path: string, wrong: Problem[]): HTMLElement {
        const kind = node.khoi!, places = this.library.khoi[kind]?.muc ?? [], own = node.trong ?? [];
        const usual = (USUAL[kind] ?? []).filter((keyword) => !own.some((child) => child.tu === keyword));
        const further = places.filter((one) => one.mo === '' && (one.nhieu || !own.some((child) => child.tu === one.tu)) && !usual.includes(one.tu));
        const select = h('select', { 'aria-label': 'Mục để thêm' }, option('', 'Thêm mục…'), further.map((one) => option(one.tu, `${capital(this.library.tu[one.tu]?.[0] ?? one.tu)}: ${this.library.tu[one.tu]?.[1] ?? ''}`)));
        const place = h('div', {});
        select.addEventListener('change', (event) => {
            event.stopPropagation();
            if (select.value !== '') {
                const fresh = this.fresh(path, select.value, kind, 'nhieu');
                fill(place, fresh);
                fresh.querySelector<HTMLElement>('textarea, input')?.focus();
            }
        });
        const into = places.filter((one) => one.mo !== '');
        return h('div', { class: 'than' },
            this.head(node, path),
            own.map((child, i) => (child.khoi ? null : this.value(child, `${path}.${i}`, kind))),
            usual.map((keyword) => this.fresh(path, keyword, kind, 'mot')),
            place,
            own.map((child, i) => (child.khoi ? this.block(child, `${path}.${i}`) : null)),
            wrong.length > 0 ? h('ul', { class: 'nhanxet' }, wrong.map((one) => h('li', { class: one.level === 1 ? 'loi' : '' }, h('p', {}, one.words),
                one.fixes.slice(0, 1).map((fix) => h('button', { type: 'button', onclick: () => this.editor.apply(fix) }, titleOf(fix)))))) : null,
            h('p', { class: 'nut' }, further.length > 0 ? select : null,
                into.map((one) => h('button', { type: 'button', onclick: () => void this.addInto(path, one.tu, one.mo) }, `Thêm ${this.library.tu[one.tu]?.[0] ?? one.tu}…`)),
                h('button', { type: 'button', onclick: () => { by('nut-vanban').click(); this.editor.goTo(node.cho[0]); } }, 'Xem trong văn bản'),
                h('button', { type: 'button', class: 'xoa', onclick: () => {
                    this.change((text, nodes) => { const now = this.at(path, nodes); return now ? removal(text, now) : []; });
                    say('Đã xóa. Bấm “Hoàn tác” để lấy lại.');
                } }, 'Xóa khối này')));
    }

    private head(node: Node, path: string): HTMLElement | null {
        const shape = this.library.khoi[node.khoi!]?.dau ?? '', words = wordsOf(this.text, { ...node, co: 0 });
        if (shape === '')
            return null;
        const data = (name: string): Record<string, string> => ({ 'data-duong': path, 'data-dau': name, 'data-khoa': `${path}/${name}` });
        const code = /[\d.]+/.exec(words)?.[0] ?? '', criterion = this.model.tieuchi?.find((one) => one.ma === code);
        if (node.khoi === 'TIEUCHI' && criterion) {
            const level = /\d+$/.exec(words.slice(words.indexOf(code) + code.length).trim())?.[0] ?? '', keeps = /duy ?tr[iì]/i.test(words);
            const known = levelsOf(criterion);
            return h('div', { class: 'dau' }, field('Tiêu chí', this.criteria(data('ma'), code)),
                field('Cần đạt', h('select', data('muc'), option('', 'chưa nói', level === ''),
                    known.map((n) => option(String(n), `nâng lên mức ${n}`, !keeps && level === String(n))), known.map((n) => option(`giu${n}`, `giữ mức ${n}`, keeps && level === String(n)))),
                h('p', { class: 'hieu' }, criterion.hien > 0 ? `Hiện nay: mức ${criterion.hien}` : criterion.hien === 0 ? 'Hiện nay: không đạt' : 'Chưa có kết quả tự đánh giá')));
        }
        return h('div', { class: 'dau' }, field('Đầu khối', h('input', { ...data('loi'), value: words, type: 'text' })));
    }

    private criteria(props: Record<string, string>, chosen: string): HTMLSelectElement {
        return h('select', props, (this.model.chuan ?? []).map((standard) => h('optgroup', { label: `Tiêu chuẩn ${standard.so}. ${standard.ten}` },
            (this.model.tieuchi ?? []).filter((one) => one.chuan === standard.so).map((one) =>
                option(one.ma, `${one.ma} ${one.ten}${one.hien > 0 ? ` (đang ở mức ${one.hien})` : ''}`, one.ma === chosen)))));
    }

    private typeOf(kind: string, keyword: string): string {
        return this.library.khoi[kind === '' ? 'TOP' : kind]?.muc.find((one) => one.tu === keyword)?.kieu ?? 'TEXT';
    }

    private control(type: string, props: Record<string, string | boolean>, words: string): HTMLElement {
        if (LONG.has(type) || words.includes('\n') || words.length > 70) {
            const area = h('textarea', { ...props, rows: Math.min(8, Math.max(2, Math.ceil(words.length / 60) + words.split('\n').length - 1)), lang: 'vi' });
            area.value = words;
            return area;
        }
        return h('input', { ...props, type: 'text', value: words, lang: 'vi', ...(type === 'ROLES' ? { list: 'cac-vai-tro' } : {}) });
    }

    private value(node: Node, path: string, kind: string): HTMLElement {
        const words = wordsOf(this.text, node), type = this.typeOf(kind, node.tu), tangled = isTangled(this.text, node);
        const parent = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '';
        const control = this.control(type, { 'data-duong': path, 'data-khoa': `${path}/${node.tu}`, 'data-cha': parent, 'data-tu': node.tu, readonly: tangled, title: this.library.tu[node.tu]?.[1] ?? '' }, words);
        return h('div', { class: 'muc' }, field(capital(this.library.tu[node.tu]?.[0] ?? node.tu), control,
            h('p', { class: 'hieu', 'data-hieu': READ.has(type) ? String(node.loi[0]) : '', 'data-nguoi': type === 'ROLES' ? String(node.loi[1]) : '' }, tangled ? 'Có ghi chú bên trong: sửa ở phần văn bản.' : '')),
        h('button', { type: 'button', class: 'bo', 'aria-label': `Bỏ mục ${this.library.tu[node.tu]?.[0] ?? node.tu}`, title: 'Bỏ mục này',
            onclick: () => this.change((text, nodes) => { const now = this.at(path, nodes); return now ? removal(text, now) : []; }) }, '✕'));
    }

    /** A control for a field that the text does not have yet. */
    private fresh(path: string, keyword: string, kind: string, times: string): HTMLElement {
        const control = this.control(this.typeOf(kind, keyword), { 'data-duong': path, 'data-muc': keyword, 'data-moi': times, 'data-khoa': `${path}+${keyword}`, placeholder: this.library.tu[keyword]?.[1] ?? '' }, '');
        return h('div', { class: 'muc moi' }, field(capital(this.library.tu[keyword]?.[0] ?? keyword), control));
    }

    /** What khct read in a value, under it. */
    private async understand(): Promise<void> {
        const text = this.text;
        for (const place of [...this.place.querySelectorAll<HTMLElement>('[data-hieu]')]) {
            const at = place.dataset['hieu'];
            if (!at || text !== this.plan.text)
                continue;
            const end = place.dataset['nguoi'], words = end ? await this.people(Number(at), Number(end)) : await this.editor.hover(Number(at));
            if (text === this.plan.text)
                place.textContent = words === '' ? '' : `khct hiểu: ${words.replace(/\*\*|`/g, '').replace(/^- /, '').replace(/\n+- /g, '; ').replace(/\n+/g, ' · ')}`.slice(0, 400);
        }
    }

    /** Each person of a value: between two of them the server says them all, on one it says who that is. */
    private async people(from: number, to: number): Promise<string> {
        for (const gap of [...this.text.slice(from, to).matchAll(/\s/g)].slice(0, 20)) {
            const words = await this.editor.hover(from + gap.index);
            if (words.startsWith('- '))
                return words.replace(/^- (.*) → \1$/gm, '- $1');
        }
        return (await this.editor.hover(from)).replace(/ \/ .*| · .*|\n[^]*/, '');
    }

    private unplanned(nodes: Node[]): HTMLElement | null {
        const planned = new Set(nodes.filter((node) => node.tu === 'tieuchi').map((node) => /[\d.]+/.exec(this.text.slice(...node.loi))?.[0]));
        const weak = (this.model.tieuchi ?? []).filter((one) => one.hien >= 0 && one.hien < 2 && !planned.has(one.ma));
        return weak.length === 0 ? null : h('p', { class: 'mo' }, `Tiêu chí đang ở mức thấp mà kế hoạch chưa nói tới: ${weak.map((one) => one.ma).join(', ')}.`);
    }

    // --- adding ---

    private async addTop(keyword: string): Promise<void> {
        let write: (w: Writing) => string; // as the plan writes keywords when it comes to that
        if (keyword === 'tieuchi') {
            const got = await ask('Thêm tiêu chí cần cải tiến', [field('Tiêu chí', this.criteria({ name: 'ma' }, '')),
                field('Cần đạt', h('select', { name: 'muc' }, option('', 'chưa nói'), [1, 2, 3, 4].map((n) => option(String(n), `nâng lên mức ${n}`)), [1, 2, 3].map((n) => option(`giu${n}`, `giữ mức ${n}`))))], 'Thêm');
            if (!got)
                return;
            const level = String(got.get('muc')), criterion = this.model.tieuchi?.find((one) => one.ma === got.get('ma'));
            if (level !== '' && criterion && !levelsOf(criterion).includes(Number(level.replace('giu', ''))))
                say(`Tiêu chí ${criterion.ma} không có mức ${level.replace('giu', '')}; các mức: ${levelsOf(criterion).join(', ')}. Đã để trống mức.`, 'loi');
            const fits = criterion && levelsOf(criterion).includes(Number(level.replace('giu', '')));
            write = ({ word }) => `${word('tieuchi')} ${got.get('ma') ?? '1.1'}${fits ? level.startsWith('giu') ? ` ${word('duytri')} ${word('muc')} ${level.slice(3)}` : ` ${word('muc')} ${level}` : ''} <\n>`;
        } else if (keyword === 'vande') {
            const got = await ask('Thêm vấn đề trọng tâm', [field('Tiêu chí liên quan', this.criteria({ name: 'ma' }, ''))], 'Thêm');
            if (!got)
                return;
            write = ({ word }) => `${word('vande')} ${word('tieuchi')} ${got.get('ma')} <\n>`;
        } else if (keyword === 'vaitro') {
            const got = await ask('Thêm vai trò', [field('Chữ viết tắt', h('input', { name: 'id', required: true, pattern: '[A-Za-zĐđ][A-Za-z0-9Đđ_]*', title: 'chữ và số, không dấu cách' })), field('Tên đầy đủ', h('input', { name: 'ten', required: true }))], 'Thêm');
            if (!got)
                return;
            write = (w) => `${line(w, 'vaitro', `${got.get('id')} ${got.get('ten')}`, '').replace(': ', ' ').replace('  ', ' ')}`;
        } else if (keyword === 'hientrang') {
            const got = await ask('Thêm kết quả tự đánh giá', [field('Năm học', h('input', { name: 'nam', placeholder: '2025-2026', required: true, pattern: '20\\d\\d ?- ?20\\d\\d', title: 'như 2025-2026' }))], 'Thêm');
            if (!got)
                return;
            write = ({ word }) => `${word('hientrang')} ${word('namhoc')} ${got.get('nam')} <\n>`;
        } else if (keyword === 'theodoi') {
            const got = await ask('Thêm lần theo dõi', [field('Thời điểm', h('input', { name: 'luc', placeholder: 'Cuối học kỳ I', required: true }))], 'Thêm');
            if (!got)
                return;
            write = ({ word }) => `${word('theodoi')} ${got.get('luc')} <\n>`;
        } else
            write = (w) => `${w.word('noinhan')} <\n${line(w, 'noi', 'Lưu: VT', '  ')}\n>\n\n${w.word('chuky')} <\n${line(w, 'chucvu', 'Hiệu trưởng', '  ')}\n>`;
        this.change((text, nodes) => {
            const changes = addTop(text, nodes, keyword, write(this.writing));
            this.begun = String(nodes.filter((node) => node.cho[1] <= changes[0]!.from).length);
            return changes;
        });
    }

    private async addInto(path: string, keyword: string, kind: string): Promise<void> {
        const shape = this.library.khoi[kind]?.dau ?? '', name = this.library.tu[keyword]?.[0] ?? keyword;
        const got = await ask(`Thêm ${name}`, [shape.startsWith('C') ? field('Tiêu chí', this.criteria({ name: 'ma' }, '')) : field('Tên', h('input', { name: 'ma', required: true }))], 'Thêm');
        if (!got)
            return;
        this.change((text, nodes) => {
            const block = this.at(path, nodes);
            if (!block)
                return [];
            const inner = `${path}.${(block.trong ?? []).length}`;
            this.open.add(inner);
            this.first = inner;
            const level = kind === 'KETQUATC' ? ` ${this.writing.word('muc')} 1` : '';
            return addBlock(text, block, `${this.writing.word(keyword)} ${String(got.get('ma')).replace(/[;<>#]/g, ' ')}${level}`);
        });
    }

    /** Opens the form of the block that stands at a place of the text. */
    showAt(at: number): void {
        this.goal = this.text === this.plan.text ? null : at;
        if (this.goal !== null)
            return void this.refresh();
        const down = (list: Node[], path: string): string => {
            const i = list.findIndex((node) => at >= node.cho[0] && at < node.cho[1] && node.khoi);
            if (i < 0)
                return path;
            const own = path === '' ? String(i) : `${path}.${i}`;
            this.open.add(own);
            return down(list[i]!.trong ?? [], own);
        };
        const path = down(this.nodes, '');
        if (path === '')
            return;
        this.first = path;
        this.render();
    }
}
