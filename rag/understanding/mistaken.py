"""What looks like a person's name and is none: words of the dictionary, places, storms, buildings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rag.dictionary import goes_on, is_word
from rag.regions import is_region
from rag.tables import any_of, cue_pattern
from rag.understanding.lexicon import Lexicon, Use, ending
from rag.understanding.nameends import SURE, followed

PERSONAL = cue_pattern("personal", ending=True)
"""Offices one person holds; behind 干部 or 代表 any word may stand."""

_CALLING = cue_pattern("calling", ending=True)
"""How words for somebody end that tell what they are and not who (候选人)."""

_PLACE_BEHIND = re.compile(rf"新区|[区县市镇乡州](?![长委领政纪])|街道|[省市区县州](?:委|{any_of('organs')})")
_STORM_BEFORE = re.compile(r"(?:台风|飓风|热带风暴)[“\"‘]?$")
_STORM_REACH = 5
"""Characters of the longest word for a storm with an opening quotation mark."""

ADVERBIAL = 3
"""Characters of an adverb with the verb behind it that looks like a name."""

_PREPOSITIONS = "从"
"""Family names that are prepositions before a word (从前期调研到…)."""

_ADVERBS = "曾向"
"""Family names that are words before a verb (曾荣立)."""

_GOING_ON = frozenset("也还又都却则")
"""What may stand behind a family name that is said alone (朱也说)."""

_OF_BODY = frozenset("区县局厅委")
"""Characters of the names of places and bodies, which people's hardly have: what holds one is cut out of such a name, also behind an
office (会长宁区工 of 基金会长宁区工作委员会)."""

ASIDE = re.compile(r"[（(](?:援[一-鿿]|挂职|挂任|兼|主持工作|试用期|[正副][厅处县科]级)[^（）()]{0,6}[)）]")
"""What stands in brackets between an office and its holder."""

_OPENS_LIST = re.compile(r"的(?:还)?有(?![益利效关些所待力助幸])")


def office_ends(text: str, lexicon: Lexicon) -> Mapping[int, str]:
    """Where a name may stand behind an office, or behind 参加的还有, with the words before it."""
    ends = {m.end(): m.group() for m in lexicon.patterns["office"].finditer(text)}
    ends |= {m.end(): ends[m.start()] for m in ASIDE.finditer(text) if m.start() in ends}
    return ends | {m.end(): m.group() for m in _OPENS_LIST.finditer(text)}


def insides(offices: Mapping[int, str]) -> frozenset[int]:
    """Where a name cannot begin: within a word for an office (任吴慧 of 主任吴慧)."""
    return frozenset(k for end, word in offices.items() for k in range(end - len(word) + 1, end))


def no_name(name: str, lexicon: Lexicon, vouched: bool = False, held: bool = False) -> bool:
    """Whether a name is a word that never is one or is for a body or a calling, or holds an office or a verb.

    One `vouched` for may begin like a word, one behind an office that is `held` by one person like an office (林长青).
    """
    verb = lexicon.verbs.get(name[1:])
    words = (
        _known(name, lexicon)
        or (len(name) > 2 and name in lexicon.dictionary_words and _CALLING.search(name) is not None)
        or name in lexicon.bodies
        or (_known(name[:2], lexicon) and not (vouched and len(name) > 2))
        or (verb is not None and verb.use is not Use.DO)
    )
    office = lexicon.patterns["office"].search(name)
    like_one = held and office is not None and office.start() == 0 and office.end() < len(name)
    since = name[0] in _PREPOSITIONS and is_word(name[1:]) and not held
    went = len(name) == ADVERBIAL and name[0] in _ADVERBS and goes_on(name[1:]) > 0 and not held
    cut = bool(_OF_BODY & set(name[1:])) or (name[1:] in _GOING_ON and not (held or vouched))
    return words or since or went or cut or (office is not None and not like_one)


def _known(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.not_names or word in lexicon.places


def mistaken(name: str, text: str, offices: Mapping[int, str], lexicon: Lexicon, told: bool = False) -> bool:
    """Whether the page shows that a name is no person's: a storm's, a building's, a district's, a common word.

    A common word (安宁), a doubled one (周周) or a name that is also a district's is a person where it stands behind a personal office, or
    is `told` to be one, as by being given an office.
    """
    if "·" in name and ending(name, lexicon.place_suffixes):
        return True
    stands = list(occurrences(text, name))
    if any(_STORM_BEFORE.search(text[max(0, at - _STORM_REACH) : at]) for at in stands):
        return True
    known = name in lexicon.dictionary_words or name[0] == name[1] or _only_region(name, stands, text, lexicon)
    common = (not told and known) or any(_PLACE_BEHIND.match(text, at + len(name)) for at in stands)
    return common and not any(text.startswith(name, at) and PERSONAL.search(word) for at, word in offices.items())


def _only_region(name: str, stands: Sequence[int], text: str, lexicon: Lexicon) -> bool:
    """Whether a name is a region's (徐汇), and nowhere does what follows it speak for a person (陈仓介绍)."""
    return is_region(name) and not any(followed(text, at + len(name), lexicon) >= SURE for at in stands)


def occurrences(text: str, word: str) -> Iterator[int]:
    """Where a word stands, in order, without overlaps. A pattern of its own for every name would cost ten times more."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))
