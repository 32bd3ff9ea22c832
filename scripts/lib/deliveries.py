# SPDX-License-Identifier: Apache-2.0
"""Makes signed deliveries of the four channels, each with an id, an author and a mark of its own.

Written from the channels' documentation, not from the product: what both get wrong alike would not show.
"""

import base64
import hashlib
import hmac
import json
import random
import time
from datetime import datetime, timezone
from typing import NamedTuple

CHANNELS = ("slack", "discourse", "github", "standard")
CONCERN_SHARE = 0.05

FORUM = "forum.example.org"
TEAM = "T061EG9R6"
REPOSITORY = {"id": 186853002, "name": "pump", "full_name": "example/pump", "private": False}
REMARKS = (
    "Ho aggiornato la guida di installazione",
    "Da noi la versione nuova gira bene",
    "Here are the notes of yesterday's meeting",
    "I moved the sensor to the other room",
)
THREAT = "Non mi avete risposto: mi rivolgo a un avvocato"


class Delivery(NamedTuple):
    """One event of a channel, to be signed anew each time it is sent."""

    channel: str
    key: str  # the content key under which it must be remembered
    person: str  # the identity that acted
    mark: str  # a word of its text that no other delivery has
    concern: bool  # whether exactly one alert must tell of this person
    headers: dict[str, str]
    body: bytes


class Words(NamedTuple):
    number: int
    author: int
    text: str
    concern: bool
    at: datetime

    def time(self) -> str:
        return self.at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def secrets_of(rng: random.Random) -> dict[str, str]:
    """A secret for the source `demo` of each channel."""
    secrets = {channel: rng.randbytes(24).hex() for channel in CHANNELS}
    secrets["standard"] = "whsec_" + base64.b64encode(rng.randbytes(24)).decode()
    return secrets


def make(number: int, rng: random.Random, at: datetime) -> Delivery:
    """The delivery with this number. Concerns come from people and threads of their own, remarks share a few."""
    concern = rng.random() < CONCERN_SHARE
    mark = f"mark{rng.getrandbits(64):016x}"
    author = 100_000 + number if concern else rng.randrange(1, 300)
    said = THREAT if concern else rng.choice(REMARKS)
    words = Words(number, author, f"{said}. Rif. {mark}", concern, at)
    channel = rng.choice(CHANNELS)
    key, person, headers, body = EVENTS[channel](words)
    raw = json.dumps(body, ensure_ascii=False).encode()
    return Delivery(channel, key, person, mark, concern, {"Content-Type": "application/json", **headers}, raw)


def _slack(words: Words):
    ts = f"{int(words.at.timestamp())}.{words.number:06d}"
    user = f"U{words.author:09d}"
    event = {
        "type": "message",
        "channel": "C2147483705",
        "channel_type": "channel",
        "user": user,
        "text": words.text,
        "ts": ts,
        "event_ts": ts,
    }
    body = {
        "token": "unused",
        "team_id": TEAM,
        "api_app_id": "A0PNCHHK2",
        "event": event,
        "type": "event_callback",
        "event_id": f"Ev{words.number:09d}",
        "event_time": int(words.at.timestamp()),
        "authorizations": [{"team_id": TEAM, "user_id": "U0RAPPORTO", "is_bot": True}],
    }
    return f"slack:{TEAM}:C2147483705/{ts}", f"slack:{TEAM}:{user}", {}, body


def _discourse(words: Words):
    opens = words.concern or words.number % 3 == 0
    topic = 10_000 + words.number if opens else 1 + words.author % 50
    post = {
        "id": 500_000 + words.number,
        "name": f"Person {words.author}",
        "username": f"person{words.author}",
        "user_id": words.author,
        "created_at": words.time(),
        "updated_at": words.time(),
        "raw": words.text,
        "cooked": f"<p>{words.text}</p>",
        "post_number": 1 if opens else words.number + 2,
        "post_type": 1,
        "topic_id": topic,
        "topic_slug": "la-pompa",
        "topic_title": "La pompa",
        "topic_archetype": "regular",
        "version": 1,
        "hidden": False,
        "deleted_at": None,
        "user_deleted": False,
    }
    headers = {
        "X-Discourse-Event": "post_created",
        "X-Discourse-Event-Type": "post",
        "X-Discourse-Event-Id": str(words.number),
        "X-Discourse-Instance": f"https://{FORUM}",
    }
    item = f"topic/{topic}" if opens else f"post/{post['id']}"
    return f"discourse:{FORUM}:{item}", f"discourse:{FORUM}:{words.author}", headers, {"post": post}


