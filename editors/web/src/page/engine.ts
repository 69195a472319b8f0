// khct in two workers: one builds, one is the language server, so that typing never waits.

import type { Ask, Fault, Tell } from '../worker';
import type { Result } from '../core/core';
import type { Files } from '../core/files';

export class Failure extends Error {
    constructor(readonly fault: Fault, words: string) {
        super(words);
    }
}

class Room {
    private asked = 0;
    private readonly waiting = new Map<number, { done: (value: unknown) => void; failed: (error: Failure) => void }>();
    heard: (json: string) => void = () => undefined;
    ended: (fault: Fault) => void = () => undefined;

    constructor(private readonly worker: Worker) {
        worker.onmessage = (event: MessageEvent<Tell>) => this.take(event.data);
    }

    private take(tell: Tell): void {
        if ('heard' in tell)
            return this.heard(tell.heard);
        if ('ended' in tell)
            return this.ended(tell.ended);
        const one = this.waiting.get(tell.id)!;
        this.waiting.delete(tell.id);
        if (tell.fault)
            one.failed(new Failure(tell.fault, tell.words ?? ''));
        else
            one.done(tell.value);
    }

    ask<T>(ask: Ask): Promise<T> {
        const id = ++this.asked;
        return new Promise<T>((done, failed) => {
            this.waiting.set(id, { done: done as (value: unknown) => void, failed });
            this.worker.postMessage({ id, ask });
        });
    }
}

/** How the page comes by its parts: from one file, or from beside it. */
export interface Source { module(): Promise<WebAssembly.Module>; worker(): Worker; single: boolean }

export class Engine {
    private constructor(private readonly builder: Room, private readonly server: Room) {}

    static async start(source: Source, pages: number | undefined): Promise<Engine> {
        const builder = new Room(source.worker()), server = new Room(source.worker());
        const module = await source.module();
        const limit = { pages };
        await Promise.all([builder, server].map((room) => room.ask({ kind: 'start', module, limit })));
        return new Engine(builder, server);
    }

    run(words: string[], files: Files): Promise<Result> {
        return this.builder.ask({ kind: 'run', words, files });
    }

    forms<T>(path: string, files: Files): Promise<T> {
        return this.builder.ask({ kind: 'forms', path, files });
    }

    library<T>(): Promise<T> {
        return this.builder.ask({ kind: 'library' });
    }

    /** The language server, begun anew with these files. */
    async serve(files: Files, heard: (json: string) => void, ended: (fault: Fault) => void): Promise<void> {
        this.server.heard = heard;
        this.server.ended = ended;
        await this.server.ask({ kind: 'serve', files });
    }

    send(json: string): Promise<number> {
        return this.server.ask({ kind: 'send', json });
    }

    put(name: string, text: string | null): Promise<unknown> {
        return this.server.ask({ kind: 'put', name, text });
    }
}
