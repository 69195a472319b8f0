// Where the page's parts come from: inside of one file, or beside it on a server.

import type { Source } from './engine';

declare const WORKER_TEXT: string; // the worker's script in the one-file edition, else ''

async function unpack(base64: string): Promise<ArrayBuffer> {
    const packed = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream).arrayBuffer();
}

declare const EXAMPLES: [string, string][]; // names and titles

export const examples = EXAMPLES;

/** An example's text. */
export async function example(name: string): Promise<string> {
    const inside = document.getElementById('khct-vi-du');
    const text = inside ? new TextDecoder().decode(await unpack(inside.textContent!.trim())) : await (await fetch('vi-du.json')).text();
    return (JSON.parse(text) as Record<string, string>)[name]!;
}

export function source(): Source {
    const core = document.getElementById('khct-core');
    if (core) {
        const url = URL.createObjectURL(new Blob([WORKER_TEXT], { type: 'text/javascript' }));
        const module = unpack(core.textContent!.trim()).then((bytes) => WebAssembly.compile(bytes));
        return { single: true, worker: () => new Worker(url), first: () => module, whole: () => module };
    }
    const get = async (name: string): Promise<WebAssembly.Module> => {
        const answer = await fetch(name);
        if (!answer.ok)
            throw new Error(`${name}: ${answer.status}`);
        return WebAssembly.compile(await answer.arrayBuffer());
    };
    return { single: false, worker: () => new Worker('worker.js'), first: () => get('khct-viet.wasm'), whole: () => get('khct.wasm') };
}
