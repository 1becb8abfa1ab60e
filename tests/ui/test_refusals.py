"""Why something was not kept, looked up or taken away: every line of it is in the reader's language."""

from __future__ import annotations

import ast
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

import rag.corrections
from rag import Language
from rag.corrections import ChangedError, ConflictError, Entry, Ledger, ValueRefusedError
from rag.corrections.ledger import COPY, FILE
from rag.errors import RagError, SettingError
from rag.indexing import ruling
from rag.ruled import Ruling, Thing
from tests.corrections.conftest import Desk, desk
from tests.ui.conftest import served
from tests.ui.correcting import at_the_desk
from tests.ui.fakes import FakeAssistant
from ui.correcting.desk import kept, taken_back, why
from ui.desk import Desk as Given
from ui.gate.bodies import LARGEST
from ui.links import article_link
from ui.present.reasons import detail
from ui.watches.names import MOST

__all__ = ["desk"]

ZH, EN = Language.ZH, Language.EN
FIRST = article_link("front.txt", 1)
FILLING = "index.corrections ([Errno 28] No space left on device)"
"""What stands where a message has something filled in: of this a reader of Chinese sees nothing."""
KINDS = {kind.__name__: kind for kind in (RagError, SettingError, ChangedError, ValueRefusedError)}
_OTHERS = ("StayedError", "ConflictError")
"""What nobody is shown, and what is made of a line."""


def in_chinese(line: str) -> bool:
    """Whether a line is Chinese alone, but for how a day is written."""
    return bool(re.search("[一-鿿]", line)) and not re.search("[A-Za-z]", re.sub(r"YYYY(-MM)?(-DD)?", "", line))


def in_english(line: str) -> bool:
    return bool(re.search("[A-Za-z]", line)) and not re.search("[一-鿿]", line)


class Raised(ast.NodeVisitor):
    """Every error that a module raises, made anew."""

    def __init__(self) -> None:
        self.errors: list[RagError] = []
        self._known: dict[str, list[str]] = {}

    def visit_Assign(self, node: ast.Assign) -> None:
        if isinstance(node.targets[0], ast.Name):
            self._known[node.targets[0].id] = self._texts(node.value)

    def visit_Raise(self, node: ast.Raise) -> None:
        call = node.exc
        if not isinstance(call, ast.Call) or getattr(call.func, "id", "") not in KINDS:
            assert call is None or getattr(getattr(call, "func", call), "id", "") in _OTHERS, ast.unparse(node)
            return
        kind: Any = KINDS[ast.unparse(call.func)]
        *texts, last = [self._texts(argument) for argument in call.args]
        values = dict.fromkeys((keyword.arg for keyword in call.keywords), 7)
        for text in last:
            self.errors.append(kind(*(text[0] for text in texts), text, **values))

    def _texts(self, node: ast.expr) -> list[str]:
        """What an expression may be, with something in the place of what is filled in."""
        if isinstance(node, ast.IfExp):
            return [*self._texts(node.body), *self._texts(node.orelse)]
        if isinstance(node, ast.Name):
            return self._known.get(node.id, [FILLING])
        if isinstance(node, ast.JoinedStr):
            return ["".join(self._texts(part)[0] for part in node.values)]
        return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else [FILLING]


def raised() -> list[RagError]:
    found = Raised()
    for module in (*sorted(Path(rag.corrections.__path__[0]).glob("*.py")), Path(ruling.__file__)):
        found.visit(ast.parse(module.read_text(encoding="utf-8")))
    return [*found.errors, ConflictError(Entry(Thing.DATE, Ruling.MEND, "front.txt", "d", at="2026-01-02T03:04:05"))]


ALL = raised()


def test_every_refusal_is_there() -> None:
    assert len(ALL) >= 26
    codes = {error.code for error in ALL if isinstance(error, ValueRefusedError)}
    assert codes == {"day", "few", "many", "empty", "long", "unseen", "word", "nobody"}


@pytest.mark.parametrize("error", ALL, ids=lambda error: f"{type(error).__name__}: {error.fact}"[:60])
def test_a_refused_correction_is_told_in_the_readers_language(error: RagError) -> None:
    assert in_chinese(why(ZH, error)), why(ZH, error)
    assert in_english(why(EN, error)), why(EN, error)


