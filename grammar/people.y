/* What a field for people may say. A role is a known name (`Hiệu trưởng`, `các TTCM`, `02 PHT`), a
 * name that of a person (`bà Trần Thị Bình`), a group a body named by subjects or numbers (`Tổ Toán`,
 * `Khối 1`). A separator that stands between two heads is a SEP, one before a further class, number
 * or subject an AND (src/value/people_cut.c): so a head stands for its whole list, and
 * `GVCN lớp 9A1, 9A2` is one group. OF joins a name and an office: they are one person. Other words
 * are kept as they are. */
%code requires {
#include "people.h"

typedef struct khct_people_at {
    size_t from, to;
    const khct_people_token *token;
} khct_people_at;
}
%code {
typedef khct_people_at at;

static int khct_people_yylex(KHCT_PEOPLE_YYSTYPE *value, khct_people_parsing *p);
static void khct_people_yyerror(khct_people_parsing *p, const char *message);
static at over(at a, at b);
static void role(khct_people_parsing *p, at token);
static void name(khct_people_parsing *p, at token);
static void duty(khct_people_parsing *p, at words);
static void end(khct_people_parsing *p, at item);

/* Lists are read from the left and lie flat. */
#define YYINITDEPTH 100
#define YYMAXDEPTH 100
}

%define api.pure full
%define api.prefix {khct_people_yy}
%define api.token.prefix {KHCT_P_}
%define api.value.type {khct_people_at}
%expect 0
%param {khct_people_parsing *p}

%token END 0
%token ROLE NAME
%token GROUP   "tổ, nhóm, before a subject or a number"
%token CLASS   "lớp, khối"
%token UNIT    "9A1, 7, 5 tuổi, Lá 1"
%token SUBJECT "Toán"
%token DUTY    "chủ trì, phụ trách, …"
%token BRACKET "( … )"
%token WORD
%token SEP AND OF
%token DITTO   "như trên"

%%

people:
    seps
|   seps list
|   DITTO                       { p->out->ditto = true; }
;

seps:
    %empty
|   seps SEP
;

list:
    item                        { end(p, $1); }
|   list SEP
|   list SEP item               { end(p, $3); }
;

item:
    office
|   office OF named             { $$ = over($1, $3); }  /* Hiệu trưởng: bà Bình */
|   named
|   named OF office             { $$ = over($1, $3); }  /* bà Bình - Hiệu trưởng */
|   group
|   words
|   words OF named              { $$ = over($1, $3); }  /* Phụ trách thư viện: cô Lan */
|   words OF office             { $$ = over($1, $3); }
;

named:
    NAME                        { name(p, $1); }
|   NAME duty                   { name(p, $1); $$ = over($1, $2); }  /* cô Mai phụ trách CM */
|   NAME more                   { name(p, $1); $$ = over($1, $2); }
;

more:
    part
|   part rest                   { $$ = over($1, $2); }
;

office:
    role
|   role scope                  { $$ = over($1, $2); }  /* GVCN lớp 9A1, 9A2 */
|   role duty                   { $$ = over($1, $2); }  /* HT: chỉ đạo chung */
|   role scope duty             { $$ = over($1, $3); }
;

role:
    ROLE                        { role(p, $1); }
;

/* What a head is the head of. */
scope:
    part
|   AND part                    { $$ = over($1, $2); }
|   scope part                  { $$ = over($1, $2); }
|   scope AND part              { $$ = over($1, $3); }
;

part: CLASS | UNIT | SUBJECT | WORD | BRACKET ;

duty:
    doing                       { duty(p, $1); }
;

doing:
    DUTY
|   doing any                   { $$ = over($1, $2); }
|   doing AND any               { $$ = over($1, $3); }  /* HT: chỉ đạo, giám sát */
;

group:
    GROUP of                    { role(p, $1); $$ = over($1, $2); }  /* Tổ Văn - Sử - Địa */
|   GROUP of rest               { role(p, $1); $$ = over($1, $3); }
;

of:
    SUBJECT
|   UNIT
|   of AND SUBJECT              { $$ = over($1, $3); }
|   of AND UNIT                 { $$ = over($1, $3); }
;

words:
    first
|   first rest                  { $$ = over($1, $2); }
;

first: WORD | CLASS | UNIT | SUBJECT | DUTY | BRACKET ;

rest:
    any
|   rest any                    { $$ = over($1, $2); }
|   rest AND any                { $$ = over($1, $3); }
;

any: WORD | CLASS | UNIT | SUBJECT | DUTY | BRACKET ;

%%

static int khct_people_yylex(KHCT_PEOPLE_YYSTYPE *value, khct_people_parsing *p)
{
    if (p->next == p->tokens.n) {
        *value = (at){p->words.n, p->words.n, NULL};
        return KHCT_P_END;
    }
    const khct_people_token *token = &p->tokens.at[p->next++];
    *value = (at){token->from, token->to, token};
    return token->kind;
}

/* What does not derive is kept as words by the reader. */
static void khct_people_yyerror(khct_people_parsing *p, const char *message)
{
    (void)p;
    (void)message;
}

static at over(at a, at b)
{
    return (at){a.from, b.to, NULL};
}

static void role(khct_people_parsing *p, at token)
{
    p->role = token.token;
}

static void name(khct_people_parsing *p, at token)
{
    p->name = token.token;
}

static void duty(khct_people_parsing *p, at words)
{
    p->duty_from = words.from;
    p->duty_to = words.to;
}

static void end(khct_people_parsing *p, at item)
{
    khct_people_add(p, item.from, item.to);
    p->role = p->name = NULL;
    p->duty_from = p->duty_to = 0;
}
