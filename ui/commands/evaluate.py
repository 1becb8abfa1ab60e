"""`wenzheng evaluate`: score answers, or the documents found, against what is known to be right."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from contextlib import closing
from dataclasses import asdict
from functools import partial

from rag import Assistant
from rag.evaluating import (
    Evaluation,
    evaluate,
    evaluate_retrieval,
    failures,
    of_answers,
    of_retrieval,
    open_each,
    open_without,
    retrieval_failures,
    retrieval_figures,
    retrieval_table,
    shortfalls,
    side_by_side,
    table,
    write_report,
)
from ui.commands.config import config_of
from ui.progress import progress


def run(arguments: Namespace) -> int:
    """Print the figures; 1 if one of them misses its floor."""
    return _retrieval(arguments) if arguments.retrieval else _answers(arguments)


def _answers(arguments: Namespace) -> int:
    with _opened(arguments) as assistant, progress() as shown:
        evaluation = evaluate(assistant, arguments.gold, shown)
    without = _ablated(arguments) if arguments.ablations else {}
    sys.stdout.write(f"{_told(evaluation, without, arguments)}\n")
    if arguments.report:
        _written(arguments, write_report(arguments.report, _title(arguments), of_answers(evaluation, without)))
    missed = shortfalls(evaluation.summary, arguments.floors, arguments.gold) if arguments.floors else ()
    sys.stderr.write("".join(f"wenzheng: {line}\n" for line in missed))
    return 1 if missed else 0


def _retrieval(arguments: Namespace) -> int:
    with _opened(arguments) as assistant, progress() as shown:
        retrieval = evaluate_retrieval(assistant, arguments.retrieval, shown)
    parts = [retrieval_table(retrieval), *([retrieval_failures(retrieval)] if arguments.failures else [])]
    told = json.dumps(retrieval_figures(retrieval)) if arguments.json else "\n\n".join(parts)
    sys.stdout.write(f"{told}\n")
    if arguments.report:
        _written(arguments, write_report(arguments.report, _title(arguments), of_retrieval(retrieval)))
    return 0


def _opened(arguments: Namespace) -> Assistant:
    config = config_of(arguments)
    return open_without(config, arguments.without) if arguments.without else Assistant.open(config)


def _ablated(arguments: Namespace) -> dict[str, Evaluation]:
    """An evaluation for each leg switched off."""
    found = {}
    for leg, assistant in open_each(config_of(arguments)):
        with closing(assistant), progress() as shown:
            found[leg] = evaluate(assistant, arguments.gold, shown)
    return found


def _told(evaluation: Evaluation, without: dict[str, Evaluation], arguments: Namespace) -> str:
    figures = partial(json.dumps, ensure_ascii=False)
    if arguments.json:
        whole = asdict(evaluation.summary)
        return figures(whole | {f"without {leg}": asdict(e.summary) for leg, e in without.items()})
    runs = {"all legs": evaluation} | {f"without {leg}": e for leg, e in without.items()}
    parts = [table(evaluation), *([side_by_side(runs)] if without else [])]
    return "\n\n".join([*parts, *([failures(evaluation)] if arguments.failures else [])])


def _title(arguments: Namespace) -> str:
    what = arguments.retrieval or arguments.gold
    off = f" without {arguments.without}" if arguments.without else ""
    return f"wenzheng evaluate: {what.parent.name}/{what.name}{off}"


def _written(arguments: Namespace, paths: tuple[object, ...]) -> None:
    if not arguments.json:
        sys.stdout.write("".join(f"wrote {path}\n" for path in paths))
