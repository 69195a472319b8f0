# One plan's facts through every output: they say the same.

.PHONY: check-same
check-same: all
	@work=$$(mktemp -d) && trap 'rm -rf "$$work"' EXIT && \
	    python3 tests/same/same.py $(B)/khct "$$work" examples/*.khct examples/hai-tep/ke-hoach.khct tests/golden/*.khct

CHECKS_LATE += check-same
