/* khct new: a plan to fill in, valid as it stands, with comments that teach. */
#include "main/main.h"

#include "text/files.h"
#include "text/system.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct making {
    const khct_common *common;
    khct_library *library;
    khct_arena *arena;
    khct_out *out;
    const char *form_id, *type_name; /* --mau, --cap, or what was answered; NULL: not given */
    const char *year_name;           /* the year that was answered; NULL: not asked */
    const khct_template *form;
    const khct_catalogue *catalogue;
    khct_school_types type;
    const khct_school_type_row *row; /* of it */
    int year;                        /* the school year begins in it */
    const char *trouble;             /* a value that the library does not know */
    khct_option_id wrong;            /* of this option */
    khct_str good;                   /* the values that it does know */
} making;

/* --- choosing --- */

static bool in_list(const khct_strs *list, khct_str id)
{
    for (size_t i = 0; i < list->n; i++)
        if (khct_str_eq(list->at[i], id))
            return true;
    return false;
}

/* The catalogue of the form's for the school type: the one in force on the day, else the latest. */
static void choose_catalogue(making *m)
{
    khct_strs ids = khct_library_list(m->library, m->arena, "danhmuc");
    m->catalogue = NULL;
    for (size_t i = 0; i < ids.n; i++) {
        const khct_catalogue *c = khct_library_catalogue(m->library, ids.at[i]);
        if (c == NULL || (c->types & m->type) != m->type ||
            (m->form->catalogues.n > 0 && !in_list(&m->form->catalogues, c->id)))
            continue;
        if (m->catalogue == NULL || c->force.from.date > m->catalogue->force.from.date)
            m->catalogue = c;
    }
}

/* The year in which the school year begins: of "2026", "2026-2027"; 0: neither. */
static int year_of(const char *text)
{
    int year = 0, last = 0, end = 0;
    bool both = sscanf(text, "%4d - %4d %n", &year, &last, &end) == 2 && text[end] == '\0';
    if (!both) {
        last = 0;
        end = 0;
        if (sscanf(text, "%4d %n", &year, &end) != 1 || text[end] != '\0')
            return 0;
    }
    return year >= 2000 && year <= 2100 && (!both || last == year + 1) ? year : 0;
}

/* The school year of the day given; else the catalogue's last whole one, or its first. */
static void choose_year(making *m)
{
    khct_date day = m->common->today;
    int year, month;
    if (day == KHCT_NO_DATE)
        day = m->catalogue->force.to.date != KHCT_NO_DATE ? m->catalogue->force.to.date - 365
                                                          : m->catalogue->force.from.date;
    khct_date_parts(day, &year, &month, NULL);
    m->year = month >= 6 ? year : year - 1;
    if (m->year_name != NULL)
        m->year = year_of(m->year_name);
}

/* The school types that the form's catalogues know. */
static khct_str good_types(making *m)
{
    khct_strs ids = khct_library_list(m->library, m->arena, "danhmuc"), names = {0};
    khct_school_types types = 0;
    for (size_t i = 0; i < ids.n; i++) {
        const khct_catalogue *c = khct_library_catalogue(m->library, ids.at[i]);
        if (c != NULL && (m->form->catalogues.n == 0 || in_list(&m->form->catalogues, c->id)))
            types |= c->types;
    }
    for (const khct_school_type_row *row = khct_school_type_rows(); row->bit != 0; row++)
        if (types & row->bit)
            khct_push(m->arena, &names) = khct_str_of(khct_keyword_at(row->keyword)->unmarked);
    return khct_str_list(m->arena, &names, KHCT_STR(", "));
}

/* Says that the value of an option cannot be used. */
static bool refuse(making *m, khct_option_id option, const char *value)
{
    khct_strs ids = khct_library_list(m->library, m->arena, "mau");
    m->trouble = value;
    m->wrong = option;
    m->good =
        option == KHCT_OPT_FORM ? khct_str_list(m->arena, &ids, KHCT_STR(", ")) : good_types(m);
    return false;
}

/* False for an unknown form, or a school type that is none or that it is not for: m->trouble. */
static bool choose_form(making *m)
{
    const char *form = m->form_id != NULL ? m->form_id : "bieu2_tt57";
    m->form = khct_library_template(m->library, khct_str_of(form));
    if (m->form == NULL)
        return refuse(m, KHCT_OPT_FORM, form);
    m->type = khct_school_types_named(khct_str_of(m->type_name));
    m->row = khct_school_type_row_of(m->type);
    choose_catalogue(m);
    return (m->type != 0 && m->catalogue != NULL) || refuse(m, KHCT_OPT_SCHOOL, m->type_name);
}

