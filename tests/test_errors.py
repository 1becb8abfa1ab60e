"""An error a user can cause is one line: the fact, then the remedy."""

from __future__ import annotations

import inspect

import pytest

from rag import errors
from rag.errors import RagError

FAMILY = [c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, Exception)]


@pytest.mark.parametrize(
    ("fact", "remedy", "line"),
    [
        pytest.param("the page is empty", "save its text", "the page is empty; save its text", id="fact and remedy"),
        pytest.param("the page is empty", "", "the page is empty", id="nothing to be done"),
        pytest.param(
            "bad\nname\r\n.txt", "re\u2028name it", "bad name .txt; re name it", id="line breaks in a file's name"
        ),
        pytest.param("  two   spaces ", "\t", "two spaces", id="white space around"),
    ],
)
def test_message(fact: str, remedy: str, line: str) -> None:
    assert str(RagError(fact, remedy)) == line


def test_fact_and_remedy_can_be_shown_apart() -> None:
    error = RagError("port 7860 is in use", "give another with --port")
    assert (error.fact, error.remedy) == ("port 7860 is in use", "give another with --port")


@pytest.mark.parametrize("kind", FAMILY, ids=lambda c: c.__name__)
def test_every_error_is_caught_as_one(kind: type[Exception]) -> None:
    with pytest.raises(RagError, match=r"^what; do$"):
        raise kind("what", "do")
