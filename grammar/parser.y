/* The grammar: thin. The scanner gives a field with its value and `;`, or a heading with its `<`, as
 * one token, which is a node of the tree. Any field in any block; what may stand where is a check over the tree with
 * the vocabulary table (khct_check_places), and what is forgotten the scanner supplies. */
%code requires {
#include "scan.h"
}
%code provides {
/* the names under which flex knows the types */
#define YYSTYPE KHCT_YYSTYPE
#define YYLTYPE KHCT_YYLTYPE
}
%code {
#include "scanner.h"

static void khct_yyerror(khct_span *at, void *scanner, khct_scan *scan, const char *message);
static void enter(khct_scan *scan, khct_node *node);
static void leave(khct_scan *scan, khct_span close);
static void add(khct_scan *scan, khct_node *node);
static void stray(khct_scan *scan, khct_span at);

/* Blocks nest to a limit, so this never grows. */
#define YYINITDEPTH 1000
#define YYMAXDEPTH 1000
#define YYLLOC_DEFAULT(now, right, n)                                                              \
    ((now) = (n) > 0 ? khct_span_join(YYRHSLOC(right, 1), YYRHSLOC(right, n)) : YYRHSLOC(right, 0))
}

%define api.pure full
%define api.prefix {khct_yy}
%define api.token.prefix {KHCT_}
%define api.location.type {khct_span}
%define parse.error custom
%define parse.lac full
%locations
%expect 0
%param {void *scanner}
%parse-param {khct_scan *scan}

%union {
    khct_node *node;
}

%token END 0      "hết tệp"
%token <node> ENTRY "một ý"
%token <node> HEAD "phần đầu của một khối"
%token STRAY      "một dấu đứng lẻ"

%initial-action {
    @$ = (khct_span){scan->layout.source, 0, 0};
}

%%

file:
    items
;

items:
    %empty
|   items ENTRY { add(scan, $2); }
|   items HEAD  { enter(scan, $2); } items '>' { leave(scan, @5); }
|   items STRAY { stray(scan, @2); }
;

%%

/* The scanner gives whole items only; this says so should that ever not hold. */
static int yyreport_syntax_error(const yypcontext_t *context, void *scanner, khct_scan *scan)
{
    (void)scanner;
    stray(scan, *yypcontext_location(context));
    return 0;
}

static void khct_yyerror(khct_span *at, void *scanner, khct_scan *scan, const char *message)
{
    (void)scanner;
    (void)message;
    stray(scan, *at);
}

static void add(khct_scan *scan, khct_node *node)
{
    khct_node *parent = scan->parent;
    node->parent = parent;
    if (parent->last == NULL)
        parent->first = node;
    else
        parent->last->next = node;
    parent->last = node;
}

static void enter(khct_scan *scan, khct_node *node)
{
    add(scan, node);
    scan->parent = node;
}

static void leave(khct_scan *scan, khct_span close)
{
    khct_node *node = scan->parent;
    node->span = khct_span_join(node->key, close);
    scan->parent = node->parent;
}

static void stray(khct_scan *scan, khct_span at)
{
    khct_diags *diags = scan->layout.diags;
    khct_str sign = khct_source_text(diags->sources, at);
    scan->layout.tree->broken = true;
    if (khct_str_is(sign, ">") && scan->layout.suspect.at != 0) {
        khct_layout_report_early_close(&scan->layout, scan->layout.suspect);
        return;
    }
    if (khct_str_is(sign, ">")) {
        khct_diag *diag = khct_report(diags, KHCT_KH1004, at, KHCT_MSG0(STRAY_CLOSE));
        khct_diag_hint(diags, diag, KHCT_MSG0(STRAY_CLOSE_HINT));
        khct_diag_fix(diags, diag, KHCT_LIKELY, at, KHCT_STR(""));
        return;
    }
    khct_diag *diag = khct_report(diags, KHCT_KH1002, at, KHCT_MSG(STRAY, sign));
    khct_diag_hint(diags, diag, KHCT_MSG0(STRAY_HINT));
    khct_diag_fix(diags, diag, KHCT_LIKELY, at, KHCT_STR(""));
}