static bool choose(making *m)
{
    if (!choose_form(m))
        return false;
    choose_year(m);
    return true;
}

/* --- writing --- */

/* Who took the place of the body `id` for schools of the plan's type by the plan's year; else
 * `before`. */
static khct_str body_now(const making *m, const char *id, const char *before)
{
    khct_date date = khct_date_of(m->year, 9, 15);
    khct_library_load_ended(m->library);
    for (size_t i = 0; i < m->library->ended.n; i++) {
        const khct_ended_body *body = m->library->ended.at[i];
        if (khct_str_is(body->id, id) && date > body->last)
            return khct_ended_successor(body, m->type);
    }
    return khct_str_of(before);
}

static khct_str superior(const making *m)
{
    return body_now(m, "ubndhuyen", "cơ quan cấp trên trực tiếp");
}

static bool five_years(const making *m)
{
    for (size_t i = 0; i < m->form->sections.n; i++)
        if (khct_str_is(m->form->sections.at[i].name, "chitieu"))
            return true;
    return false;
}

static void put_head(making *m)
{
    KHCT_OUT(m->out,
             "# Kế hoạch cải tiến chất lượng giáo dục.\n"
             "# Điền vào các chỗ \"(điền …)\", bỏ dấu # ở dòng muốn dùng, xóa dòng không dùng.\n"
             "# Kiểm tra: khct check TỆP; tự sửa: khct fix TỆP; xem và in: khct build TỆP\n"
             "dùng danh mục ",
             m->catalogue->id, ";\ndùng mẫu ", m->form->id,
             ";\n\ntrường <\n  tên:        (điền tên ", m->row->kind,
             ");\n  cấp:        ", khct_school_types_names(m->arena, m->type),
             ";\n  cấp trên:   (điền ", superior(m));
    KHCT_OUT(m->out,
             ");\n"
             "  địa danh:   (điền địa danh ghi trước ngày tháng);\n"
             "  # địa chỉ:    địa chỉ của ",
             m->row->kind,
             ";\n"
             "  # loại hình:  công lập;\n"
             ">\n\n"
             "kế hoạch <\n"
             "  # số:         01/KH-(chữ viết tắt tên ",
             m->row->kind, ");\n  # ngày:       15/9/", m->year,
             ";\n  trích yếu:  Cải tiến chất lượng giáo dục;\n");
    if (five_years(m))
        khct_out_format(m->out, "  giai đoạn:  %d-%d đến %d-%d;\n", m->year, m->year + 1,
                        m->year + 4, m->year + 5);
    else
        khct_out_format(m->out, "  năm học:    %d-%d;\n", m->year, m->year + 1);
    khct_out_format(m->out,
                    "  # phấn đấu:   mức 2;        # mức mà cả %s phấn đấu đạt\n"
                    "  # lời dẫn:    lời dẫn trước phần đầu tiên;\n"
                    "  # lời kết:    lời kết ở cuối;\n>\n",
                    m->row->kind);
}

static void put_results(making *m)
{
    khct_out_format(m->out,
                    "\n# Kết quả tự đánh giá năm học trước: mức cao nhất mà mỗi tiêu chí đạt.\n"
                    "# hiện trạng năm học %d-%d <\n",
                    m->year - 1, m->year);
    KHCT_FOR (s, &m->catalogue->standards)
        if (s->count > 0)
            khct_out_format(m->out, "#   mức 1  %u.1 - %u.%zu;\n", s->number, s->number, s->count);
    khct_out_cstr(m->out, "#   không đạt 1.1;\n# >\n");
}

static void put_basis(making *m, const khct_section_form *section)
{
    khct_out_cstr(m->out,
                  "\n# Căn cứ: văn bản trong thư viện chỉ cần ghi tên gọi hoặc số.\ncăn cứ <\n");
    bool grouped = section->groups.n > 0;
    if (grouped)
        khct_out_cstr(m->out, "  nhóm vanban;\n");
    KHCT_OUT(m->out, "  văn bản: ", m->catalogue->law, ";\n  # văn bản: Kế hoạch số … ngày 20/8/",
             m->year, " của ", superior(m), " về …;\n");
    if (grouped)
        khct_out_cstr(m->out, "  nhóm tudanhgia;\n");
    khct_out_format(m->out, "  khác: Báo cáo tự đánh giá (điền năm học) của %s;\n>\n",
                    m->row->kind);
}

