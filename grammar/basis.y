/* What an entry of the legal basis may say. Kinds, numbers and dates are put together before
 * (src/value/basis_cut.c), and a kind is a HEAD only where a number follows, a LAW where a date
 * follows: elsewhere it is a word like others. AND and FURTHER stand only before a further document
 * (basis.l); other commas are words, or nothing before a date or a body. */
%code requires {
#include "basis_tokens.h"

/* Words `from` to `to` (excluded); the token, where it is one. */
typedef struct khct_basis_at {
    size_t from, to;
    const khct_basis_token *token;
} khct_basis_at;
}
%code provides {
#define YYSTYPE KHCT_BASIS_YYSTYPE
}
%code {
#include "basis_scanner.h"

typedef khct_basis_at at;

static void khct_basis_yyerror(void *scanner, khct_basis_parsing *p, const char *message);
static at over(at a, at b);
static at nothing(const khct_basis_parsing *p);
static void lead(khct_basis_parsing *p, at words);
static void begin(khct_basis_parsing *p, at kind, at name, at body);
static void begin_law(khct_basis_parsing *p, at kind, at name, at when);
static void alone(khct_basis_parsing *p, at paper);
static void add(khct_basis_parsing *p, at so, at number);
static void date(khct_basis_parsing *p, at when);
static void body(khct_basis_parsing *p, at word, at words);
static void subject(khct_basis_parsing *p, at word, at words);
static void further(khct_basis_parsing *p);
static void amended(khct_basis_parsing *p);
static void back(khct_basis_parsing *p);
static khct_basis *last(khct_basis_parsing *p);

/* Lists are read from the left and lie flat; only numbers that share their letters nest. */
#define YYINITDEPTH 500
#define YYMAXDEPTH 500
}

%define api.pure full
%define api.prefix {khct_basis_yy}
%define api.value.type {khct_basis_at}
%expect 0
%param {void *scanner}
%parse-param {khct_basis_parsing *p}

%token END 0
%token WORD HEAD LAW SO NUMBER PART DATE YEAR
%token ALONE   "a kind that begins an entry and has no number"
%token PLURAL  "các, before it"
%token CUA     "của"
%token VE      "về"
%token ISSUES  "ban hành"
%token VERB    "quy định, hướng dẫn, …"
%token ISSUED  "ban hành, before a date"
%token AND FURTHER
%token AMENDED "được sửa đổi, bổ sung bởi"
%token AMENDED_IN "the same after a bracket"
%token CLOSE   "its bracket"

%%

entry:
    %empty
|   before                                  /* no document */
|   paper { alone(p, $1); }                 /* Nghị quyết Đại hội Chi bộ: no number */
|   cited
|   before { lead(p, $1); } cited           /* Điều 5 Thông tư số … */
|   paper { lead(p, $1); } cited            /* Quy chế theo Thông tư số … */
;

paper:
    ALONE
|   ALONE before          { $$.to = $2.to; }
|   PLURAL ALONE          { $$ = $2; $$.from = $1.from; }
|   PLURAL ALONE before   { $$ = $2; $$.from = $1.from; $$.to = $3.to; }
;

before:
    lead_word
|   before lead_word { $$ = over($1, $2); }
;

lead_word: WORD | CUA | VE | ISSUES | VERB | ISSUED | DATE | PLURAL ;

cited:
    item
|   cited FURTHER { further(p); } item         /* …; Thông tư số … */
;

item:
    plain
|   item AMENDED { amended(p); } plain { back(p); }
|   bracketed
|   bracketed about                         /* … (sửa đổi bởi …) quy định … */
;

bracketed:
    item AMENDED_IN { amended(p); } plain CLOSE { back(p); }
;

plain:
    open
|   closed
|   open about
|   open free { subject(p, nothing(p), $2); }   /* …/KH-PGDĐT ngày … “Kế hoạch …” */
|   closed about
;

/* Documents, the last of them without its body: more words would be its subject. */
open:
    facts
|   open AND facts
|   closed AND facts
;

/* The last with its body: more words belong to that. */
closed:
    with_body
