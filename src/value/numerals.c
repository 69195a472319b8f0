/* Numbers in words, scales and years among the tokens of a statement of money. */
#include "money_tree.h"

#include "value/date.h"

static bool is_scale(char kind)
{
    return kind != '\0' && strchr("hckmb", kind) != NULL;
}

int64_t khct_money_scale(const khct_tokens *tokens, size_t from, size_t to)
{
    int64_t scale = 1;
    size_t i = from;
    while (i < to && !is_scale(tokens->kinds[i]))
        i++;
    for (; i < to && is_scale(tokens->kinds[i]); i++)
        switch (tokens->kinds[i]) {
        case 'c': scale *= 10; break;
        case 'h': scale *= 100; break;
        case 'k': scale *= 1000; break;
        case 'm': scale *= 1000000; break;
        default: scale *= 1000000000; break;
        }
    return scale;
}

int khct_money_share(const khct_tokens *tokens, size_t i)
{
    enum { MOST = 1000 * KHCT_MONEY_WHOLE / 100 };
    const khct_token *token = &tokens->at[i];
    uint64_t share = token->number;
    if (token->huge || token->grouped || token->decimals > 2 || share > MOST)
        return -1;
    for (int decimals = token->decimals; decimals < 2; decimals++)
        share *= 10;
    return share > MOST ? -1 : (int)share;
}

/* A number below a thousand as it is said. */
typedef struct group {
    int value; /* what is said so far */
    int unit;  /* a digit that waits for `trăm` or `mươi`; 0: none */
    int place; /* the smallest place said: 100, 10, 1; 1000: nothing yet */
} group;

enum { TEN = 10, TENS = 20 };

static bool say_digit(group *g, int digit)
{
    if (g->unit != 0 || g->place == 1)
        return false;
    g->unit = digit;
    return true;
}

static bool close_place(group *g, int place)
{
    bool fits = g->place > place;
    g->value += g->unit * place;
    g->unit = 0;
    g->place = place;
    return fits;
}

static bool say_word(group *g, const khct_token *token)
{
    if (token->kind == 'y')
        return say_digit(g, 5);
    if (token->kind == 'h')
        return g->unit != 0 && close_place(g, 100);
    if (token->number == TENS)
        return g->unit != 0 && close_place(g, 10);
    if (token->number == TEN) {
        bool fits = g->unit == 0 && g->place > 10;
        g->value += 10;
        g->place = 10;
        return fits;
    }
    if (token->number == 0) { /* linh */
        bool fits = g->unit == 0 && g->place == 100;
        g->place = 10;
        return fits;
    }
    return say_digit(g, (int)token->number);
}

static int64_t close_group(group *g)
{
    int64_t value = g->value + g->unit;
    *g = (group){.place = 1000};
    return value;
}

int64_t khct_money_spoken(const khct_tokens *tokens, size_t from, size_t to)
{
    int64_t below = 0, total = 0, scale = 0; /* below: what waits for `tỷ` */
    group g = {.place = 1000};
    bool unit = false;
    for (size_t i = from; i < to; i++) {
        const khct_token *token = &tokens->at[i];
        if (strchr("dC", token->kind) != NULL) {
            unit = true;
        } else if (strchr("kmb", token->kind) != NULL) {
            int64_t said = close_group(&g), now = khct_money_scale(tokens, i, i + 1);
            bool twice = said == 0 && scale == 1000 && now == 1000000000; /* nghìn tỷ */
            if ((said == 0 && !twice) || (scale != 0 && now >= scale && now < 1000000000))
                return -1;
            below += twice ? 0 : said * (now == 1000000000 ? 1 : now);
            if (now == 1000000000) {
                total = below * now;
                below = 0;
            }
            scale = now;
        } else if (!say_word(&g, token)) {
            return -1;
        }
    }
    int64_t said = close_group(&g);
    if (scale == 0 && !unit)
        return -1;
    if (scale > 0 && !unit && said > 0 && said < 10 && tokens->kinds[to - 1] == 'w')
        return -1; /* `một tỷ hai`: as it is said, and said in two ways */
    return total + below + said;
}

int64_t khct_money_count(const khct_tokens *tokens, size_t from, size_t to)
{
    group g = {.place = 1000};
    for (size_t i = from; i < to; i++)
        if (strchr("wy", tokens->kinds[i]) == NULL || !say_word(&g, &tokens->at[i]))
            return -1;
    int64_t count = close_group(&g);
    return count > 0 ? count : -1;
}

bool khct_money_is_year(const khct_tokens *tokens, size_t i)
{
    return tokens->kinds[i] == KHCT_TOKEN_NUMBER && tokens->at[i].decimals == 0 &&
           !tokens->at[i].grouped && tokens->at[i].number >= KHCT_FIRST_YEAR &&
           tokens->at[i].number <= KHCT_LAST_YEAR;
}

size_t khct_money_year(const khct_tokens *tokens, size_t from, size_t to)
{
    size_t i = from + 1;
    if (i < to && tokens->kinds[i] == ':')
        i++;
    if (i >= to || !khct_money_is_year(tokens, i))
        return 0;
    for (i++; i + 1 < to && khct_money_is_year(tokens, i + 1); i += 2)
        continue;
    return i - from;
}
