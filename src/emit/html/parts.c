/* Small parts that several sections of the page are made of. */
#include "emit/html/build.h"

void khct_html_begin(khct_html *h, const char *name, khct_str title)
{
    KHCT_HTML(h->out, "<section class=\"the\" id=\"o-");
    khct_out_cstr(h->out, name);
    KHCT_HTML(h->out, "\" aria-labelledby=\"h-");
    khct_out_cstr(h->out, name);
    KHCT_HTML(h->out, "\"><h2 id=\"h-");
    khct_out_cstr(h->out, name);
    KHCT_HTML(h->out, "\">");
    khct_html_text(h->out, title);
    KHCT_HTML(h->out, "</h2>\n");
}

void khct_html_end(khct_html *h)
{
    KHCT_HTML(h->out, "</section>\n");
}

void khct_html_table_begin(khct_html *h, const char *kind, khct_str caption)
{
    h->tables++;
    KHCT_HTML(h->out, "<section class=\"cuon\" tabindex=\"0\" aria-labelledby=\"b");
    khct_html_number(h, h->tables);
    KHCT_HTML(h->out, "\"><table class=\"");
    khct_out_cstr(h->out, kind);
    KHCT_HTML(h->out, "\"><caption class=\"nghe\" id=\"b");
    khct_html_number(h, h->tables);
    KHCT_HTML(h->out, "\">");
    khct_html_text(h->out, caption);
    KHCT_HTML(h->out, "</caption>");
}

void khct_html_table_end(khct_html *h)
{
    KHCT_HTML(h->out, "</table></section>\n");
}

/* --- numbers --- */

void khct_html_count(khct_html *h, khct_str column, uint32_t count)
{
    if (count == 0) {
        KHCT_HTML(h->out, "<td class=\"so rong\">–</td>");
        return;
    }
    KHCT_HTML(h->out, "<td class=\"so\" data-cot=\"");
    khct_out_str(h->out, column);
    KHCT_HTML(h->out, "\">");
    khct_html_number(h, count);
    KHCT_HTML(h->out, "</td>");
}

void khct_html_hundredths(khct_html *h, long long hundredths)
{
    khct_html_number(h, hundredths / 100);
    if (hundredths % 100 != 0) {
        khct_out_char(h->out, '.');
        khct_out_char(h->out, (char)('0' + hundredths / 10 % 10));
        if (hundredths % 10 != 0)
            khct_out_char(h->out, (char)('0' + hundredths % 10));
    }
    khct_out_char(h->out, '%');
}

static void put_two(khct_html *h, int number)
{
    khct_out_char(h->out, (char)('0' + number / 10 % 10));
    khct_out_char(h->out, (char)('0' + number % 10));
}

const khct_html_day *khct_html_day_of(khct_html *h, khct_date date)
{
    khct_html_day *day = &h->days[(uint32_t)date % KHCT_HTML_DAYS];
    if (day->date != date || day->year == 0) {
        day->date = date;
        khct_date_parts(date, &day->year, &day->month, &day->day);
    }
    return day;
}

void khct_html_date(khct_html *h, khct_date date)
{
    const khct_html_day *day = khct_html_day_of(h, date);
    put_two(h, day->day);
    khct_out_char(h->out, '/');
    put_two(h, day->month);
    khct_out_char(h->out, '/');
    khct_html_number(h, day->year);
}

void khct_html_iso(khct_html *h, khct_date date)
{
    const khct_html_day *day = khct_html_day_of(h, date);
    khct_html_number(h, day->year);
    khct_out_char(h->out, '-');
    put_two(h, day->month);
    khct_out_char(h->out, '-');
    put_two(h, day->day);
}

void khct_html_amount(khct_html *h, uint64_t amount)
{
    char digits[32];
    size_t at = sizeof digits, count = 0;
    do {
        if (count > 0 && count % 3 == 0)
            digits[--at] = '.';
        digits[--at] = (char)('0' + amount % 10);
        amount /= 10;
        count++;
    } while (amount > 0);
    khct_out_bytes(h->out, digits + at, sizeof digits - at);
}

/* 1250 hundredths: "12,5" */
static void put_decimal(khct_html *h, uint64_t hundredths)
{
    khct_html_amount(h, hundredths / 100);
    if (hundredths % 100 == 0)
        return;
    khct_out_char(h->out, ',');
    khct_out_char(h->out, (char)('0' + hundredths / 10 % 10));
    if (hundredths % 10 != 0)
        khct_out_char(h->out, (char)('0' + hundredths % 10));
}

