"""How much one question may ask for: so many parts, and so much work.

The number of parts binds first and binds alike on every machine; the work is what is left where something that nobody
thought of takes long. It is counted in seconds of the processor that the question's own thread used, so that a busy
machine answers later and not otherwise. It stands beside the call, since whatever works on a question may look at it.
"""

from __future__ import annotations

import time
from collections.abc import Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from rag.errors import OverdueError, TooMuchError

MOST_PARTS = 12
"""Parts of one question that are looked for one by one: the months of a year."""

LONGEST = 20.0
"""Seconds of the processor for one question and all that it needs of those before it; most take a fifth of one, the first
one after a start some more, since it loads what others find loaded.
"""

_Part = TypeVar("_Part", bound=Hashable)
_until: ContextVar[float] = ContextVar("until", default=float("inf"))


@contextmanager
def in_time(seconds: float = LONGEST) -> Iterator[None]:
    """What is done inside has so many seconds; `check_time` tells whether they are over."""
    before = _until.set(time.thread_time() + seconds)
    try:
        yield
    finally:
        _until.reset(before)


def check_time() -> None:
    """OverdueError where the time of the question that is being worked on is over."""
    if time.thread_time() > _until.get():
        raise OverdueError("the question took too long", "ask about fewer people, places or days at once")


def few(parts: Iterable[_Part]) -> tuple[_Part, ...]:
    """Each part once, in order. TooMuchError where there are more than are looked for."""
    once = tuple(dict.fromkeys(parts))
    if len(once) > MOST_PARTS:
        raise TooMuchError(f"the question asks {len(once)} things at once", f"ask about at most {MOST_PARTS} at a time")
    return once
