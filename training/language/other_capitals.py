#!/usr/bin/env python3
"""Prints two in five of a CoNLL-U file's sentences in other capitals: other_capitals.py FILE SEED

Seven in ten of these in capitals, the others in lower case, as train_language export does it with the trees it is given.
"""
import random
import sys


def main():
    draw = random.Random(int(sys.argv[2]))
    with open(sys.argv[1], encoding="utf-8") as file:
        blocks = file.read().strip().split("\n\n")
    for block in blocks:
        if draw.random() >= 0.4:
            continue
        change = str.upper if draw.random() < 0.7 else str.lower
        for line in block.split("\n"):
            cells = line.split("\t")
            if not line.startswith("#"):
                cells[1] = change(cells[1])
            print(*cells, sep="\t")
        print()


if __name__ == "__main__":
    main()
