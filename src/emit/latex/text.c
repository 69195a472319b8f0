#include "emit/latex/latex.h"
#include "emit/latex/chars.h"

#include "text/fold.h"
#include "text/utf8.h"

enum {
    LONG_WORD = 18,     /* characters from which a word may break behind its signs */
    ENDLESS_WORD = 20,  /* and from which it may break between letters */
    LETTERS_A_PART = 10 /* letters on end before such a break */
};

/* What stands before a figure and belongs to it; folded without marks. */
static const char *const BEFORE_FIGURE[] = {
    "ngay", "thang", "nam", "so", "muc", "quy", "khoan", "dieu", "chi", "chuan", "lop", "khoi",
};
/* What stands behind a figure and belongs to it. */
static const char *const BEHIND_FIGURE[] = {"%",    "‰",     "m²", "m³", "km",
                                            "đồng", "triệu", "tỷ", "tỉ"};

/* Words of a head, or of a table's heading, that belong together, two by two. */
static const char *const PAIRS[][2] = {
    {"ủy", "ban"},      {"nhân", "dân"},   {"giáo", "dục"},  {"đào", "tạo"},      {"tiểu", "học"},
    {"trung", "học"},   {"cơ", "sở"},      {"phổ", "thông"}, {"mầm", "non"},      {"mẫu", "giáo"},
    {"dân", "tộc"},     {"nội", "trú"},    {"bán", "trú"},   {"thường", "xuyên"}, {"trung", "tâm"},
    {"thị", "trấn"},    {"thị", "xã"},     {"thành", "phố"}, {"hiệu", "trưởng"},  {"phó", "hiệu"},
    {"giám", "đốc"},    {"phó", "giám"},   {"cải", "tiến"},  {"chất", "lượng"},   {"đánh", "giá"},
    {"năm", "học"},     {"giai", "đoạn"},  {"kiểm", "định"}, {"tư", "thục"},      {"dân", "lập"},
    {"công", "lập"},    {"nhà", "trường"}, {"hội", "đồng"},  {"chủ", "tịch"},     {"quốc", "tế"},
    {"kế", "hoạch"},    {"giải", "pháp"},  {"thực", "hiện"}, {"phối", "hợp"},     {"kinh", "phí"},
    {"điều", "kiện"},   {"hỗ", "trợ"},     {"thời", "gian"}, {"hoàn", "thành"},   {"nội", "dung"},
    {"phân", "công"},   {"giám", "sát"},   {"báo", "cáo"},   {"tiêu", "chuẩn"},   {"tiêu", "chí"},
    {"phụ", "trách"},   {"minh", "chứng"}, {"nguồn", "lực"}, {"hiện", "trạng"},   {"công", "việc"},
    {"dự", "kiến"},     {"chủ", "trì"},    {"kết", "quả"},   {"chỉ", "số"},       {"hạn", "chế"},
    {"nguyên", "nhân"}, {"mức", "độ"},     {"dữ", "liệu"},   {"bảo", "đảm"},      {"điều", "chỉnh"},
    {"theo", "dõi"},    {"thông", "tin"},  {"mục", "tiêu"},  {"hoạt", "động"},    {"thời", "điểm"},
    {"cá", "nhân"},     {"đơn", "vị"},     {"từ", "năm"},    {"đến", "năm"},
};

typedef struct writer {
    khct_out *out;             /* NULL: only measured */
    khct_latex_extent *extent; /* NULL: only written */
    uint32_t part;             /* width since the last place where a line may end */
    khct_str text;
    bool head, plain;
    khct_latex_font font; /* of the open \khctkhac; KHCT_FONT_MAIN: none is open */
    size_t word;          /* where the word begins that is being written */
    size_t length;        /* its characters */
    size_t place;         /* characters of it written so far */
    size_t letters;       /* letters on end since a place where it may break */
    int32_t before;       /* the last character written; 0 at the start */
} writer;

/* Widths of TeX Gyre Termes from the space on, in thousandths of its size. */
static const uint16_t WIDTHS[] = {
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
};

static uint32_t width_of(int32_t c)
{
    if (c >= 0x20 && c < 0x7F)
        return WIDTHS[c - 0x20];
    if (khct_is_letter(c))
        return khct_is_capital_or_digit(c) ? 700 : 480;
    return 800;
}

static void put(writer *w, const char *latex)
{
    if (w->out != NULL)
        khct_out_cstr(w->out, latex);
}

/* What is written next is of this font. */
static void set_font(writer *w, khct_latex_font font)
{
    if (w->font == font || w->plain)
        return;
    if (w->font != KHCT_FONT_MAIN)
        put(w, "}");
    if (font != KHCT_FONT_MAIN && w->out != NULL)
        khct_out_format(w->out, "\\khctkhac{%u}{", (unsigned)font);
    w->font = font;
}

