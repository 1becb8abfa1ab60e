"""How much work one request may make: so many seconds of the processor.

They are those that the request's own thread used, so that a busy machine answers later and not otherwise. The bound stands
beside the call, since whatever works on a request may look at it; where nobody set one, work takes what it takes.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from rag.errors import OverdueError

LONGEST = 20.0
"""Seconds of the processor for one question and all that it needs of those before it, or for one list; most take a fifth of
one, the first one after a start some more, since it loads what others find loaded.
"""

_Piece = TypeVar("_Piece")
_until: ContextVar[float] = ContextVar("until", default=float("inf"))


@contextmanager
def in_time(seconds: float = LONGEST) -> Iterator[None]:
    """What is done inside has so many seconds, and no more than are left of those around it; `check_time` tells whether they
    are over. Inside is one thread, and nothing that waits for others to go on."""
    before = _until.set(min(_until.get(), time.thread_time() + seconds))
    try:
        yield
    finally:
        _until.reset(before)


def piece_by_piece(pieces: Iterator[_Piece], seconds: float) -> Iterator[_Piece]:
    """The pieces, the work on all of which has so many seconds; each may be fetched by another thread. OverdueError."""
    while True:
        began = time.thread_time()
        with in_time(seconds):
            check_time()
            piece = next(pieces, None)
        if piece is None:
            return
        seconds -= time.thread_time() - began
        yield piece


def overdue() -> bool:
    """Whether the time of what is being worked on is over."""
    until = _until.get()
    return until != float("inf") and time.thread_time() > until


def check_time() -> None:
    """OverdueError where it is."""
    if overdue():
        raise OverdueError("it took too long", "ask about fewer people, places or days at once")
