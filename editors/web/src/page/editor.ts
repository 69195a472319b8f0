// The text: CodeMirror with the language server.

import { autocompletion, completionKeymap, closeBrackets } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab, redo, undo } from '@codemirror/commands';
import { bracketMatching, codeFolding, foldGutter, foldKeymap, foldService, indentService, indentUnit } from '@codemirror/language';
import { Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { LSPClient, LSPPlugin, Transport, formatDocument, formatKeymap, hoverTooltips, jumpToDefinitionKeymap, renameKeymap, serverCompletion } from '@codemirror/lsp-client';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState, Extension, Range as Ranges, StateEffect, StateField, Text, TransactionSpec } from '@codemirror/state';
import { Decoration, DecorationSet, EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import type { Fault } from '../worker';
import type { Engine } from './engine';
import type { Plan } from './plan';
import { later } from './ui';
import { PHRASES } from './words';
import { PlanWorkspace, nameOf, textOf, uriOf } from './workspace';

interface Position { line: number; character: number }
interface Span { start: Position; end: Position }
interface Edit { range: Span; newText: string }
interface Said { range: Span; severity: number; code: string; message: string }
interface Action { title: string; kind: string; diagnostics?: Said[]; edit?: { changes: Record<string, Edit[]> } }

/** What mends a place, and not what lets it be. */
export const mends = (fix: Action): boolean => !fix.title.startsWith('Chấp nhận');
export const titleOf = (fix: Action): string => (mends(fix) ? `Sửa: ${fix.title}` : fix.title);

export interface Problem { file: string; line: number; from: number; to: number; level: number; code: string; words: string; fixes: Action[] }

function offset(doc: Text, at: Position): number {
    if (at.line >= doc.lines)
        return doc.length;
    const line = doc.line(at.line + 1);
    return Math.min(line.from + at.character, line.to);
}

// --- colours, as the server says them ---

const paint = StateEffect.define<DecorationSet>();
const colours = StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(set, transaction) {
        set = set.map(transaction.changes);
        for (const effect of transaction.effects)
            if (effect.is(paint))
                set = effect.value;
        return set;
    },
    provide: (field) => EditorView.decorations.from(field),
});

const fold = StateEffect.define<[number, number][]>();
const folds = StateField.define<[number, number][]>({
    create: () => [],
    update(list, transaction) {
        for (const effect of transaction.effects)
            if (effect.is(fold))
                return effect.value;
        return transaction.docChanged ? list.map(([a, b]) => [transaction.changes.mapPos(a, 1), transaction.changes.mapPos(b, -1)]) : list;
    },
});

