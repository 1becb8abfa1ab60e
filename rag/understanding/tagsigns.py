"""What the words of a sentence, as a tagger cuts and names them, tell of an event read from it: whether its verb is one there and
whole, whether its actor is, and what stands beside and between both.

Signs as in `rag.understanding.rowsigns`. The tags are those of LAC (v a verb, vn one used as a noun, n a noun, p a preposition,
u a particle, w a mark, PER, LOC, ORG and so on).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rag.ports import Tagged
from rag.understanding.clauses import Hit
from rag.understanding.rowsigns import Row, Signs

_VERB = "v"
_NOUNS = frozenset(("n", "nr", "nt", "nz", "ns", "PER", "ORG", "LOC"))
_NAMES = frozenset(("PER", "ORG", "LOC"))
_THINGS = frozenset(("n", "nz", "nw", "nt", "ORG", "LOC"))
_ASIDE = frozenset(("d", "ad", "a", "p", "f", "m", "q", "t", "TIME", "xc"))
"""Words that may stand between somebody and a verb."""

_NO_NAME = frozenset(("v", "p", "u", "d", "c"))
_BEHIND_NAME = frozenset(("n", "nz", "nt", "nw", "s", "vn", "ORG", "LOC", "PER"))
"""Words that go on with a name before them."""

FIRST, LAST = "first", "last"
"""Stand for the word before the first and behind the last one of a sentence."""

MANY = 4
"""Words of a kind between actor and verb that count as all of them."""


def tag_signs(row: Row) -> Signs:
    """The signs of an event by the tagged words of its sentence; none where that has no words."""
    found: dict[str, float | bool] = {}
    if row.words:
        found |= dict.fromkeys(_of_verb(row), True)
        found |= dict.fromkeys(_of_actor(row), True)
        found |= dict.fromkeys(_of_target(row), True)
        found |= _between(row)
        found["verbs"] = min(1.0, sum(w.tag == _VERB for w in row.words) / 15)
    return {f"tag.{name}": float(value) for name, value in found.items() if value}


def _covering(words: Sequence[Tagged], start: int, end: int) -> list[int]:
    """Which words have characters of a stretch."""
    return [k for k, word in enumerate(words) if word.start < end and start < word.end]


def _whole(words: Sequence[Tagged], inside: Sequence[int], start: int, end: int) -> bool:
    return words[inside[0]].start == start and words[inside[-1]].end == end


def _tag(words: Sequence[Tagged], number: int) -> str:
    """The tag of a word by its number, which may lie one before the first or behind the last."""
    return FIRST if number < 0 else LAST if number >= len(words) else words[number].tag


def _of_verb(row: Row) -> Iterator[str]:
    """The first verb as a word, with its neighbours; then what the verbs are together."""
    words, hits = row.words, row.act.hits
    inside = _covering(words, hits[0].start, hits[0].end) if hits else []
    if inside:
        yield from _verb_word(words, inside, hits[0])
        yield f"verb_behind_{_tag(words, inside[0] - 1)}"
        yield f"verb_before_{_tag(words, inside[-1] + 1)}"
        yield from _left(row, inside[0] - 1)
    tags = {words[k].tag for h in hits for k in _covering(words, h.start, h.end)}
    if any(not _is_verb(words, h) for h in hits[1:]):
        yield "more_no_verb"
    if "vn" in tags:
        yield "any_nominal"
    if tags & _THINGS:
        yield "any_noun"
    if tags == {_VERB}:
        yield "all_verbs"


def _verb_word(words: Sequence[Tagged], inside: Sequence[int], hit: Hit) -> Iterator[str]:
    """Whether a verb is one word of the sentence, a part of one, or made of several."""
    whole, tag = _whole(words, inside, hit.start, hit.end), words[inside[0]].tag
    yield f"verb_{'is' if whole else 'in'}_{tag}" if len(inside) == 1 else f"verb_split_{tag}"
    if len(inside) > 1:
        yield "verb_split"
    if not whole:
        yield "verb_inside"
    if words[inside[0]].start != hit.start:
        yield "verb_cut_front"
    if words[inside[-1]].end != hit.end:
        yield "verb_cut_end"


def _is_verb(words: Sequence[Tagged], hit: Hit) -> bool:
    inside = _covering(words, hit.start, hit.end)
    return len(inside) == 1 and _whole(words, inside, hit.start, hit.end) and words[inside[0]].tag == _VERB


def _left(row: Row, number: int) -> Iterator[str]:
    """The word nearest before the verb that is no adverb or circumstance: the actor, or a rival for it."""
    while number >= 0 and row.words[number].tag in _ASIDE:
        number -= 1
    if number < 0:
        return
    word, (start, end) = row.words[number], row.actor
    yield f"left_{word.tag}"
    if word.tag in _NOUNS and start >= 0:
        mine = word.start < end and start < word.end
        yield "left_is_actor" if mine else "left_other_name" if word.tag in _NAMES else "left_other_noun"


def _between(row: Row) -> dict[str, float | bool]:
    """What stands between the actor and the first verb behind it."""
    (start, end), hits = row.actor, row.act.hits
    if start < 0 or not hits or end > hits[0].start:
        return {}
    tags = [w.tag for w in row.words if end <= w.start and w.end <= hits[0].start]
    return {
        "between_none": not tags,
        "between_verbs": min(1.0, tags.count(_VERB) / MANY),
        "between_verb": _VERB in tags,
        "between_nouns": min(1.0, sum(tag in _NOUNS for tag in tags) / MANY),
        "between_name": bool({"PER", "ORG"} & set(tags)),
        "between_goes_on": bool(tags) and tags[0] in _BEHIND_NAME,
        **{f"between_{tag}": tag in tags for tag in ("p", "u", "c", "vn")},
    }


def _of_actor(row: Row) -> Iterator[str]:
    """Whether the first actor begins and ends where words do, what they are, and what stands beside them."""
    words, (start, end) = row.words, row.actor
    inside = _covering(words, start, end) if start >= 0 else []
    if not inside:
        return
    role = row.draft.people[0].role
    front = start - len(role) if role and row.text[:start].endswith(role) else start
    tags = [words[k].tag for k in inside]
    starts = {w.start for w in words}
    signs = {
        "actor_cut_front": front not in starts,
        "actor_name_cut": start not in starts,
        "actor_cut_end": words[inside[-1]].end != end,
        "actor_no_name": bool(_NO_NAME & set(tags)),
        "actor_one": len(tags) == 1,
        "actor_many": len(tags) > 3,
    }
    yield from (name for name, holds in signs.items() if holds)
    yield f"actor_first_{tags[0]}"
    yield f"actor_last_{tags[-1]}"
    yield f"actor_behind_{_tag(words, sum(w.end <= front for w in words) - 1)}"
    yield f"actor_before_{_tag(words, inside[-1] + 1)}"


def _of_target(row: Row) -> Iterator[str]:
    """Whether what the act is about begins where a word does, and with which."""
    at = row.text.find(row.draft.target) if row.draft.target else -1
    if at >= 0:
        first = next((w.tag for w in row.words if w.start == at), "")
        yield f"target_{first}" if first else "target_cut"
