"""Words somebody said: which verb of a clause reports them, and their gist as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.tables import any_of, cue_pattern
from rag.understanding.adverbials import adverbial
from rag.understanding.clauses import Hit
from rag.understanding.lexicon import Use
from rag.understanding.scenes import NEAR, Clause
from rag.understanding.subjects import Subject

LONGEST_GIST = 90
"""Characters of what was said that a row of the event table shows."""

_SPEECH = frozenset({Use.SAY, Use.TELL})
"""Verbs of speech; what follows one that TELLs without words is narration again."""

_MEANWHILE = re.compile(r"(?:[时中里]|之际|环节)?[一-鿿]{0,2}")
"""Between a verb of speech that reports no words and the one that does (在讲话中强调)."""

_LINKED = re.compile(
    rf"(?<![工合动操写创制])作(?:了)?[^，,。；;]{{0,8}}$|(?:并|后|时|上|中|还|又|同时|{any_of('once_more')})[一-鿿]{{0,2}}$"
)
_WORDS = re.compile(r"[，,：:][\s“‘]*(?!并|同时|还|也)([^。；;！？!?]{2,})")
_QUOTED = re.compile(r"(?:^|“)([^“”]{2,}?)[，,。！？!?]?”[，,\s]*$")
_LEADS_UP = cue_pattern("leading_up")

_AND_HE = re.compile("^(?:但是?|不过|然而|而|并且?|同时|此外|其|本人|[他她]们?)+")
"""How a clause goes on with what the same one said."""

_CLOSED = dict(zip("”’", "“‘", strict=True))
_COMMA = re.compile("[，,]")


def saying(text: str, subject: Subject, clause: Clause, hits: Sequence[Hit]) -> Hit | None:
    """The verb of speech that reports what the subject said, of those in a clause behind it; or None."""
    spoken = [h for h in hits if h.verb.use in _SPEECH]
    said = next((h for h in spoken if _says(text, subject, clause, h)), None)
    if said is None or said.verb.use is Use.SAY or spoken[-1] is said:
        return said
    return spoken[-1] if _MEANWHILE.fullmatch(text, said.end, spoken[-1].start) else said


def gist(text: str, hit: Hit, end: int) -> str:
    """What was said, as printed behind the mark at `end`: its first clauses, as many as LONGEST_GIST characters hold."""
    match = _WORDS.match(text, end) if hit.verb.use is Use.SAY else None
    if match is None:
        return ""
    words = match.group(1)
    named = text[match.start(1) - 1] == "“" and 0 < words.find("”") < len(words) - 1
    return _first_clauses(f"“{words}" if named else words)


def said_before(text: str, at: int) -> str:
    """The same, of a quotation that ends right before its speaker at `at` (“…。”市长某某说), as far as the sentence prints it."""
    match = _QUOTED.search(text, 0, at)
    return _first_clauses(match.group(1)) if match else ""


def _first_clauses(words: str) -> str:
    """The first clauses of what was said, as many as fit and say something by themselves (none that only says 按照…)."""
    words = _unclosed(words.strip(" "))
    if len(words) <= LONGEST_GIST:
        return words
    marks = [m.start() for m in _COMMA.finditer(words)]
    fitting = [at for at in marks if at <= LONGEST_GIST] or marks[:1]
    while len(fitting) > 1 and _LEADS_UP.match(words, fitting[-2] + 1):
        fitting.pop()
    return _unclosed(words[: fitting[-1]]) if fitting else words


def _unclosed(words: str) -> str:
    """The words without a closing mark at their end that nothing among them opened."""
    while words[-1:] in _CLOSED and words.count(_CLOSED[words[-1]]) < words.count(words[-1]):
        words = words[:-1]
    return words


def _says(text: str, subject: Subject, clause: Clause, hit: Hit) -> bool:
    """Whether a verb of speech is a predicate: near its subject, or leading its clause (…的重要指示要求 is neither)."""
    inside = clause.start <= subject.end <= hit.start
    between = text[subject.end : hit.start] if inside else _AND_HE.sub("", text[clause.start : hit.start])
    return len(between) <= (NEAR if inside else 0) or _LINKED.search(between) is not None or adverbial(between)
