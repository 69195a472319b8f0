/* Cells of tasks into fields. */
#include "import/planning.h"

#include "text/fold.h"
#include "text/utf8.h"

#include <stdio.h>

khct_str khct_in_goal(khct_in_plan *u, khct_str text, khct_str *rest)
{
    enum { HIGHEST = 4 };
    uint16_t level;
    khct_span span, at;
    text = khct_str_trim(text);
    if (khct_str_starts(text, "-"))
        text = khct_str_trim(khct_str_sub(text, 1, text.n));
    khct_reader reader = khct_in_reader(u->arena, u->library, text, &span);
    khct_words words = khct_read_words(&reader, span);
    bool keep = khct_take_word(&reader, &words, KHCT_C_KEEP);
    *rest = KHCT_STR("");
    if (keep && khct_at_end(&words))
        return KHCT_STR("duytri");
    if (!keep && khct_in_words_at(text, 0, KHCT_IN_WORD_REACHED) > 0)
        words.next++;
    if (!khct_take_level(&reader, &words, &level, &at) || level > HIGHEST)
        return KHCT_STR("");
    khct_str behind = khct_str_trim(khct_str_sub(text, at.end, text.n)),
             more = khct_in_skip_signs(behind);
    bool ends = behind.n == 0 || strchr(".;:,-()\n", behind.p[0]) != NULL;
    bool several = khct_str_starts(behind, ",") && khct_digit_at(more, 0); /* "Mức 1, 2" */
    if (!ends || several || (more.n > 0 && more.p[0] != '(' && khct_in_goes_on_small(more)))
        return KHCT_STR("");
    *rest = more;
    return KHCT_JOIN(u->arena, keep ? "duytri muc " : "muc ", level);
}

khct_sketch *khct_in_say_text(khct_in_planning *p, khct_sketch *block, khct_keyword field,
                              khct_str text)
{
    khct_in_paragraph *made = khct_in_bare(p->arena, NULL, text);
    return khct_in_put(p->u, block, field, &made, 1);
}

/* A day in figures (`31/12/2026`) in a text; empty: none. */
static khct_str day_in(khct_str text)
{
    for (size_t at = 0; at < text.n; at++) {
        if (!khct_is_digit(text.p[at]))
            continue;
        size_t end = at, slashes = 0;
        while (end < text.n && (khct_is_digit(text.p[end]) || text.p[end] == '/'))
            slashes += text.p[end++] == '/';
        if (slashes == 2 && end - at >= 8)
            return khct_str_sub(text, at, end);
        at = end;
    }
    return KHCT_STR("");
}

/* "45%" in a text; empty: none. */
static khct_str percent_in(khct_str text)
{
    for (size_t at = 0; at < text.n; at++) {
        size_t begin = at;
        while (text.p[at] == '%' && begin > 0 && khct_is_digit(text.p[begin - 1]))
            begin--;
        if (begin < at)
            return khct_str_sub(text, begin, at + 1);
    }
    return KHCT_STR("");
}

/* What stands before the day in "Chưa hoàn thành (15/01/2027)", as a value: the percentage where
 * there is one, else the words; empty where the text is not of this shape, or says no progress. */
static khct_str progress_before(khct_in_planning *p, khct_str text, khct_str day)
{
    size_t bracket = khct_str_find(text, KHCT_STR(" ("));
    khct_str head = khct_str_sub(text, 0, bracket);
    if (day.n == 0 || day.p != head.p + bracket + 2 || bracket + 3 + day.n != text.n ||
        !khct_str_ends(text, ")"))
        return KHCT_STR("");
    khct_span span;
    khct_str value = KHCT_JOIN(p->arena, day, " ", khct_lower(p->arena, head));
    khct_reader reader = khct_in_reader(p->arena, p->u->library, value, &span);
    if (khct_read_progress(&reader, span).state == KHCT_PROGRESS_NONE)
        return KHCT_STR("");
    khct_str percent = percent_in(head);
    return percent.n > 0 ? percent : khct_lower(p->arena, head);
}

/* How far a task is: with a day it is progress, as "Đang thực hiện, 45% (15/01/2027)"; without, a
 * remark. */
