/* The grammar of a file. Its tokens come from the layout pass, which has put in what was forgotten:
 * each field ends with a `;`, each block begins with a `<` and ends with a `>`. Any field may stand in
 * any block: what may stand where is a check over the tree with the vocabulary table
 * (khct_check_places). What a heading says is the grammar in heading.y. */
%code requires {
#include "layout.h"

/* What the parser builds. */
typedef struct khct_growing {
    khct_layout *layout;
    khct_node *parent; /* the block that is being read */
} khct_growing;
}
%code {
static int khct_yylex(KHCT_YYSTYPE *value, khct_growing *g);
static void khct_yyerror(khct_growing *g, const char *message);
static void add(khct_growing *g, khct_node *node, khct_span value, khct_span end);
static void enter(khct_growing *g, khct_node *node, khct_span heading, khct_span open);
static void leave(khct_growing *g, khct_span close);

/* Blocks nest to a limit, so this never grows. */
#define YYINITDEPTH 1000
#define YYMAXDEPTH 1000
}

%define api.pure full
%define api.prefix {khct_yy}
%define api.token.prefix {KHCT_G_}
%define api.value.type {const khct_given *}
%expect 0
%param {khct_growing *g}

%token END 0
%token FIELD "từ khóa của trường"
%token LINE  "từ khóa của dòng" /* of a declaration without a block: dung, vaitro, … */
%token BLOCK "từ khóa của khối"
%token TEXT         "lời"       /* a value, or a heading; may be empty */
%token STRAY        "dấu đứng lẻ" /* a sign that belongs nowhere */

%%

file:
    items
;

items:
    %empty
|   items field
|   items line
|   items block
|   items STRAY                 { khct_layout_report_stray(g->layout, $2->span); }
;

field:
    FIELD TEXT ';'              { add(g, $1->node, $2->span, $3->span); }
;

line:
    LINE TEXT ';'               { add(g, $1->node, $2->span, $3->span); }
;

block:
    BLOCK TEXT '<'              { enter(g, $1->node, $2->span, $3->span); }
    items '>'                   { leave(g, $6->span); }
;

%%

static int khct_yylex(KHCT_YYSTYPE *value, khct_growing *g)
{
    *value = khct_layout_next(g->layout);
    return (*value)->token;
}

/* The layout pass gives whole items only; this says so should that ever not hold. */
static void khct_yyerror(khct_growing *g, const char *message)
{
    (void)message;
    khct_layout_report_stray(g->layout, (khct_span){g->layout->source, 0, 0});
}

static void add(khct_growing *g, khct_node *node, khct_span value, khct_span end)
{
    khct_node *parent = g->parent;
    node->value = value;
    node->span = khct_span_join(node->key, end);
    node->parent = parent;
    if (parent->last == NULL)
        parent->first = node;
    else
        parent->last->next = node;
    parent->last = node;
}

static void enter(khct_growing *g, khct_node *node, khct_span heading, khct_span open)
{
    add(g, node, heading, open);
    node->open = open.begin;
    node->flags |= KHCT_NODE_BLOCK;
    g->parent = node;
}

static void leave(khct_growing *g, khct_span close)
{
    khct_node *node = g->parent;
    node->span = khct_span_join(node->key, close);
    g->parent = node->parent;
}
