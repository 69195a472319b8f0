#include "value/line.h"

#include "value/text.h"

#include "text/utf8.h"

static khct_span part_of(khct_span span, khct_str whole, khct_str part)
{
    uint32_t begin = span.begin + (uint32_t)(part.p - whole.p);
    return (khct_span){span.source, begin, begin + (uint32_t)part.n};
}

/* --- dung --- */

khct_used khct_read_used(const khct_reader *reader, const khct_vocabulary *vocabulary,
                         khct_span span)
{
    static const khct_keyword KINDS[] = {KHCT_K_DANHMUC, KHCT_K_MAU, KHCT_K_VANBAN};
    khct_str raw = khct_reader_bytes(reader, span);
    khct_used used = {.what = KHCT_KEYWORD_NONE, .file = khct_str_starts(raw, "\"")};
    for (size_t i = 0; i < sizeof KINDS / sizeof KINDS[0] && !used.file; i++) {
        size_t length;
        if (!khct_keyword_here(vocabulary, KINDS[i], raw, &length))
            continue;
        khct_str id = khct_str_trim(khct_str_sub(raw, length, raw.n));
        if (id.n > 0)
            return (khct_used){KINDS[i], false, id, part_of(span, raw, id)};
    }
    if (used.file)
        return used;
    khct_str words = khct_read_name(reader, span, false, NULL);
    khct_diag *diag = khct_say(reader, KHCT_KH1009, span, KHCT_MSG(VALUE, "dung", words));
    khct_diag_hint(diag,
                   KHCT_MSG(VALUE_HINT, "`danhmuc ID`, `mau ID`, `vanban ID`, `\"tệp.khct\"`"));
    return used;
}

/* --- ID TEXT --- */

static size_t id_length(khct_str text)
{
    size_t n = 0;
    while (n < text.n && khct_space_at(text, n) == 0 && strchr(",;<>\"#", text.p[n]) == NULL)
        n++;
    return n;
}

khct_declared khct_read_declared(const khct_reader *reader, khct_span span)
{
    khct_str raw = khct_reader_bytes(reader, span);
    uint32_t end = span.begin + (uint32_t)id_length(raw);
    khct_declared declared = {.id_span = {span.source, span.begin, end},
                              .text_span = {span.source, end, span.end}};
    declared.id = khct_read_plain(reader, declared.id_span);
    declared.text = khct_read_name(reader, declared.text_span, false, NULL);
    return declared;
}

/* --- chophep --- */

static void say_form(const khct_reader *reader, khct_span span, khct_message message)
{
    khct_diag *diag = khct_say(reader, KHCT_KH1009, span, message);
    khct_diag_hint(diag, KHCT_MSG(HEADING_HINT, "chophep KH3005 tieuchi 5.2 lý do;"));
}

khct_allowed khct_read_allowed(const khct_reader *reader, khct_span span)
{
    khct_str raw = khct_reader_bytes(reader, span);
    size_t n = 0;
    while (n < raw.n && raw.p[n] != ' ' && raw.p[n] != '\t' && raw.p[n] != '\n')
        n++;
    khct_str name = khct_str_sub(raw, 0, n);
    khct_span rest = {span.source, span.begin + (uint32_t)n, span.end};
    khct_allowed allowed = {.code = khct_code_find(name),
                            .code_span = {span.source, span.begin, rest.begin},
                            .reason = KHCT_STR("")};
    if (allowed.code == KHCT_CODE_COUNT) {
        say_form(reader, allowed.code_span, KHCT_MSG(VALUE, "chophep", name));
        return allowed;
    }
    khct_words words = khct_read_words(reader, rest);
    if (khct_take_word(reader, &words, KHCT_C_CRITERION) &&
        !khct_take_criterion(reader, &words, &allowed.criterion, &allowed.criterion_span))
        words.next = 0; /* a reason that begins with these words */
    allowed.reason = khct_read_name(reader, khct_words_rest(&words), false, NULL);
    if (allowed.reason.n == 0) {
        say_form(reader, span, KHCT_MSG0(ALLOWS_REASON));
        allowed.code = KHCT_CODE_COUNT;
    }
    return allowed;
}
