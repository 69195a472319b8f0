#include "text/csv.h"

void khct_csv_cell(khct_out *out, khct_str s)
{
    bool formula = s.n > 0 && strchr("=+-@\t\r", s.p[0]) != NULL;
    bool quoted = formula;
    for (size_t i = 0; i < s.n && !quoted; i++)
        quoted = strchr("\",\r\n;", s.p[i]) != NULL;
    if (!quoted) {
        khct_out_str(out, s);
        return;
    }
    khct_out_char(out, '"');
    if (formula)
        khct_out_char(out, '\'');
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '"')
            khct_out_char(out, '"');
        khct_out_char(out, s.p[i]);
    }
    khct_out_char(out, '"');
}
