"""Clauses of a sentence, and the verbs of activity in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from rag.tables import any_of, cue_pattern
from rag.understanding.cutout import cut_out
from rag.understanding.lexicon import Lexicon, Use, Verb
from rag.understanding.predicates import listed, predicate

_MARKS = "，,；;。！？!?：:|｜丨\n"
_OPEN = dict(zip("“‘《（(【「", "”’》）)】」", strict=True))
_OPENER = re.compile(f"[{re.escape(''.join(_OPEN))}]")
_STOPS = re.compile(f"[{re.escape(_MARKS + ''.join(_OPEN) + ''.join(_OPEN.values()))}]")
_DATELINE = re.compile(r"^[^，,。]{0,40}?(?:讯|电|消息|报道)\s*(?:[（(][^）)]{0,60}[）)]|[:：，])\s*")
_BYLINE = re.compile(r"(?:讯|电|消息|报道)\s{0,4}[（(][^（）()]{0,40}(?:记者|通讯员|实习生)[^（）()]{0,60}[）)]\s*")
"""What a report begins behind whatever stands before it: who wrote it."""

LONGEST_LEAD = 240
"""Characters of headlines that a web page left before such a byline."""

_CREDIT = re.compile(
    r"[^，,。：:“”；;]{1,24}?(?:供图|(?<=[ 　])图(?!书|片|像|为|纸|景)|摄(?!影|像|制|入|氏))[）)\s]*(?=[^，,。；;\s])"
)
"""Who took the picture beside a paragraph (张三 摄)."""

_PICTURE = re.compile("[图摄]")

_LABEL = re.compile(r"\s{0,20}原标题[:：]\s{0,20}")
_SPACE = re.compile(r"\s+")
_NEWS = re.compile(
    r"\d{1,2}月\d{1,2}日|近日|日前|昨[天日]|今[天日]|连日来|为(?:进一步|深入|切实|了)|在[^，,。]{2,20}(?:来临|到来|之际|前夕)"
)
"""How a report begins behind the headline of a web page that nothing parts from it."""

KEPT = 512
"""Sentences whose dateline is kept: several readers of a sentence ask for it."""

LONGEST_HEADLINE = 60
SHORTEST_HEADLINE = 8
"""Characters of a headline repeated at an article's front; a shorter repetition is chance."""


_GUEST = re.compile(
    rf"(?:与|同|和|(?:{any_of('receiving')})了?|邀请|陪同)((?:正在|专程|应邀|远道)?(?:{any_of('coming')})[^，,。；;]{{0,24}}的)$"
)


_COMFORT = re.compile(r"(?:表示|表达)了?[^，,。；;]{0,20}?(慰问)(?!信|电)")
"""Words of comfort are a visit, though 表示 is a verb of speech."""

_STOP = re.compile("[，,；;。！？!?：:]")
_DONE = frozenset({Use.ACT, Use.MEET, Use.SAY, Use.TELL})
_TALK = ("交谈", "面对面交流")
_HOLDING = "开展"
_HELD = re.compile(r"(?:活动|行动|主题党日)$")
_DEED = cue_pattern("deed", ending=True)
"""What is done where a verb says only that it is, though no verb of the lists."""

_ERRAND = cue_pattern("errand", ending=True)
_EMERGENCY = re.compile("[救险灾案]")
"""What one goes to help in makes no visit."""

_LOOSE = ("到", "说", "深入")
_TAIL = re.compile(rf"(?![^，。]*(?:{any_of('no_errand')}))[^，。]{{0,6}}?(?:{any_of('errands')})*")
"""What may stand behind the verb of such an object (检查工作, 走访慰问系列庆祝活动)."""

_LEADING = (Use.GO, Use.MOVE, Use.JOIN)
_COORDINATED = re.compile(r"(?:并|后|再|还|又|同时|以及|和|、|一一|现场|实地)[一-鿿]{0,2}$")


class Hit(NamedTuple):
    """A verb of activity at `[start, end)` of the sentence."""

    verb: Verb
    start: int
    end: int


@lru_cache(maxsize=KEPT)
def dateline(text: str) -> int:
    """Where the news begins behind headlines left in it (原标题：…, …某某出席本报讯) and behind 本报讯（记者…）; 0 without them."""
    if byline := _BYLINE.search(text, 0, LONGEST_LEAD):
        return byline.end()
    front = _repeated_headline(text)
    credit = _CREDIT.match(text, front) if _PICTURE.search(text) else None
    front = credit.end() if credit else front
    match = _DATELINE.match(text[front:])
    return front + match.end() if match else front


