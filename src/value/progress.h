/* How far a task has come on a day. */
#ifndef KHCT_VALUE_PROGRESS_H
#define KHCT_VALUE_PROGRESS_H

#include "value/date.h"

typedef enum khct_progress_state {
    KHCT_PROGRESS_NONE, /* not understood */
    KHCT_NOT_BEGUN,
    KHCT_UNDER_WAY,
    KHCT_FINISHED,
} khct_progress_state;

/* "chuathuchien", "dangthuchien", "hoanthanh"; "" for none. */
const char *khct_progress_key(khct_progress_state state);

/* "chưa thực hiện", "not begun", …; "" for none. */
const char *khct_progress_name(khct_progress_state state, bool english);

typedef struct khct_progress {
    khct_date date;            /* KHCT_NO_DATE: not understood */
    khct_progress_state state; /* of a percentage: 0, between, 100 */
    int percent;               /* -1 where none is given */
    khct_span note_span;       /* the words after the colon; empty where none */
    khct_str note;
    khct_span span;
    khct_str words;
} khct_progress;

/* The day, then how far: `60%`, `xong 80%`, `6/14 em` (the percentage is worked out, rounded down),
 * `hoàn thành`, `đang thực hiện`, `chưa thực hiện` and their like. What follows a sign is the note;
 * what follows a figure without one stands in the note with the figure (`6/14 em`). Words that
 * would turn a figure round (`6/14 em chưa đạt`) are not understood. KH1009 where nothing of this
 * stands there, KH4009 for a day that does not exist. */
khct_progress khct_read_progress(const khct_reader *reader, khct_span span);

#endif
