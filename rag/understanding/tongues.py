"""Names that family names do not give away: of other tongues behind an office, with sex or people in brackets, in a résumé."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from rag.script import DOT, HAN
from rag.tables import any_of, rows
from rag.understanding.installed import installed
from rag.understanding.lexicon import Lexicon

SHORTEST, LONGEST = 3, 6
"""Characters of a name that its sounds give away: two agree with ordinary words too often."""

CERTAIN = 4
"""Characters from which on such a run is a name whatever follows it."""

_SAID = re.compile(rf"[{HAN}{DOT}]{{2,9}}(?=[（(](?:[男女]|[{HAN}]{{1,5}}族)[，,、）)])")
_RESUME = re.compile(
    rf"(?:^|(?<=[\n。；;：:]))[ \u3000]*([{HAN}]{{2,4}}|[{HAN}]{{1,8}}(?:{DOT}[{HAN}]{{1,6}})+)[，,](?=[男女][，,])",
    re.M,
)
_TO_OFFICE = re.compile(
    rf"(?:^|(?<=[\n。；;：:、，,])|(?<={any_of('giving_office')}))([一-鿿]{{2,3}})(?=为[^，,。；;\n]{{2,30}})", re.M
)
_FROM_OFFICE = re.compile(
    r"(?:^|(?<=[\n。；;：:])|(?<=免去|接受))([一-鿿]{2,3})(?=的[^，,。；;\n]{2,30}职务|(?:同志)?(?:因[^，,。]{0,12})?(?:请求)?(?:辞去|不再担任))",
    re.M,
)
_COMRADE = re.compile(
    rf"(?:^|(?<=[\n。；;：:、，,去受命]))([{HAN}]{{2,3}})(?=同志(?:任|为|不再|兼|担任|的|辞去))", re.M
)
_ABOUT = ((re.compile("职务|辞去|不再担任"), _FROM_OFFICE), (re.compile("同志"), _COMRADE))
"""What stands in a text in which each of these finds anything: most have none."""

_JOINED = re.compile("、")


def told_names(text: str, ends: Mapping[int, str], lexicon: Lexicon) -> Iterator[str]:
    """Each sighting of a name that is told by more than its family name; `ends` are where offices end."""
    for start in {*ends, *(m.end() for m in _JOINED.finditer(text))}:
        if (said := _SAID.match(text, start)) and not lexicon.patterns["office"].search(said.group()):
            yield said.group()
    yield from (m[1] for m in _RESUME.finditer(text))
    moved = [m for m in _TO_OFFICE.finditer(text) if m[1][0] in lexicon.surnames and installed(text, m.end(), lexicon)]
    others = (m for cue, pattern in _ABOUT if cue.search(text) for m in pattern.finditer(text))
    yield from (m[1] for m in (*moved, *others) if m[1][0] in lexicon.surnames)
    yield from filter(None, (sounding(text, start, lexicon) for start in ends))


def sounding(text: str, start: int, lexicon: Lexicon) -> str:
    """What stands there in the characters of such names alone, to the end of that run; or nothing."""
    end, follower = start, lexicon.patterns["follower"]
    while end < len(text) and text[end] in _sounds():
        word = follower.match(text, end) if end > start + 1 else None
        if word and len(word.group()) > 1:
            break
        end += 1
    size = end - start
    if SHORTEST <= size <= LONGEST and text[start:end] not in lexicon.dictionary_words:
        follows = end == len(text) or not text[end].isalnum() or lexicon.patterns["follower"].match(text, end)
        return text[start:end] if size >= CERTAIN or follows else ""
    return ""


@cache
def _sounds() -> frozenset[str]:
    return frozenset(char for (char, *_) in rows("name_sounds.tsv"))
