/* What a time may say: moments and runs between them, limits, how often, what is to be done by
 * then. The nodes are flat and in the order written; which years a list shares, what lies inside
 * what, and the days, src/value/when.c works out. What derives in no way is kept as words.
 *
 * A NUM begins with a number and a NAME with a word: only a NAME may follow another moment. */
%code requires {
#include "time_tree.h"

/* A token of the scanner. */
typedef struct khct_time_at {
    size_t begin, end; /* tokens */
    int number;
    khct_moment moment;
    khct_repeat repeat;
} khct_time_at;
}
%code provides {
#define YYSTYPE KHCT_TIME_YYSTYPE
}
%code {
#include "time_scanner.h"

typedef khct_time_at at;

static void khct_time_yyerror(void *scanner, khct_tokens *tokens, const char *message);
static void put(khct_tokens *tokens, khct_time_kind kind, at where);
static void put_to(khct_tokens *tokens, at where, bool dash, bool before);
static void put_limit(khct_tokens *tokens, at where, khct_time_limit limit);
static void put_parts(khct_tokens *tokens, at parts, at of);
static void put_both(khct_tokens *tokens, at terms);
static at part(khct_tokens *tokens, at parts, at of, bool event);
static at edge(at word, at of);
static at occasion(khct_tokens *tokens, at word, at of);

/* Times are short; one that nests deeper is kept as words. */
#define YYINITDEPTH 200
#define YYMAXDEPTH 200
}

%define api.pure full
%define api.prefix {khct_time_yy}
%expect 0
%param {void *scanner}
%parse-param {khct_tokens *tokens}

%union {
    khct_time_at at;
}

%token <at> NUM NAME PART PARTS PARTED BOTH EVENT OCCASION IN EDGE
%token <at> FROM NOW TO TOBEFORE ENDOF BEFORE UNTIL AFTER DONE REACHED GOAL FRACTION PERCENT ONWARD OUTLOOK
%token <at> REPEAT EACHBEFORE EACHAFTER COUNTED EACHDAY ALWAYS NOTE LENGTH LABEL START JOINT AND WRONG
%token <at> '(' ')' ':' '-'

%type <at> named piece

%%

value:
    list
|   list joint
|   goal beside                          /* 5 phòng học trong HKI */
|   goal beside joint list
;

beside:
    IN piece                             { put(tokens, KHCT_TIME_MOMENT, $2); }
|   limit chain
|   from run
;

list:
    item
|   list joint item
|   list follow
;

joint:
    JOINT                                { put(tokens, KHCT_TIME_JOINT, $1); }
|   AND                                  { put(tokens, KHCT_TIME_AND, $1); }
;

item:
    body
|   LABEL body
|   START { put(tokens, KHCT_TIME_START, $1); } body
;

body:
    run
|   open list close
|   chain label body                     /* HKI: tháng 9 */
|   chain label GOAL                     /* HKI: 5 phòng */
    { $3.number = 0; put(tokens, KHCT_TIME_NOTE, $3); }
|   limit chain
|   limit chain label share              /* trước 30/12: 80% */
|   to_limit chain
|   to_limit chain label share
|   head
|   head run
|   head label body                      /* 2 lần/năm: đầu năm, cuối năm */
|   head to_limit chain
|   each_limit chain
|   from run
|   now
|   now to chain
|   OUTLOOK                              { put(tokens, KHCT_TIME_OUTLOOK, $1); }
;

/* what may follow an item without a joint */
follow:
    head
|   head run
|   head to_limit chain
|   limit chain
|   from run
|   now
|   now to chain
|   open list close
|   ONWARD                               { put(tokens, KHCT_TIME_ONWARD, $1); }
|   OUTLOOK                              { put(tokens, KHCT_TIME_OUTLOOK, $1); }
;

head:
    REPEAT                               { put(tokens, KHCT_TIME_REPEAT, $1); }
