/* What a statement of money may say: amounts, prices times quantities, sources, a whole and its
 * parts, or that it costs nothing. The nodes are flat and in the order written; what is a part of
 * what, and what is added, src/value/money.c works out. What derives in no way is kept as words.
 *
 * `hole` is the only place where a word may stand that no table has. */
%code requires {
#include "money_tree.h"

/* A token of the scanner, or what the grammar made of several. */
typedef struct khct_money_at {
    size_t begin, end; /* tokens */
    int64_t number;
} khct_money_at;
}
%code provides {
#define YYSTYPE KHCT_MONEY_YYSTYPE
}
%code {
#include "money_scanner.h"

#define OUT(tokens) ((khct_money_nodes *)(tokens)->out)

typedef khct_money_at at;
typedef khct_money_node node;

static void khct_money_yyerror(void *scanner, khct_tokens *tokens, const char *message);
static void say(khct_tokens *tokens, at word);
static void put(khct_tokens *tokens, node n);
static void mark(khct_tokens *tokens, khct_money_kind kind, at where, bool all);
static void set_unit(khct_tokens *tokens, at unit);
static void roughly(khct_tokens *tokens);
static node figure(khct_tokens *tokens, at number, int64_t scale, at last);
static node spoken(khct_tokens *tokens, at words);
static node joined(khct_tokens *tokens, node a, node b);
static node tenths(khct_tokens *tokens, node a, at number);
static node half(khct_tokens *tokens, node a, at last);
static node up_to(node a, at last);
static node range(khct_tokens *tokens, node low, node high);
static node low(khct_tokens *tokens, at number, node high);
static node each(node a, at first, at last);
static node each_one(khct_tokens *tokens, node a, at count, at last);
static node quantity(khct_tokens *tokens, at number, at last);
static node times(khct_tokens *tokens, node a, node b);
static node source(khct_tokens *tokens, at word);
static node with(khct_tokens *tokens, node a, at word);
static node percent(khct_tokens *tokens, at word);
static node known(khct_tokens *tokens, at word);
static node named(khct_tokens *tokens, node a, at word);
static node none(at word);
static node denied(khct_tokens *tokens, node a, at word);
static node unpaid(khct_tokens *tokens, node a, at word);
static at over(at first, at last);
static at unit(khct_tokens *tokens, at first, at last);

/* Statements are short; one that nests deeper is kept as words. */
#define YYINITDEPTH 200
#define YYMAXDEPTH 200
}

%define api.pure full
%define api.prefix {khct_money_yy}
%expect 0
%param {void *scanner}
%parse-param {khct_tokens *tokens}

%union {
    khct_money_at at;
    khct_money_node node;
}

%token <at> FIGURE GROUPED PERCENT SCALE DONG BRACKETED SETSUNIT SPOKEN COUNT HALF
%token <at> SOURCE OWNER QUALITY LEAD KNOWN ABOUT YEAR LABEL HOLE
%token <at> TOTAL WHICH NONE DENIED OUTSIDE EACH EACHOF ROUGHLY TIMES TO INWORDS BREAK JOINT WRONG
%token <at> '(' ')' '/' ':' '=' '-'

%type <node> scaled amount span price eachprice plain product factor counted src known none unpaid
%type <at> hole per perhole

%%

value:
    list
|   list joint
|   SETSUNIT { set_unit(tokens, $1); } list
;

list:
    item
|   list joint item
|   list follow
;

joint:
    JOINT { mark(tokens, KHCT_MONEY_JOINT, $1, tokens->kinds[$1.begin] == '+'); }
|   BREAK { mark(tokens, KHCT_MONEY_BREAK, $1, false); }
;

item:
    said
|   which
|   which said
|   whole said                           /* 50 triệu: ngân sách 30 triệu, … */
|   INWORDS SPOKEN                       { node n = spoken(tokens, $2); n.repeats = true; put(tokens, n); }
;

said:
    entry
|   label entry                          /* Mua 5 máy tính: 60 triệu */
|   year entry                           /* năm 2024 30 triệu */
|   year ':' entry
;

label: LABEL                             { OUT(tokens)->labelled = true; } ;
year:  YEAR                              { OUT(tokens)->labelled = true; } ;

/* what may follow an entry without a joint */
follow:
    open list close
