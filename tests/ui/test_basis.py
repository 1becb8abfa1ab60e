"""How a day is known is told in the reader's language; what the page prints stays as it is."""

from __future__ import annotations

import pytest

from rag import Language
from ui.present.basis import worded


@pytest.mark.parametrize(
    ("basis", "english"),
    [
        ("“5月6日”；见报日2022-05-08", "“5月6日”; printed 2022-05-08"),
        ("“5月6日”；发布日2022-05-08", "“5月6日”; published 2022-05-08"),
        ("“昨日”；见报日不详", "“昨日”; the day of printing is not known"),
        (
            "“近日”，未写明日期；月份据“做好春节期间”、版面上的“2022年”推定",
            "“近日” (no day is given); month from “做好春节期间”, the page's “2022年”, inferred",
        ),
        (
            "“5月6日”；年份据“市长周文涛”（据其他版面）推定",
            "“5月6日”; year from “市长周文涛” (by other pages), inferred",
        ),
        ("文中没有日期", "the text prints no date"),
        ("文中没有日期；见报日2025-02-27", "the text prints no date; printed 2025-02-27"),
    ],
)
def test_a_basis_in_english(basis: str, english: str) -> None:
    assert worded(Language.EN, basis) == english
    assert worded(Language.ZH, basis) == basis
