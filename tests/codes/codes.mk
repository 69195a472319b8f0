# The table of diagnostics: its examples, where each code is emitted and tested.

$(B)/tests/codes: tests/codes/codes.c

.PHONY: check-codes
check-codes: $(B)/tests/codes $(B)/khct
	$(B)/tests/codes
	sh tests/codes/codes.sh $(B)/khct

check-quick: check-codes
CHECKS_SAN += check-codes
