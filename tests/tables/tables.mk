# Many plans: the tables, and the same sums by khct, SQLite and PostgreSQL.

.PHONY: check-tables
check-tables: all
	@set -e; for t in tests/tables/*.sh; do KHCT=$(B)/khct sh $$t; done

CHECKS += check-tables
