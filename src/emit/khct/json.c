/* Reads a plan in JSON and writes it as source. What is read is held against the vocabulary table
 * and shape.def; the first thing that does not fit is told with its path. */
#include "emit/khct/read.h"

#include "text/utf8.h"
#include "text/sort.h"

/* --- writing fields --- */

static void indent(khct_from *r, unsigned depth)
{
    while (depth-- > 0)
        khct_out_cstr(r->out, "  ");
}

static void new_line(khct_from *r, unsigned depth)
{
    khct_out_char(r->out, '\n');
    indent(r, depth);
}

static bool begins_with_sign(khct_str s)
{
    size_t n = khct_list_sign(s);
    return khct_str_is(s, "-") || (n > 0 && n < s.n && s.p[n] == ' ');
}

/* The last word of a paragraph, where the line would otherwise read as a heading: it begins with a
 * declaration's keyword and ends with `<`. s.n: no such line. */
static size_t break_before(const khct_from *r, khct_block block, khct_str s)
{
    if (s.n == 0 || s.p[s.n - 1] != '<' ||
        khct_keyword_match(r->vocabulary, block, s).keyword == KHCT_KEYWORD_NONE)
        return s.n;
    size_t at = s.n;
    while (at > 0 && s.p[at - 1] != ' ')
        at--;
    return at == 0 ? s.n : at;
}

/* Signs that begin a paragraph and are no list item's: each alone on its line, where it is a word.
 * What is after them. */
static khct_str write_signs(khct_from *r, khct_str words, unsigned depth)
{
    size_t space;
    while (begins_with_sign(words) && (space = khct_str_find(words, KHCT_STR(" "))) < words.n) {
        khct_out_str(r->out, khct_str_sub(words, 0, space));
        new_line(r, depth + 2);
        words = khct_str_sub(words, space + 1, words.n);
    }
    return words;
}

static void write_paragraph(khct_from *r, khct_block block, const khct_from_text *w, size_t i,
                            unsigned depth, khct_piece_place first)
{
    const khct_from_paragraph *p = &w->list.at[i];
    bool last = i + 1 == w->list.n;
    bool goes_on = !last && w->list.at[i + 1].kind != KHCT_PARAGRAPH;
    if (i > 0 || p->kind != KHCT_PARAGRAPH) {
        if (i > 0 && p->kind == KHCT_PARAGRAPH)
            khct_out_char(r->out, '\n');
        new_line(r, depth + 2);
    }
    khct_piece_place place = i > 0 ? KHCT_LINE_BEGIN : first;
    if (p->kind != KHCT_PARAGRAPH) {
        khct_out_cstr(r->out, p->kind == KHCT_ITEM ? "- " : "+ ");
        place = KHCT_ITEM_BEGIN;
    }
    khct_str words = p->kind == KHCT_PARAGRAPH ? write_signs(r, p->words, depth) : p->words;
    if (words.n < p->words.n)
        place = KHCT_LINE_BEGIN;
    size_t cut = place == KHCT_LINE_BEGIN && !last ? break_before(r, block, words) : words.n;
    if (cut == words.n) {
        khct_escape(r->out, r->vocabulary, block, words, place, goes_on);
        return;
    }
    khct_escape(r->out, r->vocabulary, block, khct_str_sub(words, 0, cut - 1), place, true);
    new_line(r, depth + 2);
    khct_escape(r->out, r->vocabulary, block, khct_str_sub(words, cut, words.n), KHCT_LINE_BEGIN,
                goes_on);
}

