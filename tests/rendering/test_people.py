"""Names of people in Latin letters: the sound of a family name is its own."""

from __future__ import annotations

import pytest

from rag.rendering.people import romanised

NAMES = {
    "单文澜": "Shan Wenlan",
    "解守成": "Xie Shoucheng",
    "仇和平": "Qiu Heping",
    "区志明": "Ou Zhiming",
    "查明远": "Zha Mingyuan",
    "曾国平": "Zeng Guoping",
    "任长霞": "Ren Changxia",
    "盖晓娟": "Ge Xiaojuan",
    "朴正明": "Piao Zhengming",
    "翟明": "Zhai Ming",
    "缪文": "Miao Wen",
    "覃海": "Qin Hai",
    "薄云": "Bo Yun",
    "乐行舟": "Yue Xingzhou",
    "召明": "Shao Ming",
    "员立": "Yun Li",
    "种立": "Chong Li",
    "那仁": "Na Ren",
    "能明": "Nai Ming",
    "尉迟明": "Yuchi Ming",
    "长孙立": "Zhangsun Li",
    "万俟川": "Moqi Chuan",
    "令狐青": "Linghu Qing",
    "澹台明": "Tantai Ming",
    "单于归": "Chanyu Gui",
    "乐正清": "Yuezheng Qing",
    "闾丘明": "Lüqiu Ming",
    "欧阳建国": "Ouyang Jianguo",
    "司马青": "Sima Qing",
}


@pytest.mark.parametrize(("name", "written"), NAMES.items())
def test_a_family_name_of_several_sounds(name: str, written: str) -> None:
    assert romanised(name) == written


@pytest.mark.parametrize(
    ("name", "written"),
    [
        pytest.param("吕明", "Lü Ming", id="ü keeps its dots"),
        pytest.param("张平安", "Zhang Ping'an", id="two syllables that would run into each other"),
        pytest.param("陈志远", "Chen Zhiyuan", id="none that would"),
        pytest.param("孙都", "Sun Du", id="都 in a name is no dou"),
        pytest.param("李长青", "Li Changqing", id="长 in a name is no zhang"),
        pytest.param("扎西多杰", "Zhaxiduojie", id="of another tongue, in one word"),
        pytest.param("阿布都热西", "Abudurexi", id="longer than any with a family name"),
        pytest.param("买买提·艾力", "Maimaiti·Aili", id="joined by a dot"),
        pytest.param("夏海娜", "Xia Haina", id="a family name before characters of other tongues"),
    ],
)
def test_a_name_is_written_as_the_standard_has_it(name: str, written: str) -> None:
    assert romanised(name) == written
