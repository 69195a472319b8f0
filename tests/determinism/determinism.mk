# The same bytes everywhere; the installed program's hardening.

.PHONY: check-determinism
check-determinism: all
	@sh tests/deps.sh faketime
	@sh tests/determinism/determinism.sh $(B)/khct

# also two builds: here, and of a copy of the source in another folder
.PHONY: deep-determinism
deep-determinism: all
	@rm -rf build-again && mkdir build-again
	@tar -c --exclude=node_modules --exclude=.git --anchored --exclude='./build*' . | tar -x -C build-again
	@$(MAKE) --no-print-directory -s -j2 -C build-again B=build all
	@touch build-again/built && $(MAKE) --no-print-directory -s -C build-again B=build all
	@[ -z "$$(find build-again/build -name '*.o' -newer build-again/built)" ] || { echo 'FAIL: a second make builds again'; exit 1; }
	@sh tests/determinism/determinism.sh $(B)/khct build-again/build/khct

.PHONY: check-install
check-install: all
	@$(MAKE) --no-print-directory -s install DESTDIR='$(abspath $(B))/installed' PREFIX=/usr
	@sh tests/cli/install/hardening.sh $(B)/installed/usr $(B)/src/main/main.o
	@KHCT=$(B)/khct B=$(B) sh tests/cli/installed.sh

CHECKS += check-determinism check-install
