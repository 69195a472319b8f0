/* Documents taken in. The first byte chooses what the rest is: pasted text, or the main part of a
 * document of Word, LibreOffice or a spreadsheet, which is then packed into an archive. */
#include "fuzz.h"

#include "import/import.h"
#include "import/understand.h"
#include "text/zip.h"

typedef struct packing {
    khct_arena *arena;
    khct_out *out;
    const char *name;
    khct_str part;
} packing;

static void pack(void *context)
{
    packing *p = context;
    static const char book[] =
        "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
        "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
        "<sheets><sheet name='a' r:id='r'/></sheets></workbook>";
    static const char relations[] =
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        "<Relationship Id='r' Type='x/worksheet' Target='worksheets/sheet1.xml'/></Relationships>";
    khct_zip *zip = khct_zip_new(p->arena, p->out);
    if (strcmp(p->name, "content.xml") == 0)
        khct_out_cstr(khct_zip_part(zip, KHCT_STR("mimetype")),
                      "application/vnd.oasis.opendocument.text");
    if (strncmp(p->name, "xl/", 3) == 0) {
        khct_out_cstr(khct_zip_part(zip, KHCT_STR("xl/workbook.xml")), book);
        khct_out_cstr(khct_zip_part(zip, KHCT_STR("xl/_rels/workbook.xml.rels")), relations);
    }
    khct_out_str(khct_zip_part(zip, khct_str_of(p->name)), p->part);
    khct_zip_end(zip);
}

typedef struct taking {
    khct_library *library;
    khct_str bytes;
} taking;

/* Nothing is lost: each paragraph has its place. */
static void all_used(const khct_in_document *d)
{
    for (size_t i = 0; i < d->body.n; i++) {
        const khct_in_block *b = &d->body.at[i];
        fuzz_require(b->paragraph == NULL || b->paragraph->used, "a paragraph has a place");
        for (size_t c = 0; b->table != NULL && c < b->table->cells.n; c++)
            for (size_t k = 0; k < b->table->cells.at[c].lines.n; k++)
                fuzz_require(b->table->cells.at[c].lines.at[k]->used, "a cell has a place");
    }
    for (size_t i = 0; i < d->aside.n; i++)
        fuzz_require(d->aside.at[i]->used, "what stands aside has a place");
}

static void take_in(void *context)
{
    taking *t = context;
    khct_arena *arena = t->library->arena;
    khct_in_document *document;
    khct_in_fault fault = khct_in_read(arena, t->bytes, &document);
    if (fault.code != KHCT_CODE_COUNT)
        return;
    khct_in_plans plans = khct_in_understand(arena, t->library, document);
    all_used(document);
    for (size_t i = 0; i < plans.n; i++) {
        khct_sources sources = {.arena = arena};
        khct_diags diags = {.arena = arena, .sources = &sources};
        khct_in_plan *u = plans.at[i];
        khct_str text = khct_sketch_write(arena, t->library->vocabulary, u->top, &u->remarks,
                                          KHCT_STR("x"), &diags);
        fuzz_utf8(text);
        fuzz_diags(&diags);
        khct_sources again = {.arena = arena};
        khct_diags said = {.arena = arena, .sources = &again};
        khct_loader loader = {.diags = &said, .vocabulary = t->library->vocabulary, .alone = true};
        khct_document *read = khct_load_text(&loader, KHCT_STR("x"), text, false);
        fuzz_require(!read->files.at[0].tree->broken, "what is written has no syntax errors");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const PARTS[] = {NULL, "word/document.xml", "content.xml",
                                        "xl/worksheets/sheet1.xml"};
    if (size < 1)
        return 0;
    khct_str rest = {(const char *)bytes + 1, size - 1};
    taking t = {fuzz_library(300), rest};
    khct_arena *arena = khct_arena_new();
    khct_out *out = fuzz_out();
    packing p = {arena, out, PARTS[bytes[0] % 4], rest};
    if (t.library != NULL && arena != NULL) {
        if (p.name != NULL && khct_try(arena, pack, &p))
            t.bytes = fuzz_out_text(out);
        khct_try(t.library->arena, take_in, &t);
    }
    fuzz_out_free(out);
    khct_arena_free(arena);
    return 0;
}
