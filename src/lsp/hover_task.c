/* Hover: a task's facts, as every output tells them. */
#include "lsp/hover.h"

/* The parties of the task, from `from` on. */
static void parties(khct_hovering *h, const char *vi, const char *en, uint32_t from, uint32_t count)
{
    const khct_work *work = h->r->c->work;
    for (uint32_t i = 0; i < count; i++) {
        if (i == 0)
            khct_hover_say(h, vi, en);
        KHCT_HOVER(h, i == 0 ? "" : ", ", work->parties.at[work->party_of.at[from + i]].name);
    }
}

/* "quá hạn; đang thực hiện 50%, ghi ngày 1/11/2023" */
static void standing(khct_hovering *h, const khct_work_task *t)
{
    khct_language language = h->r->server->language;
    KHCT_HOVER(h, khct_hover_in(h, "\n- Tình trạng: ", "\n- Standing: "),
               khct_standing_name(t->standing, language));
    if (t->due != KHCT_NO_DATE) {
        KHCT_HOVER(h, khct_hover_in(h, "; hạn: ", "; due: "),
                   khct_time_due_text(h->arena, t->time, language != KHCT_VI));
    }
    if (t->last == NULL)
        return;
    KHCT_HOVER(h, khct_hover_in(h, "\n- Tiến độ: ", "\n- Progress: "),
               khct_progress_name(t->state, language != KHCT_VI));
    if (t->last->percent >= 0)
        KHCT_HOVER(h, " ", t->last->percent, "%");
    KHCT_HOVER(h, khct_hover_in(h, ", ghi ngày ", ", recorded on "),
               khct_date_short(h->arena, t->last->date));
}

static void cost(khct_hovering *h, const khct_work_task *t)
{
    if (t->cost.counted + t->cost.left_out == 0)
        return;
    khct_hover_say(h, "\n- Kinh phí: ", "\n- Money: ");
    if (t->cost.counted > 0)
        KHCT_HOVER(h, khct_amount_text(h->arena, t->cost.amount), " đồng");
    if (t->cost.left_out == 0)
        return;
    KHCT_HOVER(h, t->cost.counted > 0 ? ", " : "", khct_hover_in(h, "bỏ ngoài ", "without "),
               t->cost.left_out, khct_hover_in(h, " khoản", " of the amounts"));
}

static void task_page(khct_hovering *h, const khct_work_task *t)
{
    khct_str code = khct_improvement_code(h->arena, t->improvement);
    khct_hover_block(h);
    khct_hover_bold(h, KHCT_JOIN(h->arena, khct_tell(h->r->server, "Việc ", "Task "), t->number,
                                 code.n > 0 ? ", " : "", code));
    KHCT_HOVER(h, ": ", khct_task_name(t->improvement, t->task), "\n");
    standing(h, t);
    parties(h, "\n- Chủ trì: ", "\n- Led by: ", t->parties, t->leads);
    parties(h, "\n- Phối hợp: ", "\n- With: ", t->parties + t->leads, t->helps);
    cost(h, t);
}

void khct_hover_task(khct_hovering *h, const khct_node *node)
{
    const khct_work *work = h->r->c->work;
    for (uint32_t i = 0; work != NULL && i < work->task_count; i++)
        if (work->tasks[i].task->node == node) {
            task_page(h, &work->tasks[i]);
            return;
        }
}
