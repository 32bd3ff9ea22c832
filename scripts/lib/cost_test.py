# SPDX-License-Identifier: Apache-2.0
"""The arithmetic of scripts/bench/cost on made-up counts, and its tables as docs/costs.md shows them."""

import importlib.util
import json
import re
import subprocess
import sys
import unittest
from importlib.machinery import SourceFileLoader
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "scripts/bench/cost"
LOADER = SourceFileLoader("cost", str(SCRIPT))
cost = importlib.util.module_from_spec(importlib.util.spec_from_loader("cost", LOADER))
LOADER.exec_module(cost)

REPORT = {
    "deliveries": 100,
    "postedTwice": 10,
    "alerting": 2,
    "calls": {
        "dynamodb PutItem": 115,  # 100 items, 2 cases in 2 states each, 11 refused
        "dynamodb TransactWriteItems": 3,
        "sns Publish": 2,
        "sqs SendMessage": 114,  # 110 deliveries, 4 referrals
        "sqs DeleteMessageBatch": 19,
        "sqs ReceiveMessage": 500,
    },
    "capacityUnits": {"PutItem": 302.0, "GetItem": 4.0, "Query": 2.0},
}
MILLIS = {"webhook": 10.0, "classify": 50.0, "escalate": 200.0, "clock": 100.0}
GB_MILLISECONDS_OF_A_MILLION = 1_000 * 0.0000133334


def steps(batch: float, http_api: bool) -> dict[str, float]:
    return cost.per_million(cost.Counts.read(REPORT), batch, http_api, MILLIS, memory=1.0)


def printed(*options: object) -> str:
    return subprocess.run([SCRIPT, *map(str, options)], capture_output=True, text=True, check=True).stdout


class AMillionDeliveries(unittest.TestCase):
    def assert_dollars(self, expected: dict[str, float], found: dict[str, float]) -> None:
        for step, dollars in expected.items():
            self.assertAlmostEqual(dollars, found[step], 9, step)

    def test_given_counts_when_reckoned_then_calls_and_run_time_are_what_a_million_of_them_cost(self) -> None:
        expected = {
            "front door": 1.1 * 1.00,
            "logs": 1.1 * (230 + 250 * (1 + 5 / 10)) / 1000 * 0.50,
            "webhook: calls": 1.1 * 0.20,
            "webhook: run time": 1.1 * 10 * GB_MILLISECONDS_OF_A_MILLION,
            "deliveries queue: send": 1.1 * 0.40,
            "deliveries queue: receive and delete": 2 * 1.1 / 10 * 0.40,
            "classify: calls": 1.1 / 10 * 0.20,
            "classify: run time": 1.1 / 10 * 50 * GB_MILLISECONDS_OF_A_MILLION,
            "escalations queue: send, receive, delete": 0.04 * 1.2 * 0.40,
            "escalate: calls": 0.04 / 10 * 0.20,
            "escalate: run time": 0.04 / 10 * 200 * GB_MILLISECONDS_OF_A_MILLION,
            "alerts: publish": 0.02 * 0.50,
        }

        self.assert_dollars(expected, steps(10, http_api=True))

    def test_given_refused_puts_and_transactions_then_they_are_charged_beside_the_units_that_were_answered(self) -> None:
        expected = {
            "table: writes": 3.02 * 0.625,
            "table: refused writes": 0.11 * 1 * 0.625,
            "table: transactions": 0.03 * 6 * 0.625,
            "table: reads": 0.06 * 0.125,
        }

        self.assert_dollars(expected, steps(10, http_api=True))

    def test_given_a_function_url_then_only_door_and_access_log_are_saved(self) -> None:
        api, url = steps(10, http_api=True), steps(10, http_api=False)
        saved = {step: api[step] - url[step] for step in api if api[step] != url[step]}

        self.assertEqual({"front door", "logs"}, saved.keys())
        self.assert_dollars({"front door": 1.10, "logs": 1.1 * 230 / 1000 * 0.50}, saved)

    def test_given_smaller_batches_then_they_are_counted_by_deletes_and_cost_more_calls(self) -> None:
        self.assert_dollars({"logs": 1.1 * (250 + 250) / 1000 * 0.50}, steps(1, http_api=False))
        measured = cost.Counts.read(REPORT).batch

        self.assertEqual(6, measured)
        self.assert_dollars(
            {"deliveries queue: receive and delete": 2 * 1.1 / 6 * 0.40, "classify: calls": 1.1 / 6 * 0.20},
            steps(measured, http_api=True),
        )

    def test_given_counts_that_cannot_be_then_they_are_refused(self) -> None:
        with self.assertRaisesRegex(SystemExit, "refused_puts below zero"):
            cost.Counts.read(REPORT | {"alerting": 50})