|   open AND with_body
|   closed AND with_body
;

facts:
    document
|   facts DATE { date(p, $2); }
|   facts YEAR { last(p)->year = $2.token->year; }  /* Thông tư 18 năm 2018 */
|   with_body DATE { date(p, $2); }
|   facts ISSUED
|   with_body ISSUED
;

with_body:
    facts CUA words { $$ = $3; body(p, $2, $3); }
|   with_body CUA words                     /* của Ban Giám đốc của Sở */
    { $$ = over($1, $3); body(p, nothing(p), $$); }
;

document:
    kind numbers
|   { begin(p, nothing(p), nothing(p), nothing(p)); } numbers
|   LAW words DATE { begin_law(p, $1, $2, $3); }    /* Luật Giáo dục ngày 14/6/2019 */
|   LAW words YEAR { begin_law(p, $1, $2, $3); }    /* Luật Giáo dục năm 2019 */
|   LAW DATE { begin_law(p, $1, nothing(p), $2); }
|   LAW YEAR { begin_law(p, $1, nothing(p), $2); }  /* Hiến pháp năm 2013 */
;

kind:
    HEAD                  { begin(p, $1, nothing(p), nothing(p)); }
|   HEAD names            { begin(p, $1, $2, nothing(p)); }
|   HEAD CUA words        { begin(p, $1, nothing(p), $3); }  /* Kế hoạch của Phòng GDĐT số … */
|   HEAD names CUA words  { begin(p, $1, $2, $4); }
|   HEAD CUA words doing  { begin(p, $1, $4, $3); }  /* Công văn của Sở hướng dẫn … số … */
;

doing:
    VE
|   ISSUES
|   VERB
|   doing name { $$ = over($1, $2); }
;

names:
    name
|   names name { $$ = over($1, $2); }
;

name: WORD | VE | ISSUES | VERB | ISSUED ;

numbers:
    number
|   part numbers          /* 17, 18, 19/2018/TT-BGDĐT */
;

number:
    NUMBER    { add(p, nothing(p), $1); }
|   SO NUMBER { add(p, $1, $2); }
;

part:
    PART      { add(p, nothing(p), $1); }
|   SO PART   { add(p, $1, $2); }
;

words:
    WORD
|   words WORD { $$ = over($1, $2); }
;

about:
    VE            { subject(p, $1, nothing(p)); }
|   VE rest       { subject(p, $1, $2); }
|   ISSUES        { subject(p, $1, nothing(p)); }
|   ISSUES rest   { subject(p, $1, $2); }
|   VERB          { subject(p, nothing(p), $1); }
|   VERB rest     { subject(p, nothing(p), over($1, $2)); }
;

free:
    WORD
|   WORD rest     { $$ = over($1, $2); }
;

/* Whatever stands in a subject: it may name documents too, which are not cited by that. */
rest:
    any
|   rest any { $$ = over($1, $2); }
;

any: WORD | HEAD | LAW | SO | NUMBER | PART | DATE | YEAR | CUA | VE | ISSUES | VERB | ISSUED | AND ;

%%

/* What does not derive is kept as words by the reader. */
static void khct_basis_yyerror(void *scanner, khct_basis_parsing *p, const char *message)
{
    (void)scanner;
    (void)p;
    (void)message;
}

static at over(at a, at b)
{
    return (at){a.from, b.to, NULL};
}

static at nothing(const khct_basis_parsing *p)
{
    return (at){p->words.n, p->words.n, NULL};
}

/* --- what is said of the documents being read --- */

static khct_basis *last(khct_basis_parsing *p)
{
    return &p->out->list.at[p->out->list.n - 1];
}

static void lead(khct_basis_parsing *p, at words)
{
    p->out->lead = khct_basis_part_of(p, words.from, words.to);
}

static khct_basis *next_document(khct_basis_parsing *p)
{
    khct_basis document = khct_basis_none(p);
    document.amends = p->amended != SIZE_MAX;
    khct_push(p->reader->arena, &p->out->list) = document;
    return last(p);
}

