#include "page/setting.h"

#include "text/fold.h"
#include "text/utf8.h"

enum {
    LONG_WORD = 18,      /* characters from which a word may break after its signs */
    ENDLESS_WORD = 20,   /* and from which it may break between letters */
    LETTERS_A_PART = 10, /* letters on end before such a break */
    SIGNS_A_PART = 24    /* and characters of any kind; no number that is read has as many */
};

/* What stands before a figure and belongs to it; folded without marks. */
static const char *const BEFORE_FIGURE[] = {
    "ngay", "thang", "nam", "so", "muc", "quy", "khoan", "dieu", "chi", "chuan", "lop", "khoi",
};
/* What stands after a figure and belongs to it. */
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

static const struct {
    int32_t first, last;
    khct_fate fate;
} FATES[] = {
    {0x0000, 0x0008, KHCT_FATE_DROP},   {0x0009, 0x000D, KHCT_FATE_SPACE},
    {0x000E, 0x001F, KHCT_FATE_DROP},   {0x0020, 0x0020, KHCT_FATE_SPACE},
    {0x007F, 0x0084, KHCT_FATE_DROP},   {0x0085, 0x0085, KHCT_FATE_SPACE},
    {0x0086, 0x009F, KHCT_FATE_DROP},   {0x00A0, 0x00A0, KHCT_FATE_TIE},
    {0x00AD, 0x00AD, KHCT_FATE_DROP},   {0x034F, 0x034F, KHCT_FATE_DROP},
    {0x061C, 0x061C, KHCT_FATE_DROP},   {0x1680, 0x1680, KHCT_FATE_SPACE},
    {0x180B, 0x180F, KHCT_FATE_DROP},   {0x2000, 0x2006, KHCT_FATE_SPACE},
    {0x2007, 0x2007, KHCT_FATE_TIE},    {0x2008, 0x200A, KHCT_FATE_SPACE},
    {0x200B, 0x200B, KHCT_FATE_BREAK},  {0x200C, 0x200F, KHCT_FATE_DROP},
    {0x2010, 0x2011, KHCT_FATE_HYPHEN}, {0x2028, 0x2029, KHCT_FATE_SPACE},
    {0x202A, 0x202E, KHCT_FATE_DROP},   {0x202F, 0x202F, KHCT_FATE_TIE},
    {0x205F, 0x205F, KHCT_FATE_SPACE},  {0x2060, 0x206F, KHCT_FATE_DROP},
    {0x3000, 0x3000, KHCT_FATE_SPACE},  {0xFE00, 0xFE0F, KHCT_FATE_DROP},
    {0xFEFF, 0xFEFF, KHCT_FATE_DROP},   {0xFFF9, 0xFFFB, KHCT_FATE_DROP},
    {0xE0000, 0xE0FFF, KHCT_FATE_DROP},
};

khct_fate khct_fate_of(int32_t code_point)
{
    if (code_point > 0x20 && code_point < 0x7F)
        return KHCT_FATE_PRINT;
    for (size_t i = 0; i < sizeof FATES / sizeof FATES[0] && FATES[i].first <= code_point; i++)
        if (code_point <= FATES[i].last)
            return FATES[i].fate;
    return KHCT_FATE_PRINT;
}

static int32_t at(const khct_setting *s, size_t i, size_t *length)
{
    if (i >= s->text.n) {
        *length = 0;
        return 0;
    }
    return khct_utf8_at(s->text.p + i, s->text.n - i, length);
}

static bool is_space(int32_t c)
{
    khct_fate fate = khct_fate_of(c);
    return fate == KHCT_FATE_SPACE || fate == KHCT_FATE_TIE;
}

/* A word begins at byte i: how many characters it has. */
static void begin_word(khct_setting *s, size_t i)
{
    s->word = i;
    s->length = s->place = s->letters = s->run = 0;
    for (size_t n, k = i; k < s->text.n; k += n, s->length++)
        if (is_space(at(s, k, &n)))
            break;
}

static bool folds_to(khct_str text, size_t from, const char *word, bool bare)
{
    char a[KHCT_FOLDED_WORD], b[KHCT_FOLDED_WORD];
    const char *p = text.p + from, *end = text.p + text.n;
    size_t n;
    if (from >= text.n || !khct_in_word(khct_utf8_at(p, text.n - from, &n)))
        return false;
    size_t m = strlen(word);
    khct_fold_word(p, end, bare, a);
    khct_fold_word(word, word + m, bare, b);
    return strcmp(a, b) == 0;
}

/* Does the text at byte i start with a word, whole? */
static bool whole_word(const khct_setting *s, size_t i, const char *word)
{
    size_t n = strlen(word), length;
    return s->text.n - i >= n && memcmp(s->text.p + i, word, n) == 0 &&
           (i + n == s->text.n || !khct_in_word(at(s, i + n, &length)));
}