const LOOKS = EditorView.theme({
    '&': { height: '100%', fontSize: '15px', backgroundColor: 'var(--giay)', color: 'var(--chu)' },
    '.cm-scroller': { fontFamily: '"Cascadia Mono", Consolas, Menlo, "Noto Sans Mono", "Liberation Mono", monospace', lineHeight: '1.5' },
    '.cm-content': { caretColor: 'var(--chu)', padding: '8px 0' },
    '.cm-gutters': { backgroundColor: 'var(--nen)', color: 'var(--mo)', borderRight: '1px solid var(--vien)' },
    '.cm-activeLine': { backgroundColor: 'var(--dong)' },
    '&.cm-focused': { outline: '2px solid var(--nhan)', outlineOffset: '-2px' },
    '.cm-cursor': { borderLeftColor: 'var(--chu)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--chon)' },
    '.cm-tooltip': { backgroundColor: 'var(--giay)', color: 'var(--chu)', border: '1px solid var(--vien)', maxWidth: 'min(38rem, 90vw)', maxHeight: '50vh', overflow: 'auto' },
    '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--nhan)', color: 'var(--giay)' },
    '.cm-diagnostic': { borderLeft: '4px solid var(--mo)', padding: '4px 8px', whiteSpace: 'pre-wrap' },
    '.cm-diagnostic-error': { borderLeftColor: 'var(--do)' },
    '.cm-diagnosticAction': { backgroundColor: 'var(--nhan)', color: 'var(--giay)', padding: '3px 8px', borderRadius: '4px' },
    // the marks of the library are pictures, which the policy forbids
    '.cm-lint-marker': { content: 'normal', width: '.7em', height: '.7em', borderRadius: '50%', marginTop: '.4em' },
    '.cm-lint-marker-error': { content: 'normal', backgroundColor: 'var(--do)' },
    '.cm-lint-marker-warning': { content: 'normal', backgroundColor: 'var(--cam)' },
    '.cm-lint-marker-info': { content: 'normal', backgroundColor: 'var(--mo)' },
    '.cm-lintRange': { backgroundImage: 'none !important', textDecoration: 'underline wavy var(--mo)' },
    '.cm-lintRange-error': { textDecorationColor: 'var(--do)' },
    '.cm-lintRange-warning': { textDecorationColor: 'var(--cam)' },
    '.cm-panels': { backgroundColor: 'var(--nen)', color: 'var(--chu)' },
    '.cm-lsp-documentation, .cm-lsp-hover-tooltip': { padding: '2px 8px' },
    '.tk-keyword': { color: 'var(--tk1)', fontWeight: '600' },
    '.tk-property': { color: 'var(--tk1)' },
    '.tk-enumMember, .tk-number': { color: 'var(--tk2)' },
    '.tk-class, .tk-namespace, .tk-variable': { color: 'var(--tk3)' },
    '.tk-string, .tk-macro': { color: 'var(--tk4)' },
    '.tk-comment': { color: 'var(--mo)' },
});

export class Editor {
    readonly view: EditorView;
    problems: Problem[] = [];
    private client!: LSPClient;
    private legend: string[] = [];
    private shown = '';
    private files: Plan['files'] | null = null; // of the plan whose states these are
    private readonly states = new Map<string, EditorState>(); // of the files that are not shown, with what can be undone
    private said = new Map<string, Said[]>();
    private falls: number[] = [];
    /** Bytes that the language server holds. */
    memory = 0;
    private readonly settle = later(180, () => void this.refresh());
    private readonly look = later(60, () => void this.colour());

    constructor(place: HTMLElement, private readonly engine: Engine, private readonly plan: Plan,
        private readonly news: (problems: Problem[]) => void, private readonly fell: (fault: Fault, again: boolean) => void) {
        // style sheets of a shadow root are made by script alone, so the policy can forbid all others
        const root = place.attachShadow({ mode: 'open' });
        const inner = document.createElement('div');
        inner.id = 'o';
        root.append(inner);
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('#o { height: 100%; }');
        root.adoptedStyleSheets.push(sheet);
        this.view = new EditorView({ parent: inner, root, state: EditorState.create({ doc: '' }) });
        plan.hear((why, changes) => {
            if (why === 'mau' && changes)
                this.view.dispatch({ changes, userEvent: 'input.form' });
            else if (why === 'mo')
                void this.show();
            else if (why === 'khac')
                this.settle();
        });
    }

    // --- the server ---

