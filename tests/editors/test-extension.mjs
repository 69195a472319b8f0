// The VS Code extension around the grammar: its manifest, texts, snippets, problem matchers, page.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const [parser, root, program] = process.argv.slice(2);
const extension = resolve(root, 'editors/vscode');
const require = createRequire(join(extension, 'package.json'));
const json = (name) => JSON.parse(readFileSync(join(extension, name), 'utf8'));
const manifest = json('package.json');

test('every text of the manifest is there in both languages', () => {
    const keys = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map((m) => m[1]).sort();
    assert.ok(keys.length > 10);
    for (const name of ['package.nls.json', 'package.nls.vi.json'])
        assert.deepEqual(Object.keys(json(name)).sort(), keys, name);
});

test('every text of the program is there in Vietnamese', () => {
    const used = readdirSync(join(extension, 'src')).filter((name) => name.endsWith('.ts')).flatMap((name) =>
        [...readFileSync(join(extension, 'src', name), 'utf8').matchAll(/\bsay\(\s*'([^']+)'/g)].map((m) => m[1]));
    assert.ok(used.length > 5);
    assert.deepEqual(Object.keys(json('src/vi.json')).sort(), [...new Set(used)].sort());
});

test('every command is registered, and every file named is there', () => {
    const source = readdirSync(join(extension, 'src')).map((name) => readFileSync(join(extension, 'src', name), 'utf8')).join('');
    for (const { command } of manifest.contributes.commands)
        assert.ok(source.includes(`'${command}'`), command);
    for (const list of ['languages', 'grammars', 'snippets'])
        for (const entry of manifest.contributes[list])
            readFileSync(join(extension, entry.path ?? entry.configuration));
});

// Reads lines as the editor's problem matchers do: the patterns of one matcher on lines in a row.
function problems(lines) {
    return manifest.contributes.problemMatchers.flatMap(({ severity, pattern: [head, place] }) =>
        lines.flatMap((line, i) => {
            const first = new RegExp(head.regexp).exec(line);
            const second = first && new RegExp(place.regexp).exec(lines[i + 1] ?? '');
            return second === null ? [] : [[severity, first[head.code], second[place.file],
                Number(second[place.line]), Number(second[place.column]), first[head.message]]];
        }));
}

for (const name of ['vi', 'en'])
    test(`problem matchers read khct's messages (${name})`, () => {
        const lines = readFileSync(join(root, `tests/editors/messages/${name}.txt`), 'utf8').split('\n');
        const found = problems(lines);
        assert.deepEqual(found.map((row) => row.slice(0, 5)), [
            ['error', 'KH1001', 'thư mục/kế hoạch.khct', 3, 22],
            ['warning', 'KH3007', 'thư mục/kế hoạch.khct', 120, 1],
            ['info', 'KH7004', 'chung.khct', 12, 9],
        ]);
        assert.ok(found.every((row) => row[5].length > 10));
    });

for (const language of ['vi', 'en'])
    test(`problem matchers read every message of khct check (${language})`, () => {
        const plan = join(root, 'tests/editors/samples/quen-dau.khct');
        const { status, stderr } = spawnSync(program, ['check', '--color', 'never', '--lang', language, plan], { encoding: 'utf8' });
        assert.equal(status, 1, stderr);
        const lines = stderr.split('\n');
        const codes = lines.flatMap((line) => /^[^\s|=]+(?: [^\s|=]+)?\[(KH\d{4})\]: /.exec(line)?.[1] ?? []);
        const found = problems(lines);
        assert.ok(codes.length > 5);
        assert.deepEqual(found.map((row) => row[1]).sort(), codes.sort());
        assert.ok(found.every((row) => row[2] === plan && row[3] > 0 && row[4] > 0));
    });

// A snippet as it stands when nothing is typed into it but words for the values.
function typed(body) {
    return body.join('\n').replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\d+/g, 'Lời').replace(/\t/g, '  ');
}

test('snippets are what the parser reads: each line begins with a keyword', () => {
    const folder = mkdtempSync(join(tmpdir(), 'khct-'));
    for (const [name, { body, prefix, description }] of Object.entries(json('snippets/khct.json'))) {
        if (prefix[0] === 'mucnho')
            continue; // not at the top of a file
        const file = join(folder, 'a.khct');
        const text = typed(body);
        writeFileSync(file, `${text}\n`);
        const marks = execFileSync(parser, [file], { encoding: 'utf8' }).trim().split('\n').map((row) => row.split(' '));
        const lines = text.split('\n').filter((line) => !/^(>|\s*Lời)$/.test(line));
        const seen = new Set(marks.filter((m) => 'DF'.includes(m[3])).map((m) => m[0]));
        assert.equal(seen.size, lines.length, `${name}:\n${text}`);
        assert.ok(description.includes(' / '), name);
    }
    rmSync(folder, { recursive: true });
});

test('the preview fetches nothing and shows messages as they are', async () => {
    const esbuild = require('esbuild');
    const { outputFiles } = await esbuild.build({
        entryPoints: [join(extension, 'src/page.ts')], bundle: true, write: false, format: 'esm', logLevel: 'error',
    });
    const page = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
    const html = page.guarded('<!DOCTYPE html><html lang="vi"><head class="a"><title>x</title></head><body></body></html>');
    assert.match(html, /<head class="a"><meta http-equiv="Content-Security-Policy" content="default-src 'none';[^"]*"><script>[^]*<\/script><title>/);
    assert.match(page.guarded('<p>không có head</p>'), /^<!DOCTYPE html><html><head><meta http-equiv/);
    assert.match(page.messages('Lỗi', 'a < b & "c"'), /a &lt; b &amp; &quot;c&quot;/);
});

test('the packed extension holds what it needs and nothing else', () => {
    const listed = execFileSync('unzip', ['-Z1', join(extension, 'khct.vsix')], { encoding: 'utf8' }).trim().split('\n').sort();
    assert.deepEqual(listed, ['[Content_Types].xml', 'extension.vsixmanifest', ...[
        'LICENSE.txt', 'ThirdPartyNotices.txt', 'language-configuration.json', 'out/extension.js', 'package.json',
        'package.nls.json', 'package.nls.vi.json', 'README.md', 'snippets/khct.json', 'syntaxes/khct.tmLanguage.json',
    ].map((name) => `extension/${name}`)].sort());
});
