"""How far a long piece of work is: a bar on a terminal, nothing where nobody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[str, int, int], None]
"""Told the stage, how much of it is done, and how much there is."""


@contextmanager
def progress() -> Iterator[Progress | None]:
    """A bar on stderr while the work goes on, None where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    with tqdm(total=0, bar_format="{desc:10} {bar} {n_fmt}/{total_fmt} {remaining}", leave=False) as bar:

        def shown(stage: str, done: int, total: int) -> None:
            if bar.desc != f"{stage}: ":
                bar.reset(total)
                bar.set_description(stage, refresh=False)
            bar.total = total
            bar.update(done - bar.n)

        yield shown
