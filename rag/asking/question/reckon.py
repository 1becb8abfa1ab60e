"""Days told by their distance from today (去年年底, last week), where nobody says what day today is.

Who asks an archive for last December means the newest of its years, as who reads its latest page would: so the newest
printed day stands for today, and the answer says how it was read. A year alone (去年, this year) is more often the page's
own wording than the reader's; it is read so only where somebody's doings are asked for, and where nothing is told of that
year, a report that says 去年 itself is taken at its word. Of a matter (去年柿子产量) either will do: a report of the year so
counted, or one that says 去年.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rag.asking.matching.types import OF_ONE_ARTICLE, type_of
from rag.asking.matching.years import as_a_report_says
from rag.asking.question.question import Question

_YEAR_ALONE = re.compile(r"[去今前]年|(?:last|this) year", re.I)


def reckoned(query: Question, newest: str) -> Question:
    """The question with those of its periods marked that were counted from `newest`, an ISO day."""
    relative = [p for p in query.periods if p.relative]
    vague = [p for p in relative if _YEAR_ALONE.fullmatch(p.printed) and not (query.people or query.offices)]
    past = tuple(word for p in vague if (word := as_a_report_says(p)) and not p.last.startswith(newest[:4]))
    return replace(
        query,
        periods=tuple(p for p in query.periods if p not in vague),
        reckoned=tuple(p for p in relative if p not in vague),
        newest=newest if past or len(relative) > len(vague) else "",
        as_printed=past,
    )


def as_printed(query: Question) -> Question | None:
    """The question with its years (去年, 今年年初) as a report says them and not as counted from a day; None where it tells
    none, or asks for what many articles tell together, each of a 去年 of its own."""
    own = {p: word for p in query.periods if (word := as_a_report_says(p))}
    if not own or query.overall or type_of(query).reach not in OF_ONE_ARTICLE:
        return None
    reckoned = tuple(p for p in query.reckoned if p not in own)
    return replace(
        query,
        periods=tuple(p for p in query.periods if p not in own),
        reckoned=reckoned,
        newest=query.newest if reckoned else "",
        as_printed=tuple(dict.fromkeys(own.values())),
    )
