#!/usr/bin/env python3
"""score_reports.py PROGRAM FILE... [--details] [--at-least F1]: codes annotated reports (training/spans/README.md, with event lines) and
says how many of their events, roles and tolls are found, and how many of those found are right.

An event of the program is the one of the annotation that tells it most often (its words lie in the `told` pieces); each is
taken once, so one event told as two counts one spurious. A filler is right if its last word is that of a mention and one's
words are among the other's, or if both are names that end alike.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "training" / "events"))
from prepare import annotated  # noqa: E402

ROLES = ("perpetrators", "instruments", "physical_targets", "human_targets")
TOLLS = ("killed", "wounded", "abducted")
LEADS_ON = set("of who that which from in at near on with for belonging and".split())
SKIPPED = set("the a an two three four five six seven eight nine ten some several many his her their its".split())


def gold_events(lines):
    events = []
    for line in lines:
        key, value = line.split(" ", 1)
        if key == "event":
            kind, phase, outcome = value.split()
            events.append({"type": kind, "phase": phase, "outcome": outcome})
        elif key in TOLLS:
            events[-1][key] = int(value)
        elif key == "told":
            events[-1][key] = value.split(" | ")
        else:
            events[-1][key] = [entity.split(" / ") for entity in value.split(" | ")]
    return events


def kernel(text):
    words = []
    for word in re.findall(r"[\w.'’-]+|[^\w\s]", text.lower()):
        if word in SKIPPED or word.isdigit():
            continue
        if words and (word in LEADS_ON or not re.match(r"\w", word)):
            break
        if re.match(r"\w", word):
            words.append(word)
    return words


def same(a, b):
    x, y = kernel(a), kernel(b)
    if not x or not y or x[-1] != y[-1]:
        return False
    names = a[:1].isupper() and b[:1].isupper()
    return names or set(x) <= set(y) or set(y) <= set(x)


def fillers(event, role):
    if role == "perpetrators":
        items = event["perpetrator_individuals"] + event["perpetrator_organizations"]
        items = [i for i in items if i["status"] != "denied"]
    else:
        items = event[role]
    return [[m["text"] for m in item["mentions"]] + [item.get("name") or ""] for item in items]


def spans(text, pieces):
    return [(m.start(), m.end()) for piece in pieces for m in re.finditer(re.escape(piece), text)]


def tellings(text, gold, event):
    places = spans(text, gold.get("told", ()))
    return sum(any(s < t["end"] and t["start"] < e for s, e in places) for t in event["triggers"])


def pair_up(text, golds, events):
    """[(gold or None, event or None)], the pair that tells most first."""
    weights = sorted(((tellings(text, g, e), -j, -i) for i, g in enumerate(golds) for j, e in enumerate(events)), reverse=True)
    pairs, golds_left, events_left = [], set(range(len(golds))), set(range(len(events)))
    for weight, j, i in weights:
        if weight and -i in golds_left and -j in events_left:
            pairs.append((golds[-i], events[-j]))
            golds_left.discard(-i), events_left.discard(-j)
    return pairs + [(golds[i], None) for i in sorted(golds_left)] + [(None, events[j]) for j in sorted(events_left)]


class Count:
    def __init__(self):
        self.right = self.given = self.wanted = 0

    def line(self):
        p, r = (self.right / n if n else 0 for n in (self.given, self.wanted))
        return f"P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r) if p + r else 0:.3f}  ({self.wanted} wanted)"


def count_role(gold, event, role, count, tell=lambda *what: None):
    wanted = list((gold or {}).get(role, ()))
    given = fillers(event, role) if event else []
    count.wanted += len(wanted)
    count.given += len(given)
    for mentions in given:
        hit = next((w for w in wanted if any(same(a, b) for a in w for b in mentions if b)), None)
        if hit:
            wanted.remove(hit)
            count.right += 1
        else:
            tell("EXTRA", role, mentions)
    for mentions in wanted:
        tell("LACKS" if event else "UNTOLD", role, mentions)


def f1(count):
    return 2 * count.right / max(count.given + count.wanted, 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--at-least", type=float, default=0, help="exit status 1 where F1 of events is below")
    args = parser.parse_args()
    reports = [(f"{Path(path).stem}-{n}", report, lines)
               for path in args.files for n, (report, lines) in enumerate(annotated(path), 1)]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for name, report, _ in reports:
            file.write(json.dumps(dict(report, id=name)) + "\n")
        file.flush()
        out = subprocess.run([args.program, "code", file.name], capture_output=True, text=True, check=False).stdout
    codings = {c["report"]["id"]: c for c in map(json.loads, out.splitlines())}
    events, roles, facts = Count(), {role: Count() for role in ROLES}, Counter()
    silent = Counter()
    for name, report, lines in reports:
        golds, coding = gold_events(lines), codings.get(name)
        if not coding:
            continue
        if not golds:
            silent["wanted"] += 1
            silent["kept"] += not coding["events"]
        for gold, event in pair_up(coding["text"], golds, coding["events"]):
            events.wanted += gold is not None
            events.given += event is not None
            events.right += gold is not None and event is not None
            for role in ROLES:
                count_role(gold, event, role, roles[role], lambda *what, name=name: args.details and print(what[0], name, *what[1:]))
            if gold and event:
                for key in ("type", "phase", "outcome"):
                    facts[key] += gold[key] == event[key]
                    if args.details and gold[key] != event[key]:
                        print(key.upper(), name, gold[key], "found", event[key], [t["text"] for t in event["triggers"]])
                for toll in TOLLS:
                    if toll in gold:
                        facts[toll + " wanted"] += 1
                        found = (event[toll] or {}).get("best")
                        facts[toll] += found == gold[toll]
                        if args.details and found != gold[toll]:
                            print("TOLL", name, toll, gold[toll], "found", found, gold.get("told"))
            if args.details and (not gold or not event):
                what = gold or {"type": event["type"], "told": [t["text"] for t in event["triggers"]]}
                print("MISSED" if gold else "SPURIOUS", name, what["type"], what.get("told"))
    print(f"{len(reports)} reports; events {events.line()}")
    print(f"reports without an event: {silent['kept']} of {silent['wanted']} left without")
    for role in ROLES:
        print(f"{role:17} {roles[role].line()}")
    print("of the events found: " + ", ".join(f"{k} {facts[k] / max(events.right, 1):.3f}" for k in ("type", "phase", "outcome"))
          + ", " + ", ".join(f"{t} {facts[t] / max(facts[t + ' wanted'], 1):.3f}" for t in TOLLS))
    return int(f1(events) < args.at_least)


if __name__ == "__main__":
    sys.exit(main())
