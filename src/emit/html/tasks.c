/* The filters and the list of tasks. */
#include "emit/html/build.h"
#include "text/sort.h"

enum {
    WORDS = 280, /* bytes of a task's text that the list shows; the document has all of it */
    PEOPLE = 200,
};

/* --- the filters --- */

static void put_select(khct_html *h, const char *label, const char *name, char key)
{
    PUT(h, "<label>", label, "<select name=\"", name, "\" data-loc=\"");
    khct_out_char(h->out, key);
    PUT(h, "\"><option value=\"\">Tất cả</option>");
}

static void put_option(khct_html *h, khct_str text)
{
    PUT(h, "<option>", text, "</option>");
}

static void put_select_end(khct_html *h)
{
    PUT(h, "</select></label>\n");
}

static void put_filters(khct_html *h)
{
    PUT(h, "<form class=\"loc\" id=\"loc\" hidden aria-label=\"Lọc việc\">\n"
           "<label>Tìm chữ<input type=\"search\" name=\"tim\" autocomplete=\"off\" "
           "placeholder=\"có dấu hoặc không dấu\"></label>\n");
    if (h->work->parties.n > 0) {
        put_select(h, "Người", "nguoi", 'n');
        for (size_t i = 0; i < h->work->parties.n; i++)
            put_option(h, h->work->parties.at[i].name);
        put_select_end(h);
    }
    put_select(h, "Tiêu chuẩn", "tieuchuan", 'c');
    for (size_t k = 0; k < h->work->group_count; k++)
        if (h->groups[k].option > 0)
            put_option(h, h->groups[k].title);
    put_select_end(h);
    if (h->years > 0) {
        put_select(h, "Thời gian", "ky", 't');
        for (uint32_t k = 0; k < khct_html_term_count(h); k++)
            put_option(h, khct_html_term_name(h, k));
        put_select_end(h);
    }
    if (h->sources != 0) {
        put_select(h, "Nguồn kinh phí", "nguon", 'k');
        for (unsigned k = 0; k < KHCT_SOURCE_NONE; k++)
            if ((h->sources >> k & 1) != 0)
                put_option(h, khct_str_of(khct_source_name((khct_source_kind)k)));
        put_select_end(h);
    }
    put_select(h, "Tình trạng", "tinhtrang", 's');
    PUT(h,
        "<option value=\"xong\">Hoàn thành</option><option value=\"dang\">Đang thực hiện"
        "</option><option value=\"chua\">Chưa thực hiện</option><option value=\"khongghi\">"
        "Chưa ghi tiến độ</option><option value=\"quahan\">Quá hạn</option>"
        "<option value=\"saphan\">Đến hạn trong ",
        KHCT_SOON, " ngày</option>");
    put_select_end(h);
    PUT(h, "<button class=\"nghe\" type=\"submit\" tabindex=\"-1\">Tới các việc đã lọc</button>\n"
           "<button class=\"nut\" type=\"reset\">Bỏ lọc</button>\n</form>\n"
           "<p id=\"ketqua-loc\" role=\"status\" tabindex=\"-1\"><span id=\"loc-dem\">Đủ ");
    PUT(h, h->work->task_count, " việc.</span> <span id=\"loc-qua-han\"></span></p>\n");
}

/* --- what the filters read --- */

/* The attribute's beginning; `name` a literal. */
#define KEY(h, name) PUT(h, " data-" name "=\"")

static void put_next(khct_html *h, uint32_t number, bool *any)
{
    if (*any)
        khct_out_char(h->out, ' ');
    *any = true;
    PUT(h, number);
}

static void put_standards(khct_html *h, const khct_html_task *t)
{
    bool any = false;
    uint64_t done = 0;
    KEY(h, "c");
    put_next(h, h->groups[t->work->group].option, &any);
    for (size_t i = 0; i < t->improvement->serves.n; i++) {
        const khct_criterion *c = t->improvement->serves.at[i].criterion;
        if (c == NULL || c->standard == t->work->group || c->standard >= 64 ||
            (done >> c->standard & 1) != 0)
            continue;
        done |= UINT64_C(1) << c->standard;
        put_next(h, h->groups[c->standard].option, &any);
    }
    PUT(h, "\"");
}

