#!/usr/bin/env python3
"""score_claims.py PROGRAM PART [--at-least SHARE] [--missed]: codes the passages of tests/claims and says how many of the
claims asked are found, and of those how many have the right polarity, certainty and speaker. PART is the beginning of the
files' names: `tests/claims/` or `tests/claims/held_out_`. Exit status 1 below SHARE of all fields right.

A claim is found if one of the coding has its field (or one of `also`), evidence that touches its sentence and a fitting
value: the best number, or one of the key strings in its JSON text. `fields right` counts four fields of every claim asked:
value, polarity, certainty, speaker; what is not found has none right.
"""
import argparse
import json
import subprocess
import sys
from collections import Counter

FIELDS = ("value", "polarity", "certainty", "speaker")


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def text_of(value):
    return json.dumps(value, ensure_ascii=False).lower().replace("’", "'")


def value_fits(want, value):
    if isinstance(want, dict):
        return isinstance(value, dict) and value.get("best") == want["best"]
    return not want or any(key in text_of(value) for key in want)


def speaker_fits(want, speaker):
    if not speaker:
        return want is None or None in want
    return any(key in text_of(speaker.get("name")) for key in want or () if key)


def is_about(gold, claim):
    start, end = gold["sentence"]
    evidence = claim["evidence"]
    return (claim["field"] in [gold["field"], *gold.get("also", [])] and evidence["start"] < end
            and start < evidence["end"] and value_fits(gold["value_any_of"], claim["value"]))


def judged(gold, claim):
    return {"value": True, "polarity": gold["polarity"] in (None, claim["polarity"]),
            "certainty": claim["certainty"] in gold["certainty"],
            "speaker": speaker_fits(gold["speaker_any_of"], claim["speaker"])}


def best_answer(gold, claims):
    answers = [judged(gold, claim) for claim in claims if is_about(gold, claim)]
    return max(answers, key=lambda answer: sum(answer.values()), default=dict.fromkeys(FIELDS, False))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("part")
    parser.add_argument("--at-least", type=float, default=0)
    parser.add_argument("--missed", action="store_true")
    args = parser.parse_args()
    run = subprocess.run([args.program, "code", args.part + "reports.jsonl"], capture_output=True, text=True, check=True)
    codings = {coding["report"]["id"]: coding for coding in map(json.loads, run.stdout.splitlines())}
    counts, quiet = Counter(), Counter()
    for record in read(args.part + "gold.jsonl"):
        coding = codings[record["id"]]
        if record["no_event"]:
            happened = [e for e in coding["events"] if e["outcome"] not in ("threatened", "planned")]
            quiet.update(asked=1, right=not happened)
            continue
        claims = [claim for event in coding["events"] for claim in event["claims"]]
        for gold in record["claims"]:
            if gold.get("optional"):
                continue
            answer = best_answer(gold, claims)
            counts.update(asked=1, all=all(answer.values()), **{field: answer[field] for field in FIELDS})
            if args.missed and not all(answer.values()):
                wrong = [field for field in FIELDS if not answer[field]]
                print(record["id"], gold["field"], gold["value_any_of"], ",".join(wrong))
    asked = max(counts["asked"], 1)
    fields = sum(counts[field] for field in FIELDS) / (asked * len(FIELDS))
    print(f"{asked} claims: " + ", ".join(f"{field} {counts[field] / asked:.3f}" for field in FIELDS)
          + f"; all four {counts['all'] / asked:.3f}; fields right {fields:.3f}; "
          f"passages without an event {quiet['right']} of {quiet['asked']}")
    return int(fields < args.at_least)


if __name__ == "__main__":
    sys.exit(main())
