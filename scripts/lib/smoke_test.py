# SPDX-License-Identifier: Apache-2.0
"""scripts/lib/smoke.sh against a command line that answers as told: settings that cannot be read are never replaced."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

SMOKE = Path(__file__).resolve().parent / "smoke.sh"
RAPPORTO = """#!/usr/bin/env bash
echo "$1 $2" >> calls
[ "$1 $2" = "settings get" ] && exit "$SETTINGS_GET"
exit 0
"""


class SmokeTest(unittest.TestCase):
    def run_with(self, settings_get: int) -> tuple[int, list[str]]:
        with tempfile.TemporaryDirectory() as folder:
            scripts = Path(folder, "scripts")
            scripts.mkdir()
            rapporto = scripts / "rapporto"
            rapporto.write_text(RAPPORTO, "utf-8")
            rapporto.chmod(0o755)
            done = subprocess.run(
                ["bash", "-euc", f'. "{SMOKE}"; smoke stack'],
                cwd=folder, env={**os.environ, "SETTINGS_GET": str(settings_get)}, check=False,
            )
            return done.returncode, Path(folder, "calls").read_text("utf-8").splitlines()

    def test_given_settings_when_smoked_then_they_stay(self) -> None:
        self.assertEqual((0, ["settings get", "smoke standard/smoke"]), self.run_with(0))

    def test_given_no_settings_when_smoked_then_the_first_are_put(self) -> None:
        wanted = ["settings get", "settings put", "secrets set", "smoke standard/smoke"]
        self.assertEqual((0, wanted), self.run_with(3))

    def test_given_settings_that_cannot_be_read_when_smoked_then_nothing_is_replaced_and_it_ends(self) -> None:
        self.assertEqual((5, ["settings get"]), self.run_with(5))


if __name__ == "__main__":
    unittest.main()
