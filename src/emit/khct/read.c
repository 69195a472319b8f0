#include "emit/khct/read.h"

#include "syntax/bytes.h"
#include "text/utf8.h"

const khct_from_path *khct_from_below(khct_from_path *own, const khct_from_path *up,
                                      const char *key)
{
    *own = (khct_from_path){up, key, 0};
    return own;
}

/* --- what is wrong --- */

bool khct_from_failed(const khct_from *r)
{
    return r->fault.message.id != KHCT_T_NONE;
}

void khct_from_fail(khct_from *r, const khct_from_path *at, khct_text_id what, const char *word)
{
    if (khct_from_failed(r))
        return;
    khct_str place = khct_from_path_text(r->arena, at);
    bool of_key = what == KHCT_T_JSON_KEY || what == KHCT_T_JSON_ONE_KEY;
    khct_range range = khct_from_range(r->bytes, at, of_key && word[0] != '\0' ? word : NULL);
    r->fault = (khct_fault){KHCT_MSG_OF(what, place.n > 0 ? place : KHCT_STR("/"),
                                        khct_str_copy(r->arena, khct_str_of(word))),
                            range.begin, range.end};
}

/* --- texts --- */

/* White space folded, without any at the ends; what nobody sees beside it is some too, as in a
 * file. Fails for an empty text and for control characters. */
static khct_str fold_text(khct_from *r, const khct_from_path *at, const json_t *json)
{
    khct_str raw = {json_string_value(json), json_string_length(json)};
    raw = khct_words_as_read(r->arena, raw);
    char *folded = khct_alloc_bytes(r->arena, raw.n + 1);
    size_t n = 0;
    bool space = false;
    for (size_t i = 0, length; i < raw.n; i += length) {
        int32_t c = khct_utf8_at(raw.p + i, raw.n - i, &length);
        if (khct_space_at(raw, i) > 0) {
            space = n > 0;
            continue;
        }
        if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
            khct_from_fail(r, at, KHCT_T_JSON_CONTROL, "");
            return KHCT_STR("");
        }
        if (space)
            folded[n++] = ' ';
        space = false;
        memcpy(folded + n, raw.p + i, length);
        n += length;
    }
    if (n == 0)
        khct_from_fail(r, at, KHCT_T_JSON_EMPTY, "");
    return (khct_str){folded, n};
}

static void add_paragraph(khct_from *r, khct_from_text *w, const khct_from_path *at,
                          const json_t *json)
{
    static const unsigned KEYS[] = {[KHCT_ITEM] = KHCT_K_GACH, [KHCT_SUBITEM] = KHCT_J_SUBITEM};
    khct_from_path own;
    if (json_is_string(json)) {
        khct_push(r->arena, &w->list) =
            (khct_from_paragraph){KHCT_PARAGRAPH, fold_text(r, at, json)};
        return;
    }
    for (unsigned kind = KHCT_ITEM; json_is_object(json) && kind <= KHCT_SUBITEM; kind++) {
        const char *key = khct_json_name(KEYS[kind]);
        const json_t *item = json_object_get(json, key);
        if (!json_is_string(item) || json_object_size(json) != 1)
            continue;
        khct_push(r->arena, &w->list) = (khct_from_paragraph){
            (khct_paragraph_kind)kind, fold_text(r, khct_from_below(&own, at, key), item)};
        return;
    }
    khct_from_fail(r, at, KHCT_T_JSON_WANTS_TEXT, "");
}

/* A string, a list of paragraphs, or an object that has them as its words. */
khct_from_text khct_from_words(khct_from *r, const khct_from_path *at, const json_t *json)
{
    khct_from_text w = {0};
    khct_from_path own;
    if (json_is_null(json)) {
        w.stated = true;
        return w;
    }
    if (json_is_object(json)) {
        const char *key = khct_json_name(KHCT_J_WORDS);
        json = json_object_get(json, key);
        if (json == NULL)
            khct_from_fail(r, at, KHCT_T_JSON_MISSING, key);
        at = khct_from_below(&own, at, key);
    }
    if (json_is_array(json) && json_array_size(json) > 0) {
        for (size_t i = 0; i < json_array_size(json) && !khct_from_failed(r); i++) {
            khct_from_path index = {at, NULL, i};
            add_paragraph(r, &w, &index, json_array_get(json, i));
        }
    } else if (json_is_string(json)) {
        add_paragraph(r, &w, at, json);
    } else {
        khct_from_fail(r, at, KHCT_T_JSON_WANTS_TEXT, "");
    }
    return w;
}

/* The paragraphs as one line. */
khct_str khct_from_line(khct_from *r, const khct_from_path *at, const json_t *json)
{
    khct_from_text w = khct_from_words(r, at, json);
    if (w.stated)
        khct_from_fail(r, at, KHCT_T_JSON_WANTS_TEXT, "");
    khct_strs words = {0};
    for (size_t i = 0; i < w.list.n; i++)
        khct_push(r->arena, &words) = w.list.at[i].words;
    return w.list.n == 1 ? words.at[0] : khct_str_list(r->arena, &words, KHCT_STR(" "));
}

/* A list of names: "thcs, thpt". */
khct_str khct_from_names(khct_from *r, const khct_from_path *at, const json_t *json)
{
    khct_strs names = {0};
    if (!json_is_array(json) || json_array_size(json) == 0) {
        khct_from_fail(r, at, KHCT_T_JSON_WANTS_LIST, "");
        return KHCT_STR("");
    }
    for (size_t i = 0; i < json_array_size(json) && !khct_from_failed(r); i++) {
        khct_from_path index = {at, NULL, i};
        khct_push(r->arena, &names) = khct_from_line(r, &index, json_array_get(json, i));
    }
    return khct_str_list(r->arena, &names, KHCT_STR(", "));
}

/* An identifier: a run without white space and the signs of the language. */
khct_str khct_from_id(khct_from *r, const khct_from_path *at, const json_t *json)
{
    khct_str id = KHCT_STR("");
    if (!json_is_string(json)) {
        khct_from_fail(r, at, KHCT_T_JSON_WANTS_ID, "");
        return id;
    }
    id = fold_text(r, at, json);
    for (size_t i = 0; i < id.n; i++)
        if (strchr(" ,;<>\"#", id.p[i]) != NULL)
            khct_from_fail(r, at, KHCT_T_JSON_WANTS_ID, "");
    if (id.n > 0 && (id.p[id.n - 1] == '\\' || id.p[0] == ':'))
        khct_from_fail(r, at, KHCT_T_JSON_WANTS_ID, "");
    return id;
}

khct_str khct_from_criterion(khct_from *r, const khct_from_path *at, const json_t *json)
{
    khct_str id = json_is_string(json)
                      ? (khct_str){json_string_value(json), json_string_length(json)}
                      : KHCT_STR("");
    size_t dots = 0;
    for (size_t i = 0; i < id.n; i++) {
        bool dot = id.p[i] == '.' && i > 0 && i + 1 < id.n;
        dots += dot;
        if (!dot && !khct_is_digit(id.p[i]))
            dots = 2;
    }
    if (dots != 1)
        khct_from_fail(r, at, KHCT_T_JSON_WANTS_CRITERION, "");
    return id;
}

khct_str khct_from_number(khct_from *r, const khct_from_path *at, const json_t *json)
{
    enum { MOST = 9999 };
    json_int_t number = json_is_integer(json) ? json_integer_value(json) : -1;
    if (number < 0 || number > MOST)
        khct_from_fail(r, at, KHCT_T_JSON_WANTS_NUMBER, "");
    return khct_str_number(r->arena, (long long)number);
}
