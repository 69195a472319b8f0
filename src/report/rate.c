#include "report/rate.h"

#include "diag/render.h"
#include "text/utf8.h"

typedef struct showing {
    const khct_plan *plan;
    const khct_work *work;
    khct_arena *arena;
    khct_out *out;
    khct_language language;
} showing;

static const char *in(const showing *s, const char *vi, const char *en)
{
    return s->language == KHCT_VI ? vi : en;
}

static void say(const showing *s, const char *vi, const char *en)
{
    khct_out_cstr(s->out, in(s, vi, en));
}

/* "mức 2", "chưa đạt mức nào" */
static void level(const showing *s, uint16_t n)
{
    if (n == 0) {
        say(s, "chưa đạt mức nào", "no level");
        return;
    }
    KHCT_SHOW(s->out, in(s, "mức ", "level "), n);
}

static void codes(const showing *s, const khct_steps *steps)
{
    for (size_t i = 0; i < steps->n; i++)
        KHCT_SHOW(s->out, i > 0 ? ", " : "", steps->at[i].criterion->code);
}

static void put_head(const showing *s)
{
    const khct_plan *plan = s->plan;
    if (plan->school.name.n > 0)
        KHCT_SHOW(s->out, plan->school.name, " (", plan->path, ")\n");
    else
        KHCT_SHOW(s->out, plan->path, "\n");
    if (plan->catalogue == NULL)
        return;
    KHCT_SHOW(s->out, plan->catalogue_name);
    if (plan->current != NULL && plan->current->period.kind != KHCT_PERIOD_NONE) {
        KHCT_SHOW(s->out, in(s, ", kết quả năm học ", ", results of "),
                  khct_period_text(s->arena, &plan->current->period));
    }
    khct_out_cstr(s->out, "\n\n");
}

static void put_none(const showing *s)
{
    if (s->plan->catalogue == NULL)
        say(s, "Chưa xếp mức được: kế hoạch không dùng danh mục tiêu chí nào.\n",
            "No rating: the plan uses no catalogue of criteria.\n");
    else if (s->plan->catalogue->rules.n == 0)
        say(s, "Chưa xếp mức được: danh mục không có quy tắc xếp mức.\n",
            "No rating: the catalogue has no rule for it.\n");
    else
        say(s, "Chưa xếp mức được: kế hoạch không ghi kết quả tự đánh giá (`hientrang`).\n",
            "No rating: the plan gives no results of a self-assessment (`hientrang`).\n");
}

static void put_counts(const showing *s, const khct_rating *rating)
{
    KHCT_FOR (c, &rating->counts) {
        KHCT_SHOW(s->out, "  ", in(s, "Mức ", "Level "), c->level, ": ", c->meet, "/", c->have, " ",
                  in(s, "tiêu chí đạt", "criteria meet it"), " (", c->meet * 100 / c->have, "%)\n");
    }
    const khct_catalogue *catalogue = s->plan->catalogue;
    if (catalogue->items.n > 0) {
        size_t met = 0;
        for (size_t i = 0; i < s->plan->current->items.n; i++)
            met += khct_catalogue_item(catalogue, s->plan->current->items.at[i].number) != NULL;
        KHCT_SHOW(s->out, "  ", in(s, "Mức 4: ", "Level 4: "), (long long)met, "/",
                  (long long)catalogue->items.n, " ", in(s, "khoản đạt\n", "items met\n"));
    }
    if (rating->unknown.n == 0)
        return;
    KHCT_SHOW(
        s->out, "  ",
        in(s, "Chưa có kết quả, tạm coi là chưa đạt: ", "Without a result, counted as not met: "));
    for (size_t i = 0; i < rating->unknown.n; i++)
        KHCT_SHOW(s->out, i > 0 ? ", " : "", rating->unknown.at[i]->code);
    if (rating->at_best > rating->now) {
        say(s, "; nếu đều đạt mức cao nhất thì trường ở ",
            "; if all were at their highest the school would have ");
        level(s, rating->at_best);
    }
    khct_out_char(s->out, '\n');
}

