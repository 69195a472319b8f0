// A server that pretends: one diagnostic at the first word, one hover, one completion. The tests of
// the editors' settings run against it where the real server is not the matter.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const rpc = require('vscode-jsonrpc/node');
const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(process.stdin), new rpc.StreamMessageWriter(process.stdout));

connection.onRequest('initialize', () => ({
    capabilities: { textDocumentSync: 2, hoverProvider: true, completionProvider: {}, definitionProvider: true },
    serverInfo: { name: 'pretend' },
}));
connection.onNotification('textDocument/didOpen', ({ textDocument: { uri, version, text } }) => {
    const end = /^\S*/.exec(text)[0].length;
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: end } };
    void connection.sendNotification('textDocument/publishDiagnostics', {
        uri, version, diagnostics: [{ range, severity: 2, code: 'KH3007', source: 'khct', message: `tiếng đầu: ${text.slice(0, end)}` }],
    });
});
connection.onRequest('textDocument/hover', () => ({ contents: { kind: 'plaintext', value: 'tiêu chí 1.1' } }));
connection.onRequest('textDocument/completion', () => [{ label: 'giaiphap' }]);
connection.onRequest('shutdown', () => null);
connection.onNotification('exit', () => process.exit(0));
connection.listen();
