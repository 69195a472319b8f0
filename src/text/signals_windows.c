#include "text/signals.h"

#include <stdlib.h>
#include <string.h>
#include <windows.h>

/* The system tells of Ctrl-C, and of a window that is closed, in a thread of its own, which finds
 * these. */
static volatile LONG begun, held, waiting;

static BOOL WINAPI told(DWORD what)
{
    enum { PATIENCE = 40, STEP = 100 }; /* of 5 seconds that the system gives */
    if (held == 0)
        return FALSE; /* the program ends */
    InterlockedExchange(&waiting, 1);
    if (what == CTRL_C_EVENT || what == CTRL_BREAK_EVENT)
        return TRUE;
    for (int i = 0; i < PATIENCE && held > 0; i++)
        Sleep(STEP);
    return FALSE;
}

void khct_signals_hold(khct_held *before)
{
    memset(before, 0, sizeof *before);
    if (InterlockedExchange(&begun, 1) == 0)
        SetConsoleCtrlHandler(told, TRUE);
    InterlockedIncrement(&held);
}

void khct_signals_release(const khct_held *before)
{
    (void)before; /* how many hold them is counted */
    if (InterlockedDecrement(&held) == 0 && waiting != 0)
        exit((int)STATUS_CONTROL_C_EXIT);
}

bool khct_signals_wait(void)
{
    return waiting != 0;
}
