/* What stands between the keyword of a block and its `<`. The first token is the block, of which the
 * keyword alone would say too little: `tieuchi` plans an improvement, states a result, or defines a
 * criterion, by where it stands. A heading is read when somebody asks what it means (value/head.h).
 *
 * A title is all that follows: with its first word the head of the heading is over. */
%code requires {
#include "heading.h"

typedef struct khct_heading_value {
    khct_span span;
    uint32_t number;
    khct_criterion_id id;
} khct_heading_value;
}
%code {
typedef khct_heading_value value;

static int khct_heading_yylex(value *v, khct_span *at, khct_head_parsing *h);
static void khct_heading_yyerror(khct_span *at, khct_head_parsing *h, const char *message);
static void aim(khct_head_parsing *h, khct_target_kind kind, khct_span span, uint32_t level,
                khct_span level_span);
static void add(khct_head_parsing *h, value from, value to, khct_span span);

/* Lists are read from the left. */
#define YYINITDEPTH 100
#define YYMAXDEPTH 100
#define HEAD (h->head)
#define NO_LEVEL(at) 0, ((khct_span){(at).source, (at).begin, (at).begin})
#define YYLLOC_DEFAULT(now, right, n)                                                              \
    ((now) = (n) > 0 ? khct_span_join(YYRHSLOC(right, 1), YYRHSLOC(right, n)) : YYRHSLOC(right, 0))
}

%define api.pure full
%define api.prefix {khct_heading_yy}
%define api.token.prefix {KHCT_H_}
%define api.location.type {khct_span}
%define api.value.type {khct_heading_value}
%locations
%expect 0
%param {khct_head_parsing *h}

/* the blocks of a plan */
%token TRUONG KEHOACH PHAN MUCNHO CANCU HIENTRANG KETQUATC TIEUCHI KHOAN VIEC VIECLON VANDE THEODOI
%token NOINHAN CHUKY
/* the blocks of the library */
%token DANHMUC DMTIEUCHUAN DMTIEUCHI DMMUC DMKHOAN XEPMUC VANBAN VBKETTHUC
%token MAU MAUPHAN MAUNHOM MAUBANG MAUNHOMCOT MAUCOT
/* a block that is none */
%token TOP UNKNOWN

%token END 0
%token CRITERION   "số tiêu chí"
%token NUMBER      "số"
%token SCHOOL_YEAR "năm học"
%token MUC         "muc"
%token DUYTRI      "duytri"
%token KHONGDAT    "khongdat"
%token IN_STANDARD "tieuchuan"
%token IN_CRITERIA "tieuchi"
%token AND         "và"
%token WORDS       "lời"

%initial-action { @$ = h->key; }

%%

heading:
    plan
|   library
|   TOP any
|   UNKNOWN any
;

plan:
    TRUONG any
|   KEHOACH any
|   CANCU any
|   NOINHAN any
|   HIENTRANG year
|   TIEUCHI criterion goal title
|   KETQUATC criterion result title
|   KHOAN number goal title
|   VIEC title
|   VIECLON title
|   VANDE problem
|   THEODOI when
|   PHAN name
|   MUCNHO title
|   CHUKY title
;

library:
    DANHMUC name
|   DMTIEUCHUAN number title
|   DMTIEUCHI criterion title
|   DMMUC number any
|   DMKHOAN number title
|   XEPMUC number any
|   VANBAN name
|   VBKETTHUC name_and_title
|   MAU name
|   MAUPHAN name_and_title
|   MAUNHOM name_and_title
|   MAUBANG name
|   MAUNHOMCOT title
|   MAUCOT title
;

criterion:
    CRITERION                        { HEAD->id = $1.id; HEAD->id_span = @1; }
;

number:
    NUMBER                           { HEAD->number = $1.number; HEAD->id_span = @1; }
;

/* the level that is aimed at, or kept */
goal:
    %empty
