"""Whether the characters of a verb are a verb where they stand, or cut out of longer words (调查处置 holds 查处)."""

from __future__ import annotations

from rag.dictionary import is_thing, is_verb, is_word, likelihood
from rag.tables import cue_words
from rag.understanding.lexicon import Lexicon, Use

PAIR = 2
"""Characters of most verbs and of the words around them."""

_JOINTS = "和与及"
_TO = "到"
_SETS_OUT = (Use.GO, Use.MOVE)
_ON_THE_WAY = cue_words("on_the_way")
"""Verbs of how one goes, behind which 到 tells where to (驱车到)."""


def cut_out(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the verb at `[start, end)` is part of two words that touch in it, of a longer noun, or only tells how far
    the verb before it went (考虑到)."""
    if text[start:end] == _TO:
        return _completes(text, start, lexicon)
    return end - start == PAIR and (_straddled(text, start, end) or _in_noun(text, start, end))


def _straddled(text: str, start: int, end: int) -> bool:
    """Whether the word before takes the first character and the one behind the last, which is likelier than the verb."""
    if start == 0 or end == len(text):
        return False
    left, right = text[start - 1 : start + 1], text[end - 1 : end + 1]
    parted = likelihood((left, right))
    return parted > 0 and parted > likelihood((text[start - 1], text[start:end], text[end]))


def _in_noun(text: str, start: int, end: int) -> bool:
    """Whether a noun begins with the verb (揭幕战), none of which begins the next word (研究部署)."""
    last = text[end : end + 1]
    return is_thing(text[start : end + 1]) and last not in _JOINTS and not is_word(text[end : end + PAIR])


def _completes(text: str, start: int, lexicon: Lexicon) -> bool:
    before = text[max(0, start - PAIR) : start]
    known = lexicon.verbs.get(before)
    return is_verb(before) and before not in _ON_THE_WAY and not (known and known.use in _SETS_OUT)
