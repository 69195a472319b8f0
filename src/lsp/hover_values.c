/* Hover: the meaning of a value. */
#include "lsp/hover.h"

/* The sign that stands before all but the first of some. */
static const char *between(bool *first, const char *sign)
{
    const char *before = *first ? "" : sign;
    *first = false;
    return before;
}

/* The days of an interval, a limit as it is written, and where its year is from. */
static void interval(khct_hovering *h, const khct_interval *days)
{
    if (days->before && days->from == KHCT_NO_DATE) {
        KHCT_HOVER(h, khct_hover_in(h, "trước ", "before "),
                   khct_date_short(h->arena, days->to + 1));
    } else {
        khct_hover_days(h, days->from, days->to);
    }
    switch (days->by) {
    case KHCT_BY_WRITER: break;
    case KHCT_BY_PLAN:
        khct_hover_say(h, " (năm suy từ năm của kế hoạch)", " (year taken from the plan's)");
        break;
    case KHCT_BY_DAY:
        khct_hover_say(h, " (suy từ ngày ban hành)", " (taken from the plan's date)");
        break;
    case KHCT_BY_BESIDE:
        khct_hover_say(h, " (năm suy từ thời gian bên cạnh)",
                       " (year taken from the times beside it)");
        break;
    }
}

/* "2", "1–2". */
static void counted(khct_hovering *h, int low, int high)
{
    if (low != high)
        KHCT_HOVER(h, low, "–");
    KHCT_HOVER(h, high);
}

/* "2 lần mỗi năm", "mỗi 6 tháng". */
static void repeat(khct_hovering *h, const khct_repeat *r)
{
    static const char *const UNITS[][3] = {
        {"ngày", "day", "days"},        {"tuần", "week", "weeks"},   {"tháng", "month", "months"},
        {"quý", "quarter", "quarters"}, {"học kỳ", "term", "terms"}, {"năm", "year", "years"}};
    unsigned bit = 0;
    while (r->bit >> (bit + 1) != 0)
        bit++;
    if (r->times > 0) {
        counted(h, r->times_low, r->times);
        khct_hover_say(h, " lần ", r->times == 1 ? " time " : " times ");
    }
    khct_hover_say(h, "mỗi ", "every ");
    if (r->count > 1) {
        counted(h, r->count_low, r->count);
        KHCT_HOVER(h, " ");
    }
    khct_hover_say(h, UNITS[bit][0], UNITS[bit][r->count > 1 ? 2 : 1]);
}

static void times(khct_hovering *h, const khct_time *time)
{
    bool first = true;
    KHCT_FOR (days, &time->intervals) {
        KHCT_HOVER(h, between(&first, "; "));
        interval(h, days);
    }
    KHCT_FOR (r, &time->repeats) {
        KHCT_HOVER(h, between(&first, "; "));
        repeat(h, r);
    }
    if ((time->recurs & KHCT_ALWAYS) != 0)
        KHCT_HOVER(h, between(&first, "; "), khct_hover_in(h, "thường xuyên", "always"));
    if (time->repeats.n == 0 && (time->recurs & KHCT_EVERY_YEAR) != 0)
        KHCT_HOVER(h, between(&first, "; "), khct_hover_in(h, "hằng năm", "every year"));
    if (time->outlook != 0)
        KHCT_HOVER(h, between(&first, "; "), khct_hover_in(h, "tầm nhìn đến năm ", "outlook to "),
                   time->outlook);
}

static void time_value(khct_hovering *h, const khct_time *time)
{
    khct_hover_block(h);
    if (!time->understood)
        khct_hover_say(h, "chưa hiểu được thời gian này; giữ nguyên như đã viết",
                       "this time is not understood; it stays as written");
    else
        times(h, time);
}

static khct_str money_text(khct_hovering *h, int64_t amount)
{
    return khct_money_text(h->arena, amount);
}

static void money_amount(khct_hovering *h, const khct_money_part *part)
{
    if (part->low < part->amount)
        KHCT_HOVER(h, money_text(h, part->low), "–");
    KHCT_HOVER(h, money_text(h, part->amount));
}

