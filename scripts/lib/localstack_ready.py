# SPDX-License-Identifier: Apache-2.0
"""Ends with 0 when a LocalStack answers at the endpoint given and its services run."""

import json
import sys
import urllib.request

WANTED = ("sqs", "sns", "dynamodb", "ssm", "cloudformation")

with urllib.request.urlopen(sys.argv[1] + "/_localstack/health", timeout=2) as answer:
    services = json.load(answer)["services"]
sys.exit(any(services.get(service) != "running" for service in WANTED))
