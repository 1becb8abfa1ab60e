"""Which company, which village: whether a sentence names a thing of the kind asked for, and not only its kind."""

from __future__ import annotations

import re

from rag.asked import Thing
from rag.tables import any_of

_NO_MORE = "(?![庄民居级容改貌里风长常副书员])"
"""Behind the word for a kind these make it another word (村庄, 街道长, 区委常委)."""

_NO_NAME = re.compile(
    rf"(?:[多各每该这那某本全一两三四五六七八九十几数\d]+[个家所座条处间名批]?|{any_of('which_ones', 'asking_cues.tsv')})$"
)


_NEAR = 8
"""Characters before a tail that tell whether they are a name."""

_NAMING = "一-鿿A-Za-z0-9（）()·"
"""Characters of names, as a set has them."""

_COUNTING = "两二三四五六七八九十"
_LISTED = (
    rf"(?<=[一-鿿A-Za-z]{{{Thing.BEFORE}}})、[一-鿿A-Za-z]{{{Thing.BEFORE},}}"
    rf"(?:[{_COUNTING}]|\d[{_COUNTING}\d]*)[家个所处座][一-鿿]{{0,4}}?"
)
"""A list and how many there are, with what may stand between that and their kind."""


def lacks_thing(thing: Thing, text: str) -> bool:
    """True where 哪家企业 is asked and the text names no company that the question does not name itself."""
    return bool(thing.tails) and not any(_names(thing, text, tail) for tail in thing.tails)


def _names(thing: Thing, text: str, tail: str) -> bool:
    """Whether a thing of the kind is named by its tail, or in a list that ends in its kind (甲电子、乙海产两家企业)."""
    if thing.kind and re.search(_LISTED + thing.kind, text):
        return True
    taken = 0
    for match in re.finditer(f"(?<=[{_NAMING}]{{{Thing.BEFORE}}}){tail}{_NO_MORE}", text):
        if match.start() - taken < Thing.BEFORE:  # that much is the end of the name before
            continue
        before, taken = text[max(taken, match.start() - _NEAR) : match.start()], match.end()
        if not _NO_NAME.search(before) and before[-Thing.BEFORE :] + match.group() not in thing.named:
            return True
    return False
