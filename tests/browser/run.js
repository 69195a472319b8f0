// Tests pages that khct wrote, in a real Chromium: node run.js PAGE.html...
// The first page is looked at from every side, the others from fewer.
// A page may be any output of `khct build -t html`; what a plan does not hold is not asked for.
"use strict";
const fs = require("fs"), os = require("os"), path = require("path"), url = require("url"), { execFileSync } = require("child_process");
const { HtmlValidate } = require("html-validate");
const { open } = require("./chromium");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let failed = 0, passed = 0;
const problem = (where, text) => { failed++; console.log(`not ok ${where}: ${text}`); };
const expect = (where, good, text) => { if (good) passed++; else problem(where, text); };

// A page that remembers everything that went wrong in it.
async function visit(browser, options, href) {
  const context = await browser.newContext(Object.assign({ locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh", viewport: { width: 1280, height: 900 } }, options));
  const page = await context.newPage(), wrong = [];
  page.on("console", (m) => { if (m.type() === "error" || m.type() === "warning") wrong.push(`console: ${m.text()}`); });
  page.on("pageerror", (e) => wrong.push(`script: ${e.message}`));
  page.on("dialog", (d) => { wrong.push(`dialog: ${d.message()}`); d.dismiss(); });
  page.on("request", (r) => { if (r.url().split(/[?#]/)[0] !== href.split(/[?#]/)[0]) wrong.push(`request: ${r.url()}`); });
  await page.goto(href);
  return { context, page, wrong };
}

async function quiet(name, v) {
  expect(name, v.wrong.length === 0, v.wrong.join("; "));
  await v.context.close();
}

const face = (page, name) => page.evaluate((n) => { location.hash = n; }, name);
const shown = (page) => page.$$eval("#o-viec .ds > li", (l) => l.filter((e) => !e.hidden).map((e) => e.id));

async function validate(name, file) {
  const report = await new HtmlValidate({
    root: true, extends: ["html-validate:recommended", "html-validate:document"],
    // A matter of style, not of validity: a void element's slash, and lines that end in blanks (text is the writer's).
    rules: { "no-trailing-whitespace": "off", "void-style": "off", "long-title": "off", "no-raw-characters": "error", "require-sri": "off" },
  }).validateFile(file);
  for (const r of report.results) for (const m of r.messages.slice(0, 20)) problem(name, `html-validate ${m.ruleId} ${m.line}:${m.column} ${m.message}`);
  expect(name, report.valid, "not valid HTML");
}

async function policy(name, browser, href) {
  const v = await visit(browser, {}, href);
  const csp = await v.page.$eval("meta[http-equiv='Content-Security-Policy']", (m) => m.content).catch(() => "");
  expect(name, /^default-src 'none';/.test(csp) && !/unsafe|\*|https?:|data:/.test(csp), `policy is "${csp}"`);
  expect(name, await v.page.evaluate(() => document.styleSheets.length === 1 && getComputedStyle(document.querySelector(".nghe")).position === "absolute"), "the style sheet is not applied");
  expect(name, await v.page.$$eval("*", (all) => all.every((e) => ![].some.call(e.attributes, (a) => /^on|^style$/.test(a.name)))), "inline handler or style");
  expect(name, await v.page.$$eval("[href]", (all) => all.every((e) => /^[#?]/.test(e.getAttribute("href")))), "a link leaves the page");
  await quiet(name, v);
  const t = await visit(browser, {}, href);
  const ran = await t.page.evaluate(() => {
    const s = document.createElement("script"); s.textContent = "window.broken = 1"; document.body.append(s);
    const d = document.createElement("div"); d.setAttribute("style", "width:1px"); document.body.append(d);
    return [window.broken === undefined, d.getBoundingClientRect().width !== 1];
  });
  expect(name, ran[0] && ran[1], "a foreign script or style was let through");
  await t.context.close();
}

// Narrow and wide, light and dark. `brief`: one of each.
async function accessible(name, browser, href, brief) {
  const looks = brief ? [["light", 360], ["dark", 1280]] : [["light", 360], ["light", 1280], ["dark", 360], ["dark", 1280]];
  for (const [colorScheme, width] of looks) {
    const v = await visit(browser, { colorScheme, bypassCSP: true, viewport: { width, height: 900 } }, href);
    await v.page.evaluate(axe);
    for (const f of ["tongquan", "vanban"]) {
      await face(v.page, f);
      const found = await v.page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
      for (const x of found.violations) problem(name, `axe ${f} ${colorScheme} ${width}: ${x.id} (${x.nodes.length}) ${x.help}: ${x.nodes[0].html.slice(0, 160)}`);
      passed++;
    }
    await v.context.close();
  }
}

async function widths(name, browser, href) {
  const v = await visit(browser, {}, href);
  for (const f of ["tongquan", "vanban"]) {
    await face(v.page, f);
    for (const width of [320, 360, 800, 1600]) {
      await v.page.setViewportSize({ width, height: 900 });
      const w = await v.page.evaluate(() => document.documentElement.scrollWidth);
      expect(name, w <= width, `${f} at ${width} px is ${w} px wide`);
    }
  }
  await quiet(name, v);
}

async function faces(name, browser, href) {
  for (const javaScriptEnabled of [true, false]) {
    const v = await visit(browser, { javaScriptEnabled }, href), s = javaScriptEnabled ? "" : " without script";
    const seen = async () => [await v.page.isVisible("#tongquan"), await v.page.isVisible("#vanban")].join();
    expect(name, await seen() === "true,false", "the overview is not shown first" + s);
    await v.page.click(".mat [href='#vanban']");
    expect(name, await seen() === "false,true", "the document is not shown when asked for" + s);
    await v.page.goBack();
    expect(name, await seen() === "true,false", "going back does not lead to the overview" + s);
    const link = await v.page.$("#o-viec .ds a[href^='#d']");
    if (link) {
      const to = await link.getAttribute("href");
      await link.click();
      expect(name, await v.page.isVisible(to), `the link to ${to} does not show it${s}`);
    }
    if (!javaScriptEnabled) expect(name, !(await v.page.isVisible("#loc")), "the filters are shown though nothing works them");
    await quiet(name, v);
  }
  const v = await visit(browser, {}, href);
  const dead = await v.page.$$eval("a[href^='#']", (all) => all.map((a) => a.getAttribute("href")).filter((x) => !document.getElementById(x.slice(1))));
  expect(name, dead.length === 0, `links to nowhere: ${dead.slice(0, 5).join(" ")}`);
  await quiet(name, v);
}

// Every link, field and scrolling box is reached by Tab, in the order of the page, and is seen when it is.
async function keyboard(name, browser, href) {
  const v = await visit(browser, {}, href);
  const want = await v.page.evaluate(() => [].filter.call(document.querySelectorAll("a[href], button, input, select, [tabindex='0']"), (e) => e.checkVisibility()).length);
  const limit = Math.min(want, 400);
  const bad = [];
  let reached = 0;
  // A date has a stop for each of its parts.
  for (let i = 0; i < limit + 8 && reached < limit; i++) {
    await v.page.keyboard.press("Tab");
    const at = await v.page.evaluate(() => {
      const e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e);
      if (e === document.body) return null;
      const again = e.dataset.reached; e.dataset.reached = "1";
      return { again, what: e.outerHTML.slice(0, 80), outline: s.outlineStyle !== "none", inside: r.bottom > 0 && r.top < innerHeight && r.right > 0 };
    });
    if (!at) break;
    if (!at.again) reached++;
    if (!at.outline || !at.inside) bad.push(at.what);
  }
  expect(name, reached >= limit, `Tab reached ${reached} of ${limit}`);
  expect(name, bad.length === 0, `focus not seen: ${bad.slice(0, 3).join(" ")}`);
  const cell = await v.page.$(".bando td a");
  if (cell) {
    await v.page.focus(".bando td a");
    await v.page.keyboard.press("Shift+Tab"); await v.page.keyboard.press("Tab");
    const box = await v.page.$eval(".bando td a .nghe", (e) => { const r = e.getBoundingClientRect(); return [r.width, r.height]; });
    expect(name, box[0] > 100 && box[1] > 10, "the title of a criterion is not shown on focus");
  }
  await quiet(name, v);
}

async function filters(name, browser, href) {
  const v = await visit(browser, {}, href), page = v.page;
  const all = await shown(page);
  if (all.length === 0) return quiet(name, v);
  const settle = () => page.evaluate(() => new Promise((ok) => setTimeout(ok, 150)));
  expect(name, await page.isVisible("#loc"), "the filters are not shown");

  const word = await page.$eval("#o-viec .ds > li:last-child .viec", (e) => e.textContent.trim().split(/\s+/).slice(0, 4).join(" "));
  const plain = word.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/Đ/g, "D");
  for (const w of [word, plain.toUpperCase()]) {
    await page.fill("#loc [name=tim]", w); await settle();
    const hit = await shown(page);
    expect(name, hit.length > 0 && (hit.length < all.length || all.length === 1), `searching "${w}" shows ${hit.length} of ${all.length}`);
    const right = await page.evaluate((q) => {
      const f = (s) => s.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
      const all = (e) => { const row = document.getElementById("d" + e.id.slice(1)); return f(e.textContent + " " + (row ? row.textContent : "")); };
      return [].every.call(document.querySelectorAll("#o-viec .ds > li"), (e) => e.hidden || f(q).split(" ").every((x) => all(e).includes(x)));
    }, w);
    expect(name, right, `searching "${w}" shows a task without it`);
    await page.reload();
    expect(name, (await shown(page)).join() === hit.join(), `the search for "${w}" does not survive reloading`);
    expect(name, (await page.inputValue("#loc [name=tim]")) === w, "the search field is empty after reloading");
  }
  await page.fill("#loc [name=tim]", "khôngcóchữnàynhưthế"); await settle();
  expect(name, (await shown(page)).length === 0 && /Không/.test(await page.textContent("#loc-dem")), "a search for nothing finds something");
  await page.click("#loc [type=reset]"); await settle();
  expect(name, (await shown(page)).length === all.length && !page.url().includes("?"), "“Bỏ lọc” leaves a filter");

  for (const select of await page.$$eval("#loc select", (l) => l.map((s) => [s.name, s.options.length, s.dataset.loc]))) {
    for (let i = 1; i < Math.min(select[1], 4); i++) {
      await page.selectOption(`#loc [name=${select[0]}]`, { index: i }); await settle();
      const hit = await shown(page);
      if (select[0] !== "tinhtrang") {
        const should = await page.$$eval("#o-viec .ds > li", (l, a) => l.filter((e) => (e.getAttribute("data-" + a[0]) || "").split(" ").includes(a[1])).map((e) => e.id), [select[2], String(i)]);
        expect(name, hit.join() === should.join(), `filter ${select[0]} ${i} shows ${hit.length}, not ${should.length}`);
      }
      const rows = await page.$$eval(".lich tbody tr", (l) => l.filter((e) => !e.hidden).map((e) => e.id));
      if (rows.length || hit.length === 0) expect(name, rows.map((r) => r.replace(/^l/, "v")).sort().join() === hit.slice().sort().join(), `filter ${select[0]}: the timeline does not follow`);
      await page.reload();
      expect(name, (await shown(page)).join() === hit.join(), `filter ${select[0]} does not survive reloading`);
    }
    await page.click("#loc [type=reset]"); await settle();
  }
  await page.fill("[name=ngay]", "2999-01-01"); await settle();
  const late = await page.$$eval("#o-viec .ds > li", (l) => l.filter((e) => /Quá hạn/.test(e.textContent)).length);
  const ending = await page.$$eval("#o-viec .ds > li[data-den]", (l) => l.filter((e) => !/ 1 |^1/.test(e.getAttribute("data-s") + " ")).length);
  expect(name, late <= all.length && late >= Math.min(1, ending), `on a far day ${late} tasks are overdue, ${ending} have an end`);
  const link = await page.$("a[href^='?']");
  if (link) {
    await page.click("#loc [type=reset]"); await link.click(); await settle();
    expect(name, page.url().includes("?") && page.url().includes("#o-viec"), "a link that filters does not change the address");
  }
  await quiet(name, v);
}

// The browser's own print: the pages of Decree 30, portrait, and landscape for wide tables.
async function print(name, browser, href) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "khct-print-"));
  try {
    const v = await visit(browser, { colorScheme: "dark" }, href);
    const wide = await v.page.$$eval(".to.ngang", (l) => l.length);
    const pdf = path.join(dir, "p.pdf");
    await v.page.pdf({ path: pdf, preferCSSPageSize: true });
    const sizes = execFileSync("pdfinfo", ["-l", "999", pdf], { encoding: "utf8" }).split("\n").map((l) => /^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/.exec(l)).filter(Boolean).map((m) => [Math.round(m[1]), Math.round(m[2])].join("x"));
    expect(name, sizes.every((s) => s === "595x842" || s === "842x595"), `page sizes ${sizes}`);
    expect(name, sizes[0] === "595x842" && sizes.includes("842x595") === (wide > 0), `orientation: ${sizes} for ${wide} wide parts`);
    const box = execFileSync("pdftotext", ["-bbox", pdf, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
    const mm = 72 / 25.4;
    box.split("<page ").slice(1).forEach((p, i) => {
      const [w, h] = /width="([\d.]+)" height="([\d.]+)"/.exec(p).slice(1).map(Number);
      const words = [...p.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g)].map((m) => [+m[1], +m[2], +m[3], +m[4], m[5]]);
      const top = words.filter((x) => x[3] < 20 * mm), body = words.filter((x) => x[3] >= 20 * mm);
      expect(name, i === 0 ? top.length === 0 : top.length === 1 && top[0][4] === String(i + 1) && Math.abs((top[0][0] + top[0][2]) / 2 - (30 * mm + w - 15 * mm) / 2) < 3, `page number of page ${i + 1}: ${top.map((x) => x[4])}`);
      const out = body.filter((x) => x[0] < 30 * mm - 1 || x[2] > w - 15 * mm + 1 || x[3] > h - 20 * mm + 1);
      expect(name, out.length === 0, `page ${i + 1}: text in the margin: ${out.slice(0, 4).map((x) => x[4])}`);
      expect(name, body.length > 0, `page ${i + 1} is empty`);
    });
    const text = execFileSync("pdftotext", ["-l", "1", pdf, "-"], { encoding: "utf8" }).normalize("NFC");
    expect(name, /^CỘNG H(ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM$/m.test(text), "the national name is broken over lines, or missing");
    await quiet(name, v);
  } finally {
    fs.rmSync(dir, { recursive: true });
  }
}

// Big plans: what takes minutes for thousands of tasks is left to the smaller pages, of the same markup.
const LARGE = 1500000;
const tests = { policy, accessible, widths, faces, keyboard, filters, print };

async function testPage(browser, file, brief) {
  const href = url.pathToFileURL(path.resolve(file)).href, name = path.basename(file);
  const large = fs.statSync(file).size > LARGE;
  const skip = large ? ["validate", "accessible", "keyboard", "print"] : brief ? ["keyboard"] : [];
  if (large) console.log(`${name}: large page, not run: ${skip.join(", ")}`);
  if (!skip.includes("validate")) await validate(`${name} validate`, file);
  for (const [k, test] of Object.entries(tests))
    if (!skip.includes(k)) await test(`${name} ${k}`, browser, href, brief).catch((e) => problem(`${name} ${k}`, e.stack));
}

(async () => {
  const browser = await open(), files = process.argv.slice(2).map((file, i) => [file, i > 0]);
  const worker = async () => { for (let next; (next = files.shift());) await testPage(browser, ...next); };
  try {
    await Promise.all([worker(), worker()]);
  } finally {
    await browser.close();
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed || process.argv.length < 3 ? 1 : 0;
})();
