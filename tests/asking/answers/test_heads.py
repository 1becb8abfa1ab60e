"""People who answer, the day of what a sentence tells, and how a person is written."""

from __future__ import annotations

import pytest

from rag.asked import Asks, Language
from rag.asking.answers.heads import answering_people, person, when
from rag.records import Activity, Dated, Person
from tests.asking.handmade import ALONG, LED, PAGE, article, asked, best, event

INSPECTED = {"activities": (Activity.INSPECT,)}


def test_of_several_people_the_one_who_holds_the_office_asked_for() -> None:
    both = LED + ALONG
    query = asked(Asks.WHO, offices=("副市长",))
    assert answering_people(query, best(query, both, article([both]))) == (Person("林月华", "副市长"),)


def test_of_several_people_the_one_who_does_what_is_asked_about() -> None:
    text = "陈志远督查，林月华陪同。"
    query = asked(Asks.WHO, **INSPECTED)
    found = best(query, text, article([text], title="要闻", events=(event("要闻" + text, text, "陈志远"),)))
    assert [p.name for p in answering_people(query, found)] == ["陈志远"]


def test_the_day_of_the_event_before_that_of_the_article() -> None:
    later = article(events=(event(PAGE, LED, "陈志远", when=Dated("2022-05-07")),))
    query = asked(Asks.WHEN)
    assert when(best(query, LED, later)).value == "2022-05-07"
    assert when(best(query, ALONG, later)).value == "2022-05-06"


@pytest.mark.parametrize(
    ("given", "zh", "en"),
    [
        pytest.param(Person("陈志远", "市长"), "陈志远（市长）", "Chen Zhiyuan (陈志远, 市长)", id="with an office"),
        pytest.param(Person("陈志远"), "陈志远", "Chen Zhiyuan (陈志远)", id="without"),
    ],
)
def test_person(given: Person, zh: str, en: str) -> None:
    assert (person(given, Language.ZH), person(given, Language.EN)) == (zh, en)
