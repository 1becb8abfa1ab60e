"""Passages: every headline, every sentence, at the page's own words."""

from __future__ import annotations

import pytest

from rag.indexing.passages import passage_text, passages
from rag.records import (
    Activity,
    Article,
    Dated,
    Event,
    Layout,
    Page,
    Passage,
    PassageKind,
    Person,
    Span,
    Spans,
    Understood,
)
from rag.spans import quote

TEXT = "防汛检查\n陈志远来到东江镇检查。他要求备足物\n\n资。会议指出\n，要抓落实。散会。"
PAGE = Page("p.txt", TEXT, "d")


def at(part: str) -> Span:
    start = TEXT.index(part)
    return Span(start, start + len(part))


BODY: Spans = (at("陈志远来到东江镇检查。他要求备足物"), at("资。"))
LAST: Spans = (at("会议指出"), at("，要抓落实。散会。"))
ARTICLE = Article("p.txt", 1, ("防汛检查",), ((at("防汛检查"),),), (BODY, LAST))
VISIT = Event("p.txt", 1, 1, (Person("陈志远"),), "检查", Activity.INSPECT, spans=(at("陈志远来到东江镇检查。"),))
MEETING = Event("p.txt", 1, 2, (Person("防汛会议"),), "召开", Activity.OTHER, spans=(at("会议指出"),))
TOLD = Understood(Dated("2022-05-06"), (VISIT, MEETING), (Person("陈志远"),))


@pytest.fixture
def found() -> tuple[Passage, ...]:
    return passages(Layout(PAGE, (ARTICLE,)), (TOLD,))


def test_a_sentence_goes_on_behind_a_column_s_end_but_not_into_the_next_paragraph(found: tuple[Passage, ...]) -> None:
    assert [(p.number, p.paragraph, p.text) for p in found] == [
        (0, 0, "防汛检查"),
        (1, 1, "陈志远来到东江镇检查。"),
        (2, 1, "他要求备足物资。"),
        (3, 2, "会议指出，要抓落实。"),
        (4, 2, "散会。"),
    ]


def test_every_passage_is_what_its_spans_cut_out(found: tuple[Passage, ...]) -> None:
    assert [quote(TEXT, p.spans) for p in found] == [p.text for p in found]


def test_who_acts_where_the_sentence_does_not_say(found: tuple[Passage, ...]) -> None:
    assert [p.actor for p in found] == ["", "", "陈志远", "防汛会议", "防汛会议"]


def test_every_passage_knows_its_headline_and_date(found: tuple[Passage, ...]) -> None:
    assert {(p.heading, p.date) for p in found} == {("防汛检查", "2022-05-06")}
    assert [p.kind for p in found[:2]] == [PassageKind.TITLE, PassageKind.SENTENCE]


def test_number_0_is_the_headline_s_also_where_there_is_none() -> None:
    bare = Article("p.txt", 2, paragraphs=(LAST,))
    assert [p.number for p in passages(Layout(PAGE, (bare,)), (Understood(Dated()),))] == [1, 2]


@pytest.mark.parametrize(
    ("passage", "text"),
    [
        pytest.param(
            Passage("p", 1, 2, "他要求备足物资。", (), heading="防汛检查", actor="陈志远", date="2022-05-06"),
            "防汛检查 2022-05-06 陈志远：他要求备足物资。",
            id="headline, date, actor",
        ),
        pytest.param(Passage("p", 1, 1, "散会。", ()), "散会。", id="nothing known"),
        pytest.param(
            Passage("p", 1, 0, "防汛检查", (), PassageKind.TITLE, heading="防汛检查", date="2022-05"),
            "2022-05 防汛检查",
            id="a headline is not put before itself",
        ),
        pytest.param(
            Passage("p", 1, 1, "散会。", (), heading="长" * 200), "长" * 60 + "：散会。", id="a long headline is cut"
        ),
    ],
)
def test_what_is_encoded(passage: Passage, text: str) -> None:
    assert passage_text(passage) == text


def test_a_team_does_not_hide_whom_it_follows() -> None:
    text = "陈志远带队调研。调研组一行来到海安公司。"
    page = Page("p.txt", text, "d")
    first, second = Span(0, 8), Span(8, len(text))
    events = tuple(
        Event("p.txt", 1, n, (Person("陈志远"), Person("调研组"))[:n], "调研", Activity.RESEARCH_VISIT, spans=(s,))
        for n, s in ((1, first), (2, second))
    )
    layout = Layout(page, (Article("p.txt", 1, (), (), ((first, second),)),))
    found = passages(layout, (Understood(Dated(), events, (Person("陈志远"),)),))
    assert [(p.text[:3], p.actor) for p in found] == [("陈志远", ""), ("调研组", "陈志远、调研组")]


def test_the_words_of_a_quotation_are_those_of_whoever_is_named_behind_it() -> None:
    text = "陈志远来到东江镇检查。“水退了。路也通了。桥还断着。”村民何小平说。大家回家了。"
    page = Page("p.txt", text, "d")
    visit = Event("p.txt", 1, 1, (Person("陈志远"),), "检查", Activity.INSPECT, spans=(Span(0, 11),))
    told = Understood(Dated(None), (visit,), (Person("陈志远"), Person("何小平")))
    article = Article("p.txt", 1, (), (), ((Span(0, len(text)),),))
    found = passages(Layout(page, (article,)), (told,))
    assert [(p.text, p.actor) for p in found] == [
        ("陈志远来到东江镇检查。", ""),
        ("“水退了。", "何小平"),
        ("路也通了。", "何小平"),
        ("桥还断着。”村民何小平说。", ""),
        ("大家回家了。", "陈志远"),
    ]


def test_an_item_of_a_list_has_the_line_that_governs_it() -> None:
    lines = (
        "一、决定任命：",
        "林海为东江县水利局局长。",
        "二、决定免去：",
        "林海的东江县教育局局长职务；",
        "姚远的东江县审计局局长职务。",
    )
    page = Page("p.txt", "\n".join(lines), "d")
    spans = tuple((Span(page.text.index(line), page.text.index(line) + len(line)),) for line in lines)
    (layout, told) = Layout(page, (Article("p.txt", 1, paragraphs=spans),)), (Understood(Dated()),)
    found = passages(layout, told)
    assert [(p.paragraph, p.text) for p in found] == [
        (2, lines[0] + lines[1]),
        (4, lines[2] + lines[3]),
        (5, lines[2] + lines[4]),
    ]
    assert [p.spans for p in found] == [spans[0] + spans[1], spans[2] + spans[3], spans[2] + spans[4]]
