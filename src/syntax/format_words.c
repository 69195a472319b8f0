/* Keywords and words of an item in the form that is wanted. */
#include "syntax/format_write.h"

khct_str khct_format_semicolon(const khct_formatting *w, const khct_node *node)
{
    khct_str value = value_of(w, node);
    size_t n = 0;
    while (n < value.n && value.p[value.n - 1 - n] == '\\')
        n++;
    return n % 2 == 1 && !(node->flags & KHCT_NODE_QUOTED) ? KHCT_STR(" ;") : KHCT_STR(";");
}

/* Writes the keyword at piece `i`, if it is one of these, in the form wanted, as one piece. */
static bool same_form(const khct_formatting *w, khct_slices *pieces, size_t i,
                      const khct_keyword *wanted)
{
    enum { WORDS = 3 };
    khct_str line = KHCT_STR("");
    size_t count = 0;
    while (count < WORDS && i + count < pieces->n && pieces->at[i + count].kind == KHCT_SLICE_WORD)
        line = KHCT_JOIN(w->diags->arena, line, pieces->at[i + count++].text, " ");
    for (; *wanted != KHCT_KEYWORD_NONE; wanted++) {
        size_t length, words = 1;
        if (!khct_keyword_here(w->vocabulary, *wanted, line, &length) || line.p[length] != ' ')
            continue;
        for (size_t k = 0; k < length; k++)
            words += line.p[k] == ' ';
        /* "Duy trì nền nếp", "Mức độ đạt": a title */
        bool number = i + words < pieces->n && khct_is_digit(pieces->at[i + words].text.p[0]);
        if (!number && line.p[0] >= 'A' && line.p[0] <= 'Z')
            continue;
        if (!number && *wanted == KHCT_K_MUC)
            continue;
        const khct_keyword_row *row = khct_keyword_at(*wanted);
        pieces->at[i].text = khct_str_of(w->options.marked ? row->marked : row->unmarked);
        for (size_t k = i + 1; k + words - 1 < pieces->n; k++)
            pieces->at[k] = pieces->at[k + words - 1];
        pieces->n -= words - 1;
        return true;
    }
    return false;
}

/* The words of the language inside a heading (`muc 2`, `duytri`) or after `dung`, in the form
 * wanted. They stand before the title, in the places that the heading's shape has for them. */
static void unify(const khct_formatting *w, const khct_node *node, khct_slices *pieces)
{
    static const khct_keyword AIM[] = {KHCT_K_DUYTRI, KHCT_K_MUC, KHCT_K_KHONGDAT,
                                       KHCT_KEYWORD_NONE};
    static const khct_keyword YEAR[] = {KHCT_K_NAMHOC, KHCT_KEYWORD_NONE};
    static const khct_keyword LIST[] = {KHCT_K_TIEUCHUAN, KHCT_K_TIEUCHI, KHCT_KEYWORD_NONE};
    static const khct_keyword USE[] = {KHCT_K_DANHMUC, KHCT_K_MAU, KHCT_K_VANBAN,
                                       KHCT_KEYWORD_NONE};
    switch (is_block(node) ? node->opens : KHCT_B_UNKNOWN) {
    case KHCT_B_TIEUCHI:
    case KHCT_B_KETQUATC:
    case KHCT_B_KHOAN:
        for (size_t i = 1; i < pieces->n && same_form(w, pieces, i, AIM); i++)
            if (i + 1 < pieces->n && khct_is_digit(pieces->at[i + 1].text.p[0]))
                i++;
        break;
    case KHCT_B_HIENTRANG: same_form(w, pieces, 0, YEAR); break;
    case KHCT_B_VANDE:
        for (size_t i = 0; i < pieces->n; i++)
            same_form(w, pieces, i, LIST);
        break;
    default:
        if (type_of(node) == KHCT_TYPE_USE)
            same_form(w, pieces, 0, USE);
    }
}

/* The words and comments after the keyword and one colon. */
khct_slices khct_format_pieces(const khct_formatting *w, const khct_node *node, bool prose)
{
    khct_span span = {node->key.source, node->key.end, words_end(node)};
    uint32_t at = span.begin;
    while (w->text.p[at] == ' ' || w->text.p[at] == '\t')
        at++;
    if (at < span.end && w->text.p[at] == ':')
        span.begin = at + 1;
    khct_slices pieces = khct_slices_of(w->diags, w->vocabulary, w->tree, span, prose);
    unify(w, node, &pieces);
    return pieces;
}

/* The keyword as it is written here. A colon follows where the value's first words would make it
 * another keyword, or where the value begins with a colon. */
khct_str khct_format_keyword(const khct_formatting *w, const khct_node *node)
{
    enum { WORDS = 120, KEYWORD = 60 };
    const khct_keyword_row *row = khct_keyword_at(node->keyword);
    khct_str key = khct_str_of(w->options.marked ? row->marked : row->unmarked);
    khct_str value = value_of(w, node);
    char line[KEYWORD + 1 + WORDS];
    size_t n = key.n;
    memcpy(line, key.p, n);
    line[n++] = ' ';
    for (size_t i = 0; i < value.n && i < WORDS; i++) {
        bool space = strchr(" \t\r\n", value.p[i]) != NULL;
        if (!space || line[n - 1] != ' ') /* as it will be written */
            line[n++] = space ? ' ' : value.p[i];
    }
    khct_match match = khct_keyword_match(w->vocabulary, node->inside, (khct_str){line, n});
    bool colon = value.n > 0 && value.p[0] == ':' && !(node->flags & KHCT_NODE_QUOTED);
    if (!colon && match.keyword == node->keyword && match.length == key.n)
        return key;
    return khct_str_cat(w->diags->arena, key, KHCT_STR(":"));
}
