"""One question to one answer, in one view of the index: understand, retrieve, judge, draft, compose, verify.

The steps in their order; the rules are theirs.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import chain

from rag.answered import Answer, Verdict
from rag.asked import Frame, Language
from rag.asking.answers.borne_out import behind
from rag.asking.answers.completed import completed, held, sure
from rag.asking.answers.compose import composed
from rag.asking.answers.drafting import drafted
from rag.asking.answers.finding import Evidence, Finding, hits
from rag.asking.answers.surveyed import surveyed
from rag.asking.answers.together import in_their_time, taken_up
from rag.asking.constraints.absentees import absentees
from rag.asking.constraints.dated import within
from rag.asking.constraints.given import holding
from rag.asking.constraints.lack import Support
from rag.asking.constraints.naming import naming
from rag.asking.live import View
from rag.asking.matching.candidates import sounding
from rag.asking.matching.namesakes import of_those_meant
from rag.asking.matching.ordinals import numbered
from rag.asking.matching.sums import summing
from rag.asking.matching.terms import Term, terms
from rag.asking.question.choices import chosen
from rag.asking.question.followup import follow
from rag.asking.question.greeting import greets, spoken
from rag.asking.question.in_turn import in_turn
from rag.asking.question.known import held_against
from rag.asking.question.overall import overall
from rag.asking.question.parts import of_each, parts
from rag.asking.question.query import understand_question
from rag.asking.question.question import Question
from rag.asking.question.reckon import as_printed, reckoned
from rag.asking.question.wording import check
from rag.asking.reranking.rerank import reranked
from rag.asking.retrieval.judge import judge
from rag.asking.retrieval.retrieve import look, read
from rag.asking.retrieval.table import Table
from rag.asking.suggestions.examples import Example, offered, telling
from rag.asking.writing.refusal import greeted
from rag.asking.writing.verify import verified
from rag.errors import QuestionError, TooMuchError
from rag.indexing import lookup
from rag.indexing.namesakes import namesakes
from rag.worktime import check_time

KEPT = 12
"""Questions asked before of which a conversation may need the answers; what was said longer ago is named again."""

TRIED = 3
"""Examples of a kind that are asked, until one is answered."""


def answered(view: View, question: str, history: Sequence[str], today: date | None = None) -> Answer:
    """The answer to the last of several questions, at hand where it was asked of this state of the index lately.

    QuestionError for one that cannot be searched.
    """
    started = time.perf_counter()
    answer = view.past(_asked, (*history, question), today)
    return replace(answer, seconds=time.perf_counter() - started)


def readings(view: View, question: str, history: Sequence[str] = (), today: date | None = None) -> tuple[Question, ...]:
    """How the last of several questions is understood, in the order to try. QuestionError as `answered`."""
    return _readings(view, check(question), earlier(view, history, today), today)


def examples(view: View, language: Language) -> tuple[str, ...]:
    """At most one question for each kind of activity, each of which is answered by an article that tells of it."""
    return view.examples(_tried, Language(language))


def _tried(view: View, language: Language) -> tuple[str, ...]:
    kinds = offered(telling(view.indexes.store), language)
    good = (next((one.question for one in kind[:TRIED] if _tells(view, one)), "") for kind in kinds)
    return tuple(filter(None, good))


def _tells(view: View, example: Example) -> bool:
    try:
        answer = answered(view, example.question, ())
    except QuestionError:
        return False
    told = {(citation.page, citation.article) for citation in answer.citations}
    return answer.verdict is Verdict.ANSWERED and not example.articles.isdisjoint(told)


def check_question(view: View, question: str) -> None:
    """QuestionError for one that cannot be searched; nothing is searched for that."""
    text = check(question)
    if not greets(text):
        parts(_readings(view, text, (), None)[0], lambda part: understood(view, part))


def findings(view: View, queries: Sequence[Question], today: date | None = None) -> tuple[Question, list[Finding]]:
    """The first of a question's readings that the pages tell of, with what is found for each part of it."""
    tried = ((query, _find_all(view, query, today)) for query in queries)
    judged = ((query, list(map(behind, found)) if query.behind else found) for query, found in tried)
    first = next(judged)
    return next((f for f in chain([first], judged) if any(part.tells for part in f[1])), first)


def understood(view: View, question: str, today: date | None = None) -> Question:
    """The question by itself, held against what the index knows; without `today` the newest page is of today."""
    newest = view.newest()
    asked = understand_question(question, view.tools, today or newest)
    query = held_against(asked, view.indexes.store, view.searched().newspapers)
    return reckoned(query, newest.isoformat()) if newest and not today else query