|   each
|   limit each                           /* trước ngày 5 hằng tháng */
|   ALWAYS                               { put(tokens, KHCT_TIME_ALWAYS, $1); }
|   NOTE                                 { put(tokens, KHCT_TIME_NOTE, $1); }
|   LENGTH                               { put(tokens, KHCT_TIME_LENGTH, $1); }
|   COUNTED                              { put(tokens, KHCT_TIME_COUNT, $1); }
|   PERCENT                              { $1.number = 0; put(tokens, KHCT_TIME_NOTE, $1); }
|   done
|   done goal
|   REACHED PERCENT                      { $2.number = 0; put(tokens, KHCT_TIME_NOTE, $2); }
|   REACHED goal
;

share:
    PERCENT                              { $1.number = 0; put(tokens, KHCT_TIME_NOTE, $1); }
|   goal
;

goal:
    GOAL                                 { $1.number = 0; put(tokens, KHCT_TIME_NOTE, $1); }
|   FRACTION                             { $1.number = 0; put(tokens, KHCT_TIME_NOTE, $1); }
;
each: EACHDAY                            { put(tokens, KHCT_TIME_REPEAT, $1); } ;
each_limit:
    EACHBEFORE                           { put(tokens, KHCT_TIME_REPEAT, $1); put_limit(tokens, $1, KHCT_LIMIT_BEFORE); }
|   EACHAFTER                            { put(tokens, KHCT_TIME_REPEAT, $1); put_limit(tokens, $1, KHCT_LIMIT_AFTER); }
;
done: DONE                               { put(tokens, KHCT_TIME_DONE, $1); } ;
open:  '('                               { put(tokens, KHCT_TIME_OPEN, $1); } ;
close: ')'                               { put(tokens, KHCT_TIME_CLOSE, $1); } ;
label: ':'                               { put(tokens, KHCT_TIME_LABEL, $1); } ;
from:  FROM                              { put_limit(tokens, $1, KHCT_LIMIT_FROM); } ;
to_limit: TO                             { put_limit(tokens, $1, KHCT_LIMIT_TO); } ;
now:   NOW                               { put_limit(tokens, $1, KHCT_LIMIT_FROM); $1.moment = khct_time_moment(tokens, $1.begin, $1.end, KHCT_UNIT_DAY, "!"); put(tokens, KHCT_TIME_MOMENT, $1); } ;

limit:
    BEFORE                               { put_limit(tokens, $1, KHCT_LIMIT_BEFORE); }
|   UNTIL                                { put_limit(tokens, $1, KHCT_LIMIT_TO); }
|   ENDOF                                { put_limit(tokens, $1, KHCT_LIMIT_TO); }
|   AFTER                                { put_limit(tokens, $1, KHCT_LIMIT_AFTER); }
;

run: chain | run to chain ;              /* 30/9 - 30/01 */
to:
    '-'                                  { put_to(tokens, $1, true, false); }
|   TO                                   { put_to(tokens, $1, false, false); }
|   TOBEFORE                             { put_to(tokens, $1, false, true); }
;

/* tháng 9 năm học 2024-2025, tuần 2 của tháng 9, 15/9 đầu năm học */
chain:
    piece                                { put(tokens, KHCT_TIME_MOMENT, $1); }
|   PARTS piece                          { put_parts(tokens, $1, $2); }
|   PARTED                               { put_parts(tokens, $1, $1); }
|   BOTH                                 { put_both(tokens, $1); }
|   chain named                          { put(tokens, KHCT_TIME_MOMENT, $2); }
|   chain IN piece                       { put(tokens, KHCT_TIME_MOMENT, $3); }
;

named:
    NAME
|   PART piece                           { $$ = part(tokens, $1, $2, false); }
|   EVENT piece                          { $$ = part(tokens, $1, $2, true); }
;

piece:
    NUM
|   named
|   IN piece                             { $$ = $2; }
|   OCCASION piece                       { $$ = occasion(tokens, $1, $2); }
|   EDGE NAME                            { $$ = edge($1, $2); }
;

%%

static void khct_time_yyerror(void *scanner, khct_tokens *tokens, const char *message)
{
    (void)scanner;
    (void)tokens;
    (void)message; /* what does not derive is words */
}

