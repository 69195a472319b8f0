# Plans in git: real repositories, and generated pairs of edits; many more of them in check-deep.

.PHONY: check-git check-git-deep
check-git: all $(B)/tests/fail.so
	@FAIL="$(CURDIR)/$(B)/tests/fail.so" KHCT=$(B)/khct sh tests/git/git.sh
	@KHCT=$(B)/khct sh tests/git/diff.sh
	@KHCT=$(B)/khct sh tests/git/story.sh
	@python3 tests/git/pairs.py $(B)/khct 60

check-git-deep: all
	@python3 tests/git/pairs.py $(B)/khct 3000 1000

CHECKS += check-git
check-deep: check-git-deep