static void put_progress(khct_in_planning *p, khct_sketch *block, const khct_in_paragraphs *lines)
{
    khct_strs all = {0};
    for (size_t i = 0; i < lines->n; i++)
        khct_push(p->arena, &all) = lines->at[i]->text;
    khct_str text = khct_folded_space(p->arena, khct_str_list(p->arena, &all, KHCT_STR(" ")));
    khct_str first = khct_str_trim(lines->at[0]->text), day = day_in(first);
    khct_str said = progress_before(p, first, day);
    for (size_t i = 0; i < lines->n; i++)
        lines->at[i]->used = true;
    if (said.n == 0) {
        bool starts = day.n > 0 && day.p == first.p;
        khct_in_say_text(p, block, starts ? KHCT_K_TIENDO : KHCT_K_GHICHU, text);
        return;
    }
    khct_strs more = {0};
    for (size_t i = 1; i < lines->n; i++)
        khct_push(p->arena, &more) = lines->at[i]->text;
    khct_str rest = khct_str_list(p->arena, &more, KHCT_STR(" "));
    khct_str value = KHCT_JOIN(p->arena, day, " ", said, rest.n > 0 ? ": " : "", rest);
    khct_in_say_text(p, block, KHCT_K_TIENDO, value);
}

/* An amount: "36 triệu đồng"; in đồng, the first; 0: none. `alone`: nothing else stands there. */
static int64_t amount_in(khct_in_planning *p, khct_str text, bool alone)
{
    khct_span span;
    khct_reader reader = khct_in_reader(p->arena, p->u->library, text, &span);
    khct_money money = khct_read_money(&reader, span);
    bool whole = money.parts.n == 1 && money.rest.begin == money.rest.end;
    for (size_t i = 0; i < money.parts.n && (whole || !alone); i++)
        if (money.parts.at[i].has_amount)
            return money.parts.at[i].amount;
    return 0;
}

static khct_str last_words(const khct_sketch *field)
{
    return field == NULL || field->words.n == 0 ? KHCT_STR("")
                                                : field->words.at[field->words.n - 1].words;
}

/* "Ba việc:" before a list: the list belongs to it. */
static bool introduced(const khct_sketch *field)
{
    return khct_str_ends(last_words(field), ":") || (field != NULL && field->words.n > 1);
}

void khct_in_keep_label(khct_in_plan *u, khct_sketch *block, khct_keyword field, khct_str label)
{
    label = khct_str_trim(label);
    if (label.n > 0 &&
        !khct_str_eq(khct_fold(u->arena, label),
                     khct_fold(u->arena, khct_str_of(khct_keyword_at(field)->marked))))
        khct_sketch_comment(u->arena, block, khct_str_cat(u->arena, label, KHCT_STR(":")));
}

static void put_part(khct_in_planning *p, khct_sketch *block, khct_keyword field,
                     khct_in_paragraph *line, khct_str text, khct_sketch **open)
{
    khct_str rest;
    khct_keyword to = khct_in_labelled(p, field, text, &rest);
    if (rest.p != text.p)
        khct_in_keep_label(p->u, block, to, khct_in_label(text, &(khct_str){0}));
    if (to == KHCT_K_NGUONLUC && amount_in(p, rest, false) > 0)
        to = KHCT_K_KINHPHI;
    if (khct_place_of(block->opens, to) == NULL)
        to = KHCT_K_GHICHU;
    khct_in_paragraph *part = line;
    if (rest.p != line->text.p || rest.n != line->text.n) {
        part = khct_alloc(p->arena, sizeof *part);
        *part = *line;
        part->text = rest;
        if (rest.p != line->text.p)
            part->label = KHCT_STR("");
    }
    line->used = true;
    const khct_place *place = khct_place_of(block->opens, to);
    bool more = *open != NULL && (*open)->keyword == to && place->times == KHCT_MANY;
    khct_in_sign sign = khct_in_beginning_of(part).sign;
    bool item = sign == KHCT_IN_SIGN_ITEM && !introduced(*open);
    bool joins = more && khct_in_goes_on_small(part->text) && !khct_in_ends(last_words(*open));
    bool each = to == KHCT_K_GIAIPHAP || to == KHCT_K_CHISO;
    bool fresh =
        each && (sign == KHCT_IN_SIGN_NUMBER || sign == KHCT_IN_SIGN_NONE || item) && !joins;
    if (each && (sign == KHCT_IN_SIGN_NUMBER || item)) { /* a field each, which the form numbers */
        part = khct_in_bare(p->arena, part, khct_in_beginning_of(part).words);
    }
    if (more && !fresh) { /* goes on in the field that is open */
        khct_sketch holder = {.opens = block->opens};
        khct_push(p->arena, &holder.children) = *open;
        khct_sketch *d = khct_in_put(p->u, &holder, to, &part, 1);
        for (size_t i = 0; d != *open && i < d->words.n; i++)
            khct_push(p->arena, &(*open)->words) = d->words.at[i];
        return;
    }
    *open = khct_in_put(p->u, block, to, &part, 1);
}