|   open list joint close
|   open YEAR close                      /* 10 triệu đồng (năm 2025) */
|   ROUGHLY                              { roughly(tokens); }      /* 10 triệu (dự kiến) */
|   which
|   which said
|   '=' { mark(tokens, KHCT_MONEY_EQUALS, $1, true); } entry
;

open:  '('                               { mark(tokens, KHCT_MONEY_OPEN, $1, false); } ;
close: ')'                               { mark(tokens, KHCT_MONEY_CLOSE, $1, false); } ;

whole: money ':'                         { mark(tokens, KHCT_MONEY_WHICH, $2, true); } ;
which:
    WHICH                                { mark(tokens, KHCT_MONEY_WHICH, $1, tokens->at[$1.begin].number > 0); }
;

entry:
    money
|   mp
|   mp kn
|   pm
|   pm pay
|   pm kn
|   pay as PERCENT                       { put(tokens, percent(tokens, $3)); }
|   pays
|   pays kn
|   money kn
|   kn
|   lead kn
|   none                                 { put(tokens, $1); }
|   lead none                            { OUT(tokens)->wrong |= !OUT(tokens)->purse; put(tokens, $2); }
|   unpaid                               { put(tokens, $1); }
|   none src                             { $2.kind = KHCT_MONEY_DENIED; put(tokens, $2); }
|   outside
|   PERCENT                              { put(tokens, percent(tokens, $1)); }
;

/* không thu của học sinh: of whom nothing is taken may be anybody */
unpaid:
    none HOLE                            { $$ = unpaid(tokens, $1, $2); }
|   unpaid HOLE                          { $$ = up_to($1, $2); }
;

outside:
    OUTSIDE src                          { $2.kind = KHCT_MONEY_DENIED; put(tokens, $2); }
|   lead OUTSIDE src                     { $3.kind = KHCT_MONEY_DENIED; put(tokens, $3); }
;

mp: money pay | mp money pay ;           /* 5 triệu ngân sách 3 triệu xã hội hóa */
pm: pay money | pay as money | pm pay money | pm pay as money ; /* ngân sách: 5 triệu */
as:
    ':'                                  { OUT(tokens)->apart = true; }
|   '-'
;
pays: pay | pay ledpays | pays '/' pay ;
ledpays: ledpay | ledpays ledpay ;
ledpay: lead src                         { put(tokens, $2); } ;

pay:
    src                                  { put(tokens, $1); }
|   ledpay
|   PERCENT src                          { $2.part.share = (int)$1.number; put(tokens, $2); }
|   PERCENT lead src                     { $3.part.share = (int)$1.number; put(tokens, $3); }
;

lead: leadword | lead leadword | lead ':' | lead QUALITY ;
leadword:
    LEAD                                 { say(tokens, $1); }
|   ABOUT                                { say(tokens, $1); OUT(tokens)->about = true; OUT(tokens)->bounds |= tokens->kinds[$1.begin] == 'A'; }
|   TOTAL                                { say(tokens, $1); OUT(tokens)->total = true; }
;

src:
    SOURCE                               { $$ = source(tokens, $1); }
|   src SOURCE                           { $$ = with(tokens, $1, $2); }
|   src OWNER                            { $$ = with(tokens, $1, $2); }
|   src QUALITY                          { $$ = with(tokens, $1, $2); }
|   src YEAR                             { $$ = with(tokens, $1, $2); }
|   src PERCENT                          { $$ = with(tokens, $1, $2); $$.part.share = (int)$2.number; }
;

money:
    plain                                { put(tokens, $1); }
|   lead plain                           { put(tokens, $2); }
;

plain:
    price
|   price year                           /* 10 triệu đồng năm 2025 */
|   product
|   product year
|   FIGURE                               { $$ = figure(tokens, $1, 0, $1); }
|   eachprice
;

eachprice:
    EACH perhole price                   { $$ = each($3, $1, $2); }
|   EACHOF price                         { $1.number = 1; $$ = each($2, $1, $1); }
;

price:
    span
|   span per                             { $$ = each($1, $2, $2); }
|   span EACH perhole                    { $$ = each($1, $3, $3); }
|   span COUNT hole                      { $$ = each_one(tokens, $1, $2, $3); }  /* 2 triệu một lớp */
;

