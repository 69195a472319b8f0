#include "report/many.h"

#include "plan/rating.h"
#include "report/status.h"

static khct_str number(khct_arena *arena, long long n)
{
    return khct_str_number(arena, n);
}

static khct_str file(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    (void)arena;
    (void)today;
    return plan->path;
}

static khct_str school(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    (void)arena;
    (void)today;
    return plan->school.name;
}

static khct_str superior(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    (void)arena;
    (void)today;
    return plan->school.superior;
}

static khct_str types(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    (void)today;
    return khct_school_types_text(arena, plan->school.types);
}

static khct_str document_number(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    (void)arena;
    (void)today;
    return plan->heading.number.understood ? plan->heading.number.text : plan->heading.number.words;
}

static khct_str date(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    (void)today;
    return khct_date_iso(arena, plan->heading.date.date);
}

static khct_str period(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    (void)today;
    return plan->heading.period.kind == KHCT_PERIOD_NONE
               ? KHCT_STR("")
               : khct_period_text(arena, &plan->heading.period);
}

static khct_str catalogue(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    (void)arena;
    (void)today;
    return plan->catalogue == NULL ? KHCT_STR("") : plan->catalogue->id;
}

static khct_str form(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    (void)arena;
    (void)today;
    return plan->form->id;
}

static khct_str level_now(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    (void)today;
    return plan->rating == NULL ? KHCT_STR("") : number(arena, plan->rating->now);
}

static khct_str level_lifted(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    (void)today;
    return plan->rating == NULL ? KHCT_STR("") : number(arena, plan->rating->lifted);
}

static khct_str level_aim(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    (void)today;
    return plan->heading.aim.level == 0 ? KHCT_STR("") : number(arena, plan->heading.aim.level);
}

static khct_str improvements(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    (void)today;
    return number(arena, (long long)plan->improvements.n);
}

static khct_str tasks(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    (void)today;
    return number(arena, (long long)plan->task_count);
}

static long long count(khct_arena *arena, const khct_plan *plan, khct_date today,
                       khct_standing standing)
{
    /* without a day nothing is over; what is finished is finished on any day */
    khct_task_statuses all =
        khct_status_make(arena, plan, today == KHCT_NO_DATE ? INT32_MAX / 2 : today);
    long long n = 0;
    for (size_t i = 0; i < all.n; i++)
        n += all.at[i].standing == standing;
    return n;
}

static khct_str done(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    return number(arena, count(arena, plan, today, KHCT_DONE));
}

static khct_str overdue(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    return today == KHCT_NO_DATE ? KHCT_STR("")
                                 : number(arena, count(arena, plan, today, KHCT_OVERDUE));
}

static khct_str money(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    (void)today;
    int64_t sum = 0;
    for (size_t i = 0; i < plan->improvements.n; i++)
        for (size_t k = 0; k < plan->improvements.at[i].tasks.n; k++) {
            const khct_field *field =
                khct_field_of(&plan->improvements.at[i].tasks.at[k].fields, KHCT_K_KINHPHI);
            const khct_money *m = field == NULL ? NULL : field->value.money;
            bool counted = m != NULL && m->has_total && (!field->inherited || k == 0);
            if (counted && m->total <= INT64_MAX - sum)
                sum += m->total;
        }
    return number(arena, sum);
}

static khct_str errors(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    (void)today;
    return number(arena, (long long)(khct_diags_count(plan->diags, KHCT_ERROR) +
                                     khct_diags_count(plan->diags, KHCT_SIGNED)));
}

static khct_str warnings(khct_arena *arena, const khct_plan *plan, khct_date today)
{
    (void)today;
    return number(arena, (long long)khct_diags_count(plan->diags, KHCT_WARNING));
}

static const khct_fact FACTS[] = {
    {"tep", {"Tệp", "File"}, KHCT_FACT_TEXT, file},
    {"ten", {"Trường", "School"}, KHCT_FACT_TEXT, school},
    {"captren", {"Cấp trên", "Superior body"}, KHCT_FACT_TEXT, superior},
    {"cap", {"Cấp học", "School type"}, KHCT_FACT_TEXT, types},
    {"so", {"Số", "Number"}, KHCT_FACT_TEXT, document_number},
    {"ngay", {"Ngày", "Date"}, KHCT_FACT_TEXT, date},
    {"giaidoan", {"Năm học, giai đoạn", "Period"}, KHCT_FACT_TEXT, period},
    {"danhmuc", {"Danh mục", "Catalogue"}, KHCT_FACT_TEXT, catalogue},
    {"mau", {"Mẫu", "Form"}, KHCT_FACT_TEXT, form},
    {"muc", {"Mức hiện nay", "Level now"}, KHCT_FACT_NUMBER, level_now},
    {"mucsau", {"Mức nếu đạt hết", "Level if all is met"}, KHCT_FACT_NUMBER, level_lifted},
    {"phandau", {"Phấn đấu", "Aim"}, KHCT_FACT_NUMBER, level_aim},
    {"caitien", {"Nội dung cải tiến", "Improvements"}, KHCT_FACT_NUMBER, improvements},
    {"viec", {"Việc", "Tasks"}, KHCT_FACT_NUMBER, tasks},
    {"hoanthanh", {"Việc hoàn thành", "Tasks done"}, KHCT_FACT_NUMBER, done},
    {"quahan", {"Việc quá hạn", "Tasks overdue"}, KHCT_FACT_NUMBER, overdue},
    {"kinhphi", {"Số tiền đã ghi (đồng)", "Money stated (đồng)"}, KHCT_FACT_NUMBER, money},
    {"loi", {"Lỗi", "Errors"}, KHCT_FACT_NUMBER, errors},
    {"canhbao", {"Cảnh báo", "Warnings"}, KHCT_FACT_NUMBER, warnings},
    {NULL, {NULL, NULL}, KHCT_FACT_TEXT, NULL},
};

const khct_fact *khct_facts(void)
{
    return FACTS;
}
