// The few calls of WASI that the program makes, over files in memory. Numbers are WASI's.

import { Buffer, Bytes, Disk, Node, bytesOf, resolve, textOf } from './files';

const enum Errno { fine = 0, badf = 8, exist = 20, inval = 28, isdir = 31, noent = 44, notdir = 54, notempty = 55, notsup = 58 }
const enum Kind { unknown = 0, folder = 3, file = 4 }
const enum Open { create = 1, folder = 2, alone = 4, empty = 8 }

const WRITE = 1n << 6n;
const ALL = (1n << 30n) - 1n;
const FOLDER_TOP = 3; // the descriptor under which the top folder is known

/** Thrown through the program where it ends itself. */
export class Exit extends Error {
    constructor(readonly status: number) {
        super(`exit ${status}`);
    }
}

/** What the program reads at descriptor 0: pieces, then an end. */
export interface Input { take(most: number): Bytes }

export class Given implements Input {
    private at = 0;

    constructor(private bytes: Bytes) {}

    add(bytes: Bytes): void {
        const rest = this.bytes.subarray(this.at);
        const both = new Uint8Array(rest.length + bytes.length);
        both.set(rest);
        both.set(bytes, rest.length);
        this.bytes = both;
        this.at = 0;
    }

    take(most: number): Bytes {
        const part = this.bytes.subarray(this.at, this.at + most);
        this.at += part.length;
        return part;
    }
}

interface Opened { path: string; node: Node | null; at: number }

export interface Host {
    disk: Disk;
    input: Input;
    out: (bytes: Bytes) => void;
    err: (bytes: Bytes) => void;
    now: () => number; // milliseconds
}

/** The imports of one instance; `memory` is set when there is one. */
export class Wasi {
    memory!: WebAssembly.Memory;
    private readonly opened = new Map<number, Opened>([[FOLDER_TOP, { path: '', node: null, at: 0 }]]);

    constructor(private readonly host: Host) {}

    private view(): DataView {
        return new DataView(this.memory.buffer);
    }

    private at(from: number, n: number): Bytes {
        return new Uint8Array(this.memory.buffer, from, n);
    }

    private path(fd: number, from: number, n: number): string | null {
        const folder = this.opened.get(fd);
        return folder === undefined || folder.node !== null ? null : resolve(folder.path, textOf(this.at(from, n)));
    }

    private *pieces(list: number, n: number): Generator<Bytes> {
        for (let i = 0; i < n; i++) {
            const view = this.view();
            yield this.at(view.getUint32(list + 8 * i, true), view.getUint32(list + 8 * i + 4, true));
        }
    }

    private status(to: number, path: string): Errno {
        const node = this.host.disk.files.get(path);
        if (node === undefined && !this.host.disk.folders.has(path))
            return Errno.noent;
        this.write_status(to, node === undefined ? Kind.folder : Kind.file, node ?? null);
        return Errno.fine;
    }

    private write_status(to: number, kind: Kind, node: Node | null): void {
        const view = this.view(), time = BigInt(node?.time ?? 1) * 1000000000n;
        this.at(to, 64).fill(0);
        view.setBigUint64(to, 1n, true);
        view.setBigUint64(to + 8, BigInt(node?.number ?? 1), true);
        view.setUint8(to + 16, kind);
        view.setBigUint64(to + 24, 1n, true);
        view.setBigUint64(to + 32, BigInt(node?.data.size ?? 0), true);
        for (const at of [40, 48, 56])
            view.setBigUint64(to + at, time, true);
    }

    private open(path: string, how: number, writes: boolean): Opened | Errno {
        const disk = this.host.disk, name = path.slice(path.lastIndexOf('/') + 1);
        let node = disk.files.get(path);
        if (disk.folders.has(path))
            return writes || (how & Open.create) !== 0 ? Errno.isdir : { path, node: null, at: 0 };
        if (node === undefined && ((how & Open.create) === 0 || name === ''))
            return Errno.noent;
        if (node !== undefined && (how & Open.folder) !== 0)
            return Errno.notdir;
        if (node !== undefined && (how & Open.create) !== 0 && (how & Open.alone) !== 0)
            return Errno.exist;
        if (node === undefined && !disk.folders.has(resolve(path, '..')))
            return Errno.noent;
        node ??= disk.put(path, new Uint8Array(0));
        if ((how & Open.empty) !== 0)
            node.data.resize(0);
        return { path, node, at: 0 };
    }