/* `keyword  prefix words;` */
static void write_value(khct_from *r, khct_block block, khct_keyword keyword, khct_str prefix,
                        const khct_from_text *w, unsigned depth, size_t width)
{
    const char *key = khct_keyword_at(keyword)->unmarked;
    khct_str first = w->list.n > 0 ? w->list.at[0].words : KHCT_STR("");
    bool items = prefix.n == 0 && w->list.n > 0 && w->list.at[0].kind != KHCT_PARAGRAPH;
    bool quoted = prefix.n == 0 && !items && w->list.n == 1 && begins_with_sign(first) &&
                  khct_str_find(first, KHCT_STR("\"\"\"")) == first.n;
    indent(r, depth);
    khct_out_cstr(r->out, key);
    if (prefix.n == 0 && khct_str_starts(first, ":"))
        khct_out_char(r->out, ':'); /* the language drops one */
    size_t length = strlen(key);
    for (size_t n = length; !items && n <= (width > length ? width : length); n++)
        khct_out_char(r->out, ' ');
    khct_out_str(r->out, prefix);
    if (prefix.n > 0 && w->list.n > 0)
        khct_out_char(r->out, ' ');
    if (w->stated)
        khct_out_char(r->out, '-');
    khct_piece_place place = prefix.n > 0 ? KHCT_VALUE_MORE : KHCT_VALUE_BEGIN;
    if (quoted)
        KHCT_OUT(r->out, "\"\"\"", first, "\"\"\"");
    for (size_t i = 0; !quoted && i < w->list.n; i++)
        write_paragraph(r, block, w, i, depth, place);
    khct_out_cstr(r->out, ";\n");
}

static khct_from_text one(khct_from *r, khct_str line)
{
    khct_from_text w = {0};
    if (line.n > 0)
        khct_push(r->arena, &w.list) = (khct_from_paragraph){KHCT_PARAGRAPH, line};
    return w;
}

/* True of an object, a list; else that is told. */
static bool is_object(khct_from *r, const khct_from_path *at, const json_t *json)
{
    if (!json_is_object(json))
        khct_from_fail(r, at, KHCT_T_JSON_WANTS_OBJECT, "");
    return json_is_object(json);
}

static bool is_list(khct_from *r, const khct_from_path *at, const json_t *json)
{
    if (!json_is_array(json))
        khct_from_fail(r, at, KHCT_T_JSON_WANTS_LIST, "");
    return json_is_array(json);
}

static bool has_key(khct_json_shape shape, const char *key)
{
    KHCT_EACH_MEMBER (m, shape)
        if (strcmp(khct_json_name(m->key), key) == 0)
            return true;
    return false;
}

static void check_keys(khct_from *r, const khct_from_path *at, json_t *json, khct_json_shape shape)
{
    const char *key;
    json_t *value;
    json_object_foreach (json, key, value)
        if (!has_key(shape, key))
            khct_from_fail(r, at, KHCT_T_JSON_KEY, key);
}

static void write_field(khct_from *r, const khct_from_path *at, khct_block block,
                        const khct_place *place, json_t *json, unsigned depth, size_t width)
{
    khct_json_member shape = khct_json_value_of(place->type);
    khct_from_text w = {0};
    if (json_is_object(json)) /* words and meaning */
        check_keys(r, at, json,
                   shape.kind == KHCT_JSON_OBJECT ? khct_json_shape_named(shape.detail)
                                                  : KHCT_JSON_SHAPE_COUNT);
    if (json_is_null(json))
        w.stated = true;
    else if (shape.flags & KHCT_JSON_MANY)
        w = one(r, khct_from_names(r, at, json));
    else
        w = khct_from_words(r, at, json);
    if (khct_from_failed(r))
        return;
    khct_from_claim_add(r, at, place->keyword)->words = w;
    write_value(r, block, place->keyword, KHCT_STR(""), &w, depth, width);
}

/* --- declarations without a block --- */

static const json_t *member(khct_from *r, const khct_from_path *at, const json_t *json,
                            unsigned key, khct_from_path *own)
{
    const char *name = khct_json_name(key);
    const json_t *value = json_object_get(json, name);
    if (value == NULL)
        khct_from_fail(r, at, KHCT_T_JSON_MISSING, name);
    khct_from_below(own, at, name);
    return value;
}

static khct_str use_prefix(khct_from *r, const khct_from_path *at, json_t *json,
                           khct_from_path *own)
{
    static const khct_keyword KINDS[] = {KHCT_K_DANHMUC, KHCT_K_MAU, KHCT_K_VANBAN};
    for (size_t i = 0; i < sizeof KINDS / sizeof KINDS[0]; i++) {
        const char *name = khct_json_name(KINDS[i]);
        const json_t *id = json_object_get(json, name);
        if (id == NULL)
            continue;
        return KHCT_JOIN(r->arena, name, " ", khct_from_id(r, khct_from_below(own, at, name), id));
    }
    khct_from_fail(r, at, KHCT_T_JSON_MISSING, khct_json_name(KHCT_K_DANHMUC));
    return KHCT_STR("");
}

