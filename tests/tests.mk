# The tests. `make check-quick` is what a developer runs at each change; `make check` is all.
#
# A family of tests is a target of its own; its file adds the name to CHECKS (run on the plain
# build), to CHECKS_LATE (the same, after the others) or to CHECKS_SAN (run on the build with
# sanitizers).

CHECKS :=
CHECKS_LATE :=
CHECKS_SAN := check-units

UNIT := $(wildcard tests/unit/*.c)
UNITBIN := $(UNIT:tests/unit/%.c=$(B)/tests/%)

# A program of tests or documentation is made of its own .c files and the library. Its makefile says
# which: `$(B)/tests/NAME: FILE.c …`, with headers and tables that it is made anew for, and no recipe.
$(B)/tests/%: $(B)/libkhct.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -Itests $(WARN) -o $@ $(filter %.c,$^) $(B)/libkhct.a \
	    $(if $(filter tests/unit/% tests/values/%,$^),-lcmocka) $(LIBS)

$(UNITBIN): $(B)/tests/%: tests/unit/%.c

.PHONY: check-units
check-units: all $(UNITBIN)
	@set -e; for t in $(UNITBIN); do $$t; done

# what we write is laid out by .clang-format
STYLED := $(wildcard src/*/*.[ch] src/emit/*/*.[ch] grammar/*.[ch] tests/*.h tests/*/*.[ch] editors/make/*.c editors/web/shim/*.[ch])
.PHONY: check-style
check-style:
	@sh tests/deps.sh clang-format
	@clang-format --dry-run -Werror $(STYLED)

# no function that nothing calls, no column and no member that nothing reads
.PHONY: check-dead
check-dead: all
	@python3 tests/unread.py
	@CC='$(CC)' sh tests/dead.sh $(CFLAGS_ALL) -pie $(MAINOBJ) $(OBJ) $(LIBS)

CHECKS += check-style check-dead

.PHONY: check-quick
check-quick: check-units

include tests/editors/editors.mk
include tests/editors/code.mk
include tests/browser/browser.mk
include tests/syntax.mk
include tests/print/print.mk
include tests/word/word.mk
include tests/import/import.mk
include tests/git/git.mk
include tests/cli/cli.mk
include tests/guide/guide.mk
include tests/json/json.mk
include tests/lsp/lsp.mk
include tests/bench/bench.mk
include docs/make/docs.mk
include tests/failure/failure.mk
include tests/fuzz/fuzz.mk
include tests/growth/growth.mk
include tests/determinism/determinism.mk
include tests/deep/deep.mk
include tests/codes/codes.mk
include tests/formats/formats.mk
include tests/seeded/seeded.mk
include tests/same/same.mk
include tests/values/values.mk
include tests/tables/tables.mk
include tests/windows/windows.mk

# --- everything ---

.PHONY: check
check: deps-check
	@$(MAKE) --no-print-directory -s -j2 all tests/editors/node_modules/.package-lock.json
	@MAKE='$(MAKE)' sh tests/run.sh $(sort $(CHECKS)) $(addprefix san:,$(sort $(CHECKS_SAN))) \
	    $(addprefix late:,$(CHECKS_LATE))