/* its number is how many units there are; 0: of several of one, per 2 classes */
per: '/' perhole                         { $$ = $2; }
|    per '/' perhole                     { $$ = $3; $$.number = $1.number * $3.number > 0 ? $1.number + 1 : 0; }
;

perhole:
    hole                                 { $$ = unit(tokens, $1, $1); }
|   SOURCE                               { $$ = unit(tokens, $1, $1); }
|   COUNT hole                           { $$ = unit(tokens, $1, $2); }
|   FIGURE hole                          { $$ = unit(tokens, $1, $2); }
;

hole: HOLE | QUALITY | OWNER | hole HOLE         { $$ = over($1, $2); } ;

product:
    factor TIMES factor                  { $$ = times(tokens, $1, $3); }
|   product TIMES factor                 { $$ = times(tokens, $1, $3); }
;

factor: price | eachprice | counted ; /* mỗi em 50.000đ x 320 em */

counted:
    FIGURE                               { $$ = quantity(tokens, $1, $1); }
|   FIGURE hole                          { $$ = quantity(tokens, $1, $2); }
|   FIGURE hole per                      { $$ = each(quantity(tokens, $1, $2), $3, $3); }  /* 4 buổi/tháng */
|   GROUPED hole                         { $$ = quantity(tokens, $1, $2); }
|   COUNT                                { $$ = quantity(tokens, $1, $1); }
|   COUNT hole                           { $$ = quantity(tokens, $1, $2); }
;

amount:
    scaled
|   scaled DONG                          { $$ = up_to($1, $2); }
|   scaled FIGURE                        { $$ = tenths(tokens, $1, $2); }  /* 1 tỷ 2 */
|   scaled HALF                          { $$ = half(tokens, $1, $2); }
|   scaled HALF DONG                     { $$ = half(tokens, $1, $3); }
|   FIGURE DONG                          { $$ = figure(tokens, $1, 1, $2); }
|   GROUPED                              { $$ = figure(tokens, $1, -1, $1); }
|   GROUPED DONG                         { $$ = figure(tokens, $1, 1, $2); }
|   FIGURE BRACKETED                     { $$ = figure(tokens, $1, $2.number, $2); }
|   GROUPED BRACKETED                    { $$ = figure(tokens, $1, $2.number, $2); }
|   FIGURE SETSUNIT                      { $$ = figure(tokens, $1, $2.number, $2); }
|   GROUPED SETSUNIT                     { $$ = figure(tokens, $1, $2.number, $2); }
|   DONG FIGURE                          { $$ = figure(tokens, $2, 1, $2); }
|   DONG GROUPED                         { $$ = figure(tokens, $2, 1, $2); }
|   SPOKEN                               { $$ = spoken(tokens, $1); }
|   SPOKEN HALF                          { $$ = half(tokens, spoken(tokens, $1), $2); }
|   SPOKEN HALF DONG                     { $$ = half(tokens, spoken(tokens, $1), $3); }
;

span:
    amount
|   amount to amount                     { $$ = range(tokens, $1, $3); }
|   FIGURE to amount                     { $$ = low(tokens, $1, $3); }
;

to: '-' | TO ;

scaled:
    FIGURE SCALE                         { $$ = figure(tokens, $1, $2.number, $2); }
|   GROUPED SCALE                        { $$ = figure(tokens, $1, $2.number, $2); }
|   scaled FIGURE SCALE                  { $$ = joined(tokens, $1, figure(tokens, $2, $3.number, $3)); }
|   scaled FIGURE DONG                   { $$ = joined(tokens, $1, figure(tokens, $2, 1, $3)); }
|   scaled GROUPED                       { $$ = joined(tokens, $1, figure(tokens, $2, 1, $2)); }
;

kn: known                                { put(tokens, $1); } ;
known:
    KNOWN                                { $$ = known(tokens, $1); }
|   known QUALITY                        { $$ = up_to($1, $2); }
|   known SOURCE                         { $$ = named(tokens, $1, $2); }
|   known LEAD                           { $$ = up_to($1, $2); }
|   known YEAR                           { $$ = up_to($1, $2); }
;

none:
    NONE                                 { $$ = none($1); }
|   none DENIED                          { $$ = denied(tokens, $1, $2); }
|   none LEAD                            { $$ = denied(tokens, $1, $2); }
|   none QUALITY                         { $$ = denied(tokens, $1, $2); }
;

%%

