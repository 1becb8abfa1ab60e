"""Many readers asking at once: how long each waits, whether anybody is refused, and whether each gets what one alone gets.

    python -m tests.load.users http://127.0.0.1:7860/ QUESTIONS.txt --users 50 --seconds 600

prints one JSON object; QUESTIONS.txt has a question a line. Exit code 1 where an answer differed or a request failed.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http import HTTPStatus
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

PATIENCE = 120.0
"""Seconds after which a request counts as failed."""


@dataclass
class Seen:
    """What one reader saw: seconds of each answer, answers that differed, requests refused for now, and failed."""

    seconds: list[float] = field(default_factory=list)
    differed: list[str] = field(default_factory=list)
    refused: int = 0
    failed: list[str] = field(default_factory=list)


def ask(address: str, question: str) -> str:
    """The words of the answer and the evidence beside it, as the page would show them."""
    body = json.dumps({"question": question}).encode()
    request = Request(
        f"{address}conversation/asking", body, {"Content-Type": "application/json", "Accept-Language": "zh"}
    )
    with urlopen(request, timeout=PATIENCE) as answer:
        told = [json.loads(line) for line in answer]
    words = [line["words"] for line in told if "words" in line]
    return json.dumps([words[-1:], [line["evidence"] for line in told if "evidence" in line]], ensure_ascii=False)


def reader(address: str, alone: Mapping[str, str], questions: Sequence[str], until: float) -> Seen:
    """Ask these questions again and again until it is time; a question that was put is waited for."""
    seen = Seen()
    for question in cycle(questions):
        began = time.monotonic()
        if began >= until:
            return seen
        try:
            if ask(address, question) != alone[question]:
                seen.differed.append(question)
            seen.seconds.append(time.monotonic() - began)
        except HTTPError as error:
            if error.code != HTTPStatus.SERVICE_UNAVAILABLE:
                seen.failed.append(f"{question}: {error.code}")
                continue
            seen.refused += 1
            time.sleep(max(0.0, min(float(error.headers["Retry-After"]), until - time.monotonic())))
        except (URLError, OSError) as error:
            seen.failed.append(f"{question}: {error}")
    return seen


def crowd(
    address: str, questions: Sequence[str], users: int, seconds: float, alone: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """What `users` readers saw in so many seconds, each beginning with another question; `alone` are the answers that one
    reader got, who asks now unless they are given."""
    alone = alone or {question: ask(address, question) for question in questions}
    until = time.monotonic() + seconds
    orders = [[*questions[k % len(questions) :], *questions[: k % len(questions)]] for k in range(users)]
    with ThreadPoolExecutor(users) as readers:
        seen = list(readers.map(lambda order: reader(address, alone, order, until), orders))
    waited = sorted(s for one in seen for s in one.seconds)
    return {
        "users": users,
        "answers": len(waited),
        "differed": [q for one in seen for q in one.differed],
        "refused": sum(one.refused for one in seen),
        "failed": [f for one in seen for f in one.failed],
        "p50": round(statistics.median(waited), 3) if waited else None,
        "p95": round(waited[int(0.95 * (len(waited) - 1))], 3) if waited else None,
    }


def main(given: Sequence[str] | None = None) -> int:
    """The command above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address")
    parser.add_argument("questions", type=Path)
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=600.0)
    options = parser.parse_args(given)
    questions = [q for q in options.questions.read_text(encoding="utf-8").splitlines() if q.strip()]
    told = crowd(options.address, questions, options.users, options.seconds)
    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    return 1 if told["differed"] or told["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
