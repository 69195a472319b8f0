# khct.exe under wine, held against the khct of this machine. Heavy, so not a part of `make check`.

WINE_BIN := build-windows/tests

$(WINE_BIN)/%.exe: tests/windows/%.c
	@mkdir -p $(@D)
	$(MINGW)gcc -municode -O1 -Wall -o $@ $<

$(WINE_BIN)/fake_tex.exe: tests/windows/fake_tex.c
	@mkdir -p $(@D)
	$(MINGW)gcc -O1 -Wall -o $@ $<

$(WINE_BIN)/names.exe: tests/windows/names.c src/text/wide_windows.c src/text/paths_windows.c
	@mkdir -p $(@D)
	$(MINGW)gcc -municode -Isrc -D__USE_MINGW_ANSI_STDIO=1 -D_WIN32_WINNT=0x0601 -O1 -Wall -o $@ $^

.PHONY: check-windows
check-windows: all
	@sh tests/deps.sh gcc-mingw-w64-x86-64 wine64 dpkg-dev unzip zip git python3
	@$(MAKE) --no-print-directory -s windows $(WINE_BIN)/fake_tex.exe $(WINE_BIN)/fake_git.exe $(WINE_BIN)/names.exe $(WINE_BIN)/probe.exe
	@KHCT='$(B)/khct' sh tests/windows/windows.sh build/khct.exe $(WINE_BIN)
