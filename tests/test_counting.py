"""Words that go with a number."""

from __future__ import annotations

import pytest

from rag.counting import Count, filled_in


@pytest.mark.parametrize(
    ("n", "written"),
    [
        pytest.param(0, "0 pages are", id="none"),
        pytest.param(1, "the page is", id="one"),
        pytest.param(2, "2 pages are", id="two"),
        pytest.param(12345, "12,345 pages are", id="thousands"),
    ],
)
def test_words_fit_the_number(n: int, written: str) -> None:
    assert f"{Count(n):the page is|# pages are}" == written


def test_other_formats_are_those_of_an_int() -> None:
    assert (f"{Count(1234)}", f"{Count(1234):,}", f"{Count(7):03}") == ("1234", "1,234", "007")


def test_only_whole_numbers_bring_words() -> None:
    assert filled_in("{n:# page|# pages} of {name}", n=1, name="青石|周报") == "1 page of 青石|周报"


def test_values_are_not_filled_in_again() -> None:
    assert filled_in("{name}: {n:#|#}", n=2, name="{n}") == "{n}: 2"


def test_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        filled_in("{n:# page|# pages}", pages=1)
