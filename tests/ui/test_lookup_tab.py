"""What the tab "Look-up test" shows of a question."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from rag import EVERYTHING, Hit, IndexUnusableError, Language, Leg, Lookup, Passage, Rank, Scope, Span
from tests.ui.fakes import HOSTILE, PORT_QUESTION, FakeAssistant, query
from ui.lookup.handler import limit_of, looked_up
from ui.lookup.view import lookup_html, lookup_tab
from ui.strings import table

ZH, EN = Language.ZH, Language.EN

FIRST = Hit(
    Passage("a.txt", 1, 2, "他督查了北屿码头。", (Span(3, 9), Span(11, 14)), date="2023-05-06", id=7),
    12.34567,
    (Rank("lexical", 1, 12.3), Rank("dense", 4, 0.81)),
)
SECOND = Hit(Passage("b.txt", 0, 1, "港口安全生产。", (Span(0, 7),), id=9), 0.031746, (Rank("events", 2, 1.0),))
FOUND = Lookup(
    query(),
    (Leg("words", (FIRST, SECOND), 3.21), Leg("meaning"), Leg("judged", (FIRST,), 0.0), Leg("newer <leg>", (SECOND,))),
    41.6,
)


def cells(html: str, leg: str) -> list[list[str]]:
    """The rows of a leg's table as text."""
    section = html.partition(f'data-leg="{leg}"')[2].partition("</section>")[0]
    rows = section.partition("<tbody>")[2].split("</tr>")[:-1]
    return [[re.sub("<[^>]+>", "|", c).strip("|") for c in re.findall(r"<td[^>]*>(.*?)</td>", row)] for row in rows]


def test_each_leg_has_its_table_with_rank_score_and_sentence() -> None:
    html = lookup_html(ZH, FOUND)
    assert re.findall(r'data-leg="([^"]*)"', html) == ["words", "meaning", "judged", "newer &lt;leg&gt;"]
    assert cells(html, "words") == [
        ["1", "12.35", "他督查了北屿码头。|||a.txt#1 · 2023-05-06"],
        ["2", "0.0317", "港口安全生产。|||b.txt#0"],
    ]
    assert cells(html, "judged") == [["1", "12.35", "他督查了北屿码头。|||a.txt#1 · 2023-05-06||词语 1 · 意思 4"]]
    assert cells(html, "meaning") == []
    assert "这一路没有找到" in html


def test_hit_opens_its_sentence_and_is_known_in_every_table() -> None:
    html = lookup_html(ZH, FOUND)
    assert html.count('href="?article=a.txt%231&amp;mark=3-9_11-14"') == 2
    assert html.count('data-passage="7"') == 2


def test_time_is_told_where_it_was_measured() -> None:
    html = lookup_html(EN, FOUND)
    heads = [re.sub("<[^>]+>", "", head) for head in re.findall(r"<h3>(.*?)</h3>", html.partition('class="legs"')[2])]
    assert heads == ["Words 2 · 3.2 ms", "Meaning 0", "Judged 1", "newer &lt;leg&gt; 1"]
    assert "42 ms in all" in html


def test_question_is_shown_as_understood() -> None:
    html = lookup_html(ZH, FOUND)
    rows = dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", html))
    assert rows == {"问的是": "哪里", "人物": "陈志远", "活动": "督查检查"}


def test_hostile_passage_is_text() -> None:
    hit = Hit(Passage(HOSTILE, 0, 1, HOSTILE, (Span(0, 1),), date=HOSTILE), 1.0, (Rank(HOSTILE, 1, 1.0),))
    html = lookup_html(ZH, Lookup(query(), (Leg("judged", (hit,)), Leg(HOSTILE, (hit,)))))
    assert not re.search(r"<(img|script|b)\b", html)
    assert not set("{}$`") & set(html)


class Watched(FakeAssistant):
    def look_up(
        self, question: str, history: Sequence[str] = (), limit: int = 20, *, scope: Scope = EVERYTHING
    ) -> Lookup:
        self.asked.append((question, (*history, str(limit))))
        return super().look_up(question, history, limit, scope=scope)


def test_question_history_and_limit_reach_the_assistant() -> None:
    assistant = Watched()
    sent = {"question": PORT_QUESTION, "history": "他是谁？\n\n 还有呢？ ", "limit": "50"}
    assert cells(looked_up(assistant, ZH, sent)["found"], "screened")[0][0] == "1"
    assert assistant.asked[0] == (PORT_QUESTION, ("他是谁？", "还有呢？", "50"))


def test_it_is_looked_up_within_what_is_chosen_and_said() -> None:
    assistant = Watched()
    sent = {"question": PORT_QUESTION, "newspaper": "海州日报", "since": "2023年5月", "pages": "a.txt\n\n b.txt "}
    html = looked_up(assistant, ZH, sent)["found"]
    assert assistant.scopes == [Scope("海州日报", "2023-05", None, ("a.txt", "b.txt"))]
    assert "查找范围：" in html
    assert "所选 2 个版面" in html
    assert "查找范围" not in looked_up(assistant, ZH, {"question": PORT_QUESTION})["found"]


def test_what_is_not_there_to_look_in_is_said() -> None:
    html = looked_up(FakeAssistant(), ZH, {"question": PORT_QUESTION, "newspaper": "沧浪报"})["found"]
    assert "没法在选定的范围里找。" in html
    assert "索引里没有这个名字的报纸。" in html


@pytest.mark.parametrize(
    ("sent", "limit"),
    [({"limit": "20"}, 20), ({"limit": "999999"}, 10), ({"limit": 20}, 10), ({}, 10), (None, 10)],
)
def test_limit_is_one_of_those_offered(sent: object, limit: int) -> None:
    assert limit_of(sent) == limit


@pytest.mark.parametrize("question", ["", "？！", "查" * 10_000], ids=["empty", "punctuation", "10,000 characters"])
def test_question_that_cannot_be_searched_is_explained(question: str) -> None:
    html = looked_up(FakeAssistant(), ZH, {"question": question})["found"]
    assert "这个问题没法查" in html
    assert len(html) < 1000


class Closed(FakeAssistant):
    def look_up(
        self, question: str, history: Sequence[str] = (), limit: int = 20, *, scope: Scope = EVERYTHING
    ) -> Lookup:
        raise IndexUnusableError("the index is locked", "wait")


def test_index_that_cannot_be_used_is_one_line() -> None:
    html = looked_up(Closed(), EN, {"question": PORT_QUESTION})["found"]
    assert "The question could not be looked up." in html
    assert "the index is locked; wait" in html


def test_tab_is_drawn_without_what_gradio_would_evaluate() -> None:
    assert not set("{}$`") & set(lookup_tab())
    keys = re.findall(r"%%([a-z_.]+)%%", lookup_tab())
    assert len(keys) > 5
    assert not [key for key in keys if "{" in table()[key][ZH] + table()[key][EN]]


@pytest.mark.parametrize(
    ("score", "shown"),
    [(12.3456, "12.35"), (0.81234, "0.8123"), (0.0, "0.0000"), (0.00004321, "4.3 × 10⁻⁵"), (-2e-9, "-2.0 × 10⁻⁹")],
)
def test_score_is_told_in_digits_that_say_something(score: float, shown: str) -> None:
    leg = Leg("judged", (Hit(Passage("p", 0, 0, "甲", ()), score),), 1.0)
    assert f'<td class="score">{shown}</td>' in lookup_html(ZH, Lookup(query(), (leg,), 1.0))
