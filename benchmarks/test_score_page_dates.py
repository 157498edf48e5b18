"""python3 -m unittest benchmarks/test_score_page_dates.py"""

import gzip
import io
import json
import stat
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import score_page_dates as score  # noqa: E402


class Dates(unittest.TestCase):
    def test_lines(self):
        self.assertEqual(score.read_dates(["# how", "", "a\t2020-01-02\tby the byline", "b\tnone\t", "c\t2020-01-02/2020-01-03\tx"]),
                         {"a": ["2020-01-02"], "b": [], "c": ["2020-01-02", "2020-01-03"]})

    def test_all_pages_of_the_pack_have_one(self):
        dates = score.read_dates(score.DATES.read_text().splitlines())
        self.assertEqual(len(dates), 91)
        self.assertTrue(all(len(page) == 64 for page in dates))

    def test_page_of(self):
        self.assertEqual(score.page_of("/some/folder.x/ab12.html.gz"), "ab12")


class Judge(unittest.TestCase):
    def test_stated(self):
        days = ["2020-01-02", "2020-01-03"]
        self.assertEqual(score.judge(days, "2020-01-02", "stated"), "right")
        self.assertEqual(score.judge(days, "2020-01-03", "stated"), "right in UTC")
        self.assertEqual(score.judge(days, "2020-01-04", "stated"), "wrong")
        self.assertEqual(score.judge(days, None, None), "missing")

    def test_an_inferred_date_counts_where_one_is_stated(self):
        self.assertEqual(score.judge(["2020-01-02"], "2020-01-02", "inferred"), "right")

    def test_none(self):
        self.assertEqual(score.judge([], None, None), "none")
        self.assertEqual(score.judge([], "2020-01-02", "stated"), "invented")
        self.assertEqual(score.judge([], "2020-01-02", "inferred"), "invented, inferred")


class Shown(unittest.TestCase):
    def test_metadata_goes_and_what_readers_see_stays(self):
        page = (b'<head><meta name=date content="2020-01-02"><LINK rel=canonical href=/2020/01/02/><title>A</title>'
                b'<script type="application/ld+json">{"datePublished":\n"2020-01-02"}</script></head>'
                b'<time datetime="2020-01-02">2 January 2020</time><p>b</p>')
        left = score.without_metadata(page)
        self.assertNotIn(b"2020-01-02", left)
        self.assertNotIn(b"2020/01", left)
        self.assertEqual(left.split(), [b"\xef\xbb\xbf<head>", b"<title>A</title>", b"</head>", b"2", b"January", b"2020", b"<p>b</p>"])

    def test_packed_pages_and_others(self):
        with tempfile.TemporaryDirectory() as pages, tempfile.TemporaryDirectory() as out:
            (Path(pages) / "a.html.gz").write_bytes(gzip.compress(b"<meta x=1>one"))
            (Path(pages) / "b.html").write_bytes(b"two")
            score.strip_pages(Path(pages), Path(out))
            self.assertEqual(sorted(p.name for p in Path(out).iterdir()), ["a.html", "b.html"])
            self.assertTrue((Path(out) / "a.html").read_bytes().endswith(b" one"))


class Run(unittest.TestCase):
    """A program that says what the test tells it to."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.dates = self.folder / "dates.tsv"
        self.dates.write_text("a\t2020-01-02\t\nb\t2020-01-02/2020-01-03\t\nc\t2020-01-02\t\nd\t2020-01-02\t\ne\tnone\t\nf\tnone\t\n")

    def run_with(self, *published, extra=()):
        program = self.folder / "program"
        lines = [json.dumps({"uri": f"/pages/{page}.html", "published": day and {"start": day, "basis": basis}})
                 for page, day, basis in published]
        program.write_text("#!/bin/sh\ncat <<'END'\n" + "\n".join(lines) + "\nEND\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        out = io.StringIO()
        score.main([str(program), str(self.folder), "--dates", str(self.dates), *extra], out)
        return out.getvalue().splitlines()

    PUBLISHED = (("a", "2020-01-02", "stated"), ("b", "2020-01-03", "stated"), ("c", "2020-02-02", "stated"),
                 ("e", "2020-01-01", "stated"), ("f", "2020-01-01", "inferred"))

    def test_counts(self):
        self.assertEqual(self.run_with(*self.PUBLISHED),
                         ["pages that state a date: 4; right 2 (50.0 %), of these 1 by the day in UTC; wrong 1, missing 1",
                          "pages that state none: 2; a date invented 1, inferred 1"])

    def test_misses_are_named(self):
        misses = self.run_with(*self.PUBLISHED, extra=["--misses"])[2:]
        self.assertEqual(misses, ["b  right in UTC: 2020-01-02/2020-01-03, read 2020-01-03 (stated)",
                                  "c  wrong: 2020-01-02, read 2020-02-02 (stated)",
                                  "d  missing: 2020-01-02, read none, refused",
                                  "e  invented: none, read 2020-01-01 (stated)",
                                  "f  invented, inferred: none, read 2020-01-01 (inferred)"])

    def test_a_floor(self):
        self.run_with(*self.PUBLISHED, extra=["--at-least", "0.5"])
        with self.assertRaises(SystemExit):
            self.run_with(*self.PUBLISHED, extra=["--at-least", "0.6"])

    def test_a_folder_without_the_pages_is_no_measurement(self):
        with self.assertRaises(SystemExit):
            self.run_with(("other", "2020-01-02", "stated"))


if __name__ == "__main__":
    unittest.main()
