# The extension in a real VS Code (its server as the npm package code-server holds it, shown by
# Chromium). Takes minutes, and Node.js 20 with its headers, a C++ compiler and ripgrep: not in `make
# check`. CODE_PICTURES=FOLDER keeps a picture of each test's end.

DEPS_CODE := $(DEPS) $(DEPS_PDF) chromium g++ make python3 ripgrep unzip node:nodejs npm:npm
CODE := tests/editors/code

.PHONY: check-vscode deps-code
deps-code:
	@sh tests/deps.sh $(DEPS_CODE)

$(CODE)/node_modules/.ready: $(CODE)/node_modules/.package-lock.json $(CODE)/make-ready.sh
	sh $(CODE)/make-ready.sh
	@touch $@

check-vscode: deps-code
	@$(MAKE) --no-print-directory all editors/vscode/khct.vsix $(CODE)/node_modules/.ready
	node $(CODE)/test-code.mjs editors/vscode/khct.vsix $(B)/khct $(CODE_PICTURES)
