#include "text/near.h"

/* The hash of a word is a polynomial in its bytes, modulo 2^64, so that the hash without a byte, or
 * with two in the other order, follows in one step from that of the bytes before it. */
static const uint64_t BASE = UINT64_C(0x9FB21C651E98DF25);

static uint64_t value_of(char byte)
{
    return ((uint64_t)(unsigned char)byte + 1) * UINT64_C(0xD6E8FEB86659FD93);
}

/* As it stands in a table. */
static uint64_t mixed(uint64_t hash, uint64_t salt)
{
    hash = khct_hash_step(hash, salt);
    return hash == 0 ? 1 : hash;
}

/* Walks over a word's bytes from the first to the last. */
typedef struct walk {
    khct_str word;
    size_t at;
    uint64_t before; /* the hash of the bytes before `at` */
    uint64_t after;  /* of those after it */
    uint64_t power;  /* BASE to their number */
} walk;

static uint64_t hash_of(khct_str word)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < word.n; i++)
        hash = hash * BASE + value_of(word.p[i]);
    return hash;
}

/* BASE times its inverse is 1 modulo 2^64, as BASE is odd: Newton's steps, each doubling the bits.
 */
static uint64_t inverse(void)
{
    uint64_t x = BASE;
    for (int i = 0; i < 6; i++)
        x *= 2 - BASE * x;
    return x;
}

static walk walk_begin(khct_str word)
{
    walk w = {.word = word, .power = 1};
    for (size_t i = 1; i < word.n; i++)
        w.power *= BASE;
    w.after = hash_of(word) - value_of(word.p[0]) * w.power;
    return w;
}

static void walk_on(walk *w, uint64_t back)
{
    w->before = w->before * BASE + value_of(w->word.p[w->at]);
    w->at++;
    w->power *= back;
    if (w->at < w->word.n)
        w->after -= value_of(w->word.p[w->at]) * w->power;
}

static uint64_t without(const walk *w)
{
    return w->before * w->power + w->after;
}

static uint64_t with_hole(const walk *w)
{
    return without(w) + (w->at + 1) * UINT64_C(0xC2B2AE3D27D4EB4F) + w->word.n;
}

/* --- tables --- */

static struct khct_near_entry *place_of(struct khct_near_entry *at, size_t capacity, uint64_t hash)
{
    size_t i = hash & (capacity - 1);
    while (at[i].hash != 0 && at[i].hash != hash)
        i = (i + 1) & (capacity - 1);
    return &at[i];
}

static void widen(khct_arena *arena, khct_near_table *table)
{
    size_t capacity = table->capacity == 0 ? 64 : table->capacity * 2;
    struct khct_near_entry *at = khct_alloc_array(arena, capacity, sizeof *at);
    for (size_t i = 0; i < table->capacity; i++)
        if (table->at[i].hash != 0)
            *place_of(at, capacity, table->at[i].hash) = table->at[i];
    table->at = at;
    table->capacity = capacity;
}

/* `hash` is mixed. */
static void put(khct_arena *arena, khct_near_table *table, uint64_t hash, uint32_t number)
{
    if (table->n * 4 >= table->capacity * 3)
        widen(arena, table);
    struct khct_near_entry *entry = place_of(table->at, table->capacity, hash);
    if (entry->hash == 0) {
        table->n++;
        *entry = (struct khct_near_entry){hash, number};
    } else if (number < entry->number) {
        entry->number = number;
    }
}

static uint32_t get(const khct_near_table *table, uint64_t hash)
{
    if (table->n == 0)
        return KHCT_NONE;
    const struct khct_near_entry *entry = place_of(table->at, table->capacity, hash);
    return entry->hash == 0 ? KHCT_NONE : entry->number;
}

static uint32_t lower(uint32_t a, uint32_t b)
{
    return a < b ? a : b; /* KHCT_NONE is the highest */
}

/* --- words --- */

void khct_near_add(khct_arena *arena, khct_near *near, khct_str word, uint32_t number)
{
    uint64_t back = inverse(), salt = near->salt = arena->salt;
    put(arena, &near->whole, mixed(hash_of(word), salt), number);
    if (word.n == 0)
        return;
    for (walk w = walk_begin(word); w.at < word.n; walk_on(&w, back)) {
        put(arena, &near->without, mixed(without(&w), salt), number);
        put(arena, &near->holes, mixed(with_hole(&w), salt), number);
    }
}

uint32_t khct_near_same(const khct_near *near, khct_str word)
{
    return get(&near->whole, mixed(hash_of(word), near->salt));
}

uint32_t khct_near_swapped(const khct_near *near, khct_str word)
{
    uint32_t found = KHCT_NONE;
    uint64_t back = inverse(), whole = hash_of(word);
    if (word.n < 2)
        return found;
    for (walk w = walk_begin(word); w.at + 1 < word.n; walk_on(&w, back)) {
        uint64_t a = value_of(word.p[w.at]), b = value_of(word.p[w.at + 1]);
        if (a != b)
            found =
                lower(found, get(&near->whole,
                                 mixed(whole + (b - a) * (w.power - w.power * back), near->salt)));
    }
    return found;
}

uint32_t khct_near_longer(const khct_near *near, khct_str word)
{
    return get(&near->without, mixed(hash_of(word), near->salt));
}

/* What stands in the table for the word without each of its bytes in turn. */
static uint32_t get_each(const khct_near_table *table, uint64_t salt, khct_str word,
                         uint64_t (*hash)(const walk *))
{
    uint32_t found = KHCT_NONE;
    uint64_t back = inverse();
    if (word.n == 0)
        return found;
    for (walk w = walk_begin(word); w.at < word.n; walk_on(&w, back))
        found = lower(found, get(table, mixed(hash(&w), salt)));
    return found;
}

uint32_t khct_near_shorter(const khct_near *near, khct_str word)
{
    return get_each(&near->whole, near->salt, word, without);
}

uint32_t khct_near_other(const khct_near *near, khct_str word)
{
    return get_each(&near->holes, near->salt, word, with_hole);
}
