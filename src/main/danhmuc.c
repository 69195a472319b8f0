/* khct danhmuc: the catalogues of the library, one of them, one criterion; its legal documents. */
#include "main/main.h"

#include "text/utf8.h"

#include <stdio.h>
#include <unistd.h>

typedef struct listing {
    khct_library *library;
    khct_arena *arena;
    khct_out out;
    khct_language language;
    const char *id, *criterion; /* NULL: not given */
    bool known;                 /* the catalogue is one of the library's */
    bool unknown;               /* something of what was asked for is not there */
    khct_str good;              /* what could have been asked for */
} listing;

static const char *in(const listing *l, const char *vi, const char *en)
{
    return l->language == KHCT_VI ? vi : en;
}

/* Text, and blanks up to that many cells. */
static void cell(listing *l, khct_str text, size_t width)
{
    size_t cells = khct_utf8_cells(text, 0);
    khct_out_str(&l->out, text);
    for (; cells < width; cells++)
        khct_out_char(&l->out, ' ');
}

static void line(listing *l, const char *label_vi, const char *label_en, khct_str text)
{
    if (text.n == 0)
        return;
    KHCT_OUT(&l->out, in(l, label_vi, label_en), ": ", text, "\n");
}

/* The names of the columns, ended by one without a width: the last. */
typedef struct column {
    const char *vi, *en;
    size_t width;
} column;

static void put_columns(listing *l, const column *c)
{
    for (; c->width > 0; c++)
        cell(l, khct_str_of(in(l, c->vi, c->en)), c->width);
    KHCT_OUT(&l->out, in(l, c->vi, c->en), "\n");
}

static khct_str force_text(listing *l, const khct_force *force)
{
    if (force->from.date == KHCT_NO_DATE)
        return KHCT_STR("?");
    khct_str from = khct_date_short(l->arena, force->from.date);
    if (force->to.date == KHCT_NO_DATE)
        return KHCT_JOIN(l->arena, in(l, "từ ", "from "), from);
    return KHCT_JOIN(l->arena, from, " – ", khct_date_short(l->arena, force->to.date));
}

static khct_str looked_text(listing *l, const khct_verified *verified)
{
    return verified->looked == KHCT_NO_DATE ? KHCT_STR("?")
                                            : khct_date_short(l->arena, verified->looked);
}

/* A line for each grade, with what has it; the day it was last looked at. */
static void say_verified(listing *l, const khct_verified *verified)
{
    KHCT_FOR (proof, &verified->proofs) {
        KHCT_OUT(&l->out, in(l, "Độ chắc: ", "Known from: "),
                 khct_proof_text(proof->kind, l->language));
        if (proof->of.n > 0)
            KHCT_OUT(&l->out, ": ", khct_proof_of(l->arena, l->library->vocabulary, proof));
        khct_out_char(&l->out, '\n');
    }
    line(l, "Xem lại gần nhất", "Last looked at", looked_text(l, verified));
}

/* "25/19/…": how many criteria have each level. */
static khct_str level_counts(listing *l, const khct_catalogue *c)
{
    khct_strs counts = {0};
    for (uint16_t level = 1; level <= c->highest; level++) {
        long long n = 0;
        for (size_t i = 0; i < c->criteria.n; i++)
            n += khct_criterion_has(&c->criteria.at[i], level);
        if (n > 0)
            KHCT_ADD(l->arena, &counts, n);
    }
    return khct_str_list(l->arena, &counts, KHCT_STR("/"));
}

static void list_all(listing *l)
{
    static const column COLUMNS[] = {{"ID", "ID", 20},
                                     {"Văn bản", "Document", 26},
                                     {"Hiệu lực", "In force", 24},
                                     {"Tiêu chí theo mức", "Criteria by level", 19},
                                     {"Xem lại", "Looked at", 12},
                                     {"Tên", "Name", 0}};
    khct_strs ids = khct_library_list(l->library, l->arena, "danhmuc");
    put_columns(l, COLUMNS);
    for (size_t i = 0; i < ids.n; i++) {
        const khct_catalogue *c = khct_library_catalogue(l->library, ids.at[i]);
        if (c == NULL)
            continue;
        cell(l, c->id, 20);
        cell(l, khct_catalogue_name(l->library, l->arena, c), 26);
        cell(l, force_text(l, &c->force), 24);
        cell(l, level_counts(l, c), 19);
        cell(l, looked_text(l, &c->verified), 12);
        KHCT_OUT(&l->out, c->name, "\n");
    }
}

