"""What is typed that is no question about the pages: a greeting, thanks, who are you, what can you do."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.asked import Language
from rag.tables import rows
from rag.text import has_han

_PIECE = re.compile(r"[^\s，,。.！!？?；;、~～…：:]+(?: +[^\s，,。.！!？?；;、~～…：:]+)*")


def greets(question: str) -> bool:
    """Whether every piece of it between punctuation marks only greets, thanks or asks for help."""
    pieces = _PIECE.findall(question)
    return bool(pieces) and all(_only_greets(piece) for piece in pieces)


def after_greeting(question: str) -> str:
    """The question without the pieces before it that only greet (你好，…); all of it where nothing else is left."""
    for piece in _PIECE.finditer(question):
        if not _only_greets(piece.group()):
            return question[piece.start() :]
    return question


def spoken(greeting: str) -> Language:
    """The language somebody greets in."""
    return Language.ZH if has_han(greeting) else Language.EN


def _only_greets(piece: str) -> bool:
    text = "".join(c for c in piece.lower() if c.isalnum() or c in " '").strip()
    return not text or _patterns().fullmatch(text) is not None


@lru_cache(maxsize=1)
def _patterns() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for (pattern, *_) in rows("greetings.tsv")), re.I)
