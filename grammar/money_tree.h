/* What the scanner and the grammar of money share.
 *
 * The kinds of tokens, one letter each (src/value/money_words.c has their words):
 *   n a number   k nghìn  m triệu  b tỷ  h trăm  c chục  d đồng  C chẵn  r rưỡi
 *   w a numeral  y năm  Y năm học  a khoảng  A trên, dưới  e mỗi
 *   s a source   o whose fund it is  q what belongs to a source  l nguồn, kinh phí  z chi
 *   K lồng ghép  N không  V what `không` denies  X ngoài
 *   T tổng  G trong đó  x times  t đến  v và  B bằng chữ  U ĐVT  p để, mua
 *   D giảm, nợ: only in a label
 *   L a new line  u any other word  ! a word that changes what stands beside it
 * Signs stand for themselves.
 */
#ifndef KHCT_GRAMMAR_MONEY_TREE_H
#define KHCT_GRAMMAR_MONEY_TREE_H

#include "value/money.h"
#include "value/tokens.h"

/* A bit of a source's number: a word that may also be used of anything else (nhà nước). */
enum { KHCT_MONEY_COMMON = 0x100 };

/* Numbers of words: of a place whose budget it is (tỉnh, xã), of what money is spent on (mua, sửa
 * chữa), of `cho`, of `từ` and `do`, which after a source say more of the same, of `đơn vị`, of
 * `cả năm`, which before a colon says what all comes to, of `còn lại`: what is left of a whole. */
enum {
    KHCT_MONEY_PLACE = 1,
    KHCT_MONEY_SPENT,
    KHCT_MONEY_FOR,
    KHCT_MONEY_FROM,
    KHCT_MONEY_UNIT,
    KHCT_MONEY_ALL,
    KHCT_MONEY_REST,
};

/* What stands in a statement, flat and in the order written; src/value/money.c makes sums of it. */
typedef enum khct_money_kind {
    KHCT_MONEY_AMOUNT,  /* also of a price times a quantity, and so much each */
    KHCT_MONEY_SOURCE,  /* or a share in per cent, its source after or before it */
    KHCT_MONEY_DENIED,  /* a source that does not pay */
    KHCT_MONEY_NOTHING, /* không */
    KHCT_MONEY_KNOWN,   /* lồng ghép, theo dự toán */
    KHCT_MONEY_JOINT,   /* a comma, `và`, `+` */
    KHCT_MONEY_BREAK,   /* a semicolon or a new line */
    KHCT_MONEY_OPEN,    /* ( */
    KHCT_MONEY_CLOSE,   /* ) */
    KHCT_MONEY_WHICH,   /* trong đó, gồm */
    KHCT_MONEY_EQUALS,  /* = */
} khct_money_kind;

typedef struct khct_money_node {
    khct_money_kind kind;
    khct_money_part part;
    bool total; /* Tổng: it says that it is the sum */
    bool all;   /* WHICH: `gồm` names every part, `trong đó` may leave some out; JOINT: `+` */
    bool bare;  /* a number without a unit */
    bool quantity;     /* how many, and no money */
    bool spoken;       /* in words */
    bool several;      /* per 2 classes: what one costs is not said */
    int per, counts;   /* what it is per, and how many of these are counted in it */
    bool repeats;      /* bằng chữ: says the amount before it again */
    bool apart;        /* a colon stands between it and its sources */
    bool led;          /* a word that leads to it stands before it */
    bool labelled;     /* what it is spent on stands before it */
    bool rest;         /* còn lại: what the others leave of a whole */
    unsigned known;    /* of KNOWN: 1 << khct_money_word */
    size_t begin, end; /* tokens */
} khct_money_node;

typedef struct khct_money_nodes {
    KHCT_VEC(khct_money_node) list;
    int64_t unit;      /* ĐVT: what bare numbers count; 0: not stated */
    bool about, total; /* said before what comes next */
    bool bounds;       /* trên, dưới: only of an amount */
    bool led, apart, labelled, rest;
    bool purse; /* the money itself leads: kinh phí, số tiền */
    bool open;  /* some amounts are not understood: parts may be missing */
    bool large; /* past KHCT_MONEY_LIMIT */
    bool wrong; /* it derives, but means nothing */
} khct_money_nodes;

/* Adds the nodes of tokens `from` to `to` to those of `nodes`. False, and nothing is added, where
 * no rule of the grammar derives them. */
bool khct_money_derive(khct_tokens *tokens, size_t from, size_t to, khct_money_nodes *nodes);

/* True for a number that is a year. khct_money_year: how many of the tokens are one: `năm 2024`,
 * `năm học 2024-2025`, `năm 2026 và 2027`. */
bool khct_money_is_year(const khct_tokens *tokens, size_t i);
size_t khct_money_year(const khct_tokens *tokens, size_t from, size_t to);

/* The scale that tokens say (`nghìn tỷ`, signs around it or not); 1 where there is none. */
int64_t khct_money_scale(const khct_tokens *tokens, size_t from, size_t to);

/* A share `n%` in parts of KHCT_MONEY_WHOLE; -1 for what is none. */
int khct_money_share(const khct_tokens *tokens, size_t i);

/* The amount that numerals say, in đồng (`năm trăm nghìn`), or the number below a hundred
 * (`mười hai`); -1 where they say none. */
int64_t khct_money_spoken(const khct_tokens *tokens, size_t from, size_t to);
int64_t khct_money_count(const khct_tokens *tokens, size_t from, size_t to);

#endif
