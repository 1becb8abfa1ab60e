"""The kind of thing a question asks for: which company, which village."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.asked import Thing
from rag.asking.matching.terms import ALTERNATIVE
from rag.asking.question.english import chinese_words
from rag.tables import rows

_WHICH = re.compile(r"哪(?:一|几|两|三|四|五|些)?[个家所座条处间]?(?P<kind>[一-鿿]{1,6})")
_ENGLISH = re.compile(r"\b(?:which|what) ((?:[a-z-]+ ){1,4}?)(?:did|does|was|were|is|are|has|have|had)\b", re.I)


def thing(question: str) -> Thing:
    """The thing asked for; without tails where no such kind is asked for."""
    tails = _tails(question)
    return Thing(_kind(question), tails, tuple(n for tail in tails for n in _named(question, tail)))


def _named(question: str, tail: str) -> list[str]:
    """The ends of names of the kind that the question gives itself: the tail and the characters before it."""
    ends = (m.end() for m in re.finditer(f"(?={re.escape(tail)})", question))
    return [question[k - Thing.BEFORE : k + len(tail)] for k in ends if k >= Thing.BEFORE]


def _tails(question: str) -> tuple[str, ...]:
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


def _kind(question: str) -> str:
    """The word for the kind of thing asked for."""
    words = [m["kind"] for m in _WHICH.finditer(question)]
    return next((kind for kind in _kinds() for w in words if _is_kind(kind, w)), "")


def _is_kind(kind: str, words: str) -> bool:
    """Whether the words behind 哪家 are of this kind (被执行企业), and not somebody's office (局长)."""
    found = re.match(rf"[一-鿿]{{0,3}}?{kind}(?![长委领干书主负])", words)
    return found is not None and "领导" not in found.group()


@lru_cache(maxsize=1)
def _kinds() -> dict[str, tuple[str, ...]]:
    """Kind asked for -> tails of names of that kind, the longer kinds first."""
    found = {kind: tuple(tails.split()) for kind, tails, *_ in rows("things.tsv")}
    return dict(sorted(found.items(), key=lambda entry: -len(entry[0])))
