// Memory stays flat over ten thousand edits; a long plan is answered within its budget.

import assert from 'node:assert/strict';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { head, inFolder, opened, placeAt, root, serving } from './plan.mjs';

test('10,000 edits leave the memory as it was', () => serving({}, async (server) => {
    const plan = await opened(server, readFileSync(join(root, 'examples/mam-non-mot-nam.khct'), 'utf8'));
    const line = plan.text.split('\n').findIndex((l) => l.includes('giaiphap'));
    const measure = async () => {
        await server.diagnostics(plan.uri);
        const { analysisBytes, libraryBytes, analyses } = await server.ask('khct/debug', {});
        const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.process}/status`, 'utf8'))[1]);
        return { analysisBytes, libraryBytes, analyses, kilobytes };
    };
    const edit = (i) => {
        const start = { line, character: 12 };
        return i % 2 === 0 ? { range: { start, end: start }, text: 'đo lường; ' } : { range: { start, end: { line, character: 22 } }, text: '' };
    };
    let first;
    for (let i = 0; i < 10000; i++) {
        await server.change(plan.uri, [edit(i)]);
        if (i % 50 === 0) {
            await server.diagnostics(plan.uri);
            await plan.at('completion', { line, character: 2 });
            await plan.at('hover', { line, character: 4 });
        }
        if (i === 999)
            first = await measure();
    }
    const last = await measure();
    assert.equal(last.libraryBytes, first.libraryBytes, 'the library does not grow');
    assert.equal(last.analysisBytes, first.analysisBytes, 'an analysis is as large as the one before');
    assert.equal(last.analyses, first.analyses);
    if (!process.env.KHCT_SANITIZED) // freed memory is kept back there
        assert.ok(last.kilobytes < first.kilobytes * 1.15 + 2048, `resident: ${first.kilobytes} kB, then ${last.kilobytes} kB`);
}));

test('texts opened and closed leave nothing behind', () => serving({}, async (server) => {
    for (let i = 0; i < 300; i++) {
        const plan = await opened(server, `${head}# lần ${i}\n`);
        await server.diagnostics(plan.uri);
        await server.close(plan.uri);
    }
    const { open, analyses } = await server.ask('khct/debug', {});
    assert.equal(open, 0);
    assert.ok(analyses <= 8, `${analyses} analyses are kept`);
    assert.deepEqual(placeAt('', 0), { line: 0, character: 0 });
}));

test('a library that is wrong is read once', () => inFolder({
    'danhmuc/trong.khct': 'vaitro A Tổ;\n'.repeat(50), 'danhmuc/khac.khct': 'danhmuc kia <\n  ten X;\n>\n', 'mau/trong.khct': '# x\n',
}, async (folder) => {
    symlinkSync('vong.khct', join(folder, 'danhmuc/vong.khct'));
    process.env.KHCT_PATH = folder;
    try {
        for (const name of ['trong', 'khac', 'vong'])
            await serving({}, async (server) => {
                const text = `dung danhmuc ${name};\ndung mau trong;\n`;
                const plan = await opened(server, text);
                const codes = async () => (await server.diagnostics(plan.uri)).map((one) => one.code).join();
                const said = await codes(), before = (await server.ask('khct/debug', {})).libraryBytes;
                for (let i = 0; i < 20; i++) {
                    await server.change(plan.uri, [{ text: `${text}# ${i}\n` }]);
                    assert.equal(await codes(), said, name);
                }
                assert.equal((await server.ask('khct/debug', {})).libraryBytes, before, name);
            });
    } finally {
        delete process.env.KHCT_PATH;
    }
}));

test('documents of a library on the disk are given back', async () => {
    process.env.KHCT_PATH = join(root, 'stdlib');
    try {
        await serving({}, async (server) => {
            const plan = await opened(server, head);
            await server.diagnostics(plan.uri); // the plan's own catalogue is read by now
            const ask = () => server.ask('khct/libraryDocument', { uri: 'khct-library:/danhmuc/tt18_2018.khct' });
            await ask();
            const before = (await server.ask('khct/debug', {})).libraryBytes;
            for (let i = 0; i < 20; i++)
                assert.match((await ask()).text, /tt18_2018/);
            assert.equal((await server.ask('khct/debug', {})).libraryBytes, before);
        });
    } finally {
        delete process.env.KHCT_PATH;
    }
});
