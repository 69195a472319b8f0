#include "report/tables.h"

#include "text/json.h"
#include "text/utf8.h"

static const khct_many_column COLUMNS[] = {
#define KHCT_TABLE(id, name, scope, vi, en)
#define KHCT_COLUMN(table, name, type, key, vi, en)                                                \
    {KHCT_TABLE_##table, name, KHCT_COLUMN_##type, key, {vi, en}},
#define KEY true
#define PLAIN false
#include "report/tables.def"
#undef KEY
#undef PLAIN
#undef KHCT_TABLE
#undef KHCT_COLUMN
};

enum { COLUMN_COUNT = sizeof COLUMNS / sizeof COLUMNS[0] };

static const khct_many_table TABLES[] = {
#define KHCT_TABLE(id, name, scope, vi, en) {name, KHCT_SCOPE_##scope, {vi, en}, NULL, 0},
#define KHCT_COLUMN(table, name, type, key, vi, en)
#include "report/tables.def"
#undef KHCT_TABLE
#undef KHCT_COLUMN
};

khct_many_table khct_table_at(khct_table_id id)
{
    khct_many_table table = TABLES[id];
    const khct_many_column *end = COLUMNS + COLUMN_COUNT, *c = COLUMNS;
    while (c < end && c->table != id)
        c++;
    table.columns = c;
    while (c < end && c->table == id)
        c++;
    table.count = (size_t)(c - table.columns);
    return table;
}

khct_table_id khct_table_named(const char *name)
{
    unsigned id = 0;
    while (id < KHCT_TABLE_COUNT && strcmp(TABLES[id].name, name) != 0)
        id++;
    return (khct_table_id)id;
}

/* In JSON and SQL numbers stand without quotes. */
static bool is_number(const khct_many_column *column)
{
    return column->type >= KHCT_COLUMN_NUMBER;
}

/* --- rows --- */

void khct_row_begin(khct_rows *rows, khct_table_id id)
{
    rows->table = khct_table_at(id);
    rows->at = 0;
    khct_out_char(rows->out, khct_table_letter(id));
    if (rows->form == KHCT_ROWS_JSON)
        khct_out_char(rows->out, '{');
}

void khct_row_end(khct_rows *rows)
{
    khct_out_cstr(rows->out, rows->form == KHCT_ROWS_JSON ? "}\n" : "\n");
}

/* A control character or a byte that is no UTF-8: bytes that are shown by their numbers. */
static bool is_shown(khct_str s, size_t at, size_t *length)
{
    int32_t c = khct_utf8_at(s.p + at, s.n - at, length);
    return c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

/* The text in one line: itself where it is so already. */
static khct_str one_line(khct_arena *arena, khct_str s)
{
    enum { WIDTH = 4 };
    static const char HEX[] = "0123456789ABCDEF";
    size_t at = 0, length, n = 0;
    while (at < s.n && !is_shown(s, at, &length))
        at += length;
    if (at >= s.n)
        return s;
    char *text = khct_alloc_array(arena, s.n, WIDTH);
    for (at = 0; at < s.n; at += length) {
        bool shown = is_shown(s, at, &length);
        for (size_t i = at; i < at + length; i++) {
            unsigned byte = (unsigned char)s.p[i];
            const char hex[WIDTH] = {'\\', 'x', HEX[byte >> 4], HEX[byte & 15]};
            memcpy(text + n, shown ? hex : s.p + i, shown ? WIDTH : 1);
            n += shown ? WIDTH : 1;
        }
    }
    return (khct_str){text, n};
}

static void csv_cell(khct_out *out, khct_str s)
{
    bool quotes = false;
    for (size_t i = 0; i < s.n && !quotes; i++)
        quotes = s.p[i] == '"' || s.p[i] == ',' || s.p[i] == ' ' || s.p[i] == '\\';
    if (quotes)
        khct_out_char(out, '"');
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '"')
            khct_out_char(out, '"');
        khct_out_char(out, s.p[i]);
    }
    if (quotes)
        khct_out_char(out, '"');
}

