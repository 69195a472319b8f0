# The tests. `make check-quick` is what a developer runs at each change.

UNIT := $(wildcard tests/unit/*.c)
UNITBIN := $(UNIT:tests/unit/%.c=$(B)/tests/%)

$(B)/tests/%: tests/unit/%.c $(B)/libkhct.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -Itests $(WARN) -o $@ $< $(B)/libkhct.a -lcmocka $(LIBS)

.PHONY: check-quick
check-quick: all $(UNITBIN)
	@set -e; for t in $(UNITBIN); do $$t; done

include tests/editors/editors.mk
include tests/syntax.mk
