# Tests of the whole program from its command line.

CLI := $(sort $(filter-out tests/cli/lib.sh tests/cli/installed.sh,$(wildcard tests/cli/*.sh)))

.PHONY: check-cli
check-cli: all
	@set -e; for t in $(CLI); do KHCT=$(B)/khct sh $$t; done

CHECKS_SAN += check-cli

.PHONY: check-includes
check-includes:
	@sh tests/includes.sh

CHECKS += check-includes
