"""From the sample pages to a marked sentence in a browser, with the real models and nothing made up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import urlopen

import pytest
from gradio_client import Client

from rag import Assistant, Config, Language
from tests.ui.conftest import served
from tests.ui.reader import reading
from ui.cli import main

pytestmark = [pytest.mark.browser, pytest.mark.model]

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample pages, indexed by the command."""
    folder = tmp_path_factory.mktemp("index")
    assert main(["index", str(SEEDS), "--index", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def assistant(index: Path) -> Iterator[Assistant]:
    with Assistant.open(Config(index=index)) as opened:
        yield opened


@pytest.fixture(scope="module")
def at(assistant: Assistant, index: Path) -> Iterator[str]:
    with served(assistant, hidden=(index, SEEDS)) as address:
        yield address


def test_every_example_is_answered_and_its_first_sentence_stands_on_a_page(
    browser: Any, at: str, assistant: Assistant
) -> None:
    pages = {r.page.name: "".join(r.page.text.split()) for r in assistant.readings()}
    with reading(browser, at) as reader:
        for example in assistant.examples(Language.ZH):
            reader.choose(example)
            assert reader.page.locator("#conversation .refusal").count() == 0, example
            sentence = "".join(reader.open_marker(1).split())
            assert [name for name, text in pages.items() if sentence in text], example
            reader.start_over()
        assert reader.complaints == []
        assert reader.hosts == {urlsplit(at).netloc}


@pytest.mark.parametrize("name", ["pyproject.toml", "seeds/README.md", "ui/serve.py"])
def test_files_of_the_folder_are_not_handed_out(at: str, name: str) -> None:
    with pytest.raises(HTTPError) as refused:
        urlopen(f"{at}gradio_api/file={quote(str(SEEDS.parent / name))}")
    assert refused.value.code in (403, 404)


def test_index_is_not_handed_out(at: str, index: Path) -> None:
    for path in index.iterdir():
        with pytest.raises(HTTPError) as refused:
            urlopen(f"{at}gradio_api/file={quote(str(path))}")
        assert refused.value.code in (403, 404)


def test_three_endpoints_are_published_and_answer(at: str, assistant: Assistant) -> None:
    with urlopen(f"{at}gradio_api/info") as response:
        published = json.loads(response.read())
    assert list(published["named_endpoints"]) == [
        "/ask",
        "/search",
        "/list_events",
        "/read_article",
        "/person",
        "/changes_since",
    ]
    assert published["unnamed_endpoints"] == {}
    client = Client(at, verbose=False)
    example = assistant.examples(Language.ZH)[0]
    answer = client.predict(question=example, api_name="/ask")
    assert answer["verdict"] == "answered"
    texts = {r.page.name: r.page.text for r in assistant.readings()}
    for cited in answer["citations"]:
        assert "".join(texts[cited["page"]][start:end] for start, end in cited["spans"]) == cited["quote"]
    assert client.predict(question=example, limit=3, api_name="/search")["passages"][0]["text"]
    listed = client.predict(limit=2, api_name="/list_events")
    assert (listed["total"], len(listed["events"])) == (assistant.deeds().total, 2)


@pytest.mark.parametrize("path", ["monitoring", "monitoring/summary"])
def test_use_is_not_monitored(at: str, path: str) -> None:
    with pytest.raises(HTTPError) as refused:
        urlopen(f"{at}{path}")
    assert refused.value.code >= 400
