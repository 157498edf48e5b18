#!/usr/bin/env python3
"""How many of a million reports hold a word: count_words.py VECTORS.words REPORTS... > dictionaries/word_rarity.tsv

VECTORS.words is the vocabulary of GloVe's vectors, commonest word first (training/language/vectors.py): by Zipf's law a
word of rank r makes up about 0.075/r of Wikipedia and Gigaword, and LENGTH words hold it with the chance 1-exp(-LENGTH*0.075/r).
That is what PRIOR reports say; REPORTS (training/events, training/spans) are counted beside them, for in news of violence
other words are common than in general.
"""
import collections
import math
import re
import sys
import unicodedata
from pathlib import Path

LENGTH = 300
PRIOR = 250
WORDS = 20000
WORD = re.compile(r"[^\W_]+")


def normal(word):
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in folded if c.isalnum())


def reports(paths):
    for path in paths:
        for block in re.split(r"^## ", Path(path).read_text(encoding="utf-8"), flags=re.M)[1:]:
            head, *lines = block.splitlines()
            text = [head.split(" | ", 2)[2]] + [line for line in lines if not line.startswith("= ")]
            yield re.sub(r"\{([^{}|]*)\|[a-z_]+\}", r"\1", "\n".join(text))


def main():
    vocabulary, *paths = sys.argv[1:]
    general, rank = {}, 0
    for word in Path(vocabulary).read_text(encoding="utf-8").split("\n"):
        if not WORD.fullmatch(word):
            continue
        rank += 1
        general.setdefault(normal(word), 1 - math.exp(-LENGTH * 0.075 / rank))
    held, texts = collections.Counter(), 0
    for text in reports(paths):
        texts += 1
        held.update({normal(word) for word in WORD.findall(text)})
    share = {w: (held[w] + PRIOR * general.get(w, 0)) / (texts + PRIOR) for w in general.keys() | held.keys()}
    kept = sorted((w for w in share if not w.isdigit() and len(w) > 1), key=lambda w: (-share[w], w))[:WORDS]
    print("# How many of a million reports hold a word; those that are not here are rare. Made by training/words/count_words.py")
    print("word\treports")
    for word in kept:
        print(f"{word}\t{round(share[word] * 1e6)}")


if __name__ == "__main__":
    main()
