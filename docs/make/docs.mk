# Reference pages made from the tables. `make docs` writes them; a test fails when one is stale.

$(B)/tests/keywords-page: docs/make/keywords.c grammar/keywords.def $(B)/libkhct.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) $(WARN) -o $@ $< $(B)/libkhct.a $(LIBS)

$(B)/tests/codes-page: docs/make/codes.c $(B)/libkhct.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) $(WARN) -o $@ $< $(B)/libkhct.a $(LIBS)

.PHONY: docs check-docs
docs: $(B)/tests/keywords-page $(B)/tests/codes-page
	$(B)/tests/keywords-page > docs/keywords.md
	$(B)/tests/codes-page > docs/codes.md

check-docs: $(B)/tests/keywords-page $(B)/tests/codes-page
	@$(B)/tests/codes-page | cmp - docs/codes.md || { echo 'docs/codes.md is stale: make docs'; exit 1; }
	@$(B)/tests/keywords-page | cmp - docs/keywords.md || { echo 'docs/keywords.md is stale: make docs'; exit 1; }

CHECKS += check-docs