static void put_step(const showing *s, const khct_step *step)
{
    enum { TITLE = 58 };
    khct_str title = step->criterion->title;
    KHCT_SHOW(s->out, "    ", step->criterion->code, step->criterion->code.n < 4 ? "   " : "  ");
    size_t cells = khct_utf8_cells(title, 0), at = title.n;
    while (khct_utf8_cells(khct_str_sub(title, 0, at), 0) > TITLE && at > 0)
        for (at--; at > 0 && title.p[at] != ' ';)
            at--;
    KHCT_SHOW(s->out, khct_str_sub(title, 0, at));
    if (at < title.n) {
        khct_out_cstr(s->out, "…");
        cells = khct_utf8_cells(khct_str_sub(title, 0, at), 0) + 1;
    }
    for (; cells < TITLE + 2; cells++)
        khct_out_char(s->out, ' ');
    if (step->from > 0)
        khct_out_format(s->out, "%u", (unsigned)step->from);
    else if (khct_plan_result(s->plan, step->criterion->id) == NULL)
        khct_out_char(s->out, '?');
    else
        say(s, "chưa đạt", "none");
    khct_out_format(s->out, " → %u", (unsigned)step->to);
    if (step->criterion->mandatory)
        say(s, " bắt buộc", " mandatory");
    if (!khct_plan_covers(s->plan, step->criterion))
        say(s, " (kế hoạch chưa có việc)", " (nothing is planned)");
    khct_out_char(s->out, '\n');
}

/* How many ways there are to take k of n; UINT64_MAX: too many to count. */
static uint64_t choices(uint64_t n, uint64_t k)
{
    uint64_t count = 1;
    for (uint64_t i = 1; i <= k; i++) {
        if (count > UINT64_MAX / n)
            return UINT64_MAX;
        count = count * (n - k + i) / i;
    }
    return count;
}

static bool same_steps(const khct_steps *a, const khct_steps *b)
{
    bool same = a->n == b->n && a->n > 0;
    for (size_t i = 0; same && i < a->n; i++)
        same = a->at[i].criterion == b->at[i].criterion && a->at[i].to == b->at[i].to;
    return same;
}

/* True where those to choose from must rise anyway, and only go further. */
static bool rises_anyway(const khct_way *way)
{
    for (size_t i = 0; i < way->all.n; i++)
        if (way->all.at[i].criterion == way->any.at[0].criterion)
            return true;
    return false;
}

/* `before`: the way shown before this one, or NULL. */
static void put_way(const showing *s, const khct_way *way, const khct_way *before)
{
    KHCT_SHOW(s->out, in(s, "\nĐể lên mức ", "\nTo reach level "), way->level,
              in(s, " cần ít nhất:\n", " at least:\n"));
    if (before != NULL && same_steps(&before->all, &way->all)) {
        say(s, "  các tiêu chí trên\n", "  the criteria above\n");
    } else if (way->all.n > 0) {
        KHCT_SHOW(
            s->out, "  ", (long long)way->all.n, " ",
            in(s, way->all.n == 1 ? "tiêu chí sau phải nâng\n" : "tiêu chí sau đều phải nâng\n",
               way->all.n == 1 ? "criterion must rise\n" : "criteria must rise, each of them\n"));
        for (size_t i = 0; i < way->all.n; i++)
            put_step(s, &way->all.at[i]);
    }
    bool further = way->choose > 0 && rises_anyway(way);
    if (further) {
        KHCT_SHOW(s->out, in(s, "  trong đó phải lên tới mức ", "  of them to level "),
                  way->any.at[0].to, in(s, ": ", ": "));
        if (way->choose < way->any.n)
            KHCT_SHOW(s->out, way->choose, in(s, " trong số ", " of "));
        codes(s, &way->any);
        khct_out_char(s->out, '\n');
    } else if (way->choose > 0) {
        uint64_t count = choices(way->any.n, way->choose);
        KHCT_SHOW(s->out, "  ",
                  in(s, way->all.n > 0 ? "và thêm " : "", way->all.n > 0 ? "and any " : "any "),
                  way->choose, " ", in(s, "tiêu chí bất kỳ trong số ", "of these: "));
        codes(s, &way->any);
        if (count < UINT64_MAX) {
            khct_out_format(s->out, " (%llu ", (unsigned long long)count);
            say(s, "cách chọn)", count == 1 ? "way)" : "ways)");
        }
        khct_out_format(s->out, " → %u\n", (unsigned)way->any.at[0].to);
    }
    if (way->items.n == 0)
        return;
    khct_out_cstr(s->out, "  ");
    bool more = way->all.n > 0 || way->choose > 0;
    say(s, more ? "và các khoản của mức 4: " : "các khoản của mức 4: ",
        more ? "and the items of level 4: " : "the items of level 4: ");
    for (size_t i = 0; i < way->items.n; i++)
        KHCT_SHOW(s->out, i > 0 ? ", " : "", way->items.at[i]);
    khct_out_char(s->out, '\n');
}

