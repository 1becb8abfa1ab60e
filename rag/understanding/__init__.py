"""Text to who, when, where and what: for pages and for the dates, offices and verbs of questions.

The public face: `understand` takes a page's layout and gives what each article tells.
"""

from rag.understanding.almanac import on_festival
from rag.understanding.article import understand
from rag.understanding.asof import as_of
from rag.understanding.dates import Clock, resolve, told_year
from rag.understanding.lexicon import Lexicon
from rag.understanding.moments import moments
from rag.understanding.names import load_name_model
from rag.understanding.periods import question_periods, question_times
from rag.understanding.printed import Told, printed_times
from rag.understanding.recent import recent_periods
from rag.understanding.retold import same_event, telling_keys, tellings
from rag.understanding.within import has_year, period_contains
from rag.understanding.words import activities_in, offices_in

__all__ = [
    "Clock",
    "Lexicon",
    "Told",
    "activities_in",
    "as_of",
    "has_year",
    "load_name_model",
    "moments",
    "offices_in",
    "on_festival",
    "period_contains",
    "printed_times",
    "question_periods",
    "question_times",
    "recent_periods",
    "resolve",
    "same_event",
    "telling_keys",
    "tellings",
    "told_year",
    "understand",
]