/* A place where a line may end. */
static void end_part(writer *w)
{
    if (w->extent != NULL && w->part > w->extent->widest)
        w->extent->widest = w->part;
    w->part = 0;
}

static void count(writer *w, int32_t c)
{
    if (w->extent == NULL)
        return;
    uint32_t width = width_of(c);
    w->extent->total += width;
    w->part += width;
}

static bool is_digit(int32_t c)
{
    return c >= '0' && c <= '9';
}

static int32_t at(const writer *w, size_t i, size_t *length)
{
    if (i >= w->text.n) {
        *length = 0;
        return 0;
    }
    return khct_utf8_at(w->text.p + i, w->text.n - i, length);
}

static bool is_space(int32_t c)
{
    khct_latex_fate fate = khct_latex_fate_of(c);
    return fate == KHCT_FATE_SPACE || fate == KHCT_FATE_TIE;
}

/* A word begins at byte i: how many characters it has. */
static void begin_word(writer *w, size_t i)
{
    w->word = i;
    w->length = w->place = w->letters = 0;
    for (size_t n, k = i; k < w->text.n; k += n, w->length++)
        if (is_space(at(w, k, &n)))
            break;
}

static bool folds_to(khct_str text, size_t from, const char *word, bool bare)
{
    char a[KHCT_FOLDED_WORD], b[KHCT_FOLDED_WORD], none[KHCT_FOLDED_WORD];
    const char *p = text.p + from, *end = text.p + text.n;
    size_t n;
    if (from >= text.n || !khct_in_word(khct_utf8_at(p, text.n - from, &n)))
        return false;
    size_t m = strlen(word);
    khct_fold_word(p, end, bare ? none : a, bare ? a : none);
    khct_fold_word(word, word + m, bare ? none : b, bare ? b : none);
    return strcmp(a, b) == 0;
}

/* Does the text at byte i start with a word, whole? */
static bool whole_word(const writer *w, size_t i, const char *word)
{
    size_t n = strlen(word), length;
    return w->text.n - i >= n && memcmp(w->text.p + i, word, n) == 0 &&
           (i + n == w->text.n || !khct_in_word(at(w, i + n, &length)));
}

static bool starts_dash(const writer *w, size_t next)
{
    size_t n, m;
    int32_t c = at(w, next, &n);
    return (c == '-' || c == 0x2013) && is_space(at(w, next + n, &m)) && m > 0;
}

/* Is the space before byte `next` one where no line should end? */
static bool tied(const writer *w, size_t next)
{
    size_t n;
    int32_t c = at(w, next, &n);
    if (n == 0)
        return false;
    if (is_digit(c))
        for (size_t k = 0; k < sizeof BEFORE_FIGURE / sizeof BEFORE_FIGURE[0]; k++)
            if (folds_to(w->text, w->word, BEFORE_FIGURE[k], true))
                return true;
    if (is_digit(w->before))
        for (size_t k = 0; k < sizeof BEHIND_FIGURE / sizeof BEHIND_FIGURE[0]; k++)
            if (whole_word(w, next, BEHIND_FIGURE[k]))
                return true;
    return starts_dash(w, next);
}

/* The same in a head. */
static bool paired(const writer *w, size_t next)
{
    size_t last = w->word; /* the last of "việc/giải" */
    for (size_t n, i = last; i < next && !is_space(at(w, i, &n)); i += n)
        if (!khct_in_word(at(w, i, &n)))
            last = i + n;
    for (size_t k = 0; k < sizeof PAIRS / sizeof PAIRS[0]; k++)
        if (folds_to(w->text, last, PAIRS[k][0], false) &&
            folds_to(w->text, next, PAIRS[k][1], false))
            return true;
    for (size_t i = next, n; i < w->text.n; i += n) /* the last two words, often a name */
        if (is_space(at(w, i, &n)))
            return false;
    return true;
}

/* Spaces from byte i on; returns the byte behind them. */
static size_t write_spaces(writer *w, size_t i)
{
    size_t n;
    bool tie = false;
    for (; i < w->text.n; i += n) {
        khct_latex_fate fate = khct_latex_fate_of(at(w, i, &n));
        if (fate == KHCT_FATE_TIE)
            tie = true;
        else if (fate != KHCT_FATE_SPACE && fate != KHCT_FATE_DROP)
            break;
    }
    if (w->before == 0 || i >= w->text.n)
        return i;
    set_font(w, KHCT_FONT_MAIN);
    bool kept = tie || tied(w, i) || (w->head && paired(w, i));
    put(w, kept ? "~" : " ");
    count(w, ' ');
    if (!kept)
        end_part(w);
    w->before = ' ';
    return i;
}