def _repeated_headline(text: str) -> int:
    """Where a headline ends that a web page left in the text, printed twice or parted by a space."""
    label = _LABEL.match(text)
    if label is None:
        return 0
    start = label.end()
    for size in range(min(LONGEST_HEADLINE, (len(text) - start) // 2), SHORTEST_HEADLINE, -1):
        title = text[start : start + size]
        again = text.find(title, start + size, start + 2 * size + 2)
        if again >= 0:
            return again + size
    space = _SPACE.search(text, start + SHORTEST_HEADLINE, start + LONGEST_HEADLINE)
    news = _NEWS.search(text, start + SHORTEST_HEADLINE, start + LONGEST_HEADLINE)
    return space.end() if space else news.start() if news else start


def clauses(text: str, names: Sequence[tuple[int, int]] = ()) -> Iterator[tuple[int, int]]:
    """Offsets of the clauses between ，；：。, not looking into quotations and brackets. A dateline is left out.

    A mark within one of `names`, a person with the offices before the name, parts nothing.
    """
    start = dateline(text)
    waiting = ""
    for match in _STOPS.finditer(text, start):
        char, at = match.group(), match.start()
        if waiting:
            waiting = "" if char == waiting else waiting
        elif char in _OPEN and not _left_open(text, at):
            waiting = _OPEN[char]
        elif char in _MARKS and not (names and any(front < at < end for front, end in names)):
            if at > start:
                yield start, at
            start = at + 1
    if start < len(text):
        yield start, len(text)


def verbs(text: str, start: int, end: int, names: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[Hit]:
    """Verbs between two offsets that can be predicates: no part of a name (检查站), no noun (听取介绍).

    `names` are stretches of persons and their offices, in which no verb is looked for (秦强调研).
    """
    found: list[Hit] = []
    for left, right in _gaps(text, start, end, names):
        done = left
        for match in _whole(text, left, right, lexicon):
            verb = lexicon.verbs[match.group()]
            if match.start() < done:
                continue
            if verb.use is Use.LIGHT:
                hit = None if _quoted(text, start, match.start()) else _by_object(text, match, right, lexicon)
                found += [hit] if hit else []
                done = hit.end if hit else match.end()
            elif comfort := _COMFORT.match(text, match.start(), right):
                found.append(Hit(lexicon.verbs.get(comfort.group(1), verb), match.start(), comfort.end()))
            elif not predicate(text, match.start(), match.end(), verb) or listed(text, match, verb, lexicon):
                if found and found[-1].end == match.start() and found[-1].verb.use is verb.use:
                    found.pop()
            elif not _quoted(text, start, match.start()):
                found.append(Hit(verb, match.start(), match.end()))
    return _without_objects(text, found)


def _whole(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    """The words between two offsets that may be verbs, none of them cut out of longer words (日夜巡查 holds 巡查, no 夜巡)."""
    at = start
    while match := lexicon.patterns["verb"].search(text, at, end):
        cut = cut_out(text, match.start(), match.end(), lexicon)
        at = match.start() + 1 if cut else match.end()
        if not cut:
            yield match


def _by_object(text: str, light: re.Match[str], end: int, lexicon: Lexicon) -> Hit | None:
    """What is done where a verb says only that it is (开展安全生产大检查活动): told by its object, or nothing.

    What is held as a whole, an activity or a campaign, is an act of its own.
    """
    stop = _STOP.search(text, light.end(), end)
    last = stop.start() if stop else end
    inside = [m for m in lexicon.patterns["verb"].finditer(text, light.end(), last) if m.group() not in _LOOSE]
    for m in reversed(inside):
        verb = lexicon.verbs[m.group()]
        if (verb.use in _DONE or verb.word in _TALK) and _TAIL.fullmatch(text, m.end(), last):
            return Hit(verb, m.start(), m.end())
    what = text[light.end() : last]
    held = (light.group() == _HOLDING and _HELD.search(what)) or _DEED.search(what)
    return Hit(replace(lexicon.verbs[light.group()], use=Use.DO), light.start(), light.end()) if held else None


def errands(text: str, hits: Sequence[Hit], end: int, lexicon: Lexicon) -> list[Hit]:
    """The verbs of a clause with what was done where somebody went (前往某镇开展帮扶活动) as part of a visit, where no other
    verb tells what it was.
    """
    went = next((h for h in hits if h.verb.use is Use.MOVE), None)
    light = text.find(_HOLDING, went.end, end) if went else -1
    told = [h for h in hits if went and h.start > went.start and h.start != light]
    errand = text[light + len(_HOLDING) : end]
    if went is None or light < 0 or told or not _ERRAND.search(errand) or _EMERGENCY.search(errand):
        return list(hits)
    visit = replace(lexicon.verbs[_HOLDING], use=Use.ACT, activity=went.verb.activity)
    return [*(h for h in hits if h.start < light), Hit(visit, light, light + len(_HOLDING))]


def _gaps(text: str, start: int, end: int, names: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches without names, and without what says of a guest why he is here (与来海州考察的董事长某某)."""
    for front, right in names:
        guest = _GUEST.search(text, start, front) if text[front - 1 : front] == "的" else None
        left = guest.start(1) if guest else front
        if start < right and left < end:
            if start < left:
                yield start, left
            start = right
    if start < end:
        yield start, end


def _without_objects(text: str, found: list[Hit]) -> list[Hit]:
    """Leave out verbs that are part of what another verb is about (听取督查情况汇报), unless joined by 并 or 后."""
    kept: list[Hit] = []
    for hit in found:
        last = kept[-1] if kept else None
        if last is None or not _nominal(last, hit) or _coordinated(text, last, hit):
            kept.append(hit)
    return kept


def _nominal(last: Hit, hit: Hit) -> bool:
    """Whether a verb can be part of another's object; what is to be done there is what one deliberates (研究到村走访的方案)."""
    if hit.verb.use in (Use.GO, Use.MOVE):
        return last.verb.use is Use.DO
    if hit.verb.use is Use.TELL:
        return last.verb.use in (Use.DO, Use.LOOK)
    return hit.verb.use in (Use.ACT, Use.LOOK, Use.MEET) and last.verb.use not in _LEADING


def _coordinated(text: str, last: Hit, hit: Hit) -> bool:
    touching = hit.start - last.end < 2 and last.verb.use is not Use.DO
    return touching or _COORDINATED.search(text[last.end : hit.start]) is not None


def _left_open(text: str, at: int) -> bool:
    """Whether a bracket is never closed, as in captions; an open quotation goes on in the next sentence."""
    return text[at] in "（(" and _OPEN[text[at]] not in text[at:]


def _quoted(text: str, start: int, at: int) -> bool:
    before = text[start:at]
    if before[:1] in _OPEN and _left_open(text, start):
        return False
    return _OPENER.search(before) is not None and any(before.count(o) > before.count(c) for o, c in _OPEN.items())
