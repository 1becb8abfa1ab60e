"""One question to one answer, in one view of the index: understand, retrieve, judge, decide, compose, verify.

The steps in their order; the rules are theirs.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rag.answered import Answer
from rag.asked import Frame
from rag.asking.answers.compose import composed
from rag.asking.answers.finding import Finding, hits
from rag.asking.answers.surveyed import surveyed
from rag.asking.answers.together import taken_up
from rag.asking.constraints.lack import Support
from rag.asking.constraints.support import support
from rag.asking.live import View
from rag.asking.matching.candidates import sounding
from rag.asking.matching.ordinals import numbered
from rag.asking.matching.terms import Term, terms
from rag.asking.question.followup import follow
from rag.asking.question.greeting import greets, spoken
from rag.asking.question.known import held_against
from rag.asking.question.overall import overall
from rag.asking.question.parts import of_each, parts
from rag.asking.question.query import understand_question
from rag.asking.question.question import Question
from rag.asking.question.reckon import reckoned
from rag.asking.question.wording import check
from rag.asking.retrieval.judge import judge
from rag.asking.retrieval.retrieve import look, read
from rag.asking.retrieval.table import Table
from rag.asking.writing.refusal import greeted
from rag.asking.writing.verify import verified
from rag.indexing import lookup


def answered(view: View, question: str, history: Sequence[str], today: date | None = None) -> Answer:
    """The answer to the last of several questions. QuestionError for one that cannot be searched."""
    return _turn(view, question, past(view, history, today), today)


def went_on(view: View, question: str, before: Answer) -> Answer:
    """The answer to a question that follows an answer given. QuestionError as `answered`."""
    return _turn(view, question, before, None)


def findings(view: View, question: str, before: Answer | None, today: date | None = None) -> list[Finding]:
    """What is found for each part of a question, after an answer or as the first."""
    return _find_all(view, _framed(view, check(question), before, today), today)


def understood(view: View, question: str, today: date | None = None) -> Question:
    """The question by itself, held against what the index knows; without `today` the newest page is of today."""
    newest = view.newest()
    query = held_against(understand_question(question, view.tools, today or newest), view.indexes.store)
    return reckoned(query, newest.isoformat()) if newest and not today else query


def about(view: View, query: Frame) -> tuple[Term, ...]:
    """What the question is about, rare words weighing more."""
    store = view.indexes.store
    return terms(query.words, lambda w: lookup.frequency(store.db, w), store.count("passages"))


def past(view: View, history: Sequence[str], today: date | None = None) -> Answer | None:
    """The answer to the last of the questions asked before; None where there was none."""
    return view.past(_followed, tuple(history), today)


def _followed(view: View, questions: tuple[str, ...], today: date | None) -> Answer | None:
    """What the last of these was answered; thanks and greetings among them are passed over."""
    asked = [q for q in questions if not greets(check(q))]
    return _turn(view, asked[-1], past(view, asked[:-1], today), today) if asked else None


def _turn(view: View, question: str, before: Answer | None, today: date | None) -> Answer:
    started = time.perf_counter()
    if greets(text := check(question)):
        language = spoken(text)
        return replace(greeted(text, language, view.examples(language)), searched=view.searched())
    query = _framed(view, text, before, today)
    found = _find_all(view, query, today)
    answer = composed(query.framed(), found, lambda words: lookup.prints(view.indexes.store, words))
    answer = verified(answer, lambda name: _page_text(view, name))
    took = time.perf_counter() - started
    return replace(answer, searched=view.searched(), hits=hits(found), seconds=took, question=query.question)


def _framed(view: View, question: str, before: Answer | None, today: date | None) -> Question:
    """The question as it is to be answered, with what the one before supplies."""
    return overall(follow(understood(view, question, today), before))


def _find_all(view: View, query: Question, today: date | None) -> list[Finding]:
    """What is found for each side of a question that is put of several, where each is told; else for each part of it."""

    def understand(text: str) -> Question:
        return understood(view, text, today)

    each = _find_each(view, of_each(query, understand))
    if each and all(f.tells for f in each):
        return each
    found = _find_each(view, parts(query, understand))
    return each if _told(each) > _told(found) else found


def _find_each(view: View, asked: Sequence[Question]) -> list[Finding]:
    found: list[Finding] = []
    for part in asked:
        found.append(_find(view, taken_up(part.framed(), found)))
    return found


def _told(found: Sequence[Finding]) -> float:
    """The share of the findings that tell what was asked."""
    return sum(f.tells for f in found) / len(found) if found else 0.0


def _find(view: View, query: Frame) -> Finding:
    asked = about(view, query)
    if claims := surveyed(query, asked, Table(view.indexes.store, view.shelf)):
        return Finding(query, asked, (), (), (), Support(), tuple(claims))
    seen = look(query, asked, view.indexes)
    candidates = numbered(query.wording.ordinals, sounding(query.romanised, read(query, seen, view.shelf)))
    judged = judge(query, asked, candidates)
    return Finding(query, asked, seen.articles, candidates, judged, support(query, asked, judged))


def _page_text(view: View, name: str) -> str:
    page = view.indexes.store.page(name)
    if page is None:
        raise KeyError(name)
    return page.text
