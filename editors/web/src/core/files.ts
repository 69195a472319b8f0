// The files that an instance can see: names without a leading "/", and what stands in them. There
// is nothing else: no disk, no network.

export type Bytes = Uint8Array;
export type Files = Map<string, Bytes>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const bytesOf = (text: string): Bytes => encoder.encode(text);
export const textOf = (bytes: Bytes): string => decoder.decode(bytes);

/** Bytes that grow at their end, or within. */
export class Buffer {
    private room: Bytes;

    constructor(bytes: Bytes = new Uint8Array(0), public size = bytes.length) {
        this.room = bytes;
    }

    bytes(): Bytes {
        return this.room.subarray(0, this.size);
    }

    resize(size: number): void {
        if (size > this.room.length) {
            const larger = new Uint8Array(Math.max(size, this.room.length * 2, 1024));
            larger.set(this.bytes());
            this.room = larger;
        }
        if (size < this.size)
            this.room.fill(0, size, this.size);
        this.size = size;
    }

    write(at: number, part: Bytes): void {
        if (at + part.length > this.size)
            this.resize(at + part.length);
        this.room.set(part, at);
    }
}

/** One file; its number tells it from others, and its time grows with each change. */
export class Node {
    constructor(readonly number: number, public data: Buffer, public time: number) {}
}

/** Files in folders. What is given is copied only where it is written to. */
export class Disk {
    readonly files = new Map<string, Node>();
    readonly folders = new Set<string>(['']);
    private made = 1;

    constructor(files: Files) {
        for (const [path, bytes] of files)
            this.put(path, bytes);
    }

    put(path: string, bytes: Bytes): Node {
        for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
            this.folders.add(path.slice(0, at));
        const node = new Node(++this.made, new Buffer(bytes.slice()), this.made);
        this.files.set(path, node);
        return node;
    }

    touch(node: Node): void {
        node.time = ++this.made;
    }

    list(folder: string): string[] {
        const start = folder === '' ? '' : `${folder}/`;
        const names = new Set<string>();
        for (const path of [...this.files.keys(), ...this.folders])
            if (path !== '' && path.startsWith(start) && path.length > start.length)
                names.add(path.slice(start.length).split('/', 1)[0]!);
        return [...names].sort();
    }

    all(): Files {
        return new Map([...this.files].map(([path, node]) => [path, node.data.bytes()]));
    }
}

/** A path seen from a folder, without "." and ".."; nothing lies above the top. */
export function resolve(folder: string, path: string): string {
    const names: string[] = path.startsWith('/') || folder === '' ? [] : folder.split('/');
    for (const name of path.split('/'))
        if (name === '..')
            names.pop();
        else if (name !== '' && name !== '.')
            names.push(name);
    return names.join('/');
}
