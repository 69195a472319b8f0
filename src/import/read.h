/* From the bytes of a file to what it says. What the file is, its content tells, not its name. */
#ifndef KHCT_IMPORT_READ_H
#define KHCT_IMPORT_READ_H

#include "import/document.h"
#include "import/unzip.h"
#include "import/xml.h"

typedef enum khct_in_kind {
    KHCT_IN_DOCX,
    KHCT_IN_XLSX,
    KHCT_IN_ODT,
    KHCT_IN_ODS,
    KHCT_IN_HTML,
    KHCT_IN_TEXT,
    KHCT_IN_OLD,    /* .doc, .xls, .rtf: by way of LibreOffice */
    KHCT_IN_SEALED, /* locked by a password */
    KHCT_IN_SLIDES,
    KHCT_IN_PDF,
    KHCT_IN_PICTURE,
    KHCT_IN_PLAN, /* it is in the language already */
    KHCT_IN_EMPTY,
    KHCT_IN_BROKEN, /* an archive that cannot be read, or holds no document */
} khct_in_kind;

/* Why a file could not be read; code KHCT_CODE_COUNT: it could. */
typedef struct khct_in_fault {
    khct_code code;
    khct_message message;
} khct_in_fault;

#define KHCT_IN_FINE ((khct_in_fault){.code = KHCT_CODE_COUNT})

/* What the bytes are; *archive is filled where they are an archive that could be opened. */
khct_in_kind khct_in_kind_of(khct_arena *arena, khct_str bytes, khct_unzip *archive);

/* Reads a file; *document is what it says. In khct_try on the arena. */
khct_in_fault khct_in_read(khct_arena *arena, khct_str bytes, khct_in_document **document);

/* The same of pasted text in UTF-8, which is no file. Never NULL. */
khct_in_document *khct_in_read_pasted(khct_arena *arena, khct_str text);

#endif
