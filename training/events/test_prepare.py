"""python3 -m unittest training/events/test_prepare.py"""

import json
import re
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parent))
import prepare  # noqa: E402
import split_reports  # noqa: E402


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="latin-1" if name.endswith("muc4") else "utf-8")
        return path


class Plain(unittest.TestCase):
    def test_marks_are_taken_off(self):
        self.assertEqual(prepare.plain("{Gunmen|people} in {San Juan|place}."), "Gunmen in San Juan.")

    def test_other_braces_stay(self):
        for line in ("", "{a", "a | b", "{a|B}", "{|}"):
            self.assertEqual(prepare.plain(line), line)


class Annotated(Folder):
    def reports(self, text):
        return list(prepare.annotated(self.write("reports.txt", text)))

    def test_nothing(self):
        self.assertEqual(self.reports(""), [])

    def test_title_day_paragraphs_and_events(self):
        found = self.reports("## wire | 2024-03-05 | Gunmen kill four | two hurt\n{Gunmen|people} came.\nThey left.\n"
                             "= event: armed_attack new completed\n= killed: 4\n= told: came: at noon\n\n"
                             "## local | 2024-03-06 | Quiet\nNothing happened.\n")
        self.assertEqual(found, [
            ({"title": "Gunmen kill four | two hurt", "published": "2024-03-05", "text": "Gunmen came.\n\nThey left."},
             ["event armed_attack new completed", "killed 4", "told came: at noon"]),
            ({"title": "Quiet", "published": "2024-03-06", "text": "Nothing happened."}, [])])

    def test_every_file_of_the_tree_is_readable(self):
        folder = Path(__file__).resolve().parent
        paths = sorted((folder.parent / "spans").glob("*.txt")) + sorted(folder.glob("*.txt"))
        for path in [p for p in paths if p.name != "CMakeLists.txt"]:
            for report, events in prepare.annotated(path):
                self.assertTrue(report["text"], f"{path}: {report['title']}")
                self.assertNotRegex(report["text"], r"\{[^{}]*\|", f"{path}: {report['title']}")
                self.assertRegex(report["published"], r"^\d{4}-\d\d-\d\d$", path)
                for line in events:
                    self.assertRegex(line.split(" ", 1)[0], "^(event|told|killed|wounded|abducted|perpetrators|"
                                     "instruments|physical_targets|human_targets)$", f"{path}: {line}")


KEY = """; a remark
0.  MESSAGE: ID                     DEV-1 (NNCOSC)
1.  MESSAGE: TEMPLATE               1
4.  INCIDENT: TYPE                  BOMBING
6.  INCIDENT: INSTRUMENT ID         "BOMB"
9.  PERP: INDIVIDUAL ID             "URBAN GUERRILLAS" / "GUERRILLAS"
10. PERP: ORGANIZATION ID           ? "ELN"
12. PHYS TGT: ID                    "TWO BANKS"
                                    "CAR"
18. HUM TGT: NAME                   "ANA RUIZ"
19. HUM TGT: DESCRIPTION            "JUDGE": "ANA RUIZ"
                                    "GUARDS"

0.  MESSAGE: ID                     DEV-2
1.  MESSAGE: TEMPLATE               *
4.  INCIDENT: TYPE                  *
"""

BOMBING = ["event bombing new completed", "instruments BOMB", "perpetrators URBAN GUERRILLAS / GUERRILLAS",
           "perpetrators ELN", "physical_targets TWO BANKS", "physical_targets CAR", "human_targets ANA RUIZ / JUDGE",
           "human_targets GUARDS"]


class Templates(Folder):
    def test_slots_of_each(self):
        one, two = prepare.templates(self.write("key-dev-0001.muc4", KEY))
        self.assertEqual(one[0], ["DEV-1"])
        self.assertEqual(one[12], ['"TWO BANKS"', '"CAR"'])
        self.assertEqual(two, {0: ["DEV-2"]})

    def test_lines(self):
        one, two = prepare.templates(self.write("key-dev-0001.muc4", KEY))
        self.assertEqual(prepare.template_lines(one), BOMBING)
        self.assertEqual(prepare.template_lines(two), [])

    def test_optional_and_finer_types(self):
        for value, kind in (("(KIDNAPPING)", "kidnapping"), ("ATTACK / BOMBING", "armed_attack"),
                            ("FORCED WORK STOPPAGE", "work_stoppage")):
            self.assertEqual(prepare.template_lines({4: [value]}), [f"event {kind} new completed"])
        for value in ("", "*", "EARTHQUAKE"):
            self.assertEqual(prepare.template_lines({4: [value]}), [])

    def test_strings_and_tags(self):
        self.assertEqual(prepare.strings('"JUDGE": "ANA RUIZ"'), ["JUDGE"])
        self.assertEqual(prepare.strings('? "A" / "B"'), ["A", "B"])
        self.assertEqual(prepare.strings("-"), [])
        self.assertEqual(prepare.tag('"JUDGE": "ANA RUIZ"'), "ANA RUIZ")
        self.assertIsNone(prepare.tag('"JUDGE"'))

    def test_reports_with_and_without_templates(self):
        self.write("dev/key-dev-0001.muc4", KEY)
        self.write("dev.jsonl", json.dumps({"id": "DEV-1", "text": "a"}) + "\n" + json.dumps({"id": "DEV-2", "text": "b"}))
        found = {report["id"]: events for report, events in prepare.muc4(self.folder)}
        self.assertEqual(found, {"DEV-1": BOMBING, "DEV-2": []})


