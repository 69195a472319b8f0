#!/bin/sh
# What is written goes on at once: building JSON takes hardly more memory than checking, however
# much it writes. GENERATE names the program that makes a large plan.
. "$(dirname "$0")/../cli/lib.sh"
"$root/$GENERATE" 1500000 7 >lon.khct
cat >nho.py <<'END'
import os, resource, subprocess, sys
def peak(*arguments):
    """Peak memory of khct and how much it wrote, both in bytes."""
    with open("ra", "wb") as out:
        child = subprocess.Popen([sys.argv[1], *arguments, "-q", "lon.khct"], stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
    assert status == 0, (arguments, status)
    return usage.ru_maxrss * 1024, os.path.getsize("ra")
checked, _ = peak("check")
compact, less = peak("build", "-t", "json", "--compact")
pretty, more = peak("build", "-t", "json")
file, _ = peak("build", "-t", "json", "-o", "ra.json")
table, rows = peak("build", "-t", "csv")
assert more > 5_000_000 and more - less > 1_500_000 and rows > 1_000_000, (more, less, rows)
# words that no check asks for are read when they are written, 1 MB of them; what was kept would be as much again
for what, size in (("compact", compact), ("pretty", pretty), ("to a file", file), ("CSV", table)):
    assert size - checked < 1_750_000, (what, size, checked)
assert pretty - compact < 300_000, (pretty, compact)
END
ok 'memory does not grow with the output' python3 nho.py "$KHCT"
finish