def _github(words: Words):
    login = f"person{words.author}"
    user = {"login": login, "id": words.author, "type": "User", "html_url": f"https://github.com/{login}"}
    issue = {
        "id": 444_500_000 + words.number,
        "node_id": f"I_chaos{words.number:07d}",
        "number": words.number + 1,
        "title": "La pompa",
        "body": words.text,
        "user": user,
        "state": "open",
        "author_association": "NONE",
        "html_url": f"https://github.com/example/pump/issues/{words.number + 1}",
        "created_at": words.time(),
        "updated_at": words.time(),
    }
    guid = hashlib.md5(issue["node_id"].encode()).hexdigest()
    headers = {
        "X-GitHub-Event": "issues",
        "X-GitHub-Delivery": "-".join((guid[:8], guid[8:12], guid[12:16], guid[16:20], guid[20:])),
        "User-Agent": "GitHub-Hookshot/044aadd",
    }
    body = {"action": "opened", "issue": issue, "repository": REPOSITORY, "sender": user}
    return f"github:github.com:{issue['node_id']}", f"github:github.com:{words.author}", headers, body


def _standard(words: Words):
    thread = f"own-{words.number}" if words.concern else f"shared-{words.author % 50}"
    # The colon and the percent sign are escaped in keys: these ids show that they are.
    item, actor = f"m:{words.number}%", f"p{words.author}"
    data = {
        "id": item,
        "actor": {"id": actor, "name": f"Person {words.author}"},
        "text": words.text,
        "threadId": thread,
    }
    body = {"type": "message.created", "timestamp": words.time(), "data": data}
    return f"standard:demo:m%3A{words.number}%25", f"standard:demo:{actor}", {}, body


EVENTS = {"slack": _slack, "discourse": _discourse, "github": _github, "standard": _standard}


def signed(delivery: Delivery, secret: str) -> dict[str, str]:
    """All headers of the delivery, signed now."""
    now = str(int(time.time()))
    return delivery.headers | SIGNATURES[delivery.channel](delivery, secret, now)


def _hex(secret: str, message: bytes) -> str:
    return hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()


def _sign_slack(delivery: Delivery, secret: str, now: str) -> dict[str, str]:
    signature = "v0=" + _hex(secret, f"v0:{now}:".encode() + delivery.body)
    return {"X-Slack-Request-Timestamp": now, "X-Slack-Signature": signature}


def _sign_discourse(delivery: Delivery, secret: str, _now: str) -> dict[str, str]:
    return {"X-Discourse-Event-Signature": "sha256=" + _hex(secret, delivery.body)}


def _sign_github(delivery: Delivery, secret: str, _now: str) -> dict[str, str]:
    return {"X-Hub-Signature-256": "sha256=" + _hex(secret, delivery.body)}


def _sign_standard(delivery: Delivery, secret: str, now: str) -> dict[str, str]:
    key = base64.b64decode(secret.removeprefix("whsec_"))
    message = f"msg_{delivery.mark}"
    mac = hmac.new(key, f"{message}.{now}.".encode() + delivery.body, hashlib.sha256).digest()
    signature = "v1," + base64.b64encode(mac).decode()
    return {"webhook-id": message, "webhook-timestamp": now, "webhook-signature": signature}


SIGNATURES = {"slack": _sign_slack, "discourse": _sign_discourse, "github": _sign_github, "standard": _sign_standard}


def utc_now() -> datetime:
    return datetime.now(timezone.utc)
