# SPDX-License-Identifier: Apache-2.0
"""docs/operate.md says what to do at each alarm of template.yaml, lists each parameter, and names none that is not there."""

import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATE = (ROOT / "template.yaml").read_text("utf-8")
PAGE = (ROOT / "docs/operate.md").read_text("utf-8")


class OperatePageTest(unittest.TestCase):
    def test_given_the_template_when_compared_then_the_page_has_each_alarm_and_no_other(self) -> None:
        alarms = set(re.findall(r"^  (\w+):\n    Type: AWS::CloudWatch::Alarm$", TEMPLATE, re.M))
        self.assertEqual(alarms, set(re.findall(r"`(\w+Alarm)`", PAGE)))

    def test_given_the_template_when_compared_then_the_page_has_each_parameter(self) -> None:
        parameters = re.findall(r"^  (\w+):\n    Type: (?:String|Number)$", TEMPLATE, re.M)
        self.assertTrue(parameters)
        self.assertEqual([], [name for name in parameters if f"`{name}`" not in PAGE])


if __name__ == "__main__":
    unittest.main()
