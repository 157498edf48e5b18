#!/usr/bin/env python3
"""prepare.py OUT FILE... [--muc4 FOLDER [--half 0|1]]: annotated reports to OUT.jsonl (reports) and OUT.gold (their events).

FILE is a file of reports in the form of training/spans/README.md with event lines. FOLDER is MUC-4's development part: its
texts (dev.jsonl) and templates (dev/key-dev-*.muc4); of a template the fillers are taken, not where it is told. With --half
every second text is taken; the others go to OUT.others.jsonl, without events.
"""
import argparse
import json
import re
from pathlib import Path

LONG = 220  # words; joins are not learnt from longer reports of ours, nor from these files (docs/event-model.md)
WITHOUT_JOINS = {Path(line).name for line in
                 Path(__file__).with_name("without_joins.list").read_text(encoding="utf-8").split()}
TYPES = {"ATTACK": "armed_attack", "BOMBING": "bombing", "KIDNAPPING": "kidnapping", "ARSON": "arson", "ROBBERY": "robbery",
         "HIJACKING": "hijacking", "FORCED WORK STOPPAGE": "work_stoppage"}
SLOTS = {6: "instruments", 9: "perpetrators", 10: "perpetrators", 12: "physical_targets", 18: "human_targets",
         19: "human_targets"}


def plain(line):
    return re.sub(r"\{([^{}|]*)\|[a-z_]+\}", r"\1", line)


def annotated(path):
    """(report, event lines) of each report of a file."""
    report, events = None, []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            if report:
                yield report, events
            _, day, title = line[3:].split(" | ", 2)
            report, events = {"title": title, "published": day, "text": ""}, []
        elif line.startswith("= "):
            key, value = line[2:].split(": ", 1)
            events.append(f"{key} {value}")
        elif line:
            report["text"] += ("\n\n" if report["text"] else "") + plain(line)
    if report:
        yield report, events


def excerpt(report, events, title, text):
    """What is left of a report and its events in some of its words; events that are not told there are gone."""
    whole, kept, block = f"{title}\n\n{text}", [], []
    for line in [*events, "event"]:
        key, _, value = line.partition(" ")
        if key == "event":
            if any(part.startswith("told ") for part in block):
                kept += block
            block = [line]
        elif key in ("killed", "wounded", "abducted"):
            block.append(line)
        else:
            entities = [" / ".join(m for m in entity.split(" / ") if m in whole) for entity in value.split(" | ")]
            if left := " | ".join(entity for entity in entities if entity):
                block.append(f"{key} {left}")
    return {**report, "title": title, "text": text}, kept


def with_excerpts(report, events):
    """A report, its first paragraph as a post would be, and its headline as a feed would have it."""
    yield "", report, events
    yield "/lead", *excerpt(report, events, "", report["text"].split("\n\n")[0])
    yield "/headline", *excerpt(report, events, "", report["title"])


def teaches_joins(path, report):
    return Path(path).name not in WITHOUT_JOINS and len(report["text"].split()) <= LONG


def templates(path):
    """{slot: [lines]} of each template of a key; of slot 0 the message alone."""
    slots, slot = {}, None
    for line in Path(path).read_text(encoding="latin-1").splitlines():
        if line.startswith(";"):
            continue
        head = re.match(r"(\d+)\.\s+(MESSAGE|INCIDENT|PERP|PHYS TGT|HUM TGT): [A-Z ]+?(\s{2,}|$)", line)
        if head:
            slot = int(head.group(1))
            if slot == 0 and slots:
                yield slots
                slots = {}
        elif not line[:1].isspace():
            slot = None
        fill = line[head.end():].strip() if head else line.strip()
        if slot is not None and fill not in ("", "-", "*"):
            slots.setdefault(slot, []).append(fill.split()[0] if slot == 0 else fill)
    yield slots


def strings(fill):
    """The quoted strings before a tag, alternatives of one filler."""
    value = re.split(r'"\s*:', fill)[0] + ('"' if re.search(r'"\s*:', fill) else "")
    return re.findall(r'"([^"]+)"', value)


def tag(fill):
    found = re.search(r'"\s*:\s*"([^"]+)"', fill)
    return found.group(1) if found else None


def template_lines(slots):
    kind = TYPES.get(re.sub(r"^\(|\)$|\s*/.*", "", slots.get(4, [""])[0]).strip())
    if not kind:
        return []
    lines, people = [f"event {kind} new completed"], {}
    for slot, key in SLOTS.items():
        for fill in slots.get(slot, ()):
            names = [n for n in strings(fill) if n != "-"]
            if not names:
                continue
            if slot == 19 and tag(fill) in people:
                people[tag(fill)].extend(names)
            elif slot in (18, 19):
                people[names[0]] = names
            else:
                lines.append(f"{key} " + " / ".join(names))
    return lines + ["human_targets " + " / ".join(names) for names in people.values()]


def muc4(folder):
    events = {}
    for key in sorted(Path(folder).glob("dev/key-dev-*.muc4")):
        for slots in templates(key):
            events.setdefault(slots[0][0], []).extend(template_lines(slots))
    for line in Path(folder, "dev.jsonl").read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        yield report, [re.sub(r"\s+", " ", e) for e in events.get(report["id"], ())]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out")
    parser.add_argument("files", nargs="*")
    parser.add_argument("--muc4")
    parser.add_argument("--half", type=int, choices=(0, 1))
    args = parser.parse_args()
    with open(args.out + ".jsonl", "w", encoding="utf-8") as reports, open(args.out + ".gold", "w", encoding="utf-8") as gold:
        for path in args.files:
            # Excerpts stand right behind their report and share its id before the slash: train_events holds them out together.
            for number, annotation in enumerate(annotated(path), 1):
                mark = "" if teaches_joins(path, annotation[0]) else " without_joins"
                for part, report, events in with_excerpts(*annotation):
                    report = {**report, "id": f"{Path(path).stem}-{number}{part}"}
                    reports.write(json.dumps(report, ensure_ascii=False) + "\n")
                    gold.write("\n".join([f"## {report['id']}{mark}", *events]) + "\n\n")
        others = []
        for number, (report, events) in enumerate(muc4(args.muc4) if args.muc4 else ()):
            line = json.dumps(report, ensure_ascii=False) + "\n"
            if args.half is not None and number % 2 != args.half:
                others.append(line)
                continue
            reports.write(line)
            gold.write("\n".join([f"## {report['id']} partial", *events]) + "\n\n")
    if others:
        Path(args.out + ".others.jsonl").write_text("".join(others), encoding="utf-8")


if __name__ == "__main__":
    main()
