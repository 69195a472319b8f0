#include "report/many.h"

static khct_str number(khct_arena *arena, long long n)
{
    return khct_str_number(arena, n);
}

static khct_str school(khct_arena *arena, const khct_work *work)
{
    (void)arena;
    return work->plan->school.name;
}

static khct_str superior(khct_arena *arena, const khct_work *work)
{
    (void)arena;
    return work->plan->school.superior;
}

static khct_str types(khct_arena *arena, const khct_work *work)
{
    return khct_school_types_text(arena, work->plan->school.types);
}

static khct_str document_number(khct_arena *arena, const khct_work *work)
{
    (void)arena;
    return work->plan->heading.number.understood ? work->plan->heading.number.text
                                                 : work->plan->heading.number.words;
}

static khct_str date(khct_arena *arena, const khct_work *work)
{
    return khct_date_iso(arena, work->plan->heading.date.date);
}

static khct_str period(khct_arena *arena, const khct_work *work)
{
    return work->plan->heading.period.kind == KHCT_PERIOD_NONE
               ? KHCT_STR("")
               : khct_period_text(arena, &work->plan->heading.period);
}

static khct_str catalogue(khct_arena *arena, const khct_work *work)
{
    (void)arena;
    return work->plan->catalogue == NULL ? KHCT_STR("") : work->plan->catalogue->id;
}

static khct_str form(khct_arena *arena, const khct_work *work)
{
    (void)arena;
    return work->plan->form->id;
}

static khct_str level_now(khct_arena *arena, const khct_work *work)
{
    return work->rating == NULL ? KHCT_STR("") : number(arena, work->rating->now);
}

static khct_str level_lifted(khct_arena *arena, const khct_work *work)
{
    return work->rating == NULL ? KHCT_STR("") : number(arena, work->rating->lifted);
}

static khct_str level_aim(khct_arena *arena, const khct_work *work)
{
    uint16_t aim = work->rating != NULL ? work->rating->aim : work->plan->heading.aim.level;
    return aim == 0 ? KHCT_STR("") : number(arena, aim);
}

static khct_str improvements(khct_arena *arena, const khct_work *work)
{
    return number(arena, (long long)work->plan->improvements.n);
}

static khct_str tasks(khct_arena *arena, const khct_work *work)
{
    return number(arena, (long long)work->plan->task_count);
}

static khct_str done(khct_arena *arena, const khct_work *work)
{
    return number(arena, work->standings[KHCT_DONE]);
}

static khct_str overdue(khct_arena *arena, const khct_work *work)
{
    return work->day == KHCT_NO_DATE ? KHCT_STR("") : number(arena, work->standings[KHCT_OVERDUE]);
}

static khct_str money(khct_arena *arena, const khct_work *work)
{
    return khct_amount_digits(arena, work->money.all.amount);
}

static khct_str amounts(khct_arena *arena, const khct_work *work)
{
    return number(arena, work->money.all.counted);
}

static khct_str left_out(khct_arena *arena, const khct_work *work)
{
    return number(arena, work->money.all.left_out);
}

static khct_str errors(khct_arena *arena, const khct_work *work)
{
    return number(arena, (long long)(khct_diags_count(work->plan->diags, KHCT_ERROR) +
                                     khct_diags_count(work->plan->diags, KHCT_SIGNED)));
}

static khct_str warnings(khct_arena *arena, const khct_work *work)
{
    return number(arena, (long long)khct_diags_count(work->plan->diags, KHCT_WARNING));
}

static const khct_fact FACTS[] = {
    {"tep", {"Tệp", "File"}, KHCT_FACT_TEXT, 30, NULL},
    {"tinhtrang", {"Tình trạng", "State"}, KHCT_FACT_TEXT, 22, NULL},
    {"lydo", {"Lý do", "Reason"}, KHCT_FACT_TEXT, 40, NULL},
    {"ten", {"Trường", "School"}, KHCT_FACT_TEXT, 34, school},
    {"captren", {"Cấp trên", "Superior body"}, KHCT_FACT_TEXT, 28, superior},
    {"cap", {"Cấp học", "School type"}, KHCT_FACT_TEXT, 20, types},
    {"so", {"Số", "Number"}, KHCT_FACT_TEXT, 18, document_number},
    {"ngay", {"Ngày", "Date"}, KHCT_FACT_DAY, 12, date},
    {"giaidoan", {"Năm học, giai đoạn", "Period"}, KHCT_FACT_TEXT, 16, period},
    {"danhmuc", {"Danh mục", "Catalogue"}, KHCT_FACT_TEXT, 20, catalogue},
    {"mau", {"Mẫu", "Form"}, KHCT_FACT_TEXT, 14, form},
    {"muc", {"Mức hiện nay", "Level now"}, KHCT_FACT_NUMBER, 10, level_now},
    {"mucsau", {"Mức nếu đạt hết", "Level if all is met"}, KHCT_FACT_NUMBER, 10, level_lifted},
    {"phandau", {"Phấn đấu", "Aim"}, KHCT_FACT_NUMBER, 10, level_aim},
    {"caitien", {"Nội dung cải tiến", "Improvements"}, KHCT_FACT_NUMBER, 10, improvements},
    {"viec", {"Việc", "Tasks"}, KHCT_FACT_NUMBER, 10, tasks},
    {"hoanthanh", {"Việc hoàn thành", "Tasks done"}, KHCT_FACT_NUMBER, 10, done},
    {"quahan", {"Việc quá hạn", "Tasks overdue"}, KHCT_FACT_NUMBER, 10, overdue},
    {"kinhphi", {"Số tiền đã ghi (đồng)", "Money stated (đồng)"}, KHCT_FACT_MONEY, 18, money},
    {"sokhoan", {"Khoản đã cộng", "Amounts added up"}, KHCT_FACT_NUMBER, 10, amounts},
    {"khongcong", {"Khoản không cộng được", "Amounts left out"}, KHCT_FACT_NUMBER, 10, left_out},
    {"loi", {"Lỗi", "Errors"}, KHCT_FACT_NUMBER, 10, errors},
    {"canhbao", {"Cảnh báo", "Warnings"}, KHCT_FACT_NUMBER, 10, warnings},
    {NULL, {NULL, NULL}, KHCT_FACT_TEXT, 0, NULL},
};

const khct_fact *khct_facts(void)
{
    return FACTS;
}
