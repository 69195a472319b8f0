// Pictures of pages to look at: node look.js PAGE.html OUTDIR
"use strict";
const path = require("path"), url = require("url"), { open } = require("./chromium");
(async () => {
  const [file, dir] = process.argv.slice(2), href = url.pathToFileURL(path.resolve(file)).href;
  const browser = await open();
  for (const scheme of ["light", "dark"]) for (const width of [360, 800, 1600]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, locale: "vi-VN", bypassCSP: true });
    const page = await context.newPage();
    for (const face of ["tongquan", "vanban"]) {
      await page.goto("about:blank"); await page.goto(href + "#" + face);
      await page.addStyleTag({ content: ".ds > li, #o-lich { content-visibility: visible !important }" });
      const size = await page.evaluate(async () => {
        for (let y = 0; y < document.body.scrollHeight; y += 800) { scrollTo(0, y); await new Promise(requestAnimationFrame); }
        scrollTo(0, 0);
        return [document.documentElement.scrollWidth, document.documentElement.scrollHeight];
      });
      console.log(face, width, scheme, size.join(" x "));
      const tall = width < 500 ? 2000 : width < 1000 ? 1600 : 1500;
      for (let y = 0, i = 1; y < size[1]; y += tall, i++)
        await page.screenshot({ path: path.join(dir, `${face}-${width}-${scheme}-${i}.png`), fullPage: true, clip: { x: 0, y, width: size[0], height: Math.min(tall, size[1] - y) } });
    }
    await context.close();
  }
  const page = await browser.newPage(); await page.goto(href);
  await page.pdf({ path: path.join(dir, "print.pdf"), preferCSSPageSize: true, printBackground: false });
  await browser.close();
})();
