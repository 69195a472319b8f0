/* khct new: a plan to fill in, valid as it stands, with comments that teach. */
#include "main/main.h"

#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct making {
    const khct_common *common;
    khct_library *library;
    khct_arena *arena;
    khct_out *out;
    const char *form_id, *type_name; /* --mau, --cap; NULL: not given */
    const khct_template *form;
    const khct_catalogue *catalogue;
    khct_school_types type;
    int year;             /* the school year begins in it */
    const char *trouble;  /* a value that the library does not know */
    khct_option_id wrong; /* of this option */
    khct_str good;        /* the values that it does know */
} making;

static void put(making *m, const char *text)
{
    khct_out_cstr(m->out, text);
}

static void put_str(making *m, khct_str text)
{
    khct_out_str(m->out, text);
}

/* --- choosing --- */

static khct_school_types type_named(const making *m, const char *name)
{
    size_t length;
    for (const khct_school_type_row *row = khct_school_type_rows(); row->bit != 0; row++)
        if (khct_keyword_here(m->library->vocabulary, row->keyword, khct_str_of(name), &length) &&
            name[length] == '\0')
            return row->bit;
    return 0;
}

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
    for (size_t i = 0; i < ids.n; i++) {
        const khct_catalogue *c = khct_library_catalogue(m->library, ids.at[i]);
        if (c == NULL || (m->type != 0 && (c->types & m->type) == 0) ||
            (m->form->catalogues.n > 0 && !in_list(&m->form->catalogues, c->id)))
            continue;
        if (m->catalogue == NULL || c->force.from.date > m->catalogue->force.from.date)
            m->catalogue = c;
    }
    if (m->catalogue != NULL && m->type == 0)
        m->type = m->catalogue->types & (~m->catalogue->types + 1); /* its first type */
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
}

/* Says that the value of an option cannot be used. */
static bool refuse(making *m, khct_option_id option, const char *value)
{
    khct_strs ids = khct_library_list(m->library, m->arena, "mau");
    m->trouble = value;
    m->wrong = option;
    m->good = option == KHCT_OPT_FORM
                  ? khct_str_list(m->arena, &ids, KHCT_STR(", "))
                  : khct_str_of(khct_option_at(option)->good[m->common->style.language]);
    return false;
}

static bool choose(making *m)
{
    const char *form = m->form_id != NULL ? m->form_id : "bieu2_tt57";
    m->form = khct_library_template(m->library, khct_str_of(form));
    if (m->form == NULL)
        return refuse(m, KHCT_OPT_FORM, form);
    if (m->type_name != NULL && (m->type = type_named(m, m->type_name)) == 0)
        return refuse(m, KHCT_OPT_SCHOOL, m->type_name);
    choose_catalogue(m);
    if (m->catalogue == NULL)
        return m->type_name != NULL ? refuse(m, KHCT_OPT_SCHOOL, m->type_name)
                                    : refuse(m, KHCT_OPT_FORM, form);
    choose_year(m);
    return true;
}

/* --- writing --- */

/* Who took the place of the body `id` for schools of the plan's type by the plan's year; else
 * `before`. */
