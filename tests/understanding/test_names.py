"""The name model, and how its slips are mended."""

from __future__ import annotations

import pytest

from rag.records import Mention, MentionKind
from rag.understanding import load_name_model, understand
from tests.understanding.pages import layout, lexicon

TEXT = "市长秦强赴东江镇调研。副市长欧阳文参加。"


class Seen:
    """A name model that saw what it is told to have seen."""

    def __init__(self, *people: str) -> None:
        self.people = people

    def names(self, texts: list[str]) -> list[tuple[Mention, ...]]:
        return [tuple(self._find(text)) for text in texts]

    def _find(self, text: str) -> list[Mention]:
        found = [(text.find(p), p) for p in self.people if p in text]
        return [Mention(MentionKind.PERSON, p, at, at + len(p)) for at, p in sorted(found)]


@pytest.mark.model
def test_the_model_finds_names_where_they_stand() -> None:
    found = load_name_model(threads=1).names([TEXT, ""])
    people = [(m.text, TEXT[m.start : m.end]) for m in found[0] if m.kind is MentionKind.PERSON]
    assert people == [("秦强", "秦强"), ("欧阳文", "欧阳文")]
    assert found[1] == ()


@pytest.mark.model
def test_a_long_text_is_read_in_sentences_with_offsets_of_the_whole() -> None:
    text = TEXT * 40
    found = load_name_model(threads=1).names([text])[0]
    assert all(text[m.start : m.end] == m.text for m in found)
    assert sum(m.text == "秦强" for m in found) == 40


SLIPS = [
    pytest.param(
        "孟江联勤", "市长秦强走访孟江联勤工作站。", {"秦强"}, id="a place of four characters taken for a person"
    ),
    pytest.param("拥政爱民", "市长秦强说，要拥政爱民。", {"秦强"}, id="no family name"),
    pytest.param("秦强同", "市长秦强同群众交谈。秦强要求落实。", {"秦强"}, id="a name with the word behind it"),
    pytest.param("何小", "何小平参加。何小平说，好。", {"何小平"}, id="a name cut short"),
    pytest.param("林月华芳", "副市长林月华芳说，林月华芳走访。", {"林月华芳"}, id="four characters, one family name"),
    pytest.param("王大娘", "王大娘说，日子好了。", {"王大娘"}, id="a family name and what residents are called by"),
    pytest.param("老张大娘", "老张大娘说，日子好了。", set(), id="no family name alone before what one is called by"),
    pytest.param("周海生", "群众周海生来信。", {"周海生"}, id="a person without an office is the model's to find"),
]


SLIPS += [
    pytest.param("揭牌", "市长秦强为学校揭牌，揭牌仪式举行。", {"秦强"}, id="a word of the dictionary"),
    pytest.param("杜若兰", "市长秦强督查防御台风“杜若兰”工作。", {"秦强"}, id="a storm's name"),
    pytest.param("东安", "市长秦强走访东安区企业，感谢东安人民。", {"秦强"}, id="a district's name"),
    pytest.param("洛山·云府大楼", "市长秦强来到洛山·云府大楼。", {"秦强"}, id="a building with a dot in its name"),
    pytest.param("巴雅尔图", "州长巴雅尔图出席会议。", {"巴雅尔图"}, id="no family name, but an office"),
    pytest.param("安宁", "市长安宁出席会议。", {"安宁"}, id="a common word behind a personal office"),
]


@pytest.mark.parametrize(("slip", "text", "expected"), SLIPS)
def test_a_model_that_slips_is_outvoted(slip: str, text: str, expected: set[str]) -> None:
    (told,) = understand(layout(text), Seen(slip), lexicon())  # type: ignore[arg-type]
    assert {p.name for p in told.people} == expected
