"""A question asked of a part of the pages: what lies outside is not looked at, and a refusal speaks of that part alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag import EVERYTHING, Assistant, Config, Language, Scope, ScopeError, Verdict, answer_line, scope_words
from rag.asking.constraints.lack import Lack, Support
from rag.asking.retrieval import retrieve
from rag.asking.writing.refusal import refusal
from rag.indexing import build, open_indexes
from tests.fakes import HashingEncoder, write_pages

PAGES = {
    "haizhou/0506.txt": (
        "海州日报\n2023年5月7日 星期日 第2版\n\n陈志远督查港口安全生产\n\n"
        "本报讯（记者方宁）5月6日，海州市市长陈志远督查北屿码头安全生产工作。他要求加强值守。\n"
    ),
    "haizhou/0603.txt": (
        "海州日报\n2023年6月4日 星期日 第1版\n\n农贸市场搬进新址\n\n"
        "本报讯（记者方宁）6月3日，海州市市长陈志远督查新农贸市场安全生产工作。他要求保障供应。\n"
    ),
    "dongjiang/0512.txt": (
        "东江报\n2023年5月13日 星期六 第1版\n\n梁文远督查粮库安全生产\n\n"
        "本报讯（记者何小雨）5月12日，东江县县长梁文远督查青石粮库安全生产工作。他要求守住底线。\n"
    ),
    "undated.txt": "望湖小学启用\n\n副县长顾南舟走访了望湖小学。校园里书声琅琅。\n",
}
WHO = "谁督查了安全生产？"
WHERE = "陈志远督查了哪里？"
HAIZHOU, DONGJIANG = Scope(newspaper="海州日报"), Scope(newspaper="东江报")
MAY, JUNE = Scope(since="2023-05", until="2023-05"), Scope(since="2023-06", until="2023-06")


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    place = tmp_path_factory.mktemp("scope")
    config, encoder = Config(index=place / "index"), HashingEncoder()
    build(config, [write_pages(place / "pages", PAGES)], encoder=encoder)
    with Assistant.over(open_indexes(config, encoder), config) as assistant:
        yield assistant


def _cited(asked: Assistant, question: str, scope: Scope, history: tuple[str, ...] = ()) -> set[str]:
    return {citation.page for citation in asked.ask(question, history, scope=scope).citations}


@pytest.mark.parametrize(
    ("scope", "pages"),
    [
        pytest.param(DONGJIANG, {"dongjiang/0512.txt"}, id="a paper"),
        pytest.param(Scope(newspaper="东江"), {"dongjiang/0512.txt"}, id="a part of its name"),
        pytest.param(Scope(newspaper="dongjiang"), {"dongjiang/0512.txt"}, id="its name in pinyin"),
        pytest.param(JUNE, {"haizhou/0603.txt"}, id="a month"),
        pytest.param(Scope(until="2023-05-07"), {"haizhou/0506.txt"}, id="up to a day, by the day of the page"),
        pytest.param(Scope(since="2023-05-08", until="2023-05"), {"dongjiang/0512.txt"}, id="from a day to a month"),
        pytest.param(Scope(pages=("haizhou/0506.txt",)), {"haizhou/0506.txt"}, id="a page"),
        pytest.param(Scope("海州日报", "2023-06"), {"haizhou/0603.txt"}, id="a paper and a period"),
    ],
)
def test_only_what_lies_within_answers(asked: Assistant, scope: Scope, pages: set[str]) -> None:
    assert _cited(asked, WHO, scope) == pages


def test_without_a_part_everything_is_asked(asked: Assistant) -> None:
    assert _cited(asked, WHO, EVERYTHING) == _cited(asked, WHO, Scope()) == {"haizhou/0506.txt"}
    assert asked.ask(WHO).searched == asked.searched()


def test_a_page_of_no_known_day_is_in_no_period(asked: Assistant) -> None:
    question = "谁走访了望湖小学？"
    assert _cited(asked, question, EVERYTHING) == {"undated.txt"}
    refused = asked.ask(question, scope=Scope(since="1900"))
    assert (refused.verdict, refused.searched.pages) == (Verdict.ABSTAINED, 3)


def test_counts_and_lists_are_of_that_part(asked: Assistant) -> None:
    assert _cited(asked, "陈志远做了什么？", EVERYTHING) == {"haizhou/0506.txt", "haizhou/0603.txt"}
    assert _cited(asked, "陈志远做了什么？", MAY) == {"haizhou/0506.txt"}
    assert "2 次" in asked.ask("陈志远督查了几次？").text
    assert "1 次" in asked.ask("陈志远督查了几次？", scope=JUNE).text
    assert _cited(asked, "2023年5月有哪些活动？", HAIZHOU) == {"haizhou/0506.txt"}


@pytest.mark.parametrize(
    ("scope", "pages"),
    [
        pytest.param(DONGJIANG, {"dongjiang/0512.txt"}, id="a paper"),
        pytest.param(JUNE, {"haizhou/0603.txt"}, id="a month"),
        pytest.param(Scope(pages=("haizhou/0506.txt",)), {"haizhou/0506.txt"}, id="a page"),
        pytest.param(Scope(since="1900"), set(PAGES) - {"undated.txt"}, id="any known day"),
        pytest.param(Scope(until="1999"), set(), id="nothing"),
    ],
)
@pytest.mark.parametrize("question", [WHO, "哪些安全生产工作被督查？"])
def test_every_way_of_searching_looks_within_alone(
    asked: Assistant, question: str, scope: Scope, pages: set[str]
) -> None:
    found = asked.look_up(question, scope=scope)
    assert {hit.passage.page for leg in found.legs for hit in leg.hits} <= pages
    assert {hit.passage.page for hit in found.legs[-1].hits} == pages
    assert found.scope == asked.ask(question, scope=scope).scope
    assert {hit.passage.page for leg in asked.look_up(WHO).legs for hit in leg.hits} == set(PAGES)


def test_events_that_are_looked_up_are_of_that_part(asked: Assistant) -> None:
    def told(scope: Scope) -> set[str]:
        return {hit.passage.page for hit in asked.look_up(WHERE, scope=scope).legs[0].hits}

    assert told(EVERYTHING) == {"haizhou/0506.txt", "haizhou/0603.txt"}
    assert told(JUNE) == {"haizhou/0603.txt"}
    assert told(Scope(until="1999")) == told(Scope(pages=("undated.txt",))) == set()


@pytest.mark.parametrize(
    ("question", "scope", "said"),
    [
        ("陈志远督查了哪里？", DONGJIANG, "在《东江报》的版面里"),
        ("顾南舟督查了哪里？", Scope("海州日报", "2023-05", "2023-05"), "在《海州日报》2023年5月的版面里"),
        ("Where did Chen Zhiyuan inspect?", DONGJIANG, "Looked only in 《东江报》. "),
    ],
)
def test_a_refusal_says_where_it_looked(asked: Assistant, question: str, scope: Scope, said: str) -> None:
    refused = asked.ask(question, scope=scope)
    assert refused.verdict is Verdict.ABSTAINED
    assert refused.text.startswith(said)
    assert refused.scope == scope
    assert refused.searched.newspapers == (scope.newspaper,)
    assert asked.ask("石敢当去了哪里？").text.startswith("所查的报道里没有“石敢当”")


@pytest.mark.parametrize(
    ("lack", "about", "nearest", "chinese", "english"),
    [
        (Lack.PERSON, "陈志远", "", "在《东江报》的版面里没有“陈志远”。", 'Nothing there prints "陈志远".'),
        (
            Lack.STRANGER,
            "石敢当",
            "",
            "在《东江报》的版面里没有“石敢当”这个名字。",
            'Nothing there prints the name "石敢当".',
        ),
        (
            Lack.PLACE,
            "粮库",
            "粮库开了。",
            "在《东江报》的版面里有“粮库”，但没有找到写明所问内容的句子。",
            '"粮库" is printed there, but no sentence was found that says what you ask.',
        ),
        (Lack.SUBJECT, "", "", "在《东江报》的版面里没有找到写到这件事的报道。", "No report of this was found."),
        (
            Lack.KIND,
            "",
            "粮库开了。",
            "在《东江报》的版面里有相近的报道，但没有找到写明所问内容的句子。",
            "There are reports near this, but no sentence was found that says what you ask.",
        ),
    ],
)
def test_a_refusal_says_once_what_was_searched(
    lack: Lack, about: str, nearest: str, chinese: str, english: str
) -> None:
    why = Support(lack=lack, about=about)
    said = [refusal(why, language, nearest, lambda words: words in nearest, DONGJIANG) for language in Language]
    assert sorted(said) == sorted([chinese, f"Looked only in 《东江报》. {english}"])


def test_what_is_printed_elsewhere_alone_is_not_printed_there(asked: Assistant) -> None:
    assert asked.ask(WHERE, scope=DONGJIANG).text == "在《东江报》的版面里没有“陈志远”。"


def test_a_part_without_pages_refuses(asked: Assistant) -> None:
    refused = asked.ask(WHO, scope=Scope(until="1999"))
    assert (refused.verdict, refused.searched.articles) == (Verdict.ABSTAINED, 0)
    assert refused.text.startswith("在1999年及以前的版面里")


def test_the_next_question_is_asked_there_too(asked: Assistant) -> None:
    answer = asked.ask("他督查了哪里？", [WHO], scope=DONGJIANG)
    assert answer.carried is not None
    assert answer.carried.people == ("梁文远",)
    assert {citation.page for citation in answer.citations} == {"dongjiang/0512.txt"}
    assert all(_cited(asked, q, DONGJIANG) <= {"dongjiang/0512.txt"} for q in asked.follow_ups(answer))


def test_answers_of_two_parts_are_not_mixed_up(asked: Assistant) -> None:
    for _ in range(2):
        assert _cited(asked, WHO, JUNE) == {"haizhou/0603.txt"}
        assert _cited(asked, WHO, DONGJIANG) == {"dongjiang/0512.txt"}
        assert _cited(asked, WHO, EVERYTHING) == {"haizhou/0506.txt"}
    assert "scope" not in answer_line("1", asked.ask(WHO))


def test_the_legs_are_searched_deeper_where_much_lies_outside(
    asked: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retrieve, "EVERY", 0)
    monkeypatch.setattr(retrieve, "DEPTH", 3)
    assert _cited(asked, "谁督查了粮库？", Scope("东江报", "2023-05")) == {"dongjiang/0512.txt"}


@pytest.mark.parametrize(
    ("scope", "told"),
    [
        (Scope(since="2023-13"), "2023-13 is no day, month or year; write YYYY-MM-DD, YYYY-MM or YYYY"),
        (Scope(until="2023-02-30"), "2023-02-30 is no day, month or year; write YYYY-MM-DD, YYYY-MM or YYYY"),
        (Scope(since="去年"), "去年 is no day, month or year; write YYYY-MM-DD, YYYY-MM or YYYY"),
        (
            Scope(since="2024", until="2023-05"),
            "the period ends in 2023-05, before it begins in 2024; give the earlier day first",
        ),
        (Scope(newspaper="沧浪报"), "no newspaper in the index is called 沧浪报; give the name as a page prints it"),
        (Scope(pages=("x.txt",)), "there is no page x.txt in the index; it may have been deleted; choose others"),
        (
            Scope(pages=tuple(map(str, range(101)))),
            "101 pages are chosen; choose at most 100, or a newspaper and a period",
        ),
    ],
    ids=("month", "day", "word", "backwards", "paper", "page", "many"),
)
def test_what_is_not_there_is_told_and_nothing_is_asked_of_more(asked: Assistant, scope: Scope, told: str) -> None:
    with pytest.raises(ScopeError) as error:
        asked.ask(WHO, scope=scope)
    assert str(error.value) == told


@pytest.mark.parametrize(
    ("scope", "chinese", "english"),
    [
        (EVERYTHING, "", ""),
        (Scope(since="2023-02", until="2023-02"), "2023年2月的版面", "February 2023"),
        (
            Scope(since="2022-12", until="2023"),
            "2022年12月1日至2023年12月31日的版面",
            "1 December 2022 to 31 December 2023",
        ),
        (Scope("海州日报", "2023-05-06"), "《海州日报》2023年5月6日起的版面", "《海州日报》, 6 May 2023 and later"),
        (Scope(pages=("a.txt",)), "“a.txt”这一版面", 'the page "a.txt"'),
        (Scope("海州日报", pages=("a", "b")), "《海州日报》的所选 2 个版面", "《海州日报》, 2 chosen pages"),
    ],
)
def test_the_part_in_words(scope: Scope, chinese: str, english: str) -> None:
    assert (scope_words(scope, Language.ZH), scope_words(scope, Language.EN)) == (chinese, english)


def test_the_line_of_an_answer_has_its_part(asked: Assistant) -> None:
    line = answer_line("1", asked.ask(WHO, scope=Scope("东江", "2023")))
    assert line["scope"] == {"newspaper": "东江报", "since": "2023", "until": None, "pages": []}


def test_an_index_that_changed_is_looked_at_anew(tmp_path: Path) -> None:
    config, encoder = Config(index=tmp_path / "index"), HashingEncoder()
    few = {"haizhou/0506.txt": PAGES["haizhou/0506.txt"]}
    build(config, [write_pages(tmp_path / "pages", few)], encoder=encoder)
    with Assistant.over(open_indexes(config, encoder), config) as assistant:
        assert assistant.ask(WHO, scope=Scope(since="2023-06")).searched.pages == 0
        build(config, [write_pages(tmp_path / "pages", PAGES)], encoder=encoder)
        assert assistant.ask(WHO, scope=Scope(since="2023-06")).searched.pages == 1
