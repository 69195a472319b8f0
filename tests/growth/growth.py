"""Instructions per byte must not grow with the size: growth.py KHCT BYTES [COMMAND,... [CONSTRUCT,...]]

Each construct is written at BYTES, 4 and 16 times as many; cachegrind counts the instructions that each
command takes for it. What a further byte costs between the second and the third size may be at most
half more than between the first and the second. Where the smaller plan is written and the larger one refused, a
fixed figure stands for the first. With a size of 0 the sizes are 5 MB and 50 MB and the
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
REFUSED = 100  # instructions a byte of a plan that is refused
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


def measured(khct, size, name, commands, folder):
    """Lines to print, and whether all is well."""
    sizes = [size, 4 * size, 16 * size] if size > 0 else [5000000, 50000000]
    paths = []
    for s in sizes:
        paths.append(os.path.join(folder, "%s-%d.khct" % (name, s)))
        with open(paths[-1], "wb") as file:
            file.write(constructs.plan(name, s))
    lengths = [os.path.getsize(path) for path in paths]
    lines, well = [], True
    for command in commands:
        if size > 0:
            (a, one), (b, _), (c, three) = (instructions(khct, COMMANDS[command], path) for path in paths)
            first = (b - a) / (lengths[1] - lengths[0])
            if one != three:  # past a limit: the smaller plan was written, the larger one refused
                first = max(first, REFUSED)
            second = (c - b) / (lengths[2] - lengths[1])
            grows = second > 1.5 * first + SLACK
            figures = "%.0f, then %.0f instructions a byte" % (first, second)
        else:
            a, b = (seconds(khct, COMMANDS[command], path) for path in paths)
            grows = b > 15 * a + 2
            figures = "%.2f s, ten times as much %.2f s" % (a, b)
        well = well and not grows
        lines.append("%-20s %-10s %s%s" % (name, command, figures, "  GROWS" if grows else ""))
    for path in paths:
        os.remove(path)
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