/* Bytes of a name before a mark of that kind, which ends it; the name's own: it has none. */
static size_t before_mark(khct_str name, khct_in_words_kind kind)
{
    khct_str bare = khct_in_without_end(name, ")");
    size_t at = 1, length;
    for (; (at = khct_in_find_words(bare, at, kind, &length)) < bare.n; at += length)
        if (at + length == bare.n)
            return khct_in_without_end(khct_str_sub(bare, 0, at), "(-:").n;
    return name.n;
}

/* "Công đoàn (phối hợp)", "Chi bộ phối hợp": bytes without that mark. */
static size_t helper_mark(khct_str piece, khct_keyword *field)
{
    size_t helps = before_mark(piece, KHCT_IN_WORD_HELPS);
    *field = helps > 0 && helps < piece.n ? KHCT_K_PHOIHOP : KHCT_K_CHUTRI;
    size_t n = *field == KHCT_K_PHOIHOP ? helps : before_mark(piece, KHCT_IN_WORD_LEADS);
    return n > 0 ? n : piece.n;
}

/* "Hiệu trưởng (chủ trì), Công đoàn (phối hợp)": who helps, apart from who is in charge. */
static bool put_marked(khct_in_planning *p, khct_sketch *block, khct_in_paragraph *line)
{
    khct_strs lists[2] = {0}; /* in charge; helping */
    bool marked = false;
    if (khct_place_of(block->opens, KHCT_K_PHOIHOP) == NULL)
        return false;
    for (size_t at = 0; at < line->text.n;) {
        size_t end = at;
        while (end < line->text.n && strchr(",;\n", line->text.p[end]) == NULL)
            end++;
        khct_str piece = khct_str_trim(khct_str_sub(line->text, at, end));
        khct_keyword field = KHCT_K_CHUTRI;
        size_t n = helper_mark(piece, &field);
        marked |= field == KHCT_K_PHOIHOP;
        khct_push(p->arena, &lists[field == KHCT_K_PHOIHOP]) =
            khct_str_trim(khct_str_sub(piece, 0, n));
        at = end + 1;
    }
    if (!marked || lists[0].n == 0)
        return false;
    line->used = true;
    khct_in_say_text(p, block, KHCT_K_CHUTRI, khct_str_list(p->arena, &lists[0], KHCT_STR(", ")));
    khct_in_say_text(p, block, KHCT_K_PHOIHOP, khct_str_list(p->arena, &lists[1], KHCT_STR(", ")));
    return true;
}

/* "- Phối hợp: Tổ văn phòng": a line that names a field is no item of a list. */
static khct_in_paragraph *without_dash(khct_in_planning *p, khct_keyword field,
                                       khct_in_paragraph *line)
{
    khct_in_beginning b = khct_in_beginning_of(line);
    khct_str rest = b.words;
    if (b.sign == KHCT_IN_SIGN_ITEM || b.sign == KHCT_IN_SIGN_SUBITEM)
        khct_in_labelled(p, field, b.words, &rest);
    if (rest.p == b.words.p)
        return line;
    line->used = true;
    return khct_in_bare(p->arena, line, b.words);
}

