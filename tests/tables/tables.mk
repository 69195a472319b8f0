# Many plans: the tables, and the same sums by khct, SQLite and PostgreSQL.

.PHONY: check-tables
check-tables: all
	@set -e; for t in tests/tables/*.sh; do KHCT=$(B)/khct sh $$t; done

CHECKS += check-tables

# DuckDB, from npm
$(B)/tests/duckdb/node_modules: $(wildcard tests/tables/duckdb/*)
	@mkdir -p $(@D)
	@cp tests/tables/duckdb/* $(@D)
	@cd $(@D) && npm install --silent --no-audit --no-fund --ignore-scripts
	@touch $@
