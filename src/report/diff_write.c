#include "report/diff_write.h"

#include "emit/html/text.h"
#include "text/json.h"

/* --- text --- */

typedef struct writing {
    khct_out *out;
    khct_arena *arena;
    khct_style style;
} writing;

static void put(writing *w, const char *text)
{
    khct_out_cstr(w->out, text);
}

/* Between marks that a terminal shows as colour, and everything else as signs. */
static void put_marked(writing *w, khct_word_change change, khct_str words)
{
    static const char *const COLOURS[] = {"", "\033[31m", "\033[32m"};
    static const char *const SIGNS[][2] = {{"", ""}, {"[-", "-]"}, {"{+", "+}"}};
    bool colour = w->style.colour && change != KHCT_WORD_SAME;
    KHCT_SHOW(w->out, colour ? COLOURS[change] : "", SIGNS[change][0], words, SIGNS[change][1],
              colour ? "\033[0m" : "");
}

enum { NEAR = 5 }; /* unchanged words that are shown beside a change */

/* The end of the first `n` words, or the beginning of the last `n`. */
static size_t words_end(khct_str text, size_t n)
{
    size_t at = 0;
    for (; n > 0 && at < text.n; n--) {
        at += at > 0;
        while (at < text.n && text.p[at] != ' ')
            at++;
    }
    return at;
}

static size_t words_begin(khct_str text, size_t n)
{
    size_t at = text.n;
    for (; n > 0 && at > 0; n--) {
        at -= at < text.n;
        while (at > 0 && text.p[at - 1] != ' ')
            at--;
    }
    return at;
}

/* What stayed the same, in the middle left out where it is long. */
static void put_same(writing *w, khct_str text, bool first, bool last)
{
    size_t begin = first ? 0 : words_end(text, NEAR);
    size_t end = last ? text.n : words_begin(text, NEAR);
    khct_str head = khct_str_sub(text, 0, begin), tail = khct_str_sub(text, end, text.n);
    if (first == last && (first || end <= begin + sizeof "…"))
        khct_out_terminal(w->out, text);
    else if (first)
        KHCT_SHOW(w->out, end > 0 ? "… " : "", tail);
    else if (last)
        KHCT_SHOW(w->out, head, begin < text.n ? " …" : "");
    else
        KHCT_SHOW(w->out, head, " … ", tail);
}

static void put_prose(writing *w, const khct_change *change)
{
    khct_word_runs runs = khct_diff_words(w->arena, change->old, change->new);
    for (size_t i = 0; i < runs.n; i++) {
        if (i > 0)
            put(w, " ");
        if (runs.at[i].change == KHCT_WORD_SAME)
            put_same(w, runs.at[i].words, i == 0, i + 1 == runs.n);
        else
            put_marked(w, runs.at[i].change, runs.at[i].words);
    }
}

static void put_values(writing *w, const khct_change *change)
{
    if (change->old.p != NULL)
        put_marked(w, change->new.p == NULL ? KHCT_WORD_GONE : KHCT_WORD_SAME, change->old);
    if (change->old.p != NULL && change->new.p != NULL)
        put(w, " → ");
    if (change->new.p != NULL)
        put_marked(w, change->old.p == NULL ? KHCT_WORD_NEW : KHCT_WORD_SAME, change->new);
}

/* "việc mới", "bỏ", …; the words for a change that is not of words. */
static const char *verb(const khct_change *change)
{
    switch (change->kind) {
    case KHCT_ADDED: return "mới";
    case KHCT_REMOVED: return "bỏ";
    case KHCT_MOVED: return "chuyển";
    case KHCT_RENAMED: return "đổi tên";
    case KHCT_CHANGED: break;
    }
    return "";
}

static void put_change(writing *w, const khct_change *change)
{
    const char *word = verb(change);
    bool what = change->what.n > 0, does = word[0] != '\0';
    KHCT_SHOW(w->out, "  ", change->what, what && does ? " " : "", word, what || does ? ": " : "");
    if (change->meaning.n > 0)
        KHCT_SHOW(w->out, change->meaning, " (");
    if (change->prose && change->old.p != NULL && change->new.p != NULL)
        put_prose(w, change);
    else
        put_values(w, change);
    put(w, change->meaning.n > 0 ? ")\n" : "\n");
}

