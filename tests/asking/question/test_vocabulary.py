"""Names of the index by their pinyin."""

from __future__ import annotations

import pytest

from rag.asking.question.vocabulary import Vocabulary, blur, pinyin

KNOWN = Vocabulary(["陈志远", "陈致远", "周文澜", "林", "一二三四五六七"], ["青石镇", "白沙街道", "东江县", "乡"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("陈志远", "chenzhiyuan", id="syllables together, no tones"),
        pytest.param("吕国良", "lvguoliang", id="ü as v"),
        pytest.param("A座", "azuo", id="letters in lower case"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_pinyin(text: str, expected: str) -> None:
    assert pinyin(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("zhang", "zan", id="zh and z, ng and n"),
        pytest.param("chen", "ceng", id="ch and c"),
        pytest.param("shi", "si", id="sh and s"),
    ],
)
def test_confused_sounds_are_made_equal(one: str, other: str) -> None:
    assert blur(one) == blur(other)


def test_other_sounds_stay_apart() -> None:
    assert len({blur(s) for s in ("lan", "nan", "fan", "han", "zhan", "chan", "shan")}) == 7


def test_names_too_short_or_too_long_are_no_names() -> None:
    assert KNOWN.people == {"陈志远", "陈致远", "周文澜"}
    assert KNOWN.places == {"青石镇", "白沙街道", "东江县"}


def test_a_rarer_reading_finds_a_name_where_no_name_is_usually_read_so() -> None:
    rare = Vocabulary(["单文澜", "方劲川"], []).people_by_pinyin
    assert (rare["shanwenlan"], rare["danwenlan"]) == (("单文澜",), ("单文澜",))
    assert (rare["fangjinchuan"], rare["fangjingchuan"]) == (("方劲川",), ("方劲川",))
    assert Vocabulary(["方劲川", "方竞川"], []).people_by_pinyin["fangjingchuan"] == ("方竞川",)


def test_a_family_name_is_read_as_one() -> None:
    known = Vocabulary(["仇和平", "单文澜", "山文澜"], []).people_by_pinyin
    assert (known["qiuheping"], known["shanwenlan"]) == (("仇和平",), ("单文澜", "山文澜"))


def test_people_by_pinyin() -> None:
    assert KNOWN.people_by_pinyin["chenzhiyuan"] == ("陈志远", "陈致远")
    assert KNOWN.people_by_pinyin["zhouwenlan"] == ("周文澜",)
    assert set().union(*KNOWN.people_by_pinyin.values()) == {"陈志远", "陈致远", "周文澜"}


def test_people_by_sound() -> None:
    assert KNOWN.people_by_sound == {"cenziyuan": ("陈志远", "陈致远"), "zouwenlan": ("周文澜",)}


def test_a_place_said_without_its_tail_is_searched_for_without_it() -> None:
    assert KNOWN.places_by_pinyin == {
        "qingshizhen": ("青石镇",),
        "qingshi": ("青石",),
        "baishajiedao": ("白沙街道",),
        "baisha": ("白沙",),
        "dongjiangxian": ("东江县",),
        "dongjiang": ("东江",),
    }
