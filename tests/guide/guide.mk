# The guide for those who write plans: every example is run, every message compared.

GUIDE := $(sort $(wildcard docs/huong-dan/*.md))

.PHONY: check-guide
check-guide: all
	@python3 tests/guide/page.py $(B)/khct $(GUIDE) docs/gio-dau-tien.md
	@python3 tests/guide/pictures.py $(GUIDE)

CHECKS += check-guide

# the pictures, from what khct makes of the guide's examples; look at each before it is committed
.PHONY: guide-pictures
guide-pictures: all tests/browser/node_modules/.package-lock.json
	@sh tests/deps.sh pngquant chromium poppler-utils
	@rm -rf $(B)/guide && mkdir -p $(B)/guide
	@python3 tests/guide/page.py $(B)/khct --keep $(B)/guide $(GUIDE)
	@node docs/make/pictures.js $(B)/khct $(B)/guide docs/huong-dan/hinh

# one sheet to hang beside the machine
.PHONY: cards
cards: $(B)/khct-the.pdf
	@echo '$<'
$(B)/khct-the.pdf: docs/huong-dan/the.md docs/make/cards.css docs/make/cards.py docs/make/markdown.py docs/make/print.js \
    tests/browser/node_modules/.package-lock.json
	@sh tests/deps.sh cmark-gfm chromium python3 fonts-liberation2 fonts-dejavu-core
	@mkdir -p $(@D)
	@python3 docs/make/cards.py docs/huong-dan/the.md docs/make/cards.css $(VERSION) > $(@:.pdf=.html)
	@node docs/make/print.js $(@:.pdf=.html) $@ 1062 733
