#!/usr/bin/env python3
"""Tags and trees from raw text, scored as the CoNLL 2018 shared task does: F1 over words aligned by their characters.

    score_raw.py GOLD.conllu[.gz] build/release/parse_conllu

Puts GOLD's text together (a blank line between paragraphs), has `parse_conllu --text` read it, and prints F1 of words,
sentences, UPOS, UAS and LAS in percent. A word is right when it has the same characters; its head when head and gold
head are aligned too.
"""
import gzip
import subprocess
import sys


def rows(lines):
    """Sentences as lists of ten-cell rows, with the comments before them."""
    comments, sentence = [], []
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("#"):
            comments.append(line)
        elif line:
            sentence.append(line.split("\t"))
        elif sentence:
            yield comments, sentence
            comments, sentence = [], []
    if sentence:
        yield comments, sentence


def raw_text(sentences):
    text = ""
    for comments, sentence in sentences:
        if text and any(c.startswith(("# newpar", "# newdoc")) for c in comments):
            text = text.rstrip(" ") + "\n\n"
        inside = 0  # last word of the multiword token that we are in
        for cells in sentence:
            glued = "SpaceAfter=No" in cells[9]
            if "-" in cells[0]:
                inside = int(cells[0].split("-")[1])
            elif not cells[0].isdigit() or int(cells[0]) <= inside:
                continue
            text += cells[1] + ("" if glued else " ")
    return text


def words(sentences):
    """(start, end, upos, head's start and end or None, deprel) of each word; spans of sentences. Offsets count
    characters that are not white space."""
    out, spans, at = [], [], 0
    for _, sentence in sentences:
        first, placed = at, []
        token, inside, parts = None, 0, []
        for cells in sentence:
            if "-" in cells[0]:
                token, inside, parts = cells[1], int(cells[0].split("-")[1]), []
                continue
            if not cells[0].isdigit():
                continue
            size = len(cells[1].replace(" ", "").replace("\u00a0", ""))
            if token is not None:
                parts.append(len(placed))
                if int(cells[0]) == inside:  # its words share the token's characters, the last one takes what is left
                    size = at + len(token) - at - sum(placed[i][1] - placed[i][0] for i in parts[:-1])
                    token = None
            placed.append([at, at + max(size, 0), cells])
            at += max(size, 0)
        spans.append((first, at))
        for start, end, cells in placed:
            head = None if cells[6] == "0" else tuple(placed[int(cells[6]) - 1][:2])
            out.append((start, end, cells[3], head, cells[7]))
    return out, spans


def f1(right, gold, system):
    return 200 * right / (gold + system)


def main():
    path, program = sys.argv[1:3]
    with (gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")) as f:
        gold = list(rows(f))
    done = subprocess.run([program, "--text"], input=raw_text(gold).encode(), stdout=subprocess.PIPE, check=True)
    gold_words, gold_spans = words(gold)
    our_words, our_spans = words(list(rows(done.stdout.decode().split("\n"))))
    ours = {w[:2]: w for w in our_words}
    pairs = [(g, ours[g[:2]]) for g in gold_words if g[:2] in ours]
    figures = {
        "words": len(pairs),
        "UPOS": sum(g[2] == o[2] for g, o in pairs),
        "UAS": sum(g[3] == o[3] for g, o in pairs),
        "LAS": sum(g[3:] == o[3:] for g, o in pairs),
    }
    line = [f"{name} {f1(n, len(gold_words), len(our_words)):.2f}" for name, n in figures.items()]
    line.insert(1, f"sentences {f1(len(set(gold_spans) & set(our_spans)), len(gold_spans), len(our_spans)):.2f}")
    print("  ".join(line))


if __name__ == "__main__":
    main()
