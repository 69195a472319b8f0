// The pages of a department, in a real Chromium: node department.js FOLDER
// Widths, colours, axe, keyboard, sorting, searching, policy, links, without script.
"use strict";
const fs = require("fs"), path = require("path"), url = require("url");
const { HtmlValidate } = require("html-validate");
const { open } = require("./chromium");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const folder = path.resolve(process.argv[2]);
let failed = 0, passed = 0;
const expect = (where, good, text) => { if (good) passed++; else { failed++; console.log(`not ok ${where}: ${text}`); } };

async function visit(browser, name, options) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 800 }, ...options });
  const page = await context.newPage(), wrong = [], href = url.pathToFileURL(path.join(folder, name)).href;
  page.on("console", (m) => { if (m.type() === "error" || m.type() === "warning") wrong.push(m.text()); });
  page.on("pageerror", (e) => wrong.push(e.message));
  page.on("dialog", (d) => { wrong.push(`dialog: ${d.message()}`); d.dismiss(); });
  page.on("request", (r) => { if (r.url().split("#")[0] !== href) wrong.push(`request: ${r.url()}`); });
  await page.goto(href);
  return { context, page, wrong };
}

async function looks(name, page) {
  await page.evaluate(axe);
  for (const colorScheme of ["light", "dark"]) for (const width of [360, 1366]) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(name, wide <= width, `at ${width} px it is ${wide} px wide`);
    const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
    for (const x of found.violations) expect(name, false, `axe ${colorScheme} ${width}: ${x.id} (${x.nodes.length}) ${x.help}: ${x.nodes[0].html.slice(0, 160)}`);
    passed++;
  }
}

// Every link, button and field that is seen is reached by Tab, in order, and can be seen to be.
async function keyboard(name, page) {
  await page.setViewportSize({ width: 1366, height: 800 });
  const want = await page.$$eval("a[href], button, input, summary, [tabindex='0']", (all) => {
    const seen = all.filter((e) => e.checkVisibility());
    seen.forEach((e, i) => { e.dataset.thu = i; });
    return seen.length;
  });
  const got = [];
  let dim = 0;
  for (let i = 0; i < want + 3; i++) {
    await page.keyboard.press("Tab");
    const [at, outlined] = await page.evaluate(() => {
      const e = document.activeElement, s = getComputedStyle(e);
      return [e.dataset.thu, s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0];
    });
    if (at === undefined) break;
    got.push(+at);
    dim += !outlined;
  }
  expect(name, new Set(got).size === want && got.every((x, i) => i === 0 || x > got[i - 1]), `Tab reached ${new Set(got).size} of ${want}`);
  expect(name, dim === 0, `${dim} have no outline when they are reached`);
}

const column = (page, n) => page.$$eval(".sapxep tbody tr", (rows, n) => rows.filter((r) => r.checkVisibility()).map((r) => r.cells[n].textContent), n);

async function schools(name, page) {
  const titles = await page.$$eval(".sapxep thead th", (l) => l.map((e) => e.textContent.trim()));
  for (const title of ["Lỗi", "Quá hạn"]) {
    const inView = await page.$$eval(".sapxep thead th", (l, t) => l.filter((e) => e.textContent.trim() === t).every((e) => { const b = e.getBoundingClientRect(); return b.right <= innerWidth && b.left >= 0; }), title);
    expect(name, titles.includes(title) && inView, `the column ${title} is out of view at 1366 px`);
  }
  for (const [title, of] of [["Trường", (x) => x], ["Kinh phí", (x) => +x.replace(/\D/g, "")]]) {
    const n = titles.findIndex((t) => t.startsWith(title));
    expect(name, n >= 0, `no column ${title} among ${titles}`);
    if (n < 0) continue;
    const button = (await page.$$(".sapxep thead th"))[n], inner = await button.$("button") || button;
    await inner.focus();
    for (const direction of ["ascending", "descending"]) {
      await page.keyboard.press("Enter");
      expect(name, await button.getAttribute("aria-sort") === direction, `${title} is not told to be ${direction}`);
      const values = (await column(page, n)).map(of);
      const compare = typeof values[0] === "number" ? (a, b) => a - b : new Intl.Collator("vi", { numeric: true }).compare;
      const good = values.every((v, i) => i === 0 || (direction === "ascending" ? compare(values[i - 1], v) <= 0 : compare(values[i - 1], v) >= 0));
      expect(name, good, `${title} is not sorted ${direction}: ${values.slice(0, 5)}`);
    }
  }
  const all = (await column(page, 0)).length;
  await page.fill("#tim", "so & 14");
  expect(name, (await column(page, 0)).every((t) => /14/.test(t)) && (await column(page, 0)).length > 0, "searching without marks finds nothing, or too much");
  expect(name, (await page.textContent("#con")).length > 0, "how many were found is not told");
  await page.fill("#tim", "");
  expect(name, (await column(page, 0)).length === all, "an empty search does not show all again");
}

async function links(name, page) {
  const hrefs = await page.$$eval("a[href]", (l) => l.map((a) => a.getAttribute("href")));
  const dead = hrefs.filter((h) => !/^#/.test(h) && !fs.existsSync(path.join(folder, decodeURIComponent(h.split("#")[0]))));
  expect(name, dead.length === 0, `links to nowhere: ${dead.slice(0, 3)}`);
  const csp = await page.$eval("meta[http-equiv='Content-Security-Policy']", (m) => m.content);
  expect(name, /^default-src 'none';/.test(csp) && !/unsafe|\*|https?:/.test(csp), `policy is "${csp}"`);
  const ran = await page.evaluate(() => {
    const s = document.createElement("script"); s.textContent = "window.broken = 1"; document.body.append(s);
    return window.broken === undefined;
  });
  expect(name, ran, "a foreign script was let through");
}

(async () => {
  const browser = await open(), rules = { "no-trailing-whitespace": "off", "void-style": "off", "long-title": "off", "require-sri": "off" };
  const pages = fs.readdirSync(folder).filter((f) => f.endsWith(".html"));
  expect("pages", pages.includes("index.html") && pages.includes("truong-1.html"), `${pages}`);
  for (const name of pages) {
    const report = await new HtmlValidate({ root: true, extends: ["html-validate:recommended", "html-validate:document"], rules }).validateFile(path.join(folder, name));
    for (const r of report.results) for (const m of r.messages.slice(0, 5)) expect(name, false, `html-validate ${m.ruleId} ${m.line}:${m.column} ${m.message}`);
    const { context, page, wrong } = await visit(browser, name);
    await looks(name, page);
    await keyboard(name, page);
    if (/^truong/.test(name)) await schools(name, page);
    expect(name, wrong.length === 0, wrong.slice(0, 3).join(" | "));
    await links(name, page);
    await context.close();
    const still = await visit(browser, name, { javaScriptEnabled: false });
    expect(name, !(await still.page.isVisible("#tim").catch(() => false)), "what needs a script is shown without one");
    await still.context.close();
  }
  await browser.close();
  console.log(`department: ${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
})();
