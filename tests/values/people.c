/* The meaning of people as the tables write it: `CODE=words` of a known role, `«words»` of others,
 * joined by ` | `; after it `{the person's name}` and `<the duty>`. `nhutren` the same as above.
 */
#include "values.h"

#include "plan/plan.h"

const char *values_people(desk *d, khct_span span)
{
    const khct_plan *plan = values_plan(d, span, "viec V < giaiphap L; ketqua x; chutri ", "; >\n");
    const khct_field *field =
        khct_field_of(&plan->improvements.at[0].tasks.at[0].fields, KHCT_K_CHUTRI);
    const khct_people *people = field == NULL ? NULL : field->meaning->people;
    khct_str all = KHCT_STR("");
    if (people == NULL || people->ditto)
        return people == NULL ? "text" : "nhutren";
    for (size_t i = 0; i < people->list.n; i++) {
        const khct_person *p = &people->list.at[i];
        bool known = p->role != KHCT_NONE, name = p->name.n > 0, duty = p->duty.n > 0;
        khct_str pieces[] = {all,
                             khct_str_of(i > 0 ? " | " : ""),
                             known ? plan->roles.at[p->role].id : KHCT_STR("«"),
                             khct_str_of(known ? "=" : ""),
                             p->words,
                             khct_str_of(known ? "" : "»"),
                             khct_str_of(name ? "{" : ""),
                             p->name,
                             khct_str_of(name ? "}" : ""),
                             khct_str_of(duty ? "<" : ""),
                             p->duty,
                             khct_str_of(duty ? ">" : "")};
        all = khct_str_join(d->arena, pieces, sizeof pieces / sizeof pieces[0]);
    }
    return all.n == 0 ? "text" : khct_cstr(d->arena, all);
}
