"""The feed, the files and the list of names as they are fetched, and what that costs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen
from xml.etree import ElementTree as ET

import pytest

from rag import Assistant, Language, Page, Passage, Printed, Ruled, Ruling, SettingError, Span, Thing
from tests.ui.conftest import served
from tests.ui.fetching import fetched
from tests.ui.watches.conftest import HARBOUR, SCHOOL, Paper, Watched
from ui.cli import main
from ui.strings import say
from ui.watches.feed import ATOM, MEDIA, feed
from ui.watches.names import LONGEST, names_of
from ui.watches.records import Hit, Watch
from ui.watches.running import run
from ui.watches.sheets import names_csv
from ui.watches.showing import Shown

OF = f"{{{ATOM}}}"
BASE = "http://localhost:7860/"
HOSTILE = "<script>]]>&\x00\x0b\ufffe\U0001f600 {{x}}"


def checked(content: bytes) -> ET.Element:
    """The feed, held to what RFC 4287 asks of one."""
    root = ET.fromstring(content)
    assert root.tag == f"{OF}feed"
    for element in (root, *root.findall(f"{OF}entry")):
        for name in ("id", "title", "updated"):
            (found,) = element.findall(f"{OF}{name}")
            assert found.text
        assert str(element.findtext(f"{OF}id")).startswith("urn:wenzheng:")
        assert datetime.fromisoformat(str(element.findtext(f"{OF}updated"))).tzinfo
        links = element.findall(f"{OF}link")
        assert [link.get("rel") for link in links].count("alternate") == 1
        assert all(str(link.get("href")).startswith("http") for link in links)
    assert root.findtext(f"{OF}author/{OF}name")
    ids = [entry.findtext(f"{OF}id") for entry in root.findall(f"{OF}entry")]
    assert len(set(ids)) == len(ids)
    return root


@pytest.mark.parametrize("language", list(Language))
def test_whatever_stands_on_a_page_makes_a_feed(language: Language) -> None:
    page = Page(f"{HOSTILE}.txt", HOSTILE * 3, "d" * 64, newspaper=HOSTILE)
    at = "2026-01-02T03:04:05+00:00"
    hits = [Hit("w", page.digest, n, (Span(n, n + 9),), at, n, f"h{n}", n == 2, at) for n in range(3)]
    ruled = (Ruled("e", Thing.PERSON, Ruling.MEND, HOSTILE, HOSTILE * 2),)
    found = [Shown(hit, HOSTILE, page, HOSTILE, "2023-05", 1, ruled) for hit in hits]
    root = checked(feed(language, Watch("w", HOSTILE, made="2026-01-02T03:04:05+00:00"), found, BASE))
    assert len(root.findall(f"{OF}entry")) == 3
    assert [child.tag for child in root.iter() if "script" in child.tag] == []


def test_a_watch_without_hits_has_a_feed() -> None:
    checked(feed(Language.ZH, Watch("w", "甲", made="2026-01-02T03:04:05+00:00"), [], BASE))


@pytest.fixture
def site(paper: Paper, watched: Watched) -> Iterator[tuple[str, str]]:
    """The address of a page over an index with a watch that found something, and the watch."""
    watch = watched(who="陈志远")
    paper.add(school=SCHOOL)
    run(paper.watches, paper.assistant)
    with served(paper.assistant, config=paper.config) as address:
        yield address, watch


@pytest.mark.model
def test_the_feed_opens_the_words_it_tells_of(site: tuple[str, str], paper: Paper) -> None:
    address, watch = site
    status, headers, content = fetched(f"{address}watch/feed?id={watch}")
    assert (status, headers["content-type"].partition(";")[0]) == (200, MEDIA)
    (entry,) = checked(content).findall(f"{OF}entry")
    words = str(entry.findtext(f"{OF}content"))
    assert words in SCHOOL
    assert "陈志远走访望湖小学" in words
    link = entry.find(f"{OF}link")
    assert link is not None
    assert str(link.get("href")).startswith(f"{address}?article=school.txt%231&mark=")


@pytest.mark.model
def test_a_reader_that_comes_every_second_is_told_that_nothing_is_new(
    site: tuple[str, str], paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, watch = site
    _, headers, _ = fetched(f"{address}watch/feed?id={watch}")
    with monkeypatch.context() as patched:
        for costly in ("digests", "named", "reading", "articles", "pages", "came_since"):
            patched.setattr(Assistant, costly, lambda *given: pytest.fail("a page was looked at"))
        for known in (headers["etag"], f"W/{headers['etag']}", f'"other", {headers["etag"]}'):
            status, _, content = fetched(f"{address}watch/feed?id={watch}", If_None_Match=known)
            assert (status, content) == (304, b"")
    paper.delete("school")
    status, _, content = fetched(f"{address}watch/feed?id={watch}", If_None_Match=headers["etag"])
    assert (status, checked(content).findall(f"{OF}entry")) == (200, [])


@pytest.mark.model
def test_the_file_and_what_is_not_there(site: tuple[str, str]) -> None:
    address, watch = site
    status, _, content = fetched(f"{address}watch/file?id={watch}")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert (status, len(rows), rows[1][5] in SCHOOL) == (200, 2, True)
    for path in ("feed?id=none", "file?id=none", "feed", "file"):
        assert fetched(f"{address}watch/{path}")[0] == 404


@pytest.mark.model
def test_a_list_of_names_is_looked_up(site: tuple[str, str]) -> None:
    address, _ = site
    body = json.dumps({"names": "陈志远\n无此人\n=1+1,备注\n"}).encode()
    request = Request(f"{address}watch/names", body, {"content-type": "application/json"})
    with urlopen(request) as answer:
        rows = list(csv.reader(io.StringIO(answer.read().decode("utf-8-sig"))))[1:]
    assert {row[0] for row in rows} == {"陈志远", "无此人", "'=1+1"}
    assert [row[1] for row in rows if row[0] == "无此人"] == ["0"]
    assert all("陈志远" in row[6] for row in rows if row[0] == "陈志远")
    for wrong in (b'{"names": ""}', b'{"names": 3}', b"[]", b'{"names": "\\u4e00"}'):
        with pytest.raises(HTTPError) as refused:
            urlopen(Request(f"{address}watch/names", wrong, {"content-type": "application/json"}))
        assert refused.value.code == 400
        assert b"name" in refused.value.read()


@pytest.mark.model
def test_five_hundred_names_are_looked_up_in_one_list(site: tuple[str, str]) -> None:
    address, _ = site
    there = {"陈志远": [HARBOUR, SCHOOL], "北屿码头": [HARBOUR], "望湖小学": [SCHOOL]}
    names = [f"无此人{n:03}" for n in range(500 - len(there))]
    for n, name in enumerate(there):
        names.insert(160 * n, name)
    body = json.dumps({"names": "\n".join(names)}).encode()
    with urlopen(Request(f"{address}watch/names", body, {"content-type": "application/json"})) as answer:
        rows = list(csv.reader(io.StringIO(answer.read().decode("utf-8-sig"))))[1:]
    assert list(dict.fromkeys(row[0] for row in rows)) == names
    assert len(names) == 500
    for name in names:
        own = [row for row in rows if row[0] == name]
        printed = {line for page in there.get(name, ()) for line in re.findall("[^。\n]+。?", page) if name in line}
        assert {row[1] for row in own} == {str(len(printed))}
        assert {row[6].strip() for row in own} == ({line.strip() for line in printed} or {""})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("\ufeff陈志远\r\n\r\n 苏望 \r\n陈志远\n", ["陈志远", "苏望"], id="each once"),
        pytest.param('陈志远,市长\n苏望\t局长\n"顾南舟";书记\n# 说明\n', ["陈志远", "苏望", "顾南舟"], id="a table"),
        pytest.param("=cmd()\n", ["=cmd()"], id="a formula is a name like any other"),
    ],
)
def test_names_of_a_list(text: str, names: list[str]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("", "there is no name in the list", id="empty"),
        pytest.param("陈\n", "is no name; give 2 to 100 characters", id="one character"),
        pytest.param("字" * (LONGEST + 200), "is no name", id="300 characters"),
        pytest.param(
            "\n".join(f"名字{n}" for n in range(5001)), "5001 names in the list; give at most 5000", id="many"
        ),
    ],
)
def test_what_is_no_list(text: str, line: str) -> None:
    with pytest.raises(SettingError, match=line):
        names_of(text)


@pytest.mark.model
def test_the_command_writes_a_file(
    paper: Paper, watched: Watched, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    watched("甲", who="陈志远")
    paper.add(school=SCHOOL)
    index, out, names = str(paper.config.index), tmp_path / "out.csv", tmp_path / "names.txt"
    names.write_text("陈志远\n无此人\n", encoding="utf-8")
    assert main(["watch", "--index", index, "--names", str(names), "--out", str(out)]) == 0
    assert capsys.readouterr().out.startswith("1 of 2 names is printed, in ")
    assert out.read_bytes().startswith(b"\xef\xbb\xbfname,times,")
    assert main(["watch", "--index", index]) == 0
    assert capsys.readouterr().out.splitlines()[-1].split() == ["甲", "陈志远", "1", "1"]
    assert main(["watch", "甲", "--index", index, "--out", str(out)]) == 0
    assert "陈志远走访望湖小学" in out.read_text(encoding="utf-8-sig")
    assert main(["watch", "乙", "--index", index, "--out", str(out)]) == 1
    assert "there is no watch 乙; `wenzheng watch` lists them" in capsys.readouterr().err
    names.write_bytes("陈志远".encode("gb18030"))
    assert main(["watch", "--index", index, "--names", str(names), "--out", str(out)]) == 1
    assert "are not UTF-8; save the file as UTF-8" in capsys.readouterr().err
    with suppress(FileNotFoundError):
        out.with_name("out.csv.part").unlink()
        pytest.fail("a piece of a file was left")


def test_names_keep_the_order_of_the_list() -> None:
    rows = list(csv.reader(io.StringIO("".join(names_csv(Language.EN, ["乙乙", "甲甲"], [])).removeprefix("\ufeff"))))
    assert [row[0] for row in rows] == ["name", "乙乙", "甲甲"]


@pytest.mark.parametrize(
    ("language", "told"),
    [(Language.ZH, "已更正（人物）：陈志元 → 陈志远"), (Language.EN, "Corrected (Person): 陈志元 → 陈志远")],
)
def test_a_list_of_names_says_what_was_corrected_of_the_words(language: Language, told: str) -> None:
    passage = Passage("front.txt", 1, 1, "市长陈志元来到东江县。", (Span(0, 11),))
    ruled = (Ruled("a", Thing.PERSON, Ruling.MEND, "陈志元", "陈志远"),)
    found = [Printed("陈志远", passage, "海州日报", ruled), Printed("陈志远", passage, "海州日报")]
    rows = list(
        csv.DictReader(io.StringIO("".join(names_csv(language, ["陈志远", "无此人"], found)).removeprefix("\ufeff")))
    )
    assert [row[say(language, "watches.column.corrected")] for row in rows] == [told, "", ""]
    assert rows[0][say(language, "watches.column.quote")] == passage.text
