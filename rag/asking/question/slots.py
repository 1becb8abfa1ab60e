"""The earlier question asked anew of another person, day or thing: 陈志远5月去了哪里, 那林月华呢 -> 林月华5月去了哪里.

What the new question gives takes the place of what is of its kind in the earlier one; all the rest stays as it was put,
so that the result is a question like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from rag.asked import Language
from rag.asking.matching.terms import asks_only
from rag.asking.question.holders import gives_office, of_another_office
from rag.asking.question.leaning import asks_former, distinctive
from rag.asking.question.question import Question
from rag.records import Period
from rag.regions import is_region
from rag.rendering.sounds import sounded
from rag.tables import any_of
from rag.time import opens

_ENDS = re.compile(r"[呢啊呀\s?？。!！]+$")
_OPENS = re.compile(r"^(?:那么?|(?:and|but|so|what about|how about)\b)[\s,，]*", re.I)
_EMPTY = re.compile(rf"\b(?:{any_of('joins_en', 'asking_cues.tsv')}|he|she|they)\b|[他她]们?|[的在和与,，\s]", re.I)
_RUN = re.compile(r"[A-Z][A-Za-z'’-]*(?: [A-Z][A-Za-z'’-]*){0,3}")
_DAY = re.compile(r"\b[0-9]{1,2}\b")
_PREPOSITION = re.compile(r"^(?:on|in) ", re.I)
_LETTERS = re.compile(r"[^a-z]")


_JOINT = re.compile("[离距在对给向从到比为由]")
"""What joins a thing to what stands before it."""

_AND = re.compile(r"(?<=.)[和与及、](?=.)")
_PLACED = tuple("省市区县州镇乡村")
_FORMER = "前任"
_COUNTED = re.compile(
    r"(.{2,}?)(?:一共|总共|分别|大概|[是有为达到约了])*(?:多少|几(?![乎个]月)|多[大高长远重])[^，,。；;]{0,8}$"
)
"""A question for one figure, with what it is a figure of."""

_TOGETHER = {Language.ZH: "、", Language.EN: " and "}

ACCOUNT = {Language.ZH: "{name}做了什么？", Language.EN: "What did {name} do?"}
"""What 那林月华呢 asks at least of somebody, and 第二天呢 of a day, where the earlier question asked where others went or
what they saw to."""


def again(new: Question, past: Question) -> str:
    """The earlier question with what the new one gives in its place; "" where nothing says what it would replace."""
    text = past.question
    given = _OPENS.sub("", _ENDS.sub("", new.question))
    for period in new.periods:
        given = given.replace(period.printed, " ")
        text = _dated(text, _of_that_year(period, past), past)
    given = given.strip()
    if asks_former(new.question):
        return _of_former(text, past)
    if another := _of_another_kind(text, new, past):
        return another
    if not _EMPTY.sub("", given):
        return text if new.periods else ""
    if office := of_another_office(given, new, past):
        return office
    if names_somebody(new, given):
        return _of_another(text, _bare_name(new, given), past)
    return _of_another_thing(text, given, new, past)


def wordings(people: Iterable[str], frame: Question) -> list[str]:
    """How the question writes these people: as the pages do, with a slip, in pinyin, or by family name and office."""
    given = {c.meant: c.given for c in frame.corrections}
    found = [name if name in frame.question else given.get(name, "") for name in people]
    found = [name for name in found if name and name in frame.question]
    if not found and frame.language is Language.EN:
        runs = [r for m in _RUN.finditer(frame.question) for r in _parts(m[0])]
        found = [run for n in people if (run := next((r for r in runs if _reads(r, n)), ""))]
    return found


def undated(past: Question) -> Question:
    """The earlier question without its days."""
    text = past.question
    for period in past.periods:
        text = re.sub(rf"(?:\b(?:on|in|at) )?{re.escape(period.printed)}", "", text, flags=re.I)
    return replace(past, question=text, periods=())


def account(new: Question, past: Question) -> str:
    """The question what those did whom the new one names, or on the day it gives those of the earlier one; "" for nobody."""
    given = _OPENS.sub("", _ENDS.sub("", new.question))
    if names_somebody(new):
        return ACCOUNT[new.language].format(name=_bare_name(new, given))
    named = wordings(past.people, past)
    text = ACCOUNT[past.language].format(name=_TOGETHER[past.language].join(named)) if named else ""
    for period in new.periods if text else ():
        text = _dated(text, _of_that_year(period, past), replace(past, question=text, periods=()))
    return text


def names_somebody(new: Question, given: str = "") -> bool:
    """Whether the new question gives somebody, or the holder of an office, in place of others."""
    if new.people or new.strangers or new.titled:
        return True
    return bool(new.romanised) or (new.language is Language.ZH and gives_office(given, new))


def _bare_name(new: Question, given: str) -> str:
    """Those named, without what connects them; an office stands for who holds it."""
    return given if new.language is Language.EN or not new.people else "、".join(new.people)


def _of_that_year(period: Period, past: Question) -> str:
    """The new day as it is printed, with the year of the earlier one where it names none itself."""
    years = {p.first[:4] for p in past.periods}
    year = next(iter(years)) if len(years) == 1 else ""
    if not (period.first.startswith("--") and year.isdecimal()):
        return period.printed
    return f"{year}年{period.printed}" if past.language is Language.ZH else f"{period.printed} {year}"


def _dated(text: str, printed: str, past: Question) -> str:
    """The question with another day; one that had none gets it in front, in English behind."""
    first, *more = [p.printed for p in past.periods] or [""]
    for other in more:
        text = text.replace(other, "")
    if first and first in text:
        return re.sub(
            rf"(?:\b(?:on|in) )?{re.escape(first)}", lambda _: _with_preposition(printed, past), text, count=1
        )
    if past.language is Language.ZH:
        return printed + text
    return f"{text.rstrip('? ')} {_with_preposition(printed, past)}?"


def _with_preposition(printed: str, past: Question) -> str:
    """The day as an English question has it (on 5 May, in May, before May), however it was given."""
    if past.language is Language.ZH:
        return printed
    bare = _PREPOSITION.sub("", printed)
    if opens(bare):
        return bare
    return f"{'on' if _DAY.search(bare) else 'in'} {bare}"


def _of_another(text: str, name: str, past: Question) -> str:
    """The question about somebody else: the office before a name goes with it, and so do others named in one breath."""
    named = wordings((*past.people, *past.strangers), past) or [*past.romanised][:1]
    if not named:
        named = [office for office in sorted(past.offices, key=len, reverse=True) if office in text][:1]
    if not named:
        return ""
    first, *more = sorted(named, key=text.find)
    others = "|".join(map(re.escape, more)) or "(?!)"
    offices = "|".join(map(re.escape, sorted(past.offices, key=len, reverse=True))) or "(?!)"
    listed = rf"(?:{offices})?{re.escape(first)}(?:(?:[、,和与及]| and |, )(?:{offices})?(?:{others}))*"
    return re.sub(listed, lambda _: name, text, count=1)


def _of_another_kind(text: str, new: Question, past: Question) -> str:
    """The question about the other half of the day, the other stage or the like (出口多少, 进口呢); "" where it named none."""
    pairs = [(p.worded, n.worded) for n in new.wording.rivals for p in past.wording.rivals if p.group == n.group]
    pairs += [(p.printed, n.printed) for n in new.wording.ordinals for p in past.wording.ordinals if p.unit == n.unit]
    told = [(was, now) for was, now in pairs if was in text]
    for was, now in told:
        text = text.replace(was, now, 1)
    return text if told else ""


def _of_former(text: str, past: Question) -> str:
    """The question who held the office before; "" where it was about none."""
    offices = [o for o in sorted(past.offices, key=len, reverse=True) if o in text]
    if past.people or not offices or past.language is Language.EN:
        return ""
    return f"{_FORMER}{offices[0]}".join(text.rsplit(offices[0], 1))


def of_the_same(new: Question, past: Question) -> str:
    """The question how much more or less there was, of what the earlier one asked a figure of (油料产量多少, 比上年增加多少);
    "" where it asked none."""
    counted = _COUNTED.match(past.question) if past.language is Language.ZH else None
    return counted[1] + _OPENS.sub("", new.question) if counted else ""


def _of_another_thing(text: str, given: str, new: Question, past: Question) -> str:
    """The question about another place or matter: it takes the place of the one run of words that names one; of a town and
    a matter that of the matter, where it is no town itself (某县谁分管教育, 民政呢)."""
    if not any(distinctive(c) for c in (given, *re.split(r"\s+", given))):
        return ""
    runs = _runs(text, past)
    if len(runs) > 1 and not (new.places or given.endswith(_PLACED) or is_region(given)):
        runs = [(a, b) for a, b in runs if text[a:b] not in past.places] or runs
    if len(runs) == 1:
        start, end = runs[0]
        start += _kept(text[start:end], given, past)
        return f"{text[:start]}{given}{text[end:]}"
    places = [p for p in past.places if p in text]
    return text.replace(places[0], given, 1) if len(places) == 1 else ""


def _kept(run: str, given: str, past: Question) -> int:
    """Characters at the head of a run that stay: what stands before the same preposition (甲地离乙地多远, 离丙地呢), and a
    place where what is given is none (南山伤了几人, 死亡的呢)."""
    if (joint := _JOINT.match(given)) and (at := run.rfind(joint[0])) > 0:
        return at
    place = max((p for p in past.places if run.startswith(p)), key=len, default="")
    return 0 if given.endswith(_PLACED) or len(place) == len(run) else len(place)


def _runs(text: str, past: Question) -> list[tuple[int, int]]:
    """Stretches of the question made of nothing but words of its own that are nobody's name."""
    own = [w for w in past.words if w in text and w not in past.people and distinctive(w, text) and not asks_only(w)]
    marked = [False] * len(text)
    for word in own:
        for match in re.finditer(re.escape(word), text):
            marked[match.start() : match.end()] = [True] * len(word)
    for joint in _AND.finditer(text):
        marked[joint.start()] = marked[joint.start() - 1] and marked[joint.end()]
    return [(m.start(), m.end()) for m in re.finditer("1+", "".join("01"[m] for m in marked))]


def _parts(run: str) -> list[str]:
    """The run itself and what is left of it without its first word (Did Chen Zhiyuan)."""
    words = run.split()
    return [" ".join(words[k:]) for k in range(len(words))]


def _reads(run: str, name: str) -> bool:
    """Whether the run is the whole name in pinyin, its family name first or last."""
    words = run.removesuffix("'s").split()
    keys = (_LETTERS.sub("", "".join(order).lower()) for order in (words, words[1:] + words[:1]))
    return any(sounded(k, name) and not sounded(k, name[1:]) and not sounded(k, name[:-1]) for k in keys)
