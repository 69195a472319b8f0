// Where the page's parts come from: inside of one file, or beside it on a server.

import type { Source } from './engine';

declare const WORKER_TEXT: string; // the worker's script in the one-file edition, else ''

async function unpack(base64: string): Promise<ArrayBuffer> {
    const packed = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream).arrayBuffer();
}

/** The examples, by their file's name. */
export async function examples(): Promise<Record<string, string>> {
    const inside = document.getElementById('khct-vi-du');
    const text = inside ? new TextDecoder().decode(await unpack(inside.textContent!.trim())) : await (await fetch('vi-du.json')).text();
    return JSON.parse(text) as Record<string, string>;
}

export function source(): Source {
    const core = document.getElementById('khct-core');
    if (core) {
        const url = URL.createObjectURL(new Blob([WORKER_TEXT], { type: 'text/javascript' }));
        return { single: true, worker: () => new Worker(url), module: async () => WebAssembly.compile(await unpack(core.textContent!.trim())) };
    }
    return {
        single: false, worker: () => new Worker('worker.js'),
        module: async () => WebAssembly.compile(await (await fetch('khct.wasm')).arrayBuffer()),
    };
}
