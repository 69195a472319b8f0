/* Prints the vocabulary table as JSON, for what makes the editors' files. */

#include "syntax/vocabulary.h"
#include "text/json.h"
#include "text/out.h"

#include <unistd.h>

static void member(khct_out *out, const char *name, const char *value)
{
    khct_json_string(out, khct_str_of(name));
    khct_out_char(out, ':');
    khct_json_string(out, khct_str_of(value));
}

static void begin(khct_out *out, bool *first)
{
    khct_out_cstr(out, *first ? "\n{" : ",\n{");
    *first = false;
}

static void keyword(khct_out *out, bool *first, const char *id, const char *unmarked,
                    const char *marked, const char *vi, const char *en)
{
    begin(out, first);
    member(out, "id", id);
    khct_out_char(out, ',');
    member(out, "unmarked", unmarked);
    khct_out_char(out, ',');
    member(out, "marked", marked);
    khct_out_char(out, ',');
    member(out, "vi", vi);
    khct_out_char(out, ',');
    member(out, "en", en);
    khct_out_char(out, '}');
}

static void block(khct_out *out, bool *first, const char *id, khct_keyword opener,
                  const char *heading)
{
    static const char *const IDS[] = {
#define KHCT_KEYWORD(id, unmarked, marked, vi, en) #id,
#include "keywords.def"
        ""};
    begin(out, first);
    member(out, "id", id);
    khct_out_char(out, ',');
    member(out, "keyword", IDS[opener]);
    khct_out_char(out, ',');
    member(out, "heading", heading);
    khct_out_char(out, '}');
}

static void place(khct_out *out, bool *first, const char *const columns[6])
{
    static const char *const NAMES[] = {"block", "keyword", "how", "type", "times", "opens"};
    begin(out, first);
    for (int i = 0; i < 6; i++) {
        if (i > 0)
            khct_out_char(out, ',');
        member(out, NAMES[i], columns[i]);
    }
    khct_out_char(out, '}');
}

/* What a value begins with: "letter", "signs", and the ids of keywords in "words". */
static void begins(khct_out *out, bool *first, const char *id, const char *letter,
                   const char *signs, const khct_keyword *words)
{
    begin(out, first);
    member(out, "keyword", id);
    khct_out_char(out, ',');
    member(out, "letter", letter);
    khct_out_char(out, ',');
    member(out, "signs", signs);
    khct_out_cstr(out, ",\"words\":[");
    for (size_t i = 0; words[i] != KHCT_KEYWORD_NONE; i++) {
        if (i > 0)
            khct_out_char(out, ',');
        khct_json_string(out, khct_str_of(khct_keyword_at(words[i])->unmarked));
    }
    khct_out_cstr(out, "]}");
}

static void where_fields_start(khct_out *out)
{
    bool first = true;
    khct_out_cstr(out, "\n],\"begins\":[");
#define KHCT_BEGINS(keyword, letter, signs, ...)                                                   \
    begins(out, &first, #keyword, #letter, signs,                                                  \
           (const khct_keyword[]){__VA_ARGS__, KHCT_KEYWORD_NONE});
#define KHCT_SHOWS(letter, signs)                                                                  \
    begins(out, &first, "", #letter, signs, (const khct_keyword[]){KHCT_KEYWORD_NONE});
#include "begins.def"
}

static void rows(khct_out *out)
{
    bool first = true;
    khct_out_cstr(out, "{\"keywords\":[");
#define KHCT_KEYWORD(id, unmarked, marked, vi, en)                                                 \
    keyword(out, &first, #id, unmarked, marked, vi, en);
#include "keywords.def"
    first = true;
    khct_out_cstr(out, "\n],\"blocks\":[");
#define KHCT_BLOCK(id, keyword, heading, example) block(out, &first, #id, keyword, heading);
#include "keywords.def"
    first = true;
    khct_out_cstr(out, "\n],\"places\":[");
#define KHCT_PLACE(block, keyword, how, type, times, opens)                                        \
    place(out, &first, (const char *const[]){#block, #keyword, #how, #type, #times, #opens});
#include "keywords.def"
    where_fields_start(out);
    khct_out_cstr(out, "\n]}\n");
}

int main(void)
{
    static khct_out out;
    khct_out_to_fd(&out, STDOUT_FILENO);
    rows(&out);
    return khct_out_finish(&out) == 0 ? 0 : 1;
}