static void put_plan(const showing *s, const khct_rating *rating)
{
    say(s, "\nNếu mọi mục tiêu của kế hoạch đều đạt: ", "\nWith every target of the plan met: ");
    level(s, rating->lifted);
    if (rating->possible > rating->lifted) {
        say(s, "; tính cả việc không ghi mức cần đạt thì có thể tới ",
            "; counting what is planned without a level, perhaps ");
        level(s, rating->possible);
    }
    khct_out_cstr(s->out, ".\n");
    if (rating->aim == 0) {
        say(s, "Kế hoạch không nêu mức phấn đấu.\n", "The plan states no aim.\n");
        return;
    }
    say(s, "Mức phấn đấu: ", "The aim: ");
    level(s, rating->aim);
    const khct_aim *aim = &s->plan->heading.aim;
    if (aim->degree > 0) {
        KHCT_SHOW(s->out, in(s, " (chuẩn quốc gia mức độ ", " (national standard, degree "),
                  aim->degree, ")");
    }
    if (aim->year.kind != KHCT_PERIOD_NONE) {
        if (aim->year.kind == KHCT_PERIOD_CALENDAR)
            say(s, " năm ", " by ");
        else
            say(s, " đến năm học ", " by ");
        KHCT_SHOW(s->out, khct_period_text(s->arena, &s->plan->heading.aim.year));
    }
    if (rating->aim <= rating->now)
        say(s, "; trường đã đạt.\n", "; the school has it already.\n");
    else if (rating->lifted >= rating->aim)
        say(s, "; kế hoạch đủ để tới.\n", "; the plan suffices.\n");
    else if (rating->possible >= rating->aim)
        say(s, "; kế hoạch có thể tới, nhưng có việc không ghi mức cần đạt.\n",
            "; the plan may suffice, but some of it states no level.\n");
    else
        say(s, "; kế hoạch chưa đủ để tới.\n", "; the plan does not suffice.\n");
}

/* What would still hold the school back when all targets are met. */
static void put_rest(const showing *s, const khct_rating *rating)
{
    if (rating->aim <= rating->possible)
        return;
    for (size_t i = 0; i < rating->after.n && rating->after.at[i].level <= rating->aim; i++) {
        const khct_hold *hold = &rating->after.at[i];
        KHCT_SHOW(s->out, in(s, "  Khi ấy mức ", "  Then level "), hold->level,
                  in(s, " còn thiếu:", " would still lack:"));
        for (size_t k = 0; k < hold->criteria.n; k++)
            KHCT_SHOW(s->out, k > 0 ? ", " : " ", hold->criteria.at[k]->code);
        if (hold->missing > 0) {
            KHCT_SHOW(s->out, hold->criteria.n > 0 ? ";" : "", " ", hold->missing, " ",
                      in(s, "trong số", "of"));
            for (size_t k = 0; k < hold->others.n; k++)
                KHCT_SHOW(s->out, k > 0 ? ", " : " ", hold->others.at[k]->code);
        }
        for (size_t k = 0; k < hold->items.n; k++) {
            KHCT_SHOW(s->out,
                      in(s, k > 0 ? ", " : (hold->criteria.n > 0 ? "; khoản " : " khoản "),
                         k > 0 ? ", " : (hold->criteria.n > 0 ? "; items " : " items ")),
                      hold->items.at[k]);
        }
        khct_out_char(s->out, '\n');
    }
}

static void put_rating(const showing *s, const khct_rating *rating)
{
    say(s,
        rating->now > 0 ? "Theo kết quả tự đánh giá, trường đạt "
                        : "Theo kết quả tự đánh giá, trường ",
        "By its results the school has ");
    level(s, rating->now);
    khct_out_cstr(s->out, ".\n");
    put_counts(s, rating);
    if (rating->ways.n > 0)
        put_way(s, &rating->ways.at[0], NULL);
    const khct_way *way = s->work->way; /* what holds the school back */
    if (way != NULL && way != &rating->ways.at[0])
        put_way(s, way, &rating->ways.at[0]);
    const khct_catalogue *c = s->plan->catalogue;
    uint16_t top = c->rules.at[c->rules.n - 1].level;
    if (rating->ways.n == 0 && top == c->highest)
        say(s, "\nTrường đã ở mức cao nhất.\n", "\nThe school has the highest level.\n");
    if (top < c->highest) {
        KHCT_SHOW(s->out,
                  in(s, "\nThư viện chưa ghi đủ điều kiện của mức ",
                     "\nThe library does not record all that level "),
                  c->highest,
                  in(s, ", nên chưa xét mức này.\n", " asks for, so it is not judged.\n"));
    }
    put_plan(s, rating);
    put_rest(s, rating);
}

void khct_rate_write(khct_out *out, const khct_work *work, khct_language language)
{
    showing shown = {work->plan, work, work->plan->arena, out, language}, *s = &shown;
    put_head(s);
    if (work->rating == NULL)
        put_none(s);
    else
        put_rating(s, work->rating);
    khct_out_char(out, '\n');
}
