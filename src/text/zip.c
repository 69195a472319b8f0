#include "text/zip.h"

#include <errno.h>
#ifndef KHCT_STORED
#include <zlib.h>
#endif

/* of the ZIP application note, version 6.3 */
enum {
    LOCAL = 0x04034b50,
    DESCRIPTOR = 0x08074b50,
    CENTRAL = 0x02014b50,
    DIRECTORY_END = 0x06054b50,
    NEEDS = 20,           /* version 2.0 */
    UTF8_NAMES = 1 << 11, /* flags */
    SIZES_AFTER = 1 << 3,
    DEFLATED = 8,
    FIRST_DAY = 1 << 5 | 1, /* 1 January 1980, the first that the format knows */
    MOST_PARTS = 0xFFFF,
};

static const uint64_t LARGEST = UINT32_MAX;

typedef struct part {
    khct_str name;
    uint64_t begin, packed, size;
    uint32_t crc;
} part;

struct khct_zip {
    khct_arena *arena;
    khct_out *out;
    uint64_t written; /* to `out` */
    bool open;        /* the last part is */
    KHCT_VEC(part) parts;
    khct_out content;
#ifndef KHCT_STORED
    z_stream stream;
    unsigned char packed[16 * 1024];
#endif
};

static void put_bytes(khct_zip *zip, const void *bytes, size_t n)
{
    khct_out_bytes(zip->out, bytes, n);
    zip->written += n;
}

/* `bytes` low bytes of a number, the lowest first. */
static void put(khct_zip *zip, uint64_t number, unsigned bytes)
{
    char all[8];
    for (unsigned i = 0; i < bytes; i++)
        all[i] = (char)(number >> (8 * i) & 0xFF);
    put_bytes(zip, all, bytes);
}

static void fail(khct_zip *zip, int error)
{
    if (zip->out->error == 0)
        zip->out->error = error;
}

static part *last(khct_zip *zip)
{
    return &zip->parts.at[zip->parts.n - 1];
}

/* What the header of a part and its entry in the directory have in common. */
static void put_facts(khct_zip *zip, const part *p, unsigned flags, unsigned method, bool sizes)
{
    put(zip, NEEDS, 2);
    put(zip, flags, 2);
    put(zip, method, 2);
    put(zip, 0, 2);
    put(zip, FIRST_DAY, 2);
    put(zip, sizes ? p->crc : 0, 4);
    put(zip, sizes ? p->packed : 0, 4);
    put(zip, sizes ? p->size : 0, 4);
    put(zip, p->name.n, 2);
    put(zip, 0, 2);
}

#ifndef KHCT_STORED

enum { FLAGS = UTF8_NAMES | SIZES_AFTER, METHOD = DEFLATED };

static voidpf give(voidpf arena, uInt items, uInt size)
{
    return khct_alloc_array(arena, items, size);
}

static void take(voidpf arena, voidpf address)
{
    (void)arena;
    (void)address;
}

static int pack(khct_zip *zip, const char *p, size_t n, int flush)
{
    z_stream *stream = &zip->stream;
    stream->next_in = (z_const Bytef *)p;
    stream->avail_in = (uInt)n;
    int state = Z_OK;
    do {
        stream->next_out = zip->packed;
        stream->avail_out = sizeof zip->packed;
        state = deflate(stream, flush);
        if (state == Z_STREAM_ERROR)
            return EIO;
        size_t made = sizeof zip->packed - stream->avail_out;
        last(zip)->packed += made;
        put_bytes(zip, zip->packed, made);
    } while (stream->avail_out == 0);
    return 0;
}

static int take_content(void *context, const char *p, size_t n)
{
    khct_zip *zip = context;
    part *now = last(zip);
    now->crc = (uint32_t)crc32(now->crc, (const Bytef *)p, (uInt)n);
    now->size += n;
    return pack(zip, p, n, Z_NO_FLUSH);
}

static void begin_content(khct_zip *zip)
{
    put(zip, LOCAL, 4);
    put_facts(zip, last(zip), FLAGS, METHOD, false);
    put_bytes(zip, last(zip)->name.p, last(zip)->name.n);
    if (deflateReset(&zip->stream) != Z_OK)
        fail(zip, EIO);
    khct_out_to_sink(&zip->content, take_content, zip);
}

static void end_content(khct_zip *zip)
{
    int error = khct_out_finish(&zip->content);
    if (error == 0)
        error = pack(zip, "", 0, Z_FINISH);
    fail(zip, error);
    put(zip, DESCRIPTOR, 4);
    put(zip, last(zip)->crc, 4);
    put(zip, last(zip)->packed, 4);
    put(zip, last(zip)->size, 4);
}

