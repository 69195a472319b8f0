// A small language client for tests: starts a server, opens texts, asks, and keeps what it is told.
//
//   const server = await start('build/khct', ['lsp']);
//   await server.open(uri, text); const list = await server.diagnostics(uri);
//   const hover = await server.ask('textDocument/hover', { … });
//   await server.stop();

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const rpc = require('vscode-jsonrpc/node');

export async function start(command, args, { capabilities = {}, root = null, options = {}, locale = 'vi' } = {}) {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const connection = rpc.createMessageConnection(
        new rpc.StreamMessageReader(child.stdout), new rpc.StreamMessageWriter(child.stdin));
    const published = new Map(); // by document: what was published last
    const waiting = []; // {uri, test, resolve}
    const notified = [];
    let errors = '';
    child.stderr.on('data', (bytes) => errors += bytes);
    const ended = new Promise((resolve) => child.on('close', (status) => resolve(status)));

    connection.onNotification('textDocument/publishDiagnostics', (told) => {
        published.set(told.uri, told);
        for (const one of waiting.filter((w) => w.uri === told.uri && w.test(told)))
            one.resolve(told.diagnostics);
    });
    connection.onNotification((method, params) => notified.push({ method, params }));
    connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.listen();

    const initialized = await connection.sendRequest('initialize',
        { processId: process.pid, rootUri: root, locale, capabilities, initializationOptions: options });
    await connection.sendNotification('initialized', {});
    const versions = new Map();

    return {
        process: child.pid,
        kill: () => child.kill(),
        capabilities: initialized.capabilities,
        information: initialized.serverInfo,
        connection,
        notified,
        ask: (method, params, cancel) => cancel === undefined ? connection.sendRequest(method, params)
            : connection.sendRequest(method, params, cancel),
        tell: (method, params) => connection.sendNotification(method, params),
        open(uri, text) {
            versions.set(uri, 1);
            published.delete(uri);
            return connection.sendNotification('textDocument/didOpen',
                { textDocument: { uri, languageId: 'khct', version: 1, text } });
        },
        // changes: as the protocol has them, [{range, text}] or [{text}]
        change(uri, changes) {
            versions.set(uri, versions.get(uri) + 1);
            return connection.sendNotification('textDocument/didChange',
                { textDocument: { uri, version: versions.get(uri) }, contentChanges: changes });
        },
        close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
        // The diagnostics published for the document as it stands now; waits for them.
        diagnostics(uri) {
            const current = (told) => told.version === undefined || told.version === versions.get(uri);
            const last = published.get(uri);
            if (last !== undefined && current(last))
                return Promise.resolve(last.diagnostics);
            return new Promise((resolve) => waiting.push({ uri, test: current, resolve }));
        },
        // Ends the server as the protocol asks; its exit status and what it wrote to standard error.
        async stop() {
            await connection.sendRequest('shutdown');
            await connection.sendNotification('exit');
            const status = await ended;
            connection.dispose();
            return { status, errors };
        },
    };
}