static void put_problem(making *m)
{
    khct_out_cstr(m->out, "\n# Mỗi vấn đề trọng tâm một khối.\nvấn đề tiêu chuẩn 1 tiêu chí 1.1 <\n"
                          "  hiện trạng:  (điền hiện trạng);\n  hạn chế:     (điền điểm hạn chế);\n"
                          "  nguyên nhân: (điền nguyên nhân);\n>\n");
}

static void put_task_fields(making *m, const char *indent)
{
    khct_out_format(m->out,
                    "%sgiải pháp:   (điền việc phải làm);\n%schủ trì:     %s;\n"
                    "%s# phối hợp:   %s, tổ chuyên môn;\n%sthời gian:   năm học %d-%d;\n"
                    "%s# kinh phí:   12,5 triệu đồng, ngân sách;\n",
                    indent, indent, m->row->head, indent, m->row->deputy, indent, m->year,
                    m->year + 1, indent);
}

static void put_plan(making *m)
{
    if (khct_section_of(m->form, KHCT_CONTENT_PROBLEMS) != NULL) {
        khct_out_cstr(
            m->out,
            "\n# Mỗi nội dung cải tiến một khối `việc`; `tiêu chí` nêu các tiêu chí mà việc này "
            "phục vụ.\n"
            "việc (Điền nội dung cải tiến) <\n  tiêu chí:    1.1;\n"
            "  mục tiêu:    (điền mục tiêu);\n"
            "  chỉ số:      (điền chỉ số đánh giá kết quả);\n"
            "  minh chứng:  (điền minh chứng dự kiến);\n");
        put_task_fields(m, "  ");
        khct_out_format(m->out, "  # tiến độ:    15/01/%d 60%%: lời ghi thêm;\n>\n", m->year + 1);
        return;
    }
    khct_out_cstr(
        m->out,
        "\n# Mỗi tiêu chí một khối: `mức N` là mức cần đạt, `duy trì` là giữ mức đã đạt.\n");
    if (five_years(m)) {
        khct_out_cstr(m->out, "tiêu chí 1.1 <\n  điều kiện: (điền điều kiện thực hiện);\n  việc <\n"
                              "    nội dung:    (điền nội dung công việc);\n");
        put_task_fields(m, "    ");
        khct_out_cstr(m->out, "  >\n>\n");
    } else {
        khct_out_cstr(m->out, "tiêu chí 1.1 <\n  # điểm yếu:   điểm yếu cần khắc phục;\n"
                              "  kết quả:     (điền kết quả cần đạt);\n");
        put_task_fields(m, "  ");
        khct_out_format(m->out, "  # giám sát:   Tổ giám sát;\n  # báo cáo:    5/%d;\n>\n",
                        m->year + 1);
    }
}

static void put_prose(making *m, const khct_section_form *section)
{
    khct_out_cstr(m->out, "\n");
    if (section->wording) {
        KHCT_OUT(m->out, "# Mẫu có sẵn lời cho phần \"", section->title,
                 "\"; muốn viết lời riêng thì bỏ dấu #.\n# phần ", section->title,
                 " <\n#   đoạn: lời của ", m->row->kind, ";\n# >\n");
        return;
    }
    KHCT_OUT(m->out, "phần ", section->title, " <\n  đoạn: (điền ",
             khct_lower(m->arena, section->title),
             ");\n  # mục nhỏ Tên mục <\n  #   - một ý;\n  # >\n>\n");
}

static void put_sections(making *m)
{
    KHCT_FOR (section, &m->form->sections) {
        switch (section->content) {
        case KHCT_CONTENT_BASIS: put_basis(m, section); break;
        case KHCT_CONTENT_PLAN: put_plan(m); break;
        case KHCT_CONTENT_PROBLEMS: put_problem(m); break;
        case KHCT_CONTENT_ROUNDS:
            khct_out_cstr(
                m->out,
                "\ntheo dõi Cuối học kỳ I <\n  nội dung: (điền nội dung theo dõi);\n"
                "  người:    Hội đồng tự đánh giá;\n>\n\ntheo dõi Cuối năm học <\n"
                "  nội dung: (điền nội dung theo dõi);\n  người:    Hội đồng tự đánh giá;\n>\n");
            break;
        case KHCT_CONTENT_SCHOOL: break;
        case KHCT_CONTENT_RESULTS:
        case KHCT_CONTENT_PROSE:
        case KHCT_CONTENT_COUNT: put_prose(m, section); break;
        }
    }
}

