"""Values that another program sent, each taken or refused in one line that says what it is to be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from rag import QuestionError

_DAY = re.compile(r"(\d{4}(-\d{2}(-\d{2})?)?)?", re.ASCII)
_Named = TypeVar("_Named", bound=StrEnum)


def text(name: str, value: object) -> str:
    """A text; QuestionError for anything else."""
    if isinstance(value, str):
        return value
    raise QuestionError(f"{name} is no text", "give it as a string")


def a_list(name: str, value: object, most: int | None = None) -> Sequence[object]:
    """A list, of `most` values where that is given; none for None. QuestionError for anything else."""
    if value is None:
        return ()
    if not isinstance(value, list):
        raise QuestionError(f"{name} is no list", "give it as a list of strings")
    if most is not None and len(value) > most:
        raise QuestionError(f"{name} has {len(value)} values", f"give at most {most}")
    return value


def number(name: str, value: object, least: int, most: int | None) -> int:
    """A whole number within bounds; QuestionError for anything else."""
    if isinstance(value, int) and not isinstance(value, bool) and least <= value and (most is None or value <= most):
        return value
    span = f"from {least}" if most is None else f"from {least} to {most}"
    raise QuestionError(f"{name} is {str(value)[:40]}", f"give a whole number {span}")


def day(name: str, value: object) -> str | None:
    """An ISO day, month or year; None for nothing. QuestionError for anything else."""
    told = text(name, value)
    if not _DAY.fullmatch(told):
        raise QuestionError(f"{name} is {told[:40]}", "write YYYY-MM-DD, YYYY-MM or YYYY")
    return told or None


def one_of(name: str, value: object, kind: type[_Named]) -> _Named:
    """One of the values of an enumeration, by its name; QuestionError for any other."""
    try:
        return kind(text(name, value))
    except ValueError:
        raise QuestionError(f"{name} is {str(value)[:40]}", f"give one of {', '.join(kind)}") from None