class WholeRun(Folder):
    def test_reports_and_gold_go_side_by_side(self):
        reports = self.write("mine.txt", "## wire | 2024-03-05 | One\nGunmen came to Bogotá.\n"
                                         "= event: armed_attack new completed\n\n## wire | 2024-03-06 | Two\nQuiet.\n")
        self.write("dev/key-dev-0001.muc4", KEY)
        self.write("dev.jsonl", json.dumps({"id": "DEV-1", "text": "a"}) + "\n")
        out = str(self.folder / "out")
        with mock.patch.object(sys, "argv", ["prepare.py", out, str(reports), "--muc4", str(self.folder)]):
            prepare.main()
        coded = [json.loads(line) for line in Path(out + ".jsonl").read_text(encoding="utf-8").splitlines()]
        gold = Path(out + ".gold").read_text(encoding="utf-8")
        self.assertEqual([r["id"] for r in coded], ["mine-1", "mine-1/lead", "mine-1/headline", "mine-2", "mine-2/lead",
                                                    "mine-2/headline", "DEV-1"])
        self.assertEqual(coded[0]["text"], "Gunmen came to Bogotá.")
        self.assertEqual([line for line in gold.splitlines() if line.startswith("##")],
                         ["## mine-1", "## mine-1/lead", "## mine-1/headline", "## mine-2", "## mine-2/lead",
                          "## mine-2/headline", "## DEV-1 partial"])

    def test_long_reports_teach_no_joins(self):
        reports = self.write("mine.txt", "## wire | 2024-03-05 | One\n" + "word " * (prepare.LONG + 1) + "\n")
        out = str(self.folder / "out")
        with mock.patch.object(sys, "argv", ["prepare.py", out, str(reports)]):
            prepare.main()
        self.assertTrue(Path(out + ".gold").read_text(encoding="utf-8").startswith("## mine-1 without_joins\n"))

    def test_listed_files_teach_no_joins_in_any_folder(self):
        report = {"text": "Gunmen came."}
        self.assertTrue(prepare.teaches_joins("training/events/crime.txt", report))
        self.assertFalse(prepare.teaches_joins("half0/old_wire_three.txt", report))

    def test_every_listed_file_is_learnt_from(self):
        learnt = Path(prepare.__file__).with_name("learnt_from.list").read_text(encoding="utf-8").split()
        self.assertLessEqual(prepare.WITHOUT_JOINS, {Path(line).name for line in learnt})


class Excerpts(unittest.TestCase):
    REPORT = {"title": "Bomb kills two in Goma", "text": "A bomb went off at a bank.\n\nTwo guards died. The mayor was abducted."}
    EVENTS = ["event bombing new completed", "told Bomb kills two | A bomb went off | Two guards died",
              "physical_targets bank", "human_targets Two guards / guards", "killed 2",
              "event kidnapping new completed", "told was abducted", "human_targets mayor"]

    def parts(self):
        return {part: (report["text"], events) for part, report, events in prepare.with_excerpts(self.REPORT, self.EVENTS)}

    def test_the_whole_stays(self):
        self.assertEqual(self.parts()[""], (self.REPORT["text"], self.EVENTS))

    def test_the_lead_has_what_is_told_and_named_there(self):
        self.assertEqual(self.parts()["/lead"], ("A bomb went off at a bank.", [
            "event bombing new completed", "told A bomb went off", "physical_targets bank", "killed 2"]))

    def test_the_headline_too(self):
        self.assertEqual(self.parts()["/headline"], ("Bomb kills two in Goma", [
            "event bombing new completed", "told Bomb kills two", "killed 2"]))


class Halves(unittest.TestCase):
    TEXT = "# head\n## a | 2024-01-01 | A\nOne.\n\n## b | 2024-01-02 | B\nTwo.\n\n## c | 2024-01-03 | C\nThree.\n"

    def test_every_report_is_in_one_half(self):
        even, odd = (split_reports.halved(self.TEXT, half) for half in (0, 1))
        self.assertEqual(re.findall("(?m)^## (.)", even), ["a", "c"])
        self.assertEqual(re.findall("(?m)^## (.)", odd), ["b"])
        self.assertIn("Three.", even)
        self.assertNotIn("Two.", even)

    def test_of_nothing_there_is_nothing(self):
        self.assertEqual(split_reports.halved("", 1), "")


if __name__ == "__main__":
    unittest.main()
