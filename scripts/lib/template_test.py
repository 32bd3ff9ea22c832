# SPDX-License-Identifier: Apache-2.0
"""Shows that scripts/validate-template catches faults: one of each kind is planted, and each must be named."""

import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

# What stands in the template, what is planted there, and the check that must speak of it.
PLANTED = [
    ("a runtime that does not exist", "Runtime: java25", "Runtime: java26", "'java26' is not one of"),
    ("a processor that does not exist", "Architectures: [arm64]", "Architectures: [riscv]", "'riscv' is not one of"),
    ("a concurrency below two", "MaximumConcurrency: 5", "MaximumConcurrency: 1", "1 is less than the minimum of 2"),
    ("a reference to nothing", "deadLetterTargetArn: !GetAtt EscalationsDeadLetters.Arn", "deadLetterTargetArn: !GetAtt Nowhere.Arn", "Nowhere"),
    ("a message visible before its function ends", "VisibilityTimeout: 90", "VisibilityTimeout: 9", "Queue visibility timeout (9)"),
    ("a permission that is misspelt", "sqs:ReceiveMessage", "sqs:RecieveMessage", "'recievemessage' is not one of"),
    ("a permission for everything", "Action: dynamodb:Query", 'Action: "dynamodb:*"\n                Resource: "*"\n              - Effect: Allow\n                Action: dynamodb:Query', "CKV_AWS_111"),
    ("a parameter out of range", "Default: 30", "Default: 31", "E2015 Default should be a value within AllowedValues"),
]


class TemplateTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        text = (ROOT / "template.yaml").read_text("utf-8")
        for what, right, wrong, _ in PLANTED:
            assert right in text, f"nothing to plant {what} in: {right}"
            text = text.replace(right, wrong)
        planted = ROOT / "target/planted.yaml"
        planted.parent.mkdir(exist_ok=True)
        planted.write_text(text, "utf-8")
        cls.run_of_planted = subprocess.run(
            [ROOT / "scripts/validate-template", "target/planted.yaml"],
            capture_output=True, text=True, cwd=ROOT, check=False,
        )

    def test_given_faults_when_validated_then_it_fails(self) -> None:
        self.assertNotEqual(0, self.run_of_planted.returncode)

    def test_given_one_fault_of_each_kind_when_validated_then_each_is_named(self) -> None:
        output = self.run_of_planted.stdout + self.run_of_planted.stderr
        for what, _, _, named in PLANTED:
            with self.subTest(what):
                self.assertTrue(named in output, f"the output does not say: {named}")


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    unittest.main()
