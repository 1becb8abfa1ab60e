"""A question that leans on the one before it: 他还去了哪里, 接着呢, 那2023年1月呢; what stands by itself is left alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from rag.answered import Answer
from rag.asked import Asks, Carried, Cue, Language, Wording
from rag.asking.question.antecedents import asked_before, cited, people_of, supplying, those_of, told_people
from rag.asking.question.leaning import Open, fills, is_bare, moved, opened, with_pronouns
from rag.asking.question.moving import with_day
from rag.asking.question.question import Question
from rag.asking.question.slots import account, again, names_somebody, of_the_same, undated

_DOINGS = (Asks.WHERE, Asks.WHAT, Asks.LIST)
"""What is asked of somebody's doings on one day, and on another of whatever they did."""

_MANY = "们"
Understand = Callable[[str], Question]
_AND = re.compile(r"^(?:and|but|so|then)\b[\s,]*", re.I)
_OWNED = re.compile(r"^(?:his|hers|her(?=\s+[a-z]))", re.I)


def follow(frame: Question, earlier: Iterable[Answer], understand: Understand) -> tuple[Question, ...]:
    """The question with what earlier turns supply, in the readings to try one after another; itself alone where it
    leaves nothing open or no turn has it.

    `earlier` are the turns before, newest first. A question that gives another person, day or thing (那林月华呢) is the
    earlier one asked anew; a pronoun and a day told by another (第二天) are put in words; the rest (那次会议, 什么时候？)
    is looked for in the articles that were cited.
    """
    leaves = opened(frame)
    before = supplying(leaves, earlier) if leaves else None
    if before is None:
        return (_of_no_day(frame) if Open.DAY in leaves else frame,)
    meant = _in_turn(frame, leaves, before)
    return tuple(found for people in meant for found in _of(frame, leaves, before, people, understand))


def _in_turn(frame: Question, leaves: frozenset[Open], before: Answer) -> list[Sequence[str]]:
    """Whom the question may mean, one after another where 他 may be any of those who held an office, the last one first."""
    people = people_of(before, frame.asks is Asks.ROLE)
    any_of = Open.HE in leaves and Open.AGAIN not in leaves and before.query.asks is Asks.ROLE
    return [(p,) for p in reversed(people)] if any_of and people else [people]


def _of(
    frame: Question, leaves: frozenset[Open], before: Answer, people: Sequence[str], understand: Understand
) -> tuple[Question, ...]:
    worded = _worded(frame, leaves, before, people, understand)
    if worded is None:
        return (_of_no_day(frame) if Open.DAY in leaves else frame,)
    if leaves & {Open.AGAIN, Open.SAME}:
        found = (
            _of_same(worded, before, understand) if Open.SAME in leaves else _asked_again(worded, before, understand)
        )
        if found:
            return tuple(replace(f, carried=_carried(frame, f, before)) for f in found)
    found = _within(worded, leaves, before)
    return tuple(replace(f, carried=_carried(frame, f, before)) for f in (*found, *_behind(found[0], before)))


def _behind(found: Question, before: Answer) -> tuple[Question, ...]:
    """The question as it is read behind the earlier one (某货出口到哪里？路上要走几天？), where it is held to what was cited and
    asked in the same language; () else. It comes last: what it asks by itself says best which sentence is meant."""
    if not found.within or found.language is not before.query.language:
        return ()
    sought = replace(found.wording.sought, encoded=f"{before.question} {found.wording.sought.encoded}")
    return (replace(found, wording=replace(found.wording, sought=sought), behind=True),)


def _worded(
    frame: Question, leaves: frozenset[Open], before: Answer, people: Sequence[str], understand: Understand
) -> Question | None:
    """The question with the day and the one person it means in words; None where the day is not known."""
    text = frame.question
    if Open.DAY in leaves:
        text = with_day(text, before, frame.language)
        if not text:
            return None if _another_day(frame) else frame
    if Open.HE in leaves and Open.AGAIN not in leaves and len(people) == 1:
        text = _with_name(text, people[0], frame.language)
    return _understood(text, people, understand) if text != frame.question else frame


def _of_no_day(frame: Question) -> Question:
    """The question about a day told by one that nobody knows, which cannot be looked up."""
    another = _another_day(frame)
    return replace(frame, ahead=(another,)) if another else frame


def _another_day(frame: Question) -> str:
    """The words for a day before or after the one talked of; empty for the same one, or none."""
    found = moved(frame.question)
    return found[0].group() if found and found[1].lstrip("-").isdecimal() and found[1] != "0" else ""


def _understood(text: str, people: Sequence[str], understand: Understand) -> Question:
    """The question in other words, but nobody read into them who begins with a name put there (陈志远在)."""
    found = understand(_AND.sub("", text))
    return replace(found, strangers=tuple(s for s in found.strangers if not s.startswith(tuple(people))))


def _with_name(text: str, name: str, language: Language) -> str:
    """The question with a name for each pronoun that stands for one person."""

    def put(match: re.Match[str]) -> str:
        owned = language is Language.EN and _OWNED.match(text[match.start() :]) is not None
        return f"{name}'s" if owned else name

    return with_pronouns(text, put)