void khct_diff_text(khct_out *out, khct_arena *arena, const khct_diff *diff,
                    const khct_diff_names *names, khct_style style)
{
    (void)names;
    writing w = {out, arena, style};
    khct_str summary = khct_diff_summary(arena, diff);
    if (summary.n > 0)
        KHCT_SHOW(out, "Tóm tắt: ", summary, "\n");
    for (size_t i = 0; i < diff->changes.n; i++) {
        const khct_change *change = &diff->changes.at[i];
        if (i == 0 || change->group != diff->changes.at[i - 1].group)
            KHCT_SHOW(out, i > 0 || summary.n > 0 ? "\n" : "", change->where, "\n");
        put_change(&w, change);
    }
}

/* --- JSON --- */

static void put_words(khct_json_writer *w, const char *key, khct_str words)
{
    khct_json_key(w, khct_str_of(key));
    khct_json_text_or_null(w, words);
}

static void put_summary(khct_json_writer *w, khct_arena *arena, const khct_diff *diff)
{
    khct_json_object(w);
    khct_json_key_int(w, "viecmoi", diff->tasks_added);
    khct_json_key_int(w, "viecbo", diff->tasks_removed);
    khct_json_key_int(w, "luihan", diff->later);
    khct_json_key_int(w, "somhan", diff->earlier);
    khct_json_key_int(w, "cancumoi", diff->basis_added);
    khct_json_key_int(w, "cancubo", diff->basis_removed);
    khct_json_key_text(w, "kinhphicu", khct_amount_digits(arena, diff->old_money.amount));
    khct_json_key_text(w, "kinhphimoi", khct_amount_digits(arena, diff->new_money.amount));
    if (diff->rated) {
        khct_json_key_int(w, "muccu", diff->old_level);
        khct_json_key_int(w, "mucmoi", diff->new_level);
        khct_json_key_int(w, "mucsaucu", diff->old_lifted);
        khct_json_key_int(w, "mucsaumoi", diff->new_lifted);
    }
    khct_json_key_text(w, "loi", khct_diff_summary(arena, diff));
    khct_json_end_object(w);
}

static void put_json(khct_json_writer *w, const khct_change *change)
{
    khct_json_object(w);
    khct_json_key_cstr(w, "loai", khct_change_key(change->kind));
    khct_json_key_text(w, "o", change->where);
    khct_json_key_text(w, "muc", change->what);
    put_words(w, "cu", change->old);
    put_words(w, "moi", change->new);
    khct_json_key_text(w, "ynghia", change->meaning);
    khct_json_end_object(w);
}

void khct_diff_json(khct_out *out, khct_arena *arena, const khct_diff *diff,
                    const khct_diff_names *names)
{
    khct_json_writer w = khct_json_writer_of(out, false);
    khct_json_object(&w);
    khct_json_key_text(&w, "cu", names->old);
    khct_json_key_text(&w, "moi", names->new);
    khct_json_key(&w, KHCT_STR("tomtat"));
    put_summary(&w, arena, diff);
    khct_json_key_list(&w, "thaydoi");
    for (size_t i = 0; i < diff->changes.n; i++)
        put_json(&w, &diff->changes.at[i]);
    khct_json_end_list(&w);
    khct_json_end_object(&w);
    khct_json_finish(&w);
}

/* --- HTML --- */

static const char OWN_STYLE[] =
    "main{max-width:62rem;margin:0 auto;padding:0 "
    "1rem}.sosanh{width:100%;border-collapse:collapse;table-layout:fixed;margin-bottom:1rem}"
    ".sosanh td,.sosanh th{vertical-align:top;text-align:left;padding:.35rem .5rem;"
    "border-bottom:1px solid #8885;overflow-wrap:anywhere}"
    ".sosanh th{font-weight:600}.sosanh th:first-child{width:26%}.sosanh "
    "caption{text-align:left;font-weight:700;"
    "padding:.4rem 0}.sosanh small{display:block;font-weight:400}"
    ".sosanh del{background:#f8514926}.sosanh ins{background:#2ea04333;text-decoration:none}"
    "@media(max-width:40rem){.sosanh,.sosanh tbody,.sosanh tr,.sosanh th,.sosanh td{display:block;"
    "width:auto}.sosanh th:first-child{width:auto}.sosanh thead{display:none}.sosanh "
    "caption{display:block}}";