void khct_html_dong(khct_html *h, uint64_t amount)
{
    const uint64_t million = 1000000, billion = 1000000000;
    if (amount >= billion && amount % (billion / 100) == 0) {
        put_decimal(h, amount / (billion / 100));
        KHCT_HTML(h->out, " tỷ đồng");
    } else if (amount >= million && amount % (million / 100) == 0) {
        put_decimal(h, amount / (million / 100));
        KHCT_HTML(h->out, " triệu đồng");
    } else {
        khct_html_amount(h, amount);
        KHCT_HTML(h->out, " đồng");
    }
}

/* --- tasks --- */

void khct_html_task_link(khct_html *h, const khct_html_task *task)
{
    KHCT_HTML(h->out, "<a href=\"#v");
    khct_html_task_number(h, task);
    KHCT_HTML(h->out, "\">");
    khct_html_task_number(h, task);
    KHCT_HTML(h->out, "</a>");
}

void khct_html_badge(khct_html *h, const khct_html_task *task)
{
    int percent = task->last == NULL || task->state != KHCT_HTML_DOING ? -1 : task->last->percent;
    if (task->late)
        KHCT_HTML(h->out, "<span class=\"dau-hieu tre\">! Quá hạn");
    else if (task->state == KHCT_HTML_DONE)
        KHCT_HTML(h->out, "<span class=\"dau-hieu xong\">✓ Hoàn thành");
    else if (task->state == KHCT_HTML_DOING)
        KHCT_HTML(h->out, "<span class=\"dau-hieu dang\">◐ Đang thực hiện");
    else if (task->state == KHCT_HTML_TODO)
        KHCT_HTML(h->out, "<span class=\"dau-hieu\">○ Chưa thực hiện");
    else
        KHCT_HTML(h->out, "<span class=\"dau-hieu\">· Chưa ghi tiến độ");
    if (percent > 0) {
        KHCT_HTML(h->out, " ");
        khct_html_number(h, percent);
        KHCT_HTML(h->out, "%");
    }
    KHCT_HTML(h->out, "</span>");
}

size_t khct_html_begin_of(khct_html *h, khct_str whole, size_t limit)
{
    khct_str text = khct_html_cut(whole, limit);
    khct_html_text(h->out, text);
    if (text.n < whole.n)
        KHCT_HTML(h->out, "…");
    return text.n;
}

/* The title, or the first words of what is to be done. */
static khct_str subject_of(const khct_html_task *task)
{
    static const khct_keyword FIELDS[] = {KHCT_K_NOIDUNG, KHCT_K_GIAIPHAP, KHCT_K_MUCTIEU,
                                          KHCT_K_KETQUA};
    if (task->task->title.n > 0)
        return task->task->title;
    for (size_t i = 0; i < sizeof FIELDS / sizeof FIELDS[0]; i++) {
        const khct_field *field = khct_field_of(&task->task->fields, FIELDS[i]);
        if (field != NULL && !field->empty)
            return khct_field_begin(field);
    }
    if (task->improvement->title.n > 0)
        return task->improvement->title;
    return task->improvement->criterion != NULL ? task->improvement->criterion->title
                                                : KHCT_STR("Chưa ghi nội dung");
}

void khct_html_subject(khct_html *h, const khct_html_task *task, size_t limit)
{
    khct_html_begin_of(h, subject_of(task), limit);
}

void khct_html_code(khct_html *h, const khct_improvement *improvement)
{
    if (improvement->kind == KHCT_BY_ITEM) {
        KHCT_HTML(h->out, "Khoản ");
        khct_html_number(h, improvement->item);
        return;
    }
    khct_criterion_id id = improvement->id;
    if (improvement->kind == KHCT_BY_CONTENT) {
        if (improvement->serves.n == 0)
            return;
        id = improvement->serves.at[0].id;
    }
    if (id.standard == 0)
        return;
    khct_html_number(h, id.standard);
    khct_out_char(h->out, '.');
    khct_html_number(h, id.number);
    if (improvement->serves.n > 1)
        KHCT_HTML(h->out, " …");
}

khct_str khct_html_term_name(const khct_html *h, uint32_t term)
{
    static const char *const NAMES[] = {"HK I ", "HK II ", "Hè "};
    int year = h->first_year + (int)(term / 3);
    khct_str years =
        term % 3 == 2 ? khct_str_number(h->arena, year + 1) : khct_school_year_text(h->arena, year);
    return khct_str_cat(h->arena, khct_str_of(NAMES[term % 3]), years);
}