|   MUC NUMBER                       { aim(h, KHCT_TARGET_LEVEL, @$, $2.number, @$); }
|   DUYTRI                           { aim(h, KHCT_TARGET_KEEP, @$, NO_LEVEL(@1)); }
|   DUYTRI MUC NUMBER                { aim(h, KHCT_TARGET_KEEP, @$, $3.number, khct_span_join(@2, @3)); }
;

/* the level that is met */
result:
    MUC NUMBER                       { aim(h, KHCT_TARGET_LEVEL, @$, $2.number, @$); }
|   KHONGDAT                         { aim(h, KHCT_TARGET_FAIL, @$, NO_LEVEL(@1)); }
;

year:
    %empty
|   SCHOOL_YEAR
;

/* a priority problem: of which standard, of which criteria */
problem:
    %empty
|   problem IN_STANDARD NUMBER       { HEAD->standard = $3.number; HEAD->standard_span = @3; }
|   problem IN_CRITERIA list
;

list:
    criteria
|   criteria ','
;

criteria:
    item
|   criteria joined item
;

joined: ',' | AND | ',' AND | AND IN_CRITERIA | ',' AND IN_CRITERIA ;

/* one criterion, or all from one to another */
item:
    CRITERION                        { add(h, $1, $1, @$); }
|   CRITERION '-' CRITERION          { add(h, $1, $3, @$); }
|   CRITERION '-' IN_CRITERIA CRITERION { add(h, $1, $4, @$); }
;

/* begins with a capital letter or a digit */
title:
    %empty
|   WORDS                            { khct_heading_title(h, $1.span); }
;

/* an identifier, or a title */
name:
    %empty
|   WORDS                            { khct_heading_name(h, $1.span); }
;

name_and_title:
    %empty
|   WORDS                            { khct_heading_name_and_title(h, $1.span); }
;

/* a time, and its words */
when:
    WORDS                            { khct_heading_when(h, $1.span); }
;

any:
    %empty
|   WORDS
;

%%

static const int BLOCKS[KHCT_BLOCK_COUNT] = {
#define KHCT_BLOCK(id, keyword, heading, example) [KHCT_B_##id] = KHCT_H_##id,
#include "keywords.def"
};

/* `muc N`, and not a title that begins so. */
static bool is_level(const khct_head_parsing *h, khct_words words)
{
    uint16_t level;
    khct_span at;
    return khct_take_level(h->reader, &words, &level, &at);
}

static bool level_follows(const khct_head_parsing *h)
{
    return is_level(h, h->words);
}

/* A comma or dash between a criterion and its goal says nothing: `1.7, mức 2`, `1.7 - duy trì`. */
static void pass_sign(khct_head_parsing *h)
{
    khct_words after = h->words;
    if ((h->before == KHCT_H_CRITERION || h->before == KHCT_H_NUMBER) &&
        (khct_take_sign(&after, ',') || khct_take_sign(&after, '-')) &&
        (is_level(h, after) || khct_next_is(h->reader, &after, KHCT_C_KEEP)))
        h->words = after;
}

static bool take(khct_head_parsing *h, khct_common_word word)
{
    return khct_take_word(h->reader, &h->words, word);
}

/* The words of `vande`, which has no title. */
static int word_of_problem(khct_head_parsing *h, value *v, khct_span *at)
{
    int token = take(h, KHCT_C_STANDARD)    ? KHCT_H_IN_STANDARD
                : take(h, KHCT_C_CRITERION) ? KHCT_H_IN_CRITERIA
                                            : 0;
    if (token != 0) {
        khct_take_sign(&h->words, ':');
        return token;
    }
    if (khct_take_id(h->reader, &h->words, &v->id, at))
        return KHCT_H_CRITERION;
    if (khct_take_number(&h->words, &v->number, at))
        return KHCT_H_NUMBER;
    if (khct_take_sign(&h->words, ','))
        return ',';
    if (khct_take_sign(&h->words, '-') || take(h, KHCT_C_TO))
        return '-';
    return take(h, KHCT_C_AND) ? KHCT_H_AND : KHCT_H_WORDS;
}

