"""Which company, which village: whether a sentence names a thing of the kind asked for, and not only its kind."""

from __future__ import annotations

import re

from rag.asked import Thing

_NO_MORE = "(?![庄民居级容改貌里风长常副书员])"
"""Behind the word for a kind these make it another word (村庄, 街道长, 区委常委)."""

_NO_NAME = re.compile(
    r"(?:[多各每该这那某本全一两三四五六七八九十几数\d]+[个家所座条处间名批]?|有关|相关|部分|重点|部门|当地|企业|其他|一些|不少|优秀|大型|中小|常)$"
)


def lacks_thing(thing: Thing, text: str) -> bool:
    """True where 哪家企业 is asked and the text names no company that the question does not name itself."""
    return bool(thing.tails) and not any(_names(thing, text, tail) for tail in thing.tails)


def _names(thing: Thing, text: str, tail: str) -> bool:
    """Whether a thing of the kind is named by its tail, or in a list that ends in its kind (甲电子、乙海产两家企业)."""
    listed = rf"[一-鿿A-Za-z]{{{Thing.BEFORE},}}、[一-鿿A-Za-z]{{{Thing.BEFORE},}}等?[两二三四五六七八九十\d]+[家个所处座][一-鿿]{{0,4}}?{thing.kind}"
    if thing.kind and re.search(listed, text):
        return True
    for match in re.finditer(rf"[一-鿿A-Za-z0-9（）()·]{{{Thing.BEFORE},}}?{tail}{_NO_MORE}", text):
        before = match.group()[: -len(tail)]
        if not _NO_NAME.search(before) and match.group()[-Thing.BEFORE - len(tail) :] not in thing.named:
            return True
    return False