static bool starts_dash(const khct_setting *s, size_t next)
{
    size_t n, m;
    int32_t c = at(s, next, &n);
    return (c == '-' || c == 0x2013) && is_space(at(s, next + n, &m)) && m > 0;
}

/* Is the space before byte `next` one where no line should end? */
static bool tied(const khct_setting *s, size_t next)
{
    size_t n;
    int32_t c = at(s, next, &n);
    if (n == 0)
        return false;
    if (khct_is_digit(c))
        for (size_t k = 0; k < sizeof BEFORE_FIGURE / sizeof BEFORE_FIGURE[0]; k++)
            if (folds_to(s->text, s->word, BEFORE_FIGURE[k], true))
                return true;
    if (khct_is_digit(s->before))
        for (size_t k = 0; k < sizeof BEHIND_FIGURE / sizeof BEHIND_FIGURE[0]; k++)
            if (whole_word(s, next, BEHIND_FIGURE[k]))
                return true;
    return starts_dash(s, next);
}

/* The same in a head. */
static bool paired(const khct_setting *s, size_t next)
{
    size_t last = s->word; /* the last of "việc/giải" */
    for (size_t n, i = last; i < next && !is_space(at(s, i, &n)); i += n)
        if (!khct_in_word(at(s, i, &n)))
            last = i + n;
    for (size_t k = 0; k < sizeof PAIRS / sizeof PAIRS[0]; k++)
        if (folds_to(s->text, last, PAIRS[k][0], false) &&
            folds_to(s->text, next, PAIRS[k][1], false))
            return true;
    for (size_t i = next, n; i < s->text.n; i += n) /* the last two words, often a name */
        if (is_space(at(s, i, &n)))
            return false;
    return true;
}

/* May a long word break between the character just written and the next at byte `next`? */
static bool may_break(khct_setting *s, int32_t c, size_t next)
{
    size_t n;
    int32_t after = at(s, next, &n);
    size_t left = s->length - s->place;
    if (s->length < LONG_WORD || s->place < 4 || left < 3)
        return false;
    bool endless = s->length >= ENDLESS_WORD;
    if (c < 0x80 && strchr("/@_&=?:;#+", c) != NULL && after != '/' && after != c)
        return true;
    if (c == '.' || c == ',')
        return endless || !khct_is_digit(after);
    if (c == '-' || c == 0x2013)
        return endless;
    if (!endless || left < 4)
        return false;
    return (s->letters >= LETTERS_A_PART && khct_is_letter(after)) ||
           (s->run >= SIGNS_A_PART && c < 0x80 && after < 0x80);
}

/* Spaces from s->next on, read as one. False where they stand at an end of the text. */
static bool read_spaces(khct_setting *s)
{
    size_t n;
    bool tie = false;
    for (; s->next < s->text.n; s->next += n) {
        khct_fate fate = khct_fate_of(at(s, s->next, &n));
        if (fate == KHCT_FATE_TIE)
            tie = true;
        else if (fate != KHCT_FATE_SPACE && fate != KHCT_FATE_DROP)
            break;
    }
    bool inside = s->before != 0 && s->next < s->text.n;
    if (inside) {
        bool holds = tie || tied(s, s->next) || (s->head && paired(s, s->next));
        s->kind = holds ? KHCT_FATE_TIE : KHCT_FATE_SPACE;
        s->before = ' ';
    }
    begin_word(s, s->next);
    return inside;
}

static bool read_break(khct_setting *s)
{
    s->kind = KHCT_FATE_BREAK;
    s->breaks = false;
    s->letters = s->run = 0;
    return true;
}

static bool read_character(khct_setting *s, int32_t c, size_t n)
{
    size_t next = s->next + n;
    s->kind = KHCT_FATE_PRINT;
    s->character = s->before = c;
    s->bytes = khct_str_sub(s->text, s->next, next);
    s->letters = khct_is_letter(c) ? s->letters + 1 : 0;
    s->run++;
    s->breaks = may_break(s, c, next);
    s->ends = !s->breaks && c == '-' && !khct_is_digit(at(s, next, &n)); /* keep 2023-2024 whole */
    s->next = next;
    return true;
}

khct_setting khct_setting_of(khct_str text, bool head)
{
    khct_setting s = {.text = text, .head = head};
    begin_word(&s, 0);
    return s;
}

bool khct_setting_next(khct_setting *s)
{
    if (s->breaks)
        return read_break(s);
    while (s->next < s->text.n) {
        size_t n;
        int32_t c = at(s, s->next, &n);
        khct_fate fate = khct_fate_of(c);
        if (fate == KHCT_FATE_SPACE || fate == KHCT_FATE_TIE) {
            if (read_spaces(s))
                return true;
            continue;
        }
        s->place++;
        if (fate == KHCT_FATE_PRINT || fate == KHCT_FATE_HYPHEN)
            return read_character(s, fate == KHCT_FATE_HYPHEN ? '-' : c, n);
        s->next += n;
        if (fate == KHCT_FATE_BREAK)
            return read_break(s);
    }
    return false;
}