void khct_row_put(khct_rows *rows, khct_str value)
{
    const khct_many_column *column = &rows->table.columns[rows->at];
    bool number = is_number(column);
    if (rows->at++ > 0)
        khct_out_char(rows->out, ',');
    if (!number)
        value = one_line(rows->arena, value);
    if (rows->form == KHCT_ROWS_CSV) {
        csv_cell(rows->out, value);
        return;
    }
    khct_json_string(rows->out, khct_str_of(column->name));
    khct_out_char(rows->out, ':');
    if (!number)
        khct_json_string(rows->out, value);
    else
        khct_out_str(rows->out, value.n > 0 ? value : KHCT_STR("null"));
}

void khct_table_heading(khct_out *out, khct_table_id id)
{
    khct_many_table table = khct_table_at(id);
    for (size_t i = 0; i < table.count; i++) {
        if (i > 0)
            khct_out_char(out, ',');
        khct_out_cstr(out, table.columns[i].name);
    }
    khct_out_char(out, '\n');
}

/* --- what describes the tables --- */

static const char *const PACKAGE_TYPES[] = {"string",  "string",  "date",
                                            "integer", "integer", "integer"};
static const char *const SQL_TYPES[] = {"TEXT", "TEXT", "TEXT", "BIGINT", "BIGINT", "SMALLINT"};

/* The names of the key's columns, each put down by put(). */
static void put_keys(khct_out *out, const khct_many_table *table, void (*put)(khct_out *, khct_str))
{
    bool first = true;
    for (size_t i = 0; i < table->count; i++) {
        if (!table->columns[i].key)
            continue;
        khct_out_cstr(out, first ? "" : ", ");
        put(out, khct_str_of(table->columns[i].name));
        first = false;
    }
}

static void package_column(khct_out *out, const khct_many_column *c, khct_language language)
{
    KHCT_OUT(out, "          {\"name\": \"", c->name, "\", \"type\": \"", PACKAGE_TYPES[c->type],
             "\", \"description\": ");
    khct_json_string(out, khct_str_of(c->help[language]));
    if (c->key && c->type != KHCT_COLUMN_DAY && strcmp(c->name, "namhoc") != 0)
        khct_out_cstr(out, ", \"constraints\": {\"required\": true}");
    if (c->type == KHCT_COLUMN_FLAG)
        khct_out_cstr(out, ", \"constraints\": {\"enum\": [0, 1]}");
    khct_out_char(out, '}');
}

static void package_table(khct_out *out, khct_table_id id, khct_language language)
{
    khct_many_table t = khct_table_at(id);
    KHCT_OUT(out, "    {\n      \"name\": \"", t.name, "\",\n      \"path\": \"", t.name,
             ".csv\",\n      \"format\": \"csv\",\n      \"mediatype\": \"text/csv\",\n"
             "      \"encoding\": \"utf-8\",\n      \"description\": ");
    khct_json_string(out, khct_str_of(t.help[language]));
    khct_out_cstr(out, ",\n      \"schema\": {\n        \"fields\": [\n");
    for (size_t i = 0; i < t.count; i++) {
        khct_out_cstr(out, i > 0 ? ",\n" : "");
        package_column(out, &t.columns[i], language);
    }
    khct_out_cstr(out, "\n        ],\n        \"primaryKey\": [");
    put_keys(out, &t, khct_json_string);
    khct_out_cstr(out, "]\n      }\n    }");
}

void khct_tables_package(khct_out *out, khct_language language)
{
    khct_out_cstr(out, "{\n  \"name\": \"khct\",\n  \"profile\": \"tabular-data-package\",\n"
                       "  \"version\": \"" KHCT_VERSION "\",\n  \"resources\": [\n");
    for (unsigned id = 0; id < KHCT_TABLE_COUNT; id++) {
        khct_out_cstr(out, id > 0 ? ",\n" : "");
        package_table(out, (khct_table_id)id, language);
    }
    khct_out_cstr(out, "\n  ]\n}\n");
}

/* A column is empty text, or for numbers NULL, where nothing is given. */
static void schema_table(khct_out *out, khct_table_id id)
{
    khct_many_table t = khct_table_at(id);
    khct_out_format(out, "\n-- %s\nCREATE TABLE IF NOT EXISTS %s (\n", t.help[KHCT_VI], t.name);
    for (size_t i = 0; i < t.count; i++) {
        const khct_many_column *c = &t.columns[i];
        bool filled = c->key || !is_number(c);
        KHCT_OUT(out, "    ", c->name, " ", SQL_TYPES[c->type], filled ? " NOT NULL" : "", ", -- ",
                 c->help[KHCT_VI], "\n");
    }
    khct_out_cstr(out, "    PRIMARY KEY (");
    put_keys(out, &t, khct_out_str);
    khct_out_cstr(out, ")\n);\n");
}

