"""python3 -m unittest training/trees/test_sheets.py"""

import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parent))
import sheets  # noqa: E402

TREES = """\
1\tGunmen\tgunman\tNOUN\tNNS\t_\t2\tnsubj\t_\tKind=people
2\tfled\tflee\tVERB\tVBD\t_\t0\troot\t_\t_
3\tGao\tgao\tPROPN\tNNP\t_\t2\tobl\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

1\tTwo\ttwo\tNUM\tCD\t_\t2\tnsubj\t_\t_
2\thurt\thurt\tVERB\tVBD\t_\t0\troot\t_\t_
"""


class Sheets(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "trees.conllu").write_text(TREES, encoding="utf-8")
        self.run_verb("make", str(self.folder / "trees.conllu"), str(self.folder))

    def run_verb(self, *arguments):
        out = io.StringIO()
        with mock.patch.object(sys, "argv", ["sheets.py", *arguments]), contextlib.redirect_stdout(out):
            status = sheets.main()
        return status, out.getvalue()

    def fix(self, text):
        (self.folder / "01.fix").write_text(text, encoding="utf-8")

    def check(self):
        return self.run_verb("check", str(self.folder / "01.txt"))

    def applied(self):
        return self.run_verb("apply", str(self.folder))[1]

    def test_what_was_not_looked_at_is_left_out(self):
        self.assertEqual(self.applied(), "")

    def test_fixes_change_arcs_tags_and_kinds(self):
        self.fix("1.3 2:obj =place\n2.1 2:nsubj:pass\n2.2 VERB/VBN # as in headlines\n")
        self.assertEqual(self.check(), (0, "\n"))
        text = self.applied()
        self.assertIn("3\tGao\t_\tPROPN\tNNP\t_\t2\tobj\t_\tKind=place|SpaceAfter=No\n", text)
        self.assertIn("1\tTwo\t_\tNUM\tCD\t_\t2\tnsubj:pass\t_\t_\n", text)
        self.assertIn("2\thurt\t_\tVERB\tVBN\t_\t0\troot\t_\t_\n", text)
        self.assertIn("1\tGunmen\t_\tNOUN\tNNS\t_\t2\tnsubj\t_\tKind=people\n", text)

    def test_bad_sentences_and_no_trees_are_left_out(self):
        self.fix("1 BAD\n2.2 1:conj\n")
        status, problems = self.check()
        self.assertEqual(status, 1)
        self.assertIn("sentence 2: 0 roots", problems)
        self.assertEqual(self.applied(), "")

    def test_problems_are_told_with_file_and_line(self):
        self.fix("1.9 2:obj\n\n1.1 2:object\n1.1 =animal\n1.1 verb\none.two 2:obj\n1.1 9:obj\n")
        status, problems = self.check()
        self.assertEqual(status, 1)
        for line in (1, 3, 4, 5, 6, 7):
            self.assertIn(f"01.fix:{line}: ", problems)


if __name__ == "__main__":
    unittest.main()
