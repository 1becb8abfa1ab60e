"""`wenzheng index`: read pages into an index, and say what became of each."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rag import Config, Count, NothingReadError, Outcome, OutcomeKind, Report, build_index
from ui.commands.config import config_of
from ui.progress import progress
from ui.terminal import printable

SEEDS = Path("seeds")
"""The folder that is read where none is named."""


def run(arguments: Namespace) -> int:
    """Index the paths, `seeds` if there are none. 1 where a file that may hold a page was not read."""
    report = build(config_of(arguments), arguments.paths or [SEEDS], arguments.rebuild)
    failed = sum(outcome.kind is OutcomeKind.FAILED for outcome in report.outcomes)
    if failed:
        files = Count(len(report.outcomes))
        told = f"{failed} of {files} {files:file|files} could not be read; see {Count(failed):its line|their lines}"
        sys.stderr.write(f"wenzheng: {told}\n")
    return 1 if failed else 0


def build(config: Config, paths: Sequence[Path], rebuild: bool = False) -> Report:
    """Build with a progress bar on a terminal; tell what became of each file as soon as its page is in the index."""
    try:
        with progress() as shown:
            report = build_index(config, paths, shown, rebuild=rebuild, tell=_say_outcome)
    except NothingReadError as error:
        _say(map(line, error.outcomes if rebuild else ()))  # of a new index nothing was told before
        raise
    _say(summed(report))
    return report


def summed(report: Report) -> Iterator[str]:
    """How many files became what, and what the index holds."""
    yield ", ".join(f"{_count(report, kind)} {kind.value}" for kind in OutcomeKind)
    yield (
        f"the index holds {report.pages} {Count(report.pages):page|pages}, {report.articles} {Count(report.articles):article|articles}, "
        f"{report.events} {Count(report.events):event|events}, {report.passages} {Count(report.passages):passage|passages} "
        f"({report.seconds:.1f} s)"
    )


def _say(lines: Iterable[str]) -> None:
    sys.stdout.write("".join(f"{printable(line)}\n" for line in lines))
    sys.stdout.flush()


def _say_outcome(outcome: Outcome) -> None:
    """A line for each file, what was added as well: a file that has none was not seen."""
    _say([line(outcome)])


def line(outcome: Outcome) -> str:
    """What became of a file."""
    return f"{outcome.kind.value}: {outcome.name}" + (f" ({outcome.why})" if outcome.why else "")


def _count(report: Report, kind: OutcomeKind) -> int:
    return sum(outcome.kind is kind for outcome in report.outcomes)
