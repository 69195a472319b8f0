# The browser edition. The short run is part of `make check`; where Debian's sources of the
# libraries cannot be had, it says so and looks at nothing.

WEB_PLANS := $(EXAMPLES) $(sort $(wildcard tests/golden/*.khct))
WEB_FEW := $(EXAMPLES) $(wildcard tests/golden/kh1001* tests/golden/kh8*.khct tests/golden/kh24*.khct tests/golden/kh6*.khct)
WEB_SAME = node tests/web/same.mjs $(WEB_CORE)/core.mjs $(WEB_CORE)/khct.wasm $(B)/khct $(B)/tests/web-same

.PHONY: check-web-short check-web-same
check-web-short: all
	@if $(MAKE) --no-print-directory -s $(WEB_LIBS)/ready; then \
	    $(MAKE) --no-print-directory -s web && $(WEB_SAME) $(WEB_FEW); \
	else \
	    echo 'web: LEFT OUT, nothing of the browser edition was tested'; \
	fi

check-web-same: all web
	@$(WEB_SAME) $(WEB_PLANS)

CHECKS += check-web-short
