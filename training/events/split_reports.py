#!/usr/bin/env python3
"""split_reports.py HALF OUT FILE...: writes every other report of each annotated file, the even ones (HALF 0) or the odd
ones (1), to OUT under the file's name."""
import re
import sys
from pathlib import Path


def halved(text, half):
    parts = re.split(r"(?m)^(?=## )", text)
    return parts[0] + "".join(parts[1:][half::2])


def main():
    half, out = int(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    for path in map(Path, sys.argv[3:]):
        (out / path.name).write_text(halved(path.read_text(encoding="utf-8"), half), encoding="utf-8")


if __name__ == "__main__":
    main()
