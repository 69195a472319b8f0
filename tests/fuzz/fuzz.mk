# Fuzzing. `make fuzz T=60` runs libFuzzer on each target for so many seconds of processor time;
# `make fuzz-afl` does it with AFL++, by the clock; FUZZ_TARGETS="json csv" chooses targets; `make check` replays the finds and the examples through each target.

FUZZ_TARGETS := $(filter-out afl clock fuzz plan properties replay words check_%,$(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c)))
FUZZ_SHARED := $(addprefix tests/fuzz/,plan.c properties.c check_json.c check_csv.c check_html.c check_latex.c)
FUZZ_FLAGS = -Itests -Itests/fuzz
FUZZ_FLAGS_lsp = -Wl,--wrap=opendir
FUZZ_SEEDS := examples tests/golden stdlib/danhmuc stdlib/mau stdlib/vaitro
T ?= 60

$(B)/fuzz/words: tests/fuzz/words.c $(B)/libkhct.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) $(WARN) -o $@ $< $(B)/libkhct.a $(LIBS)

$(B)/fuzz/replay-%: tests/fuzz/%.c tests/fuzz/replay.c tests/fuzz/fuzz.h $(FUZZ_SHARED) $(B)/libkhct.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) $(WARN) $(FUZZ_FLAGS) $(FUZZ_FLAGS_$*) -o $@ $< tests/fuzz/replay.c $(FUZZ_SHARED) $(B)/libkhct.a $(LIBS)

# the finds of every target go through every target
.PHONY: check-fuzz
check-fuzz: $(FUZZ_TARGETS:%=$(B)/fuzz/replay-%)
	@B='$(B)' sh tests/fuzz/replay.sh '$(FUZZ_TARGETS)' tests/fuzz/corpus $(FUZZ_SEEDS)

CHECKS_SAN += check-fuzz

# --- fuzzing itself, on a build of its own ---

.PHONY: fuzz fuzz-afl fuzz-bins
fuzz:
	@sh tests/deps.sh $(DEPS) clang libclang-rt-14-dev time
	@$(MAKE) --no-print-directory -s B=build-fuzz CC=clang OPT='-O1 -g' HARDEN= LDHARDEN= \
	    SAN='-fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all' fuzz-bins
	@FUZZ_TARGETS='$(FUZZ_TARGETS)' sh tests/fuzz/run.sh build-fuzz $(T) $(FUZZ_SEEDS)

fuzz-bins: $(B)/khct $(B)/fuzz/words $(FUZZ_TARGETS:%=$(B)/fuzz/fuzz-%)

$(B)/fuzz/fuzz-%: tests/fuzz/%.c tests/fuzz/fuzz.h tests/fuzz/clock.c $(FUZZ_SHARED) $(B)/libkhct.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) $(WARN) $(FUZZ_FLAGS) $(FUZZ_FLAGS_$*) -Wl,--wrap=LLVMFuzzerTestOneInput -fsanitize=fuzzer -o $@ $< tests/fuzz/clock.c \
	    $(FUZZ_SHARED) $(B)/libkhct.a $(LIBS)

fuzz-afl:
	@sh tests/deps.sh $(DEPS) afl++
	@$(MAKE) --no-print-directory -s B=build-afl CC=afl-clang-fast OPT='-O2 -g' HARDEN= LDHARDEN= SAN= afl-bins
	@$(MAKE) --no-print-directory -s B=build-afl CC=afl-clang-fast OPT='-O2 -g' HARDEN= LDHARDEN= SAN= build-afl/fuzz/words
	@FUZZ_TARGETS='$(FUZZ_TARGETS)' sh tests/fuzz/run-afl.sh build-afl $(T) $(FUZZ_SEEDS)

.PHONY: afl-bins
afl-bins: $(FUZZ_TARGETS:%=$(B)/fuzz/afl-%)

$(B)/fuzz/afl-%: tests/fuzz/%.c tests/fuzz/fuzz.h tests/fuzz/afl.c $(FUZZ_SHARED) $(B)/libkhct.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -w $(FUZZ_FLAGS) $(FUZZ_FLAGS_$*) -o $@ $< tests/fuzz/afl.c $(FUZZ_SHARED) $(B)/libkhct.a $(LIBS)
