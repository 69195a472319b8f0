// The pictures of the guide, from what khct really makes of the guide's own examples.
// Usage: node pictures.js KHCT EXAMPLES OUT: EXAMPLES is what `page.py --keep` left, OUT gets NAME.png.
"use strict";
const path = require("path"), fs = require("fs"), url = require("url"), { execFileSync, spawnSync } = require("child_process");
const { open } = require("../../tests/browser/chromium");
const [khct, examples, out] = process.argv.slice(2).map((p) => path.resolve(p));

// name of the picture: a card of the plan's page, a sheet of paper, or a window with a command
const CARDS = {
  "ket-qua": ["ket-qua/ket-qua.khct", ["o-xepmuc", "o-tieuchi"]],
  "kinh-phi": ["kinh-phi/kinh-phi.khct", ["o-kinhphi"]],
  "nhieu-nam": ["nhieu-nam/nam-nam.khct", ["o-lich"]],
};
const SHEETS = {
  "in": ["in/ke-hoach.khct", 1, 1],
  "bieu-mau-2": ["bieu-mau-2/ke-hoach.khct", 3, 0.75],
};
const PHONE = ["gui", "gui/ke-hoach.khct"];
const WINDOWS = {
  "thieu": ["viec", ["check", "thieu.khct"]],
  "tien-do": ["tien-do", ["status", "--on", "10/01/2027", "tien-do.khct"]],
};
const REPORT = ["nhieu-ke-hoach", "nhieu-ke-hoach/nop"];

const build = (plan, form, to) => execFileSync(khct, ["build", "-q", "-t", form, "--on", "10/01/2027", "-o", to, path.join(examples, plan)]);
const escape = (s) => s.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]);

// What a terminal shows, as HTML: khct writes bold and six colours, and nothing else of a terminal's.
const shown = (text) => {
  let html = "", open = 0;
  for (const part of text.split(/(\x1b\[[0-9;]*m)/)) {
    const code = /^\x1b\[([0-9;]*)m$/.exec(part);
    if (!code) html += escape(part);
    else if (code[1] === "0" || code[1] === "") { html += "</span>".repeat(open); open = 0; }
    else { html += `<span class="${code[1].split(";").map((c) => "c" + c).join(" ")}">`; open++; }
  }
  return html + "</span>".repeat(open);
};

const STYLE = `body{margin:0;background:#fff} pre{margin:0;padding:18px 22px;display:inline-block;min-width:700px;background:#1b2230;color:#e6eaf0;
  font:17px/1.45 "DejaVu Sans Mono","Liberation Mono",monospace;border-radius:10px;white-space:pre-wrap;max-width:860px}
  .c1{font-weight:700}.c31{color:#ff8a80}.c32{color:#7ee094}.c33{color:#ffd166}.c34{color:#8ab8ff}.c35{color:#e2a3ff}.c36{color:#7fe3e6}`;

// Of a sheet of A4, lying where `part` is below 1, the upper part.
const DPI = 84, A4 = [8.27 * DPI, 11.69 * DPI];
const sheet = (name, [plan, number, part]) => {
  const file = path.join(out, ".kh.pdf");
  build(plan, "pdf", file);
  execFileSync("pdftoppm", ["-png", "-r", DPI, "-f", number, "-l", number, "-singlefile", "-x", 0, "-y", 0, "-W", Math.round(A4[part < 1 ? 1 : 0]),
    "-H", Math.round(A4[part < 1 ? 0 : 1] * part), file, path.join(out, name)].map(String));
  fs.rmSync(file);
};

(async () => {
  fs.mkdirSync(out, { recursive: true });
  for (const [name, what] of Object.entries(SHEETS)) sheet(name, what);
  const browser = await open(), html = path.join(out, ".page.html");
  const context = await browser.newContext({ viewport: { width: 1140, height: 900 }, colorScheme: "light", locale: "vi-VN", bypassCSP: true });
  const page = await context.newPage();
  for (const [name, [plan, cards]] of Object.entries(CARDS)) {
    build(plan, "html", html);
    await page.goto("about:blank"); await page.goto(url.pathToFileURL(html).href);
    // what the page lays out only when it comes into sight
    await page.addStyleTag({ content: "* { content-visibility: visible !important }" });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const boxes = [];
    for (const card of cards) boxes.push(await page.locator("#" + card).boundingBox());
    const y = Math.min(...boxes.map((b) => b.y)), end = Math.max(...boxes.map((b) => b.y + b.height));
    await page.screenshot({ path: path.join(out, name + ".png"), fullPage: true,
      clip: { x: boxes[0].x - 8, y: y - 8, width: boxes[0].width + 16, height: Math.min(end - y + 16, 1000) } });
  }
  for (const [name, [folder, command]] of Object.entries(WINDOWS)) {
    const done = spawnSync(khct, [...command, "--color", "always", "--lang", "vi"], { cwd: path.join(examples, folder), encoding: "utf8" });
    const page = await context.newPage();
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>${STYLE}</style><pre>$ khct ${escape(command.join(" "))}\n${shown(done.stdout + done.stderr).trimEnd()}</pre>`);
    await page.locator("pre").screenshot({ path: path.join(out, name + ".png") });
  }
  build(PHONE[1], "html", html);
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 780 }, locale: "vi-VN" })).newPage();
  await phone.goto(url.pathToFileURL(html).href + "#tongquan");
  await phone.screenshot({ path: path.join(out, PHONE[0] + ".png") });
  const [name, plans] = REPORT, pages = path.join(out, ".report");
  execFileSync(khct, ["report", "-q", "-t", "html", "-o", pages + "/", "--on", "10/01/2027", path.join(examples, plans)], { stdio: "ignore" });
  await page.goto(url.pathToFileURL(path.join(pages, "index.html")).href);
  await page.screenshot({ path: path.join(out, name + ".png"), clip: { x: 0, y: 0, width: 1140, height: 560 } });
  await browser.close();
  fs.rmSync(html); fs.rmSync(pages, { recursive: true });
  const made = fs.readdirSync(out).filter((f) => f.endsWith(".png")).map((f) => path.join(out, f));
  execFileSync("pngquant", ["--force", "--ext", ".png", "--strip", "32", ...made]);
  console.log(made.map((f) => `${path.basename(f)} ${fs.statSync(f).size}`).join("\n"));
})();