static void write_plan(void *context)
{
    making *m = context;
    if (!choose(m))
        return;
    put_head(m);
    put_results(m);
    put_sections(m);
    KHCT_OUT(m->out, "\nnơi nhận <\n  - (điền ", body_now(m, "pgddt", "cơ quan cấp trên"),
             ") (để b/c);\n  - Lưu: VT;\n>\n\nchữ ký <\n  chức vụ: ", m->row->head,
             ";\n  # họ tên: họ và tên;\n>\n");
}

/* --- asking on a terminal --- */

/* One line of an answer without its end; "" where there is none. To be freed. */
static char *answer(const char *question)
{
    char *line = NULL;
    size_t size = 0;
    khct_out err;
    khct_out_to_fd(&err, STDERR_FILENO);
    khct_out_cstr(&err, question);
    khct_out_finish(&err);
    if (khct_read_until(&line, &size, '\n', stdin) < 0 && line != NULL)
        line[0] = '\0';
    if (line != NULL)
        line[strcspn(line, "\r\n")] = '\0';
    return line;
}

typedef struct asking {
    making *m;
    char *type, *form, *year; /* the answers */
} asking;

/* Asks; NULL: an empty line, or the end. `*line` keeps the answer. */
static const char *asked(char **line, const char *question)
{
    free(*line);
    *line = answer(question);
    return *line == NULL || (*line)[0] == '\0' ? NULL : *line;
}

/* "không dùng được `abc`; dùng được: mamnon, tieuhoc" */
static void say_again(const making *m, const char *value, khct_str good)
{
    bool vi = m->common->style.language == KHCT_VI;
    khct_out err;
    khct_out_to_fd(&err, STDERR_FILENO);
    KHCT_SHOW(&err, vi ? "không dùng được `" : "cannot be used: `", khct_str_of(value),
              vi ? "`; dùng được: " : "`; good ones: ");
    KHCT_OUT(&err, good, "\n");
    khct_out_finish(&err);
}

/* The forms that have a catalogue for the school type: "cv5932, nam10cot", or each with its name
 * on a line. */
static khct_str forms_for(making *m, bool named)
{
    khct_strs ids = khct_library_list(m->library, m->arena, "mau"), names = {0};
    for (size_t i = 0; i < ids.n; i++) {
        m->form = khct_library_template(m->library, ids.at[i]);
        choose_catalogue(m);
        if (m->catalogue != NULL)
            khct_push(m->arena, &names) =
                named ? KHCT_JOIN(m->arena, "  ", ids.at[i], ": ", m->form->name, "\n") : ids.at[i];
    }
    return khct_str_list(m->arena, &names, named ? KHCT_STR("") : KHCT_STR(", "));
}

/* True where the answer to what the option means can be used; else says which could. A bad value of
 * an option that was given is told of later. */
static bool is_chosen(making *m, khct_option_id answered, const char *value)
{
    if (choose_form(m) || (m->wrong == KHCT_OPT_FORM && answered == KHCT_OPT_SCHOOL))
        return true;
    say_again(m, value, answered == KHCT_OPT_FORM ? forms_for(m, false) : m->good);
    m->trouble = NULL;
    return false;
}

static void ask_type(asking *a)
{
    making *m = a->m;
    do
        m->type_name = asked(&a->type, m->common->style.language == KHCT_VI
                                           ? "Cấp học (mầm non, tiểu học, THCS, THPT, GDTX; nhiều "
                                             "cấp: tiểu học, THCS): "
                                           : "Type of school (mamnon, tieuhoc, thcs, thpt, gdtx; "
                                             "several: tieuhoc, thcs): ");
    while (m->type_name != NULL && !is_chosen(m, KHCT_OPT_SCHOOL, m->type_name));
}

static void ask_form(asking *a)
{
    making *m = a->m;
    bool vi = m->common->style.language == KHCT_VI;
    const char *question =
        khct_cstr(m->arena, KHCT_JOIN(m->arena, vi ? "Các mẫu:\n" : "Forms:\n", forms_for(m, true),
                                      vi ? "Mẫu [bieu2_tt57]: " : "Form [bieu2_tt57]: "));
    do
        m->form_id = asked(&a->form, question);
    while (m->form_id != NULL && !is_chosen(m, KHCT_OPT_FORM, m->form_id));
}