void khct_in_put_lines(khct_in_planning *p, khct_sketch *block, khct_keyword field,
                       const khct_in_paragraphs *lines)
{
    khct_sketch *open = NULL;
    for (size_t i = 0; i < lines->n; i++) {
        lines->at[i] = without_dash(p, field, lines->at[i]);
        khct_str text = lines->at[i]->text;
        if (field == KHCT_K_CHUTRI && lines->n == 1 && put_marked(p, block, lines->at[i]))
            return;
        size_t second = field == KHCT_K_CHUTRI ? khct_in_second_people(text) : text.n;
        khct_str first =
            khct_in_without_end(khct_str_sub(text, 0, second), second < text.n ? ";,+-" : "");
        put_part(p, block, field, lines->at[i], first, &open);
        if (second < text.n)
            put_part(p, block, field, lines->at[i], khct_str_sub(text, second, text.n), &open);
    }
}

/* Task's title: what a form calls the content of an improvement. */
static bool put_title(khct_in_planning *p, khct_sketch *block, khct_keyword field,
                      khct_in_paragraphs *lines)
{
    enum { LONGEST = 300 };
    bool heads = block->opens == KHCT_B_VIEC && field == KHCT_K_GIAIPHAP && lines->n > 1 &&
                 khct_in_beginning_of(lines->at[0]).sign == KHCT_IN_SIGN_NONE &&
                 !khct_str_ends(lines->at[0]->text, ":") &&
                 (khct_in_beginning_of(lines->at[1]).sign == KHCT_IN_SIGN_ITEM ||
                  (lines->at[0]->bold && !lines->at[1]->bold));
    bool whole = block->opens == KHCT_B_VIECLON && field == KHCT_K_NOIDUNG && lines->n == 1;
    if (!(heads || whole) || block->title.n > 0 || lines->at[0]->text.n > LONGEST)
        return false;
    khct_in_beginning b = khct_in_beginning_of(lines->at[0]);
    khct_str words = b.sign == KHCT_IN_SIGN_NONE ? lines->at[0]->text : b.words;
    if (khct_in_goes_on_small(words) || words.n == 0)
        return false;
    block->title = khct_folded_space(p->arena, khct_in_without_end(words, ".;"));
    lines->at[0]->used = true;
    for (size_t i = 1; i < lines->n; i++) /* what it heads stays */
        lines->at[i - 1] = lines->at[i];
    return --lines->n == 0;
}

void khct_in_put_name(khct_in_planning *p, khct_sketch *block, const khct_in_task *t)
{
    uint32_t c = khct_in_role_at(p->sheet, KHCT_IN_ROLE_TASK);
    uint32_t s = khct_in_field_at(p->sheet, KHCT_K_GIAIPHAP);
    khct_in_cell *cell = khct_in_cell_from(p->sheet->table, t->row, c);
    khct_str name = khct_folded_space(p->arena, khct_in_cell_text(p->arena, cell));
    if (name.n == 0)
        return;
    khct_str first =
        s == KHCT_NONE ? KHCT_STR("")
                       : khct_in_cell_text(p->arena, khct_in_cell_from(p->sheet->table, t->row, s));
    bool again = khct_str_starts(khct_folded_space(p->arena, first), khct_cstr(p->arena, name));
    bool titled = block->opens == KHCT_B_VIEC || block->opens == KHCT_B_VIECLON;
    if (!again && !(titled && block->title.n == 0 && !khct_in_goes_on_small(name)))
        return;
    if (!again)
        block->title = name;
    khct_in_use_cell(cell);
}

static void put_target(khct_in_planning *p, khct_in_group *g, khct_sketch *block,
                       const khct_in_paragraphs *lines)
{
    khct_str rest,
        target = lines->n == 0 ? KHCT_STR("") : khct_in_goal(p->u, lines->at[0]->text, &rest);
    khct_sketch *open = NULL;
    bool may =
        target.n > 0 &&
        (g->block->head.n == 0 || khct_str_ends(g->block->head, khct_cstr(p->arena, target))) &&
        (g->block->opens == KHCT_B_TIEUCHI ||
         (g->block->opens == KHCT_B_KHOAN && khct_str_starts(target, "muc 4")));
    if (!may) {
        khct_in_put_lines(p, block, KHCT_K_KETQUA, lines);
        return;
    }
    g->block->head = target;
    lines->at[0]->used = true;
    if (rest.n > 0)
        put_part(p, block, KHCT_K_KETQUA, lines->at[0], rest, &open);
    khct_in_paragraphs more = {0};
    khct_in_push_range(p, &more, lines, 1, lines->n);
    khct_in_put_lines(p, block, KHCT_K_KETQUA, &more);
}

