/* What the scanner and the grammar of times share.
 *
 * The kinds of tokens, one letter each (src/value/time_words.c has their words):
 *   n a number below 100   N a numeral, Roman too   y a year   b any other number
 *   d ngày  w tuần  m tháng  q quý  h học kỳ  x hè  Y năm  S năm học  T năm học tới  C các năm
 *   P giai đoạn  j năm sau, năm trước  J tháng sau  W thứ  c chủ nhật
 *   p đầu, giữa, cuối  e mỗi  A thường xuyên  l lần  M ít nhất
 *   f từ  t đến  B trước  U chậm nhất  F sau  D hoàn thành  k kết thúc  G đạt  O trở đi
 *   i trong, vào  H này  v và  V tầm nhìn  X sơ kết  K dịp  r nay, ngày ký
 *   Z 7h30  g giờ  s phút  z sáng  a thời hạn, báo cáo  o đợt
 *   Q đột xuất, khi cần, Tết Trung thu: no day
 *   L a new line  u any other word  ! a word that changes what stands beside it
 * Signs stand for themselves.
 */
#ifndef KHCT_GRAMMAR_TIME_TREE_H
#define KHCT_GRAMMAR_TIME_TREE_H

#include "value/moment.h"
#include "value/tokens.h"

/* The number of a label that says when something begins. */
enum { KHCT_TIME_STARTS = 1 };

/* What stands in a time, flat and in the order written; src/value/when.c makes days of it. */
typedef enum khct_time_kind {
    KHCT_TIME_MOMENT,  /* one that follows another belongs to it: tháng 9 năm 2024 */
    KHCT_TIME_TO,      /* between two moments: `-`, đến */
    KHCT_TIME_LIMIT,   /* before a moment; `limit` says which */
    KHCT_TIME_REPEAT,  /* hằng tháng, 2 lần/năm */
    KHCT_TIME_ALWAYS,  /* thường xuyên */
    KHCT_TIME_START,   /* bắt đầu, khởi công */
    KHCT_TIME_DONE,    /* hoàn thành: what follows ends what was before */
    KHCT_TIME_ONWARD,  /* và các năm tiếp theo, trở đi */
    KHCT_TIME_OUTLOOK, /* tầm nhìn đến năm 2030 */
    KHCT_TIME_NOTE,    /* an hour, a day of the week, a goal: says no day by itself */
    KHCT_TIME_LENGTH,  /* 5 năm: as long as what follows */
    KHCT_TIME_COUNT,   /* hai năm: how many of them follow */
    KHCT_TIME_LABEL,   /* a colon: what is before it only names what follows */
    KHCT_TIME_JOINT,   /* a comma */
    KHCT_TIME_AND,     /* và, a semicolon, a new line: several times */
    KHCT_TIME_OPEN,    /* ( */
    KHCT_TIME_CLOSE,   /* ) */
} khct_time_kind;

typedef enum khct_time_limit {
    KHCT_LIMIT_FROM,   /* từ */
    KHCT_LIMIT_TO,     /* đến hết, chậm nhất */
    KHCT_LIMIT_BEFORE, /* trước */
    KHCT_LIMIT_AFTER,  /* sau */
} khct_time_limit;

typedef struct khct_time_node {
    khct_time_kind kind;
    khct_moment moment; /* of MOMENT; of OUTLOOK its year, of NOTE the day of the week or 0 */
    khct_time_limit limit;
    bool dash;   /* TO: a dash, which also stands between the days of a list */
    bool before; /* TO: đến trước */
    khct_repeat repeat;
    size_t begin, end; /* tokens */
} khct_time_node;

typedef struct khct_time_nodes {
    KHCT_VEC(khct_time_node) list;
    bool wrong; /* it derives, but means nothing */
} khct_time_nodes;

/* Adds the nodes of tokens `from` to `to` to those of `nodes`. False, and nothing is added, where
 * no rule of the grammar derives them. */
bool khct_time_derive(khct_tokens *tokens, size_t from, size_t to, khct_time_nodes *nodes);

/* The moment that the numbers of these tokens say. `order`: what each number is, `d` its day, `m`
 * its month, `y` its year (that of the school year where `unit` is one), `l` its last year, `k`
 * which week, quarter or term. */
khct_moment khct_time_moment(const khct_tokens *tokens, size_t from, size_t to, khct_unit unit,
                             const char *order);

/* What stands there is said of a numbered phase: `Giai đoạn 1:`, `Giai đoạn 1 (`. */
bool khct_time_is_phase(const khct_tokens *tokens, size_t at);

/* The day of the week that a token says: 2 to 7, and 8 for Sunday. */
int khct_time_weekday(const khct_tokens *tokens, size_t at);

/* How often: `2 lần/năm`, `6 tháng một lần`, `mỗi 3 tháng`. */
khct_repeat khct_time_repeat(const khct_tokens *tokens, size_t from, size_t to);

#endif
