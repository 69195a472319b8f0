// Prints a page as PDF by Chromium: node print.js IN.html OUT.pdf [WIDTH HEIGHT]
// With a size in CSS pixels: fails where the page does not fit into it.
"use strict";
const path = require("path"), url = require("url"), { open } = require("../../tests/browser/chromium");
(async () => {
  const [from, to] = process.argv.slice(2, 4).map((p) => path.resolve(p)), [width, height] = process.argv.slice(4).map(Number), browser = await open(), page = await browser.newPage();
  await page.goto(url.pathToFileURL(from).href);
  if (width) {
    await page.setViewportSize({ width, height }); await page.emulateMedia({ media: "print" });
    const size = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
    if (size[0] > width || size[1] > height) { console.log(`${from}: ${size.join(" x ")} does not fit into ${width} x ${height}`); process.exit(1); }
  }
  await page.pdf({ path: to, preferCSSPageSize: true, printBackground: true, tagged: true });
  await browser.close();
})();