/* The words before a title: the criterion or number first, then the goal. */
static int word_of_head(khct_head_parsing *h, value *v, khct_span *at)
{
    bool first = h->words.next == 0;
    if (h->before == KHCT_H_MUC) { /* the number of the level has been seen */
        v->number = (uint32_t)khct_peek(&h->words)->number;
        *at = khct_peek(&h->words)->span;
        h->words.next++;
        return KHCT_H_NUMBER;
    }
    if (first && khct_take_criterion(h->reader, &h->words, &v->id, at))
        return KHCT_H_CRITERION;
    if (first && khct_take_number(&h->words, &v->number, at))
        return KHCT_H_NUMBER;
    if (level_follows(h)) {
        take(h, KHCT_C_LEVEL);
        return KHCT_H_MUC;
    }
    return take(h, KHCT_C_KEEP)   ? KHCT_H_DUYTRI
           : take(h, KHCT_C_FAIL) ? KHCT_H_KHONGDAT
                                  : KHCT_H_WORDS;
}

static int word_of_year(khct_head_parsing *h)
{
    return khct_take_school_year(h->reader, &h->words, &h->head->year) ? KHCT_H_SCHOOL_YEAR
                                                                       : KHCT_H_WORDS;
}

/* The next token; WORDS are all that is left. */
static int token_at(khct_head_parsing *h, value *v, khct_span *at)
{
    khct_words *words = &h->words;
    bool lists = h->block == KHCT_B_HIENTRANG || h->block == KHCT_B_VANDE;
    if (lists ? khct_at_end(words) : words->next == words->n)
        return KHCT_H_END;
    if (!lists)
        pass_sign(h);
    h->from = words->next;
    *at = khct_peek(words)->span;
    int token = h->block == KHCT_B_HIENTRANG ? word_of_year(h)
                : lists                      ? word_of_problem(h, v, at)
                                             : word_of_head(h, v, at);
    if (token == KHCT_H_WORDS) {
        v->span = khct_words_rest(words);
        words->next = words->n;
    } else if (token != KHCT_H_CRITERION && token != KHCT_H_NUMBER) { /* without a sign after it */
        *at = khct_words_span(words, h->from, words->next);
    } else {
        v->span = *at;
    }
    return token;
}

/* A heading that is one run of words, whatever they are. */
static int all_words(khct_head_parsing *h, value *v, khct_span *at)
{
    bool some = h->before != KHCT_H_WORDS && h->span.begin < h->span.end;
    v->span = h->span;
    *at = h->span;
    return some ? KHCT_H_WORDS : KHCT_H_END;
}

static int khct_heading_yylex(value *v, khct_span *at, khct_head_parsing *h)
{
    *at = (khct_span){h->span.source, h->span.end, h->span.end};
    if (h->before == 0) {
        *at = h->key;
        return h->before = BLOCKS[h->block];
    }
    return h->before = h->cut ? token_at(h, v, at) : all_words(h, v, at);
}

/* At the first word of the token that fits no more. */
static void khct_heading_yyerror(khct_span *at, khct_head_parsing *h, const char *message)
{
    (void)message;
    bool word = h->cut && h->before != KHCT_H_END && at->begin < at->end;
    if (h->block == KHCT_B_HIENTRANG)
        khct_heading_say(h, h->span);
    else
        khct_heading_say(h, word ? h->words.at[h->from].span : *at);
}

static void aim(khct_head_parsing *h, khct_target_kind kind, khct_span span, uint32_t level,
                khct_span level_span)
{
    h->head->target = (khct_target){kind, (uint16_t)level, span, level_span};
}

static void add(khct_head_parsing *h, value from, value to, khct_span span)
{
    khct_criteria_add(h->reader, &h->head->criteria,
                      (khct_criteria_item){from.id, to.id, span, from.span, to.span});
}
