"""python3 -m unittest benchmarks/test_score_stories.py"""

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
import score_stories as score  # noqa: E402

NOTHING = {"low": None, "best": None, "high": None, "text": None}


def gold(name="bank", reports=("a", "b"), **fields):
    one = {"id": name, "phase": "new", "required": True, "types": ["bombing"], "outcomes": ["completed"],
           "date": ["2019-03-04", "2019-03-04"], "part_of_day": None,
           "place": {"lat": 33.5, "lon": 36.3, "tolerance_km": 20, "country": "SY"}, "perpetrator": None, "target": None,
           "weapon": None, "killed": None, "wounded": None, "damage": None, "reports": list(reports)}
    return {**one, **fields}


def incident(reports=("a", "b"), **fields):
    one = {"id": "i1", "type": "bombing", "phase": "new", "outcome": "completed",
           "when": {"start": "2019-03-04", "end": "2019-03-04", "precision": "day", "part_of_day": None},
           "where": {"name": "Damascus", "lat": 33.5, "lon": 36.3, "country": "SY", "precision": "city"},
           "perpetrators": [], "instruments": [], "physical_targets": [], "human_targets": [], "killed": NOTHING,
           "wounded": NOTHING, "damage": None, "summary": "A bomb went off.", "disagreements": [],
           "reports": [{"id": f"r-{r}", "uri": f"https://x.example/{r}"} for r in reports]}
    return {**one, **fields}


def when(start, end=None):
    return {"start": start, "end": end, "precision": "day", "part_of_day": None}


def disagreement(field, *sides):
    return {"field": field, "kind": "conflict", "positions": [{"value": None, "reports": [f"r-{r}" for r in side]}
                                                              for side in sides]}


def asked(*positions, fields=("killed",), required=True):
    return {"id": "d", "incident": "bank", "fields": list(fields) if fields else None, "required": required,
            "positions": [list(p) for p in positions]}


class Fits(unittest.TestCase):
    def test_days(self):
        bank = gold()
        self.assertEqual(score.day_fits(bank, when("2019-03-04", "2019-03-04")), 1)
        self.assertEqual(score.day_fits(bank, when("2019-03-04")), 1)
        self.assertEqual(score.day_fits(bank, when("2019-03-01", "2019-03-31")), 0.5)
        self.assertEqual(score.day_fits(bank, when("2018-01-01", "2019-12-31")), 0)
        self.assertEqual(score.day_fits(bank, when("2019-03-05", "2019-03-05")), 0)
        self.assertEqual(score.day_fits(bank, when(None)), 0)

    def test_places(self):
        bank = gold()
        where = incident()["where"]
        self.assertEqual(score.place_fits(bank, where), 1)
        self.assertEqual(score.place_fits(bank, {**where, "lat": 34.5}), 0)
        self.assertEqual(score.place_fits(bank, {**where, "lat": 35.0, "precision": "country"}), 0.5)
        self.assertEqual(score.place_fits(bank, {**where, "lat": None, "precision": "unknown"}), 0.5)
        self.assertEqual(score.place_fits(bank, {**where, "lat": None, "precision": "country", "country": "IQ"}), 0)

    def test_types(self):
        self.assertEqual(score.type_fits(gold(), "bombing"), 1)
        self.assertEqual(score.type_fits(gold(), "suicide_bombing"), 0.5)
        self.assertEqual(score.type_fits(gold(), "arrest"), 0)

    def test_kilometres(self):
        paris, london = {"lat": 48.86, "lon": 2.35}, {"lat": 51.51, "lon": -0.13}
        self.assertAlmostEqual(score.kilometres(paris, london), 344, delta=3)
        self.assertEqual(score.kilometres(paris, paris), 0)


class Pairs(unittest.TestCase):
    def test_each_once_the_best_first(self):
        golds = [gold("bank"), gold("market", reports=("c",))]
        incidents = [incident(reports=("c",)), incident(reports=("a", "b"))]
        pairs = score.paired(golds, incidents)
        self.assertEqual(sorted((g["id"], sorted(score.reports_of(i))) for g, i in pairs),
                         [("bank", ["a", "b"]), ("market", ["c"])])

    def test_what_has_little_in_common_is_no_pair(self):
        other = incident(reports=("z",), when=when("2020-01-01"))
        self.assertEqual(score.paired([gold()], [other]), [])


class Fields(unittest.TestCase):
    def test_what_the_gold_does_not_give_is_not_asked(self):
        self.assertEqual(sorted(score.fields(gold(), incident())), ["outcome", "type", "when", "where"])

    def test_a_missing_incident_has_nothing_right(self):
        self.assertFalse(any(score.fields(gold(killed=3), None).values()))

    def test_values(self):
        bank = gold(killed=3, damage=["major"], target=["bank"], weapon={"any_of": ["bomb"], "count": None},
                    part_of_day=["night"],
                    perpetrator={"any_of": ["front"], "status": ["claimed"], "by_any_of": None})
        right = incident(killed={**NOTHING, "best": 3}, damage="major",
                         physical_targets=[{"name": None, "description": "a Bank"}],
                         instruments=[{"name": None, "description": "bomb"}],
                         when={**when("2019-03-04"), "part_of_day": "night"},
                         perpetrators=[{"name": "The Front", "status": "claimed"}, {"name": "X", "status": "accused"}])
        self.assertTrue(all(score.fields(bank, right).values()))
        wrong = score.fields(bank, {**right, "perpetrators": [{"name": "The Front", "status": "denied"},
                                                              {"name": "X", "status": "claimed"}]})
        self.assertTrue(wrong["perpetrator"])
        self.assertFalse(wrong["status"])
        self.assertFalse(score.fields(bank, {**right, "killed": NOTHING})["killed"])


