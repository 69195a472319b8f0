// Drafts on this machine: the plan as it stands, and its last states. In IndexedDB; nothing of it
// leaves the browser. From a file: address the writer must say so, as other local pages may read it.

export interface Draft { plan: string; tab: string; time: number; main: string; files: [string, string][] }
export interface State { id?: number; plan: string; time: number; why: string; main: string; files: [string, string][] }

const KEPT = 60; // states of one plan
const TAB = String(Math.floor(Date.now() * 1000 + Math.random() * 1000));
const CHOICE = 'khct-giu-nhap';

function wait<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
    });
}

export class Drafts {
    private base: IDBDatabase | null = null;
    private seen = 0; // time of the draft that this tab wrote or took last
    readonly local = location.protocol === 'file:';

    get wanted(): boolean {
        try {
            return localStorage.getItem(CHOICE) === 'co' || (!this.local && localStorage.getItem(CHOICE) !== 'khong');
        } catch {
            return false;
        }
    }

    set wanted(yes: boolean) {
        try {
            localStorage.setItem(CHOICE, yes ? 'co' : 'khong');
        } catch { /* then it is asked again */ }
    }

    private async open(): Promise<IDBDatabase> {
        if (this.base)
            return this.base;
        const request = indexedDB.open('khct', 1);
        request.onupgradeneeded = () => {
            request.result.createObjectStore('nhap', { keyPath: 'plan' });
            request.result.createObjectStore('banluu', { keyPath: 'id', autoIncrement: true }).createIndex('plan', 'plan');
        };
        this.base = await wait(request);
        this.base.onversionchange = () => { this.base?.close(); this.base = null; };
        return this.base;
    }

    async list(): Promise<Draft[]> {
        if (!this.wanted)
            return [];
        const all = await wait((await this.open()).transaction('nhap').objectStore('nhap').getAll() as IDBRequest<Draft[]>);
        return all.sort((a, b) => b.time - a.time);
    }

    taken(draft: Draft): void {
        this.seen = draft.time;
    }

    /** Keeps the plan as it stands. 'khac': another tab wrote it meanwhile; then nothing is kept, unless forced. */
    async keep(plan: string, main: string, files: [string, string][], force = false): Promise<'xong' | 'khac' | 'day' | 'tat'> {
        if (!this.wanted)
            return 'tat';
        try {
            const transaction = (await this.open()).transaction('nhap', 'readwrite'), store = transaction.objectStore('nhap');
            const before = await wait(store.get(plan) as IDBRequest<Draft | undefined>);
            if (before && JSON.stringify(before.files) === JSON.stringify(files)) { // nothing new to keep
                this.seen = Math.max(this.seen, before.time);
                return 'xong';
            }
            if (before && before.tab !== TAB && before.time > this.seen && !force)
                return 'khac';
            const time = Math.max(Date.now(), this.seen + 1, (before?.time ?? 0) + 1);
            store.put({ plan, tab: TAB, time, main, files } satisfies Draft);
            await new Promise<void>((done, failed) => {
                transaction.oncomplete = () => done();
                transaction.onerror = transaction.onabort = () => failed(transaction.error);
            });
            this.seen = time;
            return 'xong';
        } catch {
            return 'day';
        }
    }

    async remember(state: State): Promise<void> {
        if (!this.wanted)
            return;
        const store = (await this.open()).transaction('banluu', 'readwrite').objectStore('banluu');
        const keys = await wait(store.index('plan').getAllKeys(state.plan));
        const last = keys.length > 0 ? await wait(store.get(keys[keys.length - 1]!) as IDBRequest<State>) : null;
        if (last && JSON.stringify(last.files) === JSON.stringify(state.files))
            return;
        for (const key of keys.slice(0, Math.max(0, keys.length + 1 - KEPT)))
            store.delete(key);
        await wait(store.add(state));
    }

    async states(plan: string): Promise<State[]> {
        if (!this.wanted)
            return [];
        const all = await wait((await this.open()).transaction('banluu').objectStore('banluu').index('plan').getAll(plan) as IDBRequest<State[]>);
        return all.reverse();
    }

    async wipe(): Promise<void> {
        this.base?.close();
        this.base = null;
        await wait(indexedDB.deleteDatabase('khct'));
    }
}
