"""The people named on a page: who is a person, decided once for the whole page by all places a name stands at."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from rag.dictionary import goes_on, is_word
from rag.records import Mention, MentionKind
from rag.script import DOT, HAN
from rag.tables import any_of, cue_pattern
from rag.understanding.called import addressed
from rag.understanding.lexicon import Lexicon, ending
from rag.understanding.mistaken import PERSONAL, insides, mistaken, no_name, occurrences, office_ends
from rag.understanding.nameends import SURE, Last, followed, gone_on, last, rare_last
from rag.understanding.namelists import JOINING, all_there, among, beside, bounded, came, in_row
from rag.understanding.tongues import CERTAIN, sounding, told_names

MODEL_VOTE = 2
"""What one sighting by the name model counts beside one sighting behind an office or before a verb."""

LONGEST_UNUSUAL = 5
"""Characters of a name without a known family name."""

DOUBLED = 3
"""Characters behind a family name where one's own follows the husband's (范徐丽泰)."""

_HAN = re.compile(rf"[{HAN}]+")
_FOREIGN = re.compile(rf"[{HAN}]{{1,8}}(?:{DOT}[{HAN}]{{1,6}})+(?:[-－][{HAN}]{{1,6}})?")
"""A name from another tongue, its last part perhaps of two families (玛丽娜·维尔托-萨莱)."""

_NEVER_LAST = "拟的说称在率赴对将还又也被把等到市县区省镇乡局委办厅"
_NOBODY = cue_pattern("nobody")
_RUN = re.compile(
    rf"(?:[{HAN}]{{2,4}}、){{3,}}[{HAN}]{{2,4}}|(?<![{HAN}])(?:[{HAN}]{{2,4}}[ \u3000]+){{2,}}[{HAN}]{{2,4}}(?![{HAN}])"
)
_LABEL = re.compile(rf"(?:^|\n)(?:{any_of('attending')})(?:人员?|领导|同志|者)?[:：]\s*([^\n，,。；;]+)")
"""A line of minutes that lists people behind its label."""

LONGEST_LISTED = 4
"""Characters of a name in a list of those who came."""

FEW = 3
"""Of so many items set apart by spaces one may have no family name that is known."""

_COMRADE = "同志"
"""Behind a whole name, whatever its last character."""

_MARK = re.compile(r"[^、 \u3000]+")
_OF_BODY = re.compile(r"(?:[省市区县州旗盟镇乡村]长|[委组]书记|委主任)$")
"""Offices whose own word says of what they are, so that what stands before them may be the name of that."""

_VERBAL = "任管"
"""Family names that are verbs before an office (任现场总指挥)."""

LONGEST_BODY = 6
"""Characters of a word for a body that stands right before a name."""

_WRITER = re.compile(r"记者|通讯员|编辑|报$|网$")
_FILLED_BY = ("由", "为")
"""Between an office and who holds it (组长由某某担任)."""
_OPENING = re.compile(r"(?:^|[。；，,\n、和与])")


def person_names(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> frozenset[str]:
    """Names of persons in a page's text. `mentions` are the name model's, possibly none.

    A name is a family name and one or two characters that stand behind an office, in a list of names or before a verb
    of activity, or that the model saw. Where two readings of one place compete (秦强 and 秦强调) the page as a whole votes.
    """
    votes: Counter[str] = Counter()
    offices = office_ends(text, lexicon)
    filled = {end + 1 for end in offices if text[end : end + 1] in _FILLED_BY}
    for start in sorted({*offices, *filled, *_openings(text, lexicon)}):
        votes.update(_readings(text, start, lexicon))
    votes.update(name for start in _listed(text, lexicon) for name in _item(text, start, lexicon))
    read = frozenset(votes)
    votes.update(_before_offices(text, offices, lexicon))
    votes.update({n: MODEL_VOTE * k for n, k in _seen_by_model(mentions, text, offices, lexicon).items()})
    told = Counter(told_names(text, offices, lexicon))
    votes.update(told)
    votes.update(_in_lists(text, votes, lexicon))
    votes.update(all_there(votes.keys(), text, lexicon))
    inside = insides(offices)
    wrong = {
        n for n in votes if inside.issuperset(occurrences(text, n)) or mistaken(n, text, offices, lexicon, n in told)
    }
    listed = {n for n in wrong if n in lexicon.dictionary_words and among(n, votes.keys() - wrong, text)}
    votes = Counter({n: k for n, k in votes.items() if n not in wrong or n in listed})
    votes.update(dict.fromkeys((p for p in lexicon.people if p in text), 100))
    return frozenset(_likelier(votes, read, text, lexicon))


def _openings(text: str, lexicon: Lexicon) -> Iterator[int]:
    """Places at a clause's start where a family name and, two or three characters on, a verb stand."""
    for match in _OPENING.finditer(text):
        at = match.end()
        if text[at : at + 1] in lexicon.common_surnames:
            sizes = [
                n for n in (2, 3) if lexicon.patterns["verb"].match(text, at + n) or text.startswith("一行", at + n)
            ]
            if sizes:
                yield at


