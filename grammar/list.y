/* Lists of criteria and numbers, in fields and after a level: `1.1 - 1.6, 2.1 và 2.3`, `muc 3 1.4, 2.1`,
 * `muc caonhat tatca`, `khoan 1, 2, 4 - 6`. The first token says what is read.
 *
 * What cannot be read stands in the way no further than to the next comma: it is said, and one
 * token, WORDS. So is an entry without a comma before it. */
%code requires {
#include "value/criteria.h"

typedef struct khct_list_value {
    uint32_t number;
    khct_criterion_id id;
} khct_list_value;

typedef struct khct_list_parsing {
    const khct_reader *reader;
    khct_words words;
    int kind;    /* the first token */
    int before;  /* the token last read; 0: none */
    size_t from; /* its first word */
    bool ranged; /* that is `-` or stands after one */
    khct_level_list *levels; /* its criteria are those of any list of criteria */
    khct_numbers *numbers;
} khct_list_parsing;

/* No level is given; an entry without a comma before it; words that are none. All are reported. */
void khct_list_no_level(khct_list_parsing *list);
void khct_list_gap(khct_list_parsing *list);
void khct_list_nonsense(khct_list_parsing *list, khct_span at);
}
%code {
typedef khct_list_value value;

static int khct_list_yylex(value *v, khct_span *at, khct_list_parsing *l);
static void khct_list_yyerror(khct_span *at, khct_list_parsing *l, const char *message);
static void level(khct_list_parsing *l, value number, khct_span at);
static void add(khct_list_parsing *l, value from, khct_span from_at, value to, khct_span to_at);

/* Lists are read from the left. */
#define YYINITDEPTH 20
#define YYMAXDEPTH 20
#define YYLLOC_DEFAULT(now, right, n)                                                              \
    ((now) = (n) > 0 ? khct_span_join(YYRHSLOC(right, 1), YYRHSLOC(right, n)) : YYRHSLOC(right, 0))
}

%define api.pure full
%define api.prefix {khct_list_yy}
%define api.token.prefix {KHCT_L_}
%define api.location.type {khct_span}
%define api.value.type {khct_list_value}
%locations
%expect 0
%param {khct_list_parsing *l}

%token CRITERIA LEVELS NUMBERS
%token END 0
%token NUMBER  "số hiệu" /* 1.7 among criteria, else a whole number */
%token LEVEL   "số mức"
%token HIGHEST "caonhat"
%token ALL     "tatca"
%token AND     "và"
%token TIEUCHI "tieuchi"
%token WORDS   "lời"

%%

value:
    CRITERIA list
|   NUMBERS list
|   LEVELS level of
;

level:
    no_level
|   LEVEL                            { level(l, $1, @1); }
|   HIGHEST                          { l->levels->highest = true; l->levels->level_span = @1; }
;

no_level:
    %empty                           { khct_list_no_level(l); }
;

of:
    list
|   ALL                              { l->levels->all = true; }
;

list:
    %empty
|   entries
|   entries joined
;

entries:
    entry
|   entries joined entry
|   entries gap range
|   entries nonsense
;

joined: ',' | AND ; /* `,` is also `, và` */

entry:
    range
|   TIEUCHI range
|   nonsense
;

/* one, or all from one to another */
range:
    NUMBER                           { add(l, $1, @1, $1, @1); }
|   NUMBER '-' NUMBER                { add(l, $1, @1, $3, @3); }
|   NUMBER '-' TIEUCHI NUMBER        { add(l, $1, @1, $4, @4); }
;

gap:
    %empty                           { khct_list_gap(l); }
;

nonsense:
    WORDS                            { khct_list_nonsense(l, @1); }
;

%%

/* A number of the list at the cursor. */
static bool is_number(const khct_list_parsing *l, const khct_words *words)
{
    return l->kind == KHCT_L_NUMBERS ? khct_is_small(words) : khct_is_id(words);
}

static int number_at(khct_list_parsing *l, value *v, khct_span *at)
{
    khct_words *words = &l->words;
    if (l->kind != KHCT_L_NUMBERS)
        khct_take_id(l->reader, words, &v->id, at);
    else
        v->number = (uint32_t)words->at[words->next++].number;
    return KHCT_L_NUMBER;
}

/* `tiêu chí` before a criterion says nothing more; `words` goes on after it. */
static bool leads(const khct_list_parsing *l, khct_words *words)
{
    if (l->kind == KHCT_L_NUMBERS || !khct_take_word(l->reader, words, KHCT_C_CRITERION))
        return false;
    khct_take_sign(words, ':');
    return khct_is_id(words);
}

/* `-`, `–`, `đến`, `den` before the other end of a range; `words` goes on after it. */
static bool ranges(const khct_list_parsing *l, khct_words *words)
{
    if (!khct_take_sign(words, '-') && !khct_take_word(l->reader, words, KHCT_C_TO))
        return false;
    khct_words after = *words;
    return is_number(l, words) || leads(l, &after);
}

