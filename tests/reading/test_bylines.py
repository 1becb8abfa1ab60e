"""Who wrote an article."""

from __future__ import annotations

import pytest

from rag.reading.bylines import by_role, find_byline

BODY = "5月6日，海州市召开会议。"


@pytest.mark.parametrize(
    ("paragraphs", "byline", "names"),
    [
        pytest.param([f"本报讯（记者林海）{BODY}"], "记者林海", ("林海",), id="one reporter"),
        pytest.param(
            [f"本报讯（记者姚远 通讯员叶海风）{BODY}"], "记者姚远 通讯员叶海风", ("姚远", "叶海风"), id="two roles"
        ),
        pytest.param([f"本报讯(全媒体记者 金山杰){BODY}"], "全媒体记者 金山杰", ("金山杰",), id="ASCII brackets"),
        pytest.param(
            [f"本报讯（通讯员王成 张雅）{BODY}"], "通讯员王成 张雅", ("王成", "张雅"), id="correspondents only"
        ),
        pytest.param(
            [f"新华社海州5月6日电（记者林海、陈志远）{BODY}"], "记者林海、陈志远", ("林海", "陈志远"), id="agency"
        ),
        pytest.param([f"本报讯（记者 王 敏）{BODY}"], "记者 王 敏", ("王敏",), id="a name of two characters set wide"),
        pytest.param([BODY, f"{BODY}（记者 林海）"], "记者 林海", ("林海",), id="at the end"),
        pytest.param([BODY, "记者 林海 摄"], "记者 林海", ("林海",), id="a photographer's line"),
        pytest.param(
            ["■本报记者 林海 通讯员 何田", BODY], "本报记者 林海 通讯员 何田", ("林海", "何田"), id="a line of its own"
        ),
        pytest.param([BODY, "读者 林海"], "读者 林海", ("林海",), id="a reader who signs a letter"),
        pytest.param([BODY, "编辑部 读者来信"], "", (), id="no name behind a reader"),
        pytest.param([f"[本报记者 沈月 报道]{BODY}"], "本报记者 沈月 报道", ("沈月",), id="square brackets"),
        pytest.param([BODY, f"{BODY}（周敏）"], "周敏", ("周敏",), id="a name in brackets at the end"),
        pytest.param([BODY, f"{BODY}（完）"], "", (), id="no name in brackets"),
        pytest.param([BODY, f"{BODY}（略图）"], "", (), id="no surname in brackets"),
        pytest.param(
            [f"海州新闻网记者 林海 为了解情况，{BODY}"], "海州新闻网记者 林海", ("林海",), id="run into the text"
        ),
        pytest.param(
            [BODY, f"{BODY}通讯员 何田 海州晚报/东江新闻记者 陈志远来源：海州晚报"],
            "通讯员 何田 海州晚报/东江新闻记者 陈志远",
            ("何田", "陈志远"),
            id="two papers, no names of people",
        ),
        pytest.param(
            [BODY, f"{BODY}文丨东江新闻记者林月华编辑丨周敏"],
            "文丨东江新闻记者林月华",
            ("林月华",),
            id="run into a role",
        ),
        pytest.param([BODY, f"{BODY}作者：周敏"], "作者：周敏", ("周敏",), id="an author"),
        pytest.param([f"记者 林海 东江报道{BODY}"], "记者 林海", ("林海",), id="a place that reports"),
        pytest.param([BODY, f"{BODY}记者从现场了解到，桥已通车"], "", (), id="a reporter who asked"),
        pytest.param([BODY], "", (), id="none"),
        pytest.param([], "", (), id="no body"),
        pytest.param(["市民（包括一名记者）参加。"], "", (), id="a reporter in the story"),
    ],
)
def test_byline_is_verbatim_and_names_are_apart(paragraphs: list[str], byline: str, names: tuple[str, ...]) -> None:
    assert find_byline(paragraphs) == (byline, names)


def test_names_of_each_role() -> None:
    assert by_role("本报记者林海、陈志远 通讯员 何田") == (("记者", ("林海", "陈志远")), ("通讯员", ("何田",)))
    assert by_role("周敏") == (("", ("周敏",)),)
