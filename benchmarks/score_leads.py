#!/usr/bin/env python3
"""score_leads.py PROGRAM CASES.jsonl... [--misses] [--only FIELD]: codes short reports, each by itself, and compares their
events with those that an editor would note (tests/leads/README.md has the form).

Events are paired one to one within a report, the best pairs first, by what fields they have right. Printed are precision,
recall and F1 of events; the share of reports without an event that are left without; of the fields that the cases give,
the share right (of a missing event none); and the share of reports that are right in everything. --misses tells what is
wrong, report by report; with --only, in that field alone.
"""
import argparse
import json
import subprocess
import sys
import tempfile
import unicodedata
from collections import defaultdict
from pathlib import Path

ROLES = {"perpetrators": ("perpetrator_individuals", "perpetrator_organizations"), "people": ("human_targets",),
         "things": ("physical_targets",), "weapons": ("instruments",)}
TOLLS = ("killed", "wounded", "abducted")


def names(event, field):
    """Of each item of a role, all that it is called, and its status."""
    for key in ROLES[field]:
        for item in event[key]:
            called = [item.get("name"), item.get("description")] + [m["text"] for m in item["mentions"]]
            yield " | ".join(filter(None, called)).lower(), item.get("status")


def role_right(event, field, asked):
    found = list(names(event, field))
    for entry in asked:
        entry = {"name": entry} if isinstance(entry, str) else entry
        fits = (status for called, status in found if entry["name"].lower() in called)
        if not any("status" not in entry or status in entry["status"] for status in fits):
            return False
    return True


def day_right(event, asked):
    when = event["when"] or {}
    start, end = when.get("start"), when.get("end") or when.get("start")
    return bool(start) and asked[0] <= start[:10] and end[:10] <= asked[1]


def plain(name):
    """Without accents and case."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()


def place_right(event, asked):
    """By name, or by what the report calls a place at the same point."""
    where, asked = event["where"] or {}, plain(asked)
    called = [where.get("name") or ""] + [p["text"] for p in event["places"] if is_at(p["where"], where)]
    return any(name and (asked in plain(name) or plain(name) in asked) for name in called)


def is_at(place, where):
    return place["gazetteer_id"] and place["gazetteer_id"] == where.get("gazetteer_id")


def right(event, asked):
    """Of each field that is asked for, whether the event has it."""
    out = {}
    for field, value in asked.items():
        if field == "type":
            out[field] = event["type"] in value
        elif field in ("phase", "outcome"):
            out[field] = event[field] == value
        elif field == "date":
            out[field] = day_right(event, value)
        elif field == "country":
            out[field] = (event["where"] or {}).get("country") == value
        elif field == "place":
            out[field] = place_right(event, value)
        elif field in TOLLS:
            out[field] = (event[field] or {}).get("best") == value
        elif field in ROLES:
            out[field] = role_right(event, field, value)
    return out


def paired(events, asked):
    """Pairs (event, asked, fields); each stands in one."""
    rated = [(right(event, gold), i, j) for i, event in enumerate(events) for j, gold in enumerate(asked)]
    rated.sort(key=lambda r: (-sum(r[0].values()), r[1], r[2]))
    used_events, used_asked, pairs = set(), set(), []
    for fields, i, j in rated:
        if i not in used_events and j not in used_asked:
            used_events.add(i), used_asked.add(j)
            pairs.append((events[i], asked[j], fields))
    return pairs


def codings(program, cases):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("".join(json.dumps({key: case[key] for key in ("id", "title", "published", "text")}) + "\n"
                                for case in cases), encoding="utf-8")
        out = subprocess.run([program, "code", str(path)], capture_output=True, text=True, check=True).stdout
    read = [json.loads(line) for line in out.splitlines()]
    return [[event | {"places": coding["places"]} for event in coding["events"]] for coding in read]


def brief(event):
    roles = {field: [called.split(" | ")[0] + (f" ({status})" if status else "") for called, status in names(event, field)]
             for field in ROLES}
    where, when = event["where"] or {}, event["when"] or {}
    tolls = {field: (event[field] or {}).get("best") for field in TOLLS if event[field]}
    return (f"{event['type']} {event['phase']} {event['outcome']} @ {where.get('name')} {where.get('country')} "
            f"{(when.get('start') or '')[:10]}..{(when.get('end') or '')[:10]} {tolls} {roles}")


class Tally:
    def __init__(self):
        self.found = self.asked = self.paired = self.none = self.none_left = self.whole = self.reports = 0
        self.fields = defaultdict(list)

    def add(self, case, events):
        """What is wrong, as lines."""
        pairs = paired(events, case["events"])
        self.reports += 1
        self.found += len(events)
        self.asked += len(case["events"])
        self.paired += len(pairs)
        self.none += not case["events"]
        self.none_left += not case["events"] and not events
        wrong = []
        for event, gold, fields in pairs:
            for field, is_right in fields.items():
                self.fields[field].append(is_right)
                if not is_right:
                    wrong.append((field, f"{field}: asked {gold[field]}, is: {brief(event)}"))
        matched = [id(gold) for _, gold, _ in pairs]
        for gold in case["events"]:
            if id(gold) not in matched:
                for field in right(EMPTY, gold):
                    self.fields[field].append(False)
                wrong.append(("missed", f"missed: {gold}"))
        of_pairs = [id(event) for event, _, _ in pairs]
        wrong += [("extra", f"too much: {brief(event)}") for event in events if id(event) not in of_pairs]
        self.whole += not wrong
        return wrong

    def figures(self):
        precision, recall = self.paired / max(self.found, 1), self.paired / max(self.asked, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        fields = [value for values in self.fields.values() for value in values]
        return (f"{self.reports} reports  events F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}  "
                f"without {self.none_left} of {self.none}  fields {sum(fields) / max(len(fields), 1):.3f}  "
                f"all right {self.whole / max(self.reports, 1):.3f}\n" +
                "  ".join(f"{field} {sum(v) / len(v):.3f}" for field, v in sorted(self.fields.items())))


EMPTY = {"type": None, "phase": None, "outcome": None, "when": None, "where": None, "places": [], **dict.fromkeys(TOLLS),
         **{key: [] for keys in ROLES.values() for key in keys}}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("cases", nargs="+")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--only")
    options = parser.parse_args()
    cases = [json.loads(line) for path in options.cases for line in Path(path).read_text(encoding="utf-8").splitlines()]
    tally = Tally()
    for case, events in zip(cases, codings(options.program, cases), strict=True):
        wrong = [text for field, text in tally.add(case, events) if options.only in (None, field)]
        if options.misses and wrong:
            print(f"{case['id']} {case['published']} {case['title']} ## {case['text']}", *wrong, sep="\n    ")
    print(tally.figures())
    return 0


if __name__ == "__main__":
    sys.exit(main())
