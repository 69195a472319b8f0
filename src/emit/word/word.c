#include "emit/word/word.h"

#include "emit/word/build.h"

#define WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define MAIN                                                                                       \
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "                    \
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

/* With the plan's files on their way. */
static void put_if_carried(khct_docx *w, const char *text)
{
    if (w->bundle != NULL)
        khct_out_cstr(w->out, text);
}

static void put_types(khct_docx *w)
{
    khct_out_cstr(
        w->out,
        "<Types xmlns=\"" PACKAGE "content-types\">"
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
        "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD "document.main+xml\"/>"
        "<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD "styles+xml\"/>"
        "<Override PartName=\"/word/numbering.xml\" ContentType=\"" WORD "numbering+xml\"/>"
        "<Override PartName=\"/word/settings.xml\" ContentType=\"" WORD "settings+xml\"/>"
        "<Override PartName=\"/word/header1.xml\" ContentType=\"" WORD "header+xml\"/>"
        "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-"
        "package.core-properties+xml\"/><Override PartName=\"/docProps/app.xml\" ContentType=\""
        "application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>");
    put_if_carried(w, "<Override PartName=\"/customXml/itemProps1.xml\" ContentType=\"application/"
                      "vnd.openxmlformats-officedocument.customXmlProperties+xml\"/>");
    khct_out_cstr(w->out, "</Types>");
}

static void put_package_relations(khct_docx *w)
{
    khct_out_cstr(w->out, "<Relationships xmlns=\"" PACKAGE "relationships\">"
                          "<Relationship Id=\"vanban\" Type=\"" RELATION "officeDocument\" "
                          "Target=\"word/document.xml\"/>"
                          "<Relationship Id=\"ve\" Type=\"" PACKAGE "relationships/metadata/"
                          "core-properties\" Target=\"docProps/core.xml\"/>"
                          "<Relationship Id=\"boi\" Type=\"" RELATION "extended-properties\" "
                          "Target=\"docProps/app.xml\"/></Relationships>");
}

static void put_document_relations(khct_docx *w)
{
    static const char *const PARTS[][3] = {{"kieu", "styles", "styles.xml"},
                                           {"so", "numbering", "numbering.xml"},
                                           {"dat", "settings", "settings.xml"},
                                           {"dau", "header", "header1.xml"}};
    khct_out_cstr(w->out, "<Relationships xmlns=\"" PACKAGE "relationships\">");
    for (size_t i = 0; i < sizeof PARTS / sizeof PARTS[0]; i++)
        khct_out_format(w->out, "<Relationship Id=\"%s\" Type=\"" RELATION "%s\" Target=\"%s\"/>",
                        PARTS[i][0], PARTS[i][1], PARTS[i][2]);
    put_if_carried(w, "<Relationship Id=\"nguon\" Type=\"" RELATION "customXml\" "
                      "Target=\"../customXml/item1.xml\"/>");
    khct_out_cstr(w->out, "</Relationships>");
}

static void put_property(khct_docx *w, const char *name, khct_str text)
{
    if (text.n == 0)
        return;
    khct_out_format(w->out, "<%s>", name);
    khct_xml_text(w->out, text);
    khct_out_format(w->out, "</%s>", name);
}

/* Without a time: the same plan gives the same bytes. */
static void put_core(khct_docx *w)
{
    khct_out_cstr(w->out, "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\" "
                          "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">");
    put_property(w, "dc:title", w->page->title);
    put_property(w, "dc:subject", w->page->about);
    put_property(w, "dc:creator", w->page->author);
    khct_out_cstr(w->out, "<dc:language>vi-VN</dc:language></cp:coreProperties>");
}

/* The mark by which khct knows its own documents. */
static void put_application(khct_docx *w)
{
    khct_out_cstr(w->out, "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/"
                          "2006/extended-properties\"><Application>khct</Application>");
    put_property(w, "Company", w->page->author);
    khct_out_cstr(w->out, "</Properties>");
}

static void put_settings(khct_docx *w)
{
    khct_out_cstr(w->out,
                  "<w:settings " MAIN "><w:defaultTabStop w:val=\"567\"/>"
                  "<w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat>"
                  "<w:compatSetting w:name=\"compatibilityMode\" "
                  "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
                  "<w:themeFontLang w:val=\"vi-VN\"/><w:decimalSymbol w:val=\",\"/>"
                  "<w:listSeparator w:val=\";\"/></w:settings>");
}

static void put_header(khct_docx *w)
{
    khct_out_cstr(w->out, "<w:hdr " MAIN "><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>"
                          "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>2</w:t></w:r></w:fldSimple>"
                          "</w:p></w:hdr>");
}

static void put_document(khct_docx *w)
{
    khct_out_cstr(w->out, "<w:document " MAIN "><w:body>");
    khct_docx_head(w);
    khct_docx_body(w);
    khct_out_cstr(w->out, "</w:body></w:document>");
}

void khct_emit_word(khct_out *out, const khct_work *work, const khct_page *page,
                    const khct_emit_options *options)
{
    const khct_plan *plan = work->plan;
    /* numbering.xml comes after the document, which decides what it holds */
    static const struct {
        const char *name;
        void (*put)(khct_docx *w);
        bool carried; /* only where the plan's files travel along */
    } PARTS[] = {{"[Content_Types].xml", put_types, false},
                 {"_rels/.rels", put_package_relations, false},
                 {"docProps/core.xml", put_core, false},
                 {"docProps/app.xml", put_application, false},
                 {"word/_rels/document.xml.rels", put_document_relations, false},
                 {"word/settings.xml", put_settings, false},
                 {"word/styles.xml", khct_docx_styles, false},
                 {"word/header1.xml", put_header, false},
                 {"word/document.xml", put_document, false},
                 {"word/numbering.xml", khct_docx_numbering, false},
                 {"customXml/_rels/item1.xml.rels", khct_docx_sources_relations, true},
                 {"customXml/itemProps1.xml", khct_docx_sources_properties, true},
                 {"customXml/item1.xml", khct_docx_sources, true}};
    khct_docx w = {.arena = plan->arena,
                   .page = page,
                   .first = true,
                   .bundle = options->bundle,
                   .origins = options->origins,
                   .from = KHCT_NOWHERE};
    khct_docx_numbering_start(&w);
    khct_zip *zip = khct_zip_new(plan->arena, out);
    for (size_t i = 0; i < sizeof PARTS / sizeof PARTS[0]; i++) {
        if (PARTS[i].carried && w.bundle == NULL)
            continue;
        w.out = khct_zip_part(zip, khct_str_of(PARTS[i].name));
        khct_out_cstr(w.out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        PARTS[i].put(&w);
    }
    khct_zip_end(zip);
}
