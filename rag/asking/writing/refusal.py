"""Why a question is not answered, in words that are true: only what stands nowhere is said to stand nowhere.

That an answer was not found is known; that the pages do not tell it is not. So a part of the question is said to be
absent only where it was looked up in everything that was searched. Where it is printed, that is said instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rag.answered import Answer, Verdict
from rag.asked import EVERYTHING, Asks, Frame, Language, Scope
from rag.asking.constraints.lack import NOT_OF_THE_PAGES, Lack, Support
from rag.asking.matching.tellable import tellable
from rag.asking.writing.phrases import phrase
from rag.asking.writing.scope import scope_words
from rag.text import has_han

Printed = Callable[[str], bool]
"""Whether anything that was searched prints these words."""

_LOOKED_FOR = (Lack.STRANGER, Lack.PERSON, Lack.PLACE, Lack.DATE, Lack.FOCUS, Lack.SUBJECT)
"""What is missing is a part of the question, which either stands on the pages or does not."""

_NEVER_ABSENT = (Lack.DATE,)
"""A day can be printed in many ways (5月6日, 昨天), so that its own wording stands nowhere proves nothing."""

_WORDS = (Lack.FOCUS, Lack.SUBJECT)
"""What is missing is a word, which in an English question is only one of the Chinese ones it may mean."""

_ASKS = re.compile(r"哪|第几|几[天个年次]|多[少长久大高远]|[什怎]么|每")
"""What only asks (哪几天): no page prints it, and that says nothing."""

_AND = "、"

SHORTEST = 2
"""Characters of a part of the question that says something by itself."""


_THERE = "_there"
"""Ends the names of phrases that else name what was searched themselves."""

_ANYWHERE = (*NOT_OF_THE_PAGES, Lack.NO_SUCH_DAY)
"""What is missing is missing whatever pages are looked at."""


def refusal(why: Support, language: Language, nearest: str, printed: Printed, scope: Scope = EVERYTHING) -> str:
    """One sentence for what is missing, which denies nothing that is printed, and names no word that a page may well tell
    in another one. `nearest` is the text of the article that came nearest, empty where none did. Where only a part of the
    pages was looked at, it says which: what that part does not tell another may."""
    if scope == EVERYTHING or why.lack in _ANYWHERE:
        return _said(why, language, nearest, printed)
    said = _said(why, language, nearest, printed, _THERE)
    return phrase("within", language, scope=scope_words(scope, language), said=said)


def _said(why: Support, language: Language, nearest: str, printed: Printed, where: str = "") -> str:
    """`where` is `_THERE` where it is said already what was searched."""
    if why.lack not in _LOOKED_FOR or _ASKS.search(why.about) or (0 < len(why.about) < SHORTEST):
        return phrase(f"none_{why.lack if why.lack not in _LOOKED_FOR else Lack.KIND}", language, about=why.about)
    if not why.about or (why.lack in _WORDS and not any(tellable(w, nearest) for w in why.about.split(_AND))):
        return phrase(f"none_{Lack.KIND if why.about and nearest else Lack.SUBJECT}", language)
    if language is Language.EN and why.lack in _WORDS:
        return phrase(f"none_{Lack.SUBJECT}", language)
    if absent := _absent(why, printed):
        nowhere = "nowhere_name" if why.lack is Lack.STRANGER else "nowhere"
        return phrase(f"{nowhere}{where}", language, about=_AND.join(absent))
    there = bool(nearest) and all(part in nearest for part in why.about.split(_AND))
    return phrase(f"printed_only{where}" if there else f"none_{why.lack}", language, about=why.about)


def greeted(greeting: str, language: Language, examples: Sequence[str]) -> Answer:
    """What is said to a greeting: what can be asked, with examples. It abstains, for nothing was asked of the pages."""
    text = "\n".join([phrase(f"none_{Lack.GREETING}", language), *examples])
    return Answer(Verdict.ABSTAINED, text, Frame(language, Asks.WHAT), reason=Lack.GREETING, question=greeting)


def _absent(why: Support, printed: Printed) -> list[str]:
    """Parts of what is missing that stand nowhere. A word in Latin letters may be printed as what it means."""
    if why.lack in _NEVER_ABSENT:
        return []
    return [part for part in why.about.split(_AND) if has_han(part) and not printed(part)]
