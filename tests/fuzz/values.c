/* The readers of typed values. The first byte chooses one, the rest is the value. */
#include "fuzz.h"

#include "value/basis.h"
#include "value/meaning.h"

typedef struct desk {
    khct_reader reader;
    khct_phrases names;
    khct_span span; /* the value */
} desk;

static void inside(const desk *d, khct_span span)
{
    if (span.source == KHCT_NO_SOURCE || (span.begin == span.end && span.begin == 0))
        return;
    fuzz_require(span.source == d->span.source && span.begin <= span.end &&
                     span.begin >= d->span.begin && span.end <= d->span.end,
                 "a part of a value lies in it");
}

static void read_time(const desk *d)
{
    khct_period year = khct_school_years(2023, 2023);
    khct_time time = khct_read_time(&d->reader, d->span, &year);
    inside(d, time.rest);
    fuzz_utf8(time.words);
    for (size_t i = 0; i < time.intervals.n; i++) {
        const khct_interval *one = &time.intervals.at[i];
        inside(d, one->span);
        fuzz_require(one->from == KHCT_NO_DATE || one->to == KHCT_NO_DATE || one->from <= one->to,
                     "an interval ends behind its begin");
    }
}

static void read_money(const desk *d)
{
    khct_money money = khct_read_money(&d->reader, d->span);
    inside(d, money.rest);
    fuzz_utf8(money.words);
    fuzz_require(money.total >= 0, "a sum of money is not negative");
    for (size_t i = 0; i < money.parts.n; i++) {
        inside(d, money.parts.at[i].span);
        fuzz_require(money.parts.at[i].amount >= 0 &&
                         money.parts.at[i].low <= money.parts.at[i].amount,
                     "an amount is not negative");
    }
}

static void read_people(const desk *d)
{
    khct_people people = khct_read_people(&d->reader, d->span, &d->names);
    fuzz_utf8(people.words);
    for (size_t i = 0; i < people.list.n; i++) {
        inside(d, people.list.at[i].span);
        fuzz_utf8(people.list.at[i].words);
    }
    khct_people_are_known(&people);
}

static void read_criteria(const desk *d)
{
    khct_criteria criteria = khct_read_criteria(&d->reader, d->span);
    for (size_t i = 0; i < criteria.items.n; i++) {
        inside(d, criteria.items.at[i].span);
        inside(d, criteria.items.at[i].from_span);
        inside(d, criteria.items.at[i].to_span);
    }
}

static void read_levels(const desk *d)
{
    khct_level_list levels = khct_read_level_list(&d->reader, d->span);
    inside(d, levels.level_span);
    khct_numbers numbers = khct_read_numbers(&d->reader, d->span);
    for (size_t i = 0; i < numbers.items.n; i++)
        inside(d, numbers.items.at[i].span);
    inside(d, khct_read_aim(&d->reader, d->span).level_span);
}

static void read_dates(const desk *d)
{
    khct_day day = khct_read_date(&d->reader, d->span);
    khct_date_iso(d->reader.arena, day.date);
    khct_force force = khct_read_force(&d->reader, d->span);
    inside(d, force.from.span);
    inside(d, force.to.span);
    khct_period year = khct_read_school_year(&d->reader, d->span);
    fuzz_utf8(year.words);
    khct_period period = khct_read_period(&d->reader, d->span);
    fuzz_require(period.kind == KHCT_PERIOD_NONE || period.from <= period.to,
                 "a period ends behind its begin");
}

static void read_documents(const desk *d)
{
    khct_docnumber number = khct_read_docnumber(&d->reader, d->span);
    fuzz_utf8(number.text);
    khct_citation citation = khct_read_citation(&d->reader, d->span);
    inside(d, citation.lead.span);
    fuzz_utf8(citation.words);
    fuzz_require(citation.list.n > 0, "a citation has a first document");
    for (size_t i = 0; i < citation.list.n; i++) {
        const khct_basis *basis = &citation.list.at[i];
        inside(d, khct_basis_place(basis));
        inside(d, basis->subject.span);
        inside(d, basis->body.span);
        inside(d, basis->date.span);
        fuzz_utf8(khct_body_key(d->reader.arena, basis->body.words));
    }
}

static void read_evidence(const desk *d)
{
    khct_evidence evidence = khct_read_evidence(&d->reader, d->span);
    for (size_t i = 0; i < evidence.codes.n; i++) {
        inside(d, evidence.codes.at[i].span);
        inside(d, evidence.codes.at[i].criterion_span);
    }
    khct_progress progress = khct_read_progress(&d->reader, d->span);
    inside(d, progress.note_span);
    fuzz_utf8(progress.note);
}

static void read_text(const desk *d)
{
    for (int quoted = 0; quoted < 2; quoted++) {
        khct_text text = khct_read_text(&d->reader, d->span, quoted != 0);
        for (size_t i = 0; i < text.n; i++) {
            inside(d, text.at[i].span);
            fuzz_utf8(text.at[i].words);
        }
        bool stated;
        fuzz_utf8(khct_read_name(&d->reader, d->span, quoted != 0, &stated));
    }
}

static void (*const READERS[])(const desk *d) = {
    read_time,  read_money,     read_people,   read_criteria, read_levels,
    read_dates, read_documents, read_evidence, read_text,
};
enum { COUNT = sizeof READERS / sizeof READERS[0] };

typedef struct job {
    khct_arena *arena;
    int reader;
    khct_str value;
} job;

static void run(void *context)
{
    static const char *const NAMES[] = {
        "GVCN",    "Giáo viên chủ nhiệm",       "Hiệu trưởng", "BGH",
        "TPT Đội", "Phòng Giáo dục và Đào tạo", "GD&ĐT"};
    job *j = context;
    khct_sources *sources = khct_alloc(j->arena, sizeof *sources);
    khct_diags *diags = khct_alloc(j->arena, sizeof *diags);
    sources->arena = diags->arena = j->arena;
    diags->sources = sources;
    desk d = {.reader = khct_reader_of(diags, khct_lexicon_new(j->arena))};
    for (uint32_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++)
        khct_phrases_add(j->arena, &d.names, khct_str_of(NAMES[i]), i);
    khct_str lead = KHCT_STR("  x ");
    khct_str value = khct_str_trim(j->value);
    khct_str text = khct_str_join(j->arena, (khct_str[]){lead, value, KHCT_STR(";\n")}, 3);
    uint32_t source = khct_source_add(sources, KHCT_STR("thu.khct"), text);
    d.span = (khct_span){source, (uint32_t)lead.n, (uint32_t)(lead.n + value.n)};
    READERS[j->reader](&d);
    fuzz_diags(diags);
}

/* A value is never anything but UTF-8: KH0001 comes before. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0 || !fuzz_is_text((khct_str){(const char *)bytes + 1, size - 1}))
        return 0;
    job j = {khct_arena_new(), bytes[0] % COUNT, {(const char *)bytes + 1, size - 1}};
    fuzz_require(j.arena != NULL && khct_try(j.arena, run, &j), "memory");
    khct_arena_free(j.arena);
    return 0;
}
