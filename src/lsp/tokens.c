#include "lsp/tokens.h"
#include <stddef.h>
const char *const KHCT_TOKEN_NAMES[] = {"keyword", "property", "enumMember", "variable", "class", "namespace", "number", "string", "macro", "comment", NULL};
const char *const KHCT_TOKEN_MODIFIERS[] = {"declaration", "defaultLibrary", "deprecated", NULL};
