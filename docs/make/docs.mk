# Reference pages made from the tables. `make docs` writes them; a test fails when one is stale.

$(B)/tests/keywords-page: docs/make/keywords.c grammar/keywords.def $(B)/libkhct.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) $(WARN) -o $@ $< $(B)/libkhct.a $(LIBS)

.PHONY: docs docs-keywords check-docs
docs: docs-keywords
docs-keywords: $(B)/tests/keywords-page
	$< > docs/keywords.md

check-docs: $(B)/tests/keywords-page
	@$< | cmp - docs/keywords.md || { echo 'docs/keywords.md is stale: make docs'; exit 1; }

CHECKS += check-docs
