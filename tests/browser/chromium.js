// Opens the system's Chromium: KHCT_CHROMIUM, or where Debian puts it.
"use strict";
const { chromium } = require("playwright-core");
const args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

// playwright-core makes a profile of its own for each start and removes it.
exports.open = () => chromium.launch({
  executablePath: process.env.KHCT_CHROMIUM || "/usr/bin/chromium",
  headless: true, chromiumSandbox: process.getuid && process.getuid() !== 0, args,
});