static void put_head(khct_out *out, khct_arena *arena, const khct_diff_names *names, khct_str style)
{
    khct_html_head(out, arena, style, khct_str_of(OWN_STYLE), KHCT_STR(""));
    KHCT_HTML(out, "<title>So sánh ", names->old, " và ", names->new, "</title>\n<style>");
    khct_out_str(out, style);
    KHCT_HTML(out, "</style>\n<style>", OWN_STYLE,
              "</style>\n</head>\n<body>\n<header class=\"thanhdau\">\n<h1>Kế hoạch thay "
              "đổi những gì<small>",
              names->old, " → ", names->new, "</small></h1>\n</header>\n<main>\n");
}

/* One side's words; what the other does not have is marked. */
static void put_side(khct_out *out, khct_arena *arena, const khct_change *change, bool new)
{
    khct_str words = new ? change->new : change->old;
    khct_word_change mark = new ? KHCT_WORD_NEW : KHCT_WORD_GONE;
    const char *tag = new ? "ins" : "del";
    khct_out_cstr(out, "<td>");
    if (words.p != NULL) {
        khct_word_runs runs = {0};
        if (change->prose && change->old.p != NULL && change->new.p != NULL)
            runs = khct_diff_words(arena, change->old, change->new);
        else
            khct_push(arena, &runs) = (khct_word_run){mark, words};
        for (size_t i = 0; i < runs.n; i++) {
            if (runs.at[i].change != KHCT_WORD_SAME && runs.at[i].change != mark)
                continue;
            if (runs.at[i].change == mark)
                KHCT_HTML(out, "<", tag, ">", runs.at[i].words, "</", tag, "> ");
            else
                KHCT_HTML(out, runs.at[i].words, " ");
        }
    }
    khct_out_cstr(out, "</td>");
}

static void put_row(khct_out *out, khct_arena *arena, const khct_change *change)
{
    KHCT_HTML(out, "<tr><th scope=\"row\">", change->what);
    if (change->what.n > 0)
        khct_out_char(out, ' ');
    khct_out_cstr(out, verb(change));
    if (change->meaning.n > 0)
        KHCT_HTML(out, "<small>", change->meaning, "</small>");
    khct_out_cstr(out, "</th>");
    put_side(out, arena, change, false);
    put_side(out, arena, change, true);
    khct_out_cstr(out, "</tr>\n");
}

void khct_diff_html(khct_out *out, khct_arena *arena, const khct_diff *diff,
                    const khct_diff_names *names, khct_str style)
{
    put_head(out, arena, names, style);
    khct_str summary = khct_diff_summary(arena, diff);
    KHCT_HTML(out, "<p>",
              diff->changes.n == 0 ? KHCT_STR("Hai kế hoạch không khác nhau.") : summary, "</p>\n");
    for (size_t i = 0; i < diff->changes.n; i++) {
        const khct_change *change = &diff->changes.at[i];
        bool begins = i == 0 || change->group != diff->changes.at[i - 1].group;
        if (begins && i > 0)
            khct_out_cstr(out, "</tbody></table>\n");
        if (begins)
            KHCT_HTML(out, "<table class=\"sosanh\"><caption>", change->where,
                      "</caption><thead><tr><th scope=\"col\">Mục</th><th scope=\"col\">"
                      "Trước</th><th scope=\"col\">Sau</th></tr></thead><tbody>\n");
        put_row(out, arena, change);
    }
    if (diff->changes.n > 0)
        khct_out_cstr(out, "</tbody></table>\n");
    khct_out_cstr(out, "</main>\n</body>\n</html>\n");
}