    async connect(): Promise<void> {
        const handlers = new Set<(json: string) => void>();
        const hear = (json: string): void => {
            // there was no memory even to read what was sent
            if (json.startsWith('{"jsonrpc":"2.0","id":null,"error"'))
                void this.fall('memory');
            else
                handlers.forEach((handler) => handler(json));
        };
        await this.engine.serve(this.plan.bytes(), hear, (fault) => void this.fall(fault));
        const transport: Transport = {
            send: (json) => {
                // the client says that it pulls diagnostics, and does not
                const message = JSON.parse(json) as { method?: string; params?: { capabilities?: { textDocument?: { diagnostic?: unknown } } } };
                if (message.method === 'initialize')
                    delete message.params?.capabilities?.textDocument?.diagnostic;
                this.engine.send(JSON.stringify(message)).then((bytes) => { this.memory = bytes; }, () => undefined);
            },
            subscribe: (handler) => handlers.add(handler),
            unsubscribe: (handler) => handlers.delete(handler),
        };
        this.client = new LSPClient({
            rootUri: 'file:///', timeout: 60000, workspace: (client) => new PlanWorkspace(client, this.plan, this),
            extensions: [serverCompletion(), hoverTooltips({ hoverTime: 400 }), {
                clientCapabilities: { textDocument: {
                    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
                    semanticTokens: { requests: { range: true }, formats: ['relative'], tokenTypes: [], tokenModifiers: [] },
                    foldingRange: { lineFoldingOnly: false }, publishDiagnostics: { relatedInformation: true },
                } },
                notificationHandlers: { 'textDocument/publishDiagnostics': (_client, params: { uri: string; diagnostics: Said[] }) => {
                    this.said.set(nameOf(params.uri), params.diagnostics);
                    void this.report();
                    return true;
                } },
            }],
        });
        this.client.connect(transport);
        await this.client.initializing;
        const provider = (this.client.serverCapabilities as { semanticTokensProvider?: { legend: { tokenTypes: string[] } } } | null)?.semanticTokensProvider;
        this.legend = provider?.legend.tokenTypes ?? [];
        this.shown = '';
        this.states.clear();
        await this.show();
    }

    /** Memory ended, or worse: begun again, but not for ever. */
    private async fall(fault: Fault): Promise<void> {
        const now = Date.now();
        this.falls = [...this.falls.filter((time) => now - time < 20000), now];
        this.client?.disconnect();
        const again = this.falls.length < 3;
        this.fell(fault, again);
        if (again)
            await this.connect().catch(() => undefined);
    }

    // --- the text ---

