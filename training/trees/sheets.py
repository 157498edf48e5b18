#!/usr/bin/env python3
"""Trees corrected by hand: sheets.py make TREES.conllu FOLDER | check SHEET.txt... | apply FOLDER > OUT.conllu

`make` writes the sentences of TREES.conllu (as `parse_conllu --text` prints them) to FOLDER/01.txt, 02.txt, ..., 48 each.
Whoever corrects them writes FOLDER/01.fix beside; `check` tells what is wrong with it, by line; `apply` prints the
corrected sentences, without those that are marked BAD or whose tree is none. Forms: README.md of this folder.
"""
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

A_SHEET = 48  # sentences
RELATIONS = set("""acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound
    compound:prt conj cop csubj csubj:pass csubj:outer dep det det:predet discourse dislocated expl fixed flat goeswith iobj
    list mark nmod nmod:desc nmod:poss nmod:unmarked nsubj nsubj:pass nsubj:outer nummod obj obl obl:agent obl:unmarked
    orphan parataxis punct reparandum root vocative xcomp""".split())
KINDS = set("person people group organisation place facility vehicle weapon -".split())
TAGS = re.compile(r"[A-Z]+/[A-Z$.,:`'-]+")
BACKWARD = ("flat", "conj", "appos")  # relations whose head stands before


@dataclass
class Word:
    form: str
    tags: str  # UPOS/XPOS
    head: int  # from 1; 0 for the root
    relation: str
    kind: str = "-"
    glued: bool = False  # no blank behind it


@dataclass
class Sheet:
    sentences: dict = field(default_factory=dict)  # by number, lists of Word
    bad: set = field(default_factory=set)
    problems: list = field(default_factory=list)


def read_conllu(path):
    """Lists of Word."""
    for block in Path(path).read_text(encoding="utf-8").strip().split("\n\n"):
        words = []
        for line in block.split("\n"):
            cells = line.split("\t")
            if line.startswith("#") or not cells[0].isdigit():
                continue
            notes = dict(note.split("=", 1) for note in cells[9].split("|") if "=" in note)
            words.append(Word(cells[1], f"{cells[3]}/{cells[4]}", int(cells[6]), cells[7], notes.get("Kind", "-"),
                              notes.get("SpaceAfter") == "No"))
        yield words


def write_sheet(path, sentences):
    with open(path, "w", encoding="utf-8") as out:
        for number, words in enumerate(sentences, 1):
            print(f"# {number}: " + " ".join(word.form for word in words), file=out)
            for i, word in enumerate(words, 1):
                governor = words[word.head - 1].form if word.head else "ROOT"
                line = f"{i} {word.form} {word.tags} {word.head}:{word.relation} ({governor}) {word.kind}"
                print(line + (" glued" if word.glued else ""), file=out)
            print(file=out)


def read_sheet(path):
    sheet, words = Sheet(), []
    for line in Path(path).read_text(encoding="utf-8").split("\n"):
        if line.startswith("# "):
            words = sheet.sentences.setdefault(int(line[2:].split(":")[0]), [])
        elif line:
            _, form, tags, arc, _, kind, *glued = line.split(" ")
            head, relation = arc.split(":", 1)
            words.append(Word(form, tags, int(head), relation, kind, bool(glued)))
    return sheet


def mend(words, first, last, change):
    """Applies one change to the words; what is wrong with it, or nothing."""
    if change.startswith("="):
        if change[1:] not in KINDS:
            return f"{change}: no kind"
        for word in words[first - 1:last]:
            word.kind = change[1:]
    elif re.match(r"\d+:", change):
        head, relation = change.split(":", 1)
        if relation not in RELATIONS or int(head) > len(words):
            return f"{change}: no such relation or head"
        for word in words[first - 1:last]:
            word.head, word.relation = int(head), relation
    elif TAGS.fullmatch(change):
        for word in words[first - 1:last]:
            word.tags = change
    else:
        return f"{change}: neither HEAD:RELATION nor tags nor =kind"
    return None


def apply_fixes(sheet, path):
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").split("\n"), 1):
        where, *changes = line.split("#")[0].split() or [""]
        if not where:
            continue
        if changes == ["BAD"]:
            sheet.bad.add(int(where))
            continue
        match = re.fullmatch(r"(\d+)\.(\d+)(?:-(\d+))?", where)
        words = sheet.sentences.get(int(match[1])) if match else None
        first, last = (int(match[2]), int(match[3] or match[2])) if match else (0, 0)
        if not words or not 1 <= first <= last <= len(words):
            sheet.problems.append(f"{path}:{number}: {where}: no such words")
            continue
        for problem in filter(None, (mend(words, first, last, change) for change in changes)):
            sheet.problems.append(f"{path}:{number}: {problem}")


def faults(words):
    """What keeps the words from being a tree."""
    roots = [word for word in words if word.head == 0]
    if len(roots) != 1 or any((word.relation == "root") != (word.head == 0) for word in words):
        yield f"{len(roots)} roots, or a root with a head"
    for i, word in enumerate(words, 1):
        seen, at = set(), i
        while at and at not in seen:
            seen.add(at)
            at = words[at - 1].head
        if at:
            yield f"a ring at word {i}"
            return
        if word.relation in BACKWARD and word.head > i:
            yield f"word {i}: {word.relation} whose head follows"


def corrected(path):
    sheet = read_sheet(path)
    fixes = Path(path).with_suffix(".fix")
    if not fixes.exists():
        return Sheet()  # not looked at yet
    apply_fixes(sheet, fixes)
    for number, words in sheet.sentences.items():
        found = [] if number in sheet.bad else list(faults(words))
        sheet.problems += [f"{path}: sentence {number}: {fault}" for fault in found]
        if any("whose head follows" not in fault for fault in found):
            sheet.bad.add(number)
    return sheet


def print_conllu(words):
    print("# mentions = all")
    for i, word in enumerate(words, 1):
        upos, xpos = word.tags.split("/", 1)
        notes = [f"Kind={word.kind}"] * (word.kind != "-") + ["SpaceAfter=No"] * word.glued
        print(i, word.form, "_", upos, xpos, "_", word.head, word.relation, "_", "|".join(notes) or "_", sep="\t")
    print()


def main():
    verb, *rest = sys.argv[1:] or [""]
    if verb == "make" and len(rest) == 2:
        sentences = list(read_conllu(rest[0]))
        for start in range(0, len(sentences), A_SHEET):
            write_sheet(Path(rest[1]) / f"{start // A_SHEET + 1:02d}.txt", sentences[start:start + A_SHEET])
    elif verb == "check" and rest:
        problems = [problem for path in rest for problem in corrected(path).problems]
        print(*problems, sep="\n")
        return int(bool(problems))
    elif verb == "apply" and len(rest) == 1:
        for path in sorted(Path(rest[0]).glob("*.txt")):
            sheet = corrected(path)
            for number, words in sheet.sentences.items():
                if number not in sheet.bad:
                    print_conllu(words)
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
