# khct: build, install, test. `make help` lists what can be made.

CC ?= gcc
B ?= build
PREFIX ?= /usr/local
VERSION := 0.2.0

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes -Werror
OPT ?= -O3 -g
CET := $(if $(filter x86_64,$(shell uname -m)),-fcf-protection)
HARDEN ?= -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fstack-clash-protection $(CET) -fPIE -fno-plt
LDHARDEN ?= -pie -Wl,-z,relro,-z,now,-z,noexecstack -Wl,--gc-sections
SAN ?=
# what nothing calls is left out of the program
SECTIONS := -ffunction-sections -fdata-sections
INC := -Isrc -Igrammar -I$(B)/gen
# a char has a sign on every machine, as the texts are told apart by bytes below and above ASCII
CFLAGS_ALL := -std=c11 -fsigned-char -D_GNU_SOURCE -DKHCT_VERSION='"$(VERSION)"' $(OPT) $(SECTIONS) $(HARDEN) $(SAN) $(INC) $(CFLAGS)
LIBS := -lutf8proc -ljansson -lz -lexpat -lpthread

# files for one kind of system have its name at their end
SYSTEM ?= posix
ELSEWHERE := $(foreach s,$(filter-out $(SYSTEM),posix windows),%_$(s).c)
SRC := $(filter-out src/main/% $(ELSEWHERE),$(wildcard src/*/*.c src/emit/*/*.c)) $(wildcard grammar/*.c)
MAIN := $(filter-out $(ELSEWHERE),$(wildcard src/main/*.c))
VALUES := money time basis
GEN := $(B)/gen/scanner.c $(B)/gen/parser.c $(VALUES:%=$(B)/gen/%_scanner.c) \
    $(VALUES:%=$(B)/gen/%_parser.c) $(B)/gen/people_parser.c $(B)/gen/heading_parser.c $(B)/gen/list_parser.c \
    $(B)/gen/embedded.c
OBJ := $(SRC:%.c=$(B)/%.o) $(GEN:%.c=%.o)
MAINOBJ := $(MAIN:%.c=$(B)/%.o)
EMBED := $(sort $(wildcard stdlib/*/*))

# Debian packages: to build; to print; to test. `deps` and `deps-check` install what is missing.
DEPS := gcc libc6-dev flex bison libutf8proc-dev libjansson-dev zlib1g-dev libexpat1-dev
DEPS_PDF := texlive-latex-base texlive-latex-recommended texlive-lang-other texlive-luatex tex-gyre \
    fonts-texgyre fonts-freefont-otf fonts-khmeros fonts-droid-fallback
DEPS_CHECK := libcmocka-dev clang libclang-rt-14-dev poppler-utils qpdf python3 python3-jsonschema \
    jq sqlite3 postgresql chromium vim neovim emacs-nox elpa-eglot elpa-lsp-mode nano texlive-xetex \
    libkf5syntaxhighlighting-tools libxml2-utils unzip strace valgrind \
    libreoffice-writer-nogui fonts-liberation2 cmark-gfm python3-railroad-diagrams python3-openpyxl python3-docx pre-commit python3-yaml man-db bsdextrautils zsh fish \
    java:default-jre-headless libpdfbox2-java libactivation-java libjaxb-api-java libcommons-io-java libcommons-logging-java \
    clang-14 lld-14 llvm-14 wasi-libc libclang-rt-14-dev-wasm32 dpkg-dev

.PHONY: all
all: $(B)/khct

# the times are those of two idle cores
.PHONY: help
help:
	@echo 'To use khct'
	@echo '  make              $(B)/khct; two minutes'
	@echo '  make demo         install what is missing, build, compile the examples into build/demo; some minutes'
	@echo '  make install      into prefix ($(prefix)), below DESTDIR; make uninstall takes it away; seconds'
	@echo '  make windows      khct.exe and a zip of it (docs/windows.md); two minutes'
	@echo '  make deb, static, dist, vsix, sbom   packages (docs/cai-dat.md); up to two minutes each'
	@echo '  make web          the browser edition: build/web, khct-soan.html; two minutes'
	@echo '  make docs-html    all documentation as one page that opens from disk, $(B)/khct-tai-lieu.html; seconds'
	@echo '  make cards        a sheet to hang beside the machine, $(B)/khct-the.pdf; seconds'
	@echo 'To change khct (CONTRIBUTING.md)'
	@echo '  make dev          build-dev/khct at -O1; half a minute, seconds after a change'
	@echo '  make dev-TARGET   TARGET in build-dev, as dev-check-quick'
	@echo '  make check-quick  units, golden files, syntax, values; a minute with the build'
	@echo '  make check        install what the tests need, run all tests; ten minutes'
	@echo '  make check-NAME   one family, as check-cli, check-json, check-print, check-guide; seconds to a minute'
	@echo '  make check-web    the browser edition in Chromium, all of it; minutes'
	@echo '  make check-web-firefox  once through it in Firefox; a minute'
	@echo '  make check-windows  khct.exe under wine against the native program; three minutes and what it installs'
	@echo '  make check-vscode the VS Code extension in a real editor; minutes'
	@echo '  make check-deep   analysers, valgrind, other sanitizers, growth; an hour, more on a busy machine'
	@echo '  make docs editors reference pages, schemas and editor files anew from the tables; seconds'
	@echo '  make guide-pictures   the pictures of the guide anew; half a minute'
	@echo '  make print-test   render the examples and show what moved on the page; a minute'
	@echo 'To measure khct'
	@echo '  make bench        speed and memory beside other programs; ten minutes'
	@echo '  make bench-many   41,000 plans to tables and pages; minutes'
	@echo '  make growth       what a byte costs as plans grow; growth-large: 5 MB against 50 MB; minutes'
	@echo '  make fuzz T=60    every target for T seconds; fuzz-afl: with AFL++'
	@echo 'make clean          remove what was built'

