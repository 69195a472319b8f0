#include "import/carried.h"

#include "import/parts.h"

typedef struct reading {
    khct_arena *arena;
    khct_in_carried *carried;
    unsigned depth;
    bool ours;      /* the part's root is */
    bool in_file;   /* in `tep`: text is its own */
    khct_strs text; /* of the open file */
    size_t size;    /* of all */
} reading;

static void refuse(khct_in_carried *c, khct_message why)
{
    if (c->fault.id == KHCT_T_NONE)
        c->fault = why;
}

/* --- the part --- */

static void begin_file(reading *r, khct_str name)
{
    khct_in_carried *c = r->carried;
    r->in_file = true;
    r->text.n = 0;
    if (!khct_bundle_name_is_fit(name) || khct_bundle_find(&c->bundle, name) != NULL)
        refuse(c, KHCT_MSG(CARRIED_NAME, khct_str_copy(r->arena, name)));
    else if (c->bundle.files.n >= KHCT_FILE_LIMIT)
        refuse(c, KHCT_MSG0(CARRIED_LARGE));
    else
        khct_push(r->arena, &c->bundle.files) =
            (khct_bundled){khct_str_copy(r->arena, name), KHCT_STR("")};
}

static void end_file(reading *r)
{
    khct_bundle *b = &r->carried->bundle;
    r->in_file = false;
    if (r->carried->fault.id == KHCT_T_NONE)
        b->files.at[b->files.n - 1].text = khct_str_join(r->arena, r->text.at, r->text.n);
}

static void on_open(void *context, const char *name, khct_xml_attributes attributes)
{
    reading *r = context;
    r->depth++;
    if (r->depth == 1) {
        r->ours = khct_xml_is(name, "k:nguon");
        if (r->ours && r->carried->there)
            refuse(r->carried, KHCT_MSG0(CARRIED_TWICE));
        r->carried->there |= r->ours;
    } else if (r->ours && r->depth == 2 && khct_xml_is(name, "k:tep")) {
        begin_file(r, khct_xml_get(attributes, "ten"));
    } else if (r->ours) {
        refuse(r->carried, KHCT_MSG0(CARRIED_DAMAGED));
    }
}

static void on_close(void *context, const char *name)
{
    reading *r = context;
    (void)name;
    if (r->depth == 2 && r->in_file)
        end_file(r);
    r->depth--;
}

static void on_text(void *context, khct_str text)
{
    reading *r = context;
    r->size += text.n;
    if (r->size > KHCT_SOURCE_LIMIT)
        refuse(r->carried, KHCT_MSG0(CARRIED_LARGE));
    if (r->in_file && r->carried->fault.id == KHCT_T_NONE)
        khct_push(r->arena, &r->text) = khct_str_copy(r->arena, text);
}

/* Whose a part is that cannot be read, nobody knows. */
static void read_part(khct_arena *arena, const khct_unzip *archive, khct_str name,
                      khct_in_carried *carried)
{
    reading r = {.arena = arena, .carried = carried};
    khct_xml_handler handler = {&r, on_open, on_close, on_text};
    if (khct_in_part(arena, archive, name, true, &handler).code == KHCT_CODE_COUNT)
        return;
    carried->there = true;
    refuse(carried, KHCT_MSG0(CARRIED_DAMAGED));
}

/* --- hidden text --- */

static void look_hidden(void *context, const char *name, khct_xml_attributes attributes)
{
    khct_str value = khct_xml_get(attributes, "w:val");
    bool off = khct_str_is(value, "0") || khct_str_is(value, "false") || khct_str_is(value, "off");
    if ((khct_xml_is(name, "w:vanish") || khct_xml_is(name, "w:webHidden")) && !off)
        refuse(context, KHCT_MSG0(CARRIED_HIDDEN));
}

khct_in_carried khct_in_carried_of(khct_arena *arena, const khct_unzip *archive)
{
    khct_in_carried carried = {0};
    static const char main[] = "word/document.xml";
    khct_xml_handler hidden = {.context = &carried, .open = look_hidden};
    const khct_in_office_part seen[] = {{NULL, NULL, hidden},
                                        {"styles", "word/styles.xml", hidden}};
    khct_in_relations relations = {0}, again = {0};
    carried.fault = KHCT_MSG0(NONE);
    khct_in_read_office(arena, archive, main, NULL, 0, &relations);
    for (size_t i = 0; i < relations.n; i++)
        if (khct_str_is(relations.at[i].type, "customXml"))
            read_part(arena, archive, relations.at[i].target, &carried);
    if (!carried.there)
        return carried;
    if (carried.bundle.files.n == 0)
        refuse(&carried, KHCT_MSG0(CARRIED_DAMAGED));
    khct_in_read_office(arena, archive, main, seen, sizeof seen / sizeof *seen, &again);
    return carried;
}
