"""Kinds of file that are not read: what each is, whether it may hold a page, and what to do about it."""

from __future__ import annotations

from functools import cache

from rag.errors import NoPageError, PageError
from rag.reading.readers import SUFFIXES
from rag.tables import rows

MAY_HOLD_A_PAGE = "page"


def unread(suffix: str) -> PageError:
    """Why a file of this kind (its suffix in small letters) is not read: NoPageError unless it may hold a page.

    The error's fact lacks the file's name.
    """
    known = _known().get(suffix)
    if known is None:
        return NoPageError("is of no known kind", f"save it as one of {' '.join(sorted(SUFFIXES))}")
    holds, fact, remedy = known
    return (PageError if holds == MAY_HOLD_A_PAGE else NoPageError)(fact, remedy)


@cache
def _known() -> dict[str, tuple[str, str, str]]:
    return {suffix: (holds, fact, remedy) for suffix, holds, fact, remedy in rows("file_kinds.tsv")}
