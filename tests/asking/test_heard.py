"""Names by their sound: from syllable to syllable, in any spacing, the family name first or last."""

from __future__ import annotations

import pytest

from rag.asking.heard import Heard, latin_words, sounding

HEARD = Heard(
    ("陈志远", "程志", "吕文", "单文澜", "欧阳明德", "张平安", "袁志臣", "谢安", "仙仁"),
    ("清河县", "清河市", "延安市", "大海镇", "云雾山茶场"),
)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        pytest.param("chen zhiyuan", ["陈志远"], id="as it is written"),
        pytest.param("Chen Zhi-yuan", ["陈志远"], id="a hyphen"),
        pytest.param("chenzhiyuan", ["陈志远"], id="in one word"),
        pytest.param("CHEN Zhiyuan", ["陈志远"], id="capitals"),
        pytest.param("Chén Zhìyuǎn", ["陈志远"], id="tones"),
        pytest.param("Zhiyuan Chen", ["陈志远"], id="the family name last"),
        pytest.param("zhiyuan", ["陈志远"], id="the given name"),
        pytest.param("chen", ["陈志远", "袁志臣"], id="whole syllables: 程 is no chen"),
        pytest.param("chenzhiyu", ["陈志远"], id="half a syllable where no name ends with a whole one"),
        pytest.param("Lü Wen", ["吕文"], id="ü"),
        pytest.param("lvwen", ["吕文"], id="ü typed as v"),
        pytest.param("Lyu Wen", ["吕文"], id="ü in a passport"),
        pytest.param("shan wenlan", ["单文澜"], id="a family name as it is read"),
        pytest.param("dan wenlan", ["单文澜"], id="and as a word is"),
        pytest.param("Ouyang Mingde", ["欧阳明德"], id="a family name of two characters"),
        pytest.param("Zhang Ping'an", ["张平安"], id="an apostrophe"),
        pytest.param("xian", ["仙仁"], id="letters that may be parted in two ways"),
        pytest.param("huang", [], id="nobody"),
        pytest.param("c", [], id="a letter"),
        pytest.param("x" * 400, [], id="no syllables, and far too many"),
        pytest.param("a" * 40, [], id="very many syllables"),
    ],
)
def test_people(typed: str, names: list[str]) -> None:
    assert sorted(HEARD.people(latin_words(typed))) == sorted(names)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        pytest.param("qinghe", ["清河县", "清河市"], id="the stem"),
        pytest.param("qinghexian", ["清河县"], id="its kind in pinyin"),
        pytest.param("Qinghe County", ["清河县"], id="its kind in English"),
        pytest.param("Yan'an", ["延安市"], id="an apostrophe"),
        pytest.param("Yunwushan Tea Farm", ["云雾山茶场"], id="a kind of two words"),
        pytest.param("Dahai Village", [], id="another kind"),
    ],
)
def test_places(typed: str, names: list[str]) -> None:
    assert list(HEARD.places(latin_words(typed))) == names


def test_what_is_not_latin_has_no_words() -> None:
    assert latin_words("chen 志远") == ()
    assert latin_words("G20") == ()
    assert latin_words(" ") == ()
    assert latin_words("Chén  Zhì-yuǎn") == ("chen", "zhi", "yuan")


def test_newspapers() -> None:
    assert sounding(latin_words("Haizhou Ribao"), ("海州日报", "清河日报")) == ("海州日报",)