def _listed(text: str, lexicon: Lexicon) -> Iterator[int]:
    """Where the items of a list begin that ends in 等区领导 or 参加, has a label, or in which all have family names."""
    yield from (start for items in came(text, LONGEST_LISTED) for start, _ in items)
    for label in _LABEL.finditer(text):
        yield from (label.start(1) + item.start() for item in _MARK.finditer(label.group(1)))
    for match in _RUN.finditer(text):
        items = list(_MARK.finditer(match.group()))
        strangers = sum(not _family(item.group(), lexicon) for item in items)
        if strangers * FEW <= len(items) * ("、" not in match.group()):
            yield from (match.start() + item.start() for item in items)


def _before_offices(text: str, offices: Mapping[int, str], lexicon: Lexicon) -> Iterator[str]:
    """Names between a body and the office held there (市民政局余伟副局长); a town's (江城市长) would be its own name."""
    for end, office in offices.items():
        if not PERSONAL.search(office) or _OF_BODY.search(office) or not followed(text, end, lexicon):
            continue
        at = end - len(office)
        for size in (4, 3, 2):
            name = text[max(0, at - size) : at]
            body = ending(text[max(0, at - size - LONGEST_BODY) : at - size], lexicon.bodies)
            known = _plausible(name, lexicon) and name not in lexicon.dictionary_words
            if len(name) == size and body and known and name[0] not in _VERBAL and not ending(name, lexicon.bodies):
                yield name


def _family(item: str, lexicon: Lexicon) -> bool:
    return item[:1] in lexicon.common_surnames and not no_name(item, lexicon)


def _readings(text: str, start: int, lexicon: Lexicon) -> list[str]:
    """The likeliest name at a place: none, or one; of two that fit, the one before the longer follower."""
    if foreign := _foreign(text, start, lexicon):
        return [foreign]
    sizes = () if text[start : start + 1] in JOINING else (2, 1)
    family = next((n for n in sizes if text[start : start + n] in lexicon.surnames), 0)
    if not family:
        return []
    personal = PERSONAL.search(text[max(0, start - LONGEST_UNUSUAL) : start]) is not None
    fits: list[tuple[int, str]] = []
    for given in (1, 2, DOUBLED):
        if given == DOUBLED and (fits or not _doubled(text, start, lexicon)):
            continue
        name = text[start : start + family + given]
        if len(name) == family + given and _HAN.fullmatch(name):
            rest = _rest(text, start, name, personal, lexicon)
            if rest and name[-1] not in _NEVER_LAST and not no_name(name, lexicon, personal and rest >= SURE, personal):
                fits.append((rest, name))
    ends = last(text, start + family + 1, lexicon) if fits and len(fits[-1][1]) == family + 2 else Last.EITHER
    if ends is not Last.EITHER:
        fits = [f for f in fits if (len(f[1]) > family + 1) == (ends is Last.NAME)]
    return [max(fits, key=lambda f: (f[0], len(f[1])))[1]] if fits else []


def _rest(text: str, start: int, name: str, personal: bool, lexicon: Lexicon) -> int:
    """How much of what follows a name there vouches for it; behind a personal office any verb does, a little."""
    end = start + len(name)
    rest, rare = gone_on(text, end, lexicon), name[0] in lexicon.rare_surnames
    if rare:
        sure = rest >= SURE or (personal and in_row(text, end, lexicon))
        short = len(name) == 2 and not (sure and (personal or (is_word(name) and not goes_on(name))))
        return 0 if short or text[end : end + 1] == "的" else rest
    common = name in lexicon.dictionary_words or name[0] == name[1]
    return int(goes_on(text[end : end + SURE]) > 0) if personal and not rest and not common else rest


