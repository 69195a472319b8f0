/* The words of the plan, in one pass for all checks of its text. */
#include "check/text.h"

#include "text/utf8.h"

#define EIGHT(from, class)                                                                         \
    [from] = class, [(from) + 1] = class, [(from) + 2] = class, [(from) + 3] = class,              \
    [(from) + 4] = class, [(from) + 5] = class, [(from) + 6] = class, [(from) + 7] = class

const uint8_t KHCT_BYTE_CLASS[256] = {
    [' '] = KHCT_SPACE_BYTE,      ['\t'] = KHCT_SPACE_BYTE,     ['\r'] = KHCT_SPACE_BYTE,
    ['\n'] = KHCT_LINE_END,       [','] = KHCT_SIGN_BYTE,       ['.'] = KHCT_SIGN_BYTE,
    [';'] = KHCT_SIGN_BYTE,       [':'] = KHCT_SIGN_BYTE,       ['!'] = KHCT_SIGN_BYTE,
    ['?'] = KHCT_SIGN_BYTE,       ['('] = KHCT_OPEN_BYTE,       ['['] = KHCT_OPEN_BYTE,
    ['"'] = KHCT_OPEN_BYTE,       [0xC2] = KHCT_HIGH_BYTE,      [0xE2] = KHCT_HIGH_BYTE,
    [0xEF] = KHCT_HIGH_BYTE,      EIGHT('a', KHCT_LETTER_BYTE), EIGHT('i', KHCT_LETTER_BYTE),
    EIGHT('q', KHCT_LETTER_BYTE), ['y'] = KHCT_LETTER_BYTE,     ['z'] = KHCT_LETTER_BYTE,
    EIGHT('A', KHCT_LETTER_BYTE), EIGHT('I', KHCT_LETTER_BYTE), EIGHT('Q', KHCT_LETTER_BYTE),
    ['Y'] = KHCT_LETTER_BYTE,     ['Z'] = KHCT_LETTER_BYTE,     [0xC3] = KHCT_LETTER_BYTE,
    [0xC4] = KHCT_LETTER_BYTE,    [0xC5] = KHCT_LETTER_BYTE,    [0xC6] = KHCT_LETTER_BYTE,
    [0xCC] = KHCT_LETTER_BYTE,    [0xE1] = KHCT_LETTER_BYTE,    EIGHT(0x80, KHCT_PART_BYTE),
    EIGHT(0x88, KHCT_PART_BYTE),  EIGHT(0x90, KHCT_PART_BYTE),  EIGHT(0x98, KHCT_PART_BYTE),
    EIGHT(0xA0, KHCT_PART_BYTE),  EIGHT(0xA8, KHCT_PART_BYTE),  EIGHT(0xB0, KHCT_PART_BYTE),
    EIGHT(0xB8, KHCT_PART_BYTE),
};

/* After a line's end: an empty line or a list item ends the paragraph; a comment is stepped over.
 */
static size_t read_line_begin(khct_reading *r, size_t at)
{
    khct_str s = r->slice;
    if (at < s.n && (r->what & KHCT_READ_BULLETS))
        khct_check_bullet(r, at);
    while (at < s.n && khct_class_of(s.p[at]) == KHCT_SPACE_BYTE)
        at++;
    if (at >= s.n)
        return at;
    char c = s.p[at];
    if (c == '#' && (at + 1 == s.n || khct_space_at(s, at + 1) > 0)) {
        while (at < s.n && s.p[at] != '\n')
            at++;
        return at;
    }
    size_t sign = khct_list_sign(khct_str_sub(s, at, s.n));
    bool item = sign > 0 && (at + sign == s.n || khct_space_at(s, at + sign) > 0);
    if (c == '\n' || item) {
        khct_paragraph_end(r);
        r->sentence = true;
    }
    return at;
}

/* --- signs --- */

static size_t read_sign(khct_reading *r, size_t at)
{
    khct_str s = r->slice;
    char before = at > 0 ? s.p[at - 1] : '\n';
    char after = at + 1 < s.n ? s.p[at + 1] : '\n';
    if (before == '\\' && at > 1)
        before = s.p[at - 2];
    r->sentence = s.p[at] != ',';
    bool doubtful = before == ' ' || before == '\xA0' || after == '.' ||
                    khct_class_of(after) == KHCT_LETTER_BYTE;
    if (doubtful && (r->what & KHCT_READ_SIGNS))
        khct_check_sign(r->t, s, at, r->span);
    return at + 1;
}

