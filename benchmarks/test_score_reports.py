"""python3 -m unittest benchmarks/test_score_reports.py"""

import contextlib
import io
import json
import stat
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parent))
import score_reports as score  # noqa: E402

TEXT = "Gunmen attacked a bank. The attack hurt two guards. A bomb exploded later."


def trigger(words, text=TEXT):
    start = text.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def item(*mentions, name=None, **fields):
    return {"name": name, "mentions": [{"text": m} for m in mentions], **fields}


def event(*triggers, **fields):
    empty = {"type": "armed_attack", "phase": "new", "outcome": "completed", "perpetrator_individuals": [],
             "perpetrator_organizations": [], "instruments": [], "physical_targets": [], "human_targets": [],
             "killed": None, "wounded": None, "abducted": None, "triggers": [trigger(t) for t in triggers]}
    return {**empty, **fields}


class GoldEvents(unittest.TestCase):
    def test_no_lines(self):
        self.assertEqual(score.gold_events([]), [])

    def test_two_events(self):
        found = score.gold_events(["event bombing new completed", "killed 5", "told exploded | the blast",
                                   "human_targets Ana Ruiz / Ruiz | two guards", "event arson background foiled"])
        self.assertEqual(found, [{"type": "bombing", "phase": "new", "outcome": "completed", "killed": 5,
                                  "told": ["exploded", "the blast"],
                                  "human_targets": [["Ana Ruiz", "Ruiz"], ["two guards"]]},
                                 {"type": "arson", "phase": "background", "outcome": "foiled"}])


class Same(unittest.TestCase):
    def test_articles_and_numbers_say_nothing(self):
        self.assertEqual(score.kernel("the three policemen"), ["policemen"])
        self.assertEqual(score.kernel("12 soldiers of the army"), ["soldiers"])
        self.assertEqual(score.kernel("the mayor, Ana Ruiz"), ["mayor"])
        self.assertEqual(score.kernel(""), [])

    def test_words_among_the_others(self):
        self.assertTrue(score.same("two guards", "the guards"))
        self.assertTrue(score.same("a military hospital", "the hospital"))
        self.assertTrue(score.same("the hospital", "military hospital"))

    def test_other_words(self):
        self.assertFalse(score.same("a military hospital", "a private hospital"))
        self.assertFalse(score.same("the hospital", "the school"))
        self.assertFalse(score.same("the hospital gate", "the hospital"))

    def test_names_that_end_alike(self):
        self.assertTrue(score.same("Antonio Ruiz", "Judge Ruiz"))
        self.assertFalse(score.same("Antonio Ruiz", "Antonio Vidal"))

    def test_nothing_is_like_nothing(self):
        self.assertFalse(score.same("", ""))
        self.assertFalse(score.same("two", "two"))
        self.assertFalse(score.same(", and", "the guards"))


class Fillers(unittest.TestCase):
    def test_perpetrators_who_deny_it_are_left_out(self):
        one = event(perpetrator_individuals=[item("gunmen", status="reported")],
                    perpetrator_organizations=[item("the ELN", name="ELN", status="denied")])
        self.assertEqual(score.fillers(one, "perpetrators"), [["gunmen", ""]])

    def test_mentions_and_name(self):
        one = event(human_targets=[item("Judge Ruiz", "Ruiz", name="Antonio Ruiz")])
        self.assertEqual(score.fillers(one, "human_targets"), [["Judge Ruiz", "Ruiz", "Antonio Ruiz"]])


class Pairs(unittest.TestCase):
    def pairs(self, golds, events):
        return [(golds.index(g) if g is not None else None, events.index(e) if e is not None else None)
                for g, e in score.pair_up(TEXT, golds, events)]

    def test_nothing(self):
        self.assertEqual(self.pairs([], []), [])

    def test_the_one_that_tells_most(self):
        golds = [{"told": ["attacked", "The attack"]}, {"told": ["exploded"]}]
        events = [event("exploded"), event("attacked", "attack")]
        self.assertEqual(sorted(self.pairs(golds, events)), [(0, 1), (1, 0)])

    def test_one_told_as_two_counts_one_spurious(self):
        golds = [{"told": ["attacked", "The attack"]}]
        self.assertEqual(self.pairs(golds, [event("attacked"), event("The attack")]), [(0, 0), (None, 1)])

    def test_two_told_as_one_counts_one_missed(self):
        golds = [{"told": ["attacked"]}, {"told": ["exploded"]}]
        self.assertEqual(self.pairs(golds, [event("attacked", "exploded")]), [(0, 0), (1, None)])

    def test_events_told_nowhere_in_common(self):
        self.assertEqual(self.pairs([{"told": ["exploded"]}], [event("attacked")]), [(0, None), (None, 0)])
        self.assertEqual(self.pairs([{}], [event("attacked")]), [(0, None), (None, 0)])

    def test_signs_in_what_is_told_are_only_signs(self):
        self.assertEqual(score.spans("a (b) c. b", ["(b)", "."]), [(2, 5), (7, 8)])