static void ask_year(asking *a)
{
    making *m = a->m;
    for (;;) {
        m->year_name = asked(&a->year, m->common->style.language == KHCT_VI
                                           ? "Năm học bắt đầu từ năm (như 2026) [theo mẫu]: "
                                           : "The school year begins in (as 2026) [by the form]: ");
        if (m->year_name == NULL || year_of(m->year_name) > 0)
            return;
        say_again(m, m->year_name, KHCT_STR("2026, 2026-2027"));
    }
}

/* Asks for what was not given, again where it cannot be; what is left empty takes what stands
 * first. */
static void ask(void *context)
{
    asking *a = context;
    if (a->m->type_name == NULL)
        ask_type(a);
    if (a->m->type_name != NULL && a->m->form_id == NULL)
        ask_form(a);
    if (a->m->type_name != NULL && a->m->common->today == KHCT_NO_DATE)
        ask_year(a);
}

/* "đã ghi moi.khct; điền các chỗ (điền …), rồi chạy: khct check moi.khct" */
static void say_next(const making *m, const char *path, khct_out *err)
{
    bool vi = m->common->style.language == KHCT_VI;
    if (m->common->quiet)
        return;
    KHCT_SHOW(err, vi ? "đã ghi " : "wrote ", khct_str_of(path),
              vi ? "; mở tệp, điền các chỗ (điền …), rồi chạy: khct check "
                 : "; open it, fill in the places (điền …), then run: khct check ",
              khct_str_of(path), "\n");
}

/* Writes the plan to the file, which must not be there yet. */
static int write_file(making *m, const char *path, khct_io *io)
{
    if (strcmp(path, "-") != 0 && khct_is_there(path))
        return khct_wrong_use(
            m->common, "tệp đã có, không ghi đè:", "the file exists and is not replaced:", path);
    khct_outfile file;
    if (!khct_outfile_open(&file, path, &(khct_stamp){0}, io))
        return KHCT_EXIT_SYSTEM;
    m->out = file.out;
    bool done = khct_try(m->arena, write_plan, m);
    if (!done)
        khct_no_memory(m->common, NULL);
    bool written = khct_outfile_close(&file, done && m->trouble == NULL);
    if (m->trouble != NULL)
        return khct_wrong_value(m->common, m->wrong, m->trouble, m->good);
    if (done && written && strcmp(path, "-") != 0)
        say_next(m, path, io->err);
    return done && written ? KHCT_EXIT_FINE : KHCT_EXIT_SYSTEM;
}

/* What is not given is asked for on a terminal; elsewhere nothing is guessed. */
static int make_file(making *m, const char *path, khct_io *io)
{
    asking a = {m, NULL, NULL, NULL};
    bool terminal = khct_is_terminal(STDIN_FILENO) && khct_is_terminal(STDERR_FILENO);
    int status = KHCT_EXIT_SYSTEM;
    if (terminal && !khct_try(m->arena, ask, &a))
        khct_no_memory(m->common, NULL);
    else if (m->type_name == NULL)
        status = khct_wrong_use(m->common,
                                "cần cấp học: --cap mamnon, tieuhoc, thcs, thpt hoặc gdtx (nhiều "
                                "cấp: --cap tieuhoc,thcs)",
                                "the type of school is needed: --cap mamnon, tieuhoc, thcs, thpt "
                                "or gdtx (several: --cap tieuhoc,thcs)",
                                NULL);
    else
        status = write_file(m, path, io);
    free(a.type);
    free(a.form);
    free(a.year);
    return status;
}

int khct_main_new(int count, char **operands, khct_common *common)
{
    making m = {.common = common,
                .form_id = khct_value(common, KHCT_OPT_FORM),
                .type_name = khct_value(common, KHCT_OPT_SCHOOL)};
    if (count != 1)
        return khct_wrong_use(common, "cần đúng một tệp", "exactly one file is needed", NULL);
    khct_streams streams;
    khct_io io = khct_streams_begin(&streams, common);
    m.library = khct_library_new(common->library_path);
    if (m.library == NULL)
        return khct_no_memory(common, NULL);
    m.arena = m.library->arena;
    int status = make_file(&m, operands[0], &io);
    khct_library_free(m.library);
    return khct_finish_io(&io, status);
}
