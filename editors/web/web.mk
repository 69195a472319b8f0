# The browser edition: the program in WebAssembly, the page around it, the npm package.
# Debian's clang, lld and wasi-libc; utf8proc, jansson, zlib and expat from Debian's source packages; what
# npm offers by editors/web/package-lock.json. `make all`, `make demo` need none of it.

# WEB_CORE, WEB and WEB_OPT are given to look at a build that is made faster (check-web-short)
WEB ?= build/web
WEB_CORE ?= build-web
WEB_LIBS := build-web/libs
WEB_CC := clang-14 --target=wasm32-wasi
WEB_DEPS := clang-14 lld-14 llvm-14 wasi-libc libclang-rt-14-dev-wasm32 dpkg-dev \
    flex bison node:nodejs npm:npm
WEB_SHIM := editors/web/shim
WEB_OPT ?= -Oz -flto

# what there is nothing for in a browser: $(WEB_SHIM)/left_out.c stands for it
WEB_OUT := $(addprefix src/text/,$(addsuffix _posix.c,changes process signals)) src/main/rights_posix.c \
    src/emit/latex/format_posix.c
WEB_STACK := 8388608

WEB_INCLUDE = -nostdinc -I$(WEB_SHIM)/include -isystem $(WEB_LIBS)/include \
    -isystem $(shell clang-14 -print-resource-dir 2>/dev/null)/include -isystem /usr/include/wasm32-wasi

# what a language server never calls, with which the first part of the core goes without
WEB_LATER := src/main/% src/import/% src/diag/diag.c $(WEB_SHIM)/command.c

$(WEB_LIBS)/ready: .packaging/libraries.sh
	@sh tests/deps.sh $(WEB_DEPS)
	@AR=llvm-ar-14 sh .packaging/libraries.sh $(WEB_LIBS) '$(WEB_CC)' || { \
	    echo 'Không lấy được mã nguồn của utf8proc, jansson, zlib và expat từ Debian (apt-get source): bỏ qua bản trong trình duyệt.' >&2; \
	    echo 'The sources of utf8proc, jansson, zlib and expat cannot be had from Debian (apt-get source): the browser edition is left out.' >&2; \
	    exit 1; }

# its tables of letters are a fifth of the core; packed, a fifteenth
$(WEB_LIBS)/lib/utf8proc.o: $(WEB_LIBS)/ready editors/web/unicode.mjs editors/web/web.mk
	@node editors/web/unicode.mjs $(WEB_LIBS)/src/utf8proc $(WEB_LIBS)/unicode
	@$(WEB_CC) -Oz $(WEB_INCLUDE) -DUTF8PROC_STATIC -c $(WEB_LIBS)/unicode/utf8proc.c -o $@

# The program's own rules, with another compiler. khct.wasm is all of it; khct-viet.wasm what one
# needs to begin writing: the language server and the forms, with the catalogues.
$(WEB_CORE)/khct.wasm: $(WEB_LIBS)/lib/utf8proc.o editors/web/web.mk $(wildcard src/*/*.[ch] src/*/*/*.[ch] src/*/*.def grammar/* stdlib/*/* \
    $(WEB_SHIM)/*.[ch] $(WEB_SHIM)/viet/*.c $(WEB_SHIM)/include/*.h $(WEB_SHIM)/include/*/*.h)
	@$(MAKE) --no-print-directory -s B=$(WEB_CORE) CC='$(WEB_CC)' OPT='$(WEB_OPT)' WARN=-w HARDEN= CET= AR=llvm-ar-14 \
	    CFLAGS='$(WEB_INCLUDE)' web-link

WEB_C = $(filter-out $(WEB_OUT),$(SRC) $(MAIN)) $(wildcard $(WEB_SHIM)/*.c)
WEB_OBJ = $(WEB_C:%.c=$(B)/%.o) $(GEN:%.c=%.o)
WEB_FIRST = $(patsubst %.c,$(B)/%.o,$(filter-out $(WEB_LATER),$(WEB_C)) $(WEB_SHIM)/viet/left_out.c) \
    $(patsubst %.c,%.o,$(filter-out %/embedded.c,$(GEN)) $(B)/gen/embedded_viet.c) $(B)/viet/diag.o
WEB_LINK = @mkdir -p $(@D) && $(CC) -mexec-model=reactor $(OPT) -o $@.tmp $^ -L$(WEB_LIBS)/lib -ljansson -lz -lexpat -lwasi-emulated-getpid \
    -Wl,--gc-sections,-s,--stack-first,-z,stack-size=$(WEB_STACK),--import-memory,--initial-memory=16777216,--max-memory=1073741824 \
    && mv $@.tmp $@

# called with B=$(WEB_CORE) and the other compiler only
.PHONY: web-link
web-link: $(B)/link/khct.wasm $(B)/link/khct-viet.wasm
	@ln -f $^ $(B)

$(B)/link/khct.wasm: $(WEB_OBJ) $(WEB_LIBS)/lib/utf8proc.o
	$(WEB_LINK)

$(B)/link/khct-viet.wasm: $(WEB_FIRST) $(WEB_LIBS)/lib/utf8proc.o
	$(WEB_LINK)

# the page speaks Vietnamese; English and the examples of `khct explain` are in all of it
$(B)/viet/diag/codes.def: $(wildcard src/diag/codes*.def)
	@mkdir -p $(@D)
	@printf '%s\n' '#define KHCT_CODE(n, s, vi, en, clause, why, why_en, wrong, right) KHCT_CODE(n, s, vi, vi, clause, why, why, "", "")' \
	    '#define KHCT_TEXT(id, vi, en) KHCT_TEXT(id, vi, vi)' '#include "diag/codes.def"' | $(CC) -E -P -Isrc -x c - >$@

$(B)/viet/diag.o: src/diag/diag.c $(B)/viet/diag/codes.def $(B)/gen/codes_ids.h
	@$(CC) -I$(B)/viet $(CFLAGS_ALL) -c -o $@ $<

$(B)/gen/embedded_viet.c: $(filter %.khct,$(EMBED)) stdlib/embed.sh
	@mkdir -p $(@D)
	@sh stdlib/embed.sh $(filter %.khct,$^) >$@

WEB_SOURCES := $(wildcard editors/web/src/*.* editors/web/src/*/*.*)
WEB_MODULES := editors/web/node_modules/.package-lock.json

$(WEB_CORE)/core.mjs: $(WEB_SOURCES) $(WEB_MODULES)
	@cd editors/web && npx esbuild src/core/core.ts --bundle --format=esm --platform=neutral --target=es2022 \
	    --log-level=warning --outfile="$(CURDIR)/$@"

$(WEB)/index.html: $(WEB_CORE)/khct.wasm $(WEB_CORE)/core.mjs editors/web/build.mjs $(wildcard examples/*.khct)
	@node editors/web/build.mjs $(WEB_CORE) $(WEB_LIBS)/src $(WEB)

.PHONY: web web-link
web: $(WEB)/index.html

# --- the npm package ---

$(WEB)/khct-$(VERSION).tgz: $(WEB)/index.html editors/web/pack.mjs $(wildcard editors/web/npm/*)
	@node editors/web/pack.mjs $(WEB_CORE)/khct.wasm $(VERSION) $(WEB)/giay-phep.txt $(WEB)

.PHONY: npm
npm: $(WEB)/khct-$(VERSION).tgz

include tests/web/web.mk