def _asked_again(new: Question, before: Answer, understand: Understand) -> tuple[Question, ...]:
    """The earlier question of somebody or something else; after that also of any day, where the day was the earlier
    question's, and what they did at all, where it asked where others went or what they did on another day."""
    past = asked_before(before)
    if new.language is not past.language:
        return (_swapped(new, past),)
    if not (text := again(new, past)):
        return ()
    texts = [text]
    if names_somebody(new) and not new.periods:
        texts += [again(new, undated(past))] if past.periods else []
        texts += [account(new, past)] if past.asks is Asks.WHERE else []
    elif new.periods and past.people and past.asks in _DOINGS:
        texts += [account(new, past)]
    found = tuple(understand(t) for t in texts if t)
    return found if names_somebody(new) or new.periods else _cited_first(before, found)


def _of_same(new: Question, before: Answer, understand: Understand) -> tuple[Question, ...]:
    """How much more or less there was of what was asked a figure of; in the articles that were cited before any other."""
    text = of_the_same(new, asked_before(before))
    return _cited_first(before, (understand(text),)) if text else ()


def _cited_first(before: Answer, found: tuple[Question, ...]) -> tuple[Question, ...]:
    """The readings held to the articles that were cited; then as they are, where they still say something of what was asked
    before or name a place."""
    articles = cited(before)
    said = (*before.query.words, *before.query.places)
    free = tuple(f for f in found if f.places or not set(f.words).isdisjoint(said) or not articles)
    return (*(replace(f, within=articles) for f in found if articles), *free)


def _swapped(new: Question, past: Question) -> Question:
    """The earlier question, put in another language, with the people, places and days of the new one."""
    people, places = new.people or past.people, new.places or past.places
    kept = (w for w in past.words if w not in past.people and w not in past.places)
    return replace(
        past,
        language=new.language,
        people=people,
        strangers=new.strangers or past.strangers,
        romanised=new.romanised,
        places=places,
        periods=new.periods or past.periods,
        words=tuple(dict.fromkeys((*people, *places, *kept))),
    )


def _within(new: Question, leaves: frozenset[Open], before: Answer) -> tuple[Question, ...]:
    """The question held to the articles that were cited; about one person it may be answered from others as well."""
    past, articles = asked_before(before), cited(before)
    bare = is_bare(new)
    moving = Open.DAY in leaves and bool(new.periods)
    people = new.people or _meant(new, leaves, before)
    timeless = Cue.NOW in new.cues and bool(people)  # what holds now is told by any article
    if timeless or (moving and Open.HE not in leaves):
        return (replace(new, people=people, words=tuple(dict.fromkeys((*people, *new.words)))),)
    dated = (bare or Open.GOES_ON in leaves) and new.asks is not Asks.WHEN
    told = () if articles else (*past.words, *past.places)
    empty = not [w for w in new.words if w not in new.people]
    kept = [w for w in past.words if w not in past.people] if empty and Open.HE not in leaves else []
    found = replace(
        new,
        asks=past.asks if Open.AGAIN in leaves else new.asks,
        people=people,
        words=tuple(dict.fromkeys((*people, *_matter(new), *kept, *told))),
        periods=new.periods or (past.periods if dated else ()),
        activities=new.activities or (past.activities if empty and Open.HE not in leaves else ()),
        excluded=tuple(dict.fromkeys((*new.excluded, *(told_people(before) if Open.GOES_ON in leaves else ())))),
        within=() if new.periods else articles,
        wording=_of_the_same(new, past) if articles and not new.periods else new.wording,
    )
    if moving or Open.HE not in leaves or not new.people or new.periods:
        return (found,)
    return found, new


def _of_the_same(new: Question, past: Question) -> Wording:
    """The wording with the half of the day, the stage and the like that the earlier question was about, where it has none
    of its own."""
    own = {r.group for r in new.wording.rivals}
    return replace(new.wording, rivals=(*new.wording.rivals, *(r for r in past.wording.rivals if r.group not in own)))


def _meant(new: Question, leaves: frozenset[Open], before: Answer) -> tuple[str, ...]:
    """The people a question is about that names none: whom its pronoun means, or of whom the one before was.

    Whoever was the answer before may be that of a question who did something else; who came along was not they.
    """
    if Open.THEY in leaves:
        return those_of(before)
    if Open.HE in leaves:
        return people_of(before)
    if not is_bare(new) or (Open.MATTER in leaves and Cue.COMPANY not in new.cues):
        return ()
    others = new.asks is not Asks.WHO or Cue.COMPANY in new.cues or Open.GOES_ON in leaves
    return people_of(before, named=True) if others else before.query.people


def _matter(new: Question) -> Iterator[str]:
    """The words of its own that a page may be expected to say; those of people come without what makes them many."""
    return (w.removesuffix(_MANY) if len(w) > len(_MANY) + 1 else w for w in new.words if not fills(w))


def _carried(asked: Question, found: Question, before: Answer) -> Carried:
    """What stands in the question now and did not before."""
    people = tuple(p for p in (*found.people, *found.strangers) if p not in (*asked.people, *asked.strangers))
    places = tuple(p for p in found.places if p not in asked.places)
    periods = tuple(p for p in found.periods if p not in asked.periods)
    known = {*asked.words, *people, *places}
    words = tuple(w for w in found.words if w not in known and w not in asked.people)
    return Carried(before.question, people, places, words, periods)
