#!/usr/bin/env python3
"""score_stories.py PROGRAM FOLDER... [--at-least SHARE] [--details]: builds a ledger of each story (a folder with
reports.jsonl and gold.json, or a folder of such folders; tests/reconciliation/README.md has the form) and compares its
incidents with those that a careful analyst would write.

Incidents are paired one to one, the best pairs first, by day, place, type and reports. Printed are, over all stories:
incidents (precision and recall of those paired; optional ones may be missing), reports (F1 of the reports of each pair),
fields (share of the values that the gold gives and the paired incident has; of a missing incident none), disagreements
(precision and recall). `overall` is the mean of the F1 of incidents, reports and disagreements and of the fields. Exit
status 1 below SHARE of it.
"""
import argparse
import json
import math
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path, PurePosixPath

FAMILIES = [{"shelling", "strike", "air_strike", "drone_attack"}, {"bombing", "suicide_bombing"},
            {"armed_attack", "assassination", "battle"}, {"protest", "riot"}]
ENOUGH = 2.2  # of the four points that a pair can have


def read_lines(text):
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def f1(right, found, wanted):
    return 2 * right / (found + wanted) if found + wanted else 1.0


def kilometres(a, b):
    (y, x), (v, u) = [(math.radians(p["lat"]), math.radians(p["lon"])) for p in (a, b)]
    h = math.sin((v - y) / 2) ** 2 + math.cos(y) * math.cos(v) * math.sin((u - x) / 2) ** 2
    return 12742 * math.asin(min(1, math.sqrt(h)))


def day_fits(gold, when):
    if not when["start"]:
        return 0
    start, end = date.fromisoformat(when["start"]), date.fromisoformat(when["end"] or when["start"])
    first, last = map(date.fromisoformat, gold["date"])
    if first <= start and end <= last:
        return 1
    return 0.5 if start <= last and first <= end and (end - start).days < 366 else 0


def place_fits(gold, where):
    if where["lat"] is not None and kilometres(gold["place"], where) <= gold["place"]["tolerance_km"]:
        return 1
    vague = where["precision"] in ("admin1", "country", "unknown")
    return 0.5 if vague and where["country"] == gold["place"]["country"] else 0


def type_fits(gold, kind):
    if kind in gold["types"]:
        return 1
    return 0.5 if any(kind in family and family & set(gold["types"]) for family in FAMILIES) else 0


def reports_of(incident):
    return {PurePosixPath(report["uri"]).stem for report in incident["reports"]}


def likeness(gold, incident):
    ours, theirs = reports_of(incident), set(gold["reports"])
    return (day_fits(gold, incident["when"]) + place_fits(gold, incident["where"]) +
            type_fits(gold, incident["type"]) + f1(len(ours & theirs), len(ours), len(theirs)))


def paired(golds, incidents):
    """[(gold, incident)], best first; no incident twice."""
    scores = sorted(((likeness(g, i), -n, -m) for n, g in enumerate(golds) for m, i in enumerate(incidents)), reverse=True)
    out, taken_gold, taken = [], set(), set()
    for score, n, m in scores:
        if score >= ENOUGH and n not in taken_gold and m not in taken:
            out.append((golds[-n], incidents[-m]))
            taken_gold.add(n), taken.add(m)
    return out


def mentions(items, wanted):
    text = " | ".join(str(item.get(key)) for item in items for key in ("name", "description")).lower()
    return any(word.lower() in text for word in wanted)


def fields(gold, incident):
    """{field: right?} for what the gold gives; of no incident, nothing is right."""
    asked = {"type": lambda i: i["type"] in gold["types"], "outcome": lambda i: i["outcome"] in gold["outcomes"],
             "when": lambda i: day_fits(gold, i["when"]) == 1, "where": lambda i: place_fits(gold, i["where"]) == 1}
    if gold["part_of_day"]:
        asked["part_of_day"] = lambda i: i["when"]["part_of_day"] in gold["part_of_day"]
    if gold["perpetrator"]:
        named = lambda i: [p for p in i["perpetrators"] if mentions([p], gold["perpetrator"]["any_of"])]
        asked["perpetrator"] = lambda i: bool(named(i))
        asked["status"] = lambda i: any(p["status"] in gold["perpetrator"]["status"] for p in named(i))
    if gold["target"]:
        asked["target"] = lambda i: mentions(i["physical_targets"] + i["human_targets"], gold["target"])
    if gold["weapon"]:
        asked["weapon"] = lambda i: mentions(i["instruments"], gold["weapon"]["any_of"])
    for toll in ("killed", "wounded"):
        if gold[toll] is not None:
            asked[toll] = lambda i, toll=toll: i[toll]["best"] == gold[toll]
    if gold["damage"]:
        asked["damage"] = lambda i: i["damage"] in gold["damage"]
    return {name: bool(incident) and right(incident) for name, right in asked.items()}


