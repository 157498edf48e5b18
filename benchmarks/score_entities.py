#!/usr/bin/env python3
"""Scores the recogniser: score_entities.py MARKED PROGRAM [ARGUMENT...] [--alone] [--errors N]

    MARK="build/release/mark_entities build/release/sitrep.knowledge"
    benchmarks/score_entities.py training/spans/held_out.txt $MARK
    benchmarks/score_entities.py ../shared/training/re3d/centcom.jsonl.gz $MARK

MARKED is a file of reports with marks {text|kind} (training/spans/README.md), or JSON Lines of re3d, whose entities are
whole phrases, nested, of fewer kinds. Spans are counted exact (the same words and kind), overlapping (the same kind, one
to one) and, for re3d, overlapping one of the nested spans. Standard library only.
"""
import argparse
import gzip
import json
import re
import subprocess

MARK = re.compile(r"\{([^{}|]*)\|([a-z]+)\}")
RE3D = {"Organisation": {"organisation", "group"}, "Person": {"person", "people"}, "Location": {"place", "facility"},
        "Weapon": {"weapon"}, "Vehicle": {"vehicle"}, "MilitaryPlatform": {"vehicle", "weapon"}}


def unmarked(text):
    """The text without its marks, and (begin, end, kind) of each."""
    plain, spans, at = "", [], 0
    for mark in MARK.finditer(text):
        plain += text[at:mark.start()]
        spans.append((len(plain), len(plain) + len(mark[1]), mark[2]))
        plain += mark[1]
        at = mark.end()
    return plain + text[at:], spans


def read_marked(path):
    reports = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("## "):
                reports.append("")
            elif reports and line.strip() and not line.startswith("= "):  # its events
                reports[-1] += line.strip() + "\n\n"
    return [unmarked(report) for report in reports]


def read_re3d(path):
    out = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            report = json.loads(line)
            spans = [(e["begin"], e["end"], e["type"]) for e in report["entities"] if e["type"] in RE3D]
            out.append((report["text"].replace("|", "/").replace("{", "(").replace("}", ")"), spans))
    return out


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def matched(gold, found, same):
    """How many pairs, one to one, taken in the text's order."""
    taken, pairs = set(), 0
    for g in gold:
        hit = next((i for i, f in enumerate(found) if i not in taken and same(g, f)), None)
        if hit is not None:
            taken.add(hit)
            pairs += 1
    return pairs


def line(name, pairs, gold, found):
    p, r = pairs / max(found, 1), pairs / max(gold, 1)
    print(f"{name:24} P {100 * p:5.1f}  R {100 * r:5.1f}  F1 {200 * p * r / max(p + r, 1e-9):5.1f}  gold {gold}  found {found}")


def score_marked(gold, found):
    kinds = sorted({s[2] for _, spans in gold + found for s in spans})
    for name, same in (("exact", lambda a, b: a == b), ("overlap", lambda a, b: a[2] == b[2] and overlap(a, b))):
        totals = [0, 0, 0]
        for kind in kinds:
            counts = [0, 0, 0]
            for (_, g), (_, f) in zip(gold, found):
                g, f = ([s for s in spans if s[2] == kind] for spans in (g, f))
                counts = [a + b for a, b in zip(counts, (matched(g, f, same), len(g), len(f)))]
            totals = [a + b for a, b in zip(totals, counts)]
            line(f"{name} {kind}", *counts)
        line(f"{name} all", *totals)


def score_re3d(gold, found):
    """Recall of gold spans that some span of a fitting kind overlaps; precision of spans of these kinds likewise."""
    for kind, ours in RE3D.items():
        fits = lambda g, f: f[2] in RE3D[g[2]] and overlap(g, f)
        reached = sum(any(fits(g, f) for f in fs) for (_, gs), (_, fs) in zip(gold, found) for g in gs if g[2] == kind)
        asked = sum(g[2] == kind for _, gs in gold for g in gs)
        right = sum(any(fits(g, f) for g in gs) for (_, gs), (_, fs) in zip(gold, found) for f in fs if f[2] in ours)
        given = sum(f[2] in ours for _, fs in found for f in fs)
        print(f"{kind:24} reached {reached} of {asked}, right {right} of {given}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("marked")
    parser.add_argument("program", nargs="+")
    parser.add_argument("--alone", action="store_true", help="the model without dictionaries")
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    re3d = ".jsonl" in options.marked
    gold = (read_re3d if re3d else read_marked)(options.marked)
    text = "".join(plain.rstrip("\n") + "\n---\n" for plain, _ in gold)
    output = subprocess.run(options.program + ["--model-alone"] * options.alone, input=text, capture_output=True, text=True, check=True).stdout
    found = [unmarked(part) for part in output.split("\n---\n")[:len(gold)]]
    assert all(f.rstrip("\n") == g.rstrip("\n") for (g, _), (f, _) in zip(gold, found)), "the texts are not the same"
    (score_re3d if re3d else score_marked)(gold, found)
    wrong = [(mark, text[a:b], kind, text[max(0, a - 40):b + 30].replace("\n", " "))
             for (text, gs), (_, fs) in zip(gold, found) if not re3d
             for mark, these, others in (("missed", gs, fs), ("spurious", fs, gs))
             for a, b, kind in these if (a, b, kind) not in others]
    for row in wrong[:options.errors]:
        print("\t".join(row))


if __name__ == "__main__":
    main()