static khct_time_node *add(khct_tokens *tokens, khct_time_kind kind, at where)
{
    khct_time_nodes *out = tokens->out;
    khct_time_node *node = &khct_push(tokens->reader->arena, &out->list);
    *node = (khct_time_node){.kind = kind,
                             .moment = where.moment,
                             .repeat = where.repeat,
                             .begin = where.begin,
                             .end = where.end};
    return node;
}

static void put(khct_tokens *tokens, khct_time_kind kind, at where)
{
    khct_time_node *node = add(tokens, kind, where);
    if (kind == KHCT_TIME_OUTLOOK)
        node->moment = (khct_moment){.year = where.number};
    if (kind == KHCT_TIME_NOTE)
        node->moment = (khct_moment){.weekday = where.number};
}

static void put_to(khct_tokens *tokens, at where, bool dash, bool before)
{
    khct_time_node *node = add(tokens, KHCT_TIME_TO, where);
    node->dash = dash;
    node->before = before;
}

static void put_limit(khct_tokens *tokens, at where, khct_time_limit limit)
{
    add(tokens, KHCT_TIME_LIMIT, where)->limit = limit;
}

/* `cuối HKI`; but nothing is `giữa cuối HKI`. */
static at part(khct_tokens *tokens, at parts, at of, bool event)
{
    ((khct_time_nodes *)tokens->out)->wrong |= of.moment.part != KHCT_PART_ALL;
    bool all = event && of.moment.unit <= KHCT_UNIT_MONTH; /* sơ kết tháng 1 */
    of.moment.part = all ? KHCT_PART_ALL : event ? KHCT_PART_LATE : (khct_part)parts.number;
    of.moment.event = event && !all;
    of.begin = parts.begin;
    return of;
}

/* `đầu, giữa, cuối năm`: the same of each. */
static void put_parts(khct_tokens *tokens, at parts, at of)
{
    bool first = true;
    for (size_t i = parts.begin; i < parts.end; i++) {
        if (tokens->kinds[i] != 'p')
            continue;
        at one = part(tokens, (at){.begin = parts.begin, .number = (int)tokens->at[i].number}, of, false);
        if (!first)
            add(tokens, KHCT_TIME_AND, parts);
        put(tokens, KHCT_TIME_MOMENT, one);
        first = false;
    }
}

/* `cả hai học kỳ`: the first and the second. */
static void put_both(khct_tokens *tokens, at terms)
{
    terms.moment.number = 1;
    put(tokens, KHCT_TIME_MOMENT, terms);
    add(tokens, KHCT_TIME_AND, terms);
    terms.moment.number = 2;
    put(tokens, KHCT_TIME_MOMENT, terms);
}

/* `ngày cuối tháng 9` */
static at edge(at word, at of)
{
    of.moment.edge = of.moment.unit == KHCT_UNIT_MONTH;
    of.moment.unit = of.moment.edge ? KHCT_UNIT_MONTH : KHCT_UNIT_NONE;
    of.begin = word.begin;
    return of;
}

/* `khai giảng 5/9`, but `khai giảng năm học mới` is a day of it that is not said. */
static at occasion(khct_tokens *tokens, at word, at of)
{
    bool day = word.number != 0;
    ((khct_time_nodes *)tokens->out)->wrong |= day && of.moment.unit != KHCT_UNIT_DAY;
    of.begin = word.begin;
    return of;
}

bool khct_time_derive(khct_tokens *tokens, size_t from, size_t to, khct_time_nodes *nodes)
{
    yyscan_t scanner;
    size_t before = nodes->list.n;
    /* flex reads in place up to two NULs, and leaves its own in what it read */
    char *kinds = khct_alloc_bytes(tokens->reader->arena, to - from + 2);
    memcpy(kinds, tokens->kinds + from, to - from);
    tokens->out = nodes;
    tokens->next = from;
    nodes->wrong = false;
    bool derived = from < to && khct_time_yylex_init_extra(tokens, &scanner) == 0 &&
                   khct_time_yy_scan_buffer(kinds, to - from + 2, scanner) != NULL &&
                   khct_time_yyparse(scanner, tokens) == 0 && !nodes->wrong;
    if (!derived)
        nodes->list.n = before;
    return derived;
}
