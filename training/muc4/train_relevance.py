#!/usr/bin/env python3
"""train_relevance.py FOLDER CODINGS OUT: learns which reports MUC-4 asks for (political violence in nine countries of Latin
America, lately), from the keys of its development part in FOLDER and the program's codings of its texts, made by models of
events that have not seen them (train.sh). OUT is what benchmarks/muc4_templates reads: a line for each hashed feature and
its weight. Logistic regression over features scaled by how much commoner they are in reports asked for (Wang and Manning
2012). Standard library only; the same data give the same bytes.
"""
import importlib.util
import json
import math
import random
import re
import sys
from collections import Counter
from importlib.machinery import SourceFileLoader
from pathlib import Path

PASSES, RATE, PULL, KEPT, FOLDS = 15, 0.03, 1e-4, 0.6, 5
LEAST_REPORTS = 4  # that have a feature
LEAST_WEIGHT = 0.01


def load(path):
    loader = SourceFileLoader("muc4_templates", str(path))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


MUC4 = load(Path(__file__).resolve().parents[2] / "benchmarks" / "muc4_templates")


def scales(reports, wanted, known):
    """Log of how much commoner a feature is in reports asked for than in others."""
    asked, others = Counter(), Counter()
    for features, is_wanted in zip(reports, wanted):
        (asked if is_wanted else others).update(f for f in features if f in known)
    all_asked, all_others = sum(asked.values()) + len(known), sum(others.values()) + len(known)
    return {f: math.log((asked[f] + 1) / all_asked) - math.log((others[f] + 1) / all_others) for f in known}


def learn(reports, wanted):
    counts = Counter(f for features in reports for f in features)
    known = sorted(f for f, n in counts.items() if n >= LEAST_REPORTS)
    scale = scales(reports, wanted, set(known))
    weights, squares = dict.fromkeys(known, 0.0), dict.fromkeys(known, 1e-3)
    draw, order = random.Random(1), list(range(len(reports)))
    for _ in range(PASSES):
        draw.shuffle(order)
        for i in order:
            shown = [f for f in reports[i] if f in weights and draw.random() < KEPT]
            score = sum(weights[f] * scale[f] for f in shown)
            step = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - wanted[i]
            for f in shown:
                g = step * scale[f] + PULL * weights[f]
                squares[f] += g * g
                weights[f] -= RATE * g / math.sqrt(squares[f])
    return {f: KEPT * w * scale[f] for f, w in weights.items()}


def judge(reports, wanted):
    right = given = 0
    for fold in range(FOLDS):
        rest = [i for i in range(len(reports)) if i % FOLDS != fold]
        weights = learn([reports[i] for i in rest], [wanted[i] for i in rest])
        for i in range(fold, len(reports), FOLDS):
            found = sum(weights.get(f, 0) for f in reports[i]) > 0
            right += found and wanted[i]
            given += found
    p, r = right / given, right / sum(wanted)
    print(f"held out, {FOLDS} folds: precision {p:.3f} recall {r:.3f} F1 {2 * p * r / (p + r):.3f}")


def main():
    folder, out = Path(sys.argv[1]), Path(sys.argv[3])
    keys = "".join(p.read_text(encoding="latin-1") for p in sorted(folder.glob("dev/key-dev-*.muc4")))
    relevant = set(re.findall(r"^0\.\s+MESSAGE: ID\s+(\S+).*\n1\.\s+MESSAGE: TEMPLATE\s+\d", keys, re.M))
    codings = [json.loads(line) for line in Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()]
    codings.sort(key=lambda coding: coding["report"]["id"])
    reports = [sorted(MUC4.text_features(c["text"]) | MUC4.event_features(c)) for c in codings]
    wanted = [c["report"]["id"] in relevant for c in codings]
    print(f"{len(reports)} reports, {sum(wanted)} relevant")
    judge(reports, wanted)
    weights = learn(reports, wanted)
    rows = [f"{f}\t{w:.3f}" for f, w in sorted(weights.items()) if abs(w) >= LEAST_WEIGHT]
    out.write_text("# Which reports MUC-4 asks for: hashed words and pairs of words with weights; made by "
                   "training/muc4/train_relevance.py\n" + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} weights")


if __name__ == "__main__":
    main()
