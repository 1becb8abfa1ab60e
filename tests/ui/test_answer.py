"""Answers and refusals as HTML."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag import Answer, Carried, Citation, Correction, Language, Period, Ruled, Ruling, Span, Thing, Verdict
from tests.ui.fakes import ANSWERS, HOSTILE_QUESTION, LEAD, PLACES, PORT_QUESTION, SEARCHED, query
from ui.ask.answer import answer_html, plain, searched_line
from ui.ask.laid import Quotation, laid_out
from ui.ask.trail import trail
from ui.links import article_link

ZH, EN = Language.ZH, Language.EN
GIVEN = ANSWERS[PORT_QUESTION]
MAY = Period("2023-05-01", "2023-05-31", "2023年5月")
REFUSAL = Answer(Verdict.ABSTAINED, "没有报道[1]。", query(), nearest=(PLACES, LEAD), searched=SEARCHED)


def test_each_marker_opens_its_citation_and_its_address_the_place_alone() -> None:
    shown = answer_html(ZH, GIVEN)
    for place, marker, before in ((0, 1, "东江粮库"), (1, 2, "安全生产工作")):
        link = article_link("haizhou/port.txt", 0, GIVEN.citations[place].spans).replace("&", "&amp;")
        opens = f'data-shown="{place}" aria-label="看证据 {marker}">[{marker}]</a>'
        assert f'{before[:-1]}<span class="kept">{before[-1]}<a class="marker" href="{link}" {opens}</span>' in shown


def test_number_in_brackets_that_names_no_citation_stays_text() -> None:
    shown = answer_html(ZH, replace(GIVEN, text="见[7]、[x]和[1]。"))
    words = shown.partition('class="words">')[2].partition("</p>")[0]
    assert words.startswith('<p class="head">见[7]、[x]<span class="kept">和<a ')
    assert words.count("<a ") == 1


def test_sources_are_folded_and_quote_with_paper_and_day_what_was_not_quoted_above() -> None:
    shown = answer_html(EN, GIVEN)
    assert "<summary>2 sources</summary>" in shown
    assert "《海州日报》 2023-05-07" in shown
    assert '<span class="part">Date of the event 2023-05-06</span>' in shown
    for citation in GIVEN.citations:
        assert shown.count(citation.quote) == 1


SPEECH = Citation(
    1, "a.txt", (Span(0, 30),), "本报讯 5月6日，陈志远督查码头，听取汇报，提出要求。", "要闻一则——港口篇", "2023-05-06"
)
VISIT = Citation(2, "b.txt", (Span(0, 12),), "林月华走访了三家企业。", "企业走访", "2023-05-07", issued="2023-05-07")


def laid(text: str, *cited: Citation) -> list[str]:
    """The parts of an answer of this text, quotations with what answers between bars."""
    parts = laid_out(replace(GIVEN, text=text, citations=cited or (SPEECH, VISIT)))
    return [
        f"{p.citation.quote[: p.start]}|{p.citation.quote[p.start : p.end]}|{p.citation.quote[p.end :]}"
        if isinstance(p, Quotation)
        else " / ".join(filter(None, (p.text, p.title)))
        for p in parts
    ]


WHOLE = "|本报讯 5月6日，陈志远督查码头，听取汇报，提出要求。|"
CUT = "本报讯 |5月6日，陈志远督查码头|，听取汇报，提出要求。"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("陈志远[1]", ["陈志远[1]", WHOLE], id="a head gets its quotation"),
        pytest.param("5月6日，陈志远督查码头，[1]", [CUT], id="cut at a comma: whole, once"),
        pytest.param("陈志远[1]\n5月6日，陈志远督查码头，听取汇报[1]", ["陈志远[1]", "本报讯 |5月6日，陈志远督查码头，听取汇报|，提出要求。"], id="head and quotation"),
        pytest.param("2023-05-06：要闻一则——港口篇——5月6日，陈志远督查码头，[1]", ["2023-05-06 / 要闻一则——港口篇", CUT], id="day, headline with a dash, quotation"),
        pytest.param("2023-05-07: 企业走访——林月华走访了三家企业。[1][2]", ["2023-05-07[1] / 企业走访", "|林月华走访了三家企业。|"], id="English, two sources"),
        pytest.param("2023-05-06：5月6日，陈志远督查码头，[1]", ["2023-05-06", CUT], id="day and quotation"),
        pytest.param("2023-05-07：林月华——企业走访[2]", ["2023-05-07：林月华[2] / 企业走访", "|林月华走访了三家企业。|"], id="one of a list"),
        pytest.param("2023-05-06：甲——要闻一则——港口篇[1]\n2023-05-07：林月华——企业走访[2]", ["2023-05-06：甲[1] / 要闻一则——港口篇", "2023-05-07：林月华[2] / 企业走访"], id="a list stays one"),
        pytest.param("甲[1]、乙[2]", ["甲[1]、乙[2]", WHOLE], id="several heads, one quotation"),
        pytest.param("陈志远：2 次。[1][2]\n林月华走访了三家企业。[2]\n林月华走访了三家企业。[2]", ["陈志远：2 次。[1][2]", "|林月华走访了三家企业。|"], id="once"),
        pytest.param("还有 3 件。", ["还有 3 件。"], id="rests on nothing"),
        pytest.param("没有[9]", ["没有[9]"], id="a marker of nothing"),
    ],
)  # fmt: skip
def test_answer_says_a_thing_once(text: str, parts: list[str]) -> None:
    assert laid(text) == parts


def test_copied_answer_says_a_thing_once_too() -> None:
    given = replace(GIVEN, text="陈志远[1]", citations=(SPEECH, VISIT))
    assert plain(ZH, given) == (
        f"陈志远[1]\n“{SPEECH.quote}”[1]\n\n[1] a.txt 事件日期 2023-05-06 {SPEECH.title}\n"
        f"[2] 2023-05-07 {VISIT.title}\n{VISIT.quote}"
    )


def test_copied_answer_says_under_a_quotation_what_was_corrected_of_it() -> None:
    person = Ruled("a", Thing.PERSON, Ruling.MEND, "陈志元", "陈志远")
    day = Ruled("b", Thing.DATE, Ruling.MEND, "2023-05-06", "2023-05-05")
    speech, visit = replace(SPEECH, corrected=(person, day)), replace(VISIT, corrected=(person,))
    given = replace(GIVEN, text="陈志远[1]", citations=(speech, visit))
    assert plain(ZH, given) == (
        f"陈志远[1]\n“{SPEECH.quote}”[1]\n已更正（人物）：陈志元 → 陈志远\n已更正（日期）：2023-05-06 → 2023-05-05\n\n"
        f"[1] a.txt 事件日期 2023-05-06 {SPEECH.title}\n[2] 2023-05-07 {VISIT.title}\n{VISIT.quote}\n"
        "已更正（人物）：陈志元 → 陈志远"
    )
    assert "\nCorrected (Person): 陈志元 → 陈志远\n" in plain(EN, given)


def test_refusal_is_no_answer() -> None:
    shown = answer_html(ZH, REFUSAL)
    assert 'class="refusal" data-verdict="abstained"' in shown
    assert 'class="answer"' not in shown
    assert "[1]" not in shown
    assert "最接近的段落（不是答案）" in shown
    assert shown.count('<a class="open" href="?article=') == 2


def test_a_greeting_is_answered_without_a_word_of_what_is_not_there() -> None:
    shown = answer_html(ZH, replace(REFUSAL, text="可以问：", nearest=(), reason="greeting"))
    assert shown == '<div class="answer" data-verdict="abstained"><p class="words">可以问：</p></div>'


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (ZH, '3 篇报道，3 个版面 · <span lang="zh">《海州日报》</span> · 2023-01-02 至 2023-05-07'),
        (EN, '3 articles on 3 pages · <span lang="zh">《海州日报》</span> · 2023-01-02 to 2023-05-07'),
    ],
)
def test_what_was_searched(language: Language, line: str) -> None:
    assert searched_line(language, SEARCHED) == line


def test_partial_answer_says_what_is_missing() -> None:
    shown = answer_html(ZH, replace(GIVEN, verdict=Verdict.PARTIAL, missing="有多少人"))
    assert "只找到一部分" in shown
    assert "还缺的一部分：有多少人" in shown


def test_corrected_name_is_told() -> None:
    given = replace(GIVEN, query=replace(GIVEN.query, corrections=(Correction("陈志元", "陈志远"),)))
    assert "Read 陈志元 as 陈志远" in answer_html(EN, given)


@pytest.mark.parametrize(
    ("language", "carried", "line"),
    [
        (ZH, Carried("谁去了码头？", ("陈志远",), ("北屿码头",), ("督查",), (MAY,)), "陈志远、北屿码头、2023年5月"),
        (EN, Carried("谁去了码头？", ("陈志远", "Su Wang"), periods=(MAY,)), "Chen Zhiyuan, Su Wang, 2023年5月"),
        (ZH, Carried("谁去了码头？", words=("码头", "督查")), "码头、督查"),
        (ZH, Carried("谁去了<b>码头？"), "“谁去了&lt;b&gt;码头？”"),
    ],
    ids=["names", "English", "words", "only the articles"],
)
def test_what_was_carried_over_is_told_and_can_be_taken_off(language: Language, carried: Carried, line: str) -> None:
    said = {ZH: "承接上一问：", EN: "Carried over from the question before: "}[language]
    button = {ZH: "单独问这一句", EN: "Ask this alone"}[language]
    for shown in (GIVEN, REFUSAL):
        html = answer_html(language, replace(shown, carried=carried))
        assert f'<p class="note carried">{said}{line} <button type="button" ' in html
        assert f'data-alone="yes">{button}</button></p>' in html


def test_an_answer_that_took_nothing_offers_nothing_to_take_off() -> None:
    assert "data-alone" not in answer_html(ZH, GIVEN)


def test_trail_tells_what_was_understood_and_which_leg_found_what() -> None:
    shown = trail(EN, GIVEN)
    assert "42 ms" in shown
    assert "<dt>Asks</dt><dd>Where</dd>" in shown
    assert "<dt>Activities</dt><dd>Inspection</dd>" in shown
    assert "words 1 · meaning 2" in shown
    assert "<dt>meaning</dt><dd>found 1 of them</dd>" in shown
    assert "3 articles on 3 pages" in shown


def test_markup_in_an_answer_stays_text() -> None:
    shown = answer_html(ZH, ANSWERS[HOSTILE_QUESTION])
    for tag in ("<img", "<script", "<b "):
        assert tag not in shown
    assert "&#123;&#123;#each this&#125;&#125;" in shown
    assert "![图](http://evil.example/x.png)" in shown
