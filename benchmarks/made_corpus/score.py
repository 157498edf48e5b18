#!/usr/bin/env python3
"""Scores the incidents of a ledger against the truth of a made corpus: B-cubed over events.

score.py TRUTH.tsv LEDGER          a ledger's file (its table incident_members), or
score.py TRUTH.tsv EXPORT.jsonl    what `sitrep export` printed; - reads it from standard input

Both are read line by line; only the two groupings are kept, as numbers. An event that no incident holds counts as one
by itself; members that the truth does not know are left out and counted.
"""
import collections
import itertools
import json
import sqlite3
import sys


def read_truth(lines):
    """Event to the number of its incident."""
    numbers, truth = {}, {}
    for line in lines:
        event, incident = line.rstrip("\n").split("\t")
        truth[event] = numbers.setdefault(incident, len(numbers))
    return truth


def members_of_ledger(path):
    ledger = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    return ledger.execute("SELECT incident, member FROM incident_members ORDER BY incident")


def members_of_export(lines):
    for line in lines:
        incident = json.loads(line)
        for member in incident["members"]:
            yield incident["id"], member


def is_ledger(path):
    if path == "-":
        return False
    with open(path, "rb") as file:
        return file.read(15) == b"SQLite format 3"


def b_cubed(truth, members):
    """Precision, recall and F1 of the grouping, and how many members the truth does not know."""
    sizes = collections.Counter(truth.values())
    left = dict(truth)
    precision = recall = 0.0
    unknown = 0
    for _, group in itertools.groupby(members, key=lambda row: row[0]):
        of_truth = collections.Counter()
        for _, member in group:
            incident = left.pop(member, None)
            if incident is None:
                unknown += 1
            else:
                of_truth[incident] += 1
        size = sum(of_truth.values())
        for incident, count in of_truth.items():
            precision += count * count / size
            recall += count * count / sizes[incident]
    for incident in left.values():
        precision += 1
        recall += 1 / sizes[incident]
    precision /= len(truth)
    recall /= len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall), unknown


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as lines:
        truth = read_truth(lines)
    path = sys.argv[2]
    if is_ledger(path):
        result = b_cubed(truth, members_of_ledger(path))
    else:
        with sys.stdin if path == "-" else open(path, encoding="utf-8") as lines:
            result = b_cubed(truth, members_of_export(lines))
    precision, recall, f1, unknown = result
    note = f", {unknown} members unknown to the truth" if unknown else ""
    print(f"events {len(truth)} incidents {len(set(truth.values()))} "
          f"B-cubed precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}{note}")


if __name__ == "__main__":
    main()