/* The days on which a time begins and ends, each in its column: "10/2026 - 12/2026"; a sum and who
 * pays it. */
static void join_parts(khct_in_planning *p, const khct_in_task *t, uint32_t c)
{
    khct_in_paragraphs *from = &t->cells[c];
    khct_keyword field = p->sheet->columns[c].field;
    for (uint32_t k = c + 1; k < p->sheet->table->columns; k++) {
        khct_in_paragraphs *to = &t->cells[k];
        bool time = field == KHCT_K_THOIGIAN;
        bool sum = field == KHCT_K_KINHPHI && p->sheet->columns[k].label.n == 0;
        if (!(time || sum) || p->sheet->columns[k].field != field || from->n != 1 || to->n != 1)
            continue;
        bool span = time && !p->sheet->columns[k].marked;
        to->at[0]->used = true;
        from->at[0] = khct_in_piece(
            p->arena, from->at[0],
            KHCT_JOIN(p->arena, from->at[0]->text, span ? " - " : ", ", to->at[0]->text));
        to->n = 0;
    }
}

/* Bytes of a sign between two values; 0: none. */
static size_t sign_between(khct_str s, size_t at)
{
    static const char *const SIGNS[] = {";", ",", "(", ":", "/", " - ", " – ", "."};
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (khct_str_starts(khct_str_sub(s, at, s.n), SIGNS[i]))
            return strlen(SIGNS[i]);
    return 0;
}

static khct_keyword kind_in(khct_in_planning *p, const khct_in_column *column, khct_str text)
{
    khct_keyword kind =
        khct_in_kind_of_words(p->arena, p->u->library, p->u->roles, khct_str_trim(text));
    return kind == column->field || kind == column->other ? kind : KHCT_KEYWORD_NONE;
}

/* The column's other field, where one of them is a time or a sum. */
static khct_keyword other_of(const khct_in_column *column, khct_keyword field)
{
    return field == KHCT_KEYWORD_NONE || field == KHCT_K_CHUTRI ? KHCT_KEYWORD_NONE
           : field == column->field                             ? column->other
                                                                : column->field;
}

/* The halves of a text around a sign at byte `at`. */
static bool cut_in_two(khct_str text, size_t at, khct_str halves[2])
{
    enum { LONGEST = 300 };
    size_t sign = text.n > LONGEST ? 0 : sign_between(text, at);
    halves[0] = khct_str_trim(khct_str_sub(text, 0, at));
    halves[1] = khct_str_trim(khct_str_sub(text, at + sign, text.n));
    while (text.p[at] == '(' && khct_str_ends(halves[1], ")"))
        halves[1].n--;
    return sign > 0;
}

/* A line of a column that holds two fields: "Tháng 9/2023; Hiệu trưởng". True where it tells. */
static bool put_both(khct_in_planning *p, khct_sketch *block, const khct_in_column *column,
                     khct_in_paragraph *line)
{
    khct_in_paragraphs one = {0};
    for (int known = 2; known > 0; known--) /* both halves tell what they are, or one of them */
        for (size_t at = 1; at < line->text.n; at++) {
            khct_str halves[2];
            khct_keyword fields[2];
            if (!cut_in_two(line->text, at, halves))
                continue;
            for (size_t k = 0; k < 2; k++)
                fields[k] = kind_in(p, column, halves[k]);
            for (size_t k = 0; k < 2 && known == 1; k++)
                if (fields[k] == KHCT_KEYWORD_NONE)
                    fields[k] = other_of(column, fields[1 - k]);
            if (fields[0] == KHCT_KEYWORD_NONE || fields[1] == KHCT_KEYWORD_NONE ||
                fields[0] == fields[1])
                continue;
            for (size_t k = 0; k < 2; k++) {
                one.n = 0;
                khct_push(p->arena, &one) = khct_in_piece(p->arena, line, halves[k]);
                khct_in_put_lines(p, block, fields[k], &one);
            }
            return true;
        }
    khct_keyword whole = kind_in(p, column, line->text);
    khct_push(p->arena, &one) = line;
    if (whole == column->other)
        khct_in_put_lines(p, block, whole, &one);
    return whole == column->other;
}

