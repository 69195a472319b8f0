// How heavy the page of many tasks is: node speed.js PAGE.html
// Figures of the browser itself: seconds its main thread worked, apart by script, layout and style,
// for opening the page and for each thing a reader does. Then what the tests leave out for a page
// of this size: axe, the keyboard, printing.
"use strict";
const fs = require("fs"), path = require("path"), url = require("url"), { open } = require("./chromium");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const NAMES = ["TaskDuration", "ScriptDuration", "LayoutDuration", "RecalcStyleDuration"];

async function main(file) {
  const browser = await open(), page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" }); // processor time, whatever else the machine does
  const metrics = async () => Object.fromEntries((await session.send("Performance.getMetrics")).metrics.map((m) => [m.name, m.value]));
  const quiet = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)))));
  const row = (what, values) => console.log(what.padEnd(44) + values.map((v) => (v * 1000).toFixed(0).padStart(8)).join(""));
  console.log(`${path.basename(file)}: ${fs.statSync(file).size} bytes\n${"milliseconds".padEnd(44)}${["all", "script", "layout", "style"].map((s) => s.padStart(8)).join("")}`);
  const measure = async (what, action) => {
    const before = await metrics();
    await action(); await quiet();
    const after = await metrics();
    row(what, NAMES.map((n) => after[n] - before[n]));
  };
  const href = url.pathToFileURL(path.resolve(file)).href, search = (text) => page.fill("#loc [name=tim]", text), reset = () => page.click("#loc [type=reset]");
  const settled = async (action) => { const b = page.url(); await action(); await page.waitForFunction((x) => location.href !== x, b); };
  await measure("open", () => page.goto(href));
  console.log(`${"elements".padEnd(44)}${String((await metrics()).Nodes).padStart(8)}`);
  await measure("first filter: a person", () => settled(() => page.selectOption("#loc [name=nguoi]", { index: 1 })));
  await measure("another filter: a term", () => settled(() => page.selectOption("#loc [name=ky]", { index: 2 })));
  await measure("no filter", () => settled(reset));
  await measure("first search, without marks", () => settled(() => search("boi duong")));
  await measure("another search", () => settled(() => search("boi duong thu vien")));
  await measure("no filter", () => settled(reset));
  await measure("another day", () => settled(() => page.fill("[name=ngay]", "2027-01-01")));
  await measure("the document", () => page.evaluate(() => { location.hash = "vanban"; }));
  await measure("back to the overview", () => page.evaluate(() => { location.hash = "tongquan"; }));
  let reached = 0;
  await page.goto("about:blank"); await page.goto(href);
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    reached += await page.evaluate(() => { const e = document.activeElement, r = e.getBoundingClientRect(); return e !== document.body && r.bottom > 0 && r.top < innerHeight && getComputedStyle(e).outlineStyle !== "none" ? 1 : 0; });
  }
  console.log(`Tab, 60 times: ${reached} times on something that is seen to have the focus`);
  await page.evaluate(axe);
  for (const face of ["tongquan", "vanban"]) {
    await page.evaluate((f) => { location.hash = f; }, face);
    const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
    console.log(`axe, ${face}: ${found.violations.length} violations ${found.violations.map((v) => v.id + " " + v.nodes.length).join(", ")}`);
  }
  for (const width of [360, 1600]) {
    await page.setViewportSize({ width, height: 900 });
    console.log(`at ${width} px the page is ${await page.evaluate(() => document.documentElement.scrollWidth)} px wide`);
  }
  await measure("printing", async () => console.log(`printed: ${(await page.pdf({ preferCSSPageSize: true })).length} bytes`));
  await browser.close();
}
main(process.argv[2]).catch((e) => { console.error(e); process.exitCode = 1; });