/* `từ` before a range and `khoản` before a number say nothing more; `words` goes on after them. */
static bool begins(const khct_list_parsing *l, khct_words *words)
{
    size_t start = words->next, length = l->kind == KHCT_L_NUMBERS ? 1 : 3;
    bool from = khct_take_word(l->reader, words, KHCT_C_FROM);
    if (l->kind == KHCT_L_NUMBERS)
        khct_take_word(l->reader, words, KHCT_C_ITEM);
    khct_words behind = *words;
    leads(l, &behind);
    bool number = is_number(l, &behind);
    behind.next += number ? length : 0;
    if (words->next > start && number && (!from || ranges(l, &behind)))
        return true;
    words->next = start;
    return false;
}

/* The level, and `tatca` after it or where it should be; 0: a list. */
static int level_at(khct_list_parsing *l, value *v, khct_span *at)
{
    khct_words *words = &l->words, all = *words;
    if (l->before == l->kind && khct_take_word(l->reader, words, KHCT_C_HIGHEST)) {
        *at = khct_words_span(words, l->from, words->next);
        khct_take_sign(words, ':');
        return KHCT_L_HIGHEST;
    }
    if (l->before == l->kind && khct_take_number(words, &v->number, at))
        return KHCT_L_LEVEL;
    if (khct_take_word(l->reader, &all, KHCT_C_ALL) && khct_at_end(&all)) {
        *words = all;
        return KHCT_L_ALL;
    }
    l->levels->criteria.span = khct_words_rest(words);
    return 0;
}

/* All words up to a comma; a comma that stands first is one of them. */
static int nonsense_at(khct_list_parsing *l, khct_span *at)
{
    khct_words *words = &l->words;
    do
        words->next++;
    while (words->next < words->n && !khct_word_is_sign(khct_peek(words), ','));
    *at = khct_words_span(words, l->from, words->next);
    return KHCT_L_WORDS;
}

static int token_at(khct_list_parsing *l, value *v, khct_span *at)
{
    khct_words *words = &l->words, probe = *words;
    bool first = l->before == l->kind || l->before == KHCT_L_LEVEL || l->before == KHCT_L_HIGHEST;
    int level = first && l->kind == KHCT_L_LEVELS ? level_at(l, v, at) : 0;
    if (level != 0)
        return level;
    if ((first || l->before == ',' || l->before == KHCT_L_AND) && begins(l, words)) {
        l->from = words->next;
        *at = khct_peek(words)->span;
    }
    bool wanted = first || l->before == ',' || l->before == KHCT_L_AND || l->before == '-';
    if (l->before == KHCT_L_NUMBER && !l->ranged && ranges(l, &probe)) {
        if (!khct_take_sign(words, '-'))
            khct_take_word(l->reader, words, KHCT_C_TO);
        return '-';
    }
    if (!wanted && l->before != KHCT_L_TIEUCHI) {
        bool comma = khct_take_sign(words, ','), and = khct_take_word(l->reader, words, KHCT_C_AND);
        if (comma || and)
            return comma ? ',' : KHCT_L_AND;
    }
    probe = *words;
    if (wanted && leads(l, &probe)) {
        khct_take_word(l->reader, words, KHCT_C_CRITERION);
        khct_take_sign(words, ':');
        return KHCT_L_TIEUCHI;
    }
    bool number = wanted || l->before == KHCT_L_TIEUCHI ? is_number(l, words)
                                                        : l->kind != KHCT_L_NUMBERS &&
                                                              khct_is_dotted(words);
    return number ? number_at(l, v, at) : nonsense_at(l, at);
}

static int khct_list_yylex(value *v, khct_span *at, khct_list_parsing *l)
{
    *at = khct_peek(&l->words)->span;
    if (l->before == 0)
        return l->before = l->kind;
    if (khct_at_end(&l->words))
        return KHCT_L_END;
    l->from = l->words.next;
    int token = token_at(l, v, at);
    l->ranged = token == '-' || l->before == '-' || (l->ranged && l->before == KHCT_L_TIEUCHI);
    return l->before = token;
}

/* The tokens make lists of any words; this says so should that ever not hold. */
static void khct_list_yyerror(khct_span *at, khct_list_parsing *l, const char *message)
{
    (void)message;
    khct_list_nonsense(l, *at);
}

static void add(khct_list_parsing *l, value from, khct_span from_at, value to, khct_span to_at)
{
    khct_span span = khct_span_join(from_at, to_at);
    if (l->kind == KHCT_L_NUMBERS)
        khct_numbers_add(l->reader, l->numbers, (khct_number_item){from.number, to.number, span});
    else
        khct_criteria_add(l->reader, &l->levels->criteria,
                          (khct_criteria_item){from.id, to.id, span, from_at, to_at});
}

/* There is no level 0: what meets none is `khongdat`. */
static void level(khct_list_parsing *l, value number, khct_span at)
{
    l->levels->level = (uint16_t)number.number;
    l->levels->level_span = at;
    if (number.number == 0)
        khct_list_no_level(l);
}
