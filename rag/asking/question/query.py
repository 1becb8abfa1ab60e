"""A question, and what the history supplies, to a Question: what it names, asks and says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from rag.asked import Asks, Language
from rag.asking.matching.ordinals import ordinals
from rag.asking.matching.stretches import of_period
from rag.asking.matching.sums import sums, without_sums
from rag.asking.matching.terms import ALTERNATIVE, asks_only, filler
from rag.asking.matching.types import named as type_named
from rag.asking.question.asks import asks
from rag.asking.question.attributes import asking_words
from rag.asking.question.cues import cues
from rag.asking.question.deeds import deed
from rag.asking.question.english import chinese_words
from rag.asking.question.focus import focus, unit
from rag.asking.question.glossary import guesses
from rag.asking.question.headed import headed
from rag.asking.question.meetings import english_meetings, meetings
from rag.asking.question.posts import posts_of
from rag.asking.question.question import Question
from rag.asking.question.resolve import Named, people_in
from rag.asking.question.settle import settled
from rag.asking.question.spelled import Sounded, pinyin_names, town_of_an_office, unknown_names
from rag.asking.question.strangers import OF_TOWN, like_names
from rag.asking.question.titled import titled_in
from rag.asking.question.vocabulary import Vocabulary
from rag.asking.question.worded import worded
from rag.ports import NameModel
from rag.records import Mention, MentionKind, Period, Times
from rag.tables import any_of, rows
from rag.text import fold, has_han
from rag.time import question_times
from rag.understanding import Lexicon, activities_in, offices_in

_EXCLUDED = re.compile(r"除了?([\u4e00-\u9fff]{2,4}?)(?:以外|之外|外|，|,)")
_ENGLISH = re.compile(
    rf"\s*(?:{any_of('asking_en', 'asking_cues.tsv')}|{any_of('auxiliaries_en', 'asking_cues.tsv')}|list|give|name|tell|in)\b",
    re.I,
)
_LATIN = re.compile(r"[a-z]+", re.I)
_HAN_RUN = re.compile(r"[㐀-鿿]+")
_QUOTED = re.compile(r"[“\"「『《]([^”\"」』》]{2,40})[”\"」』》]")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_CODE = re.compile(r"[A-Za-z]{1,20}\d{1,20}[A-Za-z0-9]{0,20}")

PERSON = 0
"""Of the tables names in pinyin are looked up in, the one of people; where both read alike a person is meant."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What reading a question needs: the names in the index, the name model, word lists and a word cutter."""

    vocabulary: Vocabulary
    names: NameModel
    lexicon: Lexicon
    cut: Callable[[str], list[str]]


def understand_question(question: str, tools: Tools, today: date | None = None) -> Question:
    """The question by itself, without any history. Pure but for the name model."""
    query = (_english if _is_english(question) else _chinese)(question, tools, today)
    return replace(query, type=type_named(question, query.asks))


def _is_english(question: str) -> bool:
    """English, if need be with Chinese names in it: no Chinese at all, or an English question word before it."""
    return not has_han(question) or _ENGLISH.match(question) is not None


def _chinese(question: str, tools: Tools, today: date | None) -> Question:
    mentions = tools.names.names([question])[0]
    words = tuple(tools.cut(question))
    left_out = _EXCLUDED.findall(question)
    named = people_in(
        question, like_names(question, mentions, words, tools.lexicon, tools.vocabulary.people), tools.vocabulary, words
    )
    asked, quoted = asks(question), tuple(_QUOTED.findall(question))
    people = _asked_about(question, asked, [n for n in named.known if n not in (*left_out, *quoted)])
    offices = tuple(offices_in(question, tools.lexicon))
    places = tuple(p for p in _places(question, mentions, named) if not p.endswith(offices))  # 新县长 is none
    times = _times(question, today, (*named.known, *named.unknown))
    written = [c.given for c in named.corrections]
    leftover = [*places, *offices, *named.known, *written, *named.unknown, *(p.printed for p in times.periods)]
    return Question(
        question=question,
        language=Language.ZH,
        asks=settled(asked, question, (*people, *named.unknown), offices, _without(question, leftover), cues(question)),
        words=_content(question, words, named, mentions, left_out, times),
        people=people,
        excluded=tuple(n for n in named.known if n in left_out),
        strangers=tuple(n for n in named.unknown if not any(o in n for o in offices)),
        places=places,
        offices=offices,
        activities=tuple(activities_in(question, tools.lexicon)[0]),
        periods=times.periods,
        impossible=times.impossible,
        ahead=times.ahead,
        unread=times.unread,
        titled=titled_in(question, words, tools.lexicon, (*named.known, *named.unknown, *written)),
        deed=deed(question, words, tools.lexicon),
        focus=_asked_for(question, words, times),
        unit=unit(question),
        quoted=quoted,
        corrections=named.corrections,
        cues=cues(question),
        wording=replace(
            worded(question, Language.ZH, offices, (), _untimed(question, times)),
            meetings=meetings(question, words, places),
        ),
    )