/* What is declared: the ID, of an allowance its criterion, in *prefix; the words after it in *w.
 * Those of an allowance must not read as its criterion. */
static void read_declared(khct_from *r, const khct_from_path *at, const json_t *json,
                          bool allowance, khct_str *prefix, khct_from_text *w)
{
    const char *key = khct_json_name(KHCT_K_TIEUCHI), *words = khct_json_name(KHCT_J_WORDS);
    khct_from_path own;
    size_t length;
    const json_t *id = member(r, at, json, KHCT_K_MA, &own);
    const json_t *criterion = json_object_get(json, key), *text = json_object_get(json, words);
    bool of_criterion = criterion != NULL && !json_is_null(criterion);
    *prefix = khct_from_id(r, &own, id);
    if (of_criterion)
        *prefix = KHCT_JOIN(r->arena, *prefix, " ", key, " ",
                            khct_from_criterion(r, khct_from_below(&own, at, key), criterion));
    if (text == NULL || (allowance && json_is_null(text))) {
        if (!allowance)
            khct_from_fail(r, at, KHCT_T_JSON_MISSING, words);
        return;
    }
    khct_str line = khct_from_line(r, khct_from_below(&own, at, words), text);
    if (allowance && !of_criterion &&
        khct_keyword_here(r->vocabulary, KHCT_K_TIEUCHI, line, &length))
        khct_from_fail(r, &own, KHCT_T_JSON_REASON, "");
    if (of_criterion && khct_str_starts(line, ":")) /* the language drops one after a criterion */
        *prefix = khct_str_cat(r->arena, *prefix, KHCT_STR(":"));
    *w = one(r, line);
}

static void write_line(khct_from *r, const khct_from_path *at, const khct_place *place,
                       json_t *json)
{
    khct_from_path own;
    khct_from_text w = {0};
    khct_str prefix;
    if (!is_object(r, at, json))
        return;
    check_keys(r, at, json, khct_json_shape_named(khct_json_value_of(place->type).detail));
    if (place->type == KHCT_TYPE_USE)
        prefix = use_prefix(r, at, json, &own);
    else
        read_declared(r, at, json, place->type == KHCT_TYPE_ALLOWANCE, &prefix, &w);
    if (khct_from_failed(r))
        return;
    khct_from_claim *claim = khct_from_claim_add(r, at, place->keyword);
    claim->words = w;
    claim->prefix = prefix.n;
    write_value(r, KHCT_B_TOP, place->keyword, prefix, &w, 0, 0);
}

/* --- blocks --- */

static void say(khct_from *r, khct_str text)
{
    khct_from_claim *claim = &r->claims.at[r->claims.n - 1];
    claim->said = claim->said.p == NULL ? text : KHCT_JOIN(r->arena, claim->said, " ", text);
    khct_out_char(r->out, ' ');
    khct_escape(r->out, r->vocabulary, KHCT_B_TOP, text, KHCT_IN_HEADING, false);
}

static void say_word(khct_from *r, khct_keyword keyword)
{
    say(r, khct_str_of(khct_keyword_at(keyword)->unmarked));
}

static void check_title(khct_from *r, const khct_from_path *at, khct_str title, bool targeted)
{
    static const khct_keyword WORDS[] = {KHCT_K_MUC, KHCT_K_DUYTRI, KHCT_K_KHONGDAT};
    size_t length;
    for (size_t i = 0; !targeted && i < sizeof WORDS / sizeof WORDS[0]; i++)
        if (khct_keyword_here(r->vocabulary, WORDS[i], title, &length))
            khct_from_fail(r, at, KHCT_T_JSON_TITLE, "");
}

