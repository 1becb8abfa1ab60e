"""Each thing that may be missing, by an article that lacks it; and articles that lack nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.asked import Asks, Frame, Language, Meeting
from rag.asking.answers.drafting import drafted
from rag.asking.answers.finding import Evidence
from rag.asking.constraints.lack import Lack, Support
from rag.asking.matching.candidates import Candidate
from rag.asking.question.worded import worded
from rag.records import Activity, Dated, Period, Person
from tests.asking.handmade import JUNE, LED, LUKEWARM, MAY, PAGE, TITLE, about, article, asked, event, judged

ECONOMY = Meeting(("经济",), "市委经济工作会议")
VISIT = article(events=(event(PAGE, LED, "陈志远"),))
SEAWALL = article(
    ["市长赵启明调研海塘安澜工程。", "工程全长12.6公里，总投资18.3亿元。"],
    title="海塘",
    people=(Person("赵启明", "市长"),),
    city="海州市",
    newspaper="海州日报",
)
UNDATED = article(["林月华走访困难群众。"], title="走访", when=Dated(), people=(Person("林月华", "副市长"),))
MONTH = article(["林月华上月走访困难群众。"], title="走访", when=Dated("2022-04"), people=(Person("林月华"),))

WENT = asked(Asks.WHERE, "陈志远督查去了哪里？", words=("陈志远", "督查"), people=("陈志远",))


COOL = -5.0
"""Log-odds at which no sentence answers, so that what is missing is said."""


def lacking(query: Frame, *candidates: Candidate, opinion: float = LUKEWARM) -> Support:
    best = judged(query, *candidates, opinion=opinion)
    return drafted(Evidence(query, about(query), candidates, best, best)).missing


@pytest.mark.parametrize(
    ("query", "candidate", "expected"),
    [
        pytest.param(
            asked(Asks.WHERE, words=("督查",), strangers=("吕国良",)),
            VISIT,
            Support(Lack.STRANGER, "吕国良"),
            id="a name no page knows",
        ),
        pytest.param(
            asked(Asks.WHERE, words=("督查",), people=("周文澜",)),
            VISIT,
            Support(Lack.PERSON, "周文澜"),
            id="a known person who is not in this article",
        ),
        pytest.param(
            asked(Asks.WHO, "市政府第5次常务会议谁主持？", words=("市政府", "常务会议")),
            article(["赵启明主持市政府第15次常务会议。"], title="市政府常务会议"),
            Support(Lack.FOCUS, "第5次"),
            id="a meeting of another number",
        ),
        pytest.param(
            asked(
                Asks.WHO,
                "市委经济工作会议谁主持？",
                words=("市委", "会议"),
                wording=replace(worded("市委经济工作会议谁主持？", Language.ZH), meetings=(ECONOMY,)),
            ),
            article(
                ["赵启明主持召开市委农村工作会议。"], title="市委农村工作会议召开", people=(Person("赵启明", "书记"),)
            ),
            Support(Lack.FOCUS, "市委经济工作会议"),
            id="a meeting of another name",
        ),
        pytest.param(
            asked(Asks.NUMBER, "北坪小学占地多少亩？", words=("小学", "占地"), places=("北坪小学",), unit="亩"),
            article(["南坪小学占地30亩。"], title="南坪小学启用"),
            Support(Lack.PLACE, "北坪小学"),
            id="a school of another name",
        ),
        pytest.param(
            asked(Asks.WHEN, "《海州市养犬管理办法》什么时候印发？", words=("印发",), quoted=("海州市养犬管理办法",)),
            article(["5月6日，市政府印发《海州市河道管理条例》。"], title="市政府印发条例"),
            Support(Lack.FOCUS, "海州市养犬管理办法"),
            id="a document of another name",
        ),
        pytest.param(
            asked(Asks.WHERE, "春节陈志远督查去了哪里？", words=("督查",), people=("陈志远",)),
            VISIT,
            Support(Lack.FOCUS, "春节"),
            id="a festival the article does not name",
        ),
        pytest.param(
            asked(Asks.COUNT, "陈志远2022年6月督查了几次？", words=("督查",), people=("陈志远",), periods=(JUNE,)),
            VISIT,
            Support(Lack.DATE, "2022年6月"),
            id="how often in another month",
        ),
        pytest.param(
            asked(Asks.WHERE, words=("督查",), people=("陈志远",), places=("金沙湾",)),
            VISIT,
            Support(Lack.PLACE, "金沙湾"),
            id="a place the article does not name",
        ),
        pytest.param(
            asked(Asks.WHERE, words=("督查",), people=("陈志远",), periods=(JUNE,)),
            VISIT,
            Support(Lack.DATE, "2022年6月"),
            id="another day than the article's",
        ),
        pytest.param(
            asked(Asks.WHAT, words=("量子", "计算"), people=("陈志远",)),
            VISIT,
            Support(Lack.SUBJECT, "量子"),
            id="a matter the article does not tell of",
        ),
        pytest.param(
            asked(Asks.NUMBER, "督查了多少家？", words=("督查",), unit="家", people=("陈志远",)),
            VISIT,
            Support(Lack.KIND),
            id="a number that is not printed",
        ),
        pytest.param(
            asked(Asks.NUMBER, "海塘公交有多少公里？", words=("海塘", "工程"), focus=("公交",), unit="公里"),
            SEAWALL,
            Support(Lack.FOCUS, "公交"),
            id="a number of another thing",
        ),
        pytest.param(
            asked(Asks.WHEN, "林月华是哪一天走访的？", words=("林月华", "走访"), people=("林月华",)),
            UNDATED,
            Support(Lack.DAY),
            id="the day of an undated article",
        ),
        pytest.param(
            asked(Asks.WHEN, "林月华是哪一天走访的？", words=("林月华", "走访"), people=("林月华",)),
            MONTH,
            Support(Lack.DAY),
            id="the day where only the month is known",
        ),
        pytest.param(
            asked(Asks.WHEN, "几点开始督查？", words=("督查",), people=("陈志远",)),
            VISIT,
            Support(Lack.HOUR),
            id="the hour where only the day is printed",
        ),
        pytest.param(
            asked(Asks.TIMELINE, words=("高文斌",), people=("高文斌",)),
            VISIT,
            Support(Lack.PERSON, "高文斌"),
            id="an account of somebody who did nothing",
        ),
        pytest.param(
            asked(Asks.WHO, "局长叫什么名字？", words=("督查",), offices=("局长",)),
            VISIT,
            Support(Lack.PERSON, "局长"),
            id="the name of a holder nobody is said to be",
        ),
    ],
)
def test_what_is_missing(query: Frame, candidate: Candidate, expected: Support) -> None:
    assert lacking(query, candidate, opinion=COOL) == expected


@pytest.mark.parametrize(
    ("query", "candidate"),
    [
        pytest.param(WENT, VISIT, id="person and deed"),
        pytest.param(
            asked(Asks.WHAT, words=("海塘",), places=("海州市",)),
            SEAWALL,
            id="the city is known of the paper, not printed",
        ),
        pytest.param(
            asked(Asks.NUMBER, "工程全长多少公里？", words=("工程", "全长"), focus=("全长",), unit="公里"),
            SEAWALL,
            id="a number with its unit",
        ),
        pytest.param(
            asked(Asks.WHEN, "林月华什么时候走访的？", words=("林月华", "走访"), people=("林月华",)),
            MONTH,
            id="a month answers when",
        ),
        pytest.param(
            asked(Asks.TIMELINE, words=("陈志远",), people=("陈志远",)), VISIT, id="an account needs one event only"
        ),
        pytest.param(
            asked(Asks.WHO, "副市长叫什么名字？", words=("督查",), offices=("副市长",)),
            VISIT,
            id="a holder who is named",
        ),
    ],
)
def test_nothing_is_missing(query: Frame, candidate: Candidate) -> None:
    assert lacking(query, candidate) == Support()


def test_a_place_of_the_article_where_somebody_else_went() -> None:
    two = article(
        [LED, "林月华在金沙湾检查海塘。"], events=(event(TITLE + LED, LED, "陈志远", activity=Activity.INSPECT),)
    )
    query = asked(
        Asks.WHAT, words=("陈志远", "督查"), people=("陈志远",), places=("金沙湾",), activities=(Activity.INSPECT,)
    )
    assert lacking(query, two) == Support(Lack.PLACE, "金沙湾")


COMPANIES = article(
    ["工作人员先后来到青石电子、东江纺织等企业送清凉。"], title="送清凉", people=(Person("林月华", "书记"),)
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("送清凉去了哪几家企业？", True, id="called by the word for the kind"),
        pytest.param("送清凉去了哪几家医院？", False, id="nothing of the kind"),
    ],
)
def test_a_kind_of_thing_is_told_by_its_word_or_by_how_such_names_end(question: str, told: bool) -> None:
    query = asked(Asks.WHERE, question, words=("清凉",), wording=worded(question, Language.ZH))
    assert (lacking(query, COMPANIES, opinion=4.0).lack is Lack.NOTHING) is told


def test_a_day_pins_down_a_meeting_by_whatever_name_it_is_asked_for() -> None:
    text = "5月6日，海州市人大常委会第十次会议在会议中心召开。"
    question = "海州市人大5月6日的任免会议在哪里开的？"
    named = replace(worded(question, Language.ZH), meetings=(Meeting(("任免",), "任免会议"),))
    query = asked(Asks.WHERE, question, words=("任免", "会议"), wording=named)
    held = article([text], title="市人大常委会第十次会议召开")
    assert lacking(query, held, opinion=4.0) == Support(Lack.FOCUS, "任免会议")
    assert lacking(replace(query, periods=(MAY,)), held, opinion=4.0) == Support()


@pytest.mark.parametrize(
    ("day", "lack"),
    [
        pytest.param("2022-05-06", Lack.NOTHING, id="the same day of a year that is not printed"),
        pytest.param("2022-05-07", Lack.DATE, id="another day"),
    ],
)
def test_a_day_printed_without_its_year_may_be_the_one_asked_about(day: str, lack: Lack) -> None:
    told = article(
        ["5月6日，林月华走访困难群众。"],
        title="走访",
        when=Dated(printed="5月6日"),
        people=(Person("林月华", "副市长"),),
    )
    query = asked(
        Asks.WHAT, "林月华做了什么？", words=("走访",), people=("林月华",), periods=(Period(day, day, "那天"),)
    )
    assert lacking(query, told, opinion=3.0).lack is lack


def test_nothing_found_is_a_matter_not_reported() -> None:
    assert lacking(WENT) == Support(Lack.SUBJECT)


def test_the_first_thing_missing_is_the_reason() -> None:
    query = asked(Asks.WHERE, words=("督查",), people=("周文澜",), places=("金沙湾",), periods=(JUNE,))
    assert lacking(query, VISIT) == Support(Lack.PERSON, "周文澜")


@pytest.mark.parametrize(
    ("question", "words", "vague"),
    [
        pytest.param("砌窑多少钱？", ("砌", "窑"), False, id="a word that no dictionary has"),
        pytest.param("砌了几座窑？", ("砌", "窑"), True, id="two words that stand apart"),
        pytest.param("多长多宽？", ("长", "宽"), True, id="two that name nothing"),
        pytest.param("要修多少？", ("要", "修"), True, id="two that stand together and name nothing"),
        pytest.param("窑多少钱？", ("窑",), True, id="one alone"),
        pytest.param("多少钱？", (), True, id="none"),
    ],
)
def test_what_is_too_vague(question: str, words: tuple[str, ...], vague: bool) -> None:
    found = lacking(asked(Asks.NUMBER, question, words=words), article(["砌窑花了3万元。"], title="砌窑"), opinion=3.0)
    assert (found.lack is Lack.VAGUE) is vague
