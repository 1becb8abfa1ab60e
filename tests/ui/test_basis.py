"""How a day is known is told in the reader's language; what the page prints stays as it is."""

from __future__ import annotations

import pytest

from rag import Language
from ui.present.basis import worded, worded_html


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
        ("““七一”前夕”，未写明日期", "““七一”前夕” (no day is given)"),
        ("“5月6日”；年份据版面上部署的“2023年”推定", "“5月6日”; year from the page's plans for “2023年”, inferred"),
        ("“5月6日”；年份据5月6日是星期三推定", "“5月6日”; year from 6/5 being a Wednesday, inferred"),
    ],
)
def test_a_basis_in_english(basis: str, english: str) -> None:
    assert worded(Language.EN, basis) == english
    assert worded(Language.ZH, basis) == basis


def test_the_pages_own_words_say_that_they_are_chinese() -> None:
    basis = "“5月<6日”；见报日2022-05-08"
    assert worded_html(Language.EN, basis) == '<span lang="zh">“5月&lt;6日”</span>; printed 2022-05-08'
    assert worded_html(Language.ZH, basis) == "“5月&lt;6日”；见报日2022-05-08"
