# The JSON: what it says, that it gives the source back, that what does not fit is refused.

.PHONY: check-json check-json-quick check-json-plans docs-json
check-json: all
	@set -e; for t in output read roundtrip; do KHCT=$(B)/khct sh tests/json/$$t.sh; done
	@python3 tests/json/wild.py $(B)/khct 1 60

check-json-quick: all
	@KHCT=$(B)/khct sh tests/json/output.sh
	@SEEDS=4 KHCT=$(B)/khct sh tests/json/roundtrip.sh

# a sanitizer takes memory of its own, and time
check-json-plans: all $(B)/tests/generate
	@KHCT=$(B)/khct GENERATE=$(B)/tests/generate sh tests/json/memory.sh
	@KHCT=$(B)/khct GENERATE=$(B)/tests/generate sh tests/json/roundtrip.sh plans

# the contract and the tables of docs/json.md
docs-json: $(B)/khct
	$(B)/khct schema > docs/khct.schema.json
	$(B)/khct schema --vao > docs/khct-vao.schema.json
	sed '/^<!-- bang -->$$/q' docs/json.md > $(B)/json.md
	$(B)/khct schema --bang >> $(B)/json.md
	cp $(B)/json.md docs/json.md

docs: docs-json
CHECKS += check-json-plans
CHECKS_SAN += check-json
check-quick: check-json-quick