/* U+00A0 to U+00BF, and signs like “ – …. */
static size_t read_high(khct_reading *r, size_t at)
{
    size_t length;
    khct_str s = r->slice;
    int32_t c = khct_utf8_at(s.p + at, s.n - at, &length);
    bool beside = (at > 0 && khct_class_of(s.p[at - 1]) == KHCT_LETTER_BYTE) ||
                  (at + length < s.n && khct_class_of(s.p[at + length]) == KHCT_LETTER_BYTE);
    r->legacy |= beside && khct_is_legacy_letter(c);
    r->pairs |= c == 0x201C || c == 0x201D;
    r->sentence |= c == 0x201C || c == 0x2026;
    return at + length;
}

/* --- a value --- */

static bool inside(const khct_legacies *legacies, size_t at)
{
    for (size_t i = 0; i < legacies->n; i++)
        if (at >= legacies->at[i].begin && at < legacies->at[i].end)
            return true;
    return false;
}

/* What is no word: white space, signs. Returns the byte after it. */
static size_t read_other(khct_reading *r, size_t at)
{
    switch (khct_class_of(r->slice.p[at])) {
    case KHCT_SIGN_BYTE: return read_sign(r, at);
    case KHCT_HIGH_BYTE: return read_high(r, at);
    case KHCT_LINE_END: return read_line_begin(r, at + 1);
    case KHCT_OPEN_BYTE: r->pairs = r->sentence = true; break;
    default: break;
    }
    return at + 1;
}

/* Passes over digits, white space and signs that mean nothing here. "lớp 6" and "lớp 7" are not the
 * same paragraph. */
static const char *pass_other(khct_reading *r, const char *p, const char *end)
{
    for (; p < end && khct_class_of(*p) <= KHCT_SPACE_BYTE; p++)
        if (khct_is_digit(*p))
            r->hash = (r->hash ^ (unsigned char)*p) * KHCT_HASH_STEP;
    return p;
}

static void read_words(khct_reading *r)
{
    const char *p = r->slice.p, *end = p + r->slice.n;
    while (p < end) {
        enum khct_byte_class class = khct_class_of(*p);
        const char *after = class <= KHCT_SPACE_BYTE    ? pass_other(r, p, end)
                            : class >= KHCT_LETTER_BYTE ? khct_words_pass(r, p, end)
                                                        : p;
        if (after > p)
            p = after;
        else if (class == KHCT_LETTER_BYTE)
            p = khct_word_read(r, p, end);
        else
            p = r->slice.p + read_other(r, (size_t)(p - r->slice.p));
    }
    khct_paragraph_end(r);
}

/* Only the beginnings of lines are of interest. */
static void read_lines(khct_reading *r)
{
    const char *p = r->slice.p, *end = p + r->slice.n;
    while ((p = memchr(p, '\n', (size_t)(end - p))) != NULL)
        if (++p < end)
            khct_check_bullet(r, (size_t)(p - r->slice.p));
}

static void report_odd(khct_reading *r)
{
    khct_legacies legacies = {0};
    khct_texts *t = r->t;
    if (r->legacy && (r->what & KHCT_READ_WORDS))
        legacies = khct_report_legacy(r);
    for (size_t i = 0; i < r->odd.n; i++) {
        khct_str word = r->odd.at[i].word;
        size_t at = r->odd.at[i].at;
        if (!inside(&legacies, at))
            khct_remark(t, &t->odd, khct_lexeme_of(t, word),
                        khct_reading_place(r, at, at + word.n));
    }
}

/* A sign of Word's may stand first, or blanks before it. */
static bool may_be_bullet(char c)
{
    return c == 'o' || (c >= 0 && c <= ' ') || khct_class_of(c) == KHCT_HIGH_BYTE;
}