/* "12 × 35.000.000" */
static void money_product(khct_hovering *h, const khct_money_part *part)
{
    for (int i = 0; i < part->factors; i++)
        KHCT_HOVER(h, i == 0 ? "" : " × ", money_text(h, part->factor[i]));
}

static bool is_part_of(const khct_money_part *part, int whole)
{
    return part->whole == whole && part->has_amount && !part->rate;
}

/* True where the parts of a whole come to it. */
static bool adds_up(const khct_money *money, int whole)
{
    int64_t left = money->parts.at[whole].amount; /* every part lies below KHCT_MONEY_LIMIT */
    KHCT_FOR (part, &money->parts)
        left -= is_part_of(part, whole) ? part->amount : 0;
    return left == 0;
}

/* "100.000.000 ngân sách (60%)", "36.000.000 (12 × 3.000.000)". */
static void money_part(khct_hovering *h, const khct_money_part *part)
{
    money_amount(h, part);
    if (part->source != KHCT_SOURCE_NONE)
        KHCT_HOVER(h, " ", khct_source_name(part->source));
    if (part->factors == 0 && part->share < 0)
        return;
    KHCT_HOVER(h, " (");
    money_product(h, part);
    if (part->factors == 0)
        KHCT_HOVER(h, khct_percent_text(h->arena, part->share,
                                        h->r->server->language == KHCT_VI ? ',' : '.'));
    KHCT_HOVER(h, part->factors == 0 ? "%)" : ")");
}

/* The parts of a whole, or of -1 all that is added: "100.000.000 ngân sách + 20.000.000". */
static void money_parts(khct_hovering *h, const khct_money *money, int whole)
{
    bool first = true;
    KHCT_FOR (part, &money->parts) {
        if (!is_part_of(part, whole))
            continue;
        KHCT_HOVER(h, between(&first, " + "));
        money_part(h, part);
    }
}

/* " = 12 × 35.000.000" of a price times a quantity, " = 100.000.000 ngân sách + 20.000.000" of a
 * whole, ", trong đó 20.000.000 xã hội hóa" where that is not all of it. */
static void money_reached(khct_hovering *h, const khct_money *money, int whole)
{
    const khct_money_part *of = &money->parts.at[whole], *only = of;
    size_t parts = 0;
    KHCT_FOR (part, &money->parts)
        if (is_part_of(part, whole))
            only = parts++ == 0 ? part : of;
    if (only->factors > 0 && only->amount == of->amount && only->source == of->source) {
        KHCT_HOVER(h, " = ");
        money_product(h, only);
    } else if (parts > 0) {
        if (adds_up(money, whole))
            KHCT_HOVER(h, " = ");
        else
            khct_hover_say(h, ", trong đó ", ", of which ");
        money_parts(h, money, whole);
    } else if (of->low < of->amount) { /* 5 - 7 triệu: the higher is added */
        khct_hover_say(h, ", mức cao của ", ", the higher of ");
        money_amount(h, of);
    }
}

static void money_sum(khct_hovering *h, const khct_money *money, const khct_sum *sum)
{
    khct_hover_bold(h, khct_amount_text(h->arena, sum->amount));
    khct_hover_say(h, " đồng", " đồng");
    if (sum->counted > 1) {
        KHCT_HOVER(h, " = ");
        money_parts(h, money, -1);
        return;
    }
    for (size_t i = 0; i < money->parts.n; i++)
        if (is_part_of(&money->parts.at[i], -1))
            money_reached(h, money, (int)i);
}

/* "theo dự toán; không nêu số tiền" */
static void money_known(khct_hovering *h, const khct_money *money)
{
    static const char *const NAMES[KHCT_MONEY_WORDS][2] = {
        [KHCT_MONEY_WITHIN] = {"lồng ghép", "within other activities"},
        [KHCT_MONEY_ESTIMATE] = {"theo dự toán", "by the estimate"},
        [KHCT_MONEY_RULE] = {"theo quy định", "by the rules"},
        [KHCT_MONEY_ACTUAL] = {"theo thực tế", "as it comes"}};
    bool first = true;
    for (size_t i = 0; i < KHCT_MONEY_WORDS; i++)
        if (money->known >> i & 1)
            KHCT_HOVER(h, between(&first, ", "), khct_hover_in(h, NAMES[i][0], NAMES[i][1]));
    khct_hover_say(h, "; không nêu số tiền", "; no amount is given");
}

