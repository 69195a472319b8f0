/* What something costs and who pays: amounts in đồng and sources. */
#ifndef KHCT_VALUE_MONEY_H
#define KHCT_VALUE_MONEY_H

#include "value/months.h"
#include "value/reader.h"

typedef enum khct_source_kind {
    KHCT_SOURCE_BUDGET,  /* ngân sách */
    KHCT_SOURCE_SOCIAL,  /* xã hội hóa */
    KHCT_SOURCE_SELF,    /* tự túc */
    KHCT_SOURCE_SPONSOR, /* tài trợ */
    KHCT_SOURCE_AGREED,  /* thu theo thỏa thuận */
    KHCT_SOURCE_PARENTS, /* đóng góp của cha mẹ học sinh */
    KHCT_SOURCE_FEES,    /* học phí */
    KHCT_SOURCE_FUND,    /* quỹ */
    KHCT_SOURCE_SCHOOL,  /* kinh phí của nhà trường */
    KHCT_SOURCE_OTHER,   /* nguồn thu hợp pháp khác */
    KHCT_SOURCE_NONE,    /* none named; also the number of sources */
} khct_source_kind;

/* "ngansach", "xahoihoa", … for JSON; "" for none. */
const char *khct_source_key(khct_source_kind source);

/* "ngân sách", "xã hội hóa", … */
const char *khct_source_name(khct_source_kind source);

/* The largest amount that is read, in đồng. */
#define KHCT_MONEY_LIMIT INT64_C(1000000000000000)

/* Words of money that name neither an amount nor a source. */
typedef enum khct_money_word {
    KHCT_MONEY_WITHIN,   /* lồng ghép: within other work */
    KHCT_MONEY_ESTIMATE, /* theo dự toán */
    KHCT_MONEY_RULE,     /* theo quy định, quy chế, định mức */
    KHCT_MONEY_ACTUAL,   /* theo thực tế */
    KHCT_MONEY_WORDS,    /* their number */
} khct_money_word;

/* "longghep", "dutoan", "quydinh", "thucte". */
const char *khct_money_word_key(khct_money_word word);

enum {
    KHCT_MONEY_FACTORS = 6,
    KHCT_MONEY_WHOLE = 10000, /* a share of 100% */
};

/* A share in per cent: "30", "12,5" with that sign before its decimals. */
khct_str khct_percent_text(khct_arena *arena, int share, char sign);

typedef struct khct_money_part {
    bool has_amount;
    bool about;     /* khoảng, dự kiến */
    bool rate;      /* so much each (`50.000 đồng/học sinh`); not in the total */
    int64_t amount; /* đồng; of `5 - 7 triệu` the upper end */
    int64_t low;    /* its lower end; else the amount again */
    khct_source_kind source;
    int share;   /* of the whole, in parts of KHCT_MONEY_WHOLE; -1: not said */
    int whole;   /* the part that this is a part of, by its place among them; -1: of none. Only what
                    is part of none is added up. */
    int factors; /* of a price times a quantity: how many; else 0 */
    int64_t factor[KHCT_MONEY_FACTORS]; /* 12, 35000000 */
    khct_span span;
} khct_money_part;

typedef struct khct_money {
    bool understood; /* `không`, a known word, or at least one part */
    bool stated;     /* a lone `-`: stated to be empty */
    bool nothing;    /* `không`: stated that it costs nothing */
    bool has_total;
    int64_t total;                   /* khct_money_total */
    unsigned sources;                /* bit 1 << khct_source_kind */
    unsigned known;                  /* bit 1 << khct_money_word */
    bool large;                      /* past KHCT_MONEY_LIMIT: it is kept as words */
    khct_months months;              /* `x 9 tháng` */
    size_t unread;                   /* amounts among the words that are not understood */
    KHCT_VEC(khct_money_part) parts; /* in the order written */
    khct_span rest; /* from the first to the last words not understood; empty where none */
    khct_span span;
    khct_str words;
} khct_money;

/* Reads by the grammar of grammar/money.y: amounts with their units, prices times quantities,
 * sources, wholes and their parts, amounts in words; `không`. What no rule accounts for is kept as
 * words; it may be understood in part where a comma, a semicolon, a line, a bracket or a word of
 * purpose sets the rest apart and the rest cannot change the meaning.
 * KH5004 what is not understood, KH5005 more than KHCT_MONEY_LIMIT, KH5006 `không` beside more,
 * KH5008 parts that do not come to their whole, KH5009 a product that is not what is stated,
 * KH5010 so much each and no sum, KH5011 words that do not say what the figures say. */
khct_money khct_read_money(const khct_reader *reader, khct_span span);

/* What one statement of money comes to. */
typedef struct khct_money_sum {
    int64_t amount;  /* đồng; 0 where nothing was counted */
    size_t counted;  /* how many amounts it was made from */
    size_t left_out; /* how many stand there and are not in it: so much each, too large, not read */
} khct_money_sum;

/* The one place where amounts are added up: of a whole and its parts only the whole counts, of a
 * product its result, so much each not at all. NULL gives an empty sum. */
khct_money_sum khct_money_total(const khct_money *money);

/* How much of that total the source pays; KHCT_SOURCE_NONE: what no one source is named for. The
 * amounts of all sources and of KHCT_SOURCE_NONE together are the total's. */
khct_money_sum khct_money_from(const khct_money *money, khct_source_kind source);

/* "12.500.000" */
khct_str khct_money_text(khct_arena *arena, int64_t amount);

#endif
