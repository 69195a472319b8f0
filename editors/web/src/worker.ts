// A worker that holds khct: it runs commands, or is the language server. What goes wrong inside
// comes back as words; the instance is thrown away, the worker stays.

import { Broken, Limit, NoMemory, Result, Server, forms, library, run } from './core/core';
import { Files, bytesOf } from './core/files';

export type Ask =
    | { kind: 'start'; module: WebAssembly.Module; limit: Limit }
    | { kind: 'run'; words: string[]; files: Files }
    | { kind: 'forms'; path: string; files: Files }
    | { kind: 'library' }
    | { kind: 'serve'; files: Files }
    | { kind: 'put'; name: string; text: string | null }
    | { kind: 'send'; json: string };

export type Fault = 'memory' | 'broken';
export type Tell = { id: number; value?: unknown; fault?: Fault; words?: string } | { heard: string } | { ended: Fault };

let module: WebAssembly.Module, limit: Limit = {}, server: Server | null = null;

const tell = (message: Tell): void => self.postMessage(message);

function end(error: unknown): void {
    server = null;
    tell({ ended: error instanceof NoMemory ? 'memory' : 'broken' });
}

/** The text was measured in bytes of UTF-8; the page counts as JavaScript does. */
function placed(json: string, files: Files): unknown {
    const plan = JSON.parse(json) as { cay: { tep: string; trong: Spot[] }[] };
    for (const file of plan.cay) {
        const bytes = files.get(file.tep.replace(/^\//, '')) ?? new Uint8Array(0), at = new Uint32Array(bytes.length + 1);
        for (let i = 0, n = 0; i < bytes.length; i++) {
            at[i] = n;
            const b = bytes[i]!;
            n += b >= 0xf0 ? 2 : b >= 0x80 && b < 0xc0 ? 0 : 1;
            at[i + 1] = n;
        }
        convert(file.trong, at);
    }
    return plan;
}

interface Spot { cho: number[]; khoa: number[]; loi: number[]; mo?: number; trong?: Spot[] }

function convert(nodes: Spot[], at: Uint32Array): void {
    for (const node of nodes) {
        for (const span of [node.cho, node.khoa, node.loi])
            span.forEach((byte, i) => { span[i] = at[byte]!; });
        if (node.mo !== undefined)
            node.mo = at[node.mo]!;
        convert(node.trong ?? [], at);
    }
}

function answer(ask: Ask): unknown {
    switch (ask.kind) {
    case 'start':
        module = ask.module;
        limit = ask.limit;
        return true;
    case 'run': {
        const result: Result = run(module, ask.words, ask.files, undefined, limit);
        const written: Files = new Map([...result.files].filter(([name]) => !ask.files.has(name)));
        return { ...result, files: written };
    }
    case 'forms':
        return placed(forms(module, ask.path, ask.files, limit), ask.files);
    case 'library':
        return JSON.parse(library(module));
    case 'serve':
        server = new Server(module, ask.files, (heard) => tell({ heard }), limit);
        return true;
    case 'put':
        if (ask.text === null)
            server?.disk.files.delete(ask.name);
        else
            server?.disk.put(ask.name, bytesOf(ask.text));
        return true;
    case 'send':
        server?.send(ask.json);
        return server?.memory ?? 0;
    }
}

self.onmessage = (event: MessageEvent<{ id: number; ask: Ask }>) => {
    const { id, ask } = event.data;
    try {
        tell({ id, value: answer(ask) });
    } catch (error) {
        const fault: Fault = error instanceof NoMemory ? 'memory' : 'broken';
        tell({ id, fault, words: error instanceof Error ? error.message : String(error) });
        if (ask.kind === 'send' || ask.kind === 'serve')
            end(error);
        else if (!(error instanceof NoMemory || error instanceof Broken))
            throw error;
    }
};
