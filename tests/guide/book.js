// The documentation as one page, in a real Chromium, from disk: nothing asked of the network, no script's or policy's
// complaint, every page within the window, search that finds, nothing that axe objects to, one page on paper.
// Usage: node book.js BOOK.html
"use strict";
const path = require("path"), url = require("url"), fs = require("fs"), { open } = require("../browser/chromium");
const axe = fs.readFileSync(require.resolve("../browser/node_modules/axe-core/axe.min.js"), "utf8");
const href = url.pathToFileURL(path.resolve(process.argv[2])).href;

// what is looked for, and a heading that must be among the first three found
const SEARCHES = [
  ["KH2003", "KH2003"], ["kinh phi", "Ghi kinh phí"], ["dòng lưu", "KH6004"], ["giaiphap", "giaiphap · giải pháp"], ["khct status", "khct status"], ["bo may hop quy mo", "1.2"],
];
let faults = 0;
const check = (good, what) => { if (!good) { console.log(what); faults++; } };

(async () => {
  const browser = await open();
  for (const [width, scheme] of [[1280, "light"], [390, "dark"]]) {
    const context = await browser.newContext({ viewport: { width, height: 850 }, colorScheme: scheme, locale: "vi-VN" });
    const page = await context.newPage();
    page.on("console", (message) => check(message.type() !== "error", message.text()));
    page.on("pageerror", (error) => check(false, String(error)));
    page.on("request", (request) => check(request.url().startsWith("file:") || request.url().startsWith("data:"), `asks for ${request.url()}`));
    await page.goto(href);
    const ids = await page.evaluate(() => [...document.querySelectorAll("article")].map((one) => one.id));
    for (const id of ids) {
      await page.evaluate((id) => { location.hash = id; }, id);
      const [shown, wide] = await page.evaluate(() => [[...document.querySelectorAll("article")].filter((one) => one.offsetParent).map((one) => one.id),
        document.documentElement.scrollWidth]);
      check(shown.join() === id, `${id}: shows ${shown}`);
      check(wide <= width, `${id}: ${wide} wide in ${width}`);
    }
    for (const [words, heading] of SEARCHES) {
      await page.fill("#tim", words);
      const found = await page.$$eval("#ketqua li > a", (links) => links.slice(0, 3).map((link) => link.textContent));
      check(found.some((one) => one.startsWith(heading)), `${words}: found ${found.join(" | ")}`);
    }
    await page.click("#ketqua li > a");
    check(await page.isHidden("#ketqua"), "what was found does not open");
  }
  for (const [scheme, id] of [["light", "huong-dan-thong-bao"], ["dark", "huong-dan-thong-bao"], ["light", "van-pham"], ["dark", "dong-lenh"]]) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 850 }, colorScheme: scheme, locale: "vi-VN", bypassCSP: true });
    const page = await context.newPage();
    await page.goto(href + "#" + id); await page.evaluate(axe);
    // the articles that are not shown are not looked at: they would take a minute
    await page.evaluate((id) => { for (const one of document.querySelectorAll("article")) if (one.id !== id) one.remove(); }, id);
    const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
    for (const one of violations) check(false, `${id} ${scheme}: ${one.id}: ${one.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(" | ")}`);
  }
  await browser.close();
  console.log(`the documentation: ${faults} faults`);
  process.exit(faults > 0 ? 1 : 0);
})();
