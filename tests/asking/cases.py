"""What is asked of the invented newspaper, and what has to come of it."""

from __future__ import annotations

from dataclasses import dataclass

from rag.answered import Verdict

ANSWERED, ABSTAINED = Verdict.ANSWERED, Verdict.ABSTAINED


@dataclass(frozen=True, slots=True)
class Case:
    """`says` must all stand in the answer, none of `never`; `why` is the reason the question is here."""

    why: str
    question: str
    verdict: Verdict = ABSTAINED
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


def told(why: str, question: str, *says: str, never: tuple[str, ...] = ()) -> Case:
    return Case(why, question, ANSWERED, says, never)


def refused(why: str, question: str, *never: str) -> Case:
    return Case(why, question, ABSTAINED, (), never)