def about(view: View, query: Frame) -> tuple[Term, ...]:
    """What the question is about, rare words weighing more."""
    store = view.indexes.store
    return terms(query.words, lambda w: lookup.frequency(store.db, w), store.count("passages"), query.guessed)


def earlier(view: View, history: Sequence[str], today: date | None = None) -> Iterator[Answer]:
    """The answers to the questions asked before, the newest first, each found when it is reached.

    Only the last KEPT are looked at, and of these only what can be asked at all: an empty line is no turn.
    """
    questions = [q for q in history[-KEPT:] if _askable(q)]
    for end in range(len(questions), 0, -1):
        with suppress(TooMuchError):  # it got no answer when it was asked
            yield view.past(_asked, tuple(questions[:end]), today)


def _askable(question: str) -> bool:
    try:
        return not greets(check(question))
    except QuestionError:
        return False


def _asked(view: View, questions: tuple[str, ...], today: date | None) -> Answer:
    *before, question = questions
    return _turn(view, question, earlier(view, before, today), today)


def _turn(view: View, question: str, before: Iterable[Answer], today: date | None) -> Answer:
    if greets(text := check(question)):
        language = spoken(text)
        return replace(greeted(text, language, examples(view, language)), searched=view.searched(), scope=view.scope)
    query, found = findings(view, _readings(view, text, before, today), today)
    answer = composed(query.framed(), found, view.prints, view.scope)
    answer = verified(answer, lambda name: _page_text(view, name))
    answer = replace(answer, carried=query.carried, question=query.question)
    return replace(answer, searched=view.searched(), hits=hits(found))


def _readings(view: View, question: str, before: Iterable[Answer], today: date | None) -> tuple[Question, ...]:
    """The question as it is to be answered, with what the ones before supply."""
    alone = understood(view, question, today)
    readings = follow(alone, before, lambda text: understood(view, text, today))
    meant = [chosen(overall(reading)) for reading in readings]
    return (*meant, *filter(None, map(as_printed, meant)))


def _find_all(view: View, query: Question, today: date | None) -> list[Finding]:
    """What is found for each side of a question that is put of several, where each is told; else for each part of it."""

    def understand(text: str) -> Question:
        return understood(view, text, today)

    each = _find_each(view, of_each(query, understand))
    if each and all(f.tells for f in each):
        return each
    found = _find_each(view, parts(query, understand))
    if _told(each) > _told(found):
        return each
    return _in_turn(view, found[0], in_turn(query, understand)) if len(found) == 1 else found


def _in_turn(view: View, whole: Finding, clauses: Sequence[Question]) -> list[Finding]:
    """What is found for a question, with what else its clauses are answered with in the same article. Where it is refused as
    one, the first clause by itself with the others: if each is told, or the reader is sure of the first."""
    if not clauses or not whole.judged:
        return [whole]
    first, rest = (whole, clauses) if whole.tells else (_find(view, clauses[0].framed()), clauses[1:])
    if not first.tells or not first.judged:
        return [whole]
    others = [_find(view, held(clause.framed(), first)) for clause in rest]
    if whole.tells:
        return [completed(whole, others)]
    lacking = [f for f in others if not f.tells]
    return [whole] if lacking and not sure(first) else [completed(first, others), *lacking]


def _find_each(view: View, asked: Sequence[Question]) -> list[Finding]:
    found: list[Finding] = []
    for part in asked:
        found.append(_find(view, taken_up(part.framed(), found)))
    return found


def _told(found: Sequence[Finding]) -> float:
    """The share of the findings that tell what was asked."""
    return sum(f.tells for f in found) / len(found) if found else 0.0


def _find(view: View, query: Frame) -> Finding:
    check_time()
    query = replace(query, namesakes=tuple(namesakes(view.indexes.store, query.people).items()))
    asked = about(view, query)
    told = not (query.impossible or query.ahead or query.unread)
    table = Table(view.indexes.store, view.shelf, view.among)
    if told and (claims := surveyed(query, asked, table)):
        return Finding(query, asked, (), (), (), Support(), tuple(claims))
    seen = look(query, asked, view.indexes, view.among)
    check_time()
    candidates = naming(query, of_those_meant(query, read(query, seen, view.shelf)))
    candidates = summing(query.wording.sums, numbered(query.wording.ordinals, sounding(query.romanised, candidates)))
    read_again = reranked(query, judge(query, asked, candidates), view.reader)
    judged = absentees(query, holding(query, within(query, read_again)))
    told_from = in_their_time(query, judged)
    draft = drafted(Evidence(query, asked, candidates, judged, told_from))
    return Finding(query, asked, seen.articles, candidates, told_from, draft.missing, draft.claims)


def _page_text(view: View, name: str) -> str:
    page = view.indexes.store.page(name)
    if page is None:
        raise KeyError(name)
    return page.text
