#!/usr/bin/env python3
"""Prints the texts of JSON Lines of reports as `train_language texts` takes them: plain_texts.py FILE [EVERY]

Of the reports, every EVERY-th (1: all). A line of three hyphens ends a text.
"""
import json
import sys


def main():
    every = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with open(sys.argv[1], encoding="utf-8") as file:
        for line in list(file)[::every]:
            print(json.loads(line)["text"].strip(), "---", sep="\n")


if __name__ == "__main__":
    main()
