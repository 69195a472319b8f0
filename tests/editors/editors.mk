# The editors' files: made from the vocabulary table, and tested in the editors themselves.

VOCABULARY := $(B)/gen/vocabulary.json

$(B)/tests/vocabulary: editors/make/vocabulary.c grammar/keywords.def $(B)/libkhct.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) $(WARN) -o $@ $< $(B)/libkhct.a $(LIBS)

$(VOCABULARY): $(B)/tests/vocabulary
	$< > $@.tmp && mv $@.tmp $@

# Writes what editors/ holds of the vocabulary anew.
.PHONY: editors
editors: $(VOCABULARY)
	node editors/make/make.mjs $(VOCABULARY) editors

# where the parser sees keywords: what the editors' colours are compared with
$(B)/tests/keywords: tests/editors/keywords.c $(B)/libkhct.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) $(WARN) -o $@ $< $(B)/libkhct.a $(LIBS)

# The packages that the tests of the VS Code extension need, from the lock files.
tests/editors/node_modules: tests/editors/package-lock.json
	cd tests/editors && npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

.PHONY: check-editors check-editors-stale check-editors-vscode
check-editors: check-editors-stale check-editors-vscode

check-editors-stale: $(VOCABULARY)
	node editors/make/make.mjs --check $(VOCABULARY) editors

check-editors-vscode: $(B)/tests/keywords tests/editors/node_modules
	node tests/editors/test-textmate.mjs $(B)/tests/keywords .