class Meets(unittest.TestCase):
    STEMS = {f"r-{r}": r for r in "abcd"}

    def meets(self, wanted, found):
        return score.meets(wanted, found, self.STEMS)

    def test_sides_against_each_other(self):
        self.assertTrue(self.meets(asked("a", "b"), disagreement("killed", "a", "b")))
        self.assertTrue(self.meets(asked("a", "b"), disagreement("killed", "bd", "a")))
        self.assertFalse(self.meets(asked("a", "b"), disagreement("killed", "ab", "c")))

    def test_another_field_is_another_disagreement(self):
        self.assertFalse(self.meets(asked("a", "b"), disagreement("wounded", "a", "b")))
        self.assertTrue(self.meets(asked("a", "b", fields=None), disagreement("wounded", "a", "b")))

    def test_who_tells_of_both_spoils_one_side_at_most(self):
        self.assertTrue(self.meets(asked("ac", "c"), disagreement("killed", "a", "c")))
        self.assertTrue(self.meets(asked("c", "ac"), disagreement("killed", "a", "c")))
        self.assertFalse(self.meets(asked("ac", "bc"), disagreement("killed", "ac", "bc")))

    def test_two_of_three_sides_are_enough(self):
        self.assertTrue(self.meets(asked("a", "b", "c"), disagreement("killed", "b", "c")))


class Tallies(unittest.TestCase):
    def figures(self, wanted, incidents):
        tally = score.Tally()
        tally.add(wanted, incidents)
        return tally.figures()

    def test_all_right(self):
        found = incident(disagreements=[disagreement("killed", "a", "b")])
        figures = self.figures({"incidents": [gold()], "disagreements": [asked("a", "b")]}, [found])
        self.assertEqual(figures["overall"], 1)

    def test_a_missed_incident_loses_its_fields(self):
        figures = self.figures({"incidents": [gold(), gold("market", ("c",), date=["2020-01-01", "2020-01-01"])]},
                               [incident()])
        self.assertEqual((figures["precision"], figures["recall"], figures["fields"]), (1, 0.5, 0.5))

    def test_optional_ones_may_be_missing(self):
        optional = gold("market", ("c",), required=False, date=["2020-01-01", "2020-01-01"])
        figures = self.figures({"incidents": [gold(), optional]}, [incident()])
        self.assertEqual((figures["incidents"], figures["fields"]), (1, 1))

    def test_one_told_as_two(self):
        figures = self.figures({"incidents": [gold()]}, [incident(reports=("a",)), incident(reports=("b",))])
        self.assertEqual(figures["precision"], 0.5)
        self.assertAlmostEqual(figures["reports"], 2 / 3)

    def test_a_disagreement_that_is_not_real(self):
        found = incident(disagreements=[disagreement("killed", "a", "b"), disagreement("wounded", "a", "b")])
        figures = self.figures({"incidents": [gold()], "disagreements": [asked("a", "b")]}, [found])
        self.assertEqual((figures["real"], figures["met"]), (0.5, 1))

    def test_optional_disagreements_are_real_and_need_not_be_found(self):
        wanted = {"incidents": [gold()], "disagreements": [asked("a", "b", required=False)]}
        found = self.figures(wanted, [incident(disagreements=[disagreement("killed", "a", "b")])])
        self.assertEqual((found["real"], found["met"]), (1, 1))
        self.assertEqual(self.figures(wanted, [incident()])["met"], 1)


class WholeRun(unittest.TestCase):
    def run_with(self, found, *options):
        with tempfile.TemporaryDirectory() as folder:
            story, program = Path(folder, "stories", "bank"), Path(folder, "program")
            story.mkdir(parents=True)
            Path(story, "gold.json").write_text(json.dumps({"incidents": [gold()]}), encoding="utf-8")
            Path(story, "reports.jsonl").write_text("", encoding="utf-8")
            Path(folder, "answers").write_text("".join(json.dumps(i) + "\n" for i in found), encoding="utf-8")
            program.write_text(f"#!/bin/sh\n[ $1 = build ] || cat '{folder}/answers'\n", encoding="utf-8")
            program.chmod(program.stat().st_mode | stat.S_IXUSR)
            out = io.StringIO()
            with mock.patch.object(sys, "argv", ["score_stories.py", str(program), f"{folder}/stories", *options]), \
                    contextlib.redirect_stdout(out):
                return score.main(), out.getvalue()

    def test_figures_and_details(self):
        status, out = self.run_with([incident()], "--details")
        self.assertIn("1 stories  overall 1.000  incidents 1.000", out)  # no disagreement found, none asked
        self.assertIn("bank: missed [], too much []", out)
        self.assertEqual(status, 0)

    def test_below_what_is_asked(self):
        status, out = self.run_with([], "--at-least", "0.5", "--details")
        self.assertIn("bank: missed ['bank'], too much []", out)
        self.assertEqual(status, 1)


if __name__ == "__main__":
    unittest.main()
