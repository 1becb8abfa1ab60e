"""What is said of an index that is not what was stored."""

from __future__ import annotations

from dataclasses import dataclass

from rag.errors import IndexUnusableError

MEND = "bring a backup back (wenzheng restore), or build it again: wenzheng index --rebuild"
"""What to do where what is there is damaged."""

NOT_AS_STORED = "is not as it was stored"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and what to do about it."""

    fact: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.fact}; {self.remedy}"


class DamagedError(IndexUnusableError):
    """Something of an index is not what was written."""

    def __init__(self, where: str, what: str) -> None:
        fact = f"the index in {where} is damaged: {what} {NOT_AS_STORED}"
        super().__init__(fact, f"wenzheng check tells what else; {MEND}")
