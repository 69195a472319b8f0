#include "import/parts.h"

khct_in_fault khct_in_unzip_fault(khct_unzip_fault fault, khct_str part)
{
    switch (fault) {
    case KHCT_UNZIP_FINE: return KHCT_IN_FINE;
    case KHCT_UNZIP_TOO_LARGE:
        return part.n == 0 ? (khct_in_fault){KHCT_KH8031, KHCT_MSG0(IN_BOMB_ALL)}
                           : (khct_in_fault){KHCT_KH8031, KHCT_MSG(IN_BOMB, part)};
    case KHCT_UNZIP_TWICE: return (khct_in_fault){KHCT_KH8031, KHCT_MSG(IN_TWO_PARTS, part)};
    case KHCT_UNZIP_NAME: return (khct_in_fault){KHCT_KH8031, KHCT_MSG0(IN_BAD_NAME)};
    case KHCT_UNZIP_SEALED: return (khct_in_fault){KHCT_KH8030, KHCT_MSG0(IN_SEALED)};
    case KHCT_UNZIP_METHOD: return (khct_in_fault){KHCT_KH8030, KHCT_MSG(IN_METHOD, part)};
    case KHCT_UNZIP_SUM: return (khct_in_fault){KHCT_KH8030, KHCT_MSG(IN_DAMAGED, part)};
    default: return (khct_in_fault){KHCT_KH8030, KHCT_MSG0(IN_BROKEN)};
    }
}

khct_in_fault khct_in_part(khct_arena *arena, const khct_unzip *archive, khct_str name,
                           bool may_lack, const khct_xml_handler *handler)
{
    const khct_unzip_part *part = khct_unzip_find(archive, name);
    if (part == NULL)
        return may_lack ? KHCT_IN_FINE : (khct_in_fault){KHCT_KH8030, KHCT_MSG(IN_NO_PART, name)};
    khct_str bytes;
    khct_unzip_fault fault = khct_unzip_read(arena, archive, part, &bytes);
    if (fault != KHCT_UNZIP_FINE)
        return khct_in_unzip_fault(fault, name);
    switch (khct_xml_read(arena, bytes, handler)) {
    case KHCT_XML_FINE: return KHCT_IN_FINE;
    case KHCT_XML_DOCTYPE: return (khct_in_fault){KHCT_KH8031, KHCT_MSG(IN_DOCTYPE, name)};
    case KHCT_XML_DEEP: return (khct_in_fault){KHCT_KH8031, KHCT_MSG(IN_DEEP, name)};
    default: return (khct_in_fault){KHCT_KH8030, KHCT_MSG(IN_DAMAGED, name)};
    }
}

/* --- relations --- */

typedef struct relating {
    khct_arena *arena;
    khct_str folder; /* of the part: "word/" */
    khct_in_relations *relations;
} relating;

/* A target counts from the folder of its part: "media/x" and "../x" too. */
static khct_str resolve(khct_arena *arena, khct_str folder, khct_str target)
{
    if (khct_str_starts(target, "/"))
        return khct_str_copy(arena, khct_str_sub(target, 1, target.n));
    while (khct_str_starts(target, "../")) {
        target = khct_str_sub(target, 3, target.n);
        size_t n = folder.n > 0 ? folder.n - 1 : 0;
        while (n > 0 && folder.p[n - 1] != '/')
            n--;
        folder.n = n;
    }
    return khct_str_cat(arena, folder, target);
}

static void on_open(void *context, const char *name, khct_xml_attributes attributes)
{
    relating *r = context;
    if (!khct_xml_is(name, "p:Relationship") ||
        khct_str_is(khct_xml_get(attributes, "TargetMode"), "External"))
        return;
    khct_str type = khct_xml_get(attributes, "Type");
    size_t from = type.n;
    while (from > 0 && type.p[from - 1] != '/')
        from--;
    khct_push(r->arena, r->relations) = (khct_in_relation){
        .id = khct_xml_kept(r->arena, attributes, "Id"),
        .type = khct_str_copy(r->arena, khct_str_sub(type, from, type.n)),
        .target = resolve(r->arena, r->folder, khct_xml_get(attributes, "Target")),
    };
}

khct_in_fault khct_in_relations_of(khct_arena *arena, const khct_unzip *archive, khct_str part,
                                   khct_in_relations *relations)
{
    size_t cut = part.n;
    while (cut > 0 && part.p[cut - 1] != '/')
        cut--;
    khct_str folder = khct_str_sub(part, 0, cut), name = khct_str_sub(part, cut, part.n);
    khct_str path = KHCT_JOIN(arena, folder, "_rels/", name, ".rels");
    relating r = {arena, folder, relations};
    khct_xml_handler handler = {.context = &r, .open = on_open};
    return khct_in_part(arena, archive, path, true, &handler);
}

static khct_str target_of(const khct_in_relations *relations, const char *type, const char *other)
{
    for (size_t i = 0; i < relations->n; i++)
        if (khct_str_is(relations->at[i].type, type))
            return relations->at[i].target;
    return khct_str_of(other);
}

khct_in_fault khct_in_read_office(khct_arena *arena, const khct_unzip *archive, const char *main,
                                  const khct_in_office_part *parts, size_t count,
                                  khct_in_relations *relations)
{
    khct_in_relations top = {0};
    khct_in_fault fault = khct_in_relations_of(arena, archive, KHCT_STR(""), &top);
    khct_str path = target_of(&top, "officeDocument", main);
    if (fault.code == KHCT_CODE_COUNT)
        fault = khct_in_relations_of(arena, archive, path, relations);
    for (size_t i = 0; i < count && fault.code == KHCT_CODE_COUNT; i++) {
        const khct_in_office_part *part = &parts[i];
        bool is_main = part->type == NULL;
        fault = khct_in_part(arena, archive,
                             is_main ? path : target_of(relations, part->type, part->name),
                             !is_main, &part->handler);
    }
    return fault;
}
