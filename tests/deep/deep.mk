# `make check-deep`: what takes too long for `make check`. Each part is a target of its own.

DEEP := deep-clang deep-memory deep-threads deep-determinism deep-tidy deep-cppcheck deep-analyzer growth
DEEP_SAN := check-units check-golden check-codes check-format check-cli check-fuzz check-seeded check-json

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

OURS := $(wildcard src/*/*.c) $(wildcard grammar/*.c)

deep-tidy: all
	@echo $(OURS) | tr ' ' '\n' | xargs -P 2 -n 6 sh -c 'clang-tidy --quiet "$$@" -- \
	    -std=c11 -D_GNU_SOURCE -DKHCT_VERSION=\"$(VERSION)\" $(INC) 2>/dev/null' sh

# values that a called function fills in are taken for uninitialised, khct_arena_fail for returning
deep-cppcheck: all
	@cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
	    --suppress=missingIncludeSystem --suppress=legacyUninitvar --suppress=uninitvar --suppress=ctuuninitvar \
	    --suppress=ctunullpointer --suppress=preprocessorErrorDirective '-Djson_array_foreach(a,i,v)=for(i=0;v=json_array_get(a,i);i++)' \
	    '-Djson_object_foreach(a,k,v)=for(k=0;v=json_object_get(a,k);)' -D_GNU_SOURCE \
	    $(INC) $(OURS)

# gcc's analyser is new to leaks through a table of pointers (report.c); valgrind looks for those
deep-analyzer:
	@$(MAKE) --no-print-directory -s -j2 B=build-analyzer OPT='-O1 -g' CFLAGS='-fanalyzer -Wno-analyzer-malloc-leak' all
