"""Runs the examples of a page: ```khct NAME is a file, ```console holds commands with what they say.

Usage: first_hour.py KHCT PAGE. Works in the current directory. Each line that stands below a command must be said,
in that order; what is said besides is passed over."""
import re
import subprocess
import sys

khct, page = sys.argv[1], open(sys.argv[2], encoding="utf-8").read()
faults = commands = 0
for kind, body in re.findall(r"^```(khct \S+|console)\n(.*?)^```$", page, re.S | re.M):
    if kind != "console":
        open(kind.split()[1], "w", encoding="utf-8").write(body)
        continue
    said, at = "", 0
    for line in body.splitlines():
        if line.startswith("$ khct "):
            commands += 1
            run = subprocess.run(["sh", "-c", '"$0" ' + line[7:], khct], capture_output=True, text=True,
                                 stdin=subprocess.DEVNULL)
            said, at = run.stdout + run.stderr, 0
        else:
            found = said.find(line.strip(), at)
            if found < 0:
                print(f"not said: {line}\n{said}")
                faults += 1
            else:
                at = found + len(line.strip())
print(f"{commands} commands of the page, {faults} faults")
sys.exit(faults > 0 or commands == 0)
