# SPDX-License-Identifier: Apache-2.0
"""The arithmetic of scripts/bench/cost on made-up counts, and its tables as docs/costs.md shows them."""

import importlib.util
import subprocess
import sys
import unittest
from importlib.machinery import SourceFileLoader
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parent.parent.parent
LOADER = SourceFileLoader("cost", str(ROOT / "scripts/bench/cost"))
cost = importlib.util.module_from_spec(importlib.util.spec_from_loader("cost", LOADER))
LOADER.exec_module(cost)

COUNTS = {
    "deliveries": 100,
    "postedTwice": 10,
    "calls": {"dynamodb TransactWriteItems": 2, "sns Publish": 2, "sqs SendMessage": 112, "sqs DeleteMessageBatch": 16},
    "capacityUnits": {"PutItem": 302.0, "GetItem": 4.0, "Query": 2.0},
}
MILLIS = {"webhook": 10.0, "classify": 5.0, "escalate": 20.0}


class CostTest(unittest.TestCase):
    def test_given_counts_when_reckoned_then_each_step_is_what_a_million_of_them_costs(self) -> None:
        steps = dict(cost.per_million(COUNTS, 10, MILLIS))

        self.assertAlmostEqual(1.1 * 0.20, steps["webhook: calls"])
        self.assertAlmostEqual(1.1 * 10_000 * 0.0000133334, steps["webhook: compute"])
        self.assertAlmostEqual(2 * 0.11 * 0.40, steps["deliveries queue: receive, delete"])
        # 302 units, 10 refused repeats and 2 transactions of two items for 100 deliveries
        self.assertAlmostEqual((3.02 + 0.10 + 0.08) * 0.625, steps["table: writes"])
        self.assertAlmostEqual(0.06 * 0.125, steps["table: reads"])
        self.assertAlmostEqual(0.02 * 0.50, steps["alerts"])

    def test_given_an_idle_month_when_reckoned_then_the_free_tier_is_taken_off(self) -> None:
        items = {name: (dollars, beyond) for name, dollars, beyond in cost.idle_month(12, 100)}

        self.assertAlmostEqual(1.20, items["alarms (12)"][0])
        self.assertAlmostEqual(0.20, items["alarms (12)"][1])
        self.assertAlmostEqual(0.296 * 0.40, items["idle polling of two queues"][1])

    def test_given_the_page_when_compared_then_it_shows_what_the_script_prints(self) -> None:
        printed = subprocess.run(
            [sys.executable, "-B", ROOT / "scripts/bench/cost"], capture_output=True, text=True, check=True
        ).stdout
        page = (ROOT / "docs/costs.md").read_text("utf-8")

        for table in printed.strip().split("\n\n"):
            self.assertTrue(table in page, "docs/costs.md is not what scripts/bench/cost prints")


if __name__ == "__main__":
    unittest.main()
