"""Whatever a page says, understanding it neither fails nor points outside it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rag.records import Article, Layout, Page, Span
from rag.time import question_periods
from rag.understanding import activities_in, offices_in, understand
from tests.fuzz.examples import many
from tests.understanding.pages import lexicon

WORDS = (
    *(
        "市长",
        "市委书记",
        "陈志远",
        "秦强",
        "、",
        "，",
        "。",
        "“",
        "”",
        "（",
        "）",
        "的",
        "等",
        "调研",
        "督查",
        "主持召开",
    ),
    *(
        "会议",
        "出席",
        "参加",
        "强调",
        "他",
        "一行",
        "在",
        "来到",
        "北山村",
        "5月6日",
        "13月40日",
        "2月30日",
        "当天",
        "近日",
    ),
    *("区政协", "检查组", "将", "未", "曾", "\n", " ", "出席会议的还有", "区领导", "召开", "由", "带队", "陪同"),
)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map("".join) | st.text(max_size=60)


@many
@given(TEXTS, TEXTS, st.sampled_from([None, "2022-05-08"]))
def test_any_text_is_understood_within_its_page(head: str, body: str, issued: str | None) -> None:
    page = Page("page.txt", head + body, "", issued=issued)
    titles = ((Span(0, len(head)),),) if head else ()
    paragraphs = ((Span(len(head), len(head + body)),),) if body else ()
    articles = (Article("page.txt", 1, (head,) if head else (), titles, paragraphs), Article("page.txt", 2))
    told, nothing = understand(Layout(page, articles), None, lexicon())
    assert nothing.events == ()
    for event in told.events:
        assert event.spans
        assert all(0 <= s.start < s.end <= len(page.text) for s in event.spans)
        assert all(p.name in page.text for p in (*event.actors, *event.participants))


@many
@given(TEXTS)
def test_any_question_is_read(question: str) -> None:
    assert all(p.printed in question for p in question_periods(question))
    assert all(office in question for office in offices_in(question, lexicon()))
    assert all(verb in question for verb in activities_in(question, lexicon())[1])