    private extensions(name: string): Extension[] {
        return [
            lineNumbers(), foldGutter({ openText: '▾', closedText: '▸' }), codeFolding({ placeholderText: '…' }), history(), drawSelection(), highlightActiveLine(), bracketMatching(),
            closeBrackets(), autocompletion(), lintGutter(), search({ top: true }), indentUnit.of('  '), EditorView.lineWrapping,
            EditorState.phrases.of(PHRASES), EditorView.contentAttributes.of({ 'aria-label': 'Văn bản của kế hoạch', lang: 'vi', spellcheck: 'false', tabindex: '0' }),
            keymap.of([...formatKeymap, ...renameKeymap, ...jumpToDefinitionKeymap, ...completionKeymap, ...searchKeymap, ...lintKeymap, ...foldKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
            colours, folds, LOOKS,
            indentService.of((context, at) => {
                const before = context.lineAt(at, -1), own = context.lineIndent(before.from);
                return /<\s*$/.test(before.text.slice(0, at - before.from)) ? own + 2 : own;
            }),
            EditorView.inputHandler.of((view, from, to, words) => {
                const line = view.state.doc.lineAt(from);
                if (words !== '>' || from !== to || !/^ {2,}$/.test(line.text) || from !== line.to)
                    return false;
                view.dispatch({ changes: { from: from - 2, to, insert: '>' }, selection: { anchor: from - 1 }, userEvent: 'input.type' });
                return true;
            }),
            foldService.of((state, _from, to) => {
                const line = state.doc.lineAt(to);
                const found = state.field(folds).find(([a]) => a >= line.from && a <= line.to);
                return found && found[1] > line.to ? { from: line.to, to: found[1] } : null;
            }),
            EditorView.updateListener.of((update) => {
                if (update.docChanged) {
                    this.plan.typed(update.state.doc.toString());
                    this.settle();
                } else if (update.viewportChanged)
                    this.look();
            }),
            this.client.plugin(uriOf(name), 'khct'),
        ];
    }

    /** Puts the plan's current file into the editor. */
    private async show(): Promise<void> {
        if (!this.client || this.plan.current === '')
            return;
        for (const [name, file] of this.plan.files)
            await this.engine.put(name, file.text).catch(() => undefined);
        this.enter();
        await this.refresh();
    }

    private enter(): void {
        const name = this.plan.current;
        if (this.files !== this.plan.files) {
            this.states.clear();
            this.said.clear();
            this.shown = '';
        } else if (this.shown === name)
            return;
        else if (this.shown !== '')
            this.states.set(this.shown, this.view.state);
        this.files = this.plan.files;
        this.shown = name;
        this.client.sync();
        this.view.setState(this.stateOf(name));
        this.states.delete(name);
        (this.client.workspace as PlanWorkspace).take();
    }

    private stateOf(name: string): EditorState {
        return this.states.get(name) ?? EditorState.create({ doc: this.plan.files.get(name)!.text, extensions: this.extensions(name) });
    }

    /** Changes any file of the plan; what is changed can be undone where it is shown. */
    edit(name: string, spec: TransactionSpec): void {
        if (name === this.shown)
            return this.view.dispatch(spec);
        if (!this.plan.files.has(name))
            return;
        const state = this.stateOf(name).update(spec).state;
        this.states.set(name, state);
        this.plan.put(name, state.doc.toString());
    }

    async display(name: string): Promise<EditorView | null> {
        if (!this.plan.files.has(name))
            return null;
        this.plan.show(name);
        this.enter();
        return this.view;
    }

    private async refresh(): Promise<void> {
        if (!this.client.connected)
            return;
        this.client.sync();
        await Promise.all([this.colour(), this.outline()]);
    }

    private async colour(): Promise<void> {
        const { state, viewport } = this.view, plugin = LSPPlugin.get(this.view);
        if (!plugin || !this.client.connected)
            return;
        this.client.sync();
        const range = { start: plugin.toPosition(viewport.from), end: plugin.toPosition(viewport.to) };
        const answer = await this.client.request<unknown, { data: number[] } | null>('textDocument/semanticTokens/range', { textDocument: { uri: plugin.uri }, range }).catch(() => null);
        if (!answer || this.view.state.doc !== state.doc)
            return;
        const marks: Ranges<Decoration>[] = [];
        let line = 0, character = 0;
        for (let i = 0; i + 4 < answer.data.length; i += 5) {
            const down = answer.data[i]!, right = answer.data[i + 1]!, length = answer.data[i + 2]!;
            line += down;
            character = down > 0 ? right : character + right;
            if (line >= state.doc.lines)
                break;
            const from = state.doc.line(line + 1).from + character, to = Math.min(from + length, state.doc.length);
            if (to > from)
                marks.push(Decoration.mark({ class: `tk-${this.legend[answer.data[i + 3]!] ?? ''}` }).range(from, to));
        }
        this.view.dispatch({ effects: paint.of(Decoration.set(marks, true)) });
    }

    private async outline(): Promise<void> {
        const doc = this.view.state.doc, plugin = LSPPlugin.get(this.view);
        if (!plugin)
            return;
        const ranges = await this.client.request<unknown, { startLine: number; endLine: number; endCharacter?: number }[] | null>('textDocument/foldingRange', { textDocument: { uri: plugin.uri } }).catch(() => null);
        if (!ranges || this.view.state.doc !== doc)
            return;
        this.view.dispatch({ effects: fold.of(ranges.filter((range) => range.endLine < doc.lines).map((range) =>
            [doc.line(range.startLine + 1).to, offset(doc, { line: range.endLine, character: range.endCharacter ?? 1e9 })])) });
    }

    // --- problems ---

    private async actions(name: string, doc: Text): Promise<Action[]> {
        const end = doc.line(doc.lines);
        return await this.client.request<unknown, Action[] | null>('textDocument/codeAction', {
            textDocument: { uri: uriOf(name) }, range: { start: { line: 0, character: 0 }, end: { line: doc.lines - 1, character: end.length } },
            context: { diagnostics: [], only: ['quickfix'] },
        }).catch(() => null) ?? [];
    }

    /** A file's text as it stands now. */
    private docOf(name: string): Text {
        return name === this.shown ? this.view.state.doc : textOf(this.plan.files.get(name)?.text ?? '');
    }

    private async problemsOf(file: string, all: Said[]): Promise<Problem[]> {
        const doc = this.docOf(file), actions = await this.actions(file, doc);
        const key = (one: Said): string => `${one.range.start.line}:${one.range.start.character}:${one.code}:${one.message}`;
        return all.map((one) => ({
            file, line: one.range.start.line + 1, level: one.severity, code: one.code, words: one.message,
            from: offset(doc, one.range.start), to: offset(doc, one.range.end),
            fixes: actions.filter((action) => action.edit && action.diagnostics?.some((said) => key(said) === key(one))),
        }));
    }

    private asked = 0;

    private async report(): Promise<void> {
        const asked = ++this.asked, said = [...this.said].filter(([file, all]) => this.plan.files.has(file) && all.length > 0);
        const before = said.map(([file]) => this.docOf(file));
        const problems = (await Promise.all(said.map(([file, all]) => this.problemsOf(file, all)))).flat();
        if (asked !== this.asked || !said.every(([file], i) => this.docOf(file).eq(before[i]!)))
            return;
        this.problems = problems;
        const marks: Diagnostic[] = this.problems.filter((one) => one.file === this.shown).map((one) => ({
            from: one.from, to: one.to, severity: one.level === 1 ? 'error' : one.level === 2 ? 'warning' : 'info', source: one.code, message: one.words,
            actions: one.fixes.map((fix) => ({ name: fix.title, apply: () => this.apply(fix) })),
        }));
        this.view.dispatch(setDiagnostics(this.view.state, marks));
        this.news(this.problems);
    }

    apply(action: Action): void {
        for (const [uri, edits] of Object.entries(action.edit?.changes ?? {})) {
            const doc = this.docOf(nameOf(uri));
            this.edit(nameOf(uri), { changes: edits.map((edit) => ({ from: offset(doc, edit.range.start), to: offset(doc, edit.range.end), insert: edit.newText })), userEvent: 'input.fix' });
        }
    }

    /** All that is sure, in all files, at once; how many places. */
    applyAll(): number {
        const files = new Map<string, { from: number; to: number; insert: string }[]>();
        for (const one of this.problems) {
            const fix = one.fixes.find(mends);
            for (const [uri, edits] of Object.entries(fix?.edit?.changes ?? {})) {
                const name = nameOf(uri), doc = this.docOf(name), changes = files.get(name) ?? [];
                for (const edit of edits) {
                    const change = { from: offset(doc, edit.range.start), to: offset(doc, edit.range.end), insert: edit.newText };
                    const same = changes.some((other) => change.from === other.from && change.to === other.to && change.insert === other.insert);
                    if (!same && !changes.some((other) => change.from < other.to && other.from < change.to))
                        changes.push(change);
                }
                files.set(name, changes);
            }
        }
        let count = 0;
        for (const [name, changes] of files) {
            count += changes.length;
            this.edit(name, { changes: changes.sort((a, b) => a.from - b.from), userEvent: 'input.fix' });
        }
        return count;
    }

    goTo(from: number, to = from): void {
        const end = this.view.state.doc.length;
        this.view.dispatch({ selection: { anchor: Math.min(from, end), head: Math.min(to, end) }, effects: EditorView.scrollIntoView(Math.min(from, end), { y: 'center' }) });
        this.view.focus();
    }

    /** What the server knows of a place: words in Markdown. */
    async hover(at: number): Promise<string> {
        const plugin = LSPPlugin.get(this.view);
        if (!plugin)
            return '';
        this.client.sync();
        const answer = await this.client.request<unknown, { contents: { value: string } } | null>('textDocument/hover', { textDocument: { uri: plugin.uri }, position: plugin.toPosition(at) }).catch(() => null);
        return answer?.contents.value ?? '';
    }

    format = (): boolean => formatDocument(this.view);
    undo = (): boolean => undo(this.view);
    redo = (): boolean => redo(this.view);
}