/* One part of a heading. True where it was a target, after which a title may say anything. */
static bool write_head(khct_from *r, const khct_from_path *at, khct_block block,
                       const khct_json_member *m, json_t *json, bool targeted)
{
    switch (m->kind) {
    case KHCT_JSON_CRITERION: say(r, khct_from_criterion(r, at, json)); break;
    case KHCT_JSON_BOOL:
        if (!json_is_boolean(json))
            khct_from_fail(r, at, KHCT_T_JSON_WANTS_BOOL, "");
        if (json_is_true(json)) {
            say_word(r, (khct_keyword)m->key);
            return true;
        }
        break;
    case KHCT_JSON_INT:
        if (m->key == KHCT_K_MUC || m->key == KHCT_K_TIEUCHUAN)
            say_word(r, (khct_keyword)m->key);
        say(r, khct_from_number(r, at, json));
        return m->key == KHCT_K_MUC;
    case KHCT_JSON_OBJECT: /* a school year, a time, criteria */
        if (json_is_object(json))
            check_keys(r, at, json, khct_json_shape_named(m->detail));
        if (m->key != KHCT_K_THOIGIAN)
            say_word(r, (khct_keyword)m->key);
        say(r, khct_from_line(r, at, json));
        break;
    default: {
        khct_str text = khct_from_line(r, at, json);
        if (m->key == KHCT_K_TEN && (block == KHCT_B_TIEUCHI || block == KHCT_B_KHOAN))
            check_title(r, at, text, targeted);
        say(r, text);
        khct_from_claim *claim = &r->claims.at[r->claims.n - 1];
        claim->title = text;
        claim->at = khct_from_path_copy(r->arena, at);
        break;
    }
    }
    return targeted;
}

static void write_heading(khct_from *r, const khct_from_path *at, khct_block block,
                          const json_t *json, unsigned depth)
{
    khct_json_member head[KHCT_JSON_HEAD_MOST];
    size_t count = khct_json_head_of(block, head);
    bool targeted = false;
    khct_from_claim *claim = khct_from_claim_add(r, at, khct_block_at(block)->keyword);
    claim->heading = true;
    claim->block = block;
    indent(r, depth);
    khct_out_cstr(r->out, khct_keyword_at(khct_block_at(block)->keyword)->unmarked);
    for (size_t i = 0; i < count && !khct_from_failed(r); i++) {
        khct_from_path own;
        const char *key = khct_json_name(head[i].key);
        json_t *value = json_object_get(json, key);
        if (value != NULL && !json_is_null(value))
            targeted =
                write_head(r, khct_from_below(&own, at, key), block, &head[i], value, targeted);
        else if (head[i].flags & KHCT_JSON_NEEDED)
            khct_from_fail(r, at, KHCT_T_JSON_MISSING, key);
    }
    khct_out_cstr(r->out, " <\n");
}

static bool is_head(khct_block block, const char *key)
{
    khct_json_member head[KHCT_JSON_HEAD_MOST];
    size_t count = khct_json_head_of(block, head);
    for (size_t i = 0; i < count; i++)
        if (strcmp(khct_json_name(head[i].key), key) == 0)
            return true;
    return false;
}

static const khct_place *place_named(khct_block block, const char *key)
{
    KHCT_EACH_PLACE (place, block)
        if (strcmp(khct_keyword_at(place->keyword)->unmarked, key) == 0)
            return place;
    return NULL;
}

static bool is_key(const char *key, unsigned id)
{
    return strcmp(key, khct_json_name(id)) == 0;
}

/* Keys that the block does not have; in a block with its items in order, fields of their own too.
 */
static void check_block_keys(khct_from *r, const khct_from_path *at, khct_block block, json_t *json,
                             bool top)
{
    const char *key;
    json_t *value;
    bool ordered = khct_json_in_order(block);
    json_object_foreach (json, key, value) {
        bool known = is_head(block, key) || is_key(key, KHCT_K_VITRI) ||
                     (top && is_key(key, KHCT_J_RANK)) ||
                     (ordered ? is_key(key, KHCT_J_ITEMS) : place_named(block, key) != NULL);
        if (!known)
            khct_from_fail(r, at, KHCT_T_JSON_KEY, key);
    }
}

