"""Names and terms of a quotation in English: beside the Chinese, marked as a rendering, on an English page alone."""

from __future__ import annotations

from dataclasses import replace

from rag import Gloss, GlossKind, Language, Spans
from tests.ui.fakes import EVIL_VISIT, LEAD, PLACES, PORT_QUESTION, UNKNOWN_QUESTION, FakeAssistant
from ui.ask.answer import plain
from ui.ask.handler import Asking, told
from ui.evidence.handler import opened
from ui.links import article_link
from ui.present.gloss import gloss_line
from ui.turns import Turn

LABEL = "Names and terms in these words (a rendering; the Chinese decides)"


class Failing(FakeAssistant):
    """One whose glosses cannot be had."""

    def glosses(self, page: str, article: int, spans: Spans) -> tuple[Gloss, ...]:
        raise OSError("no disk")


def turn(assistant: FakeAssistant, language: Language, question: str = PORT_QUESTION) -> str:
    return next(line["turn"] for line in told(assistant, language, Asking(question)) if "turn" in line)


def test_every_quotation_of_an_answer_has_its_line() -> None:
    html = turn(FakeAssistant(), Language.EN)
    assert html.count(LABEL) == 2
    assert '<li data-kind="place"><span lang="zh">北屿码头</span> Beiyu Wharf</li>' in html
    assert '<li data-kind="person"><span lang="zh">陈志远</span> Chen Zhiyuan</li>' in html
    assert '<span lang="zh">带队</span> <em>Daidui</em> <small>(by its sound)</small>' in html


def test_what_came_nearest_has_it_too() -> None:
    assert "Beiyu Wharf" in turn(FakeAssistant(), Language.EN, UNKNOWN_QUESTION)


def test_a_reader_of_chinese_sees_none() -> None:
    assert 'class="gloss"' not in turn(FakeAssistant(), Language.ZH)
    assert gloss_line(Language.ZH, (Gloss(GlossKind.PERSON, "陈志远", "Chen Zhiyuan"),)) == ""


def test_an_answer_stands_where_its_glosses_fail() -> None:
    html = turn(Failing(), Language.EN)
    assert "北屿码头" in html
    assert 'class="gloss"' not in html


def test_the_evidence_glosses_the_marked_words() -> None:
    sent = {"links": [article_link(c.page, c.article, c.spans) for c in (LEAD, PLACES)], "which": 0}
    html = opened(FakeAssistant(), Language.EN, sent)
    assert LABEL in html
    assert "Deputy Secretary, Municipal Party Committee; Mayor" in html
    assert "Beiyu Wharf" not in html
    assert LABEL not in opened(FakeAssistant(), Language.ZH, sent)
    whole = {"links": [article_link(LEAD.page, LEAD.article)], "which": 0}
    assert LABEL not in opened(FakeAssistant(), Language.EN, whole)


def test_a_printed_word_is_never_markup() -> None:
    line = gloss_line(Language.EN, (Gloss(GlossKind.PLACE, "<b>镇", "<b> Town"),))
    assert "<b>" not in line
    assert "&lt;b&gt;镇" in line


def test_what_is_copied_is_the_newspapers_words() -> None:
    glossed = replace(EVIL_VISIT, glosses=(Gloss(GlossKind.PLACE, "镇", "Town"),))
    assistant = FakeAssistant()
    answer = replace(assistant.ask(PORT_QUESTION), citations=(glossed,))
    assert "Town" not in plain(Language.EN, Turn("q", answer).answer or answer)
