"""Events and people are found by pinyin and English in a real index: whatever is listed for the characters is listed so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.asking.assistant import Assistant
from rag.config import Config
from rag.indexing import build
from rag.listings import Wanted
from rag.records import Activity
from tests.fakes import HashingEncoder, write_pages
from tests.indexing.test_live import opened

PAGES = {
    "bridge.txt": "东江大桥建成通车\n　　本报讯（记者 何小雨）5月6日，海州市市长陈志远来到东江县检查大桥通车情况。他要求加强管护。\n",
    "school.txt": "新学校迎来首批学生\n　　本报讯（记者 方宁）9月1日，副县长单文澜走访望湖小学。校园里书声琅琅。\n",
    "sitting.txt": "全市防汛会议召开\n　　本报讯（记者 方宁）6月3日，副市长程志主持召开全市防汛工作会议。会议强调要做好准备。\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    root: Path = tmp_path_factory.mktemp("sounds")
    config = Config(index=root / "index")
    pages = write_pages(root / "pages", PAGES)
    build(config, [pages], encoder=HashingEncoder(), load_names=lambda: None)
    with opened(config) as made:
        yield made


def pages(assistant: Assistant, **fields: str) -> list[str]:
    found = {deed.event.page for deed in assistant.deeds(Wanted(**fields)).deeds}
    assert sum(a.count for a in assistant.tally(Wanted(**fields)).activities) == assistant.deeds(Wanted(**fields)).total
    return sorted(found)


@pytest.mark.parametrize(
    "typed", ["chen zhiyuan", "Chen Zhi-yuan", "chenzhiyuan", "Chén Zhìyuǎn", "Zhiyuan Chen", "zhiyuan"]
)
def test_a_person_however_it_is_spelled(assistant: Assistant, typed: str) -> None:
    for field in ("who", "text"):
        assert pages(assistant, **{field: typed}) == ["bridge.txt"], field
    assert [known.name for known in assistant.people(typed).people] == ["陈志远"]


def test_a_family_name_of_several_sounds(assistant: Assistant) -> None:
    assert pages(assistant, who="Shan Wenlan") == pages(assistant, who="单文澜") == ["school.txt"]
    assert [known.name for known in assistant.people("shan").people] == ["单文澜"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("inspection", ["bridge.txt"], id="a kind"),
        pytest.param("visits", ["school.txt"], id="in the plural"),
        pytest.param("meeting", ["sitting.txt"], id="two kinds"),
        pytest.param("Chaired a meeting", ["sitting.txt"], id="as the page calls it"),
        pytest.param("主持会议", ["sitting.txt"], id="as the Chinese page calls it"),
        pytest.param("inspection Chen Zhiyuan", ["bridge.txt"], id="with a name"),
        pytest.param("inspection Shan Wenlan", [], id="all of it must fit"),
        pytest.param("Dongjiang County", ["bridge.txt"], id="a place in English"),
        pytest.param("dongjiangxian", ["bridge.txt"], id="a place in pinyin"),
        pytest.param("mayor", ["bridge.txt", "sitting.txt"], id="an office"),
        pytest.param("检查", ["bridge.txt"], id="characters as before"),
    ],
)
def test_words_of_a_search(assistant: Assistant, typed: str, found: list[str]) -> None:
    assert pages(assistant, text=typed) == found


def test_each_filter(assistant: Assistant) -> None:
    assert pages(assistant, office="deputy county head") == ["school.txt"]
    assert pages(assistant, where="Dongjiang") == ["bridge.txt"]
    assert pages(assistant, who="chen zhiyuan", office="mayor") == ["bridge.txt"]
    assert pages(assistant, who="chen zhiyuan", office="deputy mayor") == []
    assert pages(assistant, who="cheng zhi", office="deputy mayor") == ["sitting.txt"]
    assert sorted(known.name for known in assistant.people("deputy mayor").people) == ["程志"]


def test_every_list_takes_it_alike(assistant: Assistant) -> None:
    wanted = Wanted(who="chenzhiyuan")
    assert {e.page for e in assistant.events(wanted)} == {"bridge.txt"}
    assert {a.name for a in assistant.tally(Wanted(text="meeting")).activities} <= {
        Activity.MEETING_CHAIR.value,
        Activity.MEETING_ATTEND.value,
    }
    assert assistant.network(wanted) == assistant.network(Wanted(who="陈志远"))
    assert assistant.places(wanted) == assistant.places(Wanted(who="陈志远"))
