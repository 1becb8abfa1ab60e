"""The kind of thing a question asks for: which company, which village."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.asked import Thing
from rag.asking.matching.terms import ALTERNATIVE
from rag.asking.question.english import chinese_words
from rag.tables import any_of, rows
from rag.time import number

_WHICH = re.compile(r"哪(?:一|几|两|三|四|五|些)?[个家所座条处间]?(?P<kind>[一-鿿]{1,6})")
_ONE_OF = re.compile(
    r"哪(?!里|儿|[天日年月]|[些几]?(?:个|种|项|条|点)?方面)(?:(?P<number>[两三四五六七八九十])|[一几些])?[个家所座条处间位名支项种]?(?P<noun>[一-鿿]{1,4})"
)
"""What asks for one or some of a kind, not for what is told of something, and the beginning of what stands behind it."""
_ONE_OF_ENGLISH = re.compile(r"\bwhich (?:(?P<number>two|three|four|five|six) )?(?P<noun>(?:[a-z-]+ ?){1,2})", re.I)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ENGLISH = re.compile(
    rf"\b(?:which|what) ((?:[a-z-]+ ){{1,4}}?)(?:{any_of('auxiliaries_en', 'asking_cues.tsv')})\b", re.I
)


def thing(question: str) -> Thing:
    """The thing asked for; without tails where no such kind is asked for."""
    tails = _tails(question)
    return Thing(
        _kind(question),
        tails,
        tuple(n for tail in tails for n in _named(question, tail)),
        *_one_of(question),
    )


def _one_of(question: str) -> tuple[str, int]:
    """What stands behind 哪个 and how many of it; of an English question the Chinese words for what stands behind which, or that
    itself."""
    if found := _ONE_OF.search(question):
        return found["noun"], number(found["number"]) if found["number"] else 0
    asked = _ONE_OF_ENGLISH.search(question)
    if asked is None:
        return "", 0
    return "".join(chinese_words(asked["noun"])) or asked["noun"], _NUMBERS.get((asked["number"] or "").lower(), 0)


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
