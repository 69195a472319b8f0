# The page of a plan, in a real Chromium: every example, odd plans and plans whose text tries to be
# markup, and one of 2,000 tasks. Works offline where node_modules is there already.

BROWSER := $(B)/browser

.PHONY: check-browser
check-browser: all tests/browser/node_modules/.package-lock.json
	@rm -rf $(BROWSER) && mkdir -p $(BROWSER)
	@node tests/browser/many.js 2000 > $(BROWSER)/nhieu.khct
	@cp tests/browser/plans/mau-la.khct '$(BROWSER)/<img src=x onerror=alert(14)>".khct'
	@$(B)/khct build -q -t html -o $(BROWSER)/ten-tep.html '$(BROWSER)/<img src=x onerror=alert(14)>".khct'
	@set -e; for f in $(EXAMPLES) tests/browser/plans/*.khct $(BROWSER)/nhieu.khct; do \
	    name=$$(basename $$f .khct); \
	    $(B)/khct build -q -t html --on 2025-03-20 -o $(BROWSER)/$$name.html $$f; \
	    case $$f in examples/*/*) f="$${f%/*}/*.khct" ;; tests/* | $(B)/*) continue ;; esac; \
	    [ $$(wc -c < $(BROWSER)/$$name.html) -lt 400000 ] || { echo "$$name.html: 400 kB or more"; exit 1; }; \
	    node tests/browser/whole.js $(BROWSER)/$$name.html $$f; \
	done
	@$(B)/khct build -q -t html -o $(BROWSER)/khong-ngay.html examples/thcs-nam-nam.khct
	@cd $(BROWSER) && node "$(CURDIR)/tests/browser/run.js" thcs-nam-nam.html \
	    $$(ls *.html | grep -vx -e thcs-nam-nam.html -e ten-tep.html -e khong-ngay.html) -- ten-tep.html khong-ngay.html

CHECKS += check-browser

# What the page of 2,000 tasks costs a browser, and what the tests leave out for its size.
.PHONY: bench-browser
bench-browser: all tests/browser/node_modules/.package-lock.json
	@mkdir -p $(BROWSER) && node tests/browser/many.js 2000 > $(BROWSER)/nhieu.khct
	@$(B)/khct build -q -t html --on 2025-03-20 -o $(BROWSER)/nhieu.html $(BROWSER)/nhieu.khct
	@node tests/browser/speed.js $(BROWSER)/nhieu.html

bench: bench-browser

# the pages of a department: 60 schools of two provinces, and a file that is no plan
.PHONY: check-department
check-department: all tests/browser/node_modules/.package-lock.json
	@rm -rf $(BROWSER)-so && mkdir -p $(BROWSER)-so
	@sh tests/browser/schools.sh $(BROWSER)-so 60
	@cd $(BROWSER)-so && "$(CURDIR)/$(B)/khct" report -q --lang vi -t html -o trang/ --on 2026-01-15 \
	    --danhsachtruong truong.csv ke-hoach 2>/dev/null || [ $$? = 1 ]
	@node tests/browser/department.js $(BROWSER)-so/trang

CHECKS_LATE += check-department
