#include "lsp/server.h"
void khct_lsp_hover(khct_request *r) { (void)r; }
