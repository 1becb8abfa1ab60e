"""Names and terms of a quotation, rendered from what is stored with its sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rag.answered import Gloss, GlossKind
from rag.asking.writing.glosses import MOST, glosses
from rag.mentions import Names, mentions
from rag.records import Activity, Event, Passage, Person, Span, Understood
from rag.time import AsOf, Clock

TEXT = "5月6日，清河县委书记单文澜、云杉集团行政总裁解守成到大海镇夜查，在现场主持会议。全县都来了。"
PEOPLE = (Person("单文澜", "清河县委书记"), Person("解守成", "云杉集团行政总裁"))
PLACES = ("清河县", "大海镇", "现场", "全县")
SPANS = (Span(0, len(TEXT)),)
NIGHT = Event("p", 0, 0, PEOPLE, "到、夜查", Activity.INSPECT, places=("大海镇",), spans=SPANS)
SITTING = replace(NIGHT, number=1, action="主持会议", activity=Activity.MEETING_CHAIR)
CLOCK = Clock(AsOf(date(2022, 5, 8), "见报日2022-05-08", printed=True))


def of(text: str, told: Understood, quote: str = "") -> tuple[Gloss, ...]:
    own = Passage("p", 0, 1, text, SPANS, mentions=mentions(text, Names.of(told), CLOCK))
    return glosses(quote or text, SPANS, (own,), told.events)


TOLD = Understood(NIGHT.when, (NIGHT, SITTING), PEOPLE, PLACES)


def test_each_kind_in_the_order_of_the_sentence() -> None:
    assert of(TEXT, TOLD) == (
        Gloss(GlossKind.TIME, "5月6日", "6 May 2022"),
        Gloss(GlossKind.OFFICE, "清河县委书记", "Secretary, Qinghe County Party Committee"),
        Gloss(GlossKind.PERSON, "单文澜", "Shan Wenlan"),
        Gloss(GlossKind.OFFICE, "云杉集团行政总裁", "Yunshan Jituan Xingzheng Zongcai", by_sound=True),
        Gloss(GlossKind.PERSON, "解守成", "Xie Shoucheng"),
        Gloss(GlossKind.PLACE, "大海镇", "Dahai Town"),
        Gloss(GlossKind.ACT, "夜查", "inspection"),
        Gloss(GlossKind.ACT, "主持会议", "chaired a meeting"),
    )


def test_only_what_is_quoted_is_glossed() -> None:
    assert [g.printed for g in of(TEXT, TOLD, "解守成到大海镇夜查")] == ["解守成", "大海镇", "夜查"]
    assert glosses("单文澜来了", (Span(100, 105),), (), TOLD.events) == ()


def test_days_as_far_as_they_are_known() -> None:
    told = Understood(NIGHT.when)
    text = "昨日开会，4月28日至5月3日放假，2021年建成，近日开工，下午三时到。"
    assert [(g.printed, g.rendered) for g in of(text, told)] == [
        ("昨日", "7 May 2022"),
        ("4月28日至5月3日", "28 April 2022 to 3 May 2022"),
        ("2021年", "2021"),
    ]
    assert [g.rendered for g in glosses("5月6日", SPANS, (_undated("5月6日"),), ())] == ["6 May"]


def _undated(text: str) -> Passage:
    return Passage("p", 0, 1, text, SPANS, mentions=mentions(text, Names(), Clock(AsOf(None, ""))))


def test_a_page_in_traditional_characters() -> None:
    people = (Person("單文瀾", "縣委書記"),)
    found = of("縣委書記單文瀾來到縣裏，開了會，說了話。", Understood(NIGHT.when, (), people, ()))
    assert [(g.printed, g.rendered) for g in found] == [
        ("縣委書記", "Secretary, County Party Committee"),
        ("單文瀾", "Shan Wenlan"),
    ]


def test_a_long_list_is_cut() -> None:
    people = tuple(Person(f"陈{a}{b}") for a in "一二三四五六七八" for b in "明文武安")
    text = "、".join(p.name for p in people)
    assert len(of(text, Understood(NIGHT.when, (), people))) == MOST
