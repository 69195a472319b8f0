# Documents of other programs taken in: made by python3-docx, LibreOffice and by hand, held against
# what they say.

.PHONY: check-import
check-import: all
	@sh tests/deps.sh python3-docx
	@rm -rf $(B)/import && mkdir -p $(B)/import
	@/usr/bin/python3 tests/import/import.py $(B)/khct $(B)/import
	@/usr/bin/python3 tests/import/hostile.py $(B)/khct $(B)/import

CHECKS += check-import