static void set_kind(khct_basis_parsing *p, khct_basis *document, at kind, at name)
{
    document->kind = khct_basis_part_of(p, kind.from, kind.to);
    document->kind_name = kind.token == NULL ? KHCT_STR("") : kind.token->name;
    document->named = kind.token != NULL && kind.token->named;
    document->name = khct_basis_part_of(p, name.from, name.to);
}

/* The head of a document; its number is to come. */
static void begin(khct_basis_parsing *p, at kind, at name, at words)
{
    p->head = khct_basis_none(p);
    set_kind(p, &p->head, kind, name);
    p->head.body = khct_basis_part_of(p, words.from, words.to);
    p->head.own = kind.token != NULL;
    p->group = p->out->list.n;
}

static void begin_law(khct_basis_parsing *p, at kind, at name, at when)
{
    khct_basis *document = next_document(p);
    set_kind(p, document, kind, name);
    document->own = document->law = document->understood = true;
    if (when.token->year != 0)
        document->year = when.token->year;
    else
        date(p, when);
}

/* A kind and what it is about: which document that is, nothing tells. */
static void alone(khct_basis_parsing *p, at paper)
{
    khct_basis *document = next_document(p);
    at kind = {paper.token->from, paper.token->to, paper.token};
    set_kind(p, document, kind, (at){kind.to, paper.to, NULL});
    document->own = true;
}

static void add(khct_basis_parsing *p, at so, at number)
{
    khct_basis *document = next_document(p);
    bool amends = document->amends;
    *document = p->head;
    document->amends = amends;
    document->number = number.token->number;
    document->number_word = khct_basis_connector(p, so.from, so.to);
    document->understood = true;
    document->listed = p->out->list.n - p->group > 1;
    p->out->list.at[p->group].listed = document->listed;
}

static void date(khct_basis_parsing *p, at when)
{
    khct_basis *document = last(p);
    if (document->date.words.n > 0)
        return;
    const khct_basis_token *token = when.token;
    document->date = token->day;
    document->date_word = khct_basis_connector(p, token->from, token->day_from);
    khct_basis_say_day(p, &document->date);
    for (size_t i = p->out->list.n - 1; token->same_day && i-- > 0;)
        if (p->out->list.at[i].date.words.n == 0)
            p->out->list.at[i].date = document->date;
}

static void body(khct_basis_parsing *p, at word, at words)
{
    khct_basis *document = last(p);
    if (word.to > word.from)
        document->body_word = khct_basis_connector(p, word.from, word.to);
    document->body = khct_basis_part_of(p, words.from, words.to);
}

static void subject(khct_basis_parsing *p, at word, at words)
{
    khct_basis *document = p->about == SIZE_MAX ? last(p) : &p->out->list.at[p->about];
    document->subject_word = khct_basis_connector(p, word.from, word.to);
    document->subject = khct_basis_part_of(p, words.from, words.to);
    for (size_t i = 0; i < p->tokens.n && word.from == word.to; i++)
        document->dateless |= p->tokens.at[i].kind == 'd' &&
                              p->tokens.at[i].from >= words.from && p->tokens.at[i].to <= words.to;
}

static void further(khct_basis_parsing *p)
{
    p->amended = p->about = SIZE_MAX;
}

static void amended(khct_basis_parsing *p)
{
    if (p->amended == SIZE_MAX)
        p->amended = p->out->list.n - 1;
    p->about = SIZE_MAX;
}

/* What follows is said of the amended one again. */
static void back(khct_basis_parsing *p)
{
    p->about = p->amended;
    p->amended = SIZE_MAX;
}

bool khct_basis_derive(khct_basis_parsing *p)
{
    yyscan_t scanner;
    /* flex leaves NULs of its own in what it reads in place */
    char *kinds = khct_alloc_bytes(p->reader->arena, p->tokens.n + 2);
    memcpy(kinds, p->kinds, p->tokens.n);
    return khct_basis_yylex_init_extra(p, &scanner) == 0 &&
           khct_basis_yy_scan_buffer(kinds, p->tokens.n + 2, scanner) != NULL &&
           khct_basis_yyparse(scanner, p) == 0;
}
