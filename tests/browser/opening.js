// How long pages take to open in Chromium, in milliseconds: node opening.js PAGE.html...
// The median of five; of the page itself, from the begin of the way to it until it has been drawn.
"use strict";
const path = require("path"), url = require("url"), fs = require("fs");
const { open } = require("./chromium");

(async () => {
  const browser = await open();
  for (const file of process.argv.slice(2)) {
    const times = [];
    for (let i = 0; i < 5; i++) {
      const context = await browser.newContext({ viewport: { width: 1366, height: 800 } }), page = await context.newPage();
      await page.goto(url.pathToFileURL(path.resolve(file)).href);
      times.push(await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))));
      await context.close();
    }
    times.sort((a, b) => a - b);
    console.log(`${path.basename(file)}: ${fs.statSync(file).size} bytes, opens in ${Math.round(times[2])} ms`);
  }
  await browser.close();
})();
