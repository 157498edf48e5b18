#!/usr/bin/env python3
"""story_truth.py PROGRAM REPORTS TRUTH FOLDER...: which events of the stories' reports tell of the same incident, for
pair_cases. Writes all codings of the stories to REPORTS and a line `REPORT/EVENT`, tab, `STORY/INCIDENT` for each event that
fits one of its story's incidents that the report tells of, by day, place and type; what fits none is left out.
"""
import json
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path

HERE = Path(__file__).resolve()
STORIES = SourceFileLoader("score_stories", str(HERE.parents[2] / "benchmarks" / "score_stories.py")).load_module()
ENOUGH = 1.5  # of three


def likeness(gold, event):
    return (STORIES.day_fits(gold, event["when"]) + STORIES.place_fits(gold, event["where"]) +
            STORIES.type_fits(gold, event["type"]))


def told_by(golds, stem, event):
    fitting = sorted((-likeness(g, event), g["id"]) for g in golds if stem in g["reports"])
    if not fitting or -fitting[0][0] < ENOUGH or (len(fitting) > 1 and fitting[0][0] == fitting[1][0]):
        return None
    return fitting[0][1]


def main():
    program, reports, truth = sys.argv[1:4]
    with open(reports, "w", encoding="utf-8") as codings, open(truth, "w", encoding="utf-8") as out:
        for story in STORIES.stories_in(sys.argv[4:]):
            golds = json.loads((story / "gold.json").read_text(encoding="utf-8"))["incidents"]
            coded = subprocess.run([program, "code", story / "reports.jsonl"], check=True, stdout=subprocess.PIPE, text=True)
            for coding in STORIES.read_lines(coded.stdout):
                stem = coding["report"]["uri"].rsplit("/", 1)[-1].rsplit("#", 1)[-1].removesuffix(".html")
                coding["report"]["id"] = f"{story.name}-{coding['report']['id']}"
                codings.write(json.dumps(coding, ensure_ascii=False) + "\n")
                for event in coding["events"]:
                    incident = told_by(golds, stem, event)
                    if incident:
                        out.write(f"{coding['report']['id']}/{event['id']}\t{story.name}/{incident}\n")


if __name__ == "__main__":
    main()
