// khct itself: one run of a command in an instance of its own, or a language server that stays.

import { Buffer, Bytes, Disk, Files, bytesOf, textOf } from './files';
import { Exit, Given, Wasi } from './wasi';

const NO_MEMORY = 99; // of shim/web.h
const NOSYS = 52; // WASI's number: there is no such call here
const PAGES = { least: 256, most: 16384 }; // of 64 KiB, as web.mk links it: 16 MiB to 1 GiB

/** The program had no memory for what was asked of it. */
export class NoMemory extends Error {}

/** The program ended as no program may. */
export class Broken extends Error {}

export interface Result {
    status: number; // 0 fine, 1 errors in the plan, 2 wrong use, 3 file or memory
    out: Bytes;
    err: string;
    files: Files; // all that there are afterwards
}

/** How much memory an instance may have, in pages of 64 KiB. */
export interface Limit { pages?: number | undefined }

interface Doors {
    _initialize(): void;
    khct_web_alloc(n: number): number;
    khct_web_run(words: number, n: number): number;
    khct_web_lsp_open(): number;
    khct_web_lsp_serve(): number;
    khct_web_library(): number;
    khct_web_forms(path: number): number;
}

function instance(module: WebAssembly.Module, wasi: Wasi, limit: Limit): Doors {
    wasi.memory = new WebAssembly.Memory({ initial: PAGES.least, maximum: Math.max(PAGES.least, Math.min(PAGES.most, limit.pages ?? PAGES.most)) });
    const calls: WebAssembly.ModuleImports = { ...(wasi.imports as unknown as WebAssembly.ModuleImports) };
    for (const { module: from, name, kind } of WebAssembly.Module.imports(module))
        if (from === 'wasi_snapshot_preview1' && kind === 'function')
            calls[name] ??= () => NOSYS;
    const imports = { env: { memory: wasi.memory }, wasi_snapshot_preview1: calls };
    const doors = new WebAssembly.Instance(module, imports).exports as unknown as Doors;
    doors._initialize();
    return doors;
}

/** Calls into an instance; what ends it is told apart. */
function guarded<T>(work: () => T): T {
    try {
        return work();
    } catch (error) {
        if (error instanceof Exit && error.status === NO_MEMORY)
            throw new NoMemory();
        if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError)
            throw new Broken(error.message);
        throw error;
    }
}

function put(doors: Doors, wasi: Wasi, text: string): [number, number] {
    const bytes = bytesOf(text), at = doors.khct_web_alloc(bytes.length);
    new Uint8Array(wasi.memory.buffer, at, bytes.length).set(bytes);
    return [at, bytes.length];
}

/** One instance from begin to end. */
function once(module: WebAssembly.Module, files: Files, input: Bytes, limit: Limit, work: (doors: Doors, wasi: Wasi) => number): Result {
    const out = new Buffer(), err = new Buffer(), disk = new Disk(files);
    const wasi = new Wasi({
        disk, input: new Given(input), now: Date.now,
        out: (bytes) => out.write(out.size, bytes), err: (bytes) => err.write(err.size, bytes),
    });
    const status = guarded(() => {
        const doors = instance(module, wasi, limit);
        try {
            return work(doors, wasi);
        } catch (error) {
            if (error instanceof Exit && error.status !== NO_MEMORY)
                return error.status;
            throw error;
        }
    });
    return { status, out: out.bytes(), err: textOf(err.bytes()), files: disk.all() };
}

const NOTHING = new Uint8Array(0);

/** `khct WORDS...` over files; what it writes to them is in the result. */
export function run(module: WebAssembly.Module, words: string[], files: Files, input: Bytes = NOTHING, limit: Limit = {}): Result {
    return once(module, files, input, limit, (doors, wasi) =>
        doors.khct_web_run(...put(doors, wasi, ['khct', ...words].map((word) => `${word.replaceAll('\0', '')}\0`).join(''))));
}

/** JSON of the vocabulary and the library, for forms. */
export function library(module: WebAssembly.Module): string {
    return textOf(once(module, new Map(), NOTHING, {}, (doors) => doors.khct_web_library()).out);
}

/** JSON of a plan's tree, catalogue and roles, whatever is wrong with it. */
export function forms(module: WebAssembly.Module, path: string, files: Files, limit: Limit = {}): string {
    return textOf(once(module, files, NOTHING, limit, (doors, wasi) => doors.khct_web_forms(put(doors, wasi, `${path}\0`)[0])).out);
}

/** The language server: JSON goes in, JSON comes out. */
export class Server {
    private readonly input = new Given(new Uint8Array(0));
    private readonly output = new Buffer();
    private readonly doors: Doors;
    private readonly wasi: Wasi;
    readonly disk: Disk;

    constructor(module: WebAssembly.Module, files: Files, private readonly hear: (json: string) => void, limit: Limit = {}) {
        this.disk = new Disk(files);
        this.wasi = new Wasi({
            disk: this.disk, input: this.input, now: Date.now, err: () => undefined,
            out: (bytes) => this.output.write(this.output.size, bytes),
        });
        this.doors = guarded(() => instance(module, this.wasi, limit));
        if (guarded(() => this.doors.khct_web_lsp_open()) === 0)
            throw new NoMemory();
    }

    /** Bytes that the instance holds. */
    get memory(): number {
        return this.wasi.memory.buffer.byteLength;
    }

    send(json: string): void {
        const bytes = bytesOf(json);
        this.input.add(bytesOf(`Content-Length: ${bytes.length}\r\n\r\n`));
        this.input.add(bytes);
        const serves = guarded(() => this.doors.khct_web_lsp_serve());
        this.deliver();
        if (serves === 0) // nobody said `exit`: it has no memory for what came
            throw new NoMemory();
    }

    private deliver(): void {
        const bytes = this.output.bytes();
        let at = 0;
        const messages: string[] = [];
        while (at < bytes.length) {
            const head = textOf(bytes.subarray(at, at + 64)).indexOf('\r\n\r\n');
            const length = Number(/^Content-Length: (\d+)/.exec(textOf(bytes.subarray(at, at + head)))![1]);
            messages.push(textOf(bytes.subarray(at + head + 4, at + head + 4 + length)));
            at += head + 4 + length;
        }
        this.output.resize(0);
        messages.forEach(this.hear);
    }
}
