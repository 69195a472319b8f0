// What the language server takes for a key on a long plan, in processor time: bench.mjs PLAN.
// Writes lines "what|figure|unit|budget".

import { readFileSync } from 'node:fs';
import { start } from '../editors/lsp/client.mjs';
import { able, program } from './plan.mjs';

const text = readFileSync(process.argv[2], 'utf8');
const uri = 'untitled:plan';
const server = await start(program, ['lsp'], { capabilities: able });
const lines = text.split('\n');
const line = lines.findIndex((words, i) => i > lines.length / 2 && /^\s+giaiphap\s/.test(words));
const place = { line, character: lines[line].length - 1 };
const asked = { textDocument: { uri }, position: place };

// Nanoseconds that the server has run.
const spent = () => Number(readFileSync(`/proc/${server.process}/schedstat`, 'utf8').split(' ')[0]);
const resident = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.process}/status`, 'utf8'))[1]);

async function row(what, times, run, budget = '') {
    await run(0);
    await run(1);
    const before = spent();
    for (let i = 0; i < times; i++)
        await run(i);
    console.log([what, ((spent() - before) / 1e6 / times).toFixed(2), 'ms of processor', budget].join('|'));
}

const key = (i) => server.change(uri, [i % 2 === 0 ? { range: { start: place, end: place }, text: 'x' }
    : { range: { start: place, end: { line, character: place.character + 1 } }, text: '' }]);

await server.open(uri, text);
await server.diagnostics(uri);
console.log(['lines', lines.length, '', ''].join('|'));
await row('a key: diagnostics', 100, async (i) => { await key(i); await server.diagnostics(uri); }, 20);
await row('a key, then completion', 100, async (i) => {
    const before = key(i);
    const answer = server.ask('textDocument/completion', { ...asked, position: { line, character: 2 } });
    await before;
    await answer;
});
await server.diagnostics(uri);
await row('completion', 100, () => server.ask('textDocument/completion', { ...asked, position: { line, character: 2 } }), 5);
// Completion where most is offered: the words stand in a place of their own, made by an edit.
async function offered(what, words) {
    const start = { line: lines.length - 1, character: 0 };
    await server.change(uri, [{ range: { start, end: start }, text: words }]);
    await server.diagnostics(uri);
    const end = { line: start.line + words.split('\n').length - 1, character: words.length - (words.lastIndexOf('\n') + 1) };
    await row(`completion of ${what}`, 100, () => server.ask('textDocument/completion', { ...asked, position: end }), 5);
    await server.change(uri, [{ range: { start, end }, text: '' }]);
    await server.diagnostics(uri);
}
await offered('a criterion', 'tieuchi ');
await offered('a criterion by words', 'tieuchi quan ly');
await offered('people', 'tieuchi 1.7 muc 2 <\n  chutri ');
await offered('a document', 'cancu <\n  vanban ');
await offered('a document by words', 'cancu <\n  vanban thong tu dieu le');
await row('hover', 100, () => server.ask('textDocument/hover', { ...asked, position: { line, character: 4 } }));
await row('semantic tokens', 30, () => server.ask('textDocument/semanticTokens/full', asked));
await row('formatting', 10, () => server.ask('textDocument/formatting', { ...asked, options: {} }));
const before = resident();
for (let i = 0; i < 10000; i++) {
    await key(i);
    if (i % 100 === 99)
        await server.diagnostics(uri);
}
await server.diagnostics(uri);
console.log(['memory after 10,000 more keys', (resident() / before).toFixed(2), 'x', 1.1].join('|'));
await server.stop();
