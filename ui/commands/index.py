"""`wenzheng index`: read pages into an index, and say what became of each."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from rag import Config, Outcome, OutcomeKind, Report, build_index
from ui.commands.config import config_of
from ui.progress import progress

SEEDS = Path("seeds")
"""The folder that is read where none is named."""


def run(arguments: Namespace) -> int:
    """Index the paths, `seeds` if there are none."""
    build(config_of(arguments), arguments.paths or [SEEDS], arguments.rebuild)
    return 0


def build(config: Config, paths: Sequence[Path], rebuild: bool = False) -> None:
    """Build with a progress bar on a terminal, then report."""
    with progress() as shown:
        report = build_index(config, paths, shown, rebuild=rebuild)
    sys.stdout.write("".join(f"{line}\n" for line in told(report)))
    sys.stdout.flush()


def told(report: Report) -> Iterator[str]:
    """A line for each file that was replaced, skipped or failed; the others are as they should be and only counted."""
    yield from (_line(outcome) for outcome in report.outcomes if outcome.kind is not OutcomeKind.ADDED)
    yield ", ".join(f"{_count(report, kind)} {kind.value}" for kind in OutcomeKind)
    yield (
        f"the index holds {report.pages} pages, {report.articles} articles, {report.events} events, "
        f"{report.passages} passages ({report.seconds:.1f} s)"
    )


def _line(outcome: Outcome) -> str:
    return f"{outcome.kind.value}: {outcome.name}" + (f" ({outcome.why})" if outcome.why else "")


def _count(report: Report, kind: OutcomeKind) -> int:
    return sum(outcome.kind is kind for outcome in report.outcomes)