/* What a heading says one of its figures is: "Kinh phí (triệu đồng)", "ĐVT: 1.000 đ"; in đồng; 0:
 * nothing. */
static int64_t unit_of(khct_in_planning *p, khct_str heading)
{
    int64_t unit = 0;
    heading = khct_in_without_end(heading, ".:)");
    for (size_t at = 0; at < heading.n; at++) {
        if (at > 0 && khct_space_before(heading, at) == 0 &&
            strchr("(:,/", heading.p[at - 1]) == NULL)
            continue;
        khct_str tail = khct_str_sub(heading, at, heading.n);
        bool figure = khct_is_digit(tail.p[0]);
        int64_t now = amount_in(p, KHCT_JOIN(p->arena, figure ? "" : "1 ", tail), true);
        unit = now > unit ? now : unit;
    }
    return unit;
}

/* A bare figure below such a heading has its unit. */
static void put_unit(khct_in_planning *p, uint32_t c, const khct_in_paragraphs *lines)
{
    int64_t unit = unit_of(p, p->sheet->columns[c].over);
    const char *words = unit == 1000         ? " nghìn đồng"
                        : unit == 1000000    ? " triệu đồng"
                        : unit == 1000000000 ? " tỷ đồng"
                                             : "";
    for (size_t i = 0; i < lines->n && *words != '\0'; i++) {
        khct_str text = lines->at[i]->text;
        size_t figures = strspn(khct_cstr(p->arena, text), "0123456789.,");
        if (text.n > 0 && figures == text.n && !khct_str_is(text, "0"))
            lines->at[i] = khct_in_piece(p->arena, lines->at[i], KHCT_JOIN(p->arena, text, words));
    }
}

static void put_joined(khct_in_planning *p, khct_sketch *block, const khct_in_column *column,
                       const khct_in_paragraphs *lines)
{
    khct_in_paragraphs left = {0};
    for (size_t i = 0; i < lines->n; i++)
        if (column->other == KHCT_KEYWORD_NONE || !put_both(p, block, column, lines->at[i]))
            khct_push(p->arena, &left) = lines->at[i];
    if (left.n > 0)
        khct_in_put_lines(p, block, column->field, &left);
}

/* "Ngân sách: 20 triệu đồng" of one of the columns for money. */
static void put_label(khct_in_planning *p, uint32_t c, const khct_in_paragraphs *lines)
{
    khct_str label = p->sheet->columns[c].label;
    if (label.n == 0)
        return;
    lines->at[0] = khct_in_piece(
        p->arena, lines->at[0],
        KHCT_JOIN(p->arena, khct_folded_space(p->arena, label), ": ", lines->at[0]->text));
}

void khct_in_put_cells(khct_in_planning *p, khct_in_group *g, khct_sketch *block,
                       const khct_in_task *t)
{
    khct_in_put_name(p, block, t);
    for (uint32_t c = 0; c < p->sheet->table->columns; c++)
        if (p->sheet->columns[c].field == KHCT_K_KINHPHI)
            put_unit(p, c, &t->cells[c]);
    for (uint32_t c = 0; c < p->sheet->table->columns; c++) {
        khct_keyword field = p->sheet->columns[c].field;
        khct_in_paragraphs *lines = &t->cells[c];
        join_parts(p, t, c);
        if (lines->n == 0 || put_title(p, block, field, lines))
            continue;
        put_label(p, c, lines);
        if (field == KHCT_K_KETQUA)
            put_target(p, g, block, lines);
        else if (field == KHCT_K_TIENDO)
            put_progress(p, block, lines);
        else
            put_joined(p, block, &p->sheet->columns[c], lines);
    }
}
