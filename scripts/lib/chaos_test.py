# SPDX-License-Identifier: Apache-2.0
"""Shows that scripts/chaos passes a machine that keeps its promises, and catches each way of breaking them.

The machine is a small one of its own: this file, started with `serve`. It appends what it acknowledges to a file,
speaks the endpoints that the sender and the checker use, and breaks the promise that FAKE_FAULT names.
"""

import argparse
import base64
import json
import os
import re
import shlex
import socket
import subprocess
import sys
import tempfile
import threading
import unittest
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

import check  # noqa: E402
import deliveries  # noqa: E402

CHAOS = Path(__file__).resolve().parent.parent / "chaos"


def understood(channel: str, headers, body: dict) -> tuple[str, str, str]:
    """Content key, person and text."""
    if channel == "slack":
        event = body["event"]
        return f"slack:T061EG9R6:{event['channel']}/{event['ts']}", f"slack:T061EG9R6:{event['user']}", event["text"]
    if channel == "discourse":
        post, host = body["post"], headers["X-Discourse-Instance"].removeprefix("https://")
        first = post["post_number"] == 1
        item = f"topic/{post['topic_id']}" if first else f"post/{post['id']}"
        return f"discourse:{host}:{item}", f"discourse:{host}:{post['user_id']}", post["raw"]
    if channel == "github":
        issue = body["issue"]
        return f"github:github.com:{issue['node_id']}", f"github:github.com:{issue['user']['id']}", issue["body"]
    data = body["data"]
    item = data["id"].replace("%", "%25").replace(":", "%3A")
    return f"standard:demo:{item}", f"standard:demo:{data['actor']['id']}", data["text"]


