#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares what was sent and acknowledged with what the machine remembers and alerted, and names each difference.

Knows the ledger's lines, the machine's documented endpoints and its table's interaction keys; shares no code with the
product or with the sender. The ledger holds one JSON object a line:
  {"event": "send", "key", "person", "mark", "concern"}   before each attempt
  {"event": "ack", "key"}                                 after a 2xx
  {"event": "refuse", "key", "status"}                    after an answer that no repetition would change
"""

import argparse
import json
import re
import sys
import urllib.request
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterator, NamedTuple

MARK = re.compile(r"\bmark[0-9a-f]{16}\b")
SHOWN = 10

# What class each fault belongs to; every one of them fails the check.
FAULTS = {
    "lost": "acknowledged, and not remembered",
    "duplicate": "remembered more than once",
    "ghost": "remembered, and never sent",
    "refused": "signed well, and turned away",
    "missing alert": "a concern, and nobody was told",
    "second alert id": "a concern told under several ids",
    "unexpected alert": "nobody's concern, and somebody was told",
    "dead letter": "given up by a queue",
}


class Sent(NamedTuple):
    person: str
    mark: str
    concern: bool


@dataclass
class Ledger:
    """What the sender says: every key it sent, and what it was answered."""

    sent: dict[str, Sent] = field(default_factory=dict)
    attempts: int = 0
    acked: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, path: Path) -> "Ledger":
        ledger = cls()
        for line in path.read_text("utf-8").splitlines():
            entry = json.loads(line)
            key = entry["key"]
            if entry["event"] == "send":
                ledger.sent[key] = Sent(entry["person"], entry["mark"], entry["concern"])
                ledger.attempts += 1
            elif entry["event"] == "ack":
                ledger.acked.add(key)
            else:
                ledger.refused.add(key)
        return ledger


@dataclass
class Findings:
    """How many keys are as they should be, and which are not."""

    ok: int = 0
    in_doubt: int = 0
    alerts: int = 0
    alert_repeats: int = 0
    faults: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in FAULTS})

    def good(self) -> bool:
        return not any(self.faults.values())

    def report(self) -> dict:
        faults = {name: {"count": len(keys), "first": sorted(keys)[:SHOWN]} for name, keys in self.faults.items()}
        return {
            "ok": self.ok,
            "inDoubt": self.in_doubt,
            "alerts": self.alerts,
            "alertRepeats": self.alert_repeats,
            "faults": faults,
            "good": self.good(),
        }

    def table(self) -> str:
        rows = [("ok", self.ok), ("in doubt", self.in_doubt), ("alerts", self.alerts)]
        rows.append(("alert repeats", self.alert_repeats))
        lines = [f"{name:18}{count:8}" for name, count in rows]
        for name, keys in self.faults.items():
            lines.append(f"{name:18}{len(keys):8}  {FAULTS[name]}")
            lines += [f"{'':28}{key}" for key in sorted(keys)[:SHOWN]]
        return "\n".join(lines)


def check(ledger: Ledger, url: str) -> Findings:
    """Asks the machine at `url`, which must be at rest."""
    health = get(url, "/local/health")
    findings = Findings()
    check_items(ledger, scan(health["endpoints"]["dynamodb"], health["table"]), findings)
    check_alerts(ledger, get(url, "/local/alerts"), findings)
    for queue in get(url, "/local/queues")["queues"]:
        findings.faults["dead letter"] += [f"{queue['name']} #{n + 1}" for n in range(queue["deadLetters"])]
    return findings


def check_items(ledger: Ledger, items: Iterator[dict], findings: Findings) -> None:
    copies, keys_of_mark, marks_of_key = Counter(), defaultdict(set), defaultdict(set)
    for item in items:
        if not item["pk"]["S"].startswith("C#"):
            continue
        key = item["pk"]["S"][2:]
        copies[key] += 1
        for mark in MARK.findall(json.dumps(item)):
            keys_of_mark[mark].add(key)
            marks_of_key[key].add(mark)
    faults = findings.faults
    faults["ghost"] += [key for key in copies if key not in ledger.sent]
    faults["refused"] += ledger.refused
    for key, sent in ledger.sent.items():
        if copies[key] > 1 or len(keys_of_mark[sent.mark]) > 1:
            faults["duplicate"].append(key)
        elif key in ledger.acked and sent.mark not in marks_of_key[key]:
            faults["lost"].append(key)
        elif key in ledger.acked:
            findings.ok += 1
        elif key not in ledger.refused:
            findings.in_doubt += 1


def check_alerts(ledger: Ledger, alerts: list[dict], findings: Findings) -> None:
    ids_of_person, all_ids = defaultdict(set), Counter()
    for alert in alerts:
        data = alert["message"]["data"]
        ids_of_person[data["stakeholder"]["id"]].add(data["alertId"])
        all_ids[data["alertId"]] += 1
    findings.alerts = len(alerts)
    findings.alert_repeats = len(alerts) - len(all_ids)
    concerns = {sent.person: key for key, sent in ledger.sent.items() if sent.concern}
    faults = findings.faults
    faults["unexpected alert"] += [person for person in ids_of_person if person not in concerns]
    for person, key in concerns.items():
        if len(ids_of_person[person]) > 1:
            faults["second alert id"].append(person)
        elif not ids_of_person[person] and key in ledger.acked:
            faults["missing alert"].append(person)


def get(url: str, path: str):
    with urllib.request.urlopen(url + path, timeout=60) as answer:
        return json.load(answer)


def scan(endpoint: str, table: str) -> Iterator[dict]:
    """Every item of the table, as DynamoDB writes it. DynamoDB Local reads the key and region, no signature."""
    headers = {
        "Content-Type": "application/x-amz-json-1.0",
        "X-Amz-Target": "DynamoDB_20120810.Scan",
        "X-Amz-Date": "20260101T000000Z",
        "Authorization": "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, "
        f"SignedHeaders=host;x-amz-date;x-amz-target, Signature={'0' * 64}",
    }
    question = {"TableName": table, "ConsistentRead": True}
    while True:
        request = urllib.request.Request(endpoint.rstrip("/") + "/", json.dumps(question).encode(), headers)
        with urllib.request.urlopen(request, timeout=60) as answer:
            page = json.load(answer)
        yield from page["Items"]
        if "LastEvaluatedKey" not in page:
            return
        question["ExclusiveStartKey"] = page["LastEvaluatedKey"]


def main() -> int:
    parser = argparse.ArgumentParser(
        description="Compares a ledger of scripts/chaos with what a running machine remembers and alerted.",
        epilog="Exit codes: 0 no difference, 1 some, 2 usage.",
    )
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--port", type=int, default=18080, help="of the machine (default %(default)s)")
    options = parser.parse_args()
    findings = check(Ledger.read(options.ledger), f"http://127.0.0.1:{options.port}")
    print(findings.table())
    return 0 if findings.good() else 1


if __name__ == "__main__":
    sys.exit(main())
