"""Whatever a file, a page or a question says: readers give text, times are real, frames stand in their question, and the store
gives back what it was given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.asking.question.query import Tools, understand_question
from rag.errors import PageError
from rag.indexing.engines.sqlite import SqliteEngine
from rag.indexing.schema import migrate
from rag.indexing.store import Store
from rag.indexing.writing import put_page, remove_page
from rag.reading.markdown import read_markdown
from rag.reading.plain import decode
from rag.reading.web import read_web
from rag.records import Article, Dated, Layout, Page, Passage, Person, Span, Understood
from rag.time import question_periods, question_times
from tests.asking.question.test_query import KNOWN, FakeNames, lexicon
from tests.fakes import HashingEncoder
from tests.fuzz.examples import many

TODAY = date(2024, 3, 15)
MARKS = (
    "<p>", "</p>", "<table>", "<tr>", "<td colspan=3>", "</td>", "<!--", "-->", "<br>", "&nbsp;", "&#x8d;",
    "<script>", "# ", "\n\n", "\n", "---\n", "```\n", "> ", "- ", "1. ", "**", "[", "](x)", "\\", "\t", "　　",
    "\0", "海州日报", "督查。", "| ",
)  # fmt: skip
WRITTEN = st.lists(st.sampled_from(MARKS) | st.text(max_size=8), max_size=30).map("".join)
TIMES = (
    "2022年", "5月", "6日", "二〇二二年", "去年", "今年", "上半年", "上旬", "至", "到", "、", "5月6日", "13月40日",
    "2月30日", "昨天", "星期三", "上周", "春节", "立春", "腊月廿三", "第一季度", "以来", "前", "后", "十一",
    "十五", "last ", "May ", "6 ", "2022", "谁", "督查了", "企业", "？", "year ", "week ", "in ", "-",
    "2022-05-06", "２０２２", "零", "〇", "年底", "凌晨", "3时",
)  # fmt: skip
ASKED = (
    *TIMES,
    "陈志远", "周文澜", "林月华", "朱某某", "青石镇", "东江县", "市长", "市委书记", "和", "除", "外", "“", "”",
    "几次", "多少", "为什么", "哪里", "什么时候", "召开了什么会议", "他", "那次", "呢", "还是", "有没有", "who ",
    "inspected ", "the ", "mayor", "how many ", "?",
)  # fmt: skip
QUESTIONS = st.lists(st.sampled_from(ASKED), max_size=25).map("".join) | st.text(max_size=60)
NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
DAYS = st.dates(date(1978, 1, 1), date(2039, 12, 31))
FORMS = (
    lambda d: f"{d.year}年{d.month}月{d.day}日谁督查了企业？",
    lambda d: f"谁在{d.isoformat()}督查了企业？",
    lambda d: f"Who inspected firms on {d.day} {d:%B} {d.year}?",
    lambda d: f"Who inspected firms on {d:%B} {d.day}, {d.year}?",
)


@many
@given(WRITTEN, st.sampled_from([decode, read_markdown, read_web]))
def test_a_file_of_text_is_read_or_refused(text: str, read: Callable[[bytes], str]) -> None:
    for data in (text.encode("utf-8", "replace"), text.encode("gb18030", "replace"), text.encode("utf-16", "replace")):
        _text(read, data)


@many
@given(st.binary(max_size=200))
def test_any_bytes_are_a_text_or_none(data: bytes) -> None:
    _text(decode, data)


def _text(read: Callable[[bytes], str], data: bytes) -> None:
    """What is read can be written; what is refused is told in a line."""
    told = ""
    try:
        read(data).encode("utf-8")
    except PageError as error:
        told = str(error)
    assert "\n" not in told


@many
@given(st.lists(st.sampled_from(TIMES), max_size=12).map("".join) | st.text(max_size=40))
def test_times_are_real_and_stand_in_the_question(question: str) -> None:
    found = question_times(question, TODAY)
    for period in found.periods:
        assert period.printed in question
        for day in (period.first, period.last):
            if len(day) == 10 and not day.startswith("-"):
                date.fromisoformat(day)
        if not period.first.startswith("-") and not period.last.startswith("-"):
            assert period.first <= period.last
    assert all(words in question for words in (*found.impossible, *found.ahead, *found.unread))


@many
@given(DAYS, st.sampled_from(FORMS))
def test_a_whole_day_is_that_day_however_it_is_written(day: date, form: object) -> None:
    (period,) = question_periods(form(day), TODAY)  # type: ignore[operator]
    assert (period.first, period.last) == (day.isoformat(), day.isoformat())


@many
@given(QUESTIONS)
def test_a_frame_stands_in_its_question(question: str) -> None:
    tools = Tools(KNOWN, FakeNames(()), lexicon(), list)
    found = understand_question(question, tools, TODAY)
    assert all(period.printed in question for period in found.periods)
    assert all(words in question for words in (*found.quoted, *found.impossible, *found.unread))
    assert set(found.people) <= {"陈志远", "周文澜", "林月华"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One for all examples, in a transaction that is never ended."""
    made = Store(SqliteEngine(tmp_path_factory.mktemp("store")))
    migrate(made.engine)
    made.db.execute("BEGIN")
    yield made
    made.db.execute("ROLLBACK")


@st.composite
def laid_out(draw: st.DrawFn) -> tuple[Layout, tuple[Understood, ...], tuple[Passage, ...]]:
    """A page with one article of it, what that tells, and passages cut out of it."""
    text = draw(st.text(st.characters(codec="utf-8"), min_size=2, max_size=60))
    cut = draw(st.integers(1, len(text) - 1))
    page = Page(draw(NAMES), text, draw(NAMES), draw(NAMES), draw(st.none() | DAYS.map(date.isoformat)))
    article = Article(page.name, 1, (text[:cut],), ((Span(0, cut),),), ((Span(cut, len(text)),),))
    people = tuple(Person(name, role) for name, role in draw(st.dictionaries(NAMES, NAMES, max_size=3)).items())
    told = Understood(Dated(), (), people, tuple(draw(st.lists(NAMES, max_size=2, unique=True))))
    pieces = tuple(
        Passage(page.name, 1, number, text[at : at + 9], (Span(at, min(len(text), at + 9)),), heading=text[:cut])
        for number, at in enumerate(range(0, len(text), 9), start=1)
    )
    return Layout(page, (article,)), (told,), pieces


@many
@given(laid_out())
def test_the_store_gives_back_what_it_was_given(
    store: Store, case: tuple[Layout, tuple[Understood, ...], tuple[Passage, ...]]
) -> None:
    layout, told, pieces = case
    ids = put_page(store, layout, told, pieces, HashingEncoder().passages([p.text for p in pieces]))
    assert store.layout(layout.page.name) == layout
    reading = store.reading(layout.page.name, 1)
    assert reading is not None
    assert (reading.article, reading.understood) == (layout.articles[0], told[0])
    found = store.passages(ids)
    assert [(found[i].text, found[i].spans, found[i].heading) for i in ids] == [
        (p.text, p.spans, p.heading) for p in pieces
    ]
    assert remove_page(store, layout.page.name) == ids
    assert [store.count(table) for table in ("pages", "articles", "people", "passages")] == [0, 0, 0, 0]
