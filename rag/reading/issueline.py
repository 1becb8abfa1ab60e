"""Lines that tell when an article was put before its readers (发布时间：…, beneath the headline of a web page)."""

from __future__ import annotations

import re
from functools import cache

from rag.tables import rows
from rag.time import issue_day

LONGEST = 120
"""Characters of such a line; a longer one holds something to read."""

NEAR = 12
"""Characters between the words that name the day and the day."""


_CENTURIES = ("19", "20", "１９", "２０", "一九", "二〇", "二零", "二○", "1９", "2０")
"""What every full day in figures or numerals holds: most lines hold none, and looking for one is cheap."""


def line_day(line: str) -> str | None:
    """The day, as ISO, that a line gives for its article's appearance; None for any other line.

    时间：… alone may be that of a meeting; beside a source or a number of readers it is the article's.
    """
    if len(line) > LONGEST or not any(c in line for c in _CENTURIES) or (day := issue_day(line)) is None:
        return None
    sure, beside, plain = (_pattern(kind) for kind in ("label", "beside", "plain"))
    if sure.search(line) or (beside.search(line) and (plain.search(line) or _opens(line))):
        return day
    return None


def _opens(line: str) -> bool:
    """Whether a line has nothing before its day but signs."""
    return issue_day(line[: len("2023年11月02日") + 4]) is not None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    wordings = "|".join(wording for known, wording in rows("issue_lines.tsv") if known == kind)
    day = rf"\s*[:：]?.{{0,{NEAR}}}?(?:19|20|２０|二)" if kind != "beside" else ""
    return re.compile(rf"(?:{wordings}){day}", re.I)