static void put_sources(khct_html *h, const khct_html_task *t)
{
    if (t->work->money == NULL)
        return;
    bool any = false;
    uint32_t option = 0;
    KEY(h, "k");
    for (unsigned k = 0; k < KHCT_SOURCE_NONE; k++) {
        option += h->sources >> k & 1;
        if ((t->work->money->sources >> k & 1) != 0)
            put_next(h, option, &any);
    }
    PUT(h, "\"");
}

static int by_date(const void *left, const void *right)
{
    const khct_progress *a = *(const khct_progress *const *)left;
    const khct_progress *b = *(const khct_progress *const *)right;
    if (a->date != b->date)
        return a->date < b->date ? -1 : 1;
    if (a->span.source != b->span.source)
        return a->span.source < b->span.source ? -1 : 1;
    return (a->span.begin > b->span.begin) - (a->span.begin < b->span.begin);
}

/* "2027-01-10:50 …": days and per cent, `d` where it is under way by nobody knows how much. */
static void put_history(khct_html *h, const khct_html_task *t)
{
    KHCT_VEC(const khct_progress *) all = {0};
    const khct_field *field = khct_field_of(&t->task->fields, KHCT_K_TIENDO);
    for (; field != NULL; field = khct_field_again(&t->task->fields, field)) {
        const khct_progress *p = field->meaning->progress;
        if (p != NULL && p->state != KHCT_PROGRESS_NONE && p->date != KHCT_NO_DATE)
            khct_push(h->arena, &all) = p;
    }
    if (all.n == 0)
        return;
    khct_sort_vec(h->arena, &all, by_date);
    KEY(h, "td");
    for (size_t i = 0; i < all.n; i++) {
        if (i > 0)
            khct_out_char(h->out, ' ');
        khct_html_iso(h, all.at[i]->date);
        khct_out_char(h->out, ':');
        if (all.at[i]->percent >= 0)
            PUT(h, all.at[i]->percent);
        else if (all.at[i]->state == KHCT_UNDER_WAY)
            khct_out_char(h->out, 'd');
        else
            PUT(h, all.at[i]->state == KHCT_FINISHED ? 100 : 0);
    }
    PUT(h, "\"");
}

static void put_keys(khct_html *h, const khct_html_task *t)
{
    bool any = false;
    const khct_work_task *work = t->work;
    if (work->leads + work->helps > 0) {
        KEY(h, "n");
        for (uint32_t i = 0; i < work->leads + work->helps; i++)
            put_next(h, h->work->party_of.at[work->parties + i] + 1, &any);
        PUT(h, "\"");
    }
    put_standards(h, t);
    if (t->terms != 0) {
        any = false;
        KEY(h, "t");
        for (uint32_t k = 0; k < khct_html_term_count(h); k++)
            if ((t->terms >> k & 1) != 0)
                put_next(h, k + 1, &any);
        PUT(h, "\"");
    }
    put_sources(h, t);
    KEY(h, "s");
    PUT(h, t->state);
    if (t->late)
        PUT(h, " 5");
    if (t->soon)
        PUT(h, " 6");
    PUT(h, "\"");
    if (work->due != KHCT_NO_DATE) {
        if (work->time->from != KHCT_NO_DATE) {
            KEY(h, "tu");
            khct_html_iso(h, work->time->from);
            PUT(h, "\"");
        }
        KEY(h, "den");
        khct_html_iso(h, work->due);
        PUT(h, "\"");
        if (work->time != NULL &&
            khct_time_ends_before(work->time)) { /* what the script shows for it */
            KEY(h, "han");
            khct_html_due(h, work);
            PUT(h, "\"");
        }
    }
    put_history(h, t);
}

/* --- a task --- */

