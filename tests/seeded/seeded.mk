# Mistakes put into the examples, and what must stay silent: measured, and written in docs/.
SEEDED := examples tests/seeded/mistakes.txt tests/seeded/words.txt

$(B)/tests/seeded: tests/seeded/seeded.c

.PHONY: check-seeded docs-accuracy
check-seeded: $(B)/tests/seeded
	$(B)/tests/seeded $(SEEDED)
	@$(B)/tests/seeded -p $(SEEDED) | cmp - docs/accuracy.md || { echo 'docs/accuracy.md is stale: make docs'; exit 1; }

docs-accuracy: $(B)/tests/seeded
	$(B)/tests/seeded -p $(SEEDED) > docs/accuracy.md

docs: docs-accuracy
CHECKS += check-seeded
CHECKS_SAN += check-seeded
