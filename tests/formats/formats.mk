# Diagnostics as JSON and as SARIF: against each other, and by an independent validator.

SARIF_VALIDATOR := tests/formats/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool

.PHONY: check-formats check-formats-quick
check-formats: $(B)/khct tests/formats/node_modules/.package-lock.json
	sh tests/formats/formats.sh $(B)/khct $(B)/formats $(SARIF_VALIDATOR)

check-formats-quick: $(B)/khct
	sh tests/formats/formats.sh $(B)/khct $(B)/formats

CHECKS += check-formats
check-quick: check-formats-quick
