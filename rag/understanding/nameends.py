"""Where a name ends: whether the character behind a short name is its last, or a word of the sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache

from rag.dictionary import goes_on, is_word
from rag.tables import rows
from rag.understanding.lexicon import Lexicon

MARKS = '，。、；：,;:！？!?“”‘’"（）()《》〈〉【】…—·\n\r\t 　'
"""What stands between words of a sentence, none of which belongs to a name."""

_CLOSING = MARKS.translate(dict.fromkeys(map(ord, "“‘（(《〈【")))
"""Those that no phrase begins with."""

SURE = 2
"""Characters of a word behind a name (主持, 讲话) that, with an office before it, vouches for an unlikely one."""

THING, NOTHING = "thing", "none"
"""What must stand behind a character that joins or leads to something, and behind one that may end its clause, for it to
be a word."""

_PEOPLE_OR_BODY = re.compile("[组部院者员团队局室处办会长家]|人员")
"""Behind a verb, what makes one word with it for somebody or a body (检查组)."""


OFTEN = 1000
"""Occurrences in the dictionary's corpus of a word (看到) that is likelier than a name and a word of one character."""


class Last(Enum):
    """What a character behind a short name is: a word, the last of a longer name, or either by what stands there."""

    WORD = "word"
    NAME = "name"
    EITHER = "either"


def followed(text: str, at: int, lexicon: Lexicon) -> int:
    """How many characters at `at` are a word or a mark that may follow a name; 0 where a name cannot end there."""
    if at >= len(text) or text[at] in MARKS:
        return 1
    match = lexicon.patterns["follower"].match(text, at)
    return len(match.group()) if match else 0


def gone_on(text: str, at: int, lexicon: Lexicon) -> int:
    """The same, where two words of a character each (仍在) may follow, of which names hardly end with the first."""
    known = followed(text, at, lexicon)
    if known < SURE and rare_last(text[at : at + 1]) and _is_word(text, at, lexicon):
        pairs = (text[k : k + SURE] for k in (at, at + 1))
        return 1 + bool(followed(text, at + 1, lexicon) or any(map(is_word, pairs)))
    return known


def rare_last(char: str) -> bool:
    """Whether a name hardly ends with a character, which is a word far more often."""
    return _behind().get(char, ("", ""))[1] == "rare"


def last(text: str, at: int, lexicon: Lexicon) -> Last:
    """What the character at `at` is, where both what ends before it and what ends with it may be a name."""
    own, behind = followed(text, at, lexicon), followed(text, at + 1, lexicon)
    if own < SURE and goes_on(text[at : at + SURE]) > (OFTEN if behind else 0):
        own = SURE
    if own >= SURE and own > behind:
        return Last.WORD
    if text[at] not in _behind():
        return Last.NAME if behind >= own else Last.EITHER
    if own < SURE and not _is_word(text, at, lexicon):
        return Last.NAME
    likelier = rare_last(text[at]) or _behind()[text[at]][0] == THING
    return Last.WORD if likelier and not _titled(text, at + 1, lexicon) else Last.EITHER


def _is_word(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether what stands behind the character lets it be a word of its own."""
    end, needs = at + 1, _behind()[text[at]][0]
    if needs == NOTHING:
        return True
    if end >= len(text) or text[end] in _CLOSING or text[end] == "等":
        return False
    return needs != THING or not _done(text, end, lexicon)


def _titled(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a title stands there that may be of the name before (和局长表示), rather than of one behind it."""
    match = lexicon.patterns["office"].match(text, at)
    return match is not None and followed(text, match.end(), lexicon) > 0


def _done(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether something that is done stands there (到, 陪同), rather than somebody or something it is done to."""
    if lexicon.patterns["office"].match(text, at):
        return False
    match = lexicon.patterns["follower"].match(text, at)
    if match is None:
        return False
    if len(match.group()) >= SURE:
        return _PEOPLE_OR_BODY.match(text, match.end()) is None
    pair = text[at : at + SURE]
    return text[at] not in lexicon.surnames and not (is_word(pair) and not goes_on(pair))


@cache
def _behind() -> Mapping[str, tuple[str, str]]:
    """Character -> what must stand behind it for it to be a word, and how often names end with it."""
    return {char: (needs, strength) for char, needs, strength in rows("behind_names.tsv")}
