# The editors' files: made from the vocabulary table, and tested in the editors themselves.

VOCABULARY := $(B)/gen/vocabulary.json

$(B)/tests/vocabulary: editors/make/vocabulary.c grammar/keywords.def grammar/begins.def

$(VOCABULARY): $(B)/tests/vocabulary
	$< > $@.tmp && mv $@.tmp $@

# Writes what editors/ holds of the vocabulary anew.
.PHONY: editors
editors: $(VOCABULARY)
	node editors/make/make.mjs $(VOCABULARY) editors

# where the parser sees keywords: what the editors' colours are compared with
$(B)/tests/keywords: tests/editors/keywords.c

# The packages that the VS Code extension and its tests need, as the lock files name them.
%/node_modules/.package-lock.json: %/package-lock.json
	cd $* && npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

EXTENSION := $(addprefix editors/vscode/,package.json package.nls.json package.nls.vi.json README.md \
	language-configuration.json src/vi.json syntaxes/khct.tmLanguage.json snippets/khct.json) \
	$(wildcard editors/vscode/src/*.ts)

editors/vscode/khct.vsix: $(EXTENSION) editors/vscode/node_modules/.package-lock.json
	cd editors/vscode && npm run --silent package

CHECK_EDITORS := $(addprefix check-editors-,stale vscode vim emacs clients kate thin)
.PHONY: check-editors $(CHECK_EDITORS)
check-editors: $(CHECK_EDITORS)

check-editors-stale: $(VOCABULARY)
	node editors/make/make.mjs --check $(VOCABULARY) editors

check-editors-vscode: $(B)/khct $(B)/tests/keywords tests/editors/node_modules/.package-lock.json editors/vscode/khct.vsix
	node tests/editors/test-textmate.mjs $(B)/tests/keywords .
	node tests/editors/test-extension.mjs $(B)/tests/keywords . $(B)/khct

check-editors-vim: $(B)/tests/keywords
	node tests/editors/test-vim.mjs $(B)/tests/keywords . vim
	node tests/editors/test-vim.mjs $(B)/tests/keywords . nvim

# byte-compiled with warnings as errors, into nowhere
check-editors-emacs: $(B)/tests/keywords
	emacs -Q --batch -L editors/emacs --eval "(setq byte-compile-error-on-warn t \
	  byte-compile-dest-file-function (lambda (_) \"$(CURDIR)/$(B)/tests/khct.elc\"))" \
	  -f batch-byte-compile editors/emacs/khct-words.el editors/emacs/khct-mode.el
	emacs --batch -L editors/emacs -l tests/editors/khct-mode-tests.el -f ert-run-tests-batch-and-exit
	node tests/editors/test-emacs.mjs $(B)/tests/keywords .

# Neovim's and Emacs's own language clients
check-editors-clients: tests/editors/node_modules/.package-lock.json
	node tests/editors/test-clients.mjs .

check-editors-kate: $(B)/tests/keywords
	xmllint --noout editors/kate/khct.xml
	node tests/editors/test-kate.mjs $(B)/tests/keywords .

check-editors-thin: $(VOCABULARY)
	node tests/editors/test-thin.mjs . $(VOCABULARY)

CHECKS += check-editors
