"""What was found, told in full, in part, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.answered import Verdict
from rag.asked import Asks, Correction, Frame, Language
from rag.asking.answers.compose import composed, nearest
from rag.asking.answers.drafting import drafted
from rag.asking.answers.finding import Evidence, Finding
from rag.asking.constraints.lack import Lack, Support
from rag.asking.matching.candidates import Candidate
from rag.records import Person
from tests.asking.handmade import ALONG, LED, STOPS, about, article, asked, inspection, judged

WENT = asked(Asks.WHERE, "陈志远督查了哪里？", words=("陈志远", "督查"), people=("陈志远",))
TOLD = Support()


def never(words: str) -> bool:
    return False


def always(words: str) -> bool:
    return True


def finding(query: Frame, candidate: Candidate, support: Support = TOLD) -> Finding:
    best = judged(query, candidate)
    claims = () if support.lack else drafted(Evidence(query, about(query), (candidate,), best, best)).claims
    return Finding(query, about(query), (), (candidate,), best, support, claims)


def test_every_line_of_an_answer_is_cited() -> None:
    answer = composed(WENT, [finding(WENT, inspection())], never)
    assert answer.verdict is Verdict.ANSWERED
    assert "星光鞋材厂" in answer.text
    assert [line for line in answer.text.split("\n") if not line.endswith("]")] == []
    assert [c.marker for c in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert {c.quote for c in answer.citations} <= {LED, STOPS, ALONG}
    assert answer.subjects == ("陈志远",)


def test_a_correction_is_said_before_everything_else_and_needs_no_citation() -> None:
    query = asked(
        Asks.WHERE, words=("陈志远", "督查"), people=("陈志远",), corrections=(Correction("陈志原", "陈志远"),)
    )
    assert composed(query, [finding(query, inspection())], never).text.split("\n")[0] == "“陈志原”在报纸上写作陈志远。"


@pytest.mark.parametrize(
    ("language", "support", "text"),
    [
        pytest.param(
            Language.ZH,
            Support(Lack.STRANGER, "吕国良"),
            "所查的报道里没有“吕国良”这个名字。",
            id="a name no page knows",
        ),
        pytest.param(
            Language.EN,
            Support(Lack.DATE, "in 2031"),
            "No report of this was found dated in 2031.",
            id="a day, in English",
        ),
        pytest.param(Language.ZH, Support(Lack.DAY), "没有找到写明具体日期的句子。", id="a day that is not printed"),
    ],
)
def test_a_refusal_gives_its_reason_and_cites_nothing(language: Language, support: Support, text: str) -> None:
    query = asked(Asks.WHERE, words=("督查",), language=language)
    answer = composed(query, [finding(query, inspection(), support)], never)
    assert (answer.verdict, answer.text, answer.citations) == (Verdict.ABSTAINED, text, ())
    assert answer.missing == support.about
    assert 1 <= len(answer.nearest) <= 3


def test_two_parts_of_which_one_is_told_are_told_in_part() -> None:
    lacking = finding(WENT, article(), Support(Lack.DATE, "6月"))
    answer = composed(WENT, [finding(WENT, inspection()), lacking], always)
    assert answer.verdict is Verdict.PARTIAL
    assert answer.text.split("\n")[-1] == answer.missing == "没有找到6月的这一报道。"
    assert answer.citations != ()


def test_who_stands_in_both_parts_is_named_first() -> None:
    query = asked(Asks.WHO, "谁既参加督查，又通报雨情？", words=("林月华",))
    rain = article(["副市长林月华通报雨情。"], title="防汛", page="q.txt", people=(Person("林月华", "副市长"),))
    both = [finding(asked(Asks.WHO, words=("参加",)), inspection()), finding(asked(Asks.WHO, words=("通报",)), rain)]
    first = composed(query, both, never).text.split("\n")[0]
    assert first == "林月华[1][2]"


def test_headlines_are_not_shown_as_nearest() -> None:
    near = nearest(judged(WENT, inspection()))
    assert {c.quote for c in near} == {LED, STOPS, ALONG}
    assert [c.marker for c in near] == [1, 2, 3]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        pytest.param(Language.ZH, "报上叫“陈志远”的可能不止一人：海州市委书记；东江县县长。", id="Chinese"),
        pytest.param(Language.EN, "More than one person may be called 陈志远: 海州市委书记; 东江县县长.", id="English"),
    ],
)
def test_a_name_that_several_people_have_is_said_to_be_one(language: Language, said: str) -> None:
    several = (("陈志远", (("海州市委书记",), ("东江县县长",))),)
    query = replace(WENT, namesakes=several, language=language)
    answer = composed(query, [finding(query, inspection())], never)
    assert (answer.text.split("\n")[-1], answer.heads) == (said, ())
