# Reference pages made from the tables. `make docs` writes them; a test fails when one is stale.

$(B)/tests/keywords-page: docs/make/keywords.c grammar/keywords.def

$(B)/tests/codes-page: docs/make/codes.c

# the grammar in docs/language.md, from the files that khct is built of
EBNF = python3 docs/make/ebnf.py docs/language.md $(B)/book/parser.xml $(B)/book/heading.xml $(B)/book/list.xml

.PHONY: docs check-docs
docs: $(B)/tests/keywords-page $(B)/tests/codes-page $(B)/book/parser.xml $(B)/book/heading.xml $(B)/book/list.xml
	$(EBNF) > docs/language.md.tmp && mv docs/language.md.tmp docs/language.md
	$(B)/tests/keywords-page > docs/keywords.md
	$(B)/tests/codes-page > docs/codes.md

check-docs: $(B)/tests/keywords-page $(B)/tests/codes-page $(B)/book/parser.xml $(B)/book/heading.xml $(B)/book/list.xml
	@$(EBNF) | cmp - docs/language.md || { echo 'docs/language.md is stale: make docs'; exit 1; }
	@$(B)/tests/codes-page | cmp - docs/codes.md || { echo 'docs/codes.md is stale: make docs'; exit 1; }
	@$(B)/tests/keywords-page | cmp - docs/keywords.md || { echo 'docs/keywords.md is stale: make docs'; exit 1; }
	@python3 tests/guide/named.py docs/design.md CONTRIBUTING.md README.md docs/gio-dau-tien.md

CHECKS += check-docs

# --- what an installed khct comes with: made at build, so that none of it is ever stale ---

$(B)/tests/shell: docs/make/shell.c src/main/options.def src/main/commands.def

MANUALS := $(B)/man/man1/khct.1 $(B)/man/man5/khct-language.5 $(B)/man/vi/man1/khct.1 $(B)/man/vi/man5/khct-language.5
COMPLETIONS := $(B)/completions/khct.bash $(B)/completions/_khct $(B)/completions/khct.fish

$(B)/man/man1/khct.1: $(B)/tests/shell
	@mkdir -p $(@D) && $< man en > $@
$(B)/man/man5/khct-language.5: $(B)/tests/shell
	@mkdir -p $(@D) && $< language en > $@
$(B)/man/vi/man1/khct.1: $(B)/tests/shell
	@mkdir -p $(@D) && $< man vi > $@
$(B)/man/vi/man5/khct-language.5: $(B)/tests/shell
	@mkdir -p $(@D) && $< language vi > $@
$(B)/completions/khct.bash: $(B)/tests/shell
	@mkdir -p $(@D) && $< bash > $@
$(B)/completions/_khct: $(B)/tests/shell
	@mkdir -p $(@D) && $< zsh > $@
$(B)/completions/khct.fish: $(B)/tests/shell
	@mkdir -p $(@D) && $< fish > $@

# --- all pages as one that opens from disk: guide, language, messages, command line, JSON, the grammars drawn ---

BOOK := $(B)/khct-tai-lieu.html
GRAMMARS := parser heading time money people $(filter-out parser heading time money people,$(sort $(patsubst grammar/%.y,%,$(wildcard grammar/*.y))))

$(B)/book/%.xml: grammar/%.y
	@mkdir -p $(@D)
	@bison --xml=$@ -o $(B)/book/$*.c $<

.PHONY: docs-html
docs-html: all $(B)/tests/shell $(GRAMMARS:%=$(B)/book/%.xml)
	@sh tests/deps.sh cmark-gfm python3-railroad-diagrams
	@rm -rf $(B)/book/danh-muc && mkdir -p $(B)/book/danh-muc
	@$(B)/tests/shell page > $(B)/book/dong-lenh.md
	@/usr/bin/python3 docs/make/catalogues.py $(B)/khct $(B)/book/danh-muc
	@/usr/bin/python3 docs/make/grammar.py $(GRAMMARS:%=$(B)/book/%.xml) > $(B)/book/van-pham.html
	@/usr/bin/python3 docs/make/book.py . $(VERSION) $(B)/book > $(BOOK).tmp
	@mv $(BOOK).tmp $(BOOK)
	@echo '$(BOOK)'

.PHONY: check-docs-html
check-docs-html: docs-html tests/browser/node_modules/.package-lock.json
	@node tests/guide/book.js $(BOOK)
	@$(MAKE) --no-print-directory -s cards >/dev/null

CHECKS += check-docs-html