static void khct_money_yyerror(void *scanner, khct_tokens *tokens, const char *message)
{
    (void)scanner;
    (void)tokens;
    (void)message; /* what does not derive is words */
}

/* A word that says something of what comes next. */
static void say(khct_tokens *tokens, at word)
{
    OUT(tokens)->led = true;
    OUT(tokens)->rest |= tokens->kinds[word.begin] == 'l' && tokens->at[word.begin].number == KHCT_MONEY_REST;
    OUT(tokens)->purse |= tokens->kinds[word.begin] != 'T' && tokens->at[word.begin].number == 1;
}

static void put(khct_tokens *tokens, node n)
{
    khct_money_nodes *out = OUT(tokens);
    /* how many, and `không thu`, say nothing of money by themselves */
    out->wrong |= n.quantity || (n.kind == KHCT_MONEY_NOTHING && n.bare);
    out->wrong |= out->bounds && n.kind != KHCT_MONEY_AMOUNT; /* dưới ngân sách */
    n.part.about |= out->about;
    n.total |= out->total;
    n.led |= out->led;
    n.rest = out->rest;
    n.apart = out->apart;
    n.labelled = out->labelled;
    out->about = out->total = out->bounds = out->led = out->apart = false;
    out->labelled = out->purse = out->rest = false;
    n.part.span = khct_tokens_span(tokens, n.begin, n.end);
    khct_push(tokens->reader->arena, &out->list) = n;
}

static node node_at(khct_money_kind kind, at first, at last)
{
    return (node){.kind = kind,
                  .part = {.source = KHCT_SOURCE_NONE, .share = -1, .whole = -1},
                  .begin = first.begin,
                  .end = last.end};
}

static void mark(khct_tokens *tokens, khct_money_kind kind, at where, bool all)
{
    node n = node_at(kind, where, where);
    n.all = all;
    khct_push(tokens->reader->arena, &OUT(tokens)->list) = n;
}

static void set_unit(khct_tokens *tokens, at unit)
{
    OUT(tokens)->unit = unit.number;
}

/* What was said last is about so much. */
static void roughly(khct_tokens *tokens)
{
    khct_money_nodes *out = OUT(tokens);
    for (size_t i = out->list.n; i-- > 0;)
        if (out->list.at[i].kind == KHCT_MONEY_AMOUNT) {
            out->list.at[i].part.about = true;
            return;
        }
}

static node wrong(khct_tokens *tokens, node n)
{
    OUT(tokens)->wrong = true;
    return n;
}

static node set(khct_tokens *tokens, node n, int64_t low, int64_t high)
{
    n.part.has_amount = true;
    n.part.low = low;
    n.part.amount = high;
    if (high > KHCT_MONEY_LIMIT) {
        OUT(tokens)->large = true;
        n.part.low = n.part.amount = 0;
    }
    return n;
}

/* digits * scale / 10^decimals. A scale of 0 or -1 is the stated unit's; -1: đồng without one. */
static node figure(khct_tokens *tokens, at number, int64_t scale, at last)
{
    const khct_token *token = &tokens->at[number.begin];
    node n = node_at(KHCT_MONEY_AMOUNT, number, last);
    uint64_t value = token->number;
    int decimals = token->decimals;
    n.bare = scale < 1;
    if (scale < 1)
        scale = OUT(tokens)->unit != 0 ? OUT(tokens)->unit : -scale;
    if (scale == 0 && value == 0 && tokens->n == 1)
        n.kind = KHCT_MONEY_NOTHING;
    n.bare &= n.kind != KHCT_MONEY_NOTHING;
    if (scale == 0)
        return n.kind == KHCT_MONEY_NOTHING ? n : wrong(tokens, n);
    for (; decimals > 0 && scale % 10 == 0; decimals--)
        scale /= 10;
    for (; decimals > 0; decimals--) {
        if (value % 10 != 0)
            return wrong(tokens, n);
        value /= 10;
    }
    if (token->huge || value > (uint64_t)(KHCT_MONEY_LIMIT / scale))
        return set(tokens, n, 0, KHCT_MONEY_LIMIT + 1);
    return set(tokens, n, (int64_t)value * scale, (int64_t)value * scale);
}

static node spoken(khct_tokens *tokens, at words)
{
    node n = node_at(KHCT_MONEY_AMOUNT, words, words);
    n.spoken = true;
    return set(tokens, n, words.number, words.number);
}

