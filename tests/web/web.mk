# The browser edition. The short run is part of `make check`; where Debian's sources of the
# libraries cannot be had, it says so and looks at nothing.

WEB_PLANS := $(EXAMPLES) $(sort $(wildcard tests/golden/*.khct))
WEB_FEW := $(EXAMPLES) $(wildcard tests/golden/kh1001* tests/golden/kh8*.khct tests/golden/kh24*.khct tests/golden/kh6*.khct)
WEB_SAME = node tests/web/same.mjs $(WEB_CORE)/core.mjs $(WEB_CORE)/khct.wasm $(B)/khct $(B)/tests/web-same
# a build that is made fast: without the optimiser that sees all files at once
WEB_QUICK := WEB_CORE=build-web-quick WEB=build/web-quick WEB_OPT=-Oz
WEB_TOOLS := tests/browser/node_modules/.package-lock.json

.PHONY: check-web-short check-web-few check-web-same check-web
check-web-short: all
	@if $(MAKE) --no-print-directory -s $(WEB_LIBS)/ready; then \
	    $(MAKE) --no-print-directory -s $(WEB_QUICK) check-web-few; \
	else \
	    echo 'web: LEFT OUT, nothing of the browser edition was tested'; \
	fi

check-web-few: web $(WEB_TOOLS)
	@$(WEB_SAME) $(WEB_FEW)
	@node tests/web/page.mjs --short $(WEB) $(B)/khct $(B)/tests/web

CHECKS += check-web-short

check-web-same: all web
	@$(WEB_SAME) $(WEB_PLANS)

# everything, in what is handed out; a few minutes
check-web: check-web-same npm $(WEB_TOOLS)
	@cd editors/web && npx tsc
	@node tests/web/npm.mjs $(WEB)/khct-$(VERSION).tgz $(B)/khct $(B)/tests/web-npm
	@node tests/web/page.mjs $(WEB) $(B)/khct $(B)/tests/web

# what is in Firefox as in Chromium; it is installed where it is missing
.PHONY: check-web-firefox
check-web-firefox: all web
	@sh tests/deps.sh firefox-esr poppler-utils node:nodejs
	@node --experimental-websocket --no-warnings tests/web/firefox.mjs $(WEB) $(B)/khct $(B)/tests/web-firefox
