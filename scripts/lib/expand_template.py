# SPDX-License-Identifier: Apache-2.0
"""Expands a SAM template as CloudFormation's transform would, offline: lint sees far more in the result.

    expand_template.py TEMPLATE EXPANDED.json
"""

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")

from samtranslator.translator.transform import transform  # noqa: E402
from samtranslator.yaml_helper import yaml_parse  # noqa: E402

BUILT = {"Bucket": "built-by-sam-build", "Key": "function.zip"}


class NoManagedPolicies:
    """The translator asks for AWS's managed policies by name; our functions use none."""

    def load(self) -> dict:
        return {}


def expand(text: str) -> dict:
    template = yaml_parse(text)
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = dict(BUILT)
    return transform(template, {}, NoManagedPolicies())


if __name__ == "__main__":
    source, expanded = map(Path, sys.argv[1:])
    expanded.parent.mkdir(parents=True, exist_ok=True)
    expanded.write_text(json.dumps(expand(source.read_text("utf-8")), indent=1) + "\n", "utf-8")