def _doubled(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether two family names and two characters stand there as a name in a list or before a verb."""
    name, end = text[start : start + 1 + DOUBLED], start + 1 + DOUBLED
    if name[:1] == name[1:2] or not (_family(name[:1], lexicon) and _family(name[1:2], lexicon)):
        return False
    ends = text.startswith("、", end) or followed(text, end, lexicon) >= SURE
    return ends and name not in lexicon.dictionary_words


def _foreign(text: str, start: int, lexicon: Lexicon) -> str:
    """A transliterated name (何塞·佩雷斯) without what follows it, or nothing where words of the sentence stand in it."""
    match = _FOREIGN.match(text, start)
    if match is None or _words_in(match.group().partition(DOT)[0], lexicon):
        return ""
    name = match.group()
    last = name.rfind(DOT) + 1
    ends = (
        k
        for k in range(last + 1, len(name))
        if lexicon.patterns["follower"].match(name, k) or lexicon.patterns["office"].match(name, k)
    )
    return name[: next(ends, len(name))].rstrip("-－")


def _words_in(head: str, lexicon: Lexicon) -> bool:
    """Whether a verb, a word that stands behind names, or one for those who write is part of what would be a name."""
    return _WRITER.search(head) is not None or any(
        len(m.group()) > 1 for m in lexicon.patterns["follower"].finditer(head)
    )


def _seen_by_model(
    mentions: Sequence[Mention], text: str, offices: Mapping[int, str], lexicon: Lexicon
) -> Counter[str]:
    """The model's persons with family names, and others (巴音克西) where one stands right behind an office."""
    named = (_without_word(m.text, text, lexicon) for m in mentions if m.kind is MentionKind.PERSON)
    seen = Counter(n if _plausible(n, lexicon) else n.rstrip(_NEVER_LAST) for n in named)
    return Counter(
        {
            n: k
            for n, k in seen.items()
            if _plausible(n, lexicon) or (k > 1 and _rare(n, lexicon)) or _unusual(n, text, offices, lexicon)
        }
    )


def _without_word(name: str, text: str, lexicon: Lexicon) -> str:
    """A name of three characters without its last one where that is a word wherever it stands (何晓 of 何晓及部分成员)."""
    ends = [last(text, at + 2, lexicon) for at in occurrences(text, name)] if len(name) == 3 else []
    return name[:2] if ends and all(end is Last.WORD for end in ends) and rare_last(name[2]) else name


def _unusual(name: str, text: str, offices: Mapping[int, str], lexicon: Lexicon) -> bool:
    fitting = 2 <= len(name) <= LONGEST_UNUSUAL and _HAN.fullmatch(name) is not None
    return fitting and not no_name(name, lexicon) and any(text.startswith(name, at) for at in offices)


def _rare(name: str, lexicon: Lexicon) -> bool:
    return name[:1] in lexicon.rare_surnames and len(name) in (2, 3) and not no_name(name, lexicon)


def _plausible(name: str, lexicon: Lexicon) -> bool:
    if _FOREIGN.fullmatch(name):
        return not _words_in(name, lexicon)
    compound = name[:2] in lexicon.surnames
    fitting = 2 <= len(name) <= (4 if compound else 3) and _HAN.fullmatch(name) is not None
    known = compound or name[:1] in lexicon.common_surnames
    titled = addressed().search(name, 1)
    whole = titled is None or (titled.start() == (2 if compound else 1) and titled.end() == len(name))
    return fitting and known and whole and not _NOBODY.search(name) and not no_name(name, lexicon)


def _in_lists(text: str, votes: Counter[str], lexicon: Lexicon) -> Counter[str]:
    """Names joined by 、 to a name that is known already, followed to the list's end."""
    found: Counter[str] = Counter()
    waiting = [n for n in votes if len(n) > 1]
    while waiting:
        name = waiting.pop()
        for start in beside(name, text):
            for other in _item(text, start, lexicon):
                if other not in votes and other not in found:
                    waiting.append(other)
                found[other] += 1
    return found


def _item(text: str, start: int, lexicon: Lexicon) -> list[str]:
    """The name that an item of a list of names is, if any."""
    told = sounding(text, start, lexicon)
    if len(told) >= CERTAIN:
        return [told]
    return _readings(text, start, lexicon) or bounded(text, start, lexicon) or ([told] if told else [])


def _likelier(votes: Counter[str], read: frozenset[str], text: str, lexicon: Lexicon) -> Iterator[str]:
    """The names that no longer or shorter reading of the same beginning outvotes; `read` were found by where they stand."""

    def names(short: str, longer: str) -> Set[str]:
        if given := lexicon.people & {short, longer}:
            return given
        if {short, longer} <= read and _apart(short, longer, text, lexicon):
            return {short, longer}
        return {longer if _longer_wins(short, longer, votes, text, lexicon) else short}

    begun: defaultdict[str, list[str]] = defaultdict(list)
    for name in votes:
        for size in range(2, len(name)):
            begun[name[:size]].append(name)
    for name in votes:
        longer = begun.get(name, [])
        beaten = name[:-1] in votes and name not in names(name[:-1], name)
        beaten = beaten or any(len(o) > len(name) + 1 and text.count(o) == text.count(name) for o in longer)
        if not beaten and all(name in names(name, o) for o in longer if len(o) == len(name) + 1):
            yield name


def _apart(short: str, longer: str, text: str, lexicon: Lexicon) -> bool:
    """Whether two people of such names are there (王海, 王海龙): each followed by a word where the other is not."""
    if longer[-1] in _NEVER_LAST or rare_last(longer[-1]):
        return False
    own = (at + len(short) for at in occurrences(text, short))
    alone = any(not text.startswith(longer[-1], end) and followed(text, end, lexicon) for end in own)
    ends = (at + len(longer) for at in occurrences(text, longer))
    return alone and any(followed(text, end, lexicon) and not followed(text, end - 1, lexicon) for end in ends)


def _longer_wins(short: str, longer: str, votes: Counter[str], text: str, lexicon: Lexicon) -> bool:
    """Of two readings the longer one, if somewhere what it has more is no word, or the shorter never stands alone."""
    ends = [last(text, at + len(short), lexicon) for at in occurrences(text, longer)]
    if Last.NAME in ends and rare_last(longer[-1]):
        return True
    if text.count(short) == text.count(longer):
        return Last.WORD not in ends or len(ends) > 1 or f"{longer}{_COMRADE}" in text
    return votes[longer] > votes[short]
