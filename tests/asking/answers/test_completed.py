"""What a clause is answered with in the article of the whole is quoted beside it, where the reader is sure of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from rag.asked import Asks
from rag.asking.answers.completed import completed, held, sure
from rag.asking.answers.finding import Finding
from rag.asking.constraints.lack import Support
from rag.asking.matching.candidates import Candidate
from rag.asking.writing.draft import Claim, Source
from rag.records import Opinion
from tests.asking.handmade import about, article, asked, judged, read

SIZE = "驿站有30平方米。"
PLACE = "这是青石镇建的第5个驿站。"
OPENED = "驿站近日开放。"
TOLD = article([OPENED, SIZE, PLACE], title="驿站开放", people=())
OTHER = article(["别处的驿站有50平方米。"], title="别处", page="q.txt", first_id=9, people=())
WHOLE = asked(Asks.NUMBER, "驿站有多大，是第几个？", words=("驿站",), people=("方宁",))


def finding(question: str, text: str, opinion: float, *candidates: Candidate, claims: Sequence[Claim] = ()) -> Finding:
    """A question whose best sentence reads `text`, of which the reader holds so much."""
    query = asked(Asks.WHAT, question, words=("驿站",))
    found = [
        replace(j, score=9.0 if j.passage.text == text else 0.0, read=Opinion(opinion, ()) if j.read else None)
        for j in judged(query, *candidates)
    ]
    found.sort(key=lambda j: -j.score)
    own = claims or [Claim(text, (Source(found[0].passage, found[0].candidate),))]
    return Finding(query, about(query), (), candidates, found, Support(), own)


def quoted(*clauses: Finding) -> list[str]:
    whole = finding(WHOLE.question, PLACE, 2.0, TOLD)
    return [text for text, _ in read(completed(whole, clauses).claims)]


@pytest.mark.parametrize(
    ("clause", "shown"),
    [
        pytest.param(finding("驿站有多大", SIZE, 1.0, TOLD), [PLACE, SIZE], id="another sentence of the article"),
        pytest.param(finding("驿站有多大", SIZE, -1.0, TOLD), [PLACE], id="of which the reader is not sure"),
        pytest.param(finding("是第几个", PLACE, 1.0, TOLD), [PLACE], id="the one that is quoted already"),
        pytest.param(finding("驿站有多大", "别处的驿站有50平方米。", 1.0, OTHER), [PLACE], id="of another article"),
        pytest.param(replace(finding("驿站有多大", SIZE, 1.0, TOLD), claims=()), [PLACE], id="that is refused"),
    ],
)
def test_a_clause_adds_what_it_is_answered_with(clause: Finding, shown: list[str]) -> None:
    assert quoted(clause) == shown


def test_a_sentence_is_added_once_and_states_nothing() -> None:
    clause = finding("驿站有多大", SIZE, 1.0, TOLD)
    whole = completed(finding(WHOLE.question, PLACE, 2.0, TOLD), [clause, clause])
    assert [(claim.text, claim.states) for claim in whole.claims] == [(PLACE, ()), (SIZE, ())]


def test_a_clause_is_asked_of_the_article_and_the_people_of_the_whole() -> None:
    whole = replace(finding(WHOLE.question, PLACE, 2.0, TOLD), query=WHOLE)
    clause = held(asked(Asks.WHAT, "是第几个"), whole)
    assert (clause.within, clause.people) == ((("p.txt", 1),), ("方宁",))
    assert held(asked(Asks.WHAT, "苏敏呢", people=("苏敏",)), whole).people == ("苏敏",)


@pytest.mark.parametrize(("opinion", "is_sure"), [(0.1, True), (-0.1, False)])
def test_sure(opinion: float, is_sure: bool) -> None:
    assert sure(finding("驿站有多大", SIZE, opinion, TOLD)) is is_sure