static size_t width_of(khct_block block, const json_t *json)
{
    size_t width = 0;
    KHCT_EACH_PLACE (place, block) {
        const char *key = khct_keyword_at(place->keyword)->unmarked;
        if (place->how == KHCT_FIELD && json_object_get(json, key) != NULL && strlen(key) > width)
            width = strlen(key);
    }
    return width;
}

static void write_block(khct_from *r, const khct_from_path *at, const khct_place *place,
                        json_t *json, unsigned depth);

static void write_item(khct_from *r, const khct_from_path *at, khct_block block,
                       const khct_place *place, json_t *json, unsigned depth, size_t width)
{
    if (place->how == KHCT_DECLARATION)
        write_block(r, at, place, json, depth);
    else
        write_field(r, at, block, place, json, depth, width);
}

/* A member of a block: one value, or a list of them. */
static void write_member(khct_from *r, const khct_from_path *at, khct_block block,
                         const khct_place *place, json_t *json, unsigned depth, size_t width)
{
    if (place->times == KHCT_ONCE) {
        write_item(r, at, block, place, json, depth, width);
        return;
    }
    if (!is_list(r, at, json))
        return;
    for (size_t i = 0; i < json_array_size(json) && !khct_from_failed(r); i++) {
        khct_from_path index = {at, NULL, i};
        write_item(r, &index, block, place, json_array_get(json, i), depth, width);
    }
}

/* One of the items in order: `{"doan": …}`. */
static void write_ordered(khct_from *r, const khct_from_path *at, khct_block block, json_t *json,
                          unsigned depth)
{
    const khct_place *found = NULL;
    const char *key, *name = "";
    json_t *value, *item = NULL;
    if (!is_object(r, at, json))
        return;
    json_object_foreach (json, key, value) {
        const khct_place *place = place_named(block, key);
        if (is_key(key, KHCT_J_SPAN))
            continue;
        if (place == NULL || found != NULL) {
            khct_from_fail(r, at, place == NULL ? KHCT_T_JSON_KEY : KHCT_T_JSON_ONE_KEY, key);
            return;
        }
        found = place;
        item = value;
        name = key;
    }
    khct_from_path own;
    if (found == NULL)
        khct_from_fail(r, at, KHCT_T_JSON_ONE_KEY, "");
    else
        write_item(r, khct_from_below(&own, at, name), block, found, item, depth, 0);
}

static void write_items(khct_from *r, const khct_from_path *at, khct_block block,
                        const json_t *json, unsigned depth)
{
    khct_from_path own;
    const char *key = khct_json_name(KHCT_J_ITEMS);
    const json_t *items = json_object_get(json, key);
    khct_from_below(&own, at, key);
    if (items == NULL || !is_list(r, &own, items))
        return;
    for (size_t i = 0; i < json_array_size(items) && !khct_from_failed(r); i++) {
        khct_from_path index = {&own, NULL, i};
        write_ordered(r, &index, block, json_array_get(items, i), depth);
    }
}

static void write_block(khct_from *r, const khct_from_path *at, const khct_place *place,
                        json_t *json, unsigned depth)
{
    khct_block block = place->opens;
    if (!is_object(r, at, json))
        return;
    check_block_keys(r, at, block, json, depth == 0);
    write_heading(r, at, block, json, depth);
    size_t width = width_of(block, json);
    if (khct_json_in_order(block))
        write_items(r, at, block, json, depth + 1);
    else
        KHCT_EACH_PLACE (inner, block) {
            const char *key = khct_keyword_at(inner->keyword)->unmarked;
            json_t *value = json_object_get(json, key);
            khct_from_path own;
            if (value != NULL && !is_head(block, key))
                write_member(r, khct_from_below(&own, at, key), block, inner, value, depth + 1,
                             width);
        }
    indent(r, depth);
    khct_out_cstr(r->out, ">\n");
}

/* --- the whole --- */

typedef struct top {
    const khct_place *place;
    json_t *json;
    khct_from_path key, index; /* `index` only in a list */
    bool listed;
    json_int_t rank;
    size_t number; /* as read: keeps the order of equals */
} top;