    private put(file: Opened, list: number, n: number, at: number): number {
        let done = 0;
        for (const piece of this.pieces(list, n)) {
            file.node!.data.write(at + done, piece);
            done += piece.length;
        }
        this.host.disk.touch(file.node!);
        return done;
    }

    private take(file: Opened, list: number, n: number, at: number): number {
        let done = 0;
        for (const piece of this.pieces(list, n)) {
            const part = file.node!.data.bytes().subarray(at + done, at + done + piece.length);
            piece.set(part);
            done += part.length;
        }
        return done;
    }

    readonly imports = {
        environ_sizes_get: (count: number, size: number): Errno => {
            this.view().setUint32(count, 0, true);
            this.view().setUint32(size, 0, true);
            return Errno.fine;
        },
        environ_get: (): Errno => Errno.fine,
        args_sizes_get: (count: number, size: number): Errno => this.imports.environ_sizes_get(count, size),
        args_get: (): Errno => Errno.fine,
        clock_time_get: (_clock: number, _precision: bigint, to: number): Errno => {
            this.view().setBigUint64(to, BigInt(Math.floor(this.host.now())) * 1000000n, true);
            return Errno.fine;
        },
        random_get: (to: number, n: number): Errno => {
            for (let at = 0; at < n; at += 65536)
                crypto.getRandomValues(this.at(to + at, Math.min(65536, n - at)) as Uint8Array<ArrayBuffer>);
            return Errno.fine;
        },
        proc_exit: (status: number): never => {
            throw new Exit(status);
        },
        fd_prestat_get: (fd: number, to: number): Errno => {
            if (fd !== FOLDER_TOP)
                return Errno.badf;
            this.view().setUint32(to, 0, true);
            this.view().setUint32(to + 4, 1, true);
            return Errno.fine;
        },
        fd_prestat_dir_name: (_fd: number, to: number, _n: number): Errno => {
            this.at(to, 1).set(bytesOf('/'));
            return Errno.fine;
        },
        fd_fdstat_get: (fd: number, to: number): Errno => {
            const file = this.opened.get(fd), view = this.view();
            if (fd > 2 && file === undefined)
                return Errno.badf;
            this.at(to, 24).fill(0);
            view.setUint8(to, file === undefined ? Kind.unknown : file.node === null ? Kind.folder : Kind.file);
            view.setBigUint64(to + 8, ALL, true);
            view.setBigUint64(to + 16, ALL, true);
            return Errno.fine;
        },
        fd_fdstat_set_flags: (): Errno => Errno.fine,
        fd_filestat_get: (fd: number, to: number): Errno => {
            const file = this.opened.get(fd);
            if (fd > 2 && file === undefined)
                return Errno.badf;
            this.write_status(to, file === undefined ? Kind.unknown : file.node === null ? Kind.folder : Kind.file, file?.node ?? null);
            return Errno.fine;
        },
        fd_filestat_set_size: (fd: number, size: bigint): Errno => {
            const node = this.opened.get(fd)?.node;
            node?.data.resize(Number(size));
            return node ? Errno.fine : Errno.badf;
        },
        fd_sync: (): Errno => Errno.fine,
        fd_close: (fd: number): Errno => (this.opened.delete(fd) || fd <= 2 ? Errno.fine : Errno.badf),
        fd_seek: (fd: number, by: bigint, from: number, to: number): Errno => {
            const file = this.opened.get(fd);
            if (!file?.node)
                return Errno.badf;
            const at = Number(by) + (from === 0 ? 0 : from === 1 ? file.at : file.node.data.size);
            if (at < 0)
                return Errno.inval;
            file.at = at;
            this.view().setBigUint64(to, BigInt(at), true);
            return Errno.fine;
        },
        fd_read: (fd: number, list: number, n: number, to: number): Errno => {
            const file = this.opened.get(fd);
            let done = 0;
            if (fd === 0)
                for (const piece of this.pieces(list, n)) {
                    const part = this.host.input.take(piece.length);
                    piece.set(part);
                    done += part.length;
                }
            else if (!file?.node)
                return file ? Errno.isdir : Errno.badf;
            else
                file.at += done = this.take(file, list, n, file.at);
            this.view().setUint32(to, done, true);
            return Errno.fine;
        },
        fd_pread: (fd: number, list: number, n: number, at: bigint, to: number): Errno => {
            const file = this.opened.get(fd);
            if (!file?.node)
                return Errno.badf;
            this.view().setUint32(to, this.take(file, list, n, Number(at)), true);
            return Errno.fine;
        },
        fd_write: (fd: number, list: number, n: number, to: number): Errno => {
            const file = this.opened.get(fd);
            let done = 0;
            if (fd === 1 || fd === 2)
                for (const piece of this.pieces(list, n)) {
                    (fd === 1 ? this.host.out : this.host.err)(piece.slice());
                    done += piece.length;
                }
            else if (!file?.node)
                return Errno.badf;
            else
                file.at += done = this.put(file, list, n, file.at);
            this.view().setUint32(to, done, true);
            return Errno.fine;
        },
        fd_pwrite: (fd: number, list: number, n: number, at: bigint, to: number): Errno => {
            const file = this.opened.get(fd);
            if (!file?.node)
                return Errno.badf;
            this.view().setUint32(to, this.put(file, list, n, Number(at)), true);
            return Errno.fine;
        },
        fd_readdir: (fd: number, to: number, room: number, cookie: bigint, used: number): Errno => {
            const folder = this.opened.get(fd), disk = this.host.disk;
            if (folder === undefined || folder.node !== null)
                return Errno.notdir;
            const names = disk.list(folder.path), all = new Buffer();
            for (let i = Number(cookie); i < names.length && all.size < room; i++) {
                const name = bytesOf(names[i]!), entry = new DataView(new ArrayBuffer(24));
                const node = disk.files.get(resolve(folder.path, names[i]!));
                entry.setBigUint64(0, BigInt(i + 1), true);
                entry.setBigUint64(8, BigInt(node?.number ?? 1), true);
                entry.setUint32(16, name.length, true);
                entry.setUint8(20, node === undefined ? Kind.folder : Kind.file);
                all.write(all.size, new Uint8Array(entry.buffer));
                all.write(all.size, name);
            }
            const n = Math.min(room, all.size);
            this.at(to, n).set(all.bytes().subarray(0, n));
            this.view().setUint32(used, n, true);
            return Errno.fine;
        },
        path_open: (fd: number, _follow: number, from: number, n: number, how: number, base: bigint,
            _inherit: bigint, _flags: number, to: number): Errno => {
            const path = this.path(fd, from, n);
            if (path === null)
                return Errno.notdir;
            const file = this.open(path, how, (base & WRITE) !== 0n);
            if (typeof file === 'number')
                return file;
            let number = FOLDER_TOP + 1;
            while (this.opened.has(number))
                number++;
            this.opened.set(number, file);
            this.view().setUint32(to, number, true);
            return Errno.fine;
        },
        path_filestat_get: (fd: number, _follow: number, from: number, n: number, to: number): Errno => {
            const path = this.path(fd, from, n);
            return path === null ? Errno.notdir : this.status(to, path);
        },
        path_create_directory: (fd: number, from: number, n: number): Errno => {
            const path = this.path(fd, from, n), disk = this.host.disk;
            if (path === null || !disk.folders.has(resolve(path, '..')))
                return Errno.noent;
            if (disk.folders.has(path) || disk.files.has(path))
                return Errno.exist;
            disk.folders.add(path);
            return Errno.fine;
        },
        path_unlink_file: (fd: number, from: number, n: number): Errno => {
            const path = this.path(fd, from, n);
            return path !== null && this.host.disk.files.delete(path) ? Errno.fine : Errno.noent;
        },
        path_remove_directory: (fd: number, from: number, n: number): Errno => {
            const path = this.path(fd, from, n), disk = this.host.disk;
            if (path === null || !disk.folders.has(path))
                return Errno.noent;
            if (path === '' || disk.list(path).length > 0)
                return Errno.notempty;
            disk.folders.delete(path);
            return Errno.fine;
        },
        path_rename: (fd: number, from: number, n: number, other: number, to: number, m: number): Errno => {
            const path = this.path(fd, from, n), next = this.path(other, to, m), files = this.host.disk.files;
            const node = path === null ? undefined : files.get(path);
            if (node === undefined || next === null)
                return Errno.noent;
            files.delete(path!);
            files.set(next, node);
            return Errno.fine;
        },
        path_link: (): Errno => Errno.notsup,
    };
}
