"""Each picture of the guide is shown on some page and each that is shown is there, small, and has words in its place.

Usage: pictures.py PAGE..."""
import os
import re
import sys

SMALLEST, LARGEST = 3000, 120000  # bytes
faults, shown = [], set()
for page in sys.argv[1:]:
    with open(page, encoding="utf-8") as file:
        for words, target in re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", file.read()):
            path = os.path.normpath(os.path.join(os.path.dirname(page), target))
            shown.add(path)
            if len(words) < 10:
                faults.append(f"{page}: {target} is not described")
            if not os.path.exists(path):
                faults.append(f"{page}: {target} is not there: make guide-pictures")
            elif not SMALLEST < os.path.getsize(path) < LARGEST:
                faults.append(f"{path} has {os.path.getsize(path)} bytes: empty, or too large")
folder = os.path.join(os.path.dirname(sys.argv[1]), "hinh")
faults += [f"{folder}/{name} is on no page" for name in os.listdir(folder) if f"{folder}/{name}" not in shown]
print("\n".join([*faults, f"{len(shown)} pictures, {len(faults)} faults"]))
sys.exit(faults != [] or not shown)