class Roles(unittest.TestCase):
    def counted(self, gold, one_event, role="human_targets"):
        count = score.Count()
        score.count_role(gold, one_event, role, count)
        return count.right, count.given, count.wanted

    def test_right_spurious_and_missed(self):
        gold = {"human_targets": [["two guards"], ["Ana Ruiz", "Ruiz"]]}
        found = event(human_targets=[item("the guards"), item("passers-by")])
        self.assertEqual(self.counted(gold, found), (1, 2, 2))

    def test_one_wanted_is_found_once(self):
        found = event(human_targets=[item("the guards"), item("two guards")])
        self.assertEqual(self.counted({"human_targets": [["guards"]]}, found), (1, 2, 1))

    def test_events_without_partner(self):
        self.assertEqual(self.counted(None, event(human_targets=[item("guards")])), (0, 1, 0))
        self.assertEqual(self.counted({"human_targets": [["guards"]]}, None), (0, 0, 1))
        self.assertEqual(self.counted({}, event()), (0, 0, 0))


class Counts(unittest.TestCase):
    def test_line(self):
        count = score.Count()
        self.assertEqual(count.line(), "P 0.000 R 0.000 F1 0.000  (0 wanted)")
        count.right, count.given, count.wanted = 1, 2, 4
        self.assertEqual(count.line(), "P 0.500 R 0.250 F1 0.333  (4 wanted)")


class WholeRun(unittest.TestCase):
    def run_with(self, answers, reports, *options):
        with tempfile.TemporaryDirectory() as folder:
            file, program = Path(folder, "mine.txt"), Path(folder, "program")
            file.write_text(reports, encoding="utf-8")
            Path(folder, "answers").write_text("".join(json.dumps(a) + "\n" for a in answers), encoding="utf-8")
            program.write_text(f"#!/bin/sh\ncat '{folder}/answers'\n", encoding="utf-8")
            program.chmod(program.stat().st_mode | stat.S_IXUSR)
            out = io.StringIO()
            with mock.patch.object(sys, "argv", ["score_reports.py", str(program), str(file), *options]), \
                    contextlib.redirect_stdout(out):
                score.main()
            return out.getvalue()

    REPORTS = ("## wire | 2024-03-05 | Bank\n" + TEXT + "\n= event: armed_attack new completed\n= told: attacked\n"
               "= human_targets: two guards\n= wounded: 2\n\n## wire | 2024-03-05 | Quiet\nNothing happened.\n")

    def coding(self, number, *events):
        return {"report": {"id": f"mine-{number}"}, "text": TEXT, "events": list(events)}

    def test_all_right(self):
        found = event("attacked", human_targets=[item("two guards")], wounded={"best": 2})
        out = self.run_with([self.coding(1, found), self.coding(2)], self.REPORTS)
        self.assertIn("2 reports; events P 1.000 R 1.000 F1 1.000  (1 wanted)", out)
        self.assertIn("reports without an event: 1 of 1 left without", out)
        self.assertIn("type 1.000, phase 1.000, outcome 1.000, killed 0.000, wounded 1.000", out)

    def test_an_event_where_there_is_none(self):
        out = self.run_with([self.coding(1), self.coding(2, event("attacked"))], self.REPORTS, "--details")
        self.assertIn("MISSED mine-1 armed_attack ['attacked']", out)
        self.assertIn("SPURIOUS mine-2", out)
        self.assertIn("reports without an event: 0 of 1 left without", out)

    def test_other_values(self):
        found = event("attacked", type="bombing", wounded={"best": 3})
        out = self.run_with([self.coding(1, found), self.coding(2)], self.REPORTS, "--details")
        self.assertIn("TYPE mine-1 armed_attack found bombing", out)
        self.assertIn("TOLL mine-1 wounded 2 found 3", out)


if __name__ == "__main__":
    unittest.main()