class AnIdleMonth(unittest.TestCase):
    def test_given_a_month_when_reckoned_then_the_free_tier_is_taken_off(self) -> None:
        items = {item.name: item for item in cost.idle_month(12, clock_millis=100, memory=1.0)}
        expected = {
            "alarms (12)": (1.20, 0.20),
            "dashboard": (3.00, 0),
            "polling of 2 queues (1,296,000 calls)": (1.296 * 0.40, 0.296 * 0.40),
            "clock: 43,200 schedules": (0.0432, 0),
            "clock: 43,200 calls": (0.0432 * 0.20, 0),
            "clock: run time": (4_320 * 0.0000133334, 0),
            "clock: reads of the table": (0.0432 * 4 * 0.125, 0.0432 * 4 * 0.125),
        }

        self.assertEqual(expected.keys(), items.keys())
        for name, (dollars, beyond) in expected.items():
            self.assertAlmostEqual(dollars, items[name].dollars, 9, name)
            self.assertAlmostEqual(beyond, items[name].beyond, 9, name)

    def test_given_a_template_then_its_alarms_are_counted(self) -> None:
        text = "Globals:\n  Function:\n    MemorySize: 512\nResources:\n" + "  A:\n    Type: AWS::CloudWatch::Alarm\n" * 3

        self.assertEqual((3, 0.5), cost.Template.read(text))


class ThePage(unittest.TestCase):
    PAGE = (ROOT / "docs/costs.md").read_text("utf-8")

    def test_given_the_committed_counts_then_what_is_between_the_marks_is_what_the_script_prints(self) -> None:
        shown = re.findall(r"<!-- printed -->\n(.*?)\n<!-- /printed -->", self.PAGE, re.S)

        self.assertEqual(printed().strip().split("\n\n"), shown)

    def test_given_other_counts_batches_or_run_times_then_the_tables_are_others(self) -> None:
        report = ROOT / re.findall(r"\((reports/\S+)\)", self.PAGE)[0].replace("reports", "docs/reports")

        self.assertEqual(printed(), printed("--counts", report))
        self.assertNotEqual(printed(), printed("--batch", 5))
        self.assertNotEqual(printed(), printed("--millis", "classify=600"))

    def test_given_single_messages_then_the_page_names_their_price(self) -> None:
        total = [line for line in printed("--batch", 1).splitlines() if "a million deliveries" in line][0]
        api, url = re.findall(r"\$[\d.]+", total)[2:]

        self.assertIn(f"{api} by HTTP API, {url} by Function URL (`--batch 1`)", self.PAGE)

    def test_given_the_totals_then_the_page_names_what_the_cuts_save(self) -> None:
        total = [line for line in printed().splitlines() if "a million deliveries" in line][0]
        api, url, api_full, _ = (float(one) for one in re.findall(r"\$([\d.]+)", total))

        self.assertIn(f"throttling is not missed: ${api - url:.2f} a million", self.PAGE)
        self.assertIn(f"batching window: ${api - api_full:.2f} a million", self.PAGE)

    def test_given_wrong_options_then_the_usage_says_what_was_wanted(self) -> None:
        for options in (["--millis", "vitals=1"], ["--millis", "clock=x"], ["--batch", "11"]):
            run = subprocess.run([SCRIPT, *options], capture_output=True, text=True)
            self.assertEqual((2, True), (run.returncode, "wanted" in run.stderr), options)

    def test_given_the_committed_counts_then_the_written_units_are_those_the_page_explains(self) -> None:
        report = json.loads((ROOT / "docs/reports/2026-11-24-calls.json").read_text("utf-8"))
        in_threads = report["deliveries"] * 3 / 4

        explained = 3 * in_threads + 2 * (report["deliveries"] - in_threads) + 7 * report["alerting"]

        self.assertEqual(explained, report["capacityUnits"]["PutItem"])


if __name__ == "__main__":
    unittest.main()