def _english(question: str, tools: Tools, today: date | None) -> Question:
    printed = _HAN_RUN.findall(question)
    sounded = pinyin_names(question, tools.vocabulary.people_by_pinyin, tools.vocabulary.places_by_pinyin)
    certain = [(s.which, *s.names) for s in sounded if len(s.names) == 1]
    people = _once((n for n in printed if n in tools.vocabulary.people), (n for which, n in certain if which == PERSON))
    places = _once((n for n in printed if n not in people), (n for which, n in certain if which != PERSON))
    either = [s for s in sounded if len(s.names) > 1]
    times = _times(question, today)
    head, said = headed(without_sums(_untimed(question, times)), places)
    words = tuple(dict.fromkeys((*chinese_words(said), *head)))
    unknown = unknown_names(question, tools.vocabulary)
    single = [w for group in words for w in group.split(ALTERNATIVE)]
    offices = tuple(o for w in single for o in offices_in(w, tools.lexicon))
    kind = settled(asks(question), question, people, offices, _without_offices(single, offices), cues(question))
    town = town_of_an_office(question, tools.vocabulary) if kind is Asks.ROLE else ""
    places = (*places, town) if has_han(town) else places
    romanised = _once(unknown, (s.given for s in either), () if has_han(town) or not town else (town,))
    parts_of_year = frozenset(chain.from_iterable(map(of_period, times.periods)))
    return Question(
        question=question,
        language=Language.EN,
        asks=kind,
        words=(
            *people,
            *places,
            *(ALTERNATIVE.join(s.names) for s in either),
            *words,
            *(sorted(parts_of_year) if kind is Asks.NUMBER else ()),
            *_CODE.findall(question),
        ),
        guessed=guesses(_without_names(question, sounded, unknown, times.periods)),
        people=people,
        places=places,
        offices=offices,
        activities=tuple(activities_in(" ".join(w.split(ALTERNATIVE)[0] for w in words), tools.lexicon)[0]),
        periods=times.periods,
        impossible=times.impossible,
        ahead=times.ahead,
        unread=times.unread,
        romanised=romanised,
        quoted=tuple(_QUOTED.findall(question)),
        cues=cues(question),
        wording=replace(
            worded(question, Language.EN, offices, romanised, _untimed(question, times)),
            meetings=english_meetings(_untimed(question, times)),
            stretches=parts_of_year,
            posts=posts_of(single, offices),
        ),
    )


def _without_offices(words: Iterable[str], offices: Sequence[str]) -> str:
    """What is left of an English question's words but its offices."""
    return "".join(w for w in words if not w.endswith(tuple(offices) or ("\0",)))


def _once(*names: Iterable[str]) -> tuple[str, ...]:
    """Names each once: Liu Heqing (柳河清) is one person."""
    return tuple(dict.fromkeys(chain.from_iterable(names)))


def _without_names(question: str, sounded: Sequence[Sounded], unknown: Sequence[str], periods: Sequence[Period]) -> str:
    """The question with a gap for each name in pinyin, which a dictionary takes for a word, and for each date."""
    left_out = {*unknown, *(s.given for s in sounded), *(p.printed for p in periods)}
    for name in sorted(left_out, key=len, reverse=True):
        question = question.replace(name, " ")
    return question


