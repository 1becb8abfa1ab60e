"""A question understood by itself: with a name model that sees what the test says it sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import pytest

from rag.asked import Asks, Correction, Language
from rag.asking.question.query import Tools, understand_question
from rag.asking.question.question import Question
from rag.asking.question.vocabulary import Vocabulary
from rag.records import Activity, Mention, MentionKind, Period
from rag.understanding import Lexicon

KNOWN = Vocabulary(["陈志远", "周文澜", "林月华", "何欣"], ["青石镇", "东江县"])
NEW_YEARS_EVE = date(2023, 12, 31)


@dataclass(frozen=True)
class FakeNames:
    """Sees the given names wherever they first stand."""

    seen: tuple[tuple[str, MentionKind], ...]

    def names(self, texts: Sequence[str]) -> list[tuple[Mention, ...]]:
        return [tuple(Mention(k, n, t.index(n), t.index(n) + len(n)) for n, k in self.seen if n in t) for t in texts]


@cache
def lexicon() -> Lexicon:
    return Lexicon.load()


def understood(words: str, *people: str, places: tuple[str, ...] = (), times: tuple[str, ...] = ()) -> Question:
    """`words` is the question cut by |."""
    seen = [(n, MentionKind.PERSON) for n in people] + [(n, MentionKind.PLACE) for n in places]
    model = FakeNames((*seen, *((n, MentionKind.TIME) for n in times)))
    tools = Tools(KNOWN, model, lexicon(), lambda _: words.split("|"))
    return understand_question(words.replace("|", ""), tools, NEW_YEARS_EVE)


def test_a_whole_chinese_question() -> None:
    query = understood(
        "2022年|5月|6日|，|市委书记|陈志远|在|青石镇|检查|了|哪些|企业|？",
        "陈志远",
        places=("青石镇",),
        times=("2022年5月6日",),
    )
    assert (query.language, query.asks) == (Language.ZH, Asks.WHERE)
    assert (query.people, query.places, query.offices) == (("陈志远",), ("青石镇",), ("市委书记",))
    assert query.activities == (Activity.INSPECT,)
    assert query.periods == (Period("2022-05-06", "2022-05-06", "2022年5月6日"),)
    assert query.focus == ("企业",)
    assert query.words[0] == "陈志远"
    assert {"青石镇", "检查", "企业"} <= set(query.words)
    assert not {"5月", "哪些", "？"} & set(query.words)


def test_a_slip_is_searched_for_in_its_true_form() -> None:
    query = understood("陈志原|检查|了|什么|？", "陈志原")
    assert query.corrections == (Correction("陈志原", "陈志远"),)
    assert query.people == ("陈志远",)
    assert "陈志原" not in query.words


def test_a_stranger_is_a_stranger_and_no_place() -> None:
    query = understood("吕国良|去|了|哪里|？", "吕国良", places=("吕国良",))
    assert (query.people, query.strangers, query.places) == ((), ("吕国良",), ())


@pytest.mark.parametrize(
    ("words", "seen", "people", "strangers"),
    [
        pytest.param("陈志原|八一|前|去|了|哪里|？", "陈志原八一", ("陈志远",), (), id="a festival behind a slip"),
        pytest.param("吕国良|八一|前|去|了|哪里|？", "吕国良八一", (), ("吕国良",), id="a festival behind a stranger"),
        pytest.param("王国庆|去|了|哪里|？", "王国庆", (), ("王国庆",), id="a festival for a given name"),
        pytest.param("吕国良|副县长|去|了|哪里|？", "吕国良副县长", (), ("吕国良",), id="an office behind it"),
        pytest.param("何欣|来|东江县|之前|做|什么|？", "何欣来", ("何欣",), (), id="a verb behind a known short name"),
        pytest.param("何欣然|做|什么|？", "何欣然", (), ("何欣然",), id="a longer name than the known one"),
        pytest.param("吴堡|清廉|餐|怎么|回事|？", "吴堡清", (), (), id="a county and the beginning of a word"),
        pytest.param("东方|朗|做|什么|？", "东方朗", (), ("东方朗",), id="a family name that is a city's too"),
    ],
)
def test_a_name_ends_before_the_office_the_festival_or_the_word_behind_it(
    words: str, seen: str, people: tuple[str, ...], strangers: tuple[str, ...]
) -> None:
    query = understood(words, seen)
    assert (query.people, query.strangers) == (people, strangers)


def test_the_last_character_of_a_name_with_a_slip_is_nobodys_family_name_before_an_office() -> None:
    query = understood("周|文|兰|副主任|去|了|哪里|？")
    assert (query.people, query.titled) == (("周文澜",), ())


def test_whom_the_question_leaves_out_is_not_searched_for() -> None:
    query = understood("除|陈志远|外|，|还有|谁|参加|？", "陈志远")
    assert (query.people, query.excluded) == ((), ("陈志远",))
    assert "陈志远" not in query.words


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        pytest.param("东江县|县长|是|谁|？", Asks.ROLE, id="who is the holder: an office"),
        pytest.param("县长|是|谁|调研|海塘|工程|？", Asks.WHO, id="an office and a matter: who did it"),
        pytest.param("谁|主持|防汛|会议|？", Asks.WHO, id="no office"),
    ],
)
def test_who_holds_an_office_is_a_question_of_its_own(words: str, asks: Asks) -> None:
    assert understood(words, places=("东江县",)).asks is asks


@pytest.mark.parametrize(
    "words",
    [pytest.param("“|一线|工作法|”|是|什么|？", id="curly"), pytest.param("《|一线|工作法|》|是|什么|？", id="title")],
)
def test_what_stands_in_quotation_marks(words: str) -> None:
    assert understood(words).quoted == ("一线工作法",)


def test_a_number_with_its_unit() -> None:
    query = understood("海塘|总投资|多少|亿元|？")
    assert (query.asks, query.unit) == (Asks.NUMBER, "亿元")


@pytest.mark.parametrize(
    ("question", "people", "places"),
    [
        pytest.param("Where did Chen Zhiyuan go in Dongjiang County?", ("陈志远",), ("东江",), id="name and place"),
        pytest.param("Did Chen Zhiyuan (陈志远) visit Qingshi?", ("陈志远",), ("青石",), id="a name in both scripts"),
        pytest.param("Did Zhiyuan Chen visit Qingshi?", ("陈志远",), ("青石",), id="surname last, place by its stem"),
    ],
)
def test_english_names_become_those_of_the_index(
    question: str, people: tuple[str, ...], places: tuple[str, ...]
) -> None:
    query = understood(question)
    assert (query.language, query.people, query.places[:1]) == (Language.EN, people, places)
    assert {*people, *places} <= set(query.words)


def test_an_english_deed_and_day() -> None:
    query = understood("What did Chen Zhiyuan inspect on 6 May 2022?")
    assert query.activities == (Activity.INSPECT,)
    assert [(p.first, p.last) for p in query.periods] == [("2022-05-06", "2022-05-06")]


def test_words_relative_to_today() -> None:
    assert [(p.first, p.last) for p in understood("去年|陈志远|去|了|哪里|？").periods] == [
        ("2022-01-01", "2022-12-31")
    ]


def test_a_number_that_binds_is_no_word_of_its_own() -> None:
    assert understood("市政府|第|3|次|常务会议|谁|主持|？").words == ("市政府", "常务会议", "主持")


def test_an_office_with_a_word_for_its_time_is_no_place() -> None:
    query = understood("东江县|新|县长|是|谁|？", places=("东江县", "新县长"))
    assert (query.asks, query.places, query.offices) == (Asks.ROLE, ("东江县",), ("县长",))


def test_a_part_of_a_year_is_searched_for_as_pages_print_it() -> None:
    query = understood("How large was the deficit in the first half of 2023?")
    assert "上半年" in query.words
    assert query.wording.stretches == {"上半年"}
