# The scanner, the parser and the formatter.

# how the parser gets over mistakes, and what it says of wrapped prose: over all examples, and the
# first over a plan of one-line blocks, which has no place for some mistakes
PLANS := $(sort $(wildcard examples/*.khct examples/*/*.khct))

$(B)/tests/recovery $(B)/tests/wrap: $(B)/tests/%: tests/recovery/%.c tests/parsed.h

.PHONY: check-syntax
check-syntax: $(B)/tests/recovery $(B)/tests/wrap
	$(B)/tests/recovery $(PLANS) tests/recovery/mot-dong.khct
	$(B)/tests/wrap $(PLANS)

check-quick: check-syntax

# plans with the messages expected of them
GOLDEN := $(sort $(wildcard tests/golden/*.khct))

$(B)/tests/golden: tests/golden/golden.c

.PHONY: check-golden
check-golden: $(B)/tests/golden $(B)/khct
	$(B)/tests/golden $(B)/khct $(GOLDEN)

check-quick: check-golden

# formatting: over examples, library, golden files, and files made from them
$(B)/tests/format: tests/format/format.c tests/format/random.h tests/parsed.h $(B)/libkhct.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -Itests $(WARN) -o $@ $< $(B)/libkhct.a $(LIBS)

.PHONY: check-format
check-format: $(B)/tests/format $(B)/khct
	sh tests/format/command.sh $(B)/khct
	sh tests/format/outputs.sh $(B)/khct $(PLANS)
	$(B)/tests/format -g 1000 $(PLANS) $(GOLDEN) $(sort $(wildcard stdlib/*/*.khct))

check-quick: check-format

CHECKS_SAN += check-syntax check-golden check-format
