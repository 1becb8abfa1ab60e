"""The sample pages: damaged like real ones, true to the reports they draw on, and in words of the project's own."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
TERMS = Path(__file__).parent / "golden" / "seed_terms.txt"
RUN = 13
"""Characters in a row that two independent wordings of one fact do not share by chance."""

PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}
EVERY_PAGE = pytest.mark.parametrize("name", PAGES)

_WALL = "\0"
_DATE = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚)?")


def test_there_are_enough_pages_to_try_everything_on() -> None:
    assert len(PAGES) == 8


@EVERY_PAGE
def test_a_page_is_as_long_as_a_reader_of_samples_bears(name: str) -> None:
    assert 1500 <= len(PAGES[name]) <= 2500


@EVERY_PAGE
def test_every_page_breaks_a_sentence_at_a_column_end(name: str) -> None:
    paragraphs = [p.strip() for p in PAGES[name].split("\n\n") if p.strip()]
    broken = [a for a, b in pairwise(paragraphs) if len(a) > 60 and a[-1] not in "。！？；）" and b[-1] in "。；，："]
    assert broken


@pytest.mark.parametrize(
    ("defect", "pattern", "pages"),
    [
        ("a masthead stands on some pages only", r"^(?:温岭|路桥)样报$", 3),
        ("the article goes on overleaf", r"（下转第二版）", 2),
        ("ASCII commas in Chinese prose", r"[一-鿿],[一-鿿]", 4),
        ("stray English in Chinese prose", r"[一-鿿] and [一-鿿]", 1),
        ("one article runs into another within a line", r"^解。\d{4}年", 1),
        ("an article has no lead but who took part", r"^[一-鿿]{2,3}参加督查。$", 1),
        ("kickers point at what follows", r"»$", 3),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_defect_stands_on_so_many_pages(defect: str, pattern: str, pages: int) -> None:
    assert sum(bool(re.search(pattern, text, re.M)) for text in PAGES.values()) == pages, defect


def test_a_closing_paragraph_is_printed_twice_with_one_character_changed() -> None:
    twice = [name for name, text in PAGES.items() if any(_differ_by_one(a, b) for a, b in _long_pairs(text))]
    assert len(twice) == 2


def test_bylines_name_only_the_invented_reporters() -> None:
    bylines = re.findall(r"[（(]((?:全媒体)?(?:记者|通讯员)[^）)]*)[）)]", "".join(PAGES.values()))
    names = {n for line in bylines for n in re.sub(r"全媒体记者|记者|通讯员", " ", line).split()}
    assert names == {"方样", "余稿", "舒简", "任例"}


@EVERY_PAGE
def test_nobody_is_quoted(name: str) -> None:
    assert not re.search(r"(?:说|表示|指出|强调|要求|认为)[:：，,]?[“「『]", PAGES[name])


@EVERY_PAGE
def test_no_wording_is_taken_from_the_real_pages(name: str, shared: Path) -> None:
    real = [_squash(p.read_text(encoding="utf-8")) for p in (shared / "seeds").glob("*.txt")]
    known = {text[i : i + RUN] for text in real for i in range(len(text) - RUN + 1)}
    ours = _masked(PAGES[name])
    assert [ours[i : i + RUN] for i in range(len(ours) - RUN + 1) if ours[i : i + RUN] in known] == []


def _squash(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _masked(text: str) -> str:
    """The page with walls where a date or a fixed term stands, so that no run reaches across or into one."""
    ours = _DATE.sub(_WALL, _squash(text))
    terms = [line for line in TERMS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for term in sorted(map(_squash, terms), key=len, reverse=True):
        ours = ours.replace(_DATE.sub(_WALL, term), _WALL)
    return ours


def _long_pairs(text: str) -> list[tuple[str, str]]:
    long = [p.strip() for p in text.split("\n\n") if len(p) > 60]
    return [(a, b) for i, a in enumerate(long) for b in long[i + 1 :]]


def _differ_by_one(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