static void begin(khct_zip *zip)
{
    zip->stream.zalloc = give;
    zip->stream.zfree = take;
    zip->stream.opaque = zip->arena;
    /* without zlib's own head and check sum: ZIP has those of its own */
    if (deflateInit2(&zip->stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        fail(zip, EIO);
}

#else

enum { FLAGS = UTF8_NAMES, METHOD = 0 };

/* The check sum of ZIP: CRC-32 with the polynomial 0xEDB88320. */
static uint32_t crc_of(const char *p, size_t n)
{
    uint32_t crc = UINT32_MAX;
    for (size_t i = 0; i < n; i++) {
        crc ^= (unsigned char)p[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
    }
    return ~crc;
}

static void begin_content(khct_zip *zip)
{
    khct_out_to_memory(&zip->content);
}

static void end_content(khct_zip *zip)
{
    part *now = last(zip);
    fail(zip, khct_out_finish(&zip->content));
    khct_str text = khct_out_text(&zip->content);
    now->crc = crc_of(text.p, text.n);
    now->size = now->packed = text.n;
    put(zip, LOCAL, 4);
    put_facts(zip, now, FLAGS, METHOD, true);
    put_bytes(zip, now->name.p, now->name.n);
    put_bytes(zip, text.p, text.n);
    khct_out_release(&zip->content);
}

static void begin(khct_zip *zip)
{
    (void)zip;
}

#endif

static void end_part(khct_zip *zip)
{
    if (!zip->open)
        return;
    zip->open = false;
    end_content(zip);
    if (zip->written > LARGEST || last(zip)->size > LARGEST)
        fail(zip, EFBIG);
}

khct_zip *khct_zip_new(khct_arena *arena, khct_out *out)
{
    khct_zip *zip = khct_alloc(arena, sizeof *zip);
    zip->arena = arena;
    zip->out = out;
    begin(zip);
    return zip;
}

khct_out *khct_zip_part(khct_zip *zip, khct_str name)
{
    end_part(zip);
    if (zip->parts.n == MOST_PARTS || name.n > UINT16_MAX)
        fail(zip, EFBIG);
    khct_push(zip->arena, &zip->parts) = (part){.name = name, .begin = zip->written};
    zip->open = true;
    begin_content(zip);
    return &zip->content;
}

void khct_zip_end(khct_zip *zip)
{
    end_part(zip);
    uint64_t begin = zip->written;
    KHCT_FOR (p, &zip->parts) {
        put(zip, CENTRAL, 4);
        put(zip, NEEDS, 2);
        put_facts(zip, p, FLAGS, METHOD, true);
        put(zip, 0, 8); /* no comment, disk 0, no kinds of content */
        put(zip, 0, 2);
        put(zip, p->begin, 4);
        put_bytes(zip, p->name.p, p->name.n);
    }
    uint64_t size = zip->written - begin;
    put(zip, DIRECTORY_END, 4);
    put(zip, 0, 4); /* disk 0 */
    put(zip, zip->parts.n, 2);
    put(zip, zip->parts.n, 2);
    put(zip, size, 4);
    put(zip, begin, 4);
    put(zip, 0, 2);
    if (zip->written > LARGEST)
        fail(zip, EFBIG);
}

/* --- looking into one --- */

static size_t number_at(const char *p, unsigned bytes)
{
    size_t number = 0;
    while (bytes-- > 0)
        number = number << 8 | (unsigned char)p[bytes];
    return number;
}

/* The first bytes of a part that is packed in `from`, unpacked; how many. */
static size_t unpack_begin(khct_str from, size_t method, char *bytes, size_t n)
{
    if (method == 0) {
        n = from.n < n ? from.n : n;
        memcpy(bytes, from.p, n);
        return n;
    }
#ifndef KHCT_STORED
    z_stream stream = {.next_in = (z_const Bytef *)from.p,
                       .avail_in = from.n > UINT16_MAX ? UINT16_MAX : (uInt)from.n,
                       .next_out = (Bytef *)bytes,
                       .avail_out = (uInt)n};
    if (method != DEFLATED || inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return 0;
    inflate(&stream, Z_SYNC_FLUSH);
    inflateEnd(&stream);
    return n - stream.avail_out;
#else
    return 0;
#endif
}

bool khct_zip_holds(khct_str archive, khct_str name, khct_str words)
{
    enum { HEAD = 30, METHOD_AT = 8, NAME_AT = 26, EXTRA_AT = 28 };
    char begin[1024];
    size_t at = khct_str_find(archive, name);
    const char *found = archive.p + at;
    if (at == archive.n || at < HEAD || number_at(found - HEAD, 4) != LOCAL ||
        number_at(found - HEAD + NAME_AT, 2) != name.n)
        return false;
    size_t data = at + name.n + number_at(found - HEAD + EXTRA_AT, 2);
    if (data >= archive.n)
        return false;
    size_t n = unpack_begin(khct_str_sub(archive, data, archive.n),
                            number_at(found - HEAD + METHOD_AT, 2), begin, sizeof begin);
    return khct_str_find((khct_str){begin, n}, words) < n;
}
