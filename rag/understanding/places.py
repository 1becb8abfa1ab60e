"""Places in a clause: where one went (来到X), where one was (在X), and what the clause is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rag.dictionary import goes_on, is_word
from rag.regions import is_region
from rag.tables import any_of, cue_pattern, rows
from rag.time import VAGUE
from rag.understanding.adverbials import without_adverbs
from rag.understanding.clauses import Hit
from rag.understanding.lexicon import Lexicon, Use, ending

LONGEST_PLACE = 30
"""Characters one place may have, lists being split before."""

_GENERIC = cue_pattern("no_place")
_FRONT = re.compile(rf"((?:[^，,。“”]{{1,10}}?(?:{any_of('town_ends')}))+)(?!委|民|里)")
_SETTING = re.compile(
    rf"(?:[^，,。]{{0,8}}[，,])?(?:(?:位于|被誉为|素有)[^，,。、]{{2,20}}的)?([^，,。；;：“”（）的]{{4,24}}?(?:{any_of('site_ends')}))"
    rf"(?:[，,]?(?:{any_of('described')})|[内里][，,]|[，,]现)"
)
"""A sentence that begins by telling what a place is or what goes on there."""

_NO_SETTING = re.compile("^(?:该|此|这|那|在|为|随|据|目前|今年|近|每|全|各|他|她|我|其|一|两|本|以)|[了着]")
_MATTER = re.compile(rf"[的了]|等|{any_of('no_matter')}")
_MATTERS = re.compile(rf"等(?:各?方面|各项)?的?(?:{any_of('matters')})$")
"""How a list ends of matters that are looked into (文旅项目、社区治理等情况), none of which is a place."""

_TOLD = re.compile(_MATTER.pattern + "|在")
_DOING = re.compile(rf"(?:{any_of('matter_ends')}|[书市区县镇乡局]长|的)$")
_LOCATED = re.compile(r"^位于[^，,、]{2,24}的(?=.{2})|^位于")
_TOWNS = ("admin", "town")
_BACK = re.compile(rf"{any_of('back_there')}|(?:该|这个|此)[一-鿿]{{1,4}}|这里|现场")
_THESE = re.compile("这[两三四几](?:地|处|家企业|家公司|个村|家|个地方)")
_LOOSE = ("深入", "到")
"""Verbs that lead to a place only where what follows ends like one (深入车间, not 深入回应)."""

_LOOSELY = 8
"""Characters of a place said without a name (田间地头); longer phrases that begin so tell what is done there."""

_BARE = re.compile(r"[一-鿿]{2,3}")
_WITH_NOUN = 3
"""Characters of a town's bare name, or of its one-character name with a noun behind it (在沪业务)."""

_ABROAD = re.compile(r"(?!.{0,8}[\d一二三四五六七八九十][月日号])[^的了，,、]{2,10}")
_ORGANISED = re.compile(r"(?:举办|主办|承办|组织)(?:的|了)")
"""Behind a body, what it organised (在市总工会举办的座谈会上): where, is not told."""
_HELD = cue_pattern("held_there")
"""Behind a place, what is held somewhere; what stands before it may be any town of the world."""

_BOOK = re.compile("《[^《》]*》")
"""A title, in which no place is where something was done."""

_BRACKET = re.compile(r"[（(][^（）()]*[)）]$")

_CALLED_BY_VERB = 5
"""Characters of a place called by a verb, at most."""

_SHORT = 16
"""Characters of a place one stops at; longer phrases behind 在 are circumstances."""

_LONGEST_SITE = 26
"""Characters of what is inspected and itself a place: a company by its registered name."""

