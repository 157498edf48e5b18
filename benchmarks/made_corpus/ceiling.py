#!/usr/bin/env python3
"""What a made corpus lets anyone know: the B-cubed F1 of somebody who never joins wrongly, and joins two events of one
incident where their words hold a name that only this incident has (street, victim, investigator, ...), or where day
and place are right and what is told of it fits no other incident of that type, day and place.

ceiling.py BASE        reads BASE.jsonl, BASE.truth.tsv, BASE.incidents.jsonl
"""
import collections
import json
import math
import sys

NEAR_KM = 16


def kilometres(where, incident):
    dy = where["lat"] - incident["lat"]
    dx = (where["lon"] - incident["lon"]) * math.cos(math.radians(incident["lat"]))
    return 111.2 * math.hypot(dx, dy)


def is_right(event, incident):
    """Does it have the day and the place?"""
    where, when = event["where"], event["when"]
    if where["lat"] is None or where["precision"] in ("admin1", "country"):
        return False
    return kilometres(where, incident) < NEAR_KM and when["start"] == when["end"] == incident["day"]


def known(event, text, incident):
    """The fields of the incident that this event has right and that may tell it from others."""
    fields = [field for field in ("thing", "group") if incident[field] in text]
    for field in ("killed", "wounded"):
        if event[field]["best"] == incident[field] > 1:
            fields.append(field)
    return fields


def cell(incident):
    return incident["type"], incident["day"], round(incident["lat"], 1), round(incident["lon"], 1)


def keys_of(event, text, incident, crowd):
    keys = [name for name in incident["names"] if name in text]
    if is_right(event, incident):
        fields = known(event, text, incident)
        like = [x for x in crowd if all(x[field] == incident[field] for field in fields)]
        if len(like) == 1:
            keys.append("what is told fits it alone")
    return keys


def groups_of(events):
    """Sizes of the groups of events, given as lists of keys, that share keys."""
    parents = list(range(len(events)))

    def root(i):
        while parents[i] != i:
            i = parents[i]
        return i

    first = {}
    for i, keys in enumerate(events):
        for key in keys:
            parents[root(i)] = root(first.setdefault(key, i))
    return collections.Counter(map(root, range(len(events)))).values()


def read(base):
    with open(base + ".truth.tsv", encoding="utf-8") as lines:
        truth = dict(line.rstrip("\n").split("\t") for line in lines)
    with open(base + ".incidents.jsonl", encoding="utf-8") as lines:
        incidents = {incident["id"]: incident for incident in map(json.loads, lines)}
    return truth, incidents


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    truth, incidents = read(sys.argv[1])
    crowds, events = collections.defaultdict(list), collections.defaultdict(list)
    for incident in incidents.values():
        crowds[cell(incident)].append(incident)
    with open(sys.argv[1] + ".jsonl", encoding="utf-8") as lines:
        for coding in map(json.loads, lines):
            for event in coding["events"]:
                incident = incidents[truth[f"{coding['report']['id']}/{event['id']}"]]
                alone = len(coding["events"]) == 1
                text = coding["text"] if alone else " ".join(c["evidence"]["text"] for c in event["claims"])
                events[incident["id"]].append(keys_of(event, text, incident, crowds[cell(incident)]))
    recall = sum(sum(size * size for size in groups_of(told)) / len(told) for told in events.values()) / len(truth)
    print(f"recall {recall:.3f} F1 {2 * recall / (1 + recall):.3f} at precision 1")


if __name__ == "__main__":
    main()
