"""Typed mentions: who, what body, which office, where, how much, what share, how many, how long and when, in a text.

They are found once, when a page is indexed, and stored with its passages; whoever asks reads them there. One file a
type; `mentions` puts them together, `figures` reads numbers alone, for pages and questions alike.
"""

from rag.mentions.figures import NUMBERS, figures, same_unit
from rag.mentions.find import mentions
from rag.mentions.names import Names
from rag.mentions.times import DATELINE, day_of, days_of, loose, tells_hour, times

__all__ = [
    "DATELINE",
    "NUMBERS",
    "Names",
    "day_of",
    "days_of",
    "figures",
    "loose",
    "mentions",
    "same_unit",
    "tells_hour",
    "times",
]
