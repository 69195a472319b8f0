// Tests pages that khct wrote, in a real Chromium: node run.js PAGE.html... [-- TWIN.html...]
// The first page is looked at from every side, the others from fewer. A twin is a plan that is there
// already, under another name or for another day: its looks are known.
// A page may be any output of `khct build -t html`; what a plan does not hold is not asked for.
"use strict";
const fs = require("fs"), os = require("os"), path = require("path"), url = require("url"), { execFileSync } = require("child_process");
const { HtmlValidate } = require("html-validate");
const { open } = require("./chromium");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let failed = 0, passed = 0;
const problem = (where, text) => { failed++; console.log(`not ok ${where}: ${text}`); };
const expect = (where, good, text) => { if (good) passed++; else problem(where, text); };

// A page that remembers everything that went wrong in it. Opening one is dear: most tests share it.
async function visit(browser, options, href) {
  const context = await browser.newContext(Object.assign({ locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh", viewport: { width: 1280, height: 900 } }, options));
  const page = await context.newPage(), wrong = [];
  page.on("console", (m) => { if (m.type() === "error" || m.type() === "warning") wrong.push(`console: ${m.text()}`); });
  page.on("pageerror", (e) => wrong.push(`script: ${e.message}`));
  page.on("dialog", (d) => { wrong.push(`dialog: ${d.message()}`); d.dismiss(); });
  page.on("request", (r) => { if (r.url().split(/[?#]/)[0] !== href.split(/[?#]/)[0]) wrong.push(`request: ${r.url()}`); });
  await page.goto(href);
  return { context, page, wrong, href };
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

async function policy(name, page) {
  const csp = await page.$eval("meta[http-equiv='Content-Security-Policy']", (m) => m.content).catch(() => "");
  expect(name, /^default-src 'none';/.test(csp) && !/unsafe|\*|https?:|data:/.test(csp), `policy is "${csp}"`);
  expect(name, await page.evaluate(() => document.styleSheets.length === 1 && getComputedStyle(document.querySelector(".thanhdau")).position === "sticky"), "the style sheet is not applied");
  expect(name, await page.$$eval("*", (all) => all.every((e) => ![].some.call(e.attributes, (a) => /^on|^style$/.test(a.name)))), "inline handler or style");
  expect(name, await page.$$eval("[href]", (all) => all.every((e) => /^[#?]/.test(e.getAttribute("href")))), "a link leaves the page");
  expect(name, await page.evaluate(() => document.scripts.length === 1 && !document.querySelector("iframe, object, embed, img, base, link")), "the page holds what it was not made with");
  const dead = await page.$$eval("a[href^='#']", (all) => all.map((a) => a.getAttribute("href")).filter((x) => !document.getElementById(x.slice(1))));
  expect(name, dead.length === 0, `links to nowhere: ${dead.slice(0, 5).join(" ")}`);
}

// What is put into the page from outside does not work in it. Last, as it spoils the page.
async function foreign(name, page) {
  const ran = await page.evaluate(() => {
    const s = document.createElement("script"); s.textContent = "window.broken = 1"; document.body.append(s);
    const d = document.createElement("div"); d.setAttribute("style", "width:1px"); document.body.append(d);
    return [window.broken === undefined, d.getBoundingClientRect().width !== 1];
  });
  expect(name, ran[0] && ran[1], "a foreign script or style was let through");
}

// Narrow and wide, light and dark. `brief`: one of each.
// The first page in all looks; of the others each face in one, in turns.
async function accessible(name, page, { brief, turn }) {
  const looks = ["light", "dark"].flatMap((s) => [360, 1280].flatMap((width) => ["tongquan", "vanban"].map((f) => [s, width, f])));
  await page.evaluate(axe);
  for (const [colorScheme, width, f] of brief ? [looks[(2 * turn) % 8], looks[(2 * turn + 5) % 8]] : looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await face(page, f);
    const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
    for (const x of found.violations) problem(name, `axe ${f} ${colorScheme} ${width}: ${x.id} (${x.nodes.length}) ${x.help}: ${x.nodes[0].html.slice(0, 160)}`);
    passed++;
  }
}

// Boxes that scroll sideways, by the class of the table in them.
const sideways = (page) => page.$$eval(".cuon", (l) => l.filter((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1).map((e) => e.firstElementChild.className));

// Nothing is wider than the screen, and on a phone no table scrolls but the timeline of many years.
async function widths(name, page, { brief }) {
  for (const f of ["tongquan", "vanban"]) {
    await face(page, f);
    for (const width of brief ? [360, 1600] : [320, 360, 800, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      const w = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(name, w <= width, `${f} at ${width} px is ${w} px wide`);
      const boxes = (await sideways(page)).filter((c) => width !== 320 && (f === "vanban" || width !== 800) && !/^lich n(09|1\d)$/.test(c));
      expect(name, boxes.length === 0, `${f} at ${width} px: ${boxes} scrolls sideways`);
    }
  }
}

// A table whose rows are cards on a phone is still a table to those who hear it.
async function cards(name, page) {
  const session = await page.context().newCDPSession(page), seen = {};
  for (const f of ["tongquan", "vanban"]) for (const width of [1280, 360]) {
    await face(page, f);
    await page.setViewportSize({ width, height: 900 });
    const count = seen[width] = { table: 0, row: 0, rowheader: 0, columnheader: 0, cell: 0 };
    for (const n of (await session.send("Accessibility.getFullAXTree")).nodes) if (!n.ignored && n.role.value in count) count[n.role.value]++;
    if (width === 1280) continue;
    const [wide, narrow] = [seen[1280], seen[360]], same = f === "vanban" ? ["table", "row", "rowheader", "columnheader"] : ["table", "rowheader"];
    expect(name, same.every((k) => wide[k] === narrow[k]) && narrow.cell >= wide.cell / 4, `${f} on a phone: ${JSON.stringify(narrow)}, elsewhere ${JSON.stringify(wide)}`);
    const bare = await page.$$eval(".xep tbody td", (l) => l.filter((e) => e.checkVisibility() && e.textContent && !e.dataset.cot && !e.closest(".nhomvb") && e !== e.parentNode.firstElementChild).map((e) => e.textContent.slice(0, 40)));
    expect(name, bare.length === 0, `${f}: cells without the name of their column: ${bare.slice(0, 3)}`);
  }
  await session.detach();
}

async function faces(name, page, { script }) {
  const s = script ? "" : " without script";
  const seen = async () => [await page.isVisible("#tongquan"), await page.isVisible("#vanban")].join();
  expect(name, await seen() === "true,false", "the overview is not shown first" + s);
  await page.click(".mat [href='#vanban']");
  expect(name, await seen() === "false,true", "the document is not shown when asked for" + s);
  await page.goBack();
  expect(name, await seen() === "true,false", "going back does not lead to the overview" + s);
  const link = await page.$("#o-viec .ds a[href^='#d']");
  if (link) {
    const to = await link.getAttribute("href");
    await link.click();
    expect(name, await page.isVisible(to), `the link to ${to} does not show it${s}`);
  }
  if (!script) expect(name, !(await page.isVisible("#loc")) && !(await page.isVisible(".can-js")), "what needs a script is shown though nothing works it");
  if (script && await page.$("#loc")) expect(name, await page.$eval("#loc", (e) => !e.hidden), "the filters are not shown");
}

// Every link, field and scrolling box is reached by Tab, in the order of the page, and is seen when it is.
async function keyboard(name, page, { href }) {
  await page.goto(href); // from its top: a place in the address would be where Tab begins
  const want = await page.evaluate(() => [].filter.call(document.querySelectorAll("a[href], button, input, select, [tabindex='0']"), (e) => e.tabIndex >= 0 && e.checkVisibility()).length);
  const limit = Math.min(want, 200), bad = [];
  let reached = 0;
  // A date has a stop for each of its parts.
  for (let i = 0; i < limit + 8 && reached < limit; i++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(async () => {
      const e = document.activeElement, s = getComputedStyle(e), seen = (b) => b.bottom > 0 && b.top < innerHeight && b.right > 0;
      if (e === document.body) return null;
      let r = e.getBoundingClientRect();
      for (let frames = 0; frames < 60 && !seen(r); frames++) { await new Promise(requestAnimationFrame); r = e.getBoundingClientRect(); } // it is being scrolled to
      const again = e.dataset.reached; e.dataset.reached = "1";
      return { again, what: e.outerHTML.slice(0, 80), outline: s.outlineStyle !== "none", inside: seen(r) };
    });
    if (!at) break;
    if (!at.again) reached++;
    if (!at.outline || !at.inside) bad.push(at.what);
  }
  expect(name, reached >= limit, `Tab reached ${reached} of ${limit}`);
  expect(name, bad.length === 0, `focus not seen: ${bad.slice(0, 3).join(" ")}`);
  if (await page.$(".bando td a")) {
    await page.focus(".bando td a");
    await page.keyboard.press("Shift+Tab"); await page.keyboard.press("Tab");
    const box = await page.$eval(".bando td a .nghe", (e) => { const r = e.getBoundingClientRect(); return [r.width, r.height]; });
    expect(name, box[0] > 100 && box[1] > 10, "the title of a criterion is not shown on focus");
  }
}

// Does something, and waits until the address shows that the filters have followed.
async function settled(page, action) {
  const before = page.url();
  await action();
  await page.waitForFunction((b) => location.href !== b, before, { timeout: 180000 });
}

async function searching(name, page, all, { brief }) {
  const word = await page.$eval("#o-viec .ds > li:last-child .viec", (e) => e.textContent.trim().split(/\s+/).slice(0, 4).join(" "));
  const plain = word.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/Đ/g, "D");
  for (const w of brief ? [plain.toUpperCase()] : [word, plain.toUpperCase()]) {
    await settled(page, () => page.fill("#loc [name=tim]", w));
    const hit = await shown(page);
    expect(name, hit.length > 0 && (hit.length < all.length || all.length === 1), `searching "${w}" shows ${hit.length} of ${all.length}`);
    const right = await page.evaluate((q) => {
      const f = (s) => s.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
      const words = (e) => { const row = document.getElementById("d" + e.id.slice(1)); return f(e.textContent + " " + (row ? row.textContent : "")); };
      return [].every.call(document.querySelectorAll("#o-viec .ds > li"), (e) => e.hidden === !f(q).split(" ").every((x) => words(e).includes(x)));
    }, w);
    expect(name, right, `searching "${w}" does not show just the tasks with these words`);
    await page.reload();
    expect(name, (await shown(page)).join() === hit.join(), `the search for "${w}" does not survive reloading`);
    expect(name, (await page.inputValue("#loc [name=tim]")) === w, "the search field is empty after reloading");
  }
  await settled(page, () => page.fill("#loc [name=tim]", "khôngcóchữnàynhưthế"));
  expect(name, (await shown(page)).length === 0 && /Không/.test(await page.textContent("#loc-dem")), "a search for nothing finds something");
  await settled(page, () => page.click("#loc [type=reset]"));
  expect(name, (await shown(page)).length === all.length && !page.url().includes("?"), "“Bỏ lọc” leaves a filter");
}

async function choosing(name, page, { brief }) {
  for (const [select, options, key] of await page.$$eval("#loc select", (l) => l.map((s) => [s.name, s.options.length, s.dataset.loc]))) {
    for (let i = 1; i < Math.min(options, brief ? 2 : 4); i++) {
      await settled(page, () => page.selectOption(`#loc [name=${select}]`, { index: i }));
      const hit = await shown(page);
      const should = await page.$$eval("#o-viec .ds > li", (l, a) => l.filter((e) => (e.getAttribute("data-" + a[0]) || "").split(" ").includes(a[1])).map((e) => e.id), [key, String(i)]);
      expect(name, hit.join() === should.join(), `filter ${select} ${i} shows ${hit.length}, not ${should.length}`);
      const rows = await page.$$eval(".lich tbody tr", (l) => l.filter((e) => !e.hidden).map((e) => e.id));
      if (rows.length || hit.length === 0) expect(name, rows.map((r) => r.replace(/^l/, "v")).sort().join() === hit.slice().sort().join(), `filter ${select}: the timeline does not follow`);
      if (i > 1 || brief) continue; // one search was reloaded there
      await page.reload();
      expect(name, (await shown(page)).join() === hit.join(), `filter ${select} does not survive reloading`);
    }
    await settled(page, () => page.click("#loc [type=reset]"));
  }
}

async function filters(name, page, how) {
  const all = await shown(page);
  if (all.length === 0) return;
  await searching(name, page, all, how);
  await choosing(name, page, how);
  const link = await page.$("#o-nguoi a[href^='?']");
  if (link) {
    const want = await link.textContent();
    await settled(page, () => link.click());
    expect(name, page.url().includes("?nguoi=") && page.url().includes("#o-viec"), "a link that only filters does not change the address");
    expect(name, await page.$eval("#loc [name=nguoi]", (e) => e.selectedOptions[0].textContent) === want, `the link of “${want}” does not choose that person`);
    await settled(page, () => page.click("#loc [type=reset]"));
  }
}

// Filtering touches what changes and nothing else: not the thousands of tasks that stay as they are.
async function work(name, page) {
  const before = await shown(page);
  if (before.length < 2) return;
  const touched = (action) => page.evaluate(async (a) => {
    const seen = new Set(), form = document.getElementById("loc");
    const watch = new MutationObserver((l) => l.forEach((m) => seen.add(m.target)));
    watch.observe(document.getElementById("tongquan"), { subtree: true, childList: true, attributes: true, characterData: true });
    form.elements.tinhtrang.value = a; form.requestSubmit();
    await new Promise(requestAnimationFrame);
    const n = [...seen, ...watch.takeRecords().map((m) => m.target)].filter((e) => !e.closest || !e.closest("#ketqua-loc"));
    watch.disconnect();
    return new Set(n).size;
  }, action);
  const first = await touched("quahan"), left = (await shown(page)).length, groups = await page.$$eval(".nhom", (l) => l.length);
  expect(name, first <= 2 * (before.length - left) + groups, `a filter that hides ${before.length - left} tasks touches ${first} elements`);
  expect(name, (await touched("quahan")) === 0, "the same filter again touches elements");
  await settled(page, () => page.click("#loc [type=reset]"));
}

// Progress on another day: the script agrees with what was written for the day of the page, and goes on from there.
async function progress(name, page) {
  if (!(await page.$("#loc"))) return;
  const state = () => page.evaluate(() => [[].map.call(document.querySelectorAll("#o-tiendo [data-dem]"), (e) => e.textContent), [].map.call(document.querySelectorAll("#qh-than tr"), (r) => r.cells[0].textContent + " " + r.cells[3].textContent + " " + r.cells[4].textContent), [].map.call(document.querySelectorAll("#o-viec .ds .dau-hieu"), (e) => e.className.trim() + " " + e.textContent), [].map.call(document.querySelectorAll(".lich tbody tr"), (e) => e.className)]);
  const written = await state(), day = await page.getAttribute("[name=ngay]", "data-goc");
  const opened = await page.inputValue("[name=ngay]"), period = await page.$eval("[name=ngay]", (e) => [e.getAttribute("data-tu"), e.getAttribute("data-den")]);
  expect(name, day ? opened === day : !period[1] || (opened >= period[0] && opened <= period[1]), `the page opens on ${opened || "no day"}`);
  // what is done is told at the top and in the chart: as one number, on every day
  const done = () => page.evaluate(() => [[].find.call(document.querySelectorAll(".o-so dd"), (e) => /đã hoàn thành/.test(e.textContent)).textContent.split(" ")[0], document.querySelector("#o-tiendo [data-dem='1']").textContent]);
  const agrees = async (when) => { const [top, chart] = await done(); expect(name, top === chart, `${when}: ${top} done at the top, ${chart} in the chart`); };
  await agrees("as it opens");
  await settled(page, () => page.fill("[name=ngay]", "2000-01-01"));
  await agrees("long before");
  await settled(page, () => page.fill("[name=ngay]", "2199-01-01"));
  await agrees("on a far day");
  const [counts, rows, , bars] = await state();
  const ending = await page.$$eval("#o-viec .ds > li[data-den]", (l) => l.filter((e) => !/:100$/.test(e.getAttribute("data-td") || "")).length);
  expect(name, Number(counts[4]) === ending && rows.length === Math.min(50, ending), `on a far day ${counts[4]} tasks are overdue, ${rows.length} are listed, ${ending} have an end`);
  expect(name, bars.length === 0 || bars.filter((c) => c === "tre").length === ending, "the timeline does not follow the day");
  await settled(page, () => page.click("#loc [type=reset]"));
  if (day) expect(name, JSON.stringify(await state()) === JSON.stringify(written), "the script judges otherwise than the page was written");
  await settled(page, () => page.click("#homnay"));
  expect(name, /^\d{4}-\d\d-\d\d$/.test(await page.inputValue("[name=ngay]")), "“Hôm nay” sets no day");
  await settled(page, () => page.click("#loc [type=reset]"));
}

// Whatever stands in the address, the script goes on: filters work, and the day is one of the calendar.
const ADDRESSES = ["?ngay=275760-09-13#o-viec", "?ngay=2023-02-31", "?ngay=0000-00-00", "?ngay=-271821-04-20", "?ngay=2199-12-31", "?ngay=", "?ngay=2024-01-01&ngay=x",
  "?nguoi=999999", "?nguoi=-1", "?nguoi=__proto__&tieuchuan=constructor", "?tinhtrang=hasOwnProperty", "?tinhtrang=quahan&tinhtrang=", "?toString=1&length=0&elements=x&action=javascript:alert(1)",
  "?tim=%E0%A4%A", "?tim=%00%0A", "?tim=" + "ả".repeat(3000), "?tim=" + encodeURIComponent("\\ ( [ * + ?"), "?" + "a=1&".repeat(5000), "#%", "#%E0%A4%A", "#__proto__", "#constructor", "#'\"><img src=x>",
  "#o-viec/..", "#in", "#loc", "#td-thanh", "#qh-than", "#" + "x".repeat(20000), "?#", "?&=&=#o-nguoi"];
async function addresses(name, page, { href }) {
  if (!(await page.$("#loc"))) return;
  await page.goto(href.split(/[?#]/)[0]);
  const all = (await shown(page)).length, at = page.url();
  for (const address of ADDRESSES) {
    await page.goto("about:blank");
    await page.goto(at + address);
    const works = await page.evaluate(async () => {
      const form = document.getElementById("loc"), list = document.querySelectorAll("#o-viec .ds > li"), hidden = () => [].filter.call(list, (e) => e.hidden).length;
      form.elements.tim.value = "khôngcóchữnàynhưthế"; form.requestSubmit();
      const none = hidden();
      form.reset();
      return [!form.hidden, none, hidden(), document.querySelector("[name=ngay]").value, document.querySelector(".mat [aria-current]") !== null];
    });
    expect(name, works[0] && works[1] === all && works[2] === 0 && (works[3] === "" || !isNaN(new Date(works[3]))) && works[4], `${address.slice(0, 40)}: ${works} of ${all}`);
  }
  await page.goto("about:blank");
  await page.goto(href);
}

// Sizes and rules of Decree 30, as the print style gives them.
async function form(name, page) {
  const wrong = await page.evaluate(() => {
    const bad = [], pt = (e) => parseFloat(getComputedStyle(e).fontSize) * .75, black = (c) => c === "rgb(0, 0, 0)";
    const check = (what, good) => { if (!good) bad.push(what); };
    const each = (s, what, f) => document.querySelectorAll(s).forEach((e) => check(what + ": " + e.textContent.slice(0, 30), f(e, getComputedStyle(e))));
    each("#vanban .quochieu .hoa", "12 pt", (e) => pt(e) === 12);
    each("#vanban .tn, #vanban .nghieng, #vanban .tenvb h2, #vanban .to > p, #vanban .to > h3, .chuky p", "13 pt", (e) => Math.abs(pt(e) - 13) < .1);
    each("#vanban .noinhan p", "12 pt", (e) => Math.abs(pt(e) - 12) < .1);
    each("#vanban .noinhan li", "11 pt", (e) => Math.abs(pt(e) - 11) < .1);
    each("#vanban *", "black", (e, s) => black(s.color));
    each("#vanban .bangvb th, #vanban .bangvb td", "rules", (e, s) => ["Top", "Right", "Bottom", "Left"].every((k) => parseFloat(s["border" + k + "Width"]) >= 1 && black(s["border" + k + "Color"])));
    each("#vanban .to > p:not(.canc)", "justified, indented 1 cm", (e, s) => s.textAlign === "justify" && Math.abs(parseFloat(s.textIndent) - 37.8) < .2);
    const rule = (s, pseudo, part) => { const e = document.querySelector(s); if (!e) return; const w = parseFloat(getComputedStyle(e, pseudo).width) / e.clientWidth; check("rule of " + s, w >= part[0] && w <= part[1] && parseFloat(getComputedStyle(e, pseudo).borderTopWidth) >= 1); };
    rule(".ke", "::after", [.2, .5]); rule(".tenvb", "::after", [.15, .5]);
    const tn = document.querySelector(".tn span"); check("rule under the motto", parseFloat(getComputedStyle(tn).borderBottomWidth) >= 1);
    return bad;
  });
  expect(name, wrong.length === 0, `print: ${wrong.slice(0, 5).join("; ")}`);
}

// Signs too small to change the page: at the begin and end of every cell of a row, and in heading rows.
// What fits on no page may be torn.
const mark = (page) => page.evaluate(() => {
  const marks = [], put = (e, sign, first) => { const s = document.createElement("span"); s.style.fontSize = "1px"; s.textContent = "⟦" + sign + "⟧"; if (first) e.prepend(s); else e.append(s); };
  document.querySelectorAll("#vanban table").forEach((t) => {
    const table = marks.push({}) - 1, height = t.closest(".ngang") ? 560 : 890;
    put(t.tHead.rows[0].cells[0], table + "h", true);
    for (const row of t.querySelectorAll("tbody tr")) {
      const cells = [].filter.call(row.cells, (c) => c.rowSpan === 1), fits = row.getBoundingClientRect().height < height;
      const n = marks.push({ table, whole: fits && cells.length ? row.textContent.slice(0, 20) : "" }) - 1;
      for (const c of cells) { put(c, n + "a", true); put(c, n + "e"); }
    }
  });
  return marks;
});

// The browser's own print: the pages of Decree 30, portrait, and landscape for wide tables.
async function print(name, page) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "khct-print-"));
  try {
    await page.emulateMedia({ colorScheme: "dark", media: "print" });
    await form(name, page);
    await page.setViewportSize({ width: 616, height: 900 }); // between the margins; a landscape row is lower than here
    const marks = await mark(page);
    await page.emulateMedia({ colorScheme: "dark", media: null });
    const wide = await page.$$eval(".to.ngang", (l) => l.length);
    const pdf = path.join(dir, "p.pdf");
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    const sizes = execFileSync("pdfinfo", ["-l", "999", pdf], { encoding: "utf8" }).split("\n").map((l) => /^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/.exec(l)).filter(Boolean).map((m) => [Math.round(m[1]), Math.round(m[2])].join("x"));
    expect(name, sizes.every((s) => s === "595x842" || s === "842x595"), `page sizes ${sizes}`);
    expect(name, sizes[0] === "595x842" && sizes.includes("842x595") === (wide > 0), `orientation: ${sizes} for ${wide} wide parts`);
    const box = execFileSync("pdftotext", ["-bbox", pdf, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
    const mm = 72 / 25.4;
    box.split("<page ").slice(1).forEach((p, i) => {
      const [w, h] = /width="([\d.]+)" height="([\d.]+)"/.exec(p).slice(1).map(Number);
      const all = [...p.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g)].map((m) => [+m[1], +m[2], +m[3], +m[4], m[5]]);
      for (const x of all) for (const m of x[4].matchAll(/⟦(\d+)([hae])⟧/g)) (marks[m[1]][m[2]] = marks[m[1]][m[2]] || new Set()).add(i + 1);
      const words = all.filter((x) => !/^(⟦\d+[hae]⟧)+$/.test(x[4]));
      // the least that the decree has; a page that lies across is bound at its upper edge
      const [upper, right, lower, left] = (w > h ? [30, 20, 15, 20] : [20, 15, 20, 30]).map((n) => n * mm);
      const top = words.filter((x) => x[3] < upper), body = words.filter((x) => x[3] >= upper);
      expect(name, i === 0 ? top.length === 0 : top.length === 1 && top[0][4] === String(i + 1) && Math.abs((top[0][0] + top[0][2]) / 2 - (left + w - right) / 2) < 3, `page number of page ${i + 1}: ${top.map((x) => x[4])}`);
      const out = body.filter((x) => x[0] < left - 1 || x[2] > w - right + 1 || x[3] > h - lower + 1);
      expect(name, out.length === 0, `page ${i + 1}: text in the margin: ${out.slice(0, 4).map((x) => x[4])}`);
      expect(name, body.length > 0, `page ${i + 1} is empty`);
    });
    marks.forEach((m, i) => {
      const rows = [...(m.a || []), ...(m.e || [])];
      if (m.whole) expect(name, rows.length > 0 && new Set(rows).size === 1, `row ${i} (${m.whole}) is torn over the pages ${rows}`);
      if ("table" in m) return;
      const heads = [...(m.h || [])].sort(), body = [...new Set(marks.flatMap((r) => (r.table === i ? [...(r.a || []), ...(r.e || [])] : [])))].sort();
      // Names without end fill more than a page: only there may a heading stand without a row.
      expect(name, marks.some((r) => r.table === i && !r.whole) ? body.every((at) => heads.includes(at)) : heads.join() === body.join(), `the heading row of table ${i} stands on the pages ${heads}, its rows on ${body}`);
    });
    const text = execFileSync("pdftotext", ["-l", "1", pdf, "-"], { encoding: "utf8" }).normalize("NFC");
    expect(name, /^CỘNG H(ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM$/m.test(text), "the national name is broken over lines, or missing");
  } finally {
    fs.rmSync(dir, { recursive: true });
  }
}

// Big plans: what takes minutes for thousands of tasks is left to the smaller pages, of the same markup.
const LARGE = 1500000;
const SHARED = { policy, faces, keyboard, filters, work, progress, addresses, widths, cards, accessible, print };
const LOOKS = ["widths", "cards", "accessible", "print"];
const SKIPPED = { large: ["keyboard", "addresses", ...LOOKS], twin: ["keyboard", "addresses", ...LOOKS], brief: ["keyboard", "addresses"], full: [] };

async function testPage(browser, file, how, turn) {
  const href = url.pathToFileURL(path.resolve(file)).href, name = path.basename(file);
  const large = fs.statSync(file).size > LARGE, brief = how !== "full", skip = SKIPPED[large ? "large" : how];
  const run = (what, work) => work.catch((e) => problem(`${name} ${what}`, e.stack));
  if (!large) await run("validate", validate(`${name} validate`, file));
  const v = await visit(browser, {}, href);
  for (const [what, test] of Object.entries(SHARED)) {
    if (skip.includes(what)) continue;
    await run(what, test(`${name} ${what}`, v.page, { brief, large, href, turn, script: true }));
    await v.page.setViewportSize({ width: 1280, height: 900 });
    await face(v.page, "tongquan");
    expect(`${name} ${what}`, v.wrong.length === 0, v.wrong.splice(0).join("; "));
  }
  await run("foreign", foreign(`${name} foreign`, v.page));
  await v.context.close();
  if (large) return console.log(`${name}: large page, not run: ${skip.join(", ")}`);
  const mute = await visit(browser, { javaScriptEnabled: false }, href);
  await run("no script", faces(`${name} faces`, mute.page, { script: false }));
  expect(name, mute.wrong.length === 0, mute.wrong.join("; "));
  await mute.context.close();
}

(async () => {
  const names = process.argv.slice(2), twins = names.includes("--") ? names.splice(names.indexOf("--")).slice(1) : [];
  const files = [...names.map((file, i) => [file, i > 0 ? "brief" : "full", i]), ...twins.map((file) => [file, "twin"])];
  const browser = await open();
  const worker = async () => { for (let next; (next = files.shift());) await testPage(browser, ...next); };
  try {
    await Promise.all([worker(), worker()]);
  } finally {
    await browser.close();
  }
  console.log(`browser: ${passed} passed, ${failed} failed`);
  process.exitCode = failed || names.length === 0 ? 1 : 0;
})();
