"""The JSON lines other programs rely on, key by key."""

from __future__ import annotations

import json

import pytest

from rag.answered import Answer, Citation, Head, HeadKind, Verdict
from rag.asked import Asks, Carried, Frame, Language
from rag.asking.writing.lines import answer_line, article_line, event_line
from rag.records import Activity, Article, Dated, Event, Page, Period, Person, Reading, Span, Understood

PAGE = Page("2022/05.txt", "东江桥通车\n陈志远昨日到场。", "d1", newspaper="海州日报")
QUERY = Frame(Language.ZH, Asks.WHO)

ANSWERED = Answer(
    Verdict.ANSWERED,
    "陈志远[1]",
    QUERY,
    citations=(
        Citation(
            1,
            PAGE.name,
            (Span(6, 14),),
            "陈志远昨日到场。",
            "东江桥通车",
            "2022-05-06",
            "海州日报",
            3,
            issued="2022-05-07",
        ),
    ),
    seconds=0.01234567,
    heads=(Head("陈志远", HeadKind.PERSON, (1,)),),
    carried=Carried("谁到场？", people=("陈志远",), periods=(Period("2022-05-01", "2022-05-31", "5月"),)),
)
ABSTAINED = Answer(Verdict.ABSTAINED, "没有报道", QUERY, nearest=ANSWERED.citations, reason="subject")
EVENT = Event(
    PAGE.name,
    3,
    1,
    (Person("陈志远", "市长"),),
    "考察",
    Activity.RESEARCH_VISIT,
    "东江桥",
    ("东江镇",),
    (Person("李文斌"),),
    Dated("2022-05"),
    (Span(6, 9), Span(11, 13)),
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            answer_line("q7", ANSWERED),
            {
                "id": "q7",
                "verdict": "answered",
                "answer": "陈志远[1]",
                "heads": [{"value": "陈志远", "kind": "person", "markers": [1]}],
                "citations": [
                    {
                        "marker": 1,
                        "page": "2022/05.txt",
                        "spans": [[6, 14]],
                        "quote": "陈志远昨日到场。",
                        "title": "东江桥通车",
                        "date": "2022-05-06",
                        "issued": "2022-05-07",
                        "newspaper": "海州日报",
                    }
                ],
                "carried": {
                    "question": "谁到场？",
                    "people": ["陈志远"],
                    "places": [],
                    "words": [],
                    "periods": [["2022-05-01", "2022-05-31"]],
                },
                "reason": None,
                "seconds": 0.0123,
            },
            id="answered: markers, spans and where the quote stands",
        ),
        pytest.param(
            answer_line("q8", ABSTAINED),
            {
                "id": "q8",
                "verdict": "abstained",
                "answer": "没有报道",
                "heads": [],
                "citations": [],
                "carried": None,
                "reason": "subject",
                "seconds": 0.0,
            },
            id="abstained: the nearest passages are no citations",
        ),
        pytest.param(
            article_line(
                Reading(
                    PAGE,
                    Article(PAGE.name, 3, ("东江桥通车",), ((Span(0, 5),),), ((Span(6, 9), Span(9, 14)),)),
                    Understood(Dated("2022-05-06")),
                )
            ),
            {"page": "2022/05.txt", "titles": ["东江桥通车"], "date": "2022-05-06", "spans": [[0, 5], [6, 9], [9, 14]]},
            id="article: headlines first, then the body in reading order",
        ),
        pytest.param(
            article_line(Reading(PAGE, Article(PAGE.name, 4), Understood(Dated()))),
            {"page": "2022/05.txt", "titles": [], "date": None, "spans": []},
            id="article: what is unknown is null",
        ),
        pytest.param(
            event_line(EVENT),
            {
                "page": "2022/05.txt",
                "date": "2022-05",
                "actors": [{"name": "陈志远", "role": "市长"}],
                "action": "考察",
                "action_type": "research_visit",
                "target": "东江桥",
                "places": ["东江镇"],
                "participants": [{"name": "李文斌", "role": ""}],
                "spans": [[6, 9], [11, 13]],
                "standing": "done",
            },
            id="event: a month alone stays a month",
        ),
    ],
)
def test_line(line: dict[str, object], expected: dict[str, object]) -> None:
    assert json.loads(json.dumps(line)) == expected