/* The largest power of ten that divides the scale of an amount: what the next part lies below. */
static int64_t scale_of(const khct_tokens *tokens, node a)
{
    int64_t scale = 1;
    for (size_t i = a.begin; i < a.end; i++)
        if (strchr("hckmb", tokens->at[i].kind) != NULL)
            scale = khct_money_scale(tokens, i, a.end);
    return scale;
}

/* `1 tỷ 200 triệu`: the second lies below the first. */
static node joined(khct_tokens *tokens, node a, node b)
{
    bool below = b.part.amount < scale_of(tokens, a);
    a.end = b.end;
    return below ? set(tokens, a, a.part.low + b.part.low, a.part.amount + b.part.amount)
                 : wrong(tokens, a);
}

/* `1 tỷ 2`: two tenths of it. */
static node tenths(khct_tokens *tokens, node a, at number)
{
    const khct_token *token = &tokens->at[number.begin];
    khct_str text = tokens->words.at[token->begin].text;
    int64_t scale = scale_of(tokens, a);
    for (size_t i = 0; i < text.n; i++)
        scale /= 10;
    a.end = number.end;
    if (token->decimals > 0 || token->end != token->begin + 1 || text.n > 3 || scale < 1)
        return wrong(tokens, a);
    int64_t more = (int64_t)token->number * scale;
    return set(tokens, a, a.part.low + more, a.part.amount + more);
}

/* `2 tỷ rưỡi` */
static node half(khct_tokens *tokens, node a, at last)
{
    int64_t more = scale_of(tokens, a) / 2;
    a.end = last.end;
    return set(tokens, a, a.part.low + more, a.part.amount + more);
}

static node up_to(node a, at last)
{
    a.end = last.end;
    return a;
}

static node range(khct_tokens *tokens, node low, node high)
{
    low.end = high.end;
    low.part.about = true;
    return low.part.amount < high.part.low ? set(tokens, low, low.part.low, high.part.amount)
                                           : wrong(tokens, low);
}

/* The `5` of `5 - 7 triệu` counts what the 7 counts. */
static node low(khct_tokens *tokens, at number, node high)
{
    int64_t scale = 1;
    for (size_t i = high.begin; i < high.end; i++)
        if (tokens->at[i].kind == 'n')
            scale = khct_money_scale(tokens, i + 1, high.end);
    return range(tokens, figure(tokens, number, scale, number), high);
}

static node each(node a, at first, at last)
{
    a.part.rate = true;
    a.per += (int)last.number;
    a.several |= last.number == 0;
    a.begin = first.begin < a.begin ? first.begin : a.begin;
    a.end = last.end > a.end ? last.end : a.end;
    return a;
}

static node each_one(khct_tokens *tokens, node a, at count, at last)
{
    last.number = 1;
    return count.number == 1 ? each(a, last, last) : wrong(tokens, a);
}

static node quantity(khct_tokens *tokens, at number, at last)
{
    const khct_token *token = &tokens->at[number.begin];
    node n = node_at(KHCT_MONEY_AMOUNT, number, last);
    int64_t count = token->kind == 'n' ? (int64_t)token->number : number.number;
    n.quantity = true;
    n.counts = 1;
    if (token->decimals > 0 || token->huge || count > KHCT_MONEY_LIMIT)
        return wrong(tokens, n);
    return set(tokens, n, count, count);
}

/* A price that does not say so is of one of what is counted. */
static int per_of(node a, bool counts)
{
    return counts || a.per > 0 || a.part.factors > 0 ? a.per : 1;
}

