/** khct: check and compile quality-improvement plans. Nothing reads a disk or a network but `load`. */

/** One file's text, or several files by name, the plan's own first. */
export type Plan = string | Uint8Array | Record<string, string | Uint8Array>;

export interface Options {
    /** The plan's name in messages, or which of several files is the plan. */
    name?: string;
    /** The day that is taken for today, as `2026-11-22`. */
    on?: string;
    lang?: 'vi' | 'en';
    /** Memory at most, in pages of 64 KiB. */
    pages?: number;
}

export type Form = 'html' | 'docx' | 'xlsx' | 'latex' | 'json' | 'csv' | 'khct';

export interface Result {
    /** 0 fine, 1 errors in the plan, 2 wrong use, 3 file or memory. */
    status: number;
    out: Uint8Array;
    err: string;
    /** All files afterwards, with those that were written. */
    files: Map<string, Uint8Array>;
}

/** A plan has errors, or a document cannot be read. `diagnostics`: as `check` gives them, or null. */
export class PlanError extends Error {
    readonly diagnostics: unknown;
}

/** There was not enough memory. */
export class NoMemory extends Error {}

export class Khct {
    /** What `khct check --format json` writes, parsed. */
    check(plan: Plan, options?: Options): unknown;
    /** The bytes that `khct build -t FORM` writes. Throws PlanError where the plan has errors. */
    build(plan: Plan, form: Form, options?: Options): Uint8Array;
    /** The text in its canonical layout; `marked`: keywords with marks; `sorted`: parts in the form's order. */
    fmt(text: string, options?: { marked?: boolean; sorted?: boolean }): string;
    /** A plan made of a Word document or a table; `remarks`: what was guessed. */
    import(document: Uint8Array, name: string): { plan: string; remarks: string };
    /** Any command: `khct WORDS...` over these files. */
    run(words: string[], files?: Plan, input?: Uint8Array, options?: Options): Result;
}

/** The core, from khct.wasm beside this module unless given. */
export function load(wasm?: BufferSource | WebAssembly.Module): Promise<Khct>;