static void read_value(khct_texts *t, khct_str slice, const khct_node *node, unsigned what)
{
    khct_reading r = {.t = t, .slice = slice, .span = node->value, .what = what, .sentence = true};
    if ((what & KHCT_READ_BULLETS) && may_be_bullet(slice.p[0]))
        khct_check_bullet(&r, 0);
    if (what & ~(unsigned)(KHCT_READ_ENDING | KHCT_READ_BULLETS))
        read_words(&r);
    else if ((what & KHCT_READ_BULLETS) && (node->flags & KHCT_NODE_FOLDED))
        read_lines(&r);
    char last = slice.p[slice.n - 1];
    if ((what & KHCT_READ_ENDING) && (last == ',' || last == '\n' || last == ' '))
        khct_check_value_end(t, slice, r.span);
    if (r.pairs && (what & KHCT_READ_SIGNS))
        khct_check_pairs(t, slice, r.span);
    if (r.legacy || r.odd.n > 0)
        report_odd(&r);
}

/* --- all values --- */

static unsigned what_of(const khct_node *node)
{
    const khct_place *row = khct_place_of(node->inside, node->keyword);
    if (row == NULL || node->inside == KHCT_B_TRUONG || node->keyword == KHCT_K_HOTEN)
        return 0;
    switch (row->type) {
    case KHCT_TYPE_TEXT:
        return KHCT_READ_WORDS | KHCT_READ_SHORTS | KHCT_READ_SIGNS | KHCT_READ_PARAGRAPHS |
               KHCT_READ_ENDING;
    case KHCT_TYPE_NAME:
    case KHCT_TYPE_BASIS:
    case KHCT_TYPE_EVIDENCE:
        return KHCT_READ_WORDS | KHCT_READ_SHORTS | KHCT_READ_SIGNS | KHCT_READ_ENDING;
    case KHCT_TYPE_ROLES: return KHCT_READ_SHORTS | KHCT_READ_SIGNS | KHCT_READ_ENDING;
    case KHCT_TYPE_TIME:
    case KHCT_TYPE_MONEY: return KHCT_READ_ENDING;
    case KHCT_TYPE_ROLE:
    case KHCT_TYPE_ABBREVIATION:
    case KHCT_TYPE_PROGRESS: return KHCT_READ_WORDS;
    case KHCT_TYPE_NONE: return KHCT_READ_WORDS | KHCT_READ_SHORTS | KHCT_READ_SIGNS;
    default: return 0;
    }
}

/* What the plan brings of the library's kind (a catalogue of its own) is not its text. */
static bool is_library_block(const khct_node *node)
{
    return (node->flags & KHCT_NODE_BLOCK) != 0 &&
           (node->keyword == KHCT_K_DANHMUC || node->keyword == KHCT_K_MAU ||
            node->keyword == KHCT_K_VANBAN);
}

static void read_nodes(khct_texts *t, const khct_source *file, const khct_node *node, bool library)
{
    for (; node != NULL; node = node->next) {
        khct_str text = khct_str_sub(file->text, node->value.begin, node->value.end);
        bool within = library || is_library_block(node);
        unsigned what = within ? 0 : what_of(node);
        if ((node->flags & (KHCT_NODE_BLOCK | KHCT_NODE_QUOTED)) == 0)
            what |= KHCT_READ_BULLETS;
        if (what != 0 && text.n > 0)
            read_value(t, text, node, what);
        if (!within)
            khct_check_typed_number(t->k, node, text);
        read_nodes(t, file, node->first, within);
    }
}

static const khct_source *file_of(const khct_checking *k, size_t i)
{
    return khct_source_at(k->diags->sources, k->plan->document->files.at[i].tree->top->span);
}

void khct_check_text(khct_checking *k)
{
    const khct_document *document = k->plan->document;
    size_t bytes = 0;
    for (size_t i = 0; i < document->files.n; i++)
        bytes += file_of(k, i)->text.n;
    khct_texts t = {.k = k, .plain = khct_plain_new(k->arena, bytes)};
    for (size_t i = 0; i < document->files.n; i++)
        read_nodes(&t, file_of(k, i), document->files.at[i].tree->top->first, false);
    khct_spelling_report(&t);
    khct_paragraphs_report(&t);
    khct_shorts_end(&t);
}
