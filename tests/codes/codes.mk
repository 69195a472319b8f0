# The table of diagnostics: its examples, its page in docs/.

$(B)/tests/codes: tests/codes/codes.c $(B)/libkhct.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) $(WARN) -o $@ $< $(B)/libkhct.a $(LIBS)

$(B)/docs/codes: docs/make/codes.c $(B)/libkhct.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) $(WARN) -o $@ $< $(B)/libkhct.a $(LIBS)

# Writes the pages of docs/ that are made from tables anew.
.PHONY: docs
docs: $(B)/docs/codes
	$(B)/docs/codes > docs/codes.md

.PHONY: check-codes
check-codes: $(B)/tests/codes $(B)/docs/codes $(B)/khct
	$(B)/tests/codes
	sh tests/codes/codes.sh $(B)/khct 012389
	@$(B)/docs/codes | cmp - docs/codes.md || { echo 'docs/codes.md is stale: make docs'; exit 1; }

check-quick: check-codes
