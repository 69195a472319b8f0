"""Instructions per byte must not grow with the size: growth.py KHCT BYTES [COMMAND,... [CONSTRUCT,...]]

Each construct is written at BYTES, 4 and 16 times as many; cachegrind counts the instructions that each
command takes for it. What a further byte costs between the second and the third size may be at most
half more than between the first and the second. Where a limit lies between them (the smaller plan is written and the
larger one refused, or the larger one costs less), the next sizes are taken. With a size of 0 the sizes are 5 MB and 50 MB and the
measure is processor time, which is compared as a ratio.
"""
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import constructs

BUILD = ["build", "-q", "-W", "no-error", "-o", "-", "-t"]
COMMANDS = {
    "check": ["check", "-q"],
    "html": BUILD + ["html"],
    "json": BUILD + ["json"],
    "latex": BUILD + ["latex"],
    "csv": BUILD + ["csv"],
    "khct": BUILD + ["khct"],
    "fmt": ["fmt"],
    "fmt-sapxep": ["fmt", "--sapxep", "--codau"],
    "fix": ["fix", "--diff"],
    "status": ["status", "--on", "1/1/2024"],
    "rate": ["rate"],
}
SLACK = 60  # instructions a byte: more of a difference than that counts as growth


def run(command):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if done.returncode not in (0, 1):
        raise RuntimeError("%s: exit status %d" % (" ".join(command[-8:]), done.returncode))
    return done.stderr.decode(errors="replace"), done.returncode


def instructions(khct, command, path):
    said, status = run(["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", khct] + command + [path])
    return int(re.search(r"I +refs: +([\d,]+)", said).group(1).replace(",", "")), status


def seconds(khct, command, path):
    with tempfile.NamedTemporaryFile("r") as out:
        run(["/usr/bin/time", "-o", out.name, "-f", "%U %S", khct] + command + [path])
        return sum(float(part) for part in out.read().split()[-2:])


def written(folder, name, size):
    """The path of a plan of that size and its length."""
    path = os.path.join(folder, "%s-%d.khct" % (name, size))
    if not os.path.exists(path):
        with open(path, "wb") as file:
            file.write(constructs.plan(name, size))
    return path, os.path.getsize(path)


def by_instructions(khct, command, folder, name, size):
    counts = []
    for step in range(5):
        path, length = written(folder, name, size << 2 * step)
        counts.append((length, *instructions(khct, command, path)))
        if step < 2:
            continue
        (n, a, one), (m, b, _), (o, c, three) = counts[-3:]
        first, second = (b - a) / (m - n), (c - b) / (o - m)
        if one == three and first >= 0:
            break
    return second > 1.5 * first + SLACK, "%.0f, then %.0f instructions a byte" % (first, second)


def by_time(khct, command, folder, name):
    a, b = (seconds(khct, command, written(folder, name, size)[0]) for size in (5000000, 50000000))
    return b > 15 * a + 2, "%.2f s, ten times as much %.2f s" % (a, b)


def measured(khct, size, name, commands, folder):
    """Lines to print, and whether all is well."""
    lines, well = [], True
    with tempfile.TemporaryDirectory(dir=folder) as plans:
        for command in commands:
            if size > 0:
                grows, figures = by_instructions(khct, COMMANDS[command], plans, name, size)
            else:
                grows, figures = by_time(khct, COMMANDS[command], plans, name)
            well = well and not grows
            lines.append("%-20s %-10s %s%s" % (name, command, figures, "  GROWS" if grows else ""))
    return lines, well


def main():
    khct, size = os.path.realpath(sys.argv[1]), int(sys.argv[2])
    commands = sys.argv[3].split(",") if len(sys.argv) > 3 and sys.argv[3] else list(COMMANDS)
    names = sys.argv[4].split(",") if len(sys.argv) > 4 and sys.argv[4] else list(constructs.CONSTRUCTS)
    well = 0
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2 if size > 0 else 1) as pool:
        for lines, good in pool.map(lambda name: measured(khct, size, name, commands, folder), names):
            well += good
            shown = lines if len(sys.argv) > 4 or size == 0 else [line for line in lines if line.endswith("GROWS")]
            print("\n".join(shown), end="\n" if shown else "", flush=True)
    print("growth: %d constructs of %d, %s" % (well, len(names), ", ".join(commands)))
    return 0 if well == len(names) else 1


if __name__ == "__main__":
    sys.exit(main())
