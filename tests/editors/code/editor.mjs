// A real VS Code for tests: its server, with the extension and a folder, shown by Chromium.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const MAIN = join(dirname(require.resolve('code-server/package.json')), 'lib/vscode/out/server-main.js');
const WAIT = 180000; // the longest that anything may take
const QUIET = {
    'security.workspace.trust.enabled': false, 'telemetry.telemetryLevel': 'off', 'workbench.startupEditor': 'none',
    'extensions.autoUpdate': false, 'extensions.autoCheckUpdates': false, 'editor.minimap.enabled': false,
    'extensions.ignoreRecommendations': true, 'chat.commandCenter.enabled': false, 'git.enabled': false,
};

// Asks again until the answer is good; says what was last seen where it never is.
export async function until(look, good, what) {
    const end = Date.now() + WAIT;
    for (;;) {
        const seen = await look();
        if (good(seen))
            return seen;
        if (Date.now() > end)
            assert.fail(`${what}; last seen:\n${JSON.stringify(seen, null, 1)}`);
        await new Promise((go) => setTimeout(go, 50));
    }
}

// On a Vietnamese system; the editor itself speaks English.
async function serve(data) {
    const server = spawn(process.execPath, [MAIN, '--host', '127.0.0.1', '--port', '0', '--without-connection-token',
        '--accept-server-license-terms', '--disable-telemetry', '--server-data-dir', data],
    { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, LC_ALL: 'vi_VN.UTF-8' } });
    const port = await new Promise((found, failed) => {
        let text = '';
        server.stdout.on('data', (bytes) => {
            text += bytes;
            const said = /agent listening on (\d+)/.exec(text);
            if (said !== null)
                found(said[1]);
        });
        server.on('close', () => failed(new Error(`the server ended:\n${text}`)));
    });
    return { server, port };
}

// Opens the editor on a folder that holds `files`. `settings` are the user's.
export async function open(vsix, files, settings) {
    const place = realpathSync(mkdtempSync(join(tmpdir(), 'khct-code-')));
    const data = join(place, 'data'), folder = join(place, 'work');
    mkdirSync(join(data, 'data/User'), { recursive: true });
    writeFileSync(join(data, 'data/User/settings.json'), JSON.stringify({ ...QUIET, ...settings }));
    mkdirSync(join(folder, '.git'), { recursive: true });
    mkdirSync(join(folder, '.vscode'));
    for (const [name, text] of Object.entries(files))
        writeFileSync(join(folder, name), text);
    execFileSync(process.execPath, [MAIN, '--server-data-dir', data, '--accept-server-license-terms', '--install-extension', vsix]);
    const { server, port } = await serve(data);
    const browser = await chromium.launch({
        executablePath: process.env.KHCT_CHROMIUM ?? '/usr/bin/chromium', headless: true, chromiumSandbox: process.getuid() !== 0,
        args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'en-US' })).newPage();
    page.setDefaultTimeout(WAIT);
    await page.goto(`http://127.0.0.1:${port}/?folder=${folder}`);
    await page.waitForSelector('.explorer-folders-view .monaco-list-row');
    const editor = {
        page, folder,
        choose: (more) => writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(more)),
        read: (name) => readFileSync(join(folder, name), 'utf8'),
        write: (name, text) => writeFileSync(join(folder, name), text),
        async close() {
            await browser.close();
            server.removeAllListeners('close');
            server.kill();
            await new Promise((go) => server.on('close', go));
            rmSync(place, { recursive: true, force: true, maxRetries: 5 });
        },
    };
    return Object.assign(editor, ways(page));
}

// What a person does with the keyboard, and sees.
function ways(page) {
    const row = '.quick-input-list .monaco-list-row.focused';
    const texts = (selector) => page.$$eval(selector, (found) => found.map((e) => e.innerText.replace(/\u00a0/g, ' ')));
    async function choose(key, words, label) {
        await page.keyboard.press(key);
        await page.waitForSelector('.quick-input-widget input');
        await page.keyboard.type(words);
        await until(() => texts(`${row} .label-name`), ([first]) => first?.includes(label ?? words), `no ${words}`);
        await page.keyboard.press('Enter');
        await page.waitForSelector('.quick-input-widget', { state: 'hidden' });
    }
    return {
        texts,
        run: (name) => choose('F1', name),
        file: async (name) => {
            await choose('Control+P', name);
            await page.waitForSelector(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`);
            await page.waitForSelector('.editor-instance .view-line');
        },
        async go(line, column) {
            await page.keyboard.press('Control+G');
            await page.waitForSelector('.quick-input-widget input');
            await page.keyboard.type(`${line}:${column}`);
            await page.keyboard.press('Enter');
            await page.waitForSelector('.quick-input-widget', { state: 'hidden' });
            await until(() => texts('.statusbar-item'), (found) => found.some((t) => t.includes(`Ln ${line}, Col ${column}`)), `not at ${line}:${column}`);
        },
        see: (selector, good, what) => until(() => texts(selector), good, what),
    };
}
