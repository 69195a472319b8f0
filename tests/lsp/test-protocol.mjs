// The protocol itself: starting, stopping, texts, positions, what no editor should send.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { able, head, inFolder, opened, program, serving } from './plan.mjs';

// A server that is spoken to in bytes. `answers` grows with the messages that come back.
function bare(args = []) {
    const child = spawn(program, ['lsp', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
    const answers = [], waiting = [];
    let rest = Buffer.alloc(0), errors = '';
    child.stderr.on('data', (bytes) => errors += bytes);
    child.stdout.on('data', (bytes) => {
        rest = Buffer.concat([rest, bytes]);
        for (;;) {
            const end = rest.indexOf('\r\n\r\n');
            if (end < 0)
                return;
            const size = Number(/Content-Length: (\d+)/.exec(rest.subarray(0, end).toString())[1]);
            if (rest.length < end + 4 + size)
                return;
            answers.push(JSON.parse(rest.subarray(end + 4, end + 4 + size).toString()));
            rest = rest.subarray(end + 4 + size);
            for (const one of [...waiting])
                one();
        }
    });
    const frame = (body) => Buffer.concat([Buffer.from(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`), Buffer.from(body)]);
    let id = 0;
    return {
        child, answers,
        send: (bytes) => child.stdin.write(bytes),
        say: (method, params) => child.stdin.write(frame(JSON.stringify({ jsonrpc: '2.0', method, params }))),
        ask(method, params, own = ++id) {
            child.stdin.write(frame(JSON.stringify({ jsonrpc: '2.0', id: own, method, params })));
            return this.answer((a) => a.id === own && a.method === undefined);
        },
        answer(fits) {
            return new Promise((resolve) => {
                const look = () => {
                    const found = answers.find(fits);
                    if (found === undefined)
                        return;
                    waiting.splice(waiting.indexOf(look), 1);
                    resolve(found);
                };
                waiting.push(look);
                look();
            });
        },
        frame,
        async end() {
            child.stdin.end();
            const [status, signal] = await once(child, 'close');
            return { status, signal, errors };
        },
    };
}

test('it says what it can', () => serving({}, async (server) => {
    const can = server.capabilities;
    assert.equal(server.information.name, 'khct');
    assert.equal(can.positionEncoding, 'utf-16');
    assert.equal(can.textDocumentSync.change, 2);
    assert.deepEqual(can.semanticTokensProvider.legend.tokenTypes.slice(0, 2), ['keyword', 'property']);
    for (const provider of ['hover', 'definition', 'references', 'documentHighlight', 'documentSymbol', 'workspaceSymbol',
        'foldingRange', 'selectionRange', 'inlayHint', 'documentFormatting', 'documentRangeFormatting'])
        assert.equal(can[`${provider}Provider`], true, provider);
    assert.equal(can.renameProvider.prepareProvider, true);
    assert.equal(can.diagnosticProvider, undefined, 'the editor did not say that it asks');
}));

test('nothing is answered before initialize, and nothing after shutdown', async () => {
    const server = bare();
    assert.equal((await server.ask('textDocument/hover', {})).error.code, -32002);
    assert.equal((await server.ask('initialize', { capabilities: {} })).result.serverInfo.name, 'khct');
    assert.equal((await server.ask('initialize', { capabilities: {} })).error.code, -32600);
    assert.equal((await server.ask('khct/khongCo', {})).error.code, -32601);
    assert.equal((await server.ask('textDocument/hover', {})).error.code, -32602);
    assert.equal((await server.ask('shutdown')).result, null);
    assert.equal((await server.ask('textDocument/hover', {})).error.code, -32600);
    server.say('exit');
    assert.deepEqual(await server.end(), { status: 0, signal: null, errors: '' });
});

test('exit without shutdown, or a closed input, is status 1', async () => {
    const first = bare();
    await first.ask('initialize', { capabilities: {} });
    first.say('exit');
    assert.equal((await first.end()).status, 1);
    assert.equal((await bare().end()).status, 1);
});

test('garbage between messages is said once each and stepped over', async () => {
    const server = bare();
    await server.ask('initialize', { capabilities: {} });
    const garbage = [
        'xin chào\r\n\r\n',
        'Content-Length: mười\r\n\r\n{}',
        'Content-Length: 5\r\n\r\n{"a":',
        'Content-Length: 99999999999999999999\r\nX: 1\r\n\r\n',
        '\0\0\0\xff\xfe'.repeat(500),
        'Content-Length: 2\r\n\r\n[]',
        'Content-Length: 4\r\n\r\nnull',
        'Content-Length: 12\r\n\r\n"chỉ là"',
        'Content-Length: 36\r\n\r\n{"jsonrpc":"2.0","id":{},"method":7}x',
        'Content-Type: x\r\nContent-Length: 3\r\n\r\n\xc3\x28{',
    ];
    for (const [i, bytes] of garbage.entries()) {
        server.send(Buffer.from(bytes, 'latin1'));
        if (bytes.includes('9999'))
            break; // the rest of such a message is never seen
        const answer = await server.ask('khct/debug', {}, `sau ${i}`);
        assert.equal(typeof answer.result.handled, 'number', JSON.stringify(bytes));
    }
    assert.ok(server.answers.some((a) => a.error?.code === -32700 && a.id === null));
    server.child.kill();
});

test('all kinds of bad frames, then the server still answers', async () => {
    for (const bytes of ['\0\0\0\xff\xfe'.repeat(500), 'Content-Length: 2\r\n\r\n[]', 'Content-Length: 4\r\n\r\nnull',
        'Content-Length: 12\r\n\r\n"chỉ là"', 'Content-Type: x\r\nContent-Length: 3\r\n\r\n\xc3\x28{',
        'Content-Length: -4\r\n\r\n', 'content-length:2\n\n{}', '[{"jsonrpc":"2.0"}]']) {
        const server = bare();
        await server.ask('initialize', { capabilities: {} });
        server.send(Buffer.from(bytes, 'latin1'));
        const answer = await server.ask('khct/debug', {}, 'sau');
        assert.equal(typeof answer.result.handled, 'number', JSON.stringify(bytes));
        await server.ask('shutdown');
        server.say('exit');
        assert.equal((await server.end()).status, 0);
    }
});

test('a message that comes byte by byte', async () => {
    const server = bare();
    for (const byte of server.frame(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities: {} } })))
        server.send(Buffer.from([byte]));
    assert.equal((await server.answer((a) => a.id === 1)).result.serverInfo.name, 'khct');
    assert.equal((await server.end()).status, 1);
});

test('messages with parameters of every wrong kind are refused, and nothing breaks', () => serving({}, async (server) => {
    const plan = await opened(server, head);
    const wrong = [null, 7, 'x', [], {}, { textDocument: null }, { textDocument: { uri: 7 } }, { textDocument: { uri: 'file:///khong/co' } },
        plan.params, { ...plan.params, position: 'x' }, { ...plan.params, position: { line: -1, character: 1e12 } },
        { ...plan.params, range: 7 }, { ...plan.params, range: { start: { line: 1e9, character: 0 }, end: { line: 0, character: 0 } }, context: 7 },
        { ...plan.params, position: { line: 3, character: 3 }, newName: 7 }, { ...plan.params, positions: [null, 7, {}] },
        { ...plan.params, ch: 7, position: { line: 0, character: 0 } }, { query: 7 }, { uri: 7 }, { uri: 'khct-library:/../../etc/passwd' }];
    const methods = ['hover', 'completion', 'definition', 'references', 'documentHighlight', 'prepareRename', 'rename', 'documentLink',
        'documentSymbol', 'foldingRange', 'selectionRange', 'semanticTokens/full', 'semanticTokens/range', 'inlayHint', 'codeAction',
        'formatting', 'rangeFormatting', 'onTypeFormatting', 'diagnostic'].map((m) => `textDocument/${m}`)
        .concat('workspace/symbol', 'khct/libraryDocument', 'workspace/textDocumentContent');
    for (const method of methods)
        for (const params of wrong)
            await server.connection.sendRequest(method, params).catch((error) => assert.ok(error.code < 0, `${method}: ${error}`));
    for (const method of ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'workspace/didChangeWatchedFiles',
        'workspace/didChangeWorkspaceFolders', '$/setTrace', '$/cancelRequest'])
        for (const params of wrong)
            await server.connection.sendNotification(method, params);
    for (const params of [...wrong, { previousResultIds: 7 }, { previousResultIds: [7, {}, { uri: 7, value: 'x' }, { uri: 'x' }] }])
        server.connection.sendRequest('workspace/diagnostic', params).catch(() => {}); // each gives up the one before
    const again = await opened(server, head); // the first was closed by one of these
    assert.match((await again.at('hover', again.find('tt18_2018'))).contents.value, /18\/2018/);
}));

test('a request that waits is cancelled', async () => {
    const server = bare();
    await server.ask('initialize', { capabilities: {} });
    const uri = 'untitled:x';
    const call = (id) => server.frame(JSON.stringify({ jsonrpc: '2.0', id, method: 'textDocument/hover', params: { textDocument: { uri }, position: { line: 0, character: 14 } } }));
    const cancel = (id) => server.frame(JSON.stringify({ jsonrpc: '2.0', method: '$/cancelRequest', params: { id } }));
    server.say('textDocument/didOpen', { textDocument: { uri, languageId: 'khct', version: 1, text: head } });
    server.send(Buffer.concat([call('a'), call('b'), call('c'), cancel('b'), cancel('khong co')]));
    assert.ok((await server.answer((x) => x.id === 'a')).result);
    assert.equal((await server.answer((x) => x.id === 'b')).error.code, -32800);
    assert.ok((await server.answer((x) => x.id === 'c')).result);
    assert.equal(server.answers.filter((x) => x.id === 'b').length, 1, 'each request has one answer');
    server.child.kill();
});

test('edits that come late or make no sense change nothing', () => serving({}, async (server) => {
    const { uri, ...plan } = await opened(server, 'vaitro AAA Người thứ nhất;\n');
    const change = (version, contentChanges) => server.tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    const name = async () => (await plan.all('documentSymbol')).map((s) => s.name).join();
    const first = { start: { line: 0, character: 7 }, end: { line: 0, character: 10 } };
    await change(5, [{ range: first, text: 'BBB' }]);
    assert.equal(await name(), 'vaitro BBB Người thứ nhất');
    await change(4, [{ range: first, text: 'CCC' }]);
    await change(5, [{ text: '' }]);
    assert.equal(await name(), 'vaitro BBB Người thứ nhất');
    await change(6, [{ range: { start: 7 }, text: 'x' }]);
    await change(7, 'x');
    await change(8, [{ range: first }]);
    assert.equal(await name(), 'vaitro BBB Người thứ nhất');
    // past the ends: clamped; the wrong way round: turned
    await change(9, [{ range: { start: { line: 9, character: 9 }, end: { line: 99, character: 0 } }, text: 'vaitro DDD Thứ hai;\n' }]);
    assert.equal(await name(), 'vaitro BBB Người thứ nhất,vaitro DDD Thứ hai');
    await change(10, [{ range: { start: first.end, end: first.start }, text: 'EEE' }]);
    assert.equal(await name(), 'vaitro EEE Người thứ nhất,vaitro DDD Thứ hai');
    await server.tell('textDocument/didChange', { textDocument: { uri: 'untitled:chưa mở', version: 1 }, contentChanges: [{ text: 'x' }] });
    await server.ask('khct/debug', {});
    assert.equal(server.notified.filter((n) => n.method === 'window/logMessage').length, 6);
}));

test('positions in UTF-8, UTF-16 and UTF-32; lines that end with CR, LF or both', async () => {
    const line = 'vaitro 𠀀À Tổ “đường” 𠀀; vaitro Ý Người;';
    const units = { 'utf-8': (s) => Buffer.byteLength(s), 'utf-16': (s) => s.length, 'utf-32': (s) => [...s].length };
    for (const [encoding, count] of Object.entries(units))
        await serving({ capabilities: { ...able, general: { positionEncodings: ['x', encoding] } } }, async (server) => {
            assert.equal(server.capabilities.positionEncoding, encoding);
            for (const end of ['\n', '\r\n', '\r']) {
                const { uri, ...plan } = await opened(server, `viettat XY chữ;${end}${line}${end}`);
                const [, first] = await plan.all('documentSymbol');
                const close = count('vaitro 𠀀À Tổ “đường” 𠀀;');
                assert.deepEqual(first.range, { start: { line: 1, character: 0 }, end: { line: 1, character: close } }, `${encoding} ${JSON.stringify(end)}`);
                // put a letter behind the second 𠀀, counted in these units
                const at = { line: 1, character: count('vaitro 𠀀À Tổ “đường” 𠀀') };
                await server.change(uri, [{ range: { start: at, end: at }, text: 'Z' }]);
                assert.match((await plan.all('documentSymbol'))[1].name, /𠀀Z$/);
            }
        });
});

test('files that vanish, folders that vanish', () => inFolder({ 'a/k.khct': head, 'a/chung.khct': 'vaitro AAA Người;\n' }, async (folder, uri) =>
    serving({ root: uri('') }, async (server) => {
        const plan = await opened(server, `dung "chung.khct";\n${head}tieuchi 1.1 muc 2 < giaiphap Làm; chutri AAA; thoigian năm học 2023-2024; >\n`, uri('a/k.khct'));
        const codes = async () => (await server.diagnostics(plan.uri)).map((d) => d.code);
        assert.ok(!(await codes()).includes('KH8001'));
        rmSync(join(folder, 'a/chung.khct'));
        await server.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('a/chung.khct'), type: 3 }] });
        await server.change(plan.uri, [{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, text: '\n' }]);
        assert.ok((await codes()).includes('KH8001'));
        rmSync(join(folder, 'a'), { recursive: true });
        await server.change(plan.uri, [{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, text: '\n' }]);
        assert.ok((await codes()).includes('KH8001'));
        assert.match((await plan.at('hover', plan.find('tt18_2018', 0)))?.contents.value ?? 'Thông tư 18/2018', /18\/2018/);
        // a file that is open counts, though it is not on the disk
        await server.open(uri('a/chung.khct'), 'vaitro AAA Người;\n');
        await server.change(plan.uri, [{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, text: '\n' }]);
        writeFileSync(join(folder, 'x'), '');
    })));

test('the language: the editor\'s, and before it the one given with --lang', async () => {
    const said = async (options) => {
        let message;
        await serving(options, async (server) => {
            const plan = await opened(server, 'truong <\n  tenn Trường;\n>\n');
            [{ message }] = await server.diagnostics(plan.uri);
        });
        return message;
    };
    assert.match(await said({ locale: 'vi-VN' }), /không phải|không có|từ khóa/);
    const english = await said({ locale: 'en-GB' });
    assert.match(english, /keyword/);
    assert.equal(await said({ locale: 'vi', args: ['--lang', 'en'] }), english);
    assert.equal(await said({ locale: 'vi', options: { language: 'en' } }), english);
});

test('a text that is no file reads nothing but the library', () => inFolder({}, async (folder, uri) => {
    writeFileSync(join(folder, 'chung.khct'), 'vaitro BMT Điều bí mật;\n');
    const path = relative(process.cwd(), join(folder, 'chung.khct'));
    const names = ['untitled:Untitled-1', `untitled:${folder}/moi.khct`, 'untitled:/moi.khct', 'git:/moi.khct', 'file:', 'file:///', '', 'moi', 'ke/moi'];
    const used = [path, `../../../../../..${folder}/chung.khct`, 'chung.khct', 'package.json'];
    for (const args of [[], ['--root', '/'], ['--root', folder]])
        for (const name of names)
            await serving({ args }, async (server) => {
                const plan = await opened(server, `${used.map((one) => `dung "${one}";\n`).join('')}dung danhmuc tt18_2018;\ntieuchi 1.1 < chutri BMT; >\n`, name);
                assert.equal((await server.diagnostics(name)).filter((d) => d.code === 'KH8003').length, used.length, `${name}, ${args}`);
                assert.doesNotMatch(JSON.stringify(await plan.at('hover', plan.find('BMT'))) ?? '', /bí mật/);
            });
    await serving({}, async (server) => {
        const plan = await opened(server, 'dung "chung.khct";\n', uri('moi.khct'));
        assert.ok(!(await server.diagnostics(plan.uri)).some((d) => /^KH8/.test(d.code)), 'a file that is not saved yet has its folder');
    });
}));
