// khct in two workers: one builds, one is the language server, so that typing never waits.

import type { Ask, Fault, Tell } from '../worker';
import type { Limit, Result } from '../core/core';
import type { Files } from '../core/files';

export class Failure extends Error {
    constructor(readonly fault: Fault | 'network', words: string) {
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

/** How the page comes by its parts: from one file, or from beside it. `first` is enough to write: the
 * language server and the forms; `whole` is all of khct, and may be the same. */
export interface Source { first(): Promise<WebAssembly.Module>; whole(): Promise<WebAssembly.Module>; worker(): Worker; single: boolean }

export class Engine {
    private loading: Promise<unknown> | null = null;
    private here = false;
    private tell: () => void = () => undefined;
    /** Resolves when all of khct is here. */
    readonly arrived = new Promise<void>((done) => { this.tell = () => { this.here = true; done(); }; });

    private constructor(private readonly builder: Room, private readonly server: Room, private readonly source: Source, private readonly limit: Limit,
        private readonly waits: () => void) {}

    /** `waits` is told when a command has to wait for the rest of khct to come. */
    static async start(source: Source, pages: number | undefined, waits: () => void): Promise<Engine> {
        const builder = new Room(source.worker()), server = new Room(source.worker());
        const module = await source.first();
        const limit = { pages };
        await Promise.all([builder, server].map((room) => room.ask({ kind: 'start', module, limit })));
        return new Engine(builder, server, source, limit, waits);
    }

    /** All of khct, which comes after what one needs to write. A fault of the network is tried again by the next that asks. */
    whole(): Promise<unknown> {
        this.loading ??= this.source.whole().then((module) => this.builder.ask({ kind: 'start', module, limit: this.limit }).then(this.tell), (error: unknown) => {
            this.loading = null;
            throw new Failure('network', String(error));
        });
        return this.loading;
    }

    async run(words: string[], files: Files): Promise<Result> {
        if (!this.here && !this.source.single)
            this.waits();
        await this.whole();
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
