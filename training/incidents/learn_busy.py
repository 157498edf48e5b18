#!/usr/bin/env python3
"""learn_busy.py WEIGHTS PAIRS...: learns what each sign weighs where much happens, from pairs of events of made corpora
(pair_cases), and writes it into src/incidents/weights.h (WEIGHTS) as the second number of each weight. Logistic regression
that is pulled to the first number, that of quiet places, which people chose: there the made corpus is easy, and real stories
are few in busy ones. Needs numpy and scipy; the same pairs give the same weights.
"""
import itertools
import re
import sys

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

THRESHOLD = 3.5  # weight::kThreshold
PULL = 30.0
STEP = 3  # of so many pairs one is looked at
# Groups join by the mean of their pairs and the best of them, so each pair has to bring more than its own odds.
APART = {"of two reports": -1.5}
WEIGHT = re.compile(r'\{\s*"([^"]+)",\s*(-?[\d.]+)(?:,\s*-?[\d.]+)?\}')
OF_ONE_REPORT = re.compile(r"of one report|an arrest|what the report is mainly about")


def read_pairs(paths, place):
    """Of pairs in busy places that two reports tell: are they one, and how often each weight was added."""
    one, rows, columns, times = [], [], [], []
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in itertools.islice(lines, 0, None, STEP):
                is_one, _, _, bustle, *reasons = line.rstrip("\n").split("\t")
                reasons = [reason.rsplit("=", 1) for reason in reasons]
                if bustle == "0" or any(OF_ONE_REPORT.match(name) for name, _ in reasons):
                    continue
                for name, n in reasons:
                    rows.append(len(one)), columns.append(place[name]), times.append(float(n))
                one.append(is_one == "1")
    return np.array(one, dtype=float), sparse.csr_matrix((times, (rows, columns)), shape=(len(one), len(place)))


def learn(one, added, start):
    def loss(change):
        odds = added @ (start + change) - THRESHOLD
        wrong = np.logaddexp(0, np.where(one == 1, -odds, odds)).sum()
        slope = added.T @ (1 / (1 + np.exp(-np.clip(odds, -40, 40))) - one)
        return wrong + PULL / 2 * change @ change, slope + PULL * change

    return start + minimize(loss, np.zeros(len(start)), jac=True, method="L-BFGS-B", options={"maxiter": 100}).x


def f1(one, added, weights):
    found = added @ weights >= THRESHOLD
    return 2 * (found * one).sum() / (found.sum() + one.sum())


def main():
    path, *pairs = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        text = file.read()
    quiet = {m[1]: float(m[2]) for m in WEIGHT.finditer(text)}
    place = {name: i for i, name in enumerate(quiet)}
    start = np.array(list(quiet.values()))
    one, added = read_pairs(pairs, place)
    weights = learn(one, added, start)
    print(f"{len(one)} pairs, {int(one.sum())} of one incident: F1 {f1(one, added, start):.3f} with the weights of quiet "
          f"places, {f1(one, added, weights):.3f} with these")
    busy = {name: weights[i] + APART.get(name, 0) for name, i in place.items() if added[:, i].nnz}
    with open(path, "w", encoding="utf-8") as file:
        file.write(WEIGHT.sub(lambda m: f'{{"{m[1]}", {m[2]}, {busy[m[1]]:.1f}}}' if m[1] in busy else m[0], text))


if __name__ == "__main__":
    main()
