# Word documents: validated, read by programs that are not ours, and laid out by LibreOffice and
# measured like our own PDF.

WORD := $(B)/word

.PHONY: check-word check-word-read check-word-office
check-word: check-word-read check-word-office

# examples, odd plans, plans whose text tries to be markup, one of 2,000 tasks
check-word-read: all tests/word/node_modules/.package-lock.json
	@rm -rf $(WORD) && mkdir -p $(WORD)
	@node tests/browser/many.js 2000 > $(WORD)/nhieu.khct
	@node tests/word/docx.mjs $(B)/khct $(WORD) $(EXAMPLES) $(sort $(wildcard tests/browser/plans/*.khct)) \
	    $(WORD)/nhieu.khct

check-word-office: all
	@sh tests/word/office.sh $(B)/khct $(B)/office $(EXAMPLES)

CHECKS += check-word
