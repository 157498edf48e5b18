#!/usr/bin/env python3
"""Publication dates of web pages, scored against what a careful reader of the page finds.

    score_page_dates.py build/release/sitrep PAGES [--dates pages_dates.tsv] [--shown] [--misses] [--at-least SHARE]

PAGES is a folder with ID.html or ID.html.gz for the ids of the dates. Each line of these is a page's id, its date and where
it stands. A date is a day, `none`, or DAY/DAY: the day that the page shows, and the day of the same moment in UTC where
that is another. Prints how many of the pages that state a date are read with it (those read in UTC counted among them, and
named apart), with another one or with none; and how often a date was given to pages that state none, those that are marked
as inferred apart. --shown takes all metadata out of the pages first, and with it the page's address, so that the day must be
read where readers see it; many pages show none then ("1 day ago"), and count as missing. --misses lists each; --at-least
fails below that share of right dates.
"""
import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

DATES = Path(__file__).with_name("pages_dates.tsv")
STATED = ("right", "right in UTC", "wrong", "missing")


def read_dates(lines):
    """Page ids to the days that are right, the shown one first; no days where the page states none."""
    dates = {}
    for line in lines:
        if line.startswith("#") or not line.strip():
            continue
        page, date = line.rstrip("\n").split("\t")[:2]
        dates[page] = [] if date == "none" else date.split("/")
    return dates


def page_of(uri):
    return uri.rsplit("/", 1)[-1].split(".")[0]


def read_pages(program, pages):
    """What the program says of each page: (day or None, basis or None). Pages that it refused are not among them."""
    run = subprocess.run([program, "read", "--json", str(pages)], stdout=subprocess.PIPE, text=True, check=False)
    found = {}
    for line in run.stdout.splitlines():
        report = json.loads(line)
        published = report["published"] or {}
        found[page_of(report["uri"])] = (published.get("start"), published.get("basis"))
    return found


METADATA = re.compile(rb"<script\b.*?</script\s*>|<(?:meta|link)\b[^>]*>|</?time\b[^>]*>", re.IGNORECASE | re.DOTALL)


def without_metadata(page):
    """The page as UTF-8 without its scripts, meta tags, links and the machine's half of <time>."""
    return b"\xef\xbb\xbf" + METADATA.sub(b" ", page)


def strip_pages(pages, folder):
    for path in sorted(pages.iterdir()):
        page = path.read_bytes()
        page = gzip.decompress(page) if path.suffix == ".gz" else page
        (folder / f"{page_of(path.name)}.html").write_bytes(without_metadata(page))


def judge(days, day, basis):
    if not days:
        return "none" if day is None else "invented, inferred" if basis == "inferred" else "invented"
    if day is None:
        return "missing"
    if day not in days:
        return "wrong"
    return STATED[days.index(day)]


def report(counts, misses, out):
    stated = sum(counts[verdict] for verdict in STATED)
    right = counts["right"] + counts["right in UTC"]
    share = right / stated if stated else 0.0
    out.write(f"pages that state a date: {stated}; right {right} ({100 * share:.1f} %), of these {counts['right in UTC']} by the "
              f"day in UTC; wrong {counts['wrong']}, missing {counts['missing']}\n")
    without = counts["none"] + counts["invented"] + counts["invented, inferred"]
    out.write(f"pages that state none: {without}; a date invented {counts['invented']}, "
              f"inferred {counts['invented, inferred']}\n")
    for miss in misses:
        out.write(miss + "\n")
    return share


def main(argv=None, out=sys.stdout):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("pages", type=Path)
    parser.add_argument("--dates", type=Path, default=DATES)
    parser.add_argument("--shown", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--at-least", type=float, default=0.0)
    args = parser.parse_args(argv)
    dates = read_dates(args.dates.read_text().splitlines())
    with tempfile.TemporaryDirectory() as folder:
        if args.shown:
            strip_pages(args.pages, Path(folder))
        found = read_pages(args.program, folder if args.shown else args.pages)
    unread = [page for page in dates if page not in found]
    if len(unread) == len(dates):
        sys.exit(f"{args.pages}: none of the pages of {args.dates} was read")
    counts, misses = Counter(), []
    for page, days in dates.items():
        day, basis = found.get(page, (None, None))
        verdict = judge(days, day, basis)
        counts[verdict] += 1
        if args.misses and verdict not in ("right", "none"):
            misses.append(f"{page[:12]}  {verdict}: {'/'.join(days) or 'none'}, read {day or 'none'}"
                          + (f" ({basis})" if day else ", refused" if page in unread else ""))
    if report(counts, misses, out) < args.at_least:
        sys.exit(f"below {args.at_least}")


if __name__ == "__main__":
    main()
