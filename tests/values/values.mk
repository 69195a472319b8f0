# The phrases that plans say and what they mean; README.md tells the tables.

VALUES_C := $(wildcard tests/values/*.c)

$(B)/tests/values: $(VALUES_C) tests/values/values.h tests/unit/value_helper.h

.PHONY: values check-values
values: $(B)/tests/values
	@$<
check-values: values

check-quick: values
CHECKS_SAN += values

# values put together of two: a sample; all of them, and every foreign word, in check-deep
.PHONY: check-pairs deep-values
check-pairs: $(B)/tests/values
	@python3 tests/values/pairs.py $< 0.1

CHECKS += check-pairs

deep-values: $(B)/tests/values all
	@$< --deep
	@python3 tests/values/pairs.py $<
	@work=$$(mktemp -d) && trap 'rm -rf "$$work"' EXIT && for word in wkq Wkq "wkq vfj" "(wkq)"; do \
	    python3 tests/values/whole.py $(B)/khct "$$work" "$$word" || exit 1; done

# people and citations in whole plans, and with a foreign word in every place
.PHONY: check-whole
check-whole: all
	@work=$$(mktemp -d) && trap 'rm -rf "$$work"' EXIT && python3 tests/values/whole.py $(B)/khct "$$work"

CHECKS += check-whole

# the same phrases through every output, character for character
.PHONY: check-printed
check-printed: $(B)/khct
	@python3 tests/values/printed.py $< $(wildcard examples/*.khct)

CHECKS += check-printed
