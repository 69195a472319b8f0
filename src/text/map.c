#include "text/map.h"

static struct khct_map_entry *slot_of(struct khct_map_entry *slots, size_t capacity, khct_str key,
                                      uint32_t hash)
{
    size_t i = hash & (capacity - 1);
    while (slots[i].key.p != NULL && !(slots[i].hash == hash && khct_str_eq(slots[i].key, key)))
        i = (i + 1) & (capacity - 1);
    return &slots[i];
}

static uint32_t hash_of(const khct_map *map, khct_str key)
{
    return (uint32_t)khct_str_hash(key, map->salt);
}

uint32_t khct_map_get(const khct_map *map, khct_str key)
{
    if (map->n == 0)
        return KHCT_NONE;
    struct khct_map_entry *slot = slot_of(map->slots, map->capacity, key, hash_of(map, key));
    return slot->key.p == NULL ? KHCT_NONE : slot->value;
}

enum { PAGE = 4096 }; /* bytes that systems give at once, or more */

static void map_widen(khct_arena *arena, khct_map *map, size_t capacity)
{
    struct khct_map_entry *slots = khct_alloc_array(arena, capacity, sizeof *slots);
    for (size_t i = 0; i < capacity; i += PAGE / sizeof *slots)
        slots[i].value = 0; /* a page that is looked into before it is written is given twice */
    for (size_t i = 0; i < map->capacity; i++)
        if (map->slots[i].key.p != NULL)
            *slot_of(slots, capacity, map->slots[i].key, map->slots[i].hash) = map->slots[i];
    map->slots = slots;
    map->capacity = capacity;
    map->salt = arena->salt;
}

/* Whether `count` keys leave a quarter of so many slots free. */
static inline bool has_room(size_t capacity, size_t count)
{
    return capacity / 4 * 3 >= count;
}

void khct_map_reserve(khct_arena *arena, khct_map *map, size_t count)
{
    size_t capacity = map->capacity == 0 ? 16 : map->capacity;
    while (!has_room(capacity, count))
        capacity *= 2;
    if (capacity > map->capacity)
        map_widen(arena, map, capacity);
}

/* The slot of the key; a new one has no key so far. */
static struct khct_map_entry *slot_for(khct_arena *arena, khct_map *map, khct_str key)
{
    if (!has_room(map->capacity, map->n + 1))
        khct_map_reserve(arena, map, map->n + 1);
    uint32_t hash = hash_of(map, key);
    struct khct_map_entry *slot = slot_of(map->slots, map->capacity, key, hash);
    map->n += slot->key.p == NULL;
    slot->hash = hash;
    return slot;
}

void khct_map_put(khct_arena *arena, khct_map *map, khct_str key, uint32_t value)
{
    struct khct_map_entry *slot = slot_for(arena, map, key);
    slot->key = (khct_str){key.p == NULL ? "" : key.p, key.n};
    slot->value = value;
}

uint32_t *khct_map_at(khct_arena *arena, khct_map *map, khct_str key)
{
    struct khct_map_entry *slot = slot_for(arena, map, key);
    if (slot->key.p == NULL) {
        slot->key = khct_str_copy(arena, key);
        slot->value = KHCT_NONE;
    }
    return &slot->value;
}
