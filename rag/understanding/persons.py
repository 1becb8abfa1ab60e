"""The people named on a page: who is a person, decided once for the whole page by all places a name stands at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rag.records import Mention, MentionKind
from rag.understanding.lexicon import Lexicon
from rag.understanding.mistaken import PERSONAL, mistaken, no_name, office_ends
from rag.understanding.namelists import JOINING, all_there, among, beside, bounded
from rag.understanding.tongues import told_names

MODEL_VOTE = 2
"""What one sighting by the name model counts beside one sighting behind an office or before a verb."""

SURE = 2
"""Characters of a word behind a name (主持, 讲话) that, with an office before it, vouches for an unlikely one."""

LONGEST_UNUSUAL = 5
"""Characters of a name without a known family name."""

_BREAK = '，。、；：,;:！？!?“”‘’"（）()《》〈〉【】…—·\n\r\t 　'
_HAN = re.compile(r"[㐀-䶿一-鿿]+")
_FOREIGN = re.compile(r"[一-鿿]{1,8}(?:[·•][一-鿿]{1,6})+")
_NEVER_LAST = "拟的说称同在率赴对将还又也被把等到市县区省镇乡局委办厅"
_RARELY_LAST = "曾已均仍未与和为向及以就从让给说称来"
_TITLED = re.compile(r"(阿姨|大姐|大爷|奶奶|爷爷|女士|先生|老人|师傅|某|一行|派出所)")
_LIST = re.compile(r"(?:[一-鿿]{2,4}、)+[一-鿿]{2,4}?(?=等?(?:[省市区县州镇]领导|参加|出席|陪同|一同))")
_RUN = re.compile(r"(?:[一-鿿]{2,3}、){3,}[一-鿿]{2,3}")
_OPENING = re.compile(r"(?:^|[。；，,\n、和与])")


def person_names(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> frozenset[str]:
    """Names of persons in a page's text. `mentions` are the name model's, possibly none.

    A name is a family name and one or two characters that stand behind an office, in a list of names or before a verb
    of activity, or that the model saw. Where two readings of one place compete (秦强 and 秦强调) the page as a whole votes.
    """
    votes: Counter[str] = Counter()
    offices = office_ends(text, lexicon)
    for start in sorted({*offices, *_openings(text, lexicon), *_listed(text, lexicon)}):
        votes.update(_readings(text, start, lexicon))
    votes.update({n: MODEL_VOTE * k for n, k in _seen_by_model(mentions, text, offices, lexicon).items()})
    votes.update(told_names(text, offices, lexicon))
    votes.update(_in_lists(text, votes, lexicon))
    votes.update(all_there(votes.keys(), text, lexicon))
    wrong = {n for n in votes if mistaken(n, text, offices, lexicon)}
    listed = {n for n in wrong if n in lexicon.dictionary_words and among(n, votes.keys() - wrong, text)}
    votes = Counter({n: k for n, k in votes.items() if n not in wrong or n in listed})
    votes.update(dict.fromkeys((p for p in lexicon.people if p in text), 100))
    return frozenset(n for n in votes if not _outvoted(n, votes, text))


def followed(text: str, at: int, lexicon: Lexicon) -> int:
    """How many characters at `at` are a word or a mark that may follow a name; 0 where a name cannot end there."""
    if at >= len(text) or text[at] in _BREAK:
        return 1
    match = lexicon.patterns["follower"].match(text, at)
    return len(match.group()) if match else 0


def _openings(text: str, lexicon: Lexicon) -> Iterator[int]:
    """Places at a clause's start where a family name and, two or three characters on, a verb stand."""
    for match in _OPENING.finditer(text):
        at = match.end()
        if text[at : at + 1] in lexicon.surnames and text[at : at + 1] not in lexicon.rare_surnames:
            sizes = [
                n for n in (2, 3) if lexicon.patterns["verb"].match(text, at + n) or text.startswith("一行", at + n)
            ]
            if sizes:
                yield at


def _listed(text: str, lexicon: Lexicon) -> Iterator[int]:
    """Where the items of a list begin that ends in 等区领导 or 参加, or in which all have family names."""
    for match in (*_LIST.finditer(text), *_RUN.finditer(text)):
        items = match.group().split("、")
        if match.re is _LIST or all(_family(item, lexicon) for item in items):
            yield from (match.start() + item.start() for item in re.finditer(r"[^、]+", match.group()))


