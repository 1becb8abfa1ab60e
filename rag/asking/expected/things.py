"""Which company, which village: whether a sentence names a thing of the kind asked for, and not only its kind."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.asking.matching.terms import ALTERNATIVE
from rag.asking.question.english import chinese_words
from rag.tables import rows

_WHICH = re.compile(r"哪(?:一|几|两|三|四|五|些)?[个家所座条处间]?(?P<kind>[一-鿿]{1,6})")
_ENGLISH = re.compile(r"\b(?:which|what) ((?:[a-z-]+ ){1,4}?)(?:did|does|was|were|is|are|has|have|had)\b", re.I)
NAME = 2
"""Characters of a name before the word for its kind."""
_NO_MORE = "(?![庄民居级容改貌里风长常副书员])"
"""Behind the word for a kind these make it another word (村庄, 街道长, 区委常委)."""

_NO_NAME = re.compile(
    r"(?:[多各每该这那某本全一两三四五六七八九十几数\d]+[个家所座条处间名批]?|有关|相关|部分|重点|部门|当地|企业|其他|一些|不少|优秀|大型|中小|常)$"
)


def lacks_thing(question: str, text: str) -> bool:
    """True where 哪家企业 is asked and the text names no company that the question does not name itself."""
    tails = tails_asked(question)
    return bool(tails) and not any(_names(text, tail, question, _kind(question)) for tail in tails)


@lru_cache(maxsize=64)
def tails_asked(question: str) -> tuple[str, ...]:
    """How the names of what is asked for end (哪家企业 -> 公司, 集团, …); empty where no such kind is asked for."""
    english = _ENGLISH.search(question)
    for asked in [chinese_words(english[1])[-1:]] if english else []:
        for word in (w for group in asked for w in group.split(ALTERNATIVE)):
            if tails := next((t for kind, t in _kinds().items() if word.endswith(kind)), ()):
                return tails
    for match in _WHICH.finditer(question):
        if tails := next((t for kind, t in _kinds().items() if _is_kind(kind, match["kind"])), ()):
            return tails
    return ()


@lru_cache(maxsize=64)
def _kind(question: str) -> str:
    """The word for the kind of thing asked for."""
    words = [m["kind"] for m in _WHICH.finditer(question)]
    return next((kind for kind in _kinds() for w in words if _is_kind(kind, w)), "")


def _is_kind(kind: str, words: str) -> bool:
    """Whether the words behind 哪家 are of this kind (被执行企业), and not somebody's office (局长)."""
    found = re.match(rf"[一-鿿]{{0,3}}?{kind}(?![长委领干书主负])", words)
    return found is not None and "领导" not in found.group()


def _names(text: str, tail: str, question: str, kind: str = "") -> bool:
    """Whether a thing of the kind is named by its tail, or in a list that ends in its kind (甲电子、乙海产两家企业)."""
    listed = rf"[一-鿿A-Za-z]{{{NAME},}}、[一-鿿A-Za-z]{{{NAME},}}等?[两二三四五六七八九十\d]+[家个所处座][一-鿿]{{0,4}}?{kind}"
    if kind and re.search(listed, text):
        return True
    for match in re.finditer(rf"[一-鿿A-Za-z0-9（）()·]{{{NAME},}}?{tail}{_NO_MORE}", text):
        before = match.group()[: -len(tail)]
        if not _NO_NAME.search(before) and match.group()[-NAME - len(tail) :] not in question:
            return True
    return False


@lru_cache(maxsize=1)
def _kinds() -> dict[str, tuple[str, ...]]:
    """Kind asked for -> tails of names of that kind, the longer kinds first."""
    found = {kind: tuple(tails.split()) for kind, tails, *_ in rows("things.tsv")}
    return dict(sorted(found.items(), key=lambda entry: -len(entry[0])))