static node times(khct_tokens *tokens, node a, node b)
{
    node n = a;
    bool a_counts = a.quantity || (a.bare && !b.quantity);
    bool b_counts = b.quantity || (b.bare && !a.quantity); /* 3 x 1.500.000 */
    n.end = b.end;
    n.quantity = a_counts && b_counts;
    n.bare = false;
    /* what a price is per, and a count is of, is not left open: 4 buổi/tháng x 200.000đ/buổi is so
     * much a month */
    n.counts = (a_counts && a.counts == 0) + a.counts + (b_counts && b.counts == 0) + b.counts;
    n.per = per_of(a, a_counts) + per_of(b, b_counts);
    n.part.rate = !n.quantity && n.per > n.counts;
    n.part.about = a.part.about || b.part.about;
    if (n.part.factors == 0)
        n.part.factor[n.part.factors++] = a.part.amount;
    if (n.part.factors == KHCT_MONEY_FACTORS || (!a_counts && !b_counts) ||
        a.several || b.several || (a.part.low != a.part.amount && b.part.low != b.part.amount))
        return wrong(tokens, n);
    n.part.factor[n.part.factors++] = b.part.amount;
    int64_t lower, upper;
    if (__builtin_mul_overflow(a.part.low, b.part.low, &lower) ||
        __builtin_mul_overflow(a.part.amount, b.part.amount, &upper))
        lower = upper = KHCT_MONEY_LIMIT + 1;
    return set(tokens, n, lower, upper);
}

static node source(khct_tokens *tokens, at word)
{
    node n = node_at(KHCT_MONEY_SOURCE, word, word);
    n.part.source = (khct_source_kind)(tokens->at[word.begin].number & 0xFF);
    return n;
}

/* More words of the same source: the first that names it decides (`quỹ phụ huynh` is a fund). */
static node with(khct_tokens *tokens, node a, at word)
{
    (void)tokens;
    a.end = word.end;
    return a;
}

static node percent(khct_tokens *tokens, at word)
{
    node n = node_at(KHCT_MONEY_SOURCE, word, word);
    n.part.share = (int)word.number;
    return n;
}

static node known(khct_tokens *tokens, at word)
{
    node n = node_at(KHCT_MONEY_KNOWN, word, word);
    n.known = 1u << tokens->at[word.begin].number;
    return n;
}

/* `theo dự toán ngân sách` names a source too; `theo quy định của nhà nước` does not. */
static node named(khct_tokens *tokens, node a, at word)
{
    khct_source_kind kind = (khct_source_kind)(tokens->at[word.begin].number & 0xFF);
    a.end = word.end;
    if (kind != KHCT_SOURCE_SCHOOL && (tokens->at[word.begin].number & KHCT_MONEY_COMMON) == 0)
        put(tokens, source(tokens, word));
    return a;
}

static node none(at word)
{
    return node_at(KHCT_MONEY_NOTHING, word, word);
}

/* `không có kinh phí` costs nothing; `không thu` of nobody says no such thing. */
static node denied(khct_tokens *tokens, node a, at word)
{
    const khct_token *token = &tokens->at[word.begin];
    a.end = word.end;
    a.bare |= token->kind != 'V' && !(strchr("lz", token->kind) != NULL &&
                                      token->number > 0 && token->number != KHCT_MONEY_FROM);
    return a;
}

static node unpaid(khct_tokens *tokens, node a, at word)
{
    OUT(tokens)->wrong |= !a.bare;
    a.kind = KHCT_MONEY_DENIED;
    a.end = word.end;
    return a;
}

static at over(at first, at last)
{
    return (at){first.begin, last.end, first.number};
}

static at unit(khct_tokens *tokens, at first, at last)
{
    const khct_token *token = &tokens->at[first.begin];
    bool counted = token->kind == 'n' || token->kind == 'w';
    return (at){first.begin, last.end, !counted || token->number == 1};
}

bool khct_money_derive(khct_tokens *tokens, size_t from, size_t to, khct_money_nodes *nodes)
{
    yyscan_t scanner;
    size_t before = nodes->list.n;
    bool large = nodes->large;
    /* flex reads in place up to two NULs, and leaves its own in what it read */
    char *kinds = khct_alloc_bytes(tokens->reader->arena, to - from + 2);
    memcpy(kinds, tokens->kinds + from, to - from);
    tokens->out = nodes;
    tokens->next = from;
    nodes->wrong = nodes->about = nodes->total = nodes->bounds = nodes->led = nodes->apart = false;
    nodes->labelled = nodes->purse = false;
    bool derived = from < to && khct_money_yylex_init_extra(tokens, &scanner) == 0 &&
                   khct_money_yy_scan_buffer(kinds, to - from + 2, scanner) != NULL &&
                   khct_money_yyparse(scanner, tokens) == 0 && !nodes->wrong && !nodes->about &&
                   !nodes->total;
    if (!derived) {
        nodes->list.n = before;
        nodes->large = large;
    }
    return derived;
}
