"""Names of places: pinyin, the kind of place in English, the larger place behind the smaller."""

from __future__ import annotations

import pytest

from rag.rendering.places import kind_of, only_refers, place_rendered

PLACES = {
    "清河县": "Qinghe County",
    "大海镇": "Dahai Town",
    "柳溪村": "Liuxi Village",
    "青苗乡": "Qingmiao Township",
    "延安市": "Yan'an City",
    "六安市": "Lu'an City",
    "吕梁市": "Lüliang City",
    "陕西省": "Shaanxi Province",
    "山西省": "Shanxi Province",
    "西藏": "Tibet",
    "单县": "Shanxian County",
    "和县": "Hexian County",
    "朝阳区": "Chaoyang District",
    "长治市": "Changzhi City",
    "长治市长子县": "Zhangzi County, Changzhi City",
    "成都": "Chengdu",
    "于都县": "Yudu County",
    "珲春市": "Hunchun City",
    "浚县": "Xunxian County",
    "广州": "Guangzhou",
    "浙江": "Zhejiang",
    "金山": "Jinshan",
    "黄浦江": "Huangpu River",
    "北屿码头": "Beiyu Wharf",
    "云雾山茶场": "Yunwushan Tea Farm",
    "云杉纺织厂": "Yunshan Fangzhi Factory",
    "东江省清河市西亭区青苗镇": "Qingmiao Town, Xiting District, Qinghe City, Dongjiang Province",
    "学校": "School",
}


@pytest.mark.parametrize(("place", "rendered"), PLACES.items())
def test_a_place(place: str, rendered: str) -> None:
    assert place_rendered(place) == rendered


def test_what_points_at_a_place_is_no_name() -> None:
    assert [only_refers(p) for p in ("我市", "全县", "该村", "清河县", "全椒县")] == [True, True, True, False, False]
    assert (kind_of("清河县"), kind_of("东江")) == ("county", "river")
    assert kind_of("现场") == ""
