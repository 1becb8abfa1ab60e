"""`wenzheng evaluate`: score the answers to questions whose answers are known."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from dataclasses import asdict

from rag import Assistant
from rag.evaluating import Evaluation, evaluate, failures, shortfalls, table
from ui.commands.config import config_of
from ui.progress import progress


def run(arguments: Namespace) -> int:
    """Print the figures; 1 if one of them misses its floor."""
    with Assistant.open(config_of(arguments)) as assistant, progress() as shown:
        evaluation = evaluate(assistant, arguments.gold, shown)
    sys.stdout.write(f"{_told(evaluation, arguments)}\n")
    missed = shortfalls(evaluation.summary, arguments.floors, arguments.gold) if arguments.floors else ()
    sys.stderr.write("".join(f"wenzheng: {line}\n" for line in missed))
    return 1 if missed else 0


def _told(evaluation: Evaluation, arguments: Namespace) -> str:
    if arguments.json:
        return json.dumps(asdict(evaluation.summary), ensure_ascii=False)
    return "\n\n".join([table(evaluation), *([failures(evaluation)] if arguments.failures else [])])
