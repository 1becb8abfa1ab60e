"""How a day is known, in words of the reader's language."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from rag import Language
from ui.present.escape import escaped

_QUOTED = re.compile(r"(“(?:[^“”]|“[^“”]{0,100}”){0,300}”(?:（[^）]{0,100}于[^）]{0,100}）)?)")
"""What the page prints, with what the library adds on it, stays as it is."""
_WEEKDAY = re.compile("(\\d{1,2})月(\\d{1,2})日是星期([一二三四五六日])")
_DAYS = dict(
    zip("一二三四五六日", ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True)
)


def worded(language: Language, basis: str) -> str:
    """The basis of a day as the library gives it, in Chinese, or put into English around the page's own words."""
    if language is Language.ZH:
        return basis
    pieces = _QUOTED.split(basis)
    return "".join(piece if k % 2 else _english(piece) for k, piece in enumerate(pieces)).strip()


def worded_html(language: Language, basis: str) -> str:
    """The same as HTML, in which the page's own words say that they are Chinese."""
    if language is Language.ZH:
        return escaped(basis)
    pieces = enumerate(_QUOTED.split(basis))
    html = (f'<span lang="zh">{escaped(piece)}</span>' if k % 2 else escaped(_english(piece)) for k, piece in pieces)
    return "".join(html).strip()


def _english(piece: str) -> str:
    piece = _WEEKDAY.sub(lambda m: f"{m[2]}/{m[1]} being a {_DAYS[m[3]]}", piece)
    for chinese, english in _wordings():
        piece = piece.replace(chinese, english)
    return piece


@lru_cache(maxsize=1)
def _wordings() -> tuple[tuple[str, str], ...]:
    text = files("ui").joinpath("static/basis.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((chinese, english) for chinese, english in lines)
