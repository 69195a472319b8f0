#include "report/many.h"

khct_str khct_plan_fact(khct_arena *arena, const khct_work *work, khct_fact_id id)
{
    const khct_plan *plan = work->plan;
    const khct_heading *heading = &plan->heading;
    const khct_rating *rating = work->rating;
    const khct_str none = KHCT_STR("");
    long long number = 0;
    switch (id) {
    case KHCT_FACT_PATH:
    case KHCT_FACT_STATE:
    case KHCT_FACT_REASON: return none;
    case KHCT_FACT_SCHOOL: return plan->school.name;
    case KHCT_FACT_SUPERIOR: return plan->school.superior;
    case KHCT_FACT_TYPES: return khct_school_types_text(arena, plan->school.types);
    case KHCT_FACT_DOCUMENT:
        return heading->number.understood ? heading->number.text : heading->number.words;
    case KHCT_FACT_DATE: return khct_date_iso(arena, heading->date.date);
    case KHCT_FACT_PERIOD: return khct_period_text(arena, &heading->period);
    case KHCT_FACT_CATALOGUE: return plan->catalogue == NULL ? none : plan->catalogue->id;
    case KHCT_FACT_FORM: return plan->form->id;
    case KHCT_FACT_LEVEL: return rating == NULL ? none : khct_str_number(arena, rating->now);
    case KHCT_FACT_LIFTED: return rating == NULL ? none : khct_str_number(arena, rating->lifted);
    case KHCT_FACT_AIM:
        number = rating != NULL ? rating->aim : heading->aim.level;
        return number == 0 ? none : khct_str_number(arena, number);
    case KHCT_FACT_OVERDUE:
        if (work->day == KHCT_NO_DATE)
            return none;
        number = work->standings[KHCT_OVERDUE];
        break;
    case KHCT_FACT_SUM: return khct_amount_digits(arena, work->money.all.amount);
    case KHCT_FACT_IMPROVEMENTS: number = (long long)plan->improvements.n; break;
    case KHCT_FACT_TASKS: number = work->task_count; break;
    case KHCT_FACT_DONE: number = work->standings[KHCT_DONE]; break;
    case KHCT_FACT_COUNTED: number = work->money.all.counted; break;
    case KHCT_FACT_LEFT_OUT: number = work->money.all.left_out; break;
    case KHCT_FACT_ERRORS: number = (long long)khct_diags_errors(plan->diags); break;
    case KHCT_FACT_WARNINGS: number = (long long)khct_diags_count(plan->diags, KHCT_WARNING); break;
    }
    return khct_str_number(arena, number);
}

#define FACT(id, kind) KHCT_FACT_##id, KHCT_FACT_##kind

const khct_fact khct_facts[] = {
    {FACT(PATH, TEXT), 30, "tep", {"Tệp", "File"}},
    {FACT(STATE, TEXT), 22, "tinhtrang", {"Tình trạng", "State"}},
    {FACT(REASON, TEXT), 40, "lydo", {"Lý do", "Reason"}},
    {FACT(SCHOOL, TEXT), 34, "ten", {"Trường", "School"}},
    {FACT(SUPERIOR, TEXT), 28, "captren", {"Cấp trên", "Superior body"}},
    {FACT(TYPES, TEXT), 20, "cap", {"Cấp học", "School type"}},
    {FACT(DOCUMENT, TEXT), 18, "so", {"Số", "Number"}},
    {FACT(DATE, DAY), 12, "ngay", {"Ngày", "Date"}},
    {FACT(PERIOD, TEXT), 16, "giaidoan", {"Năm học, giai đoạn", "Period"}},
    {FACT(CATALOGUE, TEXT), 20, "danhmuc", {"Danh mục", "Catalogue"}},
    {FACT(FORM, TEXT), 14, "mau", {"Mẫu", "Form"}},
    {FACT(LEVEL, NUMBER), 10, "muc", {"Mức hiện nay", "Level now"}},
    {FACT(LIFTED, NUMBER), 10, "mucsau", {"Mức nếu đạt hết", "Level if all is met"}},
    {FACT(AIM, NUMBER), 10, "phandau", {"Phấn đấu", "Aim"}},
    {FACT(IMPROVEMENTS, NUMBER), 10, "caitien", {"Nội dung cải tiến", "Improvements"}},
    {FACT(TASKS, NUMBER), 10, "viec", {"Việc", "Tasks"}},
    {FACT(DONE, NUMBER), 10, "hoanthanh", {"Việc hoàn thành", "Tasks done"}},
    {FACT(OVERDUE, NUMBER), 10, "quahan", {"Việc quá hạn", "Tasks overdue"}},
    {FACT(SUM, MONEY), 18, "kinhphi", {"Số tiền đã ghi (đồng)", "Money stated (đồng)"}},
    {FACT(COUNTED, NUMBER), 10, "sokhoan", {"Khoản đã cộng", "Amounts added up"}},
    {FACT(LEFT_OUT, NUMBER), 10, "khongcong", {"Khoản không cộng được", "Amounts left out"}},
    {FACT(ERRORS, NUMBER), 10, "loi", {"Lỗi", "Errors"}},
    {FACT(WARNINGS, NUMBER), 10, "canhbao", {"Cảnh báo", "Warnings"}},
    {FACT(PATH, TEXT), 0, NULL, {NULL, NULL}},
};