def _family(item: str, lexicon: Lexicon) -> bool:
    return item[0] in lexicon.surnames and item[0] not in lexicon.rare_surnames and not no_name(item, lexicon)


def _readings(text: str, start: int, lexicon: Lexicon) -> list[str]:
    """The likeliest name at a place: none, or one; of two that fit, the one before the longer follower."""
    if foreign := _foreign(text, start, lexicon):
        return [foreign]
    sizes = () if text[start : start + 1] in JOINING else (2, 1)
    family = next((n for n in sizes if text[start : start + n] in lexicon.surnames), 0)
    fits: list[tuple[int, str]] = []
    personal = PERSONAL.search(text[max(0, start - LONGEST_UNUSUAL) : start]) is not None
    rare = text[start : start + 1] in lexicon.rare_surnames
    for given in (1, 2) if personal or not rare else (2,):
        name = text[start : start + family + given]
        if family and len(name) == family + given and _HAN.fullmatch(name):
            rest = followed(text, start + len(name), lexicon)
            rest = (
                0
                if name[0] in lexicon.rare_surnames and text[start + len(name) : start + len(name) + 1] == "的"
                else rest
            )
            if rare and given == 1 and rest < SURE:
                continue
            if rest and name[-1] not in _NEVER_LAST and not no_name(name, lexicon, personal and rest >= SURE):
                fits.append((rest, name))
    return [max(fits, key=lambda f: (f[0], f[1][-1] not in _RARELY_LAST, len(f[1])))[1]] if fits else []


def _foreign(text: str, start: int, lexicon: Lexicon) -> str:
    """A transliterated name (何塞·佩雷斯) without what follows it, or nothing where words of the sentence stand in it."""
    match = _FOREIGN.match(text, start)
    if match is None or _words_in(match.group().replace("•", "·").partition("·")[0], lexicon):
        return ""
    name = match.group()
    last = max(name.rfind("·"), name.rfind("•")) + 1
    ends = (k for k in range(last + 1, len(name)) if lexicon.patterns["follower"].match(name, k))
    return name[: next(ends, len(name))]


def _words_in(head: str, lexicon: Lexicon) -> bool:
    """Whether a verb, or a word that stands behind names, is part of what would be a given name."""
    return any(len(m.group()) > 1 for m in lexicon.patterns["follower"].finditer(head))


def _seen_by_model(
    mentions: Sequence[Mention], text: str, offices: Mapping[int, str], lexicon: Lexicon
) -> Counter[str]:
    """The model's persons with family names, and others (巴音克西) where one stands right behind an office."""
    seen = Counter(m.text for m in mentions if m.kind is MentionKind.PERSON)
    return Counter(
        {
            n: k
            for n, k in seen.items()
            if _plausible(n, lexicon) or (k > 1 and _rare(n, lexicon)) or _unusual(n, text, offices, lexicon)
        }
    )


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
    known = compound or name[:1] in lexicon.surnames - lexicon.rare_surnames
    return fitting and known and not _TITLED.search(name) and not no_name(name, lexicon)


def _in_lists(text: str, votes: Counter[str], lexicon: Lexicon) -> Counter[str]:
    """Names joined by 、 to a name that is known already, followed to the list's end."""
    found: Counter[str] = Counter()
    waiting = [n for n in votes if len(n) > 1]
    while waiting:
        name = waiting.pop()
        for start in beside(name, text):
            for other in _readings(text, start, lexicon) or bounded(text, start, lexicon):
                if other not in votes and other not in found:
                    waiting.append(other)
                found[other] += 1
    return found


def _outvoted(name: str, votes: Counter[str], text: str) -> bool:
    """Whether a longer or shorter reading of the same beginning is likelier."""
    if name[:-1] in votes and not _longer_wins(name[:-1], name, votes, text):
        return True
    if any(o.startswith(name) and len(o) > len(name) + 1 and text.count(o) == text.count(name) for o in votes):
        return True
    longer = (o for o in votes if len(o) == len(name) + 1 and o.startswith(name))
    return any(_longer_wins(name, other, votes, text) for other in longer)


def _longer_wins(short: str, longer: str, votes: Counter[str], text: str) -> bool:
    """Of two readings the longer one, if the shorter never stands alone and what it lacks is no function word."""
    if text.count(short) == text.count(longer):
        return longer[-1] not in _RARELY_LAST or text.count(longer) > 1
    return votes[longer] > votes[short]