def meets(gold, found, stems):
    """Does a disagreement found set two of the gold's sides against each other, one of them without those of the other?"""
    if gold["fields"] and found["field"] not in gold["fields"]:
        return False
    sides = [{stems[r] for r in position["reports"]} for position in found["positions"]]
    wanted = [set(side) for side in gold["positions"]]
    return any(one & x and other & y and not (one & y and other & x) for i, x in enumerate(wanted) for y in wanted[i + 1:]
               for one in sides for other in sides if one is not other)


class Tally:
    def __init__(self):
        self.incidents, self.paired, self.wanted, self.hit = 0, 0, 0, 0
        self.report_f1, self.fields = [], {}
        self.claimed, self.real, self.asked, self.met = 0, 0, 0, 0

    def add(self, gold, incidents):
        golds = gold["incidents"]
        pairs = paired(golds, incidents)
        owner = {id(i): g for g, i in pairs}
        missed = [g for g in golds if g["required"] and all(g is not h for h, _ in pairs)]
        self.incidents += len(incidents)
        self.paired += len(pairs)
        self.wanted += sum(g["required"] for g in golds)
        self.hit += sum(g["required"] for g, _ in pairs)
        for g, i in pairs:
            ours, theirs = reports_of(i), set(g["reports"])
            self.report_f1.append(f1(len(ours & theirs), len(ours), len(theirs)))
        for g, i in pairs + [(g, None) for g in missed]:
            for name, right in fields(g, i).items():
                self.fields.setdefault(name, []).append(right)
        self.add_disagreements(gold.get("disagreements", []), incidents, owner)
        return {"missed": [g["id"] for g in missed], "extra": [i["summary"] for i in incidents if id(i) not in owner]}

    def add_disagreements(self, asked, incidents, owner):
        met = set()
        for i in incidents:
            stems = {r["id"]: PurePosixPath(r["uri"]).stem for r in i["reports"]}
            for found in i["disagreements"]:
                fits = [n for n, d in enumerate(asked)
                        if id(i) in owner and owner[id(i)]["id"] == d["incident"] and meets(d, found, stems)]
                self.claimed += 1
                self.real += bool(fits)
                met.update(fits)
        self.asked += sum(d["required"] for d in asked)
        self.met += sum(asked[n]["required"] for n in met)

    def figures(self):
        precision = self.paired / self.incidents if self.incidents else 0
        recall = self.hit / self.wanted if self.wanted else 1
        values = [right for rights in self.fields.values() for right in rights]
        real = self.real / self.claimed if self.claimed else float(not self.asked)
        met = self.met / self.asked if self.asked else 1
        mean = lambda p, r: 2 * p * r / (p + r) if p + r else 0
        out = {"incidents": mean(precision, recall), "precision": precision, "recall": recall,
               "reports": sum(self.report_f1) / max(1, len(self.report_f1)), "fields": sum(values) / max(1, len(values)),
               "disagreements": mean(real, met), "real": real, "met": met}
        parts = ("incidents", "reports", "fields", "disagreements")
        return {"overall": sum(out[p] for p in parts) / len(parts), **out}


def stories_in(folders):
    for folder in map(Path, folders):
        if (folder / "gold.json").exists():
            yield folder
        else:
            yield from sorted(path.parent for path in folder.glob("*/gold.json"))


def incidents_of(program, story):
    with tempfile.TemporaryDirectory() as work:
        ledger = f"{work}/story.sitrep"
        subprocess.run([program, "build", ledger, story / "reports.jsonl"], check=True, stderr=subprocess.DEVNULL)
        return read_lines(subprocess.run([program, "export", ledger, "--format", "jsonl"], check=True,
                                         stdout=subprocess.PIPE, text=True).stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--at-least", type=float, default=0)
    parser.add_argument("--details", action="store_true", help="what is missed and what is too much, story by story")
    options = parser.parse_args()
    tally, stories = Tally(), 0
    for story in stories_in(options.folders):
        stories += 1
        wrong = tally.add(json.loads((story / "gold.json").read_text(encoding="utf-8")), incidents_of(options.program, story))
        if options.details:
            print(f"{story.name}: missed {wrong['missed']}, too much {wrong['extra']}")
    figures = tally.figures()
    print(f"{stories} stories  " + "  ".join(f"{name} {value:.3f}" for name, value in figures.items()))
    print("fields  " + "  ".join(f"{name} {sum(r) / len(r):.2f}" for name, r in sorted(tally.fields.items())))
    return int(not stories or figures["overall"] < options.at_least)


if __name__ == "__main__":
    sys.exit(main())