static int by_rank(const void *left, const void *right)
{
    const top *a = *(top *const *)left, *b = *(top *const *)right;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    return a->number < b->number ? -1 : 1;
}

typedef KHCT_VEC(top *) tops;

static void add_top(khct_from *r, tops *list, const khct_place *place, json_t *json, size_t index)
{
    top *t = khct_alloc(r->arena, sizeof *t);
    const json_t *rank = json_object_get(json, khct_json_name(KHCT_J_RANK));
    *t = (top){.place = place,
               .json = json,
               .key = {NULL, khct_keyword_at(place->keyword)->unmarked, 0},
               .listed = place->times == KHCT_MANY,
               .rank = json_is_integer(rank) ? json_integer_value(rank) : INT32_MAX,
               .number = list->n};
    t->index = (khct_from_path){&t->key, NULL, index};
    khct_from_path own;
    if (rank != NULL && !json_is_integer(rank))
        khct_from_fail(
            r, khct_from_below(&own, t->listed ? &t->index : &t->key, khct_json_name(KHCT_J_RANK)),
            KHCT_T_JSON_WANTS_NUMBER, "");
    khct_push(r->arena, list) = t;
}

/* All items at the top, in the order of their `tt`; those without one after, by the table. */
static tops collect(khct_from *r)
{
    tops list = {0};
    KHCT_EACH_PLACE (place, KHCT_B_TOP) {
        khct_from_path at = {NULL, khct_keyword_at(place->keyword)->unmarked, 0};
        json_t *json = json_object_get(r->root, at.key);
        if (place->times == KHCT_ONCE && json != NULL && !json_is_null(json))
            add_top(r, &list, place, json, 0);
        if (place->times == KHCT_ONCE || json == NULL)
            continue;
        is_list(r, &at, json);
        for (size_t k = 0; k < json_array_size(json); k++)
            add_top(r, &list, place, json_array_get(json, k), k);
    }
    khct_sort_vec(r->arena, &list, by_rank);
    return list;
}

/* What a line of `-t jsonl` says of the file, and not of the plan. */
static bool is_of_line(const char *key)
{
    return strcmp(key, "tep") == 0 || strcmp(key, "tinhtrang") == 0 || strcmp(key, "coloi") == 0;
}

static void check_root(khct_from *r)
{
    const char *key, *version;
    json_t *value;
    if (!is_object(r, NULL, r->root))
        return;
    version = json_string_value(json_object_get(r->root, khct_json_name(KHCT_J_VERSION)));
    khct_from_path own = {NULL, khct_json_name(KHCT_J_VERSION), 0};
    if (version == NULL || strncmp(version, KHCT_JSON_MAJOR, strlen(KHCT_JSON_MAJOR)) != 0)
        khct_from_fail(r, &own, KHCT_T_JSON_VERSION, KHCT_JSON_VERSION);
    json_object_foreach (r->root, key, value)
        if (!is_key(key, KHCT_J_VERSION) && !is_key(key, KHCT_J_DERIVED) &&
            !is_key(key, KHCT_J_DIAGNOSTICS) && !is_of_line(key) &&
            place_named(KHCT_B_TOP, key) == NULL)
            khct_from_fail(r, NULL, KHCT_T_JSON_KEY, key);
}

static void read_root(void *context)
{
    khct_from *r = context;
    check_root(r);
    tops list = {0};
    if (!khct_from_failed(r))
        list = collect(r);
    for (size_t i = 0; i < list.n && !khct_from_failed(r); i++) {
        const top *t = list.at[i];
        bool line = t->place->how == KHCT_LINE;
        if (i > 0 && !(line && list.at[i - 1]->place->how == KHCT_LINE))
            khct_out_char(r->out, '\n');
        const khct_from_path *at = t->listed ? &t->index : &t->key;
        if (line)
            write_line(r, at, t->place, t->json);
        else
            write_block(r, at, t->place, t->json, 0);
    }
    if (khct_out_finish(r->out) != 0)
        khct_arena_fail(r->arena);
    if (!khct_from_failed(r))
        r->text = khct_str_copy(r->arena, khct_out_text(r->out));
    if (!khct_from_failed(r))
        khct_from_hold(r);
}

