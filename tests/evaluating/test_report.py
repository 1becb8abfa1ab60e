"""What a report says, and that no text in it is anything but text."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from rag.answered import Hit, Verdict
from rag.errors import RagError
from rag.evaluating import Evaluation, of_answers, of_retrieval, write_report
from rag.evaluating.metrics import score, summarise
from rag.evaluating.plots import BINS, bars, histogram
from rag.evaluating.report import html, markdown
from rag.evaluating.retrieval import Found, Retrieval, Wanted
from rag.evaluating.sections import Section, auc
from rag.records import Passage
from tests.evaluating.conftest import PAGES, VISIT, answered, asked

EVIL = '<img src="http://evil.invalid/x" onerror=alert(1)>|`**[a](http://b)'


def evaluation() -> Evaluation:
    """One answer right, one wrong, one rightly refused; the best sentences score 2, -1 and 0."""
    given = [
        (asked(), answered("陈志远[1]", VISIT), 2.0),
        (asked(id="q2", type="when", lang="en", question=EVIL), answered(EVIL, VISIT), -1.0),
        (asked(id="q3", type="unanswerable", answerable=False), answered("没有报道", verdict=Verdict.ABSTAINED), 0.0),
    ]
    hit = [(Hit(Passage("p.txt", 1, 1, "…", ()), value, answers=value),) for *_, value in given]
    scores = [score(q, replace(a, hits=h), PAGES) for (q, a, _), h in zip(given, hit, strict=True)]
    return Evaluation(tuple(scores), summarise(scores))


def by_title(*sections: Section) -> dict[str, Section]:
    return {s.title: s for s in sections}


def test_tables_hold_the_figures() -> None:
    sections = by_title(*of_answers(evaluation(), {}))
    assert ("full", "0.667") in sections["Figures"].table
    assert sections["By type and language"].table == (
        ("type", "n", "full", "correct", "evidence", "exact"),
        ("unanswerable", "1", "100.0%", "100.0%", "n/a", "100.0%"),
        ("when", "1", "0.0%", "0.0%", "100.0%", "100.0%"),
        ("who", "1", "100.0%", "100.0%", "100.0%", "100.0%"),
        ("lang=en", "1", "0.0%", "0.0%", "100.0%", "100.0%"),
        ("lang=zh", "2", "100.0%", "100.0%", "100.0%", "100.0%"),
    )
    (_head, failure) = sections["Not fully right"].table
    assert (failure[0], failure[2], failure[4]) == ("q2", EVIL, EVIL)
    assert failure[-1] == "missing 陈志远"


def test_a_leg_switched_off_has_its_row_and_bar() -> None:
    worse = evaluation()
    worse = Evaluation(worse.scores[1:], summarise(worse.scores[1:]))
    section = by_title(*of_answers(evaluation(), {"words": worse}))["What each leg is worth"]
    assert [row[:2] for row in section.table] == [("run", "full"), ("all legs", "0.667"), ("without words", "0.500")]
    assert bar_widths(section.plot) == pytest.approx([0.6667, 0.5], abs=1e-3)
    assert "What each leg is worth" not in by_title(*of_answers(evaluation(), {}))


def test_how_far_the_readers_score_can_be_trusted() -> None:
    section = by_title(*of_answers(evaluation(), {}))["How far the reader's score can be trusted"]
    assert section.table == (
        ("questions", "the reader's probability", "n", "told and cited"),
        ("all", "0.2 to 0.3", "1", "100.0%"),
        ("all", "0.5 to 0.6", "1", "0.0%"),
        ("all", "0.8 to 0.9", "1", "100.0%"),
        ("en", "0.2 to 0.3", "1", "100.0%"),
        ("zh", "0.5 to 0.6", "1", "0.0%"),
        ("zh", "0.8 to 0.9", "1", "100.0%"),
    )
    assert bar_widths(section.plot) == pytest.approx([1.0, 0.0, 1.0], abs=1e-3)


def bar_widths(svg: str) -> list[float]:
    """Lengths of the bars, relative to the room they have."""
    room = float(re.findall(r'class="track"[^>]* width="([\d.]+)"', svg)[0])
    return [float(w) / room for w in re.findall(r'class="s0"[^>]* width="([\d.]+)"', svg)]


def test_bars() -> None:
    svg = bars("shares", [("one", 1.0), ("a quarter", 0.25), ("unknown", None)])
    assert bar_widths(svg) == pytest.approx([1.0, 0.25, 0.0], abs=1e-3)
    assert re.findall(r">([^<>]+)</text>", svg) == ["one", "100.0%", "a quarter", "25.0%", "unknown", "n/a"]


def test_a_histogram_counts_each_value_once() -> None:
    svg = histogram("times", {"a": [1.0, 1.0, 3.0], "b": [2.0]}, " ms")
    counts = [(name, int(n)) for name, n in re.findall(r"<title>(a|b): (\d+)</title>", svg)]
    assert sum(n for name, n in counts if name == "a") == 3
    assert [n for name, n in counts if name == "a"][0::BINS] == [2]
    assert [n for name, n in counts if name == "b"][BINS // 2] == 1
    assert list(re.findall(r">([^<>]+)</text>", svg)) == ["1 ms", "3 ms", "a (3)", "b (1)"]


@pytest.mark.parametrize(
    "values",
    [pytest.param([], id="nothing measured"), pytest.param([4.0, 4.0], id="all alike")],
)
def test_histograms_at_the_edge(values: list[float]) -> None:
    svg = histogram("times", {"a": values})
    assert svg == "" if not values else "<title>a: 2</title>" in svg


@pytest.mark.parametrize(
    ("higher", "lower", "area"),
    [
        pytest.param([2.0, 3.0], [1.0], 1.0, id="told apart"),
        pytest.param([1.0], [1.0], 0.5, id="alike"),
        pytest.param([1.0, 3.0], [2.0], 0.5, id="no better than chance"),
        pytest.param([], [2.0], None, id="nothing to tell"),
    ],
)
def test_area_under_the_curve(higher: list[float], lower: list[float], area: float | None) -> None:
    assert auc(higher, lower) == area


def test_separation_says_its_area() -> None:
    text = by_title(*of_answers(evaluation(), {}))["Answerable or not, by score"].text
    assert "Area under the curve: 0.500" in text


class Tags(HTMLParser):
    """Collects tags, addresses and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.said = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [v or "" for k, v in attrs if k in ("href", "src", "onerror", "style")]

    def handle_data(self, data: str) -> None:
        self.said += data


