#include "syntax/wrap.h"

#include "text/utf8.h"

/* --- taking a value apart --- */

/* Blanks before a line's end say nothing. */
static bool line_ends(khct_str text, size_t at)
{
    size_t width;
    while (at < text.n && text.p[at] != '\n' && (width = khct_space_at(text, at)) > 0)
        at += width;
    return at == text.n || text.p[at] == '\n';
}

/* KHCT_SLICE_WORD where the word is no list item's sign. */
static khct_slice_kind sign_of(khct_str word)
{
    size_t n = khct_list_sign(word);
    if (n == 0 || n < word.n)
        return KHCT_SLICE_WORD;
    return word.p[0] == '+' ? KHCT_SLICE_SUBITEM : KHCT_SLICE_ITEM;
}

static bool is_item(khct_slice_kind kind)
{
    return kind == KHCT_SLICE_ITEM || kind == KHCT_SLICE_SUBITEM;
}

size_t khct_comment_from(const khct_tree *tree, uint32_t at)
{
    size_t low = 0, high = tree->comments.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tree->comments.at[middle].span.begin < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* True where a line that begins with these words (the first few count) might begin a field.
 * *colon: a colon follows the keyword. */
static bool begins_keyword(const khct_vocabulary *vocabulary, const khct_slice *words, size_t n,
                           bool *colon)
{
    enum { WORDS = 12, BYTES = 512 }; /* of the longest title */
    char line[BYTES];
    size_t length = 0;
    for (size_t i = 0; i < n && i < WORDS && words[i].kind == KHCT_SLICE_WORD; i++) {
        khct_str word = words[i].text;
        if ((i > 0 && words[i].before != KHCT_GAP_SPACE) || length + word.n + 1 > BYTES)
            break;
        if (i > 0)
            line[length++] = ' ';
        memcpy(line + length, word.p, word.n);
        length += word.n;
    }
    if (length == 0) /* a word longer than any keyword */
        return false;
    khct_match match = khct_keyword_match(vocabulary, KHCT_B_UNKNOWN, (khct_str){line, length});
    size_t at = match.length;
    while (at < length && line[at] == ' ')
        at++;
    *colon = at < length && line[at] == ':';
    return match.keyword != KHCT_KEYWORD_NONE;
}

/* On one line with a `;` before it, a keyword with a colon begins a field; on the next line it may
 * be text (a declaration's without its `<`). So the line end has to stay. */
static void keep_line_ends(const khct_vocabulary *vocabulary, khct_slices *pieces)
{
    for (size_t i = 1; i < pieces->n; i++) {
        khct_slice *piece = &pieces->at[i];
        bool colon;
        if (piece->before == KHCT_GAP_SPACE && piece->kind == KHCT_SLICE_WORD && piece->line &&
            khct_str_ends(piece[-1].text, ";") &&
            begins_keyword(vocabulary, piece, pieces->n - i, &colon) && colon)
            piece->before = KHCT_GAP_LINE;
    }
}

khct_slices khct_slices_of(const khct_diags *diags, const khct_vocabulary *vocabulary,
                           const khct_tree *tree, khct_span span, bool prose)
{
    khct_slices pieces = {0};
    khct_arena *arena = diags->arena;
    khct_str text = khct_str_sub(khct_source_at(diags->sources, span)->text, 0, span.end);
    size_t comment = khct_comment_from(tree, span.begin);
    bool stays_apart = false;
    for (size_t at = span.begin; at < text.n;) {
        size_t width, ends = 0;
        while (at < text.n && (width = khct_space_at(text, at)) > 0) {
            ends += text.p[at] == '\n';
            at += width;
        }
        if (at == text.n)
            break;
        bool first = pieces.n == 0, line = ends > 0 || first;
        size_t begin = at;
        khct_slice piece = {.before = ends > 1 && prose && !first ? KHCT_GAP_BLANK : KHCT_GAP_SPACE,
                            .line = line};
        if (comment < tree->comments.n && tree->comments.at[comment].span.begin == at) {
            at = tree->comments.at[comment++].span.end;
            piece.kind = KHCT_SLICE_COMMENT;
        } else {
            size_t end =
                comment < tree->comments.n ? tree->comments.at[comment].span.begin : text.n;
            while (at < text.n && at != end && khct_space_at(text, at) == 0)
                at++;
            if (prose && line)
                piece.kind = sign_of(khct_str_sub(text, begin, at));
        }
        /* a sign that is alone on its line is no item's, and may not become one */
        bool alone = is_item(piece.kind) && line_ends(text, at);
        if (alone)
            piece.kind = KHCT_SLICE_WORD;
        piece.text = khct_str_trim(khct_str_sub(text, begin, at));
        bool stays = stays_apart || (line && !first && piece.kind != KHCT_SLICE_WORD);
        if (stays && piece.before == KHCT_GAP_SPACE)
            piece.before = KHCT_GAP_LINE;
        if (first && ends > 0 && piece.kind == KHCT_SLICE_COMMENT)
            piece.before = KHCT_GAP_LINE;
        stays_apart = piece.kind == KHCT_SLICE_COMMENT ||
                      (alone && (first || piece.before != KHCT_GAP_SPACE));
        khct_push(arena, &pieces) = piece;
    }
    while (pieces.n > 0 && pieces.at[pieces.n - 1].kind == KHCT_SLICE_COMMENT)
        pieces.n--;
    if (prose)
        keep_line_ends(vocabulary, &pieces);
    return pieces;
}

/* --- putting it together --- */

void khct_wrap_text(khct_wrap *wrap, khct_str text)
{
    khct_out_str(wrap->out, text);
    wrap->column += (uint32_t)khct_utf8_cells(text, wrap->column);
}

void khct_wrap_line(khct_wrap *wrap, uint32_t indent)
{
    khct_out_str(wrap->out, wrap->newline);
    for (uint32_t i = 0; i < indent; i++)
        khct_out_char(wrap->out, ' ');
    wrap->column = indent;
}

/* True where a line may end before piece `i`. */
static bool may_break(const khct_wrap *wrap, const khct_slices *pieces, size_t i)
{
    const khct_slice *piece = &pieces->at[i];
    khct_str before = piece[-1].text, text = piece->text;
    if (piece[-1].kind != KHCT_SLICE_WORD || khct_str_ends(before, ">") ||
        khct_str_ends(before, "<"))
        return false;
    if (text.p[0] == '>' || text.p[0] == '#' || sign_of(text) != KHCT_SLICE_WORD)
        return false;
    bool colon;
    return !begins_keyword(wrap->vocabulary, piece, pieces->n - i, &colon);
}

/* How far lines of this paragraph or list item hang. */
static uint32_t hang_of(const khct_slice *piece)
{
    return piece->kind == KHCT_SLICE_ITEM ? 2 : piece->kind == KHCT_SLICE_SUBITEM ? 4 : 0;
}

static void write_piece(khct_wrap *wrap, const khct_slices *pieces, size_t i, khct_str sign)
{
    khct_wrap_text(wrap, pieces->at[i].text);
    if (i + 1 == pieces->n)
        khct_wrap_text(wrap, sign);
}

static uint32_t width_of(const khct_slices *pieces, size_t i, khct_str sign)
{
    size_t cells = khct_utf8_cells(pieces->at[i].text, 0);
    return (uint32_t)(cells + (i + 1 == pieces->n ? sign.n : 0));
}

/* Writes pieces `from` to `to`, among which no line end has to stay. */
static void write_run(khct_wrap *wrap, const khct_slices *pieces, size_t from, size_t to,
                      uint32_t indent, khct_str sign)
{
    write_piece(wrap, pieces, from, sign);
    for (size_t next = from + 1; next < to;) {
        /* the words that fit, up to the last place where the line may end */
        uint32_t column = wrap->column;
        size_t end = next, good = to;
        while (end < to) {
            column += 1 + width_of(pieces, end, sign);
            bool comment = pieces->at[end].kind == KHCT_SLICE_COMMENT;
            if (column > wrap->limit && !comment)
                break;
            end++;
        }
        if (end < to) {
            for (good = end; good > next && !may_break(wrap, pieces, good);)
                good--;
            bool here = good == next && may_break(wrap, pieces, good);
            if (good == next && !here)
                for (good = end + 1; good < to && !may_break(wrap, pieces, good);)
                    good++;
        }
        for (; next < good; next++) {
            khct_wrap_text(wrap, KHCT_STR(" "));
            write_piece(wrap, pieces, next, sign);
        }
        if (next < to) {
            khct_wrap_line(wrap, indent);
            write_piece(wrap, pieces, next++, sign);
        }
    }
}

void khct_wrap_slices(khct_wrap *wrap, const khct_slices *pieces, uint32_t indent, khct_str sign)
{
    uint32_t hang = 0;
    for (size_t from = 0; from < pieces->n;) {
        const khct_slice *first = &pieces->at[from];
        size_t to = from + 1;
        while (to < pieces->n && pieces->at[to].before == KHCT_GAP_SPACE)
            to++;
        bool item = is_item(first->kind);
        if (item || first->before == KHCT_GAP_BLANK)
            hang = hang_of(first);
        if (first->before == KHCT_GAP_BLANK)
            khct_out_str(wrap->out, wrap->newline);
        if (first->before != KHCT_GAP_SPACE)
            khct_wrap_line(wrap, indent + (item ? hang - 2 : hang));
        write_run(wrap, pieces, from, to, indent + hang, sign);
        from = to;
    }
}
