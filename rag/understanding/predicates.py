"""Whether a verb of activity is a predicate where it stands: the same words are nouns (检查站, 听取介绍) or wishes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from rag.dictionary import is_word
from rag.tables import any_of, cue_pattern, cue_words, rows
from rag.understanding.lexicon import Lexicon, Use, Verb

_NO_PREDICATE = re.compile(
    rf"{any_of('deed_nouns')}|等(?:{any_of('ways')})"
    r"|[^，,。；]{0,20}的(?:制度|机制|做法|惯例)(?:已|得到|被|逐步)"
    rf"|[^，,。；]{{0,16}}?重要(?:{any_of('leaders_words')})|[^，,。；]{{0,12}}(?:的(?:部署|工作)?要求|(?:讲话|指示|批示)精神)|(?:工作)?(?:{any_of('meeting_kinds')})?会(?![见谈同商晤])|(?:过程|工作|活动|行动)?(?:中|时|后|期间|结束后?|之余|之前|前)(?:，|,|$|了解|[一-鿿]{{0,3}}[指强要说表希])|下"
    r"|中(?=[对发得看感听收征解还又也就了获])|期间(?=[一-鿿])"
)
_ONLY_WHEN = re.compile(
    r"过程|到位|结果|(?:过程|工作|活动|行动)?(?:中|时|后|期间|结束后?|之余|之前|前)(?:，|,|$|了解|[一-鿿]{0,3}[指强要说表希])|[^，,。；]{0,12}的(?:讲话|指示|批示)精神"
)
"""Behind a verb of looking: what one looks at may be anything (察看物资, 查看台账)."""
_NOUN_BEHIND = re.compile(rf"{any_of('ceremony')}|会(?![见谈同商晤])|的|后(?=，|,|$)")
_CEREMONY = cue_pattern("ceremony")
"""Behind a verb, what it is part of the name of (成立大会)."""
_GOVERNING = frozenset("为向给自")
_SINCE = "自从"
_NOUNS_BEFORE = cue_words("noun_before")
_OCCASION = re.compile(r"(?:过程|活动)?(?:中|时|后|期间|之余|结束)")
"""Behind a meeting, what makes it the time at which something else was done (座谈中，…)."""
_FURTHERED = re.compile(rf"(?:{any_of('furthering')})(?:对[^，,。；;]{{1,20}}|[一-鿿]{{0,4}})$")
"""Before a verb, what makes it work that was furthered (加强险情排查)."""
_COMING = re.compile(r"(?<!到)(?:前来|来访|来[一-鿿]{0,3})$")
_FROM = re.compile(r"(?:^|[，,。；;])从(?![严快实细重优速])[^，,。；;]{0,4}$")
_TO = re.compile(r"[^。；;]{0,30}?到")
"""Around a verb, what makes it the first of a range of things (从前期调研到搭台演出)."""

_COMES = 5
"""Characters in which such a word stands before the verb."""

_WANTED = re.compile(rf"(?:{any_of('wishing')})[^，,。；;]{{0,40}}$")
_SUFFERED = re.compile(f"被(?:{any_of('surely')})?$")
"""Before a verb, what makes its subject the one it was done to (被提名)."""

_LISTENED_TO = re.compile(r"(?:聆听|倾听|听取|接[到报获]|收到)了?[^，,。；;后并时]{0,14}$")
"""Before a verb of speech, what makes it somebody else's (聆听老兵讲述…, 接到群众报警称)."""

_HELPED = re.compile(r"(?:协助|协调|督促|敦促)[^，,。；;]{2,16}$")
"""Before a verb, whom one helps or urges to do it (协助组委会制定…)."""

_OF_SOMEBODY = re.compile(rf"(?:指导|工作|检查|交流)?的(?=[^，,。]{{0,16}}(?:{any_of('visitors')}))")

_CAUSED = re.compile(
    rf"(?:{any_of('causing')}|(?<![党])组织(?=[^，,。；;]{{0,12}}(?:{any_of('public')})))"
    r"(?:了|更多|着)?[^，,。；;并后和、]{2,24}$"
)
"""Before a verb of a visit, what makes somebody else the one who goes (让学生走进…, 吸引游客前来)."""

BEFORE = 64
"""Characters before a verb in which what makes it none stands: more than any of these patterns reaches over."""

