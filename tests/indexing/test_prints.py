"""Whether anything that was read prints some words."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.config import Config
from rag.indexing import build, lookup, open_indexes
from tests.fakes import write_pages

PAGES = {
    "a.txt": "晨江日报\n2024年5月6日 星期一 责任编辑：邬长柏\n\n滕飞调研渡口\n\n本报讯（记者尚小月）5月5日，县委书记滕飞到梅\n林渡口调研。县长白英参加。\n"
}

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    folder: Path = tmp_path_factory.mktemp("prints")
    config = Config(index=folder / "index")
    build(config, [write_pages(folder / "pages", PAGES)])
    return config


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        pytest.param("滕飞", True, id="a name"),
        pytest.param("尚小月", True, id="a reporter"),
        pytest.param("邬长柏", True, id="in the masthead"),
        pytest.param("梅林渡口", True, id="across the end of a line"),
        pytest.param("林渡", True, id="no word by itself"),
        pytest.param("飞白", False, id="its characters stand apart"),
        pytest.param("吕国良", False, id="nowhere"),
    ],
)
def test_what_is_printed(config: Config, words: str, printed: bool) -> None:
    assert lookup.prints(open_indexes(config).store, words) is printed


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("渡口", 2, id="in a headline and a sentence"),
        pytest.param("英", 1, id="one character, which has no pair"),
        pytest.param("飞白", 0, id="its characters stand apart"),
        pytest.param("%", 0, id="no letter"),
    ],
)
def test_passages_that_print_it(config: Config, words: str, found: int) -> None:
    texts = lookup.printing(open_indexes(config).store, words, 20)
    assert len(texts) == found
    assert all(words in text for text in texts)
