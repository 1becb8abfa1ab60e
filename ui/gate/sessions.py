"""Who is inside: a secret that the browser holds, kept here only as its digest, and until when it is good."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable

from ui.gate.account import Account

IDLE, WHOLE = 2 * 3600.0, 12 * 3600.0
"""Seconds without a request, and since the password was given, after which one must give it again."""

MOST = 5_000
"""Sessions at a time; the one that was not used for longest goes first."""


class Sessions:
    """Any number of them, in this process alone. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._open: OrderedDict[str, tuple[Account, float, float]] = OrderedDict()

    def begin(self, account: Account, secret: str = "") -> str:
        """Open a session and return its secret: a new one, unless a program brings its own with each request."""
        secret = secret or secrets.token_urlsafe(32)
        now = self._clock()
        self._open[_digest(secret)] = (account, now, now)
        while len(self._open) > MOST:
            self._open.popitem(last=False)
        return secret

    def of(self, secret: str) -> Account | None:
        """Whose it is, as long as it is good."""
        key, now = _digest(secret), self._clock()
        account, began, used = self._open.get(key, (None, 0.0, 0.0))
        if account is None:
            return None
        if now - used > IDLE or now - began > WHOLE:
            del self._open[key]
            return None
        self._open[key] = (account, began, now)
        self._open.move_to_end(key)
        return account

    def end(self, secret: str) -> None:
        """Close it."""
        self._open.pop(_digest(secret), None)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