CAUSED = 32
"""Characters in which such words stand before the verb."""

_SETTLES = re.compile(
    rf"[^，,。；;]{{1,16}}?(?<![责兼现时])(?:任(?=[^，,。；;]{{0,16}}(?:{any_of('filled')}))|{any_of('career')})"
)
"""Behind a verb of going, what makes it a turn of somebody's life, no visit (来到海州任副市长)."""

ITEM = 7
"""Characters of an item of such a list, with the mark before it, up to its verb."""


_VISITS = (Use.ACT, Use.LOOK, Use.GO, Use.MOVE)


def predicate(text: str, start: int, end: int, verb: Verb) -> bool:
    """Whether a verb at `[start, end)` is told of somebody, rather than being a noun, a part of one or somebody else's."""
    near = max(0, start - BEFORE)
    weak = _weak().get(verb.word)
    if weak and not any(m.start() == start for m in weak.finditer(text, max(0, start - 6), end + 6)):
        return False
    if verb.use in (Use.ACT, Use.TELL) and _NO_PREDICATE.match(text, end):
        return False
    if verb.use is Use.LOOK and _ONLY_WHEN.match(text, end):
        return False
    if verb.use is Use.MEET and _OCCASION.match(text, end):
        return False
    if verb.use in (Use.SAY, Use.TELL) and text[:start].endswith(("的", "重要")) and text[end : end + 1] != "了":
        return False
    if verb.use is Use.DO and _SUFFERED.search(text, near, start):
        return False
    if verb.use in (Use.SAY, Use.TELL) and _LISTENED_TO.search(text, near, start):
        return False
    if verb.use in (Use.GO, Use.MOVE) and _SETTLES.match(text, end):
        return False
    if verb.use in _VISITS and _CAUSED.search(text, max(0, start - CAUSED), start):
        return False
    if verb.use in (Use.DO, Use.ACT) and _HELPED.search(text, near, start):
        return False
    if verb.use in (Use.DO, Use.CONVENE) and (text.startswith("的", end) or _named(text, start, end)):
        return False
    if verb.use in (Use.SAY, Use.DO) and (_CEREMONY if verb.asked else _NOUN_BEHIND).match(text, end):
        return False
    if _governed(text, start):
        return False
    if verb.use in (Use.DO, Use.ACT, Use.LOOK) and _FROM.search(text, near, start) and _TO.match(text, end):
        return False
    visitor = _COMING.search(text, max(0, start - _COMES), start) and _OF_SOMEBODY.match(text, end)
    wanted = verb.use not in (Use.SAY, Use.TELL) and _WANTED.search(text, near, start)
    named = verb.use is Use.ACT and not text.startswith("了", end) and text[:start].endswith(_NOUNS_BEFORE)
    return not (visitor or wanted or named or (verb.use is Use.ACT and _FURTHERED.search(text, near, start)))


def _governed(text: str, start: int) -> bool:
    """Whether a preposition stands right before a verb, which then is part of what somebody is told of by (向荣获称号的同志,
    自设立以来); the last character of a common word is none (定向捐赠, 亲自检查)."""
    before = text[max(0, start - len(_SINCE)) : start]
    return before[-1:] in _GOVERNING and (before == _SINCE or not is_word(before))


def _named(text: str, start: int, end: int) -> bool:
    """Whether a deed is only named (食堂的成立，…), not told."""
    return text[start - 1 : start] == "的" and text[end : end + 1] != "了"


def listed(text: str, found: re.Match[str], verb: Verb, lexicon: Lexicon) -> bool:
    """Whether a verb is one of several nouns in a list (视频巡查、网络巡查): another verb behind the mark would be told of too."""
    word, start, end = found.group(), found.start(), found.end()
    last = text.rfind(f"{word}、", max(0, start - ITEM - len(word)), start)
    behind = text.startswith("、", end) and not lexicon.patterns["verb"].match(text, end + 1)
    return verb.use is Use.ACT and (behind or (last >= 0 and text[last + len(word) + 1 : start].isalnum()))


@cache
def _weak() -> Mapping[str, re.Pattern[str]]:
    return {verb: re.compile(pattern) for verb, pattern in rows("weak_verbs.tsv")}