_IN = re.compile(rf"(?:^|[，,；;])(?:{any_of('meanwhile')})?[，,]?(?:在|沿着|沿)([^，,。；;：]{{2,60}}?)(?=[，,]|$)")
_WHERE = re.compile(
    rf"(?:在|沿着|沿(?![线海岸用途江街])|来(?<![到前近将往以]来)(?![到自访宾临源年信电历]))([^，,。；;：“]{{2,24}}?)(?={any_of('done_there')}|(?:{any_of('visits')})(?!下|中|时|期间|过程|汇报|反馈|会|组|工作))"
)
_TAIL = re.compile(
    r"(?:等地|等(?:\d+|[一二三四五六七八九十几多]+)?[个处家地]?.{0,6}|一线|(?<![设工产业])现场|(?<!家)里|内|上|(?<!家)中)$"
)
_NOT_PLACE = re.compile(rf"^(?:{any_of('no_place_in')})|(?:{any_of('not_where')}|(?<!家)中|上|下)$")
_SPLIT = re.compile(r"、|(?<!^.)(?<![、和].)(?<![泰平祥永太义中顺人共保温])和(?![平谐事睦美气园田苑])|以及|并到|再到")
_CUT = re.compile(
    rf"(?:[，,。；;：:]|{any_of('place_over')}|[（(](?=[^）)]{{0,80}}$)"
    r"|任(?=(?:[省市区县州旗镇乡](?:委|长|政府)|副|党[委组]|职|书记|[一-鿿]?局长|主任))|为|向(?![阳东西南北前山家]))"
)


def visited(text: str, start: int, end: int, hits: Sequence[Hit], lexicon: Lexicon) -> list[str]:
    """Places between two offsets, in the order in which they are told: 在X, 来到X, 赴X, 走进X."""
    found: list[tuple[int, str]] = []
    clause = _BOOK.sub(lambda m: "《" * len(m.group()), text[start:end])
    for pattern in (_IN, _WHERE):
        for m in pattern.finditer(clause):
            phrase = _object(clause, m.start(1), m.end(1))
            if not _NOT_PLACE.search(m.group(1)) and not _NOT_PLACE.search(phrase):
                found += [(start + m.start(1), p) for p in _split(phrase) if _where(p, clause[m.end() :], lexicon)]
    for hit in hits:
        about = _object(text, hit.end, end) if hit.verb.use is Use.ACT else ""
        if not _MATTERS.search(about):
            found += [(hit.end, p) for p in _split(about) if _site(p, lexicon)]
    ends = (*(h.start for h in hits[1:]), end)[: len(hits)]
    for hit, stop in zip(hits, ends, strict=True):
        phrase = _object(text, hit.end, stop) if hit.verb.use in (Use.GO, Use.MOVE) else ""
        if hit.verb.word not in _LOOSE or any(_reached(p, lexicon) for p in _split(phrase)):
            found += [(hit.end, p) for k, p in enumerate(_split(phrase)) if k == 0 or not _deed(p)]
    places = [_to_place(p, lexicon) for _, phrase in sorted(found, key=lambda f: f[0]) for p in _split(phrase)]
    return list(dict.fromkeys(p for p in places if p))


def _to_place(phrase: str, lexicon: Lexicon) -> str:
    """A phrase, or as much of it as is a place where it ends in what is done there (东江区救灾工作 -> 东江区), or nothing."""
    if not _DOING.search(phrase):
        return phrase
    ends = (
        k
        for k in range(len(phrase) - 1, 1, -1)
        if lexicon.place_suffixes.get(ending(phrase[:k], lexicon.place_suffixes)) in _TOWNS
    )
    return next((phrase[:k] for k in ends), "")


def _site(phrase: str, lexicon: Lexicon) -> bool:
    """Whether what was inspected is itself a place (督查南河工地), not work or a matter."""
    fits = len(phrase) <= _LONGEST_SITE and bool(ending(phrase, lexicon.place_suffixes)) and not _MATTER.search(phrase)
    return fits and not _nameless(phrase)


def _nameless(phrase: str) -> bool:
    """Whether a project or a road is only spoken of by common words (集体增收项目, 线路) and so is nowhere."""
    if phrase.endswith("路"):
        return len(phrase) == len("线路") and is_word(phrase)
    words = phrase.removesuffix("项目")
    pairs = [words[k : k + 2] for k in range(0, len(words), 2)]
    return words != phrase and len(words) % 2 == 0 and all(map(is_word, pairs))


def _placelike(phrase: str, lexicon: Lexicon) -> bool:
    """Whether a phrase ends like a place, or is one said without a name."""
    loosely = generic(phrase) and len(phrase) <= _LOOSELY
    return bool(ending(phrase, lexicon.place_suffixes)) or phrase in lexicon.places or loosely


