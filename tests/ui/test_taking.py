"""Answers, people and periods as files: opened again by the programs that read them, every quotation on its page."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
from lxml import etree
from markdown_it import MarkdownIt

from rag import Assistant, Language, Order, Proposal, Reading, Ruled, Ruling, Scope, ScopeError, Service, Span, Thing
from rag.listings import ALL_DONE
from tests.corrections.conftest import Desk, desk
from tests.indexing.test_live import opened
from tests.ui.conftest import served
from tests.ui.fakes import (
    ANSWERS,
    BOOKS,
    PORT,
    PORT_QUESTION,
    READINGS,
    TIMELINE_QUESTION,
    UNKNOWN_QUESTION,
    FakeAssistant,
)
from ui.handlers.days import UnreadableDayError
from ui.present.sheet import csv_text
from ui.present.taking import KINDS as OFFERED
from ui.strings import say
from ui.taking.dossier import Dossier, Entry, Quoted, Section, of_answer
from ui.taking.files import KINDS, dossier_of
from ui.taking.markdown import markdown

__all__ = ["desk"]

docx, openpyxl = pytest.importorskip("docx"), pytest.importorskip("openpyxl")
for needed in ("xlsxwriter", "pybtex", "rispy"):
    pytest.importorskip(needed)

ZH, EN = Language.ZH, Language.EN
PAGES = {reading.page.name: reading.page.text for reading in READINGS}
ASKED: dict[str, dict[str, list[str]]] = {
    "answer": {"ask": [PORT_QUESTION]},
    "timeline": {"ask": [TIMELINE_QUESTION]},
    "person": {"person": ["陈志远"]},
    "place": {"where": ["青苗镇"]},
    "month": {"since": ["2023-05"], "until": ["2023-05"]},
    "kind": {"type": ["inspect"]},
    "table": {},
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EVIL = '=CMD()|"A1"{\\x}[b](c) *d* <i>e</i> # f_g ~h~ & {'


def evil() -> Dossier:
    """A page on which everything is what some program would run or take for its own."""
    old = READINGS[0]
    page = replace(old.page, text=EVIL, newspaper=EVIL, issued="2023-05-06", edition="1")
    reading = replace(old, page=page, article=replace(old.article, titles=(EVIL,), reporters=("梁文远", EVIL)))
    quote = Quoted(EVIL, (Span(0, len(EVIL)),), reading)
    return Dossier(EVIL, (Section(EVIL, (Entry(EVIL, (quote,)),)),), 3)


def given(fields: dict[str, list[str]]) -> Dossier:
    return dossier_of(FakeAssistant(), ZH, fields)


def words_of(dossier: Dossier) -> list[str]:
    return [quote.words for quote in dossier.quotes()]


def rows(content: bytes) -> list[dict[str, Any]]:
    head, *body = openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows()
    assert all(cell.data_type in ("s", "n") for row in body for cell in row if cell.value is not None)
    return [{str(h.value): cell.value for h, cell in zip(head, row, strict=True)} for row in body]


@pytest.mark.parametrize("fields", ASKED.values(), ids=ASKED)
def test_every_quotation_stands_on_its_page_to_the_letter(fields: dict[str, list[str]]) -> None:
    found = given(fields)
    assert words_of(found)
    for quote in found.quotes():
        assert quote.words == "".join(PAGES[quote.reading.page.name][s.start : s.end] for s in quote.spans)


@pytest.mark.parametrize(
    ("asked", "title", "whose"),
    [
        ("place", "青苗镇", [BOOKS]),
        ("month", "2023-05", [PORT]),
        ("kind", "督查检查", [PORT]),
        ("table", "谁做了什么", [PORT, BOOKS]),
    ],
)
def test_place_month_and_kind_are_taken_with_their_events_alone(asked: str, title: str, whose: list[Reading]) -> None:
    found = given(ASKED[asked])
    assert found.title == title
    assert sorted(words_of(found)) == sorted(
        "".join(r.page.text[s.start : s.end] for s in event.spans) for r in whose for event in r.understood.events
    )


def test_answer_is_taken_with_all_it_cites_each_once() -> None:
    found = given({"ask": [PORT_QUESTION]})
    assert sorted(words_of(found)) == sorted(c.quote for c in ANSWERS[PORT_QUESTION].citations)
    assert not re.search(r"\[\d+\]", " ".join(e.said for s in found.sections for e in s.entries))


def test_quotation_whose_page_was_replaced_meanwhile_is_left_out() -> None:
    answer = ANSWERS[PORT_QUESTION]
    stale = replace(answer, citations=tuple(replace(c, quote=f"{c.quote}又") for c in answer.citations))
    assert words_of(of_answer(FakeAssistant(), ZH, PORT_QUESTION, stale)) == []


LABEL = "Names and terms in these words (a rendering; the Chinese decides): "
PORT_GLOSS = "北屿码头 Beiyu Wharf"


def in_english() -> Dossier:
    return dossier_of(FakeAssistant(), EN, {"ask": [PORT_QUESTION]})


def test_reader_of_english_has_names_under_quotations_that_stay_as_they_are() -> None:
    found = in_english()
    assert words_of(found) == words_of(given({"ask": [PORT_QUESTION]}))
    blocks = list(found.blocks(EN))
    glossed = [(before, block) for before, block in pairwise(blocks) if block.kind == "gloss"]
    assert len(glossed) == len(words_of(found))
    for quote, gloss in glossed:
        assert quote.kind == "quote"
        assert gloss.text.startswith(LABEL)
    assert all(gloss.printed in quote.words for quote in found.quotes() for gloss in quote.glosses)
    assert "gloss" not in [block.kind for block in given({"ask": [PORT_QUESTION]}).blocks(ZH)]


def test_every_file_for_a_reader_of_english_has_them_and_marks_them() -> None:
    found = in_english()
    document = docx.Document(io.BytesIO(KINDS["word"].write(EN, found)))
    assert any(p.text.startswith(LABEL) and PORT_GLOSS in p.text for p in document.paragraphs)
    for kind in ("markdown", "print"):
        assert LABEL.split("(")[0] in (content := KINDS[kind].write(EN, found).decode())
        assert PORT_GLOSS in content
    quoted = [row for row in rows(KINDS["excel"].write(EN, found)) if row["in the newspaper's words"]]
    assert [row["in the newspaper's words"] for row in quoted] == words_of(found)
    assert any(PORT_GLOSS in row["names and terms (a rendering)"] for row in quoted)
    assert "名称和用语（英文）" not in rows(KINDS["excel"].write(ZH, found))[0]


PERSON, DAY = ("陈志元", "陈志远"), ("2022-05-05", "2022-05-03")
TOLD = {
    ZH: [f"已更正（人物）：{' → '.join(PERSON)}", f"已更正（日期）：{' → '.join(DAY)}"],
    EN: [f"Corrected (Person): {' → '.join(PERSON)}", f"Corrected (Date): {' → '.join(DAY)}"],
}
PRINTED = "昨日，海州市市长陈志元来到东江县检查大桥通车情况。"


@pytest.fixture
def mended(desk: Desk) -> Iterator[Assistant]:
    """The invented paper with a name and a day of its first article corrected."""
    for thing, (was, now) in ((Thing.PERSON, PERSON), (Thing.DATE, DAY)):
        desk.rule("front.txt", 1, Proposal(thing, Ruling.MEND, was=(was,), now=(now,)))
    with opened(desk.config) as assistant:
        yield assistant


@pytest.mark.parametrize("language", [ZH, EN])
def test_every_file_says_under_the_words_of_the_page_what_was_corrected(mended: Assistant, language: Language) -> None:
    found = dossier_of(mended, language, {"person": [PERSON[1]]})
    offices, month = found.sections
    assert [entry.said for entry in offices.entries] == [f"海州市市长 · {DAY[1]}"]
    entry = month.entries[0]
    assert entry.said.startswith(f"{DAY[1]} · 海州市市长{PERSON[1]} · ")
    assert PRINTED in entry.quotes[0].words
    blocks = list(found.blocks(language))
    assert [b.kind for b in blocks][:5] == ["heading", "said", "quote", "corrected", "corrected"]
    assert [b.text for b in blocks if b.kind == "corrected"] == TOLD[language] * len(list(found.quotes()))
    paragraphs = [p.text for p in docx.Document(io.BytesIO(KINDS["word"].write(language, found))).paragraphs]
    at = next(n for n, text in enumerate(paragraphs) if PRINTED in text)
    assert paragraphs[at + 1 : at + 3] == TOLD[language]
    text = KINDS["markdown"].write(language, found).decode()
    html = KINDS["print"].write(language, found).decode()
    assert "\n\n".join(TOLD[language]) in re.sub(r"\\(.)", r"\1", text)
    assert "".join(f'<p class="corrected">{line}</p>' for line in TOLD[language]) in html
    row = rows(KINDS["excel"].write(language, found))[0]
    assert row[say(language, "taking.corrected")] == "；".join(TOLD[language])
    assert PRINTED in row[say(language, "taking.quote")]


@pytest.mark.parametrize("language", [ZH, EN])
def test_every_reference_notes_what_was_corrected_of_what_is_cited(mended: Assistant, language: Language) -> None:
    import rispy
    from pybtex.database import parse_bytes

    told = "；".join(TOLD[language])
    for fields, note in ({"person": [PERSON[1]]}, ["front.txt", told]), ({"who": ["赵长河"]}, ["second.txt"]):
        found = dossier_of(mended, language, fields)
        (entry,) = parse_bytes(KINDS["bibtex"].write(language, found), "bibtex").entries.values()
        (listed,) = rispy.loads(KINDS["ris"].write(language, found).decode())
        (item,) = json.loads(KINDS["csl"].write(language, found))
        assert entry.fields["note"] == item["note"] == "；".join(note)
        assert listed["notes"] == note


def test_an_answers_file_says_it_too_and_of_nothing_else() -> None:
    corrected = (Ruled("a", Thing.PERSON, Ruling.MEND, *PERSON), Ruled("b", Thing.DATE, Ruling.MEND, *DAY))
    answer = ANSWERS[PORT_QUESTION]
    first, second = answer.citations
    answer = replace(answer, citations=(replace(first, corrected=corrected), second))
    blocks = list(of_answer(FakeAssistant(), ZH, PORT_QUESTION, answer).blocks(ZH))
    at = next(n for n, block in enumerate(blocks) if block.text == first.quote)
    assert [block.text for block in blocks if block.kind == "corrected"] == TOLD[ZH]
    assert [block.text for block in blocks[at + 1 : at + 3]] == TOLD[ZH]


def test_table_of_events_says_what_was_corrected_of_each(mended: Assistant) -> None:
    text = "".join(csv_text(ZH, mended.deeds(ALL_DONE, Order.OLDEST, 0, 50).deeds))
    told = {row["人物"]: row["更正"] for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))}
    assert told["海州市市长陈志远"] == "；".join(TOLD[ZH])
    assert told["教育局局长李文斌"] == ""
    assert told["农业局局长赵长河"] == ""


def test_persons_file_has_the_name_as_it_is_read_too() -> None:
    assert dossier_of(FakeAssistant(), EN, {"person": ["陈志远"]}).title == "陈志远 Chen Zhiyuan"
    assert dossier_of(FakeAssistant(), ZH, {"person": ["陈志远"]}).title == "陈志远"


def test_persons_file_begins_with_the_offices_each_with_its_sentences() -> None:
    offices, *months = dossier_of(FakeAssistant(), ZH, {"person": ["陈志远"], "since": ["2023-05"]}).sections
    assert [section.heading for section in months] == ["2023-05"]
    assert offices.heading == "职务"
    assert [entry.said for entry in offices.entries] == ["市长 · 2023-05-06"]
    assert all("市长陈志远" in quote.words for entry in offices.entries for quote in entry.quotes)
    assert all(section.heading != "职务" for section in given({"who": ["陈志远"]}).sections)


def test_offices_of_several_people_of_one_name_stand_apart() -> None:
    class Namesakes(FakeAssistant):
        def services(self, name: str) -> tuple[Service, ...]:
            (one,) = super().services(name)
            held = [replace(one, role=role, holder=n) for role, n in (("甲县县长", 2), ("市长", 0), ("乙县县长", 1))]
            return (*held, replace(one, role="丙县县长", last=replace(one.last, day="2023-06-01"), holder=2))

    sections = dossier_of(Namesakes(), ZH, {"person": ["陈志远"]}).sections[:-1]
    assert [(s.heading, [e.said for e in s.entries]) for s in sections] == [
        ("", ["这个姓名可能是几个人的，下面的职务不像同一人担任："]),
        ("职务 · 同名者之1", ["乙县县长 · 2023-05-06"]),
        ("职务 · 同名者之2", ["甲县县长 · 2023-05-06", "丙县县长 · 2023-05-06 – 2023-06-01"]),
        ("职务 · 没有说是哪一位的", ["市长 · 2023-05-06"]),
    ]
    assert [len(entry.quotes) for section in sections for entry in section.entries] == [0, 1, 1, 2, 1]


def test_a_file_is_asked_of_what_its_answer_was_and_says_so() -> None:
    assistant = FakeAssistant()
    fields = {"ask": [PORT_QUESTION], "newspaper": ["海州日报"], "since": ["2023-05"], "page": ["a.txt", "b.txt"]}
    found = dossier_of(assistant, ZH, fields)
    assert assistant.scopes == [Scope("海州日报", "2023-05", None, ("a.txt", "b.txt"))]
    assert found.title == f"{PORT_QUESTION} · 查找范围：《海州日报》 · 2023年5月起 · 所选 2 个版面"
    with pytest.raises(ScopeError):
        dossier_of(assistant, ZH, {"ask": [PORT_QUESTION], "newspaper": ["沧浪报"]})


def test_earlier_questions_go_with_the_one_that_leans_on_them() -> None:
    assistant = FakeAssistant()
    dossier_of(assistant, ZH, {"ask": ["那里呢？"], "before": [PORT_QUESTION]})
    assert assistant.asked == [("那里呢？", (PORT_QUESTION,))]


def test_events_stand_in_the_order_of_their_days_under_their_months() -> None:
    found = given({})
    headings = [section.heading for section in found.sections]
    known = [h for h in headings if h != "日期不详"]
    assert known == sorted(known)
    assert headings in (known, [*known, "日期不详"])


@pytest.mark.parametrize("make", [evil, lambda: given({"person": ["陈志远"]})], ids=["hostile", "person"])
def test_word_opens_it_with_a_footnote_for_every_quotation(make: Any) -> None:
    dossier = make()
    content = KINDS["word"].write(ZH, dossier)
    document = docx.Document(io.BytesIO(content))
    quotes = [p for p in document.paragraphs if p.style.name == "Quote"]
    assert [p.text for p in quotes] == words_of(dossier)
    notes = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/footnotes.xml"))
    told = {n.get(f"{W}id"): "".join(n.itertext()).strip() for n in notes}
    referred = [r.get(f"{W}id") for p in quotes for r in p._p.iter(f"{W}footnoteReference")]
    assert [told[number] for number in referred] == [q.footnote(ZH) for q in dossier.quotes()]


def test_word_takes_text_that_no_document_may_hold() -> None:
    document = docx.Document(io.BytesIO(KINDS["word"].write(EN, Dossier("a\x00b\x0bc", ()))))
    assert document.paragraphs[0].text == "a\ufffdb\ufffdc"


OFFICE = next(filter(None, map(shutil.which, ("soffice", "libreoffice"))), None)
"""LibreOffice, where it is installed."""
OPENS = 300.0
"""Seconds in which it has opened a file; the first time it sets itself up."""
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("make", [evil, lambda: given({"person": ["陈志远"]})], ids=["hostile", "person"])
def test_libreoffice_opens_both_with_every_quotation_and_its_footnote(make: Any, tmp_path: Path) -> None:
    dossier = make()
    for kind, its_own in (("word", "odt"), ("excel", "ods")):
        file = tmp_path / f"taken.{KINDS[kind].suffix}"
        file.write_bytes(KINDS[kind].write(ZH, dossier))
        own = ("--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--convert-to", its_own)
        command = (str(OFFICE), *own, "--outdir", str(tmp_path), str(file))
        subprocess.run(command, check=True, capture_output=True, timeout=OPENS)
        tree = etree.fromstring(zipfile.ZipFile(tmp_path / f"taken.{its_own}").read("content.xml"))
        told = {_shown(p) for p in tree.iter(f"{TEXT}p")}
        for quote in dossier.quotes():
            assert any(_plain(quote.words) in one for one in told)
            assert any(_plain(quote.footnote(ZH)) in one for one in told)
        assert not [e for e in tree.iter() if any(name.endswith("}formula") for name in e.attrib)]


def _shown(paragraph: Any) -> str:
    """The text of a paragraph as LibreOffice keeps it, without spaces, of which it counts some apart."""
    return _plain("".join(paragraph.itertext()))


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("make", [evil, lambda: given({"ask": [PORT_QUESTION]})], ids=["hostile", "answer"])
def test_excel_holds_a_row_for_every_quotation_and_no_formula(make: Any) -> None:
    dossier = make()
    found = [row for row in rows(KINDS["excel"].write(ZH, dossier)) if row["原文"]]
    assert [row["原文"] for row in found] == words_of(dossier)
    assert [row["脚注"] for row in found] == [q.footnote(ZH) for q in dossier.quotes()]


@pytest.mark.parametrize("make", [evil, lambda: given({"person": ["陈志远"]})], ids=["hostile", "person"])
def test_markdown_shows_exactly_what_is_printed(make: Any) -> None:
    dossier = make()
    tokens = MarkdownIt("commonmark").parse(markdown(ZH, dossier).decode())
    inline = [(t, tokens[n - 2].type) for n, t in enumerate(tokens) if t.type == "inline"]
    texts = ["".join(c.content for c in t.children or ()) for t, around in inline if around == "blockquote_open"]
    assert [re.sub(r"\[\^\d+\]$", "", text) for text in texts] == [w.replace("\n", " ") for w in words_of(dossier)]
    assert {c.type for t, _ in inline for c in t.children or ()} <= {
        "text",
        "text_special",
        "softbreak",
    }  # between notes


def test_printed_page_runs_nothing() -> None:
    html = KINDS["print"].write(EN, evil()).decode()
    assert "<i>" not in html
    assert "<script" not in html
    assert "3 more events are not in here" in html


@pytest.mark.parametrize("make", [evil, lambda: given({})], ids=["hostile", "table"])
def test_reference_programs_read_it(make: Any) -> None:
    import rispy
    from pybtex.database import parse_bytes

    dossier = make()
    articles = {(q.reading.page.name, q.reading.article.number) for q in dossier.quotes()}
    found = parse_bytes(KINDS["bibtex"].write(ZH, dossier), "bibtex").entries
    listed = rispy.loads(KINDS["ris"].write(ZH, dossier).decode())
    items = json.loads(KINDS["csl"].write(ZH, dossier))
    assert len(found) == len(listed) == len(items) == len(articles)
    for entry, item, by_key in zip(listed, items, found.values(), strict=True):
        assert (entry["type_of_reference"], item["type"], by_key.type) == ("NEWS", "article-newspaper", "article")
        assert entry["title"] == item["title"]
    if make is evil:
        assert listed[0]["title"] == EVIL
        assert items[0]["issued"] == {"date-parts": [[2023, 5, 6]]}
        assert (listed[0]["date"], items[0]["page"], found.popitem()[1].fields["year"]) == ("2023/05/06", "1", "2023")


def test_a_refusal_is_taken_as_its_words() -> None:
    found = given({"ask": [UNKNOWN_QUESTION]})
    assert words_of(found) == []
    assert found.sections[0].entries[0].said == "没有报道。"


def test_a_day_that_is_none_is_said() -> None:
    with pytest.raises(UnreadableDayError):
        given({"since": ["never"]})


def test_the_page_hands_it_over() -> None:
    assert tuple(KINDS) == OFFERED
    with served(FakeAssistant()) as address:
        answer = urlopen(f"{address}taken?{urlencode({'as': 'ris', 'ask': PORT_QUESTION})}")
        assert answer.headers["content-disposition"] == 'attachment; filename="wenzheng.ris"'
        assert answer.read().startswith(b"TY  - NEWS")
        for wrong, status in (("as=exe", 400), ("as=ris&since=x", 400), ("as=ris&ask=%EF%BC%9F", 404)):
            with pytest.raises(HTTPError) as refused:
                urlopen(f"{address}taken?{wrong}")
            assert refused.value.code == status
