// Opens the system's Chromium: KHCT_CHROMIUM, or where Debian puts it.
"use strict";
const { chromium } = require("playwright-core");
const args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const LONG = 180000; // milliseconds after which nothing comes any more, whatever else the machine does

// playwright-core makes a profile of its own for each start and removes it.
exports.open = async () => {
  const browser = await chromium.launch({
    executablePath: process.env.KHCT_CHROMIUM || "/usr/bin/chromium",
    headless: true, chromiumSandbox: process.getuid && process.getuid() !== 0, args, timeout: LONG,
  });
  for (const make of ["newPage", "newContext"]) {
    const made = browser[make].bind(browser);
    browser[make] = async (options) => { const it = await made(options); it.setDefaultTimeout(LONG); return it; };
  }
  return browser;
};