/* May a long word break between the character just written and the next at byte `next`? */
static bool may_break(writer *w, int32_t c, size_t next)
{
    size_t n;
    int32_t after = at(w, next, &n);
    size_t left = w->length - w->place;
    if (w->length < LONG_WORD || w->place < 4 || left < 3)
        return false;
    bool endless = w->length >= ENDLESS_WORD;
    if (c < 0x80 && strchr("/@_&=?:;#+", c) != NULL)
        return after != '/' && after != c;
    if (c == '.' || c == ',')
        return endless || !is_digit(after);
    if (c == '-' || c == 0x2013)
        return endless;
    return endless && w->letters >= LETTERS_A_PART && left >= 4 && khct_is_letter(after);
}

/* Pairs that fonts make one sign of. */
static bool joins(int32_t before, int32_t c)
{
    return before == c ? strchr("-,<>'`", c) != NULL : (before == '?' || before == '!') && c == '`';
}

static void write_ascii(writer *w, int32_t c)
{
    const char plain[] = {(char)c, '\0'}, escaped[] = {'\\', (char)c, '\0'};
    if (joins(w->before, c))
        put(w, "{}");
    if (c == '\\')
        put(w, "\\textbackslash{}");
    else if (c == '~')
        put(w, "\\textasciitilde{}");
    else if (c == '^')
        put(w, "\\textasciicircum{}");
    else if (c == '\'')
        put(w, "\\textquotesingle{}");
    else if (c == '`')
        put(w, "\\textasciigrave{}");
    else
        put(w, strchr("{}$&#_%", c) != NULL ? escaped : plain);
}

/* Ligatures of Unicode as the letters they are made of: fonts lack them, and readers search them.
 */
static const char *ligature(int32_t c)
{
    static const char *const letters[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    return c >= 0xFB00 && c <= 0xFB06 ? letters[c - 0xFB00] : NULL;
}

/* A character that no font has. */
static void write_box(writer *w, int32_t c)
{
    set_font(w, KHCT_FONT_MAIN);
    if (w->out != NULL)
        khct_out_format(w->out, "\\khcthop{%04X}", (unsigned)c);
    for (int i = 0; i < 4; i++)
        count(w, '0');
}

static void write_other(writer *w, int32_t c, khct_str bytes)
{
    khct_latex_font font = khct_latex_font_of(c);
    if (font == KHCT_FONT_NONE && !w->plain) {
        write_box(w, c);
        return;
    }
    set_font(w, font);
    if (ligature(c) != NULL)
        put(w, ligature(c));
    else if (c == 0xFFFD)
        put(w, "\xEF\xBF\xBD");
    else if (w->out != NULL)
        khct_out_str(w->out, bytes);
    count(w, c);
}

static void write_character(writer *w, int32_t c, khct_str bytes)
{
    char sign[4];
    int32_t shown = khct_latex_sign(c);
    if (shown != c)
        bytes = (khct_str){sign, khct_utf8_put(shown, sign)};
    if (c < 0x80) {
        set_font(w, KHCT_FONT_MAIN);
        write_ascii(w, c);
        count(w, c);
    } else {
        write_other(w, shown, bytes);
    }
    w->before = c;
    w->letters = khct_is_letter(c) ? w->letters + 1 : 0;
}

static void put_break(writer *w)
{
    if (w->plain)
        return;
    set_font(w, KHCT_FONT_MAIN);
    put(w, "\\khctngat{}");
    end_part(w);
    w->letters = 0;
}

static void write_text(writer *w)
{
    begin_word(w, 0);
    for (size_t n, i = 0; i < w->text.n; i += n) {
        int32_t c = at(w, i, &n);
        khct_latex_fate fate = khct_latex_fate_of(c);
        if (fate == KHCT_FATE_SPACE || fate == KHCT_FATE_TIE) {
            i = write_spaces(w, i);
            n = 0;
            begin_word(w, i);
            continue;
        }
        w->place++;
        if (fate == KHCT_FATE_DROP)
            continue;
        if (fate == KHCT_FATE_BREAK) {
            put_break(w);
            continue;
        }
        if (fate == KHCT_FATE_HYPHEN)
            c = '-';
        write_character(w, c, khct_str_sub(w->text, i, i + n));
        if (may_break(w, c, i + n))
            put_break(w);
        else if (c == '-' && !is_digit(at(w, i + n, &(size_t){0}))) /* keep 2023-2024 whole */
            end_part(w);
    }
    set_font(w, KHCT_FONT_MAIN);
    end_part(w);
}

void khct_latex_text(khct_out *out, khct_str text)
{
    writer w = {.out = out, .text = text};
    write_text(&w);
}

void khct_latex_plain(khct_out *out, khct_str text)
{
    writer w = {.out = out, .text = text, .plain = true};
    write_text(&w);
}

void khct_latex_head(khct_out *out, khct_str text)
{
    writer w = {.out = out, .text = text, .head = true};
    write_text(&w);
}

void khct_latex_measure(khct_str text, khct_latex_extent *extent)
{
    *extent = (khct_latex_extent){0, 0};
    writer w = {.extent = extent, .text = text};
    write_text(&w);
}
