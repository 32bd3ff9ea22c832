# SPDX-License-Identifier: Apache-2.0
"""Ends scripts/test: a table of parts, tests and coverage, and the line that sums them up.

Takes the parts as `name=result=seconds`; reads the surefire and JaCoCo reports that the build left.
"""

import csv
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDERS = ("shared", "functions", "scripts")
MEASURED = ("shared/core", "shared/channels")


def tests_by_module() -> dict[str, dict[str, float]]:
    """Counts and seconds of each module with tests."""
    modules: dict[str, dict[str, float]] = {}
    reports = (path for folder in FOLDERS for path in (ROOT / folder).glob("**/target/surefire-reports/TEST-*.xml"))
    for report in sorted(reports):
        suite = xml.parse(report).getroot()
        module = str(report.relative_to(ROOT)).split("/target/")[0]
        sums = modules.setdefault(module, {"tests": 0, "failed": 0, "skipped": 0, "seconds": 0})
        sums["tests"] += int(suite.get("tests", 0))
        sums["failed"] += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        sums["skipped"] += int(suite.get("skipped", 0))
        sums["seconds"] += float(suite.get("time", "0").replace(",", ""))
    return modules


def coverage(module: str, counter: str) -> str:
    """What share of a module's lines or branches ran; `none` when nothing was measured."""
    report = ROOT / module / "target/site/jacoco/jacoco.csv"
    if not report.exists():
        return "none"
    with report.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    missed, covered = (sum(int(row[f"{counter}_{kind}"]) for row in rows) for kind in ("MISSED", "COVERED"))
    return f"{covered / (missed + covered):.1%}" if missed + covered else "none"


def main(arguments: list[str]) -> int:
    parts = [argument.split("=") for argument in arguments]
    modules = tests_by_module()

    print(f"{'part':22}{'result':>10}{'seconds':>10}")
    for name, result, seconds in parts:
        print(f"{name:22}{result:>10}{seconds:>10}")
    print(f"\n{'module':22}{'passed':>10}{'failed':>10}{'skipped':>10}{'seconds':>10}")
    for module, sums in modules.items():
        passed = sums["tests"] - sums["failed"] - sums["skipped"]
        print(f"{module:22}{passed:10.0f}{sums['failed']:10.0f}{sums['skipped']:10.0f}{sums['seconds']:10.1f}")
    print(f"\n{'coverage':22}{'lines':>10}{'branches':>10}")
    unmeasured = 0
    for module in MEASURED:
        lines, branches = coverage(module, "LINE"), coverage(module, "BRANCH")
        unmeasured += lines == "none"
        print(f"{module:22}{lines:>10}{branches:>10}")

    tests, failed, skipped = (int(sum(sums[key] for sums in modules.values())) for key in ("tests", "failed", "skipped"))
    passed = tests - failed - skipped + sum(result == "passed" for _, result, _ in parts)
    failed += sum(result != "passed" for _, result, _ in parts) + unmeasured
    print(f"\n{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or skipped or not tests else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