def _without(question: str, known: Sequence[str]) -> str:
    """What is left of a question but known parts, question words and punctuation."""
    for part in sorted(known, key=len, reverse=True):
        question = question.replace(part, " ")
    for word in sorted(filler(), key=len, reverse=True):
        question = question.replace(word, "")
    return "".join(c for c in question if has_han(c))


def _asked_about(question: str, asked: Asks, people: Sequence[str]) -> tuple[str, ...]:
    """Of several people the ones whose office is asked for: those behind the last 的 (陪甲慰问部队的乙是什么职务)."""
    behind = question.rpartition("的")[2] if asked is Asks.ROLE else ""
    return tuple(n for n in people if n in behind) or tuple(people)


def _times(question: str, today: date | None, names: Sequence[str] = ()) -> Times:
    """Times of the question, each once; the weekday that a name begins with (周一鸣) is none, nor the festival in one."""
    times = question_times(question, today)
    once = dict.fromkeys(times.periods)
    return replace(times, periods=tuple(p for p in once if not any(_of_name(p, n) for n in names)))


def _of_name(period: Period, name: str) -> bool:
    return name.startswith(period.printed) or (bool(period.festival) and period.festival in name)


def _untimed(question: str, times: Times) -> str:
    """The question without its periods, whose words say when and not what."""
    for period in times.periods:
        question = question.replace(period.printed, " ")
    return question


def _places(question: str, mentions: Sequence[Mention], named: Named) -> tuple[str, ...]:
    """Places and bodies that stand outside the names of people; a festival (八一) is neither."""
    kinds, rest = (MentionKind.PLACE, MentionKind.BODY), question
    for name in (*named.known, *named.unknown):
        rest = rest.replace(name, " ")
    days = {festival for festival, *_ in rows("festivals.tsv")}
    placed = (m for m in mentions if m.kind in kinds or OF_TOWN.match(question, m.end))
    return tuple(dict.fromkeys(m.text for m in placed if m.text in rest and m.text not in days))


def _content(
    question: str,
    words: Sequence[str],
    named: Named,
    mentions: Sequence[Mention],
    left_out: Sequence[str],
    asked: Times,
) -> tuple[str, ...]:
    """Words that say what the question is about: a corrected name in its true form, no date, no question word."""
    text = fold(question)
    for fix in named.corrections:
        text = text.replace(fix.given, fix.meant)
    times = [*(m.text for m in mentions if m.kind is MentionKind.TIME), *(p.printed for p in asked.periods)]
    times += [s.printed for s in sums(_untimed(question, asked))]
    kept = [w for w in words if not asks_only(fold(w)) and w.strip() and not any(w in t for t in times)]
    kept = [*(w for w in _unnumbered(text, kept) if not _LATIN.fullmatch(w)), *chinese_words(_untimed(question, asked))]
    kept = [w for w in kept if _says(w, question)]
    replaced = [w for w in kept if not any(w in f.given for f in named.corrections)]
    return tuple(w for w in dict.fromkeys([*named.known, *replaced]) if w not in left_out)


def _asked_for(question: str, words: Sequence[str], asked: Times) -> tuple[str, ...]:
    """The thing asked for, without what only asks and without times (今年多大)."""
    nouns = (w for w in focus(question, words) if _says(w, question))
    return tuple(w for w in nouns if not any(w in p.printed for p in asked.periods))


def _says(word: str, question: str) -> bool:
    """Whether a word of the question stands outside what only asks (什么民族)."""
    rest = question
    for part in asking_words(question):
        rest = rest.replace(part, " ")
    return word in rest or word not in question


def _unnumbered(question: str, words: Sequence[str]) -> list[str]:
    """The words without those of 第3次, which binds as a whole: its digit alone stands in every other number."""
    parts = {w for o in ordinals(question) for w in ("第", o.printed[1:-1], o.unit, o.printed)}
    return [w for w in words if w not in parts]