static size_t put_paragraph(khct_html *h, khct_str whole, size_t room)
{
    PUT(h, "<p>");
    size_t written = khct_html_begin_of(h, whole, room);
    PUT(h, "</p>");
    return written < whole.n ? 0 : room - written;
}

/* The title, and what is to be done as far as there is room. */
static void put_words(khct_html *h, const khct_html_task *t)
{
    const khct_fields *fields = &t->task->fields;
    const khct_field *field = khct_field_of(fields, KHCT_K_GIAIPHAP);
    size_t room = WORDS;
    PUT(h, "<div class=\"viec\">");
    if (t->task->title.n > 0) {
        PUT(h, "<p><b>", t->task->title, "</b></p>");
    } else if (field == NULL || field->empty || khct_field_has(fields, KHCT_K_NOIDUNG)) {
        PUT(h, "<p>");
        khct_html_subject(h, t, WORDS);
        PUT(h, "</p>");
    }
    for (; field != NULL && room > 40; field = khct_field_again(fields, field)) {
        const khct_text *text = khct_field_text(field);
        for (size_t i = 0; i < text->n && room > 40; i++)
            room = put_paragraph(h, text->at[i].words, room);
    }
    PUT(h, "</div>");
}

static void put_fact(khct_html *h, khct_str label, khct_str whole, bool shared)
{
    if (whole.n == 0)
        return;
    PUT(h, "<div><dt>");
    khct_out_str(h->out, label);
    PUT(h, "</dt><dd>");
    khct_html_begin_of(h, whole, PEOPLE);
    if (shared)
        PUT(h, " (chung)");
    PUT(h, "</dd></div>");
}

static void put_facts(khct_html *h, const khct_html_task *t)
{
    const khct_task *task = t->task;
    PUT(h, "<dl>");
    put_fact(h, KHCT_STR("Chủ trì"), khct_field_begin(task->leads), false);
    put_fact(h, KHCT_STR("Phối hợp"), khct_field_begin(task->helps), false);
    put_fact(h, KHCT_STR("Thời gian"), khct_field_begin(task->when), false);
    put_fact(h, KHCT_STR("Kinh phí"), khct_field_begin(task->money), t->work->shares);
    PUT(h, "<div><dt>Tiến độ</dt><dd>");
    khct_html_badge(h, t);
    if (t->work->last != NULL && t->work->last->note.n > 0) {
        PUT(h, " <span class=\"mo\">");
        khct_html_begin_of(h, t->work->last->note, PEOPLE);
        PUT(h, "</span>");
    }
    PUT(h, "</dd></div>");
    if (t->in_document) {
        PUT(h, "<div><dt class=\"nghe\">Văn bản</dt><dd><a href=\"#d");
        khct_html_task_number(h, t);
        PUT(h, "\">Xem trong văn bản</a></dd></div>");
    }
    PUT(h, "</dl>");
}

static void put_task(khct_html *h, const khct_html_task *t)
{
    PUT(h, "<li id=\"v");
    khct_html_task_number(h, t);
    PUT(h, "\"");
    put_keys(h, t);
    PUT(h, "><div class=\"ma\">");
    khct_html_task_number(h, t);
    PUT(h, " <small>", t->code, "</small></div>");
    put_words(h, t);
    put_facts(h, t);
    PUT(h, "</li>\n");
}

void khct_html_tasks(khct_html *h)
{
    khct_html_begin(h, "viec", KHCT_STR("Việc"));
    put_filters(h);
    for (size_t k = 0; k < h->work->group_count; k++) {
        const khct_html_group *group = &h->groups[k];
        if (group->count == 0)
            continue;
        PUT(h, "<section class=\"nhom\" aria-labelledby=\"h-tc", k + 1, "\"><h3 id=\"h-tc", k + 1,
            "\">", group->title, "</h3><ol class=\"ds\">\n");
        for (uint32_t i = group->first; i < group->first + group->count; i++)
            put_task(h, &h->tasks[h->order[i]]);
        PUT(h, "</ol></section>\n");
    }
    khct_html_end(h);
}