/* What is not understood of a value that is understood in part. */
static void rest(khct_hovering *h, const khct_node *node, khct_span words)
{
    if (words.end <= words.begin)
        return;
    khct_hover_say(h, "; chưa hiểu ", "; not understood: ");
    khct_hover_code(h, khct_read_plain(&h->plan->values->reader, khct_node_place(node, words)));
}

static void money_value(khct_hovering *h, const khct_money *money)
{
    khct_sum sum = khct_money_sums(money).all;
    khct_hover_block(h);
    if (money->nothing)
        khct_hover_say(h, "không tốn kinh phí", "costs nothing");
    else if (!money->understood)
        khct_hover_say(h, "chưa hiểu được kinh phí này; giữ nguyên như đã viết",
                       "this money is not understood; it stays as written");
    if (sum.counted > 0)
        money_sum(h, money, &sum);
    if (money->understood && sum.left_out > 0) {
        KHCT_HOVER(h, sum.counted > 0 ? "; " : "", (long long)sum.left_out,
                   khct_hover_in(h, " số tiền không cộng: đơn giá, hoặc chưa hiểu",
                                 " not added: so much each, or not understood"));
    }
    bool known = money->known != 0 && sum.counted + sum.left_out == 0;
    if (known)
        money_known(h, money);
    bool first = true;
    if (money->sources != 0)
        KHCT_HOVER(h, known || sum.counted + sum.left_out > 0 ? "; " : "",
                   khct_hover_in(h, "nguồn: ", "source: "));
    for (khct_source_kind s = 0; s < KHCT_SOURCE_NONE; s++)
        if (money->sources >> s & 1)
            KHCT_HOVER(h, between(&first, ", "), khct_source_name(s));
}

/* "→ Hiệu trưởng, Trần Thị Bình; nhiệm vụ: chỉ đạo chung" */
static void person_meaning(khct_hovering *h, const khct_person *person)
{
    const khct_role *role =
        person->role < h->plan->roles.n ? &h->plan->roles.at[person->role] : NULL;
    khct_str name = person->name.n > 0 || role == NULL ? person->name : role->holder;
    if (role != NULL)
        KHCT_HOVER(h, " → ", role->name);
    else if (name.n > 0)
        khct_hover_say(h, " (tên người)", " (a person's name)");
    else
        khct_hover_say(h, " (lời tự do)", " (free words)");
    if (role != NULL && name.n > 0)
        KHCT_HOVER(h, ", ", name);
    if (person->duty.n > 0)
        KHCT_HOVER(h, khct_hover_in(h, "; nhiệm vụ: ", "; duty: "), person->duty);
}

static void people_value(khct_hovering *h, const khct_people *people)
{
    khct_hover_block(h);
    for (size_t i = 0; i < people->list.n; i++) {
        const khct_person *person = &people->list.at[i];
        KHCT_HOVER(h, i == 0 ? "- " : "\n- ", person->words);
        person_meaning(h, person);
        if (people->ditto)
            khct_hover_say(h, " (lấy ở việc đứng trước)", " (of the task before)");
    }
    if (people->ditto && people->list.n == 0)
        khct_hover_say(h, "phía trên chưa ghi ai", "nobody is named above");
}

static void period_value(khct_hovering *h, const khct_period *period)
{
    if (period->kind == KHCT_PERIOD_NONE)
        return;
    khct_hover_block(h);
    khct_hover_days(h, period->from, period->to);
}

