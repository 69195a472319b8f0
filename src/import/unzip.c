#include "import/unzip.h"

#include <zlib.h>

/* Sizes and places in the records (APPNOTE.TXT 4.3.6 to 4.3.16). */
enum {
    END_SIZE = 22,
    END_LOOK = 0xFFFF + END_SIZE, /* a comment may stand after it */
    ENTRY_SIZE = 46,
    LOCAL_SIZE = 30,
    FLAG_SEALED = 1,
    STORED = 0,
    DEFLATED = 8,
};

static uint32_t number(khct_str bytes, size_t at, unsigned count)
{
    uint32_t value = 0;
    for (unsigned i = count; i-- > 0;)
        value = value << 8 | (unsigned char)bytes.p[at + i];
    return value;
}

static bool is_record(khct_str bytes, size_t at, const char *sign)
{
    return memcmp(bytes.p + at, sign, 4) == 0;
}

/* The end record, or bytes.n. */
static size_t find_end(khct_str bytes)
{
    if (bytes.n < END_SIZE)
        return bytes.n;
    size_t least = bytes.n > END_LOOK ? bytes.n - END_LOOK : 0;
    for (size_t at = bytes.n - END_SIZE + 1; at-- > least;)
        if (is_record(bytes, at, "PK\5\6") && at + END_SIZE + number(bytes, at + 20, 2) <= bytes.n)
            return at;
    return bytes.n;
}

/* Absolute names, drives, backslashes, steps upwards, controls. */
static bool is_bad_name(khct_str name)
{
    if (name.n == 0 || name.p[0] == '/')
        return true;
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        bool first = i == 0 || name.p[i - 1] == '/';
        size_t left = name.n - i;
        if (c == '\\' || c == ':' || (unsigned char)c < 0x20 ||
            (first && c == '.' && left > 1 && name.p[i + 1] == '.' &&
             (left == 2 || name.p[i + 2] == '/')))
            return true;
    }
    return false;
}

/* One entry of the directory; *at moves after it. */
static khct_unzip_fault take_entry(khct_arena *arena, khct_unzip *archive, size_t *at, size_t end)
{
    khct_str b = archive->bytes;
    size_t here = *at;
    if (end - here < ENTRY_SIZE || !is_record(b, here, "PK\1\2"))
        return KHCT_UNZIP_BROKEN;
    size_t name = number(b, here + 28, 2), extra = number(b, here + 30, 2);
    size_t whole = ENTRY_SIZE + name + extra + number(b, here + 32, 2);
    if (end - here < whole)
        return KHCT_UNZIP_BROKEN;
    khct_unzip_part part = {
        .name = khct_str_sub(b, here + ENTRY_SIZE, here + ENTRY_SIZE + name),
        .at = number(b, here + 42, 4),
        .packed = number(b, here + 20, 4),
        .size = number(b, here + 24, 4),
        .sum = number(b, here + 16, 4),
        .method = (uint16_t)number(b, here + 10, 2),
    };
    *at = here + whole;
    if (is_bad_name(part.name))
        return KHCT_UNZIP_NAME;
    if (number(b, here + 8, 2) & FLAG_SEALED)
        return KHCT_UNZIP_SEALED;
    if (part.at >= b.n || part.packed > b.n)
        return KHCT_UNZIP_BROKEN;
    khct_push(arena, &archive->parts) = part;
    return KHCT_UNZIP_FINE;
}

khct_unzip_fault khct_unzip_open(khct_arena *arena, khct_str bytes, khct_unzip *archive)
{
    *archive = (khct_unzip){.bytes = bytes};
    size_t end = find_end(bytes), all = 0;
    if (end == bytes.n)
        return KHCT_UNZIP_BROKEN;
    size_t count = number(bytes, end + 10, 2), at = number(bytes, end + 16, 4);
    if (count > KHCT_UNZIP_PARTS)
        return KHCT_UNZIP_TOO_LARGE;
    if (at > end)
        return KHCT_UNZIP_BROKEN;
    for (size_t i = 0; i < count; i++) {
        khct_unzip_fault fault = take_entry(arena, archive, &at, end);
        if (fault != KHCT_UNZIP_FINE)
            return fault;
        const khct_unzip_part *part = &archive->parts.at[i];
        if (part->size > KHCT_UNZIP_ALL - all)
            return KHCT_UNZIP_TOO_LARGE;
        all += part->size;
    }
    return KHCT_UNZIP_FINE;
}

const khct_unzip_part *khct_unzip_find(const khct_unzip *archive, khct_str name)
{
    for (size_t i = 0; i < archive->parts.n; i++)
        if (khct_str_eq(archive->parts.at[i].name, name))
            return &archive->parts.at[i];
    return NULL;
}

/* Where the bytes of a part begin; 0: outside the archive. */
static size_t begin_of(const khct_unzip *archive, const khct_unzip_part *part)
{
    khct_str b = archive->bytes;
    if (b.n - part->at < LOCAL_SIZE || !is_record(b, part->at, "PK\3\4"))
        return 0;
    size_t at = part->at + LOCAL_SIZE + number(b, part->at + 26, 2) + number(b, part->at + 28, 2);
    return at > b.n || b.n - at < part->packed ? 0 : at;
}

static bool inflate_all(khct_str packed, char *bytes, size_t size)
{
    z_stream z = {.next_in = (Bytef *)(uintptr_t)packed.p,
                  .avail_in = (uInt)packed.n,
                  .next_out = (Bytef *)bytes,
                  .avail_out = (uInt)size + 1}; /* one more, to see what is longer than it says */
    if (inflateInit2(&z, -MAX_WBITS) != Z_OK)
        return false;
    int end = inflate(&z, Z_FINISH);
    bool whole = end == Z_STREAM_END && z.total_out == size;
    inflateEnd(&z);
    return whole;
}

/* Programs differ in which of two parts of one name they read. */
static bool stands_twice(const khct_unzip *archive, const khct_unzip_part *part)
{
    size_t n = 0;
    for (size_t i = 0; i < archive->parts.n; i++)
        n += khct_str_eq(archive->parts.at[i].name, part->name);
    return n > 1;
}

khct_unzip_fault khct_unzip_read(khct_arena *arena, const khct_unzip *archive,
                                 const khct_unzip_part *part, khct_str *bytes)
{
    *bytes = KHCT_STR("");
    if (part->size > KHCT_UNZIP_PART)
        return KHCT_UNZIP_TOO_LARGE;
    if (stands_twice(archive, part))
        return KHCT_UNZIP_TWICE;
    size_t at = begin_of(archive, part);
    if (at == 0)
        return KHCT_UNZIP_BROKEN;
    khct_str packed = khct_str_sub(archive->bytes, at, at + part->packed);
    char *room = khct_alloc_bytes(arena, part->size + 1);
    if (part->method == STORED && part->packed == part->size)
        memcpy(room, packed.p, packed.n);
    else if (part->method != DEFLATED)
        return part->method == STORED ? KHCT_UNZIP_BROKEN : KHCT_UNZIP_METHOD;
    else if (!inflate_all(packed, room, part->size))
        return KHCT_UNZIP_SUM;
    if (crc32(crc32(0, NULL, 0), (const Bytef *)room, (uInt)part->size) != part->sum)
        return KHCT_UNZIP_SUM;
    *bytes = (khct_str){room, part->size};
    return KHCT_UNZIP_FINE;
}
