// Colours a file with the VS Code extension's grammar, by VS Code's own engine.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const textmate = require('vscode-textmate');
const oniguruma = require('vscode-oniguruma');

export async function grammar(path) {
    const wasm = readFileSync(join(dirname(require.resolve('vscode-oniguruma')), 'onig.wasm'));
    await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
    const registry = new textmate.Registry({
        onigLib: Promise.resolve({
            createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
            createOnigString: (text) => new oniguruma.OnigString(text),
        }),
        loadGrammar: async (scope) =>
            scope === 'source.khct' ? textmate.parseRawGrammar(readFileSync(path, 'utf8'), path) : null,
    });
    return registry.loadGrammar('source.khct');
}

// For each line its tokens: {begin, end, scopes}.
export function tokens(khct, lines) {
    let state = textmate.INITIAL;
    return lines.map((line) => {
        const result = khct.tokenizeLine(line, state);
        state = result.ruleStack;
        return result.tokens.map((token) => ({
            begin: token.startIndex, end: Math.min(token.endIndex, line.length), scopes: token.scopes.slice(1),
        })).filter((token) => token.end > token.begin);
    });
}
