// Plans for tests of the language server: texts with a mark `¦` where the cursor stands, positions,
// and edits put into a text.

import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { start } from '../editors/lsp/client.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const program = resolve(process.env.KHCT ?? join(root, 'build/khct'));

// What a newer editor can do.
export const able = {
    general: { positionEncodings: ['utf-16'] },
    workspace: {
        workspaceEdit: { documentChanges: true }, didChangeWatchedFiles: { dynamicRegistration: true },
        diagnostics: { refreshSupport: true },
    },
    textDocument: {
        publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] }, codeDescriptionSupport: true, versionSupport: true },
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
        hover: { contentFormat: ['markdown'] },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } }, isPreferredSupport: true },
        definition: { linkSupport: false }, rename: { prepareSupport: true },
    },
};

export const head = `dung danhmuc tt18_2018;
dung mau cv5932;
truong < ten Trường THCS Hoa Sen; cap thcs; captren UBND phường An Bình; diadanh An Bình; >
kehoach < so 14/KH-THCSHS; ngay 14/8/2023; trichyeu Cải tiến chất lượng giáo dục; namhoc 2023-2024; phandau muc 2; >
hientrang namhoc 2022-2023 <
  muc 3  1.4, 2.1, 3.3, 5.6;
  muc 2  1.2, 1.7 - 1.9, 2.4, 3.2, 3.5, 3.6, 4.1 và 5.3;
  muc 1  1.1, 1.3, 1.5, 1.6, 1.10, 2.2, 2.3, 3.1, 3.4, 4.2, 5.1, 5.2, 5.4, 5.5;
>
`;

// A place in a text, in UTF-16 units.
export function placeAt(text, offset) {
    const before = text.slice(0, offset);
    const line = before.split('\n').length - 1;
    return { line, character: offset - (before.lastIndexOf('\n') + 1) };
}

export function offsetAt(text, { line, character }) {
    let at = 0;
    for (let i = 0; i < line; i++)
        at = text.indexOf('\n', at) + 1;
    return at + character;
}

// The text without its mark, and the place of it.
export function marked(text) {
    const offset = text.indexOf('¦');
    assert.notEqual(offset, -1, 'a text with a mark is needed');
    const clean = text.replace('¦', '');
    return { text: clean, position: placeAt(clean, offset), offset };
}

export function applied(text, edits) {
    const sorted = [...edits].map((e, i) => ({ ...e, i }))
        .sort((a, b) => offsetAt(text, b.range.start) - offsetAt(text, a.range.start) || b.i - a.i);
    for (const edit of sorted)
        text = text.slice(0, offsetAt(text, edit.range.start)) + edit.newText + text.slice(offsetAt(text, edit.range.end));
    return text;
}

// The edits of a WorkspaceEdit by document.
export function editsOf(edit) {
    if (edit.documentChanges)
        return Object.fromEntries(edit.documentChanges.map((d) => [d.textDocument.uri, d.edits]));
    return edit.changes;
}

// A folder with files in it, removed when `run` is done.
export async function inFolder(files, run) {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'khct-lsp-')));
    try {
        mkdirSync(join(folder, '.git'));
        for (const [name, text] of Object.entries(files)) {
            mkdirSync(dirname(join(folder, name)), { recursive: true });
            writeFileSync(join(folder, name), text);
        }
        return await run(folder, (name) => pathToFileURL(join(folder, name)).href);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

// Runs `run` with a server, and sees that the server ends as it should.
export async function serving(options, run) {
    const { args = [], ...others } = options;
    const server = await start(program, ['lsp', '--on', '20/8/2023', ...args], { capabilities: able, ...others });
    try {
        await run(server);
    } catch (error) {
        server.kill(); // else the test would wait for it
        throw error;
    }
    assert.deepEqual(await server.stop(), { status: 0, errors: '' });
}

let count = 0;
// Opens a text under a name of its own, and gives what to ask of it.
export async function opened(server, source, name = `untitled:Kế hoạch ${++count}`) {
    const { text, position, offset } = source.includes('¦') ? marked(source) : { text: source };
    await server.open(name, text);
    const params = { textDocument: { uri: name } };
    const find = (words, more = 0) => placeAt(text, text.indexOf(words) + more);
    return {
        uri: name, text, position, offset, find, params,
        at: (method, where = position, more = {}) => server.ask(`textDocument/${method}`, { ...params, position: where, ...more }),
        all: (method, more = {}) => server.ask(`textDocument/${method}`, { ...params, ...more }),
        range: (words) => ({ start: find(words), end: find(words, words.length) }),
    };
}
