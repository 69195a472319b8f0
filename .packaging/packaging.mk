# Installing, by the habits of GNU (DESTDIR, prefix, bindir, mandir …), and packages.

prefix ?= $(PREFIX)
exec_prefix ?= $(prefix)
bindir ?= $(exec_prefix)/bin
datarootdir ?= $(prefix)/share
datadir ?= $(datarootdir)
mandir ?= $(datarootdir)/man
docdir ?= $(datarootdir)/doc/khct

INSTALL_ENV = B='$(B)' DESTDIR='$(DESTDIR)' bindir='$(bindir)' datadir='$(datadir)' mandir='$(mandir)' docdir='$(docdir)'

.PHONY: install uninstall
install: all $(MANUALS) $(COMPLETIONS)
	@$(INSTALL_ENV) sh .packaging/install.sh install

uninstall:
	@$(INSTALL_ENV) sh .packaging/install.sh uninstall

# --- an archive of the source: the same bytes whenever and wherever it is made ---

DIST := khct-$(VERSION)

.PHONY: dist
dist:
	@mkdir -p build
	@git ls-files -z | grep -zv '^tests/print/accepted/' | LC_ALL=C sort -z \
	    | tar --null -T - --sort=name --format=ustar --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX \
	        --mtime='2026-01-01 00:00:00Z' --transform='s|^|$(DIST)/|' -cf - \
	    | gzip -n9 > build/$(DIST).tar.gz
	@echo build/$(DIST).tar.gz

# --- one program without libraries, for any Linux of this kind of processor ---

STATIC := build-static
MUSL := $(STATIC)/libs

.PHONY: static
static: build/khct-static
	@ls -l $< | awk '{print $$9, $$5}'

# utf8proc, jansson and zlib from Debian's sources, built for musl; nothing of them is kept in git
$(MUSL)/ready: .packaging/libraries.sh
	@sh tests/deps.sh musl-tools dpkg-dev
	@sh .packaging/libraries.sh $(MUSL) musl-gcc

# warnings are those of the usual build: this C library declares some things otherwise
build/khct-static: $(MUSL)/ready $(wildcard src/*/*.[ch] src/*/*/*.[ch] src/*/*.def grammar/* stdlib/*/*)
	@mkdir -p build
	@$(MAKE) --no-print-directory -s B=$(STATIC) CC='musl-gcc' OPT='-O2' WARN=-Wall \
	    LDHARDEN='-static -Wl,-z,relro,-z,now,-z,noexecstack' \
	    CFLAGS='-isystem $(MUSL)/include -L$(MUSL)/lib' $(STATIC)/khct
	@strip -o $@ $(STATIC)/khct

# the same for 64-bit ARM, by Debian's cross compiler and its C library
ARM := build-arm64
.PHONY: static-arm64
static-arm64: build/khct-static-arm64
	@ls -l $< | awk '{print $$9, $$5}'

$(ARM)/libs/ready: .packaging/libraries.sh
	@sh tests/deps.sh gcc-aarch64-linux-gnu libc6-dev-arm64-cross dpkg-dev
	@AR=aarch64-linux-gnu-ar sh .packaging/libraries.sh $(ARM)/libs aarch64-linux-gnu-gcc

build/khct-static-arm64: $(ARM)/libs/ready $(wildcard src/*/*.[ch] src/*/*/*.[ch] src/*/*.def grammar/* stdlib/*/*)
	@mkdir -p build
	@$(MAKE) --no-print-directory -s B=$(ARM) CC=aarch64-linux-gnu-gcc OPT='-O2' WARN=-Wall CET= \
	    LDHARDEN='-static -Wl,-z,relro,-z,now,-z,noexecstack' \
	    CFLAGS='-isystem $(ARM)/libs/include -L$(ARM)/libs/lib' $(ARM)/khct
	@aarch64-linux-gnu-strip -o $@ $(ARM)/khct

# --- Debian ---

.PHONY: deb
deb:
	@sh tests/deps.sh debhelper dpkg-dev fakeroot
	@sh .packaging/deb.sh $(VERSION)

# --- what is linked into the program, as SPDX ---

.PHONY: sbom
sbom: all
	@sh .packaging/sbom.sh $(B)/khct $(VERSION) > build/khct.spdx && echo build/khct.spdx

# --- VS Code ---

.PHONY: vsix
vsix: editors/vscode/khct.vsix
	@mkdir -p build && cp $< build/khct-$(VERSION).vsix && echo build/khct-$(VERSION).vsix

# --- Windows: one program, and a zip of it ---

WINDOWS := build-windows
WINDOWS_LIBS := $(WINDOWS)/libs
MINGW := x86_64-w64-mingw32-

$(WINDOWS_LIBS)/ready: .packaging/libraries.sh
	@sh tests/deps.sh gcc-mingw-w64-x86-64 dpkg-dev
	@AR=$(MINGW)ar sh .packaging/libraries.sh $(WINDOWS_LIBS) $(MINGW)gcc windows

# its C library formats as printf(3) says only where it is asked to, and its headers warn otherwise
build/khct.exe: $(WINDOWS_LIBS)/ready $(wildcard src/*/*.[ch] src/*/*/*.[ch] src/*/*.def grammar/* stdlib/*/*)
	@mkdir -p build
	@$(MAKE) --no-print-directory -s B=$(WINDOWS) SYSTEM=windows CC='$(CCACHE) $(MINGW)gcc' OPT='-O2' \
	    WARN='-Wall -Wno-format -Werror' HARDEN='-fstack-protector-strong' \
	    LDHARDEN='-static -Wl,--stack,8388608 -Wl,--gc-sections -Wl,--dynamicbase,--nxcompat,--high-entropy-va -Wl,--no-insert-timestamp' \
	    CFLAGS='-DUTF8PROC_STATIC -DXML_STATIC -D__USE_MINGW_ANSI_STDIO=1 -D_POSIX_THREAD_SAFE_FUNCTIONS=200112L -D_WIN32_WINNT=0x0601 -isystem $(WINDOWS_LIBS)/include -L$(WINDOWS_LIBS)/lib' \
	    $(WINDOWS)/khct
	@$(MINGW)strip -o $@ $(WINDOWS)/khct.exe 2>/dev/null || $(MINGW)strip -o $@ $(WINDOWS)/khct

.PHONY: windows
windows: build/khct.exe
	@sh tests/deps.sh zip
	@sh .packaging/windows.sh build/khct.exe $(VERSION) $(WINDOWS_LIBS)