static void describe(listing *l, const khct_catalogue *c)
{
    KHCT_OUT(&l->out, c->name, "\n");
    khct_str name = khct_catalogue_name(l->library, l->arena, c);
    if (c->annex.n > 0)
        name = KHCT_JOIN(l->arena, name, ", phụ lục ", c->annex);
    line(l, "Văn bản", "Document", name);
    line(l, "Hiệu lực", "In force", force_text(l, &c->force));
    line(l, "Cấp học", "School types", khct_school_types_names(l->arena, c->types));
    say_verified(l, &c->verified);
}

static void list_one(listing *l, const khct_catalogue *c)
{
    describe(l, c);
    KHCT_FOR (standard, &c->standards) {
        KHCT_OUT(&l->out, in(l, "\nTiêu chuẩn ", "\nStandard "), standard->number, ": ",
                 standard->title, "\n");
        for (size_t i = standard->first; i < standard->first + standard->count; i++) {
            const khct_criterion *criterion = &c->criteria.at[i];
            khct_out_cstr(&l->out, criterion->mandatory ? "* " : "  ");
            cell(l, criterion->code, 6);
            khct_out_cstr(&l->out, in(l, "mức ", "level "));
            cell(l, khct_criterion_levels_text(l->arena, criterion, l->language), 12);
            KHCT_OUT(&l->out, criterion->title, "\n");
        }
    }
    if (c->items.n > 0) {
        KHCT_OUT(&l->out, in(l, "\nMức ", "\nLevel "), c->highest);
        if (c->article.n > 0)
            KHCT_OUT(&l->out, " (", c->article, ")");
        khct_out_char(&l->out, '\n');
    }
    for (size_t i = 0; i < c->items.n; i++) {
        KHCT_OUT(&l->out, in(l, "  khoản ", "  item "), c->items.at[i].number, "  ",
                 c->items.at[i].text, "\n");
    }
    if (c->any_mandatory)
        khct_out_cstr(&l->out, in(l, "\n* tiêu chí bắt buộc\n", "\n* mandatory criterion\n"));
    for (size_t i = 0; i < c->remarks.n; i++)
        line(l, i == 0 ? "\nLưu ý" : "Lưu ý", i == 0 ? "\nNote" : "Note", c->remarks.at[i]);
}

static void bullets(listing *l, const char *vi, const char *en, const khct_strs *texts)
{
    if (texts->n == 0)
        return;
    KHCT_OUT(&l->out, "\n", in(l, vi, en), "\n");
    for (size_t i = 0; i < texts->n; i++)
        KHCT_OUT(&l->out, "  - ", texts->at[i], "\n");
}

/* True where "tt18_2018 1.7, 1.8" names that criterion of that catalogue. */
static bool matches(khct_str match, khct_str catalogue, khct_str code)
{
    if (match.n <= catalogue.n || !khct_str_eq(khct_str_sub(match, 0, catalogue.n), catalogue))
        return false;
    khct_str list = khct_str_sub(match, catalogue.n, match.n);
    while (list.n > 0)
        if (khct_str_eq(khct_str_trim(khct_str_cut(&list, ',')), code))
            return true;
    return false;
}

/* What became of the criterion in other circulars, both ways. */
static khct_strs changes(listing *l, const khct_catalogue *c, const khct_criterion *criterion)
{
    khct_strs found = {0};
    for (size_t i = 0; i < criterion->matches.n; i++)
        khct_push(l->arena, &found) = criterion->matches.at[i];
    khct_strs ids = khct_library_list(l->library, l->arena, "danhmuc");
    for (size_t i = 0; i < ids.n; i++) {
        const khct_catalogue *other = khct_library_catalogue(l->library, ids.at[i]);
        for (size_t k = 0; other != NULL && other != c && k < other->criteria.n; k++)
            for (size_t m = 0; m < other->criteria.at[k].matches.n; m++)
                if (matches(other->criteria.at[k].matches.at[m], c->id, criterion->code))
                    khct_push(l->arena, &found) =
                        KHCT_JOIN(l->arena, other->id, " ", other->criteria.at[k].code, " ",
                                  other->criteria.at[k].title);
    }
    return found;
}