def test_what_is_damaged_is_told_in_the_readers_language(tmp_path: Path) -> None:
    lines = []
    for broken in ((FILE,), (COPY,), (FILE, COPY)):
        ledger = Ledger(tmp_path / "-".join(broken))
        ledger.add(Entry(Thing.DATE, Ruling.CONFIRM, "front.txt", "d"))
        for name in broken:
            (ledger.folder / name).write_bytes(b"no line\n")
        lines.append(Ledger(ledger.folder).damage())
    told = [detail(ZH, line) for line in lines]
    assert all(map(in_english, lines))
    assert [("索引" in line, in_chinese(line)) for line in told] == [(False, True)] * 3
    assert told[0] == told[1] != told[2]


@pytest.fixture
def given(desk: Desk) -> Iterator[Given]:
    with at_the_desk(desk) as made:
        yield made


def told(parts: dict[str, str]) -> str:
    """What the form says above what it shows."""
    assert parts["wrong"] == "yes"
    return str(re.findall(r"(?:没有保存：|Not kept: )[^<]*", parts["form"])[0])


def test_a_correction_that_cannot_be_and_one_for_which_there_is_no_room(
    given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = {"link": FIRST, "thing": "article", "ruling": "split", "at": "0"}
    assert told(kept(given, ZH, nowhere, "")) == "没有保存：文章没有一部分从那里开始，请选开头以后的标题或段落。"
    assert told(kept(given, EN, nowhere, "")).startswith("Not kept: no part of the article begins there; choose")
    gone = {"link": FIRST, "entry": "none"}
    assert told(taken_back(given, ZH, gone, "")) == "没有保存：这条更正已经撤回，或由别的更正代替；请重新打开再看。"

    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    fit = {"link": FIRST, "thing": "person", "ruling": "confirm", "was": "王建国"}
    assert told(kept(given, ZH, fit, "")).startswith("没有保存：写不进更正的记录，什么也没有改。")
    assert "No space left on device" in told(kept(given, EN, fit, ""))


@pytest.mark.parametrize(
    ("names", "zh", "en"),
    [
        pytest.param("", "名单里没有名字，请每行写一个。", "there is no name in the list; give a name a line", id="none"),
        pytest.param(
            "苏望\n陈\n",
            "名单里有一行不成名字，名字要有 2 到 100 个字：陈",
            "a line of the list is no name; give 2 to 100 characters, not 陈",
            id="one character",
        ),
        pytest.param(
            "\n".join(f"名字{n}" for n in range(MOST + 1)),
            "名单里的名字太多，一次最多 5000 个。",
            "there are 5001 names in the list; give at most 5000 at a time",
            id="too many",
        ),
        pytest.param(
            "字" * (LARGEST // 3 + 1),
            "太大了，一次最多 1 MB，请分几次。\n",
            "This is too large: 1 MB at most at a time. Send it in parts.\n",
            id="too large",
        ),
    ],
)  # fmt: skip
def test_a_list_of_names_that_is_none(at: str, names: str, zh: str, en: str) -> None:
    body = json.dumps({"names": names}, ensure_ascii=False).encode()
    assert MOST == 5000, "it stands in the words"
    for language, line in ((ZH, zh), (EN, en)):
        headers = {"content-type": "application/json", "accept-language": language.value}
        with pytest.raises(HTTPError) as refused:
            urlopen(Request(f"{at}watch/names", body, headers))
        assert refused.value.code == (413 if len(body) > LARGEST else 400)
        assert refused.value.read().decode() == line


def test_a_file_that_cannot_be_taken(at: str) -> None:
    for language, line in (
        (ZH, "没有写问题；比如问：谁检查了什么。"),
        (EN, "the question is empty; write one sentence"),
    ):
        address = f"{at}taken?{urlencode({'as': 'word', 'ask': '？'})}"
        with pytest.raises(HTTPError) as refused:
            urlopen(Request(address, headers={"accept-language": language.value}))
        assert (refused.value.code, refused.value.read().decode()) == (404, line)


@pytest.fixture(scope="module")
def at() -> Iterator[str]:
    with served(FakeAssistant()) as address:
        yield address
