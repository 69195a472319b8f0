#!/bin/sh
# What code-server's own installation does and npm is told not to (its ripgrep is fetched from outside
# any registry): its packages, the native modules from their source, and Debian's ripgrep.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/node_modules/code-server/lib/vscode"
npm install --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error
headers=$(dirname "$(dirname "$(realpath "$(command -v node)")")")
[ -f "$headers/include/node/node.h" ] || { echo "the headers of Node.js are missing (Debian: libnode-dev)"; exit 1; }
for module in node-pty @vscode/spdlog native-watchdog; do
    (cd "node_modules/$module" && "$here/node_modules/.bin/node-gyp" rebuild --nodedir="$headers" >build.log 2>&1) ||
        { tail -20 "node_modules/$module/build.log"; exit 1; }
done
mkdir -p node_modules/@vscode/ripgrep/bin
ln -sf "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
