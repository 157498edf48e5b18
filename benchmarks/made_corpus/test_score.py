import unittest

import score

TRUTH = ["r1/e1\ta\n", "r2/e1\ta\n", "r3/e1\ta\n", "r4/e1\tb\n"]


class Score(unittest.TestCase):
    def of(self, *groups):
        rows = [(number, member) for number, group in enumerate(groups) for member in group]
        return score.b_cubed(score.read_truth(TRUTH), rows)

    def test_the_truth_itself_is_perfect(self):
        self.assertEqual(self.of(["r1/e1", "r2/e1", "r3/e1"], ["r4/e1"]), (1, 1, 1, 0))

    def test_all_in_one(self):
        precision, recall, _, _ = self.of(["r1/e1", "r2/e1", "r3/e1", "r4/e1"])
        self.assertAlmostEqual(precision, (3 * 3 / 4 + 1 / 4) / 4)
        self.assertEqual(recall, 1)

    def test_events_that_nobody_holds_are_alone(self):
        precision, recall, _, _ = self.of()
        self.assertEqual(precision, 1)
        self.assertAlmostEqual(recall, (3 * 1 / 3 + 1) / 4)

    def test_members_unknown_to_the_truth_are_counted_and_left_out(self):
        self.assertEqual(self.of(["r1/e1", "r2/e1", "r3/e1", "x/e9"], ["r4/e1"]), (1, 1, 1, 1))

    def test_export_lines_are_read(self):
        lines = ['{"id": "i1", "members": ["r1/e1", "r2/e1"]}\n', '{"id": "i2", "members": ["r4/e1"]}\n']
        self.assertEqual(list(score.members_of_export(lines)), [("i1", "r1/e1"), ("i1", "r2/e1"), ("i2", "r4/e1")])


if __name__ == "__main__":
    unittest.main()
