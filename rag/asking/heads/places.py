"""Places of a sentence: those the article is known to name, and what stands behind a word of being or going somewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.answered import HeadKind
from rag.asked import Frame
from rag.asking.heads.slots import Slot
from rag.asking.retrieval.judge import Judged
from rag.dictionary import is_word
from rag.rendering.places import known_places
from rag.tables import any_of, rows

_BEHIND = re.compile(
    rf"(?:{any_of('going', 'asking_cues.tsv')}|在|到|赴|至|于|去)(?!位|职|任|此|于|内|外|的|了|场|会|建|全|线|校|读|岗)"
    r"(?P<place>[一-鿿A-Za-z0-9·“”()（）\-]{2,30}?)"
    rf"(?=[，,。；;！、]|{any_of('at_place', 'asking_cues.tsv')}|$)"
)


_BETWEEN = re.compile(r"[一-鿿]{0,2}")
"""What a name may have lost between a region and what lies in it (三樟镇油麻田村, of which 三樟镇 and 麻田村 are known)."""
SHORTEST = 3
"""Characters from which on the name of a place is taken for whole without doubt."""
_SMALL = re.compile(r"[的在到和与及等内外里上下之至从往去对为将赴访看驻来经由向]")
"""What is no piece of a name."""
_IN = re.compile(r"(?:自治区|自治州|省|市|区|县|旗|州|镇|乡|街道|村)$")
_REGION = re.compile(r"^[一-鿿]{2,20}?(?:自治区|自治州|省|市|区|县|旗|州|镇|乡|街道|村)(?=[一-鿿“]{2})")
_WHOLE = re.compile(r"(?:[一-鿿]{2,12}?(?:省|市|区|县|州)){1,5}")
_VAGUE = re.compile(rf"{any_of('no_place_name', 'asking_cues.tsv')}|[多数几两三四五六七八九十\d]{{1,12}}[家个处户]")


def places(query: Frame, best: Judged) -> list[Slot]:
    """Each place once, in the order of the sentence; what the question says already is none.

    What stands behind 在 or 到 is one where it ends as places and bodies do; a region that the question names before it
    is left out.
    """
    text = best.passage.text
    known = ((text.find(p), p) for p in best.candidate.places if len(p) > 1)
    found = {(at, at + len(p)): p for at, p in known if at >= 0}
    for match in _BEHIND.finditer(text):
        span = match.span("place")
        if not any(s < span[1] and span[0] < e for s, e in found) and match["place"].endswith(_tails()):
            found[span] = match["place"]
    stated = {span: _within(query, text[slice(*span)]) for span in _closest(text, sorted(found))}
    return [
        Slot(place, HeadKind.PLACE, span[1] - len(place), span[1])
        for span, place in stated.items()
        if len(place) > 1 and not query.wording.sought.says(place) and not _VAGUE.search(place)
    ]


def _closest(text: str, found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of places that lie in each other (某某镇某某村) the closest, from where the larger one ends; a larger one with it that is
    only a kind of place (某某镇街道)."""
    closest: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if closest and end <= closest[-1][1]:
            continue
        larger, its_end = closest[-1] if closest else (0, 0)
        between = text[its_end:start] if closest and start >= its_end else "，"
        inside = _IN.search(text[larger:its_end]) and _BETWEEN.fullmatch(between)
        if not inside or _SMALL.search(between) or is_word(between):
            closest.append((start, end))
        elif text[its_end:end] in kinds() or end - its_end < SHORTEST:
            closest[-1] = (larger, end)
        else:
            closest[-1] = (its_end, end)
    return closest


def is_region(place: str) -> bool:
    """Whether it is a country, a province, a city, a county or several of them in each other, and no place in one."""
    return _WHOLE.fullmatch(place) is not None or place in known_places()


def statable(query: Frame, place: str) -> str:
    """The place as an answer may state it; empty for what the question says, names no one place, or is a whole region."""
    bare = _within(query, place)
    vague = (
        len(bare) < 2
        or "的" in bare
        or not bare.endswith(_tails())
        or query.wording.sought.says(bare)
        or _VAGUE.search(bare)
        or bare in kinds()
    )
    return "" if vague or _WHOLE.fullmatch(bare) else bare


def _within(query: Frame, place: str) -> str:
    """The place without the regions before it up to the last one that the question names itself."""
    regions, rest = 0, place
    while region := _REGION.match(rest):
        rest = rest[region.end() :]
        if query.wording.sought.says(region.group()) or query.wording.sought.says(region.group()[:-1]):
            regions = len(place) - len(rest)
    return place[regions:]


@lru_cache(maxsize=1)
def _tails() -> tuple[str, ...]:
    """How names of places and of bodies end."""
    tails = {tail for _, words, *_ in rows("things.tsv") for tail in words.split()}
    return tuple(tails | {tail for tail, *_ in rows("place_suffixes.tsv")})


@lru_cache(maxsize=1)
def kinds() -> frozenset[str]:
    """Words that say what kind of place something is and name none."""
    return frozenset(kind for table in ("things.tsv", "generic_places.tsv") for kind, *_ in rows(table))
