"""Each citation is held against its page; a claim that is not borne out to the letter goes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.answered import Answer, Citation, Verdict
from rag.asked import Asks, Frame, Language
from rag.asking.writing.verify import is_exact, verified
from rag.records import Span

PAGE = "陈志远检查了大桥。李文斌走访了学校。"
PAGES = {"p.txt": PAGE}
BRIDGE = Citation(1, "p.txt", (Span(0, 9),), PAGE[:9])
SCHOOL = Citation(2, "p.txt", (Span(9, 18),), PAGE[9:])
JOINED = Citation(3, "p.txt", (Span(9, 12), Span(0, 3)), "李文斌陈志远")
ANSWER = Answer(
    Verdict.ANSWERED,
    "两人都到了场。\n陈志远[1]\n李文斌[2]\n两人[1][2]",
    Frame(Language.ZH, Asks.WHO),
    (BRIDGE, SCHOOL),
)


@pytest.mark.parametrize(
    ("citation", "exact"),
    [
        pytest.param(BRIDGE, True, id="to the letter"),
        pytest.param(JOINED, True, id="several spans in reading order"),
        pytest.param(replace(BRIDGE, spans=(Span(1, 10),)), False, id="spans off by one"),
        pytest.param(replace(BRIDGE, quote="陈志远检查了大楼。"), False, id="one character wrong"),
        pytest.param(replace(BRIDGE, quote=PAGE[:8]), False, id="one character short"),
        pytest.param(replace(BRIDGE, quote="", spans=()), False, id="an empty quote supports nothing"),
        pytest.param(replace(BRIDGE, page="gone.txt"), False, id="a page that is gone"),
        pytest.param(replace(BRIDGE, spans=(Span(100, 109),)), False, id="outside the page"),
    ],
)
def test_exact(citation: Citation, exact: bool) -> None:
    assert is_exact(citation, PAGES.__getitem__) is exact


def test_an_answer_that_is_borne_out_stays_as_it_is() -> None:
    assert verified(ANSWER, PAGES.__getitem__) == ANSWER


def test_a_citation_off_by_one_character_goes_with_its_line() -> None:
    wrong = replace(ANSWER, citations=(BRIDGE, replace(SCHOOL, spans=(Span(8, 17),))))
    found = verified(wrong, PAGES.__getitem__)
    assert found.text == "两人都到了场。\n陈志远[1]\n两人[1]"
    assert found.citations == (BRIDGE,)
    assert found.verdict is Verdict.ANSWERED


def test_nothing_left_is_a_refusal() -> None:
    found = verified(ANSWER, {}.__getitem__)
    assert found.verdict is Verdict.ABSTAINED
    assert found.citations == ()
    assert "陈志远" not in found.text


def test_what_is_shown_as_nearest_is_held_to_the_same() -> None:
    refusal = replace(
        ANSWER,
        verdict=Verdict.ABSTAINED,
        text="没有报道",
        citations=(),
        nearest=(BRIDGE, replace(SCHOOL, quote="学校")),
    )
    found = verified(refusal, PAGES.__getitem__)
    assert (found.nearest, found.text, found.verdict) == ((BRIDGE,), "没有报道", Verdict.ABSTAINED)


def test_of_several_claims_on_one_line_only_the_one_that_is_wrong_goes() -> None:
    stops = replace(ANSWER, text="大桥[1]、学校[2]", citations=(replace(BRIDGE, spans=(Span(1, 10),)), SCHOOL))
    assert verified(stops, PAGES.__getitem__).text == "学校[2]"
    stops = replace(ANSWER, text="大桥[1]、学校[2]", citations=(BRIDGE, replace(SCHOOL, spans=(Span(8, 17),))))
    assert verified(stops, PAGES.__getitem__).text == "大桥[1]"