/* What jansson says stands there: between quotes at the end of its text. */
static khct_str near(khct_str text)
{
    size_t at = khct_str_find(text, KHCT_STR("near '"));
    return at == text.n ? KHCT_STR("") : khct_str_sub(text, at + strlen("near '"), text.n - 1);
}

/* What is wrong; *word is what stands there. */
static khct_text_id syntax_text(enum json_error_code code, khct_str text, khct_str *word)
{
    khct_str half = KHCT_STR("invalid Unicode '"); /* and the escape */
    if (khct_str_starts(text, half.p)) {
        size_t end = khct_str_find(khct_str_sub(text, half.n, text.n), KHCT_STR("'"));
        *word = khct_str_sub(text, half.n, half.n + end);
        return KHCT_T_JSON_HALF;
    }
    if (khct_str_starts(text, "control character") || khct_str_starts(text, "unexpected newline"))
        return KHCT_T_JSON_RAW;
    switch (code) {
    case json_error_premature_end_of_input: return KHCT_T_JSON_ENDS;
    case json_error_end_of_input_expected: return KHCT_T_JSON_GOES_ON;
    case json_error_duplicate_key: return KHCT_T_JSON_TWICE;
    case json_error_invalid_utf8: return KHCT_T_JSON_UTF8;
    case json_error_null_character:
    case json_error_null_byte_in_key: return KHCT_T_JSON_NUL;
    case json_error_numeric_overflow: return KHCT_T_JSON_BIG;
    case json_error_stack_overflow: return KHCT_T_JSON_DEEP;
    default: return KHCT_T_JSON_SYNTAX;
    }
}

/* The number that ends at byte `end`; of a long one jansson says nothing. */
static khct_str number_before(khct_str bytes, size_t end)
{
    size_t begin = end;
    while (begin > 0 && strchr("0123456789+-.eE", bytes.p[begin - 1]) != NULL)
        begin--;
    return khct_str_sub(bytes, begin, end);
}

static void report_syntax(khct_from *r, const json_error_t *error)
{
    enum json_error_code code = json_error_code(error);
    if (code == json_error_out_of_memory)
        khct_arena_fail(r->arena);
    size_t end = error->position > 0 ? (size_t)error->position : 0;
    if (code == json_error_invalid_utf8) /* jansson counts only what it could read */
        end = khct_utf8_scan(r->bytes, 0).at + 1;
    if (end > r->bytes.n)
        end = r->bytes.n;
    khct_str text = khct_str_copy(r->arena, khct_str_of(error->text));
    khct_str word = code == json_error_numeric_overflow ? number_before(r->bytes, end) : near(text);
    khct_text_id what = syntax_text(code, text, &word);
    size_t length = code == json_error_numeric_overflow ? word.n : end > 0;
    r->fault = (khct_fault){KHCT_MSG_OF(what, word), end - length, end};
}

khct_fault khct_from_json(khct_arena *arena, const khct_vocabulary *vocabulary, khct_str bytes,
                          khct_str *text)
{
    bool mark = khct_str_starts(bytes, "\xEF\xBB\xBF");
    khct_from r = {.arena = arena,
                   .vocabulary = vocabulary,
                   .bytes = mark ? khct_str_sub(bytes, 3, bytes.n) : bytes,
                   .fault = {KHCT_MSG0(NONE), 0, 0}};
    json_error_t error;
    r.out = khct_out_new();
    if (r.out == NULL)
        khct_arena_fail(arena);
    r.root = json_loadb(r.bytes.p, r.bytes.n, JSON_REJECT_DUPLICATES, &error);
    bool done = true;
    if (r.root != NULL)
        done = khct_try(arena, read_root, &r);
    json_decref(r.root);
    khct_out_free(r.out);
    if (!done)
        khct_arena_fail(arena);
    if (r.root == NULL)
        report_syntax(&r, &error);
    if (mark) {
        r.fault.begin += 3;
        r.fault.end += 3;
    }
    *text = r.text;
    return r.fault;
}
