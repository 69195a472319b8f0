# `make check-deep`: what takes too long for `make check`. Each part is a target of its own.

DEEP := deep-clang deep-memory deep-threads deep-determinism deep-tidy deep-cppcheck deep-analyzer deep-format deep-duckdb deep-static deep-deb deep-word deep-many deep-values growth
DEEP_SAN := check-units check-golden check-codes check-format check-cli check-limits check-fuzz check-seeded check-json

.PHONY: check-deep deps-deep $(DEEP)
check-deep: deps-deep
	@$(MAKE) --no-print-directory -s -j2 all
	@MAKE='$(MAKE)' sh tests/run.sh $(DEEP)

deps-deep: deps-check
	@sh tests/deps.sh valgrind clang-tidy cppcheck time

# the suite under the other compiler, with its sanitizers
deep-clang:
	@$(MAKE) --no-print-directory -s -j2 B=build-clang CC=clang OPT='-O1 -g' HARDEN= LDHARDEN= \
	    SAN='-fsanitize=address,undefined,integer -fno-sanitize=unsigned-integer-overflow,unsigned-shift-base,implicit-conversion -fno-sanitize-recover=all' $(DEEP_SAN)

# every command under valgrind
deep-memory: all $(UNITBIN)
	@sh tests/deep/memory.sh $(B)/khct $(filter-out %_pdf,$(UNITBIN))

# -j under the thread sanitizer
deep-threads:
	@$(MAKE) --no-print-directory -s -j2 B=build-threads OPT='-O1 -g' HARDEN= LDHARDEN= SAN='-fsanitize=thread' all
	@sh tests/deep/threads.sh build-threads/khct

# thousands of plans by chance through the formatter
deep-format: $(B)/tests/format
	@$(B)/tests/format -s 1 -g 20000 $(PLANS)

OURS := $(filter-out $(ELSEWHERE),$(wildcard src/*/*.c src/emit/*/*.c)) $(wildcard grammar/*.c)

deep-tidy: all
	@sh tests/deep/tidy.sh '-std=c11 -D_GNU_SOURCE -DKHCT_VERSION="0" $(INC)' $(OURS)

deep-cppcheck: all
	@sh tests/deep/cppcheck.sh '-D_GNU_SOURCE $(INC)' $(OURS)

# gcc's analyser is new to leaks through a table of pointers (report.c), and takes a pointer that
# realloc gave for unset (heap.c); valgrind looks for both. Optimized code misleads it.
deep-analyzer:
	@$(MAKE) --no-print-directory -s -j2 B=build-analyzer OPT='-O0 -g' HARDEN= LDHARDEN= \
	    CFLAGS='-fanalyzer -Wno-analyzer-malloc-leak -Wno-analyzer-use-of-uninitialized-value -DKHCT_ANALYSED' all

# the figures of many plans in DuckDB too, and Parquet; needs the network the first time
.PHONY: deep-duckdb
deep-duckdb: all $(B)/tests/duckdb/node_modules
	@DUCKDB="$$(realpath $(B)/tests/duckdb)" KHCT=$(B)/khct sh tests/tables/engines.sh

# the programs without libraries: the command line's whole suite, and the native build's bytes
deep-static: all
	@$(MAKE) --no-print-directory -s static static-arm64
	@set -e; for t in $(CLI); do KHCT=build/khct-static sh $$t; done
	@sh tests/deep/static.sh $(B)/khct build/khct-static -- $(EXAMPLES) $(GOLDEN)
	@sh tests/deps.sh qemu-aarch64-static:qemu-user-static
	@sh tests/deep/static.sh $(B)/khct build/khct-static-arm64 qemu-aarch64-static -- $(EXAMPLES) $(GOLDEN)

# the package, installed, used and removed in a fresh Debian; needs root and the network
deep-deb: all
	@$(MAKE) --no-print-directory -s deb
	@sh tests/deps.sh debootstrap lintian
	@sh tests/deep/deb.sh build/khct_$(VERSION)_*.deb $(B)/khct $(sort $(wildcard examples/*.khct))

# what a country would run: four PostgreSQL, Slurm, Dask, one of each killed on the way
.PHONY: deep-many
deep-many: all
	@sh tests/deps.sh postgresql slurm-wlm munge python3-distributed
	@set -e; for t in country dask slurm; do KHCT=$(B)/khct sh tests/tables/deep/$$t.sh; done
