#!/usr/bin/env python3
"""Prints texts of reports of ours as `train_language texts` takes them: report_texts.py LIST [EVERY]

LIST names files of reports, a line each, from the project's folder (training/events/learnt_from.list); of their reports
every EVERY-th is printed (1: all), headline first, without marks and events. A line of three hyphens ends a text.
"""
import re
import sys

MARK = re.compile(r"\{([^{}|]*)\|[^{}|]*\}")


def texts(path):
    with open(path, encoding="utf-8") as file:
        for report in file.read().split("## ")[1:]:
            head, *lines = report.split("\n")
            title = head.split(" | ", 2)[-1]
            yield [title] + [MARK.sub(r"\1", line) for line in lines if line and not line.startswith("= ")]


def main():
    every = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with open(sys.argv[1], encoding="utf-8") as file:
        paths = [line.strip() for line in file if line.strip()]
    reports = [text for path in paths for text in texts(path)]
    for text in reports[::every]:
        print(*text, sep="\n\n", end="\n\n---\n")


if __name__ == "__main__":
    main()