static void list_criterion(listing *l, const khct_catalogue *c, const khct_criterion *criterion)
{
    KHCT_OUT(&l->out, KHCT_JOIN(l->arena, "Tiêu chí ", criterion->code, ": ", criterion->title),
             "\n");
    line(l, "Văn bản", "Document", khct_catalogue_name(l->library, l->arena, c));
    line(l, "Tiêu chuẩn", "Standard", c->standards.at[criterion->standard].title);
    if (criterion->mandatory)
        khct_out_cstr(&l->out, in(l, "Tiêu chí bắt buộc\n", "Mandatory\n"));
    KHCT_FOR (level, &criterion->asks) {
        KHCT_OUT(&l->out, in(l, "\nMức ", "\nLevel "), level->level, "\n");
        for (size_t k = 0; k < level->requirements.n; k++) {
            khct_out_cstr(&l->out, "  ");
            if (level->requirements.at[k].letter.n > 0)
                KHCT_OUT(&l->out, level->requirements.at[k].letter, ") ");
            KHCT_OUT(&l->out, level->requirements.at[k].text, "\n");
        }
    }
    khct_strs other = changes(l, c, criterion);
    bullets(l, "Chỉ số gợi ý", "Suggested indicators", &criterion->indicators);
    bullets(l, "Minh chứng gợi ý", "Suggested evidence", &criterion->evidence);
    bullets(l, "Tiêu chí gần nghĩa ở thông tư khác (cách hiểu của khct)",
            "Near criteria of other circulars (khct's own reading)", &other);
    bullets(l, "Lưu ý", "Notes", &criterion->remarks);
}

static bool read_criterion(const char *text, khct_criterion_id *id)
{
    unsigned standard, number;
    char end;
    if (sscanf(text, "%3u.%3u%c", &standard, &number, &end) != 2)
        return false;
    *id = (khct_criterion_id){(uint16_t)standard, (uint16_t)number};
    return true;
}

/* --- legal documents --- */

/* "2+/1": its grades, the best first. */
static khct_str grades(listing *l, const khct_verified *verified)
{
    khct_strs signs = {0};
    for (size_t i = 0; i < verified->proofs.n; i++)
        khct_push(l->arena, &signs) = khct_str_of(khct_proof_sign(verified->proofs.at[i].kind));
    return signs.n == 0 ? KHCT_STR("?") : khct_str_list(l->arena, &signs, KHCT_STR("/"));
}

static void list_documents(listing *l)
{
    static const column COLUMNS[] = {
        {"ID", "ID", 15},         {"Văn bản", "Document", 36},  {"Hiệu lực", "In force", 24},
        {"Độ chắc", "Grade", 11}, {"Xem lại", "Looked at", 12}, {"Thay bằng", "Replaced by", 0}};
    put_columns(l, COLUMNS);
    size_t count = khct_library_records(l->library)->n;
    for (size_t i = 0; i < count; i++) {
        const khct_legal *legal = khct_library_record(l->library, i);
        cell(l, legal->id, 15);
        cell(l, khct_legal_short(l->arena, legal), 36);
        cell(l, force_text(l, &legal->force), 24);
        cell(l, grades(l, &legal->verified), 11);
        cell(l, looked_text(l, &legal->verified), 12);
        KHCT_OUT(&l->out, legal->replaced_by, "\n");
    }
}

static void line_of_document(listing *l, const char *vi, const char *en, khct_str id)
{
    const khct_legal *other = khct_library_legal(l->library, l->arena, id);
    if (other == NULL)
        line(l, vi, en, id);
    else
        line(l, vi, en, KHCT_JOIN(l->arena, khct_legal_short(l->arena, other), " (", id, ")"));
}

static void list_unsure(listing *l, const khct_legal *legal)
{
    static const struct {
        unsigned bit;
        khct_keyword field;
    } ROWS[] = {{KHCT_UNSURE_DATE, KHCT_K_NGAY},
                {KHCT_UNSURE_SUBJECT, KHCT_K_TRICHYEU},
                {KHCT_UNSURE_FORCE, KHCT_K_HIEULUC},
                {KHCT_UNSURE_BODY, KHCT_K_COQUAN}};
    khct_strs fields = {0};
    for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++)
        if (legal->unsure & ROWS[i].bit)
            khct_push(l->arena, &fields) = khct_str_of(khct_keyword_at(ROWS[i].field)->marked);
    line(l, "Chưa đủ chắc để nhắc lỗi", "Not judged by",
         khct_str_list(l->arena, &fields, KHCT_STR(", ")));
}

