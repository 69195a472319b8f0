# Tests of the whole program from its command line.

CLI := $(sort $(filter-out tests/cli/lib.sh tests/cli/installed.sh,$(wildcard tests/cli/*.sh)))

.PHONY: check-cli
check-cli: all
	@set -e; for t in $(filter-out $(LARGE),$(CLI)); do KHCT=$(B)/khct sh $$t; done

CHECKS_SAN += check-cli

# plans of many megabytes, which the sanitizers would make slow
LARGE := tests/cli/limits.sh
.PHONY: check-limits
check-limits: all
	@set -e; for t in $(LARGE); do KHCT=$(B)/khct sh $$t; done

CHECKS_LATE += check-limits

.PHONY: check-includes
check-includes:
	@sh tests/includes.sh

CHECKS += check-includes
