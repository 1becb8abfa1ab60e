"""Whom a question names: people of the index, people written with a slip, and people no page knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rag.asked import Correction
from rag.asking.question.vocabulary import LONGEST_JOINED, LONGEST_NAME, Vocabulary, blur, pinyin, toned

SHORTEST_BY_SOUND = 3
"""Characters a name needs to be recognised by sound alone; two syllables agree by chance far too often, unless in
their tones and the family name as well."""


@dataclass(frozen=True, slots=True)
class Named:
    """`known` stand in the index as written or as corrected; `unknown` look like names and stand nowhere."""

    known: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


def people_in(question: str, tagged: Iterable[tuple[int, int]], vocabulary: Vocabulary, words: Iterable[str]) -> Named:
    """Names of people in a Chinese question.

    `tagged` are the offsets of what the name model takes for people, `words` the question's dictionary words: a run of
    single characters that sounds like a known name is that name written with a slip, a dictionary word is not.
    """
    exact = list(_exact(question, vocabulary.people))
    tagged = list(tagged)
    exact = [e for e in exact if not any(_swallows(t, e, question, words) for t in tagged)]
    known, unknown, corrections = [question[s:e] for s, e in exact], [], []
    for start, end in [*(t for t in tagged if not _touches(t, exact)), *_odd_runs(question, words, [*exact, *tagged])]:
        likely = (start, end) in tagged
        end = _heard_to(question, start, end, vocabulary)
        given = question[start:end]
        meant = _by_sound(given, vocabulary)
        if len(meant) == 1:
            known.append(meant[0])
            corrections.append(Correction(given, meant[0]))
        elif likely and 2 <= len(given) <= LONGEST_NAME:
            unknown.append(given)
    return Named(tuple(dict.fromkeys(known)), tuple(dict.fromkeys(unknown)), tuple(dict.fromkeys(corrections)))


def _exact(question: str, people: frozenset[str]) -> Iterable[tuple[int, int]]:
    at = 0
    while at < len(question):
        longest = min(LONGEST_JOINED, len(question) - at)
        size = next((n for n in range(longest, 1, -1) if question[at : at + n] in people), 0)
        if size:
            yield at, at + size
        at += size or 1


def _swallows(tagged: tuple[int, int], exact: tuple[int, int], question: str, words: Iterable[str]) -> bool:
    """Whether a known two-character name is only the beginning of a longer, unknown one."""
    longer = tagged[0] == exact[0] and tagged[1] == exact[1] + 1 and exact[1] - exact[0] == 2
    follows = question[exact[1] : exact[1] + 2]
    return longer and follows not in set(words)


def _heard_to(question: str, start: int, end: int, vocabulary: Vocabulary) -> int:
    """Where a name ends that the model cut short because its last, mistyped character is a word too (张建均, 均: all)."""
    longer = question[start : end + 1]
    heard = end - start == 2 and len(longer) == SHORTEST_BY_SOUND and len(_by_sound(longer, vocabulary)) == 1
    return end + 1 if heard else end


def _touches(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _odd_runs(question: str, words: Iterable[str], taken: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Windows of three single characters that no dictionary word covers."""
    taken = list(taken)
    at = 0
    single: list[bool] = []
    for word in words:
        single += [len(word) == 1 and "一" <= word <= "鿿"] * len(word)
    while at + SHORTEST_BY_SOUND <= min(len(question), len(single)):
        span = (at, at + SHORTEST_BY_SOUND)
        if all(single[span[0] : span[1]]) and not _touches(span, taken):
            yield span
        at += 1


def _by_sound(given: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Known names of the same length that sound like `given`, exactly if possible, else nearly."""
    if len(given) < SHORTEST_BY_SOUND:
        return _same_tone(given, vocabulary)
    sound = pinyin(given)
    for table, key in ((vocabulary.people_by_pinyin, sound), (vocabulary.people_by_sound, blur(sound))):
        if names := [n for n in table.get(key, ()) if len(n) == len(given)]:
            return tuple(names)
    return ()


def _same_tone(given: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Known names of two characters with this very family name and the same sound and tone (张建, 张健)."""
    alike = vocabulary.people_by_pinyin.get(pinyin(given), ())
    return tuple(n for n in alike if len(n) == len(given) and n[0] == given[0] and toned(n) == toned(given))
