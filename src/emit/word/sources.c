/* The plan's files as custom XML data of the document. */
#include "emit/word/build.h"

#include "emit/word/word.h"
#include "syntax/bundle.h"

/* A reader of XML takes CR LF for LF where it is not written so. */
static void put_text(khct_out *out, khct_str text)
{
    while (text.n > 0) {
        size_t n = khct_str_find(text, KHCT_STR("\r"));
        khct_xml_text(out, khct_str_sub(text, 0, n));
        if (n < text.n)
            khct_out_cstr(out, "&#13;");
        text = khct_str_sub(text, n < text.n ? n + 1 : n, text.n);
    }
}

void khct_docx_sources(khct_docx *w)
{
    khct_out_cstr(w->out, "<nguon xmlns=\"" KHCT_DOCX_SOURCES "\">");
    for (size_t i = 0; i < w->bundle->files.n; i++) {
        khct_out_cstr(w->out, "<tep ten=\"");
        khct_xml_text(w->out, w->bundle->files.at[i].name);
        khct_out_cstr(w->out, "\" xml:space=\"preserve\">");
        put_text(w->out, w->bundle->files.at[i].text);
        khct_out_cstr(w->out, "</tep>");
    }
    khct_out_cstr(w->out, "</nguon>");
}

void khct_docx_sources_properties(khct_docx *w)
{
    khct_out_cstr(w->out,
                  "<ds:datastoreItem ds:itemID=\"{6B686374-6E67-756F-6E00-000000000001}\" "
                  "xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\">"
                  "<ds:schemaRefs><ds:schemaRef ds:uri=\"" KHCT_DOCX_SOURCES "\"/>"
                  "</ds:schemaRefs></ds:datastoreItem>");
}

void khct_docx_sources_relations(khct_docx *w)
{
    khct_out_cstr(w->out,
                  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                  "relationships\"><Relationship Id=\"ve\" Type=\"http://schemas.openxmlformats."
                  "org/officeDocument/2006/relationships/customXmlProps\" "
                  "Target=\"itemProps1.xml\"/></Relationships>");
}
