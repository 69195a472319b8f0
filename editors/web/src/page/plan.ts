// The plan that is worked on: its files as text, the one that is shown, and who wants to know of
// changes. Text and forms both change it here, and only here.

import { Files, bytesOf } from '../core/files';

export interface Change { from: number; to: number; insert: string }
export type Why = 'go' | 'mau' | 'mo' | 'khac'; // typed, by a form, opened, in a file that is not shown
export interface PlanFile { text: string; crlf: boolean; mark: boolean; handle?: FileSystemFileHandle | undefined; time?: number; saved: string }

export class NotText extends Error {}

/** Text as the editor has it; how it was written is kept for saving. */
export function fileOf(bytes: Uint8Array): PlanFile {
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    let text: string;
    try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(mark ? bytes.subarray(3) : bytes);
    } catch {
        throw new NotText();
    }
    if (text.includes('\0'))
        throw new NotText();
    const crlf = text.includes('\r\n');
    text = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
    return { text, crlf, mark, saved: text };
}

export function bytesOfFile(file: PlanFile): Uint8Array {
    const text = file.crlf ? file.text.replaceAll('\n', '\r\n') : file.text;
    return bytesOf(file.mark ? `\ufeff${text}` : text);
}

export class Plan {
    files = new Map<string, PlanFile>();
    main = '';
    current = '';
    private readonly hearers: ((why: Why, changes: Change[] | null) => void)[] = [];

    hear(hearer: (why: Why, changes: Change[] | null) => void): void {
        this.hearers.push(hearer);
    }

    get text(): string {
        return this.files.get(this.current)?.text ?? '';
    }

    get changed(): boolean {
        return [...this.files.values()].some((file) => file.text !== file.saved);
    }

    open(files: Map<string, PlanFile>, main: string): void {
        this.files = files;
        this.main = this.current = main;
        this.tell('mo', null);
    }

    add(name: string, file: PlanFile): void {
        this.files.set(name, file);
        this.tell('mo', null);
    }

    show(name: string): void {
        this.current = name;
        this.tell('mo', null);
    }

    /** The text as it was typed; the editor has it already. */
    typed(text: string): void {
        this.files.get(this.current)!.text = text;
        this.tell('go', null);
    }

    /** The text of a file that is not shown. */
    put(name: string, text: string): void {
        this.files.get(name)!.text = text;
        this.tell('khac', null);
    }

    /** Changes of the file that is shown; the editor hears of them and answers with typed(). */
    edit(changes: Change[]): void {
        this.tell('mau', changes);
    }

    /** As the program sees them: UTF-8, lines as in the editor. */
    bytes(): Files {
        return new Map([...this.files].map(([name, file]) => [name, bytesOf(file.text)]));
    }

    private tell(why: Why, changes: Change[] | null): void {
        this.hearers.forEach((hearer) => hearer(why, changes));
    }
}
