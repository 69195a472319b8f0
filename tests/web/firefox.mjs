// The browser edition in Firefox: node --experimental-websocket firefox.mjs SITE KHCT FOLDER
// What Chromium is asked for at length is asked for here once, from disk and from a server, by
// WebDriver BiDi, which Firefox has in itself.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [site, khct, folder] = process.argv.slice(2).map((name) => resolve(name));
const EXAMPLE = 'examples/thcs-mot-nam.khct', WAIT = 180000;
let passed = 0, failed = 0;
const expect = (good, words) => { if (good) passed++; else { failed++; console.log(`not ok ${words}`); } };

mkdirSync(folder, { recursive: true });
execFileSync(khct, ['build', '-q', '-t', 'html', '-o', join(folder, 'native.html'), EXAMPLE]);
const native = readFileSync(join(folder, 'native.html'), 'utf8');

// --- Firefox ---
const profile = mkdtempSync(join(tmpdir(), 'khct-firefox-'));
const firefox = spawn('firefox-esr', ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
const address = await new Promise((done, wrong) => {
    let said = '';
    firefox.stderr.on('data', (part) => {
        const found = /BiDi listening on (ws:\S+)/.exec(said += part);
        if (found)
            done(found[1]);
    });
    firefox.on('exit', () => wrong(new Error(`firefox-esr ended: ${said}`)));
});
const socket = new WebSocket(`${address}/session`), waiting = new Map(), heard = [];
await new Promise((done) => socket.addEventListener('open', done));
socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data);
    if (message.method === 'log.entryAdded' && message.params.level === 'error')
        heard.push(message.params.text);
    const one = waiting.get(message.id);
    waiting.delete(message.id);
    if (one)
        message.type === 'error' ? one.wrong(new Error(message.message)) : one.done(message.result);
});
let asked = 0;
const tell = (method, params) => new Promise((done, wrong) => {
    waiting.set(++asked, { done, wrong });
    socket.send(JSON.stringify({ id: asked, method, params }));
});
await tell('session.new', { capabilities: {} });
await tell('session.subscribe', { events: ['log.entryAdded'] });
const { context } = await tell('browsingContext.create', { type: 'tab' }); // which has the keys, as the first one does not

async function evaluate(expression) {
    const { result, exceptionDetails } = await tell('script.evaluate', { expression, target: { context }, awaitPromise: true });
    if (exceptionDetails)
        throw new Error(exceptionDetails.text);
    return result.value;
}

/** Until an expression is true: it is looked at with each frame. */
const until = (expression) => evaluate(`new Promise((done, wrong) => {
    const end = Date.now() + ${WAIT}, look = () => { let is = false; try { is = ${expression}; } catch {} if (is) done(true); else if (Date.now() > end) wrong(new Error(${JSON.stringify(expression)})); else requestAnimationFrame(look); };
    look();
})`);
const click = (selector) => evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
const type = (words) => tell('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions: [...words].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]) }] });
const picture = async (name) => writeFileSync(join(folder, name), Buffer.from((await tell('browsingContext.captureScreenshot', { context })).data, 'base64'));

async function work(url, name) {
    await tell('browsingContext.setViewport', { context, viewport: { width: 1300, height: 850 } });
    await tell('browsingContext.navigate', { context, url, wait: 'complete' });
    await until('document.body.dataset.san');
    await evaluate(`[...document.querySelectorAll('#vi-du button')].find((one) => /trung học cơ sở, theo mẫu/.test(one.textContent)).click()`);
    await until('Number(document.body.dataset.xong) > 0');
    expect(await evaluate('window.khct.html') === native, `${name}: the page is not the native one`);
    await until(`document.getElementById('trang').contentDocument.getElementById('vanban').clientHeight > 1000`);
    // typing, a remark, its fix
    await click('#nut-vanban');
    await evaluate(`document.getElementById('vanban-o').shadowRoot.querySelector('.cm-content').focus()`);
    await type('viettat BLX Bến Lụa xanh\n');
    await click('#nut-nhanxet');
    await until(`/KH1001/.test(document.getElementById('nhanxet-ds').textContent)`);
    await picture(`${name}.png`);
    await evaluate(`[...document.querySelectorAll('#nhanxet-ds button')].find((one) => one.textContent.startsWith('Sửa:')).click()`);
    await until(`!/KH1001/.test(document.getElementById('nhanxet-ds').textContent)`);
    expect(/^viettat BLX Bến Lụa xanh;/.test(await evaluate('window.khct.plan.text')), `${name}: the fix writes something else`);
    // forms
    await click('#nut-bieumau');
    await until(`document.querySelectorAll('#bieumau-o [data-tu="viettat"]').length === 1`);
    // print: the frame's own, and what it puts on paper
    await click('#nut-trang');
    expect(await evaluate(`new Promise((done) => { document.getElementById('trang').contentWindow.print = () => done(true); document.getElementById('in').click(); })`), `${name}: the button does not print`);
    expect(/không in được số trang/.test(await evaluate(`document.getElementById('loinhan').textContent`)) , `${name}: nothing is said of page numbers`);
    writeFileSync(join(folder, 'in.html'), await evaluate(`document.getElementById('trang').srcdoc`));
    await tell('browsingContext.navigate', { context, url: pathToFileURL(join(folder, 'in.html')).href, wait: 'complete' });
    const { data } = await tell('browsingContext.print', { context, page: { width: 21, height: 29.7 }, margin: { top: 0, bottom: 0, left: 0, right: 0 } });
    writeFileSync(join(folder, 'in.pdf'), Buffer.from(data, 'base64'));
    const words = execFileSync('pdftotext', [join(folder, 'in.pdf'), '-']).toString(), info = execFileSync('pdfinfo', [join(folder, 'in.pdf')]).toString();
    expect(/A4/.test(info) && /CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/.test(words) && /Năm học 2023-2024/.test(words), `${name}: the print`);
}

const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', wasm: 'application/wasm', json: 'application/json' };
const server = createServer((request, response) => {
    const name = request.url === '/' ? 'index.html' : basename(request.url);
    try {
        response.writeHead(200, { 'content-type': TYPES[name.split('.').pop()] ?? 'application/octet-stream' }).end(readFileSync(join(site, name)));
    } catch {
        response.writeHead(404).end();
    }
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
try {
    await work(pathToFileURL(join(site, 'khct-soan.html')).href, 'tep');
    await work(`http://127.0.0.1:${server.address().port}/`, 'trang');
} catch (error) {
    expect(false, error.stack);
    await picture('loi.png').catch(() => undefined);
}
// it asks every server for a picture of its own accord, which the policy refuses
const wrong = heard.filter((one) => !/favicon/.test(one));
expect(wrong.length === 0, wrong.join('\n'));
const gone = new Promise((done) => { firefox.removeAllListeners('exit'); firefox.on('exit', done); });
tell('browser.close', {}).catch(() => undefined);
await gone;
rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
console.log(`browser edition in Firefox: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