static khct_str body_now(const making *m, const char *id, const char *before)
{
    khct_date date = khct_date_of(m->year, 9, 15);
    khct_library_load_legals(m->library);
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

static bool has_content(const making *m, khct_content content)
{
    for (size_t i = 0; i < m->form->sections.n; i++)
        if (m->form->sections.at[i].content == content)
            return true;
    return false;
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
    const char *type = "";
    for (const khct_school_type_row *row = khct_school_type_rows(); row->bit != 0; row++)
        if (row->bit == m->type)
            type = khct_keyword_at(row->keyword)->unmarked;
    put(m, "# Kế hoạch cải tiến chất lượng giáo dục.\n"
           "# Điền vào các chỗ \"(điền …)\", bỏ dấu # ở dòng muốn dùng, xóa dòng không dùng.\n"
           "# Kiểm tra: khct check TỆP; xem: khct build -t html TỆP; in: khct build -t pdf TỆP\n"
           "dung danhmuc ");
    put_str(m, m->catalogue->id);
    put(m, ";\ndung mau ");
    put_str(m, m->form->id);
    put(m, ";\n\ntruong <\n  ten      (điền tên trường);\n  cap      ");
    put(m, type);
    put(m, ";\n  captren  (điền ");
    put_str(m, superior(m));
    put(m, ");\n"
           "  diadanh  (điền địa danh ghi trước ngày tháng);\n"
           "  # diachi   địa chỉ của trường;\n  # loaihinh conglap;\n>\n\nkehoach <\n"
           "  # so      01/KH-(chữ viết tắt tên trường);\n");
    khct_out_format(m->out, "  # ngay    15/9/%d;\n", m->year);
    put(m, "  trichyeu Cải tiến chất lượng giáo dục;\n");
    if (five_years(m))
        khct_out_format(m->out, "  giaidoan %d-%d den %d-%d;\n", m->year, m->year + 1, m->year + 4,
                        m->year + 5);
    else
        khct_out_format(m->out, "  namhoc   %d-%d;\n", m->year, m->year + 1);
    put(m, "  # phandau muc 2;        # mức mà cả trường phấn đấu đạt\n"
           "  # loidan  lời dẫn trước phần đầu tiên;\n  # loiket  lời kết ở cuối;\n>\n");
}

static void put_results(making *m)
{
    khct_out_format(m->out,
                    "\n# Kết quả tự đánh giá năm học trước: mức cao nhất mà mỗi tiêu chí đạt.\n"
                    "# hientrang namhoc %d-%d <\n",
                    m->year - 1, m->year);
    for (size_t i = 0; i < m->catalogue->standards.n; i++) {
        const khct_standard *s = &m->catalogue->standards.at[i];
        if (s->count > 0)
            khct_out_format(m->out, "#   muc 1  %u.1 - %u.%zu;\n", s->number, s->number, s->count);
    }
    put(m, "#   khongdat 1.1;\n# >\n");
}

static void put_basis(making *m, const khct_section_form *section)
{
    put(m, "\n# Căn cứ: văn bản trong thư viện chỉ cần ghi tên gọi hoặc số.\ncancu <\n");
    bool grouped = section->groups.n > 0;
    if (grouped)
        put(m, "  nhom vanban;\n");
    put(m, "  vanban ");
    put_str(m, m->catalogue->law);
    put(m, ";\n  # vanban Kế hoạch số … ngay ");
    khct_out_format(m->out, "20/8/%d cua ", m->year);
    put_str(m, superior(m));
    put(m, " ve …;\n");
    if (grouped)
        put(m, "  nhom tudanhgia;\n");
    put(m, "  khac Báo cáo tự đánh giá (điền năm học) của trường;\n>\n");
}

static void put_problem(making *m)
{
    put(m, "\n# Mỗi vấn đề trọng tâm một khối.\nvande tieuchuan 1 tieuchi 1.1 <\n"
           "  hientrang  (điền hiện trạng);\n  hanche     (điền điểm hạn chế);\n"
           "  nguyennhan (điền nguyên nhân);\n>\n");
}

static void put_task_fields(making *m, const char *indent)
{
    khct_out_format(m->out,
                    "%sgiaiphap (điền việc phải làm);\n%schutri   Hiệu trưởng;\n"
                    "%s# phoihop Phó hiệu trưởng, GVCN;\n%sthoigian năm học %d-%d;\n"
                    "%s# kinhphi 12,5 triệu đồng, ngân sách;\n",
                    indent, indent, indent, indent, m->year, m->year + 1, indent);
}

static void put_plan(making *m)
{
    if (has_content(m, KHCT_CONTENT_PROBLEMS)) {
        put(m,
            "\n# Mỗi nội dung cải tiến một khối `viec`; `tieuchi` nêu các tiêu chí mà việc này "
            "phục vụ.\n"
            "viec (Điền nội dung cải tiến) <\n  tieuchi  1.1;\n  muctieu  (điền mục tiêu);\n"
            "  chiso    (điền chỉ số đánh giá kết quả);\n  minhchung (điền minh chứng dự kiến);\n");
        put_task_fields(m, "  ");
        khct_out_format(m->out, "  # tiendo 15/01/%d 60%%: lời ghi thêm;\n>\n", m->year + 1);
        return;
    }
    put(m, "\n# Mỗi tiêu chí một khối: `muc N` là mức cần đạt, `duytri` là giữ mức đã đạt.\n");
    if (five_years(m)) {
        put(m, "tieuchi 1.1 <\n  dieukien (điền điều kiện thực hiện);\n  viec <\n"
               "    noidung  (điền nội dung công việc);\n");
        put_task_fields(m, "    ");
        put(m, "  >\n>\n");
    } else {
        put(m, "tieuchi 1.1 <\n  # diemyeu  điểm yếu cần khắc phục;\n  ketqua   (điền kết quả cần "
               "đạt);\n");
        put_task_fields(m, "  ");
        khct_out_format(m->out, "  # giamsat Tổ giám sát;\n  # baocao  5/%d;\n>\n", m->year + 1);
    }
}

static void put_prose(making *m, const khct_section_form *section)
{
    put(m, "\n");
    if (section->wording) {
        put(m, "# Mẫu có sẵn lời cho phần \"");
        put_str(m, section->title);
        put(m, "\"; muốn viết lời riêng thì bỏ dấu #.\n# phan ");
        put_str(m, section->name);
        put(m, " <\n#   doan lời của trường;\n# >\n");
        return;
    }
    put(m, "phan ");
    put_str(m, section->name);
    put(m, " <\n  doan (điền ");
    put_str(m, khct_lower(m->arena, section->title));
    put(m, ");\n  # mucnho Tên mục <\n  #   gach một ý;\n  # >\n>\n");
}

static void put_sections(making *m)
{
    for (size_t i = 0; i < m->form->sections.n; i++) {
        const khct_section_form *section = &m->form->sections.at[i];
        switch (section->content) {
        case KHCT_CONTENT_BASIS: put_basis(m, section); break;
        case KHCT_CONTENT_PLAN: put_plan(m); break;
        case KHCT_CONTENT_PROBLEMS: put_problem(m); break;
        case KHCT_CONTENT_ROUNDS:
            put(m, "\ntheodoi Cuối học kỳ I <\n  noidung (điền nội dung theo dõi);\n"
                   "  nguoi   Hội đồng tự đánh giá;\n>\n\ntheodoi Cuối năm học <\n"
                   "  noidung (điền nội dung theo dõi);\n  nguoi   Hội đồng tự đánh giá;\n>\n");
            break;
        case KHCT_CONTENT_SCHOOL: break;
        default: put_prose(m, section); break;
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
    put(m, "\nnoinhan <\n  noi (điền ");
    put_str(m, body_now(m, "pgddt", "cơ quan cấp trên"));
    put(m, ") (để b/c);\n  noi Lưu: VT;\n>\n"
           "\nchuky <\n  chucvu Hiệu trưởng;\n  # hoten họ và tên;\n>\n");
}

static bool take(khct_option_id option, const char *value, void *context)
{
    making *m = context;
    if (option == KHCT_OPT_FORM)
        m->form_id = value;
    else
        m->type_name = value;
    return true;
}

/* Writes the plan to the file, which must not be there yet. */
static int write_file(making *m, const char *path, khct_io *io)
{
    if (strcmp(path, "-") != 0 && access(path, F_OK) == 0)
        return khct_wrong_use(
            m->common, "tệp đã có, không ghi đè:", "the file exists and is not replaced:", path);
    khct_outfile file;
    if (!khct_outfile_open(&file, path, &(khct_stamp){0}, io))
        return KHCT_EXIT_SYSTEM;
    m->out = file.out;
    bool done = khct_try(m->arena, write_plan, m);
    if (!done)
        khct_complain(m->common, NULL, KHCT_KH9003, KHCT_MSG0(MEMORY));
    bool written = khct_outfile_close(&file, done && m->trouble == NULL);
    if (m->trouble != NULL)
        return khct_wrong_value(m->common, m->wrong, m->trouble, m->good);
    return done && written ? KHCT_EXIT_FINE : KHCT_EXIT_SYSTEM;
}

int khct_main_new(int argc, char **argv, khct_common *common)
{
    making m = {.common = common};
    int status = khct_take_options(argc, argv, common, take, &m);
    if (status >= 0)
        return status;
    if (argc - optind != 1)
        return khct_wrong_use(common, "cần đúng một tệp", "exactly one file is needed", NULL);
    khct_out out, err;
    khct_out_to_screen(&out, STDOUT_FILENO);
    khct_out_to_fd(&err, STDERR_FILENO);
    khct_io io = {.out = &out, .err = &err, .common = common};
    m.library = khct_library_new(common->library_path);
    if (m.library == NULL) {
        khct_complain(common, NULL, KHCT_KH9003, KHCT_MSG0(MEMORY));
        return KHCT_EXIT_SYSTEM;
    }
    m.arena = m.library->arena;
    status = write_file(&m, argv[optind], &io);
    khct_library_free(m.library);
    return khct_finish_io(&io, status);
}
