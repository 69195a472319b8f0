/* The words that citations are made of. Of use to basis_cut.c only. */
#ifndef KHCT_VALUE_BASIS_WORDS_H
#define KHCT_VALUE_BASIS_WORDS_H

/* What a word is beside the tokens of the grammar. A kind is one only before a number or a date;
 * until that is known its token is KIND, and what may come to be a year, a bracket or a comma has a
 * sign of its own too. */
enum {
    KIND = 1000,
    NAMED,     /* a kind whose documents are cited by name: Luật */
    KIND_VERB, /* quy định, hướng dẫn: kinds that are verbs elsewhere */
    SEPARATOR, /* , và */
    STOP,      /* ; or a new item */
    OPEN,
    CLOSED,
    BEFORE,  /* đã, được: before `sửa đổi` */
    AMEND,   /* sửa đổi, bổ sung */
    SOME,    /* một số điều: after it */
    BY,      /* bởi, tại */
    PLURAL,  /* các */
    DROPPED, /* says nothing */
};

#endif