def _reached(phrase: str, lexicon: Lexicon) -> bool:
    """Whether what stands behind 到 or 深入 is somewhere: like a place, or a spot (水库河边, 驻军某部队)."""
    return _placelike(phrase, lexicon) or (2 < len(phrase) <= _SHORT and bool(ending(phrase, _spots())))


def _where(phrase: str, behind: str, lexicon: Lexicon) -> bool:
    """Whether what stands behind 在, and before `behind`, is where something was: it ends like a place, a spot or a body, or may be a town's bare name."""
    if phrase in VAGUE:
        return False
    if _ORGANISED.match(behind) and lexicon.bodies.get(ending(phrase, lexicon.bodies)) == "body":
        return False
    if _placelike(phrase, lexicon) or ending(_BRACKET.sub("", phrase), _spots()):
        return True
    if lexicon.bodies.get(ending(phrase, lexicon.bodies)) == "body":
        return True
    known = phrase in lexicon.dictionary_words or phrase in lexicon.not_names or not without_adverbs(phrase)
    if is_region(phrase):
        return True
    if len(phrase) == _WITH_NOUN and is_word(phrase[1:]):
        return False
    bare = _ABROAD if _HELD.match(behind) else _BARE
    return bare.fullmatch(phrase) is not None and not known and not lexicon.patterns["verb"].search(phrase)


@cache
def _spots() -> frozenset[str]:
    return frozenset(word for (word,) in rows("spots.tsv"))


def generic(place: str) -> bool:
    """Whether a place is said without a name (相关企业, 生产车间, 村里)."""
    return _GENERIC.match(place) is not None


def several(place: str) -> bool:
    """Whether a place points back to some told before (这两地, 这几家企业)."""
    return _THESE.fullmatch(place) is not None


def anaphoric(place: str) -> bool:
    """Whether a place points back to one named before (村里, 该公司)."""
    return _BACK.fullmatch(place) is not None


def antecedent(text: str) -> str:
    """The named place a sentence begins with, which 村里 in the next one means; or nothing."""
    match = _FRONT.match(text)
    return match.group(1) if match else ""


def setting(text: str, lexicon: Lexicon) -> str:
    """The place of which a text begins to tell (滨江产业园是…, 运营中心内，…), where those are who come next; or nothing."""
    match = _SETTING.match(text)
    told = match is None or _NO_SETTING.search(match[1]) or lexicon.patterns["verb"].search(match[1])
    return "" if told or match is None else match[1]


def stops(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The places a sentence begins with (在某村、某公司，…), when they are where somebody stopped."""
    match = _IN.match(text)
    places = tuple(_split(match.group(1))) if match and not _NOT_PLACE.search(match.group(1)) else ()
    return places if all(len(p) <= _SHORT or _site(p, lexicon) for p in places) else ()


def listed(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The places that a clause lists and nothing else; none where it says anything besides."""
    places = tuple(_split(text.strip("等")))
    ends = all(_placelike(p, lexicon) or ending(p, _spots()) for p in places)
    alone = ends and all(len(p) <= _LONGEST_SITE and not (_TOLD.search(p) or _deed(p)) for p in places)
    return places if alone else ()


def _deed(phrase: str) -> bool:
    """Whether a phrase tells what is done somewhere (感受古镇风貌), rather than where: a verb begins it, and more than a
    road or a square that is called by one (解放路, 建设广场) follows."""
    return len(phrase) > _CALLED_BY_VERB and goes_on(phrase[:2]) > 0 and is_word(phrase[2:4])


def _object(text: str, start: int, end: int) -> str:
    """What a verb of movement leads to: up to the next verb or mark."""
    at = start + (1 if text[start : start + 1] in "了到至往" else 0)
    cut = _CUT.search(text, at + 1, end)
    return text[at : cut.start() if cut else end]


def _split(phrase: str) -> Iterator[str]:
    for part in _SPLIT.split(phrase):
        whole = _LOCATED.sub("", part.strip(" 　了").lstrip("的"))
        place = whole if anaphoric(whole) else _TAIL.sub("", whole)
        if 1 < len(place) <= LONGEST_PLACE and not _NOT_PLACE.search(place):
            yield place
