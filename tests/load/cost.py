"""What it costs to compare digests and to look at the time of a question: the same questions in one process, in turn with and
without.

    python -m tests.load.cost INDEX QUESTIONS.txt --rounds 3

prints one JSON object: seconds of the processor with and without, by how much more, and what the way of a question through the
gate adds to that (`gate`, as a share too). Every question finds no article looked at yet, which is the dearest that can be: in
use each is looked at once for every state of the index.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from http import HTTPStatus
from pathlib import Path
from typing import Any
from unittest.mock import patch

from rag import Answer, Assistant, Config
from rag.asking.live import Followed, View
from rag.indexing.trust import Trust
from ui.address import Address
from ui.gate.answers import Message, Receive, Scope, Send, answer
from ui.serve import gated

THROUGH = 500
"""Times that a question goes through the gate, of which one is the mean."""


def afresh(view: View, followed: Followed, questions: tuple[str, ...], today: date | None) -> Answer:
    """In the place of `View.past`: the answer worked out, where otherwise it is remembered."""
    return followed(view, questions, today)


@contextmanager
def unguarded() -> Iterator[None]:
    """Inside, nothing is compared with its digest and no time is looked at."""
    with (
        patch.object(Trust, "articles", lambda *given: None),
        patch.object(Trust, "page", lambda *given: None),
        patch.object(Trust, "lists", lambda *given: None),
        patch("rag.asking.turn.check_time", lambda: None),
    ):
        yield


@contextmanager
def guarded() -> Iterator[None]:
    """Inside, no article counts as looked at when a question begins."""
    usual, fresh = Trust.articles, [True]

    def articles(self: Trust, given: Iterable[int], generation: int) -> None:
        if fresh.pop() if fresh else False:
            self._told = (-1, set())
        usual(self, given, generation)

    with patch.object(Trust, "articles", articles):
        yield


def spent(assistant: Assistant, question: str) -> float:
    """Seconds of the processor for one question."""
    began = time.process_time()
    assistant.ask(question)
    return time.process_time() - began


async def answered(scope: Scope, receive: Receive, send: Send) -> None:
    """An application that takes a question whole and has its answer ready."""
    while (await receive()).get("more_body"):
        pass
    await answer(send, HTTPStatus.OK, "{}")


def through_the_gate(question: str, times: int) -> float:
    """Seconds of the processor that the way through the gate adds to one question."""
    body = json.dumps({"question": question}).encode()
    headers = [
        (b"host", b"127.0.0.1:7860"),
        (b"content-type", b"application/json"),
        (b"origin", b"http://127.0.0.1:7860"),
    ]
    asked = {"type": "http", "method": "POST", "path": "/conversation/asking", "query_string": b"", "scheme": "http"}
    asked |= {
        "headers": [*headers, (b"content-length", str(len(body)).encode())],
        "client": ("127.0.0.1", 5),
        "root_path": "",
    }
    told: list[int] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            told.append(message["status"])

    async def spent_on(app: Any) -> float:
        began = time.process_time()
        for _ in range(times):
            await app(dict(asked), receive, send)
        return time.process_time() - began

    async def both() -> float:
        gate = gated(answered, Address("127.0.0.1", 7860))
        return await spent_on(gate) - await spent_on(answered)

    more = asyncio.run(both())
    if set(told) != {HTTPStatus.OK}:
        raise RuntimeError(f"the gate answered {sorted(set(told))}")
    return more / times


def main() -> int:
    """The command above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    questions = [q for q in given.questions.read_text(encoding="utf-8").splitlines() if q.strip()]
    sums = {"with": 0.0, "without": 0.0}
    with Assistant.open(Config(index=given.index)) as assistant, patch.object(View, "past", afresh):
        for question in questions:
            assistant.ask(question)  # what is loaded on first use is loaded
        for number in range(given.rounds):
            for place, question in enumerate(questions):
                ways = [("with", guarded), ("without", unguarded)]
                for name, way in ways if (number + place) % 2 else reversed(ways):
                    with way():
                        sums[name] += spent(assistant, question)
    more = sums["with"] / sums["without"] - 1
    asked = len(questions) * given.rounds
    gate = through_the_gate(questions[0], THROUGH)
    told = {name: round(s, 3) for name, s in sums.items()} | {"more": round(more, 4), "asked": asked}
    sys.stdout.write(json.dumps(told | {"gate": [round(gate, 6), round(gate * asked / sums["without"], 5)]}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