void khct_tables_schema(khct_out *out)
{
    khct_out_cstr(out, "-- Các bảng của `khct report -t csv -o THƯ_MỤC/`, cho SQLite, DuckDB và "
                       "PostgreSQL. Ngày là chữ\n-- \"2026-09-01\"; chữ trống là không có; số "
                       "không có là NULL.\n");
    for (unsigned id = 0; id < KHCT_TABLE_COUNT; id++)
        schema_table(out, (khct_table_id)id);
}

/* --- loading --- */

static void load_staging(khct_out *out, const khct_many_table *t)
{
    khct_out_format(out, "CREATE TABLE nap_%s (", t->name);
    for (size_t i = 0; i < t->count; i++)
        khct_out_format(out, "%s%s TEXT", i > 0 ? ", " : "", t->columns[i].name);
    khct_out_cstr(out, ");\n");
}

static void load_file(khct_out *out, const khct_many_table *t, khct_database engine)
{
    static const char *const HOW[KHCT_DATABASE_COUNT][3] = {
        {".import --csv --skip 1 ", ".csv nap_", "\n"},
        {"\\copy nap_", " FROM '", ".csv' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')\n"},
        {"COPY nap_", " FROM '",
         ".csv' (FORMAT csv, HEADER true, DELIMITER ',', QUOTE '\"', ESCAPE '\"');\n"}};
    KHCT_OUT(out, HOW[engine][0], t->name, HOW[engine][1], t->name, HOW[engine][2]);
}

/* What is loaded again takes the place of what was there: of a file by its name, of a plan by its
 * hash, of a catalogue and a school by theirs. */
static void load_rows(khct_out *out, khct_many_table table)
{
    const khct_many_table *t = &table;
    bool plans = t->scope == KHCT_SCOPE_FILE || t->scope == KHCT_SCOPE_PLAN;
    const char *first = t->columns[0].name;
    KHCT_OUT(out, "DELETE FROM ", t->name, " WHERE ", first, " IN (SELECT ", first, " FROM nap_",
             plans ? "ke_hoach" : t->name, ");\nINSERT INTO ", t->name, " SELECT ");
    for (size_t i = 0; i < t->count; i++) {
        const khct_many_column *c = &t->columns[i];
        khct_out_cstr(out, i > 0 ? ", " : "");
        if (is_number(c))
            khct_out_format(out, "CAST(NULLIF(%s, '') AS %s)", c->name, SQL_TYPES[c->type]);
        else
            khct_out_format(out, "COALESCE(%s, '')", c->name);
    }
    khct_out_format(out, " FROM nap_%s;\n", t->name);
}

void khct_tables_load(khct_out *out, khct_database engine)
{
    static const char *const HOW[KHCT_DATABASE_COUNT] = {
        "sqlite3 -bail khct.db < nap-sqlite.sql", "psql -v ON_ERROR_STOP=1 -f nap-postgresql.sql",
        "duckdb khct.duckdb < nap-duckdb.sql"};
    KHCT_OUT(out,
             "-- Nạp các bảng của `khct report` ở thư mục này; nạp lại thì không đổi gì.\n--     ",
             HOW[engine], "\nBEGIN;\n");
    khct_tables_schema(out);
    khct_out_char(out, '\n');
    for (unsigned id = 0; id < KHCT_TABLE_COUNT; id++) {
        khct_many_table t = khct_table_at((khct_table_id)id);
        load_staging(out, &t);
        load_file(out, &t, engine);
    }
    for (unsigned id = 0; id < KHCT_TABLE_COUNT; id++)
        load_rows(out, khct_table_at((khct_table_id)id));
    for (unsigned id = 0; id < KHCT_TABLE_COUNT; id++)
        khct_out_format(out, "DROP TABLE nap_%s;\n", khct_table_at((khct_table_id)id).name);
    khct_out_cstr(out, "COMMIT;\n");
}