static void list_document(listing *l, const khct_legal *legal)
{
    KHCT_OUT(&l->out, khct_legal_name(l->arena, legal), "\n");
    line(l, "Tên gọi", "ID", legal->id);
    if (legal->date != KHCT_NO_DATE)
        line(l, "Ngày ban hành", "Issued", khct_date_short(l->arena, legal->date));
    line(l, "Cơ quan ban hành", "Body", legal->body);
    line(l, "Trích yếu", "Subject", legal->subject);
    line(l, "Hiệu lực", "In force", force_text(l, &legal->force));
    if (legal->replaced_by.n > 0)
        line_of_document(l, "Thay bằng", "Replaced by", legal->replaced_by);
    for (size_t i = 0; i < legal->amended_by.n; i++)
        line_of_document(l, "Sửa bởi", "Amended by", legal->amended_by.at[i]);
    if (legal->types != 0)
        line(l, "Cấp học", "School types", khct_school_types_names(l->arena, legal->types));
    say_verified(l, &legal->verified);
    list_unsure(l, legal);
    for (size_t i = 0; i < legal->remarks.n; i++)
        line(l, "Lưu ý", "Note", legal->remarks.at[i]);
}

/* `vanban`, `vanban ID`, or the ID of a document that is no catalogue. */
static bool run_documents(listing *l)
{
    bool asked = strcmp(l->id, "vanban") == 0;
    if (asked && l->criterion == NULL) {
        list_documents(l);
        return true;
    }
    const char *id = asked ? l->criterion : l->id;
    const khct_legal *legal = !asked && l->criterion != NULL
                                  ? NULL
                                  : khct_library_legal(l->library, l->arena, khct_str_of(id));
    if (legal != NULL)
        list_document(l, legal);
    return legal != NULL;
}

/* What could have been asked for in the place of what is unknown. */
static khct_str good_words(listing *l, const khct_catalogue *c)
{
    khct_strs words = {0};
    if (c == NULL && strcmp(l->id, "vanban") != 0)
        words = khct_library_list(l->library, l->arena, "danhmuc");
    for (size_t i = 0; c != NULL && i < c->criteria.n; i++)
        khct_push(l->arena, &words) = c->criteria.at[i].code;
    return khct_str_list(l->arena, &words, KHCT_STR(", "));
}

static int say_unknown(const listing *l, const khct_common *common)
{
    if (l->known)
        return khct_wrong_word(common, "danh mục này không có tiêu chí",
                               "this catalogue does not have the criterion", l->criterion, l->good);
    if (strcmp(l->id, "vanban") == 0)
        return khct_wrong_word(common,
                               "`khct danhmuc vanban` liệt kê các văn bản của thư viện; không có",
                               "`khct danhmuc vanban` lists the library's documents; there is no",
                               l->criterion, l->good);
    return khct_wrong_word(common, "thư viện không có danh mục hoặc văn bản",
                           "the library does not have the catalogue or document", l->id, l->good);
}

static void run(void *context)
{
    listing *l = context;
    if (l->id == NULL) {
        list_all(l);
        return;
    }
    const khct_catalogue *c = khct_library_catalogue(l->library, khct_str_of(l->id));
    khct_criterion_id id;
    const khct_criterion *criterion = NULL;
    if (c != NULL && l->criterion != NULL && read_criterion(l->criterion, &id))
        criterion = khct_catalogue_criterion(c, id);
    if (c == NULL && run_documents(l))
        return;
    l->unknown = c == NULL || (l->criterion != NULL && criterion == NULL);
    l->known = c != NULL;
    if (l->unknown)
        l->good = good_words(l, c);
    else if (criterion != NULL)
        list_criterion(l, c, criterion);
    else
        list_one(l, c);
}

int khct_main_danhmuc(int count, char **operands, khct_common *common)
{
    if (count > 2)
        return khct_wrong_use(common, "thừa", "too many operands:", operands[2]);
    listing l = {.library = khct_library_new(common->library_path),
                 .language = common->style.language};
    l.id = count > 0 ? operands[0] : NULL;
    l.criterion = count > 1 ? operands[1] : NULL;
    if (l.library == NULL)
        return khct_no_memory(common, NULL);
    l.arena = l.library->arena;
    khct_out_to_screen(&l.out, STDOUT_FILENO);
    bool done = khct_try(l.arena, run, &l);
    if (!done)
        khct_no_memory(common, NULL);
    int status = khct_finish_output(&l.out, common, done ? KHCT_EXIT_FINE : KHCT_EXIT_SYSTEM);
    if (status == KHCT_EXIT_FINE && l.unknown)
        status = say_unknown(&l, common);
    khct_library_free(l.library);
    return status;
}
