"""Time as it is printed and asked: text -> expressions of time -> days with their basis, in Chinese and English.

The one grammar of pages, mastheads and questions. Expressions are found first (`moments`, `question_times`), and only
then worked out from what is known (`Clock`), so that unknown parts stay unknown.
"""

from rag.time.almanac import festival_day, on_festival
from rag.time.clock import AsOf, Clock
from rag.time.dates import VAGUE, dates_in, resolve, to_come, told_year
from rag.time.moments import Moment, moments
from rag.time.periods import question_periods, question_times
from rag.time.printed import Told, printed_times
from rag.time.recent import recent_periods
from rag.time.within import has_year, period_contains

__all__ = [
    "VAGUE",
    "AsOf",
    "Clock",
    "Moment",
    "Told",
    "dates_in",
    "festival_day",
    "has_year",
    "moments",
    "on_festival",
    "period_contains",
    "printed_times",
    "question_periods",
    "question_times",
    "recent_periods",
    "resolve",
    "to_come",
    "told_year",
]