# what who changes khct builds: quick to compile, beside the build that is installed
.PHONY: dev
dev: dev-all
dev-%:
	@$(MAKE) --no-print-directory B=build-dev OPT='-O1 -g' $*

$(B)/khct: $(MAINOBJ) $(B)/libkhct.a
	$(CC) $(CFLAGS_ALL) $(LDHARDEN) -o $@ $(MAINOBJ) $(B)/libkhct.a $(LIBS)

$(B)/libkhct.a: $(OBJ)
	rm -f $@
	ar rcs $@ $(OBJ)

# what flex and bison make stays, also where only a pattern names it: a second make has nothing to do,
# and analysers and debuggers read it
.SECONDARY:

# what is made must be there; which objects it concerns, the compiler says (-MMD)
$(B)/%.o: %.c | $(B)/gen/parser.h $(B)/gen/people_parser.h $(B)/gen/heading_parser.h $(B)/gen/list_parser.h $(B)/gen/codes_ids.h $(B)/gen/lists.h
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) $(WARN) -MMD -MP -c -o $@ $<

# what flex, bison and the embedding make is not ours to warn about
$(B)/gen/%.o: $(B)/gen/%.c | $(B)/gen/codes_ids.h
	$(CC) $(CFLAGS_ALL) -w -MMD -MP -c -o $@ $<

$(B)/gen/scanner.c: grammar/scanner.l
	@mkdir -p $(@D)
	flex -o $@ $<

$(B)/gen/parser.c $(B)/gen/parser.h &: grammar/parser.y
	@mkdir -p $(@D)
	bison -Wall -Werror -o $(B)/gen/parser.c --header=$(B)/gen/parser.h $<

# the grammars of the typed values
$(B)/gen/%_scanner.c $(B)/gen/%_scanner.h: grammar/%.l
	@mkdir -p $(@D)
	flex -o $(B)/gen/$*_scanner.c --header-file=$(B)/gen/$*_scanner.h $<

$(B)/gen/%_parser.c $(B)/gen/%_parser.h: grammar/%.y
	@mkdir -p $(@D)
	bison -Wall -Werror -o $(B)/gen/$*_parser.c --header=$(B)/gen/$*_parser.h $<

$(VALUES:%=$(B)/gen/%_scanner.o) $(VALUES:%=$(B)/gen/%_parser.o): \
    $(VALUES:%=$(B)/gen/%_parser.h) $(VALUES:%=$(B)/gen/%_scanner.h)

# the titles of the templates' columns name fields
$(B)/gen/build_titles.def: $(wildcard stdlib/mau/*.khct) grammar/keywords.def stdlib/titles.sh
	@mkdir -p $(@D)
	sh stdlib/titles.sh grammar/keywords.def $(sort $(wildcard stdlib/mau/*.khct)) > $@.tmp && mv $@.tmp $@

$(B)/src/syntax/titles.o: $(B)/gen/build_titles.def

# the names of codes and texts, which change less often than their words
$(B)/gen/codes_ids.h: $(B)/gen/codes_ids.stamp ;
$(B)/gen/codes_ids.stamp: $(wildcard src/diag/codes*.def) src/diag/ids.sh
	@mkdir -p $(@D)
	@sh src/diag/ids.sh > $(B)/gen/codes_ids.tmp
	@cmp -s $(B)/gen/codes_ids.tmp $(B)/gen/codes_ids.h || cp $(B)/gen/codes_ids.tmp $(B)/gen/codes_ids.h
	@touch $@

# what the help of options lists
$(B)/gen/lists.h: src/main/backends.def src/report/tables.def $(wildcard stdlib/mau/*.khct) src/main/lists.sh
	@mkdir -p $(@D)
	sh src/main/lists.sh > $@.tmp && mv $@.tmp $@

$(B)/gen/embedded.c: $(EMBED) stdlib/embed.sh
	@mkdir -p $(@D)
	sh stdlib/embed.sh $(EMBED) > $@.tmp && mv $@.tmp $@

-include $(OBJ:.o=.d) $(MAINOBJ:.o=.d)

# --- what must be installed ---

.PHONY: deps deps-check
deps:
	@sh tests/deps.sh $(DEPS) $(DEPS_PDF)

deps-check:
	@sh tests/deps.sh $(DEPS) $(DEPS_PDF) $(DEPS_CHECK) node:nodejs npm:npm

# --- the main job ---

EXAMPLES := $(sort $(wildcard examples/*.khct)) examples/hai-tep/ke-hoach.khct
DEMO := build/demo

.PHONY: demo
demo: deps
	@$(MAKE) --no-print-directory -s all
	@mkdir -p $(DEMO)
	@set -e; for f in $(EXAMPLES); do \
	    name=$$(echo $${f#examples/} | tr / - ); \
	    for form in html docx json latex:tex pdf; do \
	        $(B)/khct build -q -t $${form%:*} -o $(DEMO)/$${name%.khct}.$${form#*:} $$f; \
	    done; \
	done
	@echo 'Các kế hoạch mẫu đã biên dịch / the compiled examples:'
	@ls $(DEMO) | sed 's|^|  $(DEMO)/|'
	@if [ -e build/web/khct-soan.html ]; then \
	    echo 'Bản trong trình duyệt / the browser edition: build/web/khct-soan.html'; \
	else \
	    echo 'Bản trong trình duyệt / the browser edition: `make web` → build/web/khct-soan.html'; \
	fi

.PHONY: clean
clean:
	rm -rf build build-*

include tests/tests.mk
include .packaging/packaging.mk
include editors/web/web.mk