class FakeMachine(ThreadingHTTPServer):
    """Remembers by key what it acknowledged, through kills; alerts of whoever names a lawyer."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int, data: Path, fault: str):
        data.mkdir(parents=True, exist_ok=True)
        self.fault = fault
        self.lock = threading.Lock()
        self.items: dict[str, tuple[str, str]] = {}
        self.store = (data / "items").open("a+", encoding="utf-8")
        self.store.seek(0)
        for line in self.store.read().splitlines():
            key, person, text = json.loads(line)
            self.items[key] = (person, text)
        super().__init__(("127.0.0.1", port), FakeRequests)

    def remember(self, key: str, person: str, text: str) -> None:
        with self.lock:
            self.store.write(json.dumps([key, person, text]) + "\n")
            self.store.flush()
            self.items[key] = (person, text)

    def table_items(self) -> list[dict]:
        """With the fault `lose`, the fifth is gone; with `twice` it has a double under another key."""
        items = [self._item("C#" + key, text) for key, (_, text) in self.items.items()]
        if self.fault == "lose":
            del items[4]
        if self.fault == "twice":
            items.append(items[4] | {"pk": {"S": "C#slack:T1:another"}})
        return items + [self._item("E#one", "a case, not an interaction")]

    def alerts(self) -> list[dict]:
        """Every alert twice with the same id; with the fault `second` one under another id too, with `mute` one never."""
        told = [person for person, text in self.items.values() if "avvocato" in text]
        ids = [(person, f"al_{person}") for person in told] * 2
        if self.fault == "second" and told:
            ids.append((told[0], "al_other"))
        if self.fault == "mute":
            ids = [one for one in ids if one[0] != told[0]]
        return [{"message": {"data": {"alertId": id, "stakeholder": {"id": person}}}} for person, id in ids]

    @staticmethod
    def _item(pk: str, text: str) -> dict:
        return {"pk": {"S": pk}, "sk": {"S": "A"}, "x": {"S": text}}


class FakeRequests(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: FakeMachine

    def do_GET(self) -> None:
        endpoint = f"http://127.0.0.1:{self.server.server_port}"
        dead = 1 if self.server.fault == "bury" else 0
        self._answer(
            {
                "/local/health": {"status": "ready", "endpoints": {"dynamodb": endpoint}, "table": "fake"},
                "/local/queues": {
                    "queues": [{"name": "one", "depth": 0, "inFlight": 0, "oldestAgeSeconds": 0, "deadLetters": dead}]
                },
                "/local/alerts": self.server.alerts(),
            }[self.path]
        )

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/":
            self._scan(body)
            return
        self.server.remember(*understood(self.path.split("/")[2], self.headers, body))
        self._answer({})

    def _scan(self, question: dict) -> None:
        """In pages of 50, as DynamoDB has pages too."""
        items, start = self.server.table_items(), question.get("ExclusiveStartKey", 0)
        page = {"Items": items[start : start + 50]}
        self._answer(page | ({"LastEvaluatedKey": start + 50} if len(items) > start + 50 else {}))

    def _answer(self, answer) -> None:
        raw = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *_) -> None:
        pass


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class WholeRuns(unittest.TestCase):
    def run_chaos(self, fault: str = "none", kills: int = 0) -> tuple[int, dict]:
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / "report.json"
            command = [CHAOS, "--deliveries", "300", "--kills", str(kills), "--settle", "0", "--port", str(free_port())]
            command += ["--start", shlex.join([sys.executable, __file__, "serve"]), "--json", report]
            environment = os.environ | {"FAKE_FAULT": fault, "TMPDIR": folder}
            run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
            return run.returncode, json.loads(report.read_text()) if report.exists() else {"output": run.stderr}

    def assert_caught(self, report: dict, *names: str) -> None:
        found = {name for name, fault in report["check"]["faults"].items() if fault["count"]}
        self.assertEqual(set(names), found)

    def test_given_a_machine_that_keeps_its_promises_when_killed_then_it_passes(self):
        code, report = self.run_chaos(kills=5)

        self.assertEqual(0, code, report)
        self.assertEqual(300, report["check"]["ok"])
        self.assertEqual(5, sum(report["kills"].values()))
        self.assertGreater(report["check"]["alertRepeats"], 0)
        self.assertGreater(report["requestsAnswered"], 310)

    def test_given_one_lost_item_then_it_is_caught(self):
        code, report = self.run_chaos("lose")

        self.assertEqual(1, code)
        self.assert_caught(report, "lost")
        self.assertEqual(1, report["check"]["faults"]["lost"]["count"])

    def test_given_an_alert_under_a_second_id_then_it_is_caught(self):
        code, report = self.run_chaos("second")

        self.assertEqual(1, code)
        self.assert_caught(report, "second alert id")

    def test_given_a_concern_nobody_was_told_of_then_it_is_caught(self):
        code, report = self.run_chaos("mute")

        self.assertEqual(1, code)
        self.assert_caught(report, "missing alert")

    def test_given_an_item_doubled_under_another_key_then_it_is_caught(self):
        code, report = self.run_chaos("twice")

        self.assertEqual(1, code)
        self.assert_caught(report, "ghost", "duplicate")

    def test_given_a_dead_letter_then_it_is_caught(self):
        code, report = self.run_chaos("bury")

        self.assertEqual(1, code)
        self.assert_caught(report, "dead letter")


class Ledgers(unittest.TestCase):
    def findings_of(self, *entries: dict, items: list[dict] | None = None) -> check.Findings:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "ledger.jsonl"
            path.write_text("".join(json.dumps(entry) + "\n" for entry in entries))
            findings = check.Findings()
            check.check_items(check.Ledger.read(path), iter(items or []), findings)
            return findings

    SEND = {"event": "send", "key": "k", "person": "p", "mark": "mark0123456789abcdef", "concern": False}

    def test_given_a_send_without_an_answer_then_it_is_in_doubt_whether_remembered_or_not(self):
        item = {"pk": {"S": "C#k"}, "x": {"S": "Rif. mark0123456789abcdef"}}

        for items in ([], [item]):
            findings = self.findings_of(self.SEND, items=items)
            self.assertEqual((1, True), (findings.in_doubt, findings.good()))

    def test_given_a_refusal_then_it_is_a_fault(self):
        findings = self.findings_of(self.SEND, {"event": "refuse", "key": "k", "status": 401})

        self.assertEqual(["k"], findings.faults["refused"])

    def test_given_an_item_with_the_words_of_another_then_it_is_lost(self):
        item = {"pk": {"S": "C#k"}, "x": {"S": "Rif. markfedcba9876543210"}}

        findings = self.findings_of(self.SEND, {"event": "ack", "key": "k"}, items=[item])

        self.assertEqual(["k"], findings.faults["lost"])


class Signatures(unittest.TestCase):
    """Against vectors that others published: GitHub's documentation, Slack's documentation, Standard Webhooks."""

    @staticmethod
    def delivery(body: str) -> deliveries.Delivery:
        return deliveries.Delivery("", "", "", "", False, {}, body.encode())

    def test_github_signs_as_its_documentation_does(self):
        signed = deliveries.SIGNATURES["github"](self.delivery("Hello, World!"), "It's a Secret to Everybody", "0")

        self.assertEqual(
            "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", signed["X-Hub-Signature-256"]
        )


class Events(unittest.TestCase):
    def test_every_channel_and_both_kinds_come_with_keys_of_their_own(self):
        rng = deliveries.random.Random(7)
        made = [deliveries.make(number, rng, datetime(2026, 11, 23, tzinfo=timezone.utc)) for number in range(2000)]
        concerns = [one for one in made if one.concern]

        self.assertEqual(set(deliveries.CHANNELS), {one.channel for one in concerns})
        self.assertEqual(2000, len({one.key for one in made}))
        self.assertEqual(2000, len({one.mark for one in made}))
        self.assertEqual(len(concerns), len({one.person for one in concerns}))
        self.assertTrue(all(check.MARK.fullmatch(one.mark) for one in made))

    def test_a_standard_secret_has_24_bytes(self):
        secret = deliveries.secrets_of(deliveries.random.Random(7))["standard"]

        self.assertTrue(re.fullmatch(r"whsec_\S+", secret))
        self.assertEqual(24, len(base64.b64decode(secret.removeprefix("whsec_"))))


def serve() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("serve")
    parser.add_argument("--port", type=int)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--secrets", type=Path)
    options = parser.parse_args()
    if options.secrets.stat().st_mode & 0o777 != 0o600:
        sys.exit("secrets are not of mode 600")
    FakeMachine(options.port, options.data, os.environ["FAKE_FAULT"]).serve_forever()


if __name__ == "__main__":
    serve() if sys.argv[1:2] == ["serve"] else unittest.main()
