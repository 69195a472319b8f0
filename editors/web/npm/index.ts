// khct as functions on strings, for Node and browsers. What they do is what the program does; see
// index.d.ts for what they promise.

import { Result, run as runIn } from '../src/core/core';
import { Files, bytesOf, textOf } from '../src/core/files';

export { NoMemory } from '../src/core/core';

export type Plan = string | Uint8Array | Record<string, string | Uint8Array>;
export interface Options { name?: string; on?: string; lang?: 'vi' | 'en'; pages?: number }
export type Form = 'html' | 'docx' | 'xlsx' | 'latex' | 'json' | 'csv' | 'khct';

export class PlanError extends Error {
    constructor(readonly diagnostics: unknown, words: string) {
        super(words);
    }
}

function filesOf(plan: Plan, name: string): Files {
    const given = typeof plan === 'string' || plan instanceof Uint8Array ? { [name]: plan } : plan;
    return new Map(Object.entries(given).map(([path, content]) => [path, typeof content === 'string' ? bytesOf(content) : content]));
}

const common = (options: Options): string[] => [...(options.on ? ['--on', options.on] : []), ...(options.lang ? ['--lang', options.lang] : [])];

export class Khct {
    constructor(private readonly module: WebAssembly.Module) {}

    run(words: string[], files: Plan = {}, input?: Uint8Array, options: Options = {}): Result {
        return runIn(this.module, words, filesOf(files, options.name ?? 'ke-hoach.khct'), input, { pages: options.pages });
    }

    private mainOf(plan: Plan, options: Options): string {
        return options.name ?? (typeof plan === 'string' || plan instanceof Uint8Array ? 'ke-hoach.khct' : Object.keys(plan)[0] ?? 'ke-hoach.khct');
    }

    check(plan: Plan, options: Options = {}): unknown {
        return JSON.parse(textOf(this.run(['check', '--format', 'json', ...common(options), this.mainOf(plan, options)], plan, undefined, options).out));
    }

    build(plan: Plan, form: Form, options: Options = {}): Uint8Array {
        const out = `khct-ra.${form}`, main = this.mainOf(plan, options);
        const result = this.run(['build', '-q', '-t', form, ...common(options), '-o', out, main], plan, undefined, options);
        const bytes = result.files.get(out);
        if (!bytes)
            throw new PlanError(/\.json$/.test(main) ? null : this.check(plan, options), result.err);
        return bytes;
    }

    fmt(text: string, options: { marked?: boolean; sorted?: boolean } = {}): string {
        const result = this.run(['fmt', ...(options.marked ? ['--codau'] : []), ...(options.sorted ? ['--sapxep'] : []), 'ke-hoach.khct'], text);
        if (result.status !== 0)
            throw new PlanError(null, result.err);
        return textOf(result.out);
    }

    import(document: Uint8Array, name: string): { plan: string; remarks: string } {
        const path = name.split(/[/\\]/).pop()!, result = this.run(['import', '-o', 'khct-ra.khct', path], { [path]: document });
        const bytes = result.files.get('khct-ra.khct');
        if (!bytes)
            throw new PlanError(null, result.err);
        return { plan: textOf(bytes), remarks: result.err };
    }
}

async function beside(): Promise<Uint8Array | ArrayBuffer> {
    const address = new URL('khct.wasm', import.meta.url);
    if (address.protocol !== 'file:')
        return (await fetch(address)).arrayBuffer();
    const files = 'node:fs/promises'; // named so that a bundler for browsers lets it be
    return ((await import(files)) as { readFile(name: URL): Promise<Uint8Array> }).readFile(address);
}

export async function load(wasm?: BufferSource | WebAssembly.Module): Promise<Khct> {
    if (wasm instanceof WebAssembly.Module)
        return new Khct(wasm);
    return new Khct(await WebAssembly.compile((wasm ?? await beside()) as BufferSource));
}