static void date_value(khct_hovering *h, const khct_day *day)
{
    static const char *const DAYS[][2] = {{"thứ Năm", "Thursday"}, {"thứ Sáu", "Friday"},
                                          {"thứ Bảy", "Saturday"}, {"Chủ nhật", "Sunday"},
                                          {"thứ Hai", "Monday"},   {"thứ Ba", "Tuesday"},
                                          {"thứ Tư", "Wednesday"}};
    if (day->blank) {
        khct_hover_block(h);
        KHCT_HOVER(h, khct_hover_in(h, "chưa ghi đủ; in là ", "not filled in; printed as "),
                   khct_day_long(h->arena, day));
    }
    if (day->date == KHCT_NO_DATE)
        return;
    int weekday = (int)(((long long)day->date % 7 + 7) % 7);
    khct_hover_block(h);
    KHCT_HOVER(h, khct_hover_in(h, DAYS[weekday][0], DAYS[weekday][1]), ", ");
    khct_hover_long_date(h, day->date);
}

static void number_value(khct_hovering *h, const khct_docnumber *number)
{
    if (!number->understood)
        return;
    const char *kind = khct_document_kind(number->kind);
    khct_hover_block(h);
    khct_hover_bold(h, number->text);
    if (kind != NULL)
        KHCT_HOVER(h, ": ", kind);
}

static void progress_value(khct_hovering *h, const khct_progress *progress)
{
    khct_language language = h->r->server->language;
    if (progress->date == KHCT_NO_DATE)
        return;
    khct_hover_block(h);
    KHCT_HOVER(h, khct_date_short(h->arena, progress->date), ": ",
               khct_progress_name(progress->state, language != KHCT_VI));
    if (progress->percent >= 0)
        KHCT_HOVER(h, " ", progress->percent, "%");
}

/* How many criteria a list names. */
static void criteria_value(khct_hovering *h, const khct_criteria *list)
{
    const khct_catalogue *c = h->plan->catalogue;
    size_t n = 0;
    for (size_t i = 0; c != NULL && i < c->criteria.n; i++)
        for (size_t k = 0; k < list->items.n; k++)
            if (khct_criterion_cmp(list->items.at[k].from, c->criteria.at[i].id) <= 0 &&
                khct_criterion_cmp(c->criteria.at[i].id, list->items.at[k].to) <= 0) {
                n++;
                break;
            }
    khct_hover_block(h);
    KHCT_HOVER(h, n, khct_hover_in(h, " tiêu chí", n == 1 ? " criterion" : " criteria"));
}

void khct_hover_value(khct_hovering *h, const khct_node *node)
{
    bool known =
        node->keyword != KHCT_KEYWORD_NONE && khct_place_of(node->inside, node->keyword) != NULL;
    if (!known || node->value.begin >= node->value.end)
        return;
    if (node->opens == KHCT_B_THEODOI) {
        const khct_head *head = khct_head_of(h->plan->values, node);
        if (head->time != NULL)
            time_value(h, head->time);
        return;
    }
    const khct_meaning *meaning = khct_meaning_of(h->plan->values, node);
    if (meaning->stated) {
        khct_hover_block(h);
        khct_hover_say(h, "ghi rõ là không có", "stated to be empty");
        return;
    }
    if (meaning->any == NULL)
        return;
    switch (meaning->type) {
    case KHCT_TYPE_TIME:
        time_value(h, meaning->time);
        if (meaning->time->understood)
            rest(h, node, meaning->time->rest);
        break;
    case KHCT_TYPE_MONEY:
        money_value(h, meaning->money);
        if (meaning->money->understood)
            rest(h, node, meaning->money->rest);
        break;
    case KHCT_TYPE_ROLES: people_value(h, meaning->people); break;
    case KHCT_TYPE_DATE: date_value(h, meaning->day); break;
    case KHCT_TYPE_DOCUMENT_NUMBER: number_value(h, meaning->number); break;
    case KHCT_TYPE_PROGRESS: progress_value(h, meaning->progress); break;
    case KHCT_TYPE_SCHOOL_YEAR:
    case KHCT_TYPE_PERIOD: period_value(h, meaning->period); break;
    case KHCT_TYPE_CRITERIA: criteria_value(h, meaning->criteria); break;
    case KHCT_TYPE_LEVEL_LIST:
        if (!meaning->levels->all)
            criteria_value(h, &meaning->levels->criteria);
        break;
    default: break;
    }
}