def test_the_page_loads_nothing_and_shows_texts_as_texts() -> None:
    page = html(EVIL, of_answers(evaluation(), {"words": evaluation()}))
    found = Tags(page)
    assert not found.tags & {"img", "script", "a", "link", "iframe"}
    assert found.addresses == []
    assert found.said.count(EVIL) >= 4
    assert "default-src 'none'" in page
    assert "prefers-color-scheme: dark" in page
    assert page.count("<svg") == page.count("</svg>") == 5


def test_markdown_shows_texts_as_texts() -> None:
    told = markdown(EVIL, of_answers(evaluation(), {}))
    assert "<img" not in told
    assert not re.search(r"(?<!\\)\]\(", told)
    rows = [line for line in told.splitlines() if line.startswith("| q2 ")]
    assert [len(re.findall(r"(?<!\\)\|", row)) for row in rows] == [7]


def test_documents_found() -> None:
    found = tuple(
        Found(Wanted(str(n), lang, "谁？", frozenset({"a"})), ("b.txt",), rank, 0.1)
        for n, (lang, rank) in enumerate([("zh", 1), ("zh", 4), ("en", 0)])
    )
    sections = by_title(*of_retrieval(Retrieval(found)))
    assert sections["Documents found"].table[1] == ("all", "3", "0.3333", "0.3333", "0.6667", "0.6667")
    assert [row[2] for row in sections["Not found first"].table] == ["rank", "4", "none"]


def test_two_files_are_written(tmp_path: Path) -> None:
    paths = write_report(tmp_path / "new" / "report", "标题", (Section("甲", "乙"),))
    assert [p.name for p in paths] == ["report.md", "report.html"]
    assert paths[0].read_text(encoding="utf-8") == "# 标题\n\n## 甲\n\n乙\n"
    assert "<h2>甲</h2><p>乙</p>" in paths[1].read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RagError, match="cannot be written"):
        write_report(tmp_path / "file", "…", ())
