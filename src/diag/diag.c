#include "diag/diag.h"

#include "text/sort.h"
#include "text/utf8.h"

#include <errno.h>

static const khct_code_row CODES[] = {
#define ERROR KHCT_ERROR
#define SIGNED KHCT_SIGNED
#define WARNING KHCT_WARNING
#define NOTE KHCT_NOTE
#define KHCT_CODE(number, severity, vi, en, clause, explain_vi, explain_en, wrong, right)          \
    {"KH" #number, #number, severity, {vi, en}, clause, {explain_vi, explain_en}, wrong, right},
#define KHCT_TEXT(id, vi, en)
#include "diag/codes.def"
#undef KHCT_CODE
#undef KHCT_TEXT
#undef ERROR
#undef SIGNED
#undef WARNING
#undef NOTE
};

static const char *const TEXTS[][2] = {
    {"", ""},
#define KHCT_CODE(number, severity, vi, en, clause, explain_vi, explain_en, wrong, right)
#define KHCT_TEXT(id, vi, en) {vi, en},
#include "diag/codes.def"
#undef KHCT_CODE
#undef KHCT_TEXT
};

_Static_assert(sizeof CODES / sizeof CODES[0] == KHCT_CODE_COUNT, "a row a code");
_Static_assert(sizeof TEXTS / sizeof TEXTS[0] == KHCT_TEXT_COUNT, "a row a text");

const khct_code_row *khct_code_at(khct_code code)
{
    return &CODES[code];
}

khct_code khct_code_find(khct_str name)
{
    if (name.n == 6 && (name.p[0] == 'K' || name.p[0] == 'k') &&
        (name.p[1] == 'H' || name.p[1] == 'h'))
        name = khct_str_sub(name, 2, name.n);
    unsigned code = 0;
    while (code < KHCT_CODE_COUNT && !khct_str_is(name, CODES[code].number))
        code++;
    return (khct_code)code;
}

/* Reads "{3}" or, of a keyword, "{k3}" at `p`: the number and how many bytes that is; 0: neither.
 */
static size_t place_at(const char *p, int *number, bool *keyword)
{
    if (p[0] != '{')
        return 0;
    *keyword = p[1] == 'k';
    const char *digit = p + 1 + *keyword;
    *number = *digit - '0';
    bool stands = *number >= 0 && *number < KHCT_MESSAGE_ARGS && digit[1] == '}';
    return stands ? (size_t)(digit + 2 - p) : 0;
}

khct_str khct_quoted_part(khct_str text)
{
    if (text.n <= KHCT_QUOTE_LIMIT)
        return text;
    size_t at = 0, letter = 0, length; /* `letter`: after the last one that has all its marks */
    for (size_t i = 0; at < text.n && i < KHCT_QUOTE_LIMIT; i++, at += length) {
        khct_utf8_at(text.p + at, text.n - at, &length);
        if (khct_utf8_cells(khct_str_sub(text, at, at + length), 0) > 0)
            letter = at;
    }
    if (at == text.n)
        return text;
    khct_utf8_at(text.p + at, text.n - at, &length);
    bool whole = letter == 0 || khct_utf8_cells(khct_str_sub(text, at, at + length), 0) > 0;
    return khct_str_sub(text, 0, whole ? at : letter);
}

khct_str khct_quote(khct_arena *arena, khct_str text)
{
    khct_str part = khct_quoted_part(text);
    return part.n == text.n ? text : KHCT_JOIN(arena, part, "…");
}

/* What the system says, which is English, in the user's language. */
static const struct {
    int error;
    const char *vi;
} SYSTEM[] = {
    {EACCES, "không có quyền"},
    {EPERM, "hệ thống không cho phép"},
    {ENOENT, "không có tệp hay thư mục ấy"},
    {ENOTDIR, "một phần của đường dẫn không phải thư mục"},
    {EISDIR, "đây là thư mục"},
    {ENOSPC, "hết chỗ trên ổ đĩa"},
#ifdef EDQUOT
    {EDQUOT, "hết phần ổ đĩa được cấp"},
#endif
    {EROFS, "ổ đĩa chỉ cho đọc"},
    {EFBIG, "tệp quá lớn"},
    {EIO, "lỗi đọc ghi của ổ đĩa"},
    {ENODEV, "không có thiết bị ấy"},
    {ENXIO, "không có thiết bị ấy"},
    {EMFILE, "mở quá nhiều tệp"},
    {ENFILE, "hệ thống mở quá nhiều tệp"},
    {ENAMETOOLONG, "tên tệp quá dài"},
    {ELOOP, "liên kết vòng"},
    {EPIPE, "bên nhận đã đóng"},
    {EBADF, "luồng này đã đóng"},
    {EEXIST, "đã có tệp cùng tên"},
    {EBUSY, "tệp đang được dùng"},
    {ETXTBSY, "tệp đang được dùng"},
    {ENOMEM, "hết bộ nhớ"},
    {EINVAL, "hệ thống không nhận yêu cầu này"},
};

static bool tells_system(khct_text_id id)
{
    return id == KHCT_T_NOT_READABLE || id == KHCT_T_NOT_WRITABLE || id == KHCT_T_WRITE_STDOUT ||
           id == KHCT_T_WRITE_STDERR || id == KHCT_T_LATEX_NOWHERE;
}

static khct_str system_words(khct_str words)
{
    for (size_t i = 0; i < sizeof SYSTEM / sizeof *SYSTEM; i++)
        if (khct_str_is(words, strerror(SYSTEM[i].error)))
            return khct_str_of(SYSTEM[i].vi);
    return words;
}

/* --- keywords as the file spells them --- */

static khct_str with_marks(khct_str word)
{
    static const char *const SPELT[][2] = {
#define KHCT_KEYWORD(id, unmarked, marked, vi, en) {unmarked, marked},
#include "keywords.def"
    };
    for (size_t i = 0; i < sizeof SPELT / sizeof *SPELT; i++)
        if (khct_str_is(word, SPELT[i][0]))
            return khct_str_of(SPELT[i][1]);
    return word;
}

static bool in_keyword(char c)
{
    return (c >= 'a' && c <= 'z') || khct_is_digit(c);
}

/* Letters and signs beside which no keyword begins or ends: `--from`, `tt18_2018`, `MA`. */
static bool joins(char c)
{
    return khct_is_ascii_word(c) || (unsigned char)c >= 0x80 || c == '_' || c == '-' || c == '.';
}

/* A text on its way into a message. */
typedef struct saying {
    khct_arena *arena;
    KHCT_VEC(khct_str) pieces;
    bool quoted; /* between backticks */
} saying;

/* Adds a text, keywords between backticks (`all`: every one) with their marks. */
static void say_marked(saying *s, khct_str text, bool all)
{
    size_t plain = 0;
    for (size_t at = 0; at < text.n; at++) {
        s->quoted ^= text.p[at] == '`';
        size_t end = at;
        while (end < text.n && in_keyword(text.p[end]))
            end++;
        bool apart = (at == 0 || !joins(text.p[at - 1])) && (end == text.n || !joins(text.p[end]));
        if (end == at || !apart || !(s->quoted || all))
            continue;
        khct_push(s->arena, &s->pieces) = khct_str_sub(text, plain, at);
        khct_push(s->arena, &s->pieces) = with_marks(khct_str_sub(text, at, end));
        plain = end;
        at = end - 1;
    }
    khct_push(s->arena, &s->pieces) = khct_str_sub(text, plain, text.n);
}

static void say_part(saying *s, khct_str text, bool marked, bool all)
{
    if (marked)
        say_marked(s, text, all);
    else
        khct_push(s->arena, &s->pieces) = text;
}

static khct_str word_text(khct_arena *arena, const khct_message_word *word)
{
    return word->is_number ? khct_str_number(arena, word->number) : khct_quote(arena, word->text);
}

khct_str khct_message_text(khct_arena *arena, khct_message message, khct_language language)
{
    saying s = {.arena = arena};
    const char *p = TEXTS[message.id][language], *plain = p;
    while (*p != '\0') {
        int number;
        bool keyword;
        size_t length = place_at(p, &number, &keyword);
        if (length == 0) {
            p++;
            continue;
        }
        say_part(&s, (khct_str){plain, (size_t)(p - plain)}, message.marked, false);
        const khct_message *inner = number < 2 ? message.inner[number] : NULL;
        khct_str arg = inner != NULL ? khct_message_text(arena, *inner, language)
                                     : word_text(arena, &message.args[number]);
        if (language == KHCT_VI && tells_system(message.id))
            arg = system_words(arg);
        say_part(&s, arg, message.marked && keyword, true);
        p += length;
        plain = p;
    }
    say_part(&s, (khct_str){plain, (size_t)(p - plain)}, message.marked, false);
    return khct_str_join(arena, s.pieces.at, s.pieces.n);
}

/* The severity after -W, or -1 where the diagnostic is off. */
static int switched(const khct_diags *diags, khct_code code, khct_severity severity)
{
    switch (diags->switches == NULL ? KHCT_AS_TABLE : diags->switches[code]) {
    case KHCT_OFF: return severity >= KHCT_WARNING ? -1 : (int)severity;
    case KHCT_AS_ERROR: return (int)KHCT_ERROR;
    case KHCT_AS_WARNING: return severity == KHCT_SIGNED ? (int)KHCT_WARNING : (int)severity;
    default: return (int)severity;
    }
}

khct_diag *khct_report_as(khct_diags *diags, khct_code code, khct_severity severity, khct_span span,
                          khct_message message)
{
    khct_diag made = {
        .diags = diags, .code = code, .severity = severity, .span = span, .message = message};
    int now = switched(diags, code, severity);
    bool kept = now >= 0 && diags->list.n < KHCT_DIAG_LIMIT;
    if (now >= 0)
        made.severity = (khct_severity)now;
    if (now >= 0 && !kept)
        diags->beyond[now]++;
    khct_diag *diag = kept ? khct_alloc(diags->arena, sizeof *diag) : &diags->scratch;
    *diag = made;
    if (kept)
        khct_push(diags->arena, &diags->list) = diag;
    return diag;
}

khct_diag *khct_report(khct_diags *diags, khct_code code, khct_span span, khct_message message)
{
    return khct_report_as(diags, code, CODES[code].severity, span, message);
}

khct_diag *khct_report_hint(khct_diags *diags, khct_code code, khct_span span, khct_message message,
                            khct_message hint)
{
    khct_diag *diag = khct_report(diags, code, span, message);
    khct_diag_hint(diag, hint);
    return diag;
}

void khct_diag_label(khct_diag *diag, khct_message message)
{
    diag->label = message;
}

static bool is_kept(const khct_diag *diag)
{
    return diag != NULL && diag != &diag->diags->scratch;
}

void khct_diag_related(khct_diag *diag, khct_span span, khct_message message)
{
    if (is_kept(diag))
        khct_push(diag->diags->arena, &diag->related) = (struct khct_related){span, message};
}

static void remark(khct_diag *diag, bool hint, khct_message message)
{
    if (is_kept(diag))
        khct_push(diag->diags->arena, &diag->remarks) = (struct khct_remark){hint, message};
}

void khct_diag_note(khct_diag *diag, khct_message message)
{
    remark(diag, false, message);
}

void khct_diag_hint(khct_diag *diag, khct_message message)
{
    remark(diag, true, message);
}

khct_fix *khct_diag_fix(khct_diag *diag, khct_grade grade, khct_span span, khct_str text)
{
    khct_fix *fix = &diag->diags->scratch_fix;
    if (is_kept(diag)) {
        fix = &khct_push(diag->diags->arena, &diag->fixes);
        *fix = (khct_fix){.grade = grade};
    } else {
        fix->edits.n = 0; /* its room is used again */
    }
    khct_push(diag->diags->arena, &fix->edits) = (khct_edit){span, text};
    return fix;
}

static int order(const void *left, const void *right)
{
    const khct_diag *a = *(khct_diag *const *)left, *b = *(khct_diag *const *)right;
    if (a->span.source != b->span.source)
        return a->span.source < b->span.source ? -1 : 1;
    if (a->span.begin != b->span.begin)
        return a->span.begin < b->span.begin ? -1 : 1;
    if (a->code != b->code)
        return a->code < b->code ? -1 : 1;
    return (a->span.end > b->span.end) - (a->span.end < b->span.end);
}

static void spell_fix(khct_arena *arena, khct_fix *fix)
{
    fix->title.marked = true;
    for (size_t i = 0; fix->keyword && i < fix->edits.n; i++) {
        saying s = {.arena = arena};
        say_marked(&s, fix->edits.at[i].text, true);
        fix->edits.at[i].text = khct_str_join(arena, s.pieces.at, s.pieces.n);
    }
}

static void spell(khct_arena *arena, khct_diag *diag)
{
    diag->message.marked = diag->label.marked = true;
    for (size_t i = 0; i < diag->related.n; i++)
        diag->related.at[i].message.marked = true;
    for (size_t i = 0; i < diag->remarks.n; i++)
        diag->remarks.at[i].message.marked = true;
    for (size_t i = 0; i < diag->fixes.n; i++)
        spell_fix(arena, &diag->fixes.at[i]);
}

/* Moves the hints and fixes of one to another. */
static void hand_on(khct_arena *arena, const khct_diag *from, khct_diag *to)
{
    for (size_t i = 0; i < from->remarks.n; i++)
        khct_push(arena, &to->remarks) = from->remarks.at[i];
    for (size_t i = 0; i < from->fixes.n; i++)
        khct_push(arena, &to->fixes) = from->fixes.at[i];
}

/* A sign before a value (KH1027) often makes it one that is not understood, which is no second
 * mistake: notes at its place are left out, and what is graver has the sign's hint and fix. */
static void join_signs(khct_diags *diags)
{
    khct_diag **list = diags->list.at;
    size_t kept = 0, n = diags->list.n;
    for (size_t i = 0, end; i < n; i = end) {
        khct_diag *sign = NULL, *grave = NULL;
        for (end = i; end < n && list[end]->span.source == list[i]->span.source &&
                      list[end]->span.begin == list[i]->span.begin;
             end++)
            if (list[end]->code == KHCT_KH1027)
                sign = list[end];
            else if (list[end]->severity < (grave == NULL ? KHCT_NOTE : grave->severity))
                grave = list[end];
        if (sign != NULL && grave != NULL)
            hand_on(diags->arena, sign, grave);
        for (size_t k = i; k < end; k++)
            if (sign == NULL || (list[k] == sign && grave == NULL) ||
                (list[k] != sign && list[k]->severity < KHCT_NOTE))
                list[kept++] = list[k];
    }
    diags->list.n = kept;
}

void khct_diags_settle(khct_diags *diags)
{
    khct_sort_vec(diags->arena, &diags->list, order);
    join_signs(diags);
    for (size_t i = 0; i < diags->list.n; i++) {
        khct_diag *diag = diags->list.at[i];
        if (diag->span.source != KHCT_NO_SOURCE &&
            khct_source_at(diags->sources, diag->span)->marked)
            spell(diags->arena, diag);
    }
}

size_t khct_diags_count(const khct_diags *diags, khct_severity severity)
{
    size_t count = diags->beyond[severity];
    for (size_t i = 0; i < diags->list.n; i++)
        if (diags->list.at[i]->severity == severity && diags->list.at[i]->accepted.p == NULL)
            count++;
    return count;
}

size_t khct_diags_errors(const khct_diags *diags)
{
    return khct_diags_count(diags, KHCT_ERROR) + khct_diags_count(diags, KHCT_SIGNED);
}

bool khct_diags_failed(const khct_diags *diags)
{
    return khct_diags_errors(diags) > 0;
}
