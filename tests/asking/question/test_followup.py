"""What the turns before supply to a question that leans on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from rag.answered import Answer, Citation, Head, HeadKind, Verdict
from rag.asked import Asks, Carried, Language, Sought, Wording
from rag.asking.question.followup import follow
from rag.asking.question.question import Question
from rag.records import Activity, Period, Span
from rag.time import question_periods
from tests.asking.handmade import JUNE, MAY, asked

CITED = (Citation(1, "p.txt", (Span(0, 2),), "海塘", article=3), Citation(2, "p.txt", (Span(2, 4),), "工程", article=3))
DAY = Period("2022-05-31", "2022-05-31", "2022年5月31日")
KNOWN = ("陈志远", "林月华", "苏敏")


def answer(asks: Asks, question: str, **more: object) -> Answer:
    """An answer that cites two sentences of one article."""
    told = {name: more.pop(name) for name in ("citations", "heads", "subjects", "verdict") if name in more}
    given: dict[str, object] = {"verdict": Verdict.ANSWERED, "citations": CITED, **told}
    query = asked(asks, question, **more).framed()
    return Answer(text="[1]", query=query, question=question, **given)  # type: ignore[arg-type]


BEFORE = answer(
    Asks.WHERE,
    "陈志远2022年5月督查了哪里?",
    people=("陈志远",),
    words=("陈志远", "督查"),
    periods=(Period(MAY.first, MAY.last, "2022年5月"),),
    activities=(Activity.INSPECT,),
)
OF_A_DAY = answer(Asks.WHERE, "2022年5月31日陈志远去了哪里?", people=("陈志远",), words=("陈志远",), periods=(DAY,))


def understand(text: str) -> Question:
    """A question of which no more is understood than the people of `KNOWN` and its days."""
    people = tuple(n for n in KNOWN if n in text)
    return asked(Asks.WHAT, text, people=people, words=people, periods=question_periods(text))


def sought(text: str) -> Wording:
    return Wording(sought=Sought(encoded=text))


def never(text: str) -> Question:
    raise AssertionError(text)


def after(query: Question, *earlier: Answer, how: Callable[[str], Question] = understand) -> Question:
    """The first reading of a question, after answers given, the newest first."""
    return follow(query, earlier, how)[0]


def test_no_turn_before_changes_nothing() -> None:
    query = asked(Asks.WHO, "他还去了哪里?")
    assert follow(query, (), never) == (query,)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param(asked(Asks.NUMBER, "海塘工程多少亿元?", words=("海塘", "工程")), id="a matter of its own"),
        pytest.param(asked(Asks.WHERE, "苏敏去了哪里?", people=("苏敏",), words=("苏敏",)), id="somebody of its own"),
    ],
)
def test_a_question_that_stands_by_itself_does_not_so_much_as_look_at_the_ones_before(query: Question) -> None:
    def earlier() -> Iterator[Answer]:
        raise AssertionError
        yield

    assert follow(query, earlier(), never) == (query,)


def test_he_is_put_in_words_and_the_day_and_the_articles_come_along() -> None:
    found = after(asked(Asks.WHERE, "他还去了哪里?"), BEFORE)
    assert (found.question, found.people) == ("陈志远还去了哪里?", ("陈志远",))
    assert (found.periods, found.within) == (BEFORE.query.periods, (("p.txt", 3),))
    assert found.carried == Carried(BEFORE.question, ("陈志远",), periods=BEFORE.query.periods)


def test_of_one_person_other_articles_may_tell_as_well() -> None:
    first, second, _ = follow(asked(Asks.WHERE, "他还去了哪里?"), [BEFORE], understand)
    assert (first.within, second.within) == ((("p.txt", 3),), ())
    assert second.question == first.question


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        pytest.param(
            "路上要走几天?", Language.ZH, ["路上要走几天?", "化肥从青石港运到哪里? 路上要走几天?"], id="of that way"
        ),
        pytest.param("Who went with them?", Language.EN, ["Who went with them?"], id="in another language"),
        pytest.param("第二天他去了哪里?", Language.ZH, ["2022年6月1日陈志远去了哪里?"], id="of another day"),
    ],
)
def test_what_is_asked_of_the_articles_cited_is_at_last_read_behind_the_earlier_question(
    text: str, language: Language, read: list[str]
) -> None:
    before = OF_A_DAY if "第二天" in text else answer(Asks.WHERE, "化肥从青石港运到哪里?", words=("化肥",))

    def worded_as(text: str) -> Question:
        return asked(Asks.WHERE, text, people=("陈志远",), periods=question_periods(text), wording=sought(text))

    query = asked(Asks.NUMBER, text, language=language, wording=sought(text))
    found = follow(query, [before], worded_as)
    assert [f.wording.sought.encoded for f in found] == read


@pytest.mark.parametrize(
    ("question", "words"),
    [
        pytest.param("What is his post?", "What is 陈志远's post?", id="whose"),
        pytest.param("Who went with him?", "Who went with 陈志远?", id="whom"),
        pytest.param("And when did she leave?", "when did 陈志远 leave?", id="and"),
    ],
)
def test_english_pronouns(question: str, words: str) -> None:
    assert after(asked(Asks.WHAT, question, language=Language.EN), BEFORE).question == words


def test_a_question_that_only_asks_is_about_what_the_one_before_was_about() -> None:
    found = after(asked(Asks.WHEN, "什么时候?"), BEFORE, how=never)
    assert (found.people, found.words) == (("陈志远",), ("陈志远", "督查"))
    assert (found.periods, found.within) == ((), (("p.txt", 3),))


def test_that_meeting_is_looked_for_in_what_was_cited_and_nowhere_else() -> None:
    found, behind = follow(asked(Asks.WHO, "那次会议谁讲了话?", words=("会议", "讲话")), [BEFORE], never)
    assert behind.within == found.within
    assert found.within == (("p.txt", 3),)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        pytest.param(
            asked(Asks.WHAT, "那2022年6月呢?", periods=(JUNE,)), "陈志远2022年6月督查了哪里?", id="another month"
        ),
        pytest.param(
            asked(Asks.WHAT, "那苏敏呢?", people=("苏敏",), words=("苏敏",)),
            "苏敏2022年5月督查了哪里?",
            id="another person",
        ),
    ],
)
def test_another_day_or_person_asks_the_earlier_question_anew(query: Question, says: str) -> None:
    found = after(query, BEFORE)
    assert (found.question, found.within) == (says, ())


def test_of_another_person_also_what_they_did_on_other_days() -> None:
    query = asked(Asks.WHAT, "那苏敏呢?", people=("苏敏",), words=("苏敏",))
    texts = [f.question for f in follow(query, [BEFORE], understand)]
    assert texts == ["苏敏2022年5月督查了哪里?", "苏敏督查了哪里?", "苏敏做了什么？"]


def test_the_office_before_a_name_goes_with_it() -> None:
    before = answer(Asks.WHERE, "市委书记陈志远去了哪里?", people=("陈志远",), offices=("市委书记",), words=("陈志远",))
    assert after(asked(Asks.WHAT, "苏敏呢?", people=("苏敏",)), before).question == "苏敏去了哪里?"


def test_whoever_is_named_in_one_breath_goes_too_and_whoever_was_met_stays() -> None:
    both = answer(Asks.WHERE, "陈志远、林月华去了哪里?", people=("陈志远", "林月华"), words=("陈志远", "林月华"))
    met = answer(Asks.YES_NO, "陈志远会见林月华了吗?", people=("陈志远", "林月华"), words=("陈志远", "会见", "林月华"))
    query = asked(Asks.WHAT, "苏敏呢?", people=("苏敏",), words=("苏敏",))
    assert after(query, both).question == "苏敏去了哪里?"
    assert after(query, met).question == "苏敏会见林月华了吗?"


def test_they_are_those_the_answer_brought_in() -> None:
    heads = (Head("林月华", HeadKind.PERSON), Head("苏敏", HeadKind.PERSON))
    before = answer(Asks.WHO, "谁陪同陈志远?", people=("陈志远",), words=("陈志远", "陪同"), heads=heads)
    assert after(asked(Asks.WHERE, "他们还去了哪里?"), before).people == ("林月华", "苏敏")


def test_who_chaired_may_be_who_spoke_but_does_not_come_along_with_himself() -> None:
    before = answer(Asks.WHO, "谁主持了推进会?", words=("推进会",), heads=(Head("林月华", HeadKind.PERSON),))
    assert after(asked(Asks.WHO, "谁讲话?", words=("讲话",)), before).people == ()
    assert after(asked(Asks.WHO, "谁陪同?", words=("陪同",)), before).people == ("林月华",)


def test_another_thing_takes_the_place_of_the_one_before() -> None:
    before = answer(Asks.NUMBER, "海塘工程总投资多少?", words=("海塘工程", "总投资"))
    assert after(asked(Asks.WHAT, "那茶叶加工厂呢?", words=("茶叶加工厂",)), before).question == "茶叶加工厂总投资多少?"


@pytest.mark.parametrize(
    ("question", "says"),
    [
        pytest.param("第二天呢?", "2022年6月1日陈志远去了哪里?", id="the next day"),
        pytest.param("那他前一天呢?", "2022年5月30日陈志远去了哪里?", id="the day before"),
        pytest.param("第二天林月华去了哪里?", "2022年6月1日林月华去了哪里?", id="of somebody else"),
        pytest.param("他第二天下午做了什么?", "陈志远2022年6月1日下午做了什么?", id="an afternoon"),
        pytest.param("那天林月华去了哪里?", "2022年5月31日林月华去了哪里?", id="the same day"),
        pytest.param("两天后呢?", "2022年6月2日陈志远去了哪里?", id="two days later"),
        pytest.param("一周前他去了哪里?", "2022年5月24日陈志远去了哪里?", id="a week before"),
        pytest.param("当月林月华去了哪里?", "2022年5月林月华去了哪里?", id="the same month"),
        pytest.param("同年林月华去了哪里?", "2022年林月华去了哪里?", id="the same year"),
    ],
)
def test_a_day_told_by_another_is_put_in_words(question: str, says: str) -> None:
    people = tuple(n for n in KNOWN if n in question)
    assert after(asked(Asks.WHAT, question, people=people, words=people), OF_A_DAY).question == says


def test_a_day_and_a_month_without_a_year_stay_without_one() -> None:
    before = answer(
        Asks.WHERE, "9月30日陈志远去了哪里?", periods=(Period("--09-30", "--09-30", "9月30日"),), words=("去",)
    )
    for question, says in (("第二天谁去了?", "10月1日谁去了?"), ("当月谁去了?", "9月谁去了?")):
        assert after(asked(Asks.WHO, question), before).question == says


def test_a_month_of_the_same_year_gets_its_year() -> None:
    november = Period("--11-01", "--11-30", "11月")
    query = asked(Asks.WHAT, "同年11月林月华去了哪里?", people=("林月华",), words=("林月华",), periods=(november,))
    assert after(query, OF_A_DAY).question == "2022年11月林月华去了哪里?"


def test_the_day_may_be_the_one_that_was_told() -> None:
    told = (Head("2022-05-31", HeadKind.DATE, (1,)),)
    before = answer(Asks.WHEN, "陈志远何时去了茶场?", people=("陈志远",), words=("陈志远", "茶场"), heads=told)
    assert after(asked(Asks.WHAT, "第二天他去了哪里?"), before).question == "2022年6月1日陈志远去了哪里?"


@pytest.mark.parametrize(
    ("question", "says"),
    [
        pytest.param("And in June?", "Where did Chen Zhiyuan go in June 2022?", id="another month"),
        pytest.param("What about Su Min?", "Where did Su Min go on 31 May 2022?", id="another person"),
        pytest.param("The day before?", "Where did Chen Zhiyuan go on 30 May 2022?", id="the day before"),
        pytest.param("And the next afternoon?", "Where did Chen Zhiyuan go on 1 June 2022?", id="the next afternoon"),
        pytest.param(
            "Where did Su Min go the next day?", "Where did Su Min go on 1 June 2022?", id="somebody's next day"
        ),
    ],
)
def test_english_asked_anew(question: str, says: str) -> None:
    day = Period("2022-05-31", "2022-05-31", "31 May 2022")
    past = "Where did Chen Zhiyuan go on 31 May 2022?"
    before = answer(Asks.WHERE, past, people=("陈志远",), words=("陈志远",), periods=(day,), language=Language.EN)

    def read(text: str) -> Question:
        people = tuple(n for n, sound in (("陈志远", "Chen Zhiyuan"), ("苏敏", "Su Min")) if sound in text)
        found = question_periods(text)
        return asked(Asks.WHAT, text, people=people, words=people, periods=found, language=Language.EN)

    assert after(read(question), before, how=read).question == says


def test_a_day_told_by_one_that_nobody_knows_cannot_be_looked_up() -> None:
    found = after(asked(Asks.WHERE, "第二天林月华去了哪里?", people=("林月华",), words=("林月华",)), BEFORE)
    assert (found.ahead, found.carried) == (("第二天",), None)


def test_where_the_question_before_named_nobody_he_is_whom_it_found() -> None:
    before = answer(Asks.WHO, "谁通报了雨情?", words=("雨情",), subjects=("林月华",))
    assert after(asked(Asks.ROLE, "她是什么职务?"), before).people == ("林月华",)


def test_an_office_is_asked_of_whom_the_answer_brought_in() -> None:
    before = answer(Asks.WHO, "谁陪同陈志远?", people=("陈志远",), words=("陈志远", "陪同"), subjects=("林月华",))
    before_that = answer(Asks.WHO, "谁陪同陈志远?", people=("陈志远",), heads=(Head("林月华", HeadKind.PERSON),))
    for turn in (before, before_that):
        assert after(asked(Asks.ROLE, "她是什么职务?"), turn).people == ("林月华",)
        assert after(asked(Asks.WHERE, "他去了哪里?"), turn).people == ("陈志远",)


def test_he_is_still_meant_after_an_aside_that_named_nobody() -> None:
    aside = answer(Asks.NUMBER, "海塘工程多少亿元?", words=("海塘", "工程"), subjects=("赵启明",))
    found = after(asked(Asks.WHERE, "他还去了哪里?"), aside, BEFORE)
    assert found.people == ("陈志远",)


def test_he_is_nobody_else_where_somebody_was_asked_for_in_vain() -> None:
    vain = answer(
        Asks.ROLE,
        "东江县县长是谁?",
        words=("东江县", "县长"),
        places=("东江县",),
        verdict=Verdict.ABSTAINED,
        citations=(),
    )
    query = after(asked(Asks.WHAT, "他5月8日做了什么?", periods=question_periods("5月8日")), vain, BEFORE)
    assert query.people == ()
    assert "县长" in query.words


def test_he_may_be_any_of_those_who_held_the_office_the_last_one_first() -> None:
    heads = tuple(Head(n, HeadKind.PERSON, (1,)) for n in ("陈志远", "林月华"))
    holders = answer(Asks.ROLE, "海州市市长是谁?", words=("海州市", "市长"), heads=heads)
    found = follow(asked(Asks.WHERE, "他5月8日去了哪里?", periods=question_periods("5月8日")), (holders,), understand)
    assert [q.people for q in found] == [("林月华",), ("陈志远",)]


def test_on_another_day_also_whatever_they_did() -> None:
    told = answer(Asks.WHAT, "陈志远5月8日督查了什么?", people=("陈志远",), periods=question_periods("5月8日"))
    found = follow(asked(Asks.WHAT, "5月9日呢?", periods=question_periods("5月9日")), (told,), understand)
    assert [q.question for q in found] == ["陈志远5月9日督查了什么?", "5月9日陈志远做了什么？"]


def test_a_refusal_before_supplies_no_article_but_what_it_was_about() -> None:
    refused = answer(Asks.WHO, "谁看了茶场?", words=("茶场",), verdict=Verdict.ABSTAINED, citations=())
    found = after(asked(Asks.WHEN, "什么时候?"), refused)
    assert (found.within, found.words) == ((), ("茶场",))


def test_whoever_was_told_already_is_no_answer_to_who_else() -> None:
    before = answer(Asks.WHO, "谁去了茶场?", words=("茶场",), heads=(Head("林月华", HeadKind.PERSON),))
    assert after(asked(Asks.WHO, "还有谁?"), before).excluded == ("林月华",)


def test_another_language_keeps_its_own() -> None:
    found = after(asked(Asks.WHAT, "What about Su Min?", people=("苏敏",), language=Language.EN), BEFORE, how=never)
    assert (found.language, found.asks, found.people) == (Language.EN, Asks.WHERE, ("苏敏",))


OIL = answer(Asks.NUMBER, "松河2023年油料产量有多少？", words=("松河", "油料", "产量"), places=("松河",))
HEAD = answer(
    Asks.ROLE,
    "松河县教育局局长是谁？",
    words=("松河县", "教育局", "局长"),
    offices=("局长",),
    places=("松河县教育局",),
)
FIRE = answer(Asks.NUMBER, "松河火灾死亡多少人？", words=("松河", "火灾", "死亡"), places=("松河",))
FAR = answer(Asks.NUMBER, "清溪镇离松河多远？", words=("清溪镇", "离", "松河"), places=("清溪镇", "松河"))


@pytest.mark.parametrize(
    ("question", "before", "says"),
    [
        pytest.param("比上年增加了多少？", OIL, "松河2023年油料产量比上年增加了多少？", id="how much more of the same"),
        pytest.param("之前是谁？", HEAD, "松河县教育局前任局长是谁？", id="who held the office before"),
        pytest.param("那离青石镇呢？", FAR, "清溪镇离青石镇多远？", id="from another place"),
    ],
)
def test_what_is_new_takes_its_place_in_the_earlier_question(question: str, before: Answer, says: str) -> None:
    assert after(asked(Asks.WHAT, question, words=tuple(question[:-1].split("、"))), before).question == says


def test_the_articles_that_were_cited_are_looked_in_before_any_other() -> None:
    def known(text: str) -> Question:
        return asked(Asks.NUMBER, text, words=("松河",), places=("松河",))

    readings = follow(asked(Asks.WHAT, "受伤的呢？", words=("受伤",)), [FIRE], known)
    assert [(r.question, r.within) for r in readings] == [
        ("松河受伤的多少人？", (("p.txt", 3),)),
        ("松河受伤的多少人？", ()),
    ]


def test_what_shares_nothing_with_the_earlier_question_is_looked_for_nowhere_else() -> None:
    def lost(text: str) -> Question:
        return asked(Asks.NUMBER, text, words=("受伤",))

    (found,) = follow(asked(Asks.WHAT, "受伤的呢？", words=("受伤",)), [FIRE], lost)
    assert found.within == (("p.txt", 3),)


def test_a_question_that_says_nothing_of_what_leans_on_the_one_before() -> None:
    found = after(asked(Asks.NUMBER, "伤了几个人？", words=("伤",)), FIRE, how=never)
    assert found.within == (("p.txt", 3),)


@pytest.mark.parametrize(
    ("past", "words", "given", "found"),
    [
        pytest.param("谁分管教育?", ("分管", "教育"), "卫生", "谁分管卫生?", id="what somebody is in charge of"),
        pytest.param("东江县谁分管教育?", ("东江县", "教育"), "民政", "东江县谁分管民政?", id="in the same town"),
        pytest.param("谁分管文化和旅游?", ("文化", "旅游"), "教育", "谁分管教育?", id="of two in one breath"),
    ],
)
def test_another_matter_takes_the_place_of_the_matter(
    past: str, words: tuple[str, ...], given: str, found: str
) -> None:
    before = answer(Asks.WHO, past, words=words, places=("东江县",) if "东江县" in past else ())
    query = asked(Asks.WHAT, given + "呢?", words=(given,))
    assert after(query, before, how=lambda text: asked(Asks.WHO, text)).question == found
