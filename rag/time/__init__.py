"""Time as it is printed and asked: text -> expressions of time -> days with their basis, in Chinese and English.

The one grammar of pages, mastheads and questions. Expressions are found first (`moments`, `question_times`), and only
then worked out from what is known (`Clock`), so that unknown parts stay unknown.
"""

from rag.time.almanac import festival_day, on_festival
from rag.time.calendars import counted_year
from rag.time.clock import AsOf, Clock
from rag.time.cyclic import lunar_issue
from rag.time.dates import VAGUE, dateline_day, dates_in, is_review, of_same_year, resolve, to_come, told_year, unclear
from rag.time.figures import in_figures
from rag.time.issue import compact_day, issue_day
from rag.time.numerals import number
from rag.time.periods import question_periods, question_times
from rag.time.printed import Told, printed_times, year_told
from rag.time.sides import opens
from rag.time.within import days_of, has_year, period_contains
from rag.time.wordings import Moment, moments

__all__ = [
    "VAGUE",
    "AsOf",
    "Clock",
    "Moment",
    "Told",
    "compact_day",
    "counted_year",
    "dateline_day",
    "dates_in",
    "days_of",
    "festival_day",
    "has_year",
    "in_figures",
    "is_review",
    "issue_day",
    "lunar_issue",
    "moments",
    "number",
    "of_same_year",
    "on_festival",
    "opens",
    "period_contains",
    "printed_times",
    "question_periods",
    "question_times",
    "resolve",
    "to_come",
    "told_year",
    "unclear",
    "year_told",
]
