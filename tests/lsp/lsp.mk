# The language server: a protocol client against the real program, and editors' own clients.

.PHONY: check-lsp
check-lsp: all $(B)/tests/keywords tests/editors/node_modules/.package-lock.json
	KHCT=$(B)/khct KHCT_KEYWORDS=$(B)/tests/keywords KHCT_SANITIZED='$(SAN)' node --test --test-reporter=dot tests/lsp/test-*.mjs

CHECKS += check-lsp
CHECKS_SAN += check-lsp
