"""What an earlier turn has for a question that leans: its people, the articles it cited, and which turn is meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from itertools import islice

from rag.answered import Answer, HeadKind, Verdict
from rag.asked import Asks, Frame
from rag.asking.question.leaning import Open, asks_back
from rag.asking.question.moving import day_of
from rag.asking.question.question import Question

REACH = 8
"""Turns looked back for somebody or for a day; whom one spoke of before that is named again."""


def supplying(opened: frozenset[Open], earlier: Iterable[Answer]) -> Answer | None:
    """The newest turn that has what is open; `earlier` are the turns before, newest first, and read only so far.

    A question that stood alone in between (an aside) had nobody or no day to offer, and is passed over for a pronoun or
    a day: 他 still means who was spoken of; where somebody was asked for and not found, it means nobody else. Whatever
    else is open means the turn just before.
    """
    newest = None
    for answer in islice(earlier, REACH):
        if not _says_anything(answer):
            continue
        newest = newest or answer
        if Open.HE in opened and _in_vain(answer):
            return answer
        if not (opened & {Open.HE, Open.DAY}):
            return answer
        if (Open.HE not in opened or people_of(answer, named=True)) and (Open.DAY not in opened or day_of(answer)):
            return answer
    return newest


def _in_vain(answer: Answer) -> bool:
    """Whether it asked for somebody and named nobody, and nobody was found."""
    sought = answer.query.asks in (Asks.WHO, Asks.ROLE) and answer.carried is None
    return sought and answer.verdict is Verdict.ABSTAINED and not people_of(answer, named=True)


def people_of(answer: Answer, role: bool = False, named: bool = False) -> tuple[str, ...]:
    """Whom 他 may mean: those the question was about, else those it was answered with, else, unless they must be `named`,
    those the answer is about or a name in pinyin that may be anything.

    Where an office is asked for (`role`), whoever the answer brought in comes first: 谁陪同陈志远, 他是什么职务.
    """
    past, told = answer.query, told_people(answer)
    asked = (*past.people, *past.strangers)
    if role and past.asks is Asks.WHO and told:
        return told
    if asked or told or named:
        return asked or told
    return answer.subjects or (" ".join(past.romanised),) * bool(past.romanised)


def those_of(answer: Answer) -> tuple[str, ...]:
    """Whom 他们 may mean: those the answer brought in where they are several, else as `people_of`."""
    told = told_people(answer)
    return told if len(told) > 1 else people_of(answer)


def told_people(answer: Answer) -> tuple[str, ...]:
    """People the answer states in its own right, or who were asked for, and whom the question did not name."""
    stated = tuple(h.value for h in answer.heads if h.kind is HeadKind.PERSON)
    wanted = answer.subjects if answer.query.asks in (Asks.WHO, Asks.ROLE) else ()
    return tuple(n for n in dict.fromkeys(stated or wanted) if n not in answer.query.people)


def cited(answer: Answer) -> tuple[tuple[str, int], ...]:
    """The (page, number) of the articles that the answer cites."""
    return tuple(dict.fromkeys((c.page, c.article) for c in answer.citations))


def asked_before(answer: Answer) -> Question:
    """The question that was answered, with its text."""
    return Question(**{f.name: getattr(answer.query, f.name) for f in fields(Frame)}, question=answer.question)


def _says_anything(answer: Answer) -> bool:
    asked = answer.query
    named = asked.people or asked.strangers or asked.places or asked.periods or asked.offices or asked.romanised
    return bool(named or asked.words or asked.within) and not asks_back(answer.question)
