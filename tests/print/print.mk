# The printed plan: compiled and measured in the PDF.

PRINTED := $(sort $(wildcard examples/*.khct)) examples/hai-tep/ke-hoach.khct

.PHONY: check-print check-print-plans check-print-limits check-print-faults check-print-class check-print-engines
check-print: check-print-plans check-print-limits check-print-faults check-print-class check-print-engines

# examples and hard plans
check-print-plans: all
	sh tests/print/plans.sh $(B)/khct $(PRINTED)

# what is too long
check-print-limits: all
	sh tests/print/limits.sh $(B)/khct

# the measuring itself, and which engine can print what
check-print-faults: all
	@mkdir -p $(B)/print
	for n in thcs-mot-nam tieu-hoc-nam-nam; do $(B)/khct build -q -t latex -o $(B)/print/$$n.tex examples/$$n.khct; done
	$(B)/khct build -q -t pdf -o $(B)/print/archive.pdf examples/thcs-mot-nam.khct
	python3 tests/print/archive.py --faults $(B)/print/archive.pdf
	python3 tests/print/faults.py $(B)/print/thcs-mot-nam.tex $(B)/print/tieu-hoc-nam-nam.tex
	python3 tests/print/chars.py
	sh tests/print/preflight.sh $(B)/khct examples/thcs-mot-nam.khct examples/mam-non-tt57.khct

# every command of the class, and tables that are hard to break
check-print-class: all
	sh tests/print/run.sh pdflatex

check-print-engines: all
	sh tests/print/engines.sh $(B)/khct examples/pho-thong-tt57.khct

CHECKS_LATE += check-print

# what moved on the examples' pages since they were last accepted
.PHONY: print-test print-accept
print-test: all
	python3 tests/print/moved.py $(B)/khct $(B)/print $(PRINTED)

print-accept: all
	python3 tests/print/moved.py --accept $(B)/khct $(B)/print $(PRINTED)
