"""Lines that tell when an article was put before its readers (发布时间：…, beneath the headline of a web page)."""

from __future__ import annotations

import re
from functools import cache

from rag.tables import any_of, rows
from rag.time import issue_day

LONGEST = 120
"""Characters of such a line; a longer one holds something to read."""

SHORT = 40
"""Characters of a line that tells a source and a day and nothing else."""

NEAR = 12
"""Characters between the words that name the day and the day."""


_CENTURIES = ("19", "20", "１９", "２０", "一九", "二〇", "二零", "二○", "1９", "2０")
"""What every full day in figures or numerals holds: most lines hold none, and looking for one is cheap."""


BARE = r"^(?:19|20|１９|２０)\d\d\s*[.\-/年]\s*\d{1,2}\s*[.\-/月]\s*\d{1,2}\s*日?$"
"""A line with nothing but a day."""

_BARE = re.compile(BARE)
_DAY = re.compile(
    r"(?:19|20|１９|２０)\d\d\s?[.\-/年]\s?\d{1,2}\s?[.\-/月]\s?\d{1,2}\s?日?(?:\s?\d{1,2}[:：]\d\d)?(?:[:：]\d\d)?"
)
_APART = re.compile(r"[\s　（）()【】\[\]|｜,，、]+")
_PAPER = re.compile(
    rf"(?:^|[\s　《])([一-龥·]{{1,12}}?(?:{any_of('papers')})|今日[一-龥]{{2,4}})(?=$|[\s　》])",
    re.M,
)


def paper_in(text: str) -> str:
    """The first name of a newspaper that stands by itself in lines of a masthead; empty where there is none."""
    found = _PAPER.search(text)
    return found[1] if found else ""


def listed_day(line: str) -> bool:
    """Whether a line has a day and words that no masthead has beside its day: a headline of a list, or who signs.

    A masthead has the newspaper's name there, the weekday, the moon's day, the edition and the like.
    """
    day = _DAY.search(line)
    if day is None or paper_in(line):
        return False
    pieces = [piece for part in (line[: day.start()], line[day.end() :]) for piece in _APART.split(part) if piece]
    return bool(pieces) and not any(_masthead_word().fullmatch(piece) for piece in pieces)


def bare_day(line: str) -> bool:
    """Whether a line holds a day and nothing else: a masthead's, one of a list, or below what is signed on that day."""
    return _BARE.match(line.strip()) is not None


def line_day(line: str) -> str | None:
    """The day, as ISO, that a line gives for its article's appearance; None for any other line.

    时间：… alone may be that of a meeting; beside a source or a number of readers it is the article's.
    """
    if len(line) > LONGEST or not any(c in line for c in _CENTURIES) or (day := issue_day(line)) is None:
        return None
    sure, made, beside, plain = (_pattern(kind) for kind in ("label", "made", "beside", "plain"))
    if label := sure.search(line) or made.search(line):
        return issue_day(line[label.start() :]) or day
    others = {match.group() for match in beside.finditer(line)}
    told = len(others) > 1 or (others and (plain.search(line) or _alone(line, beside)))
    return day if told else None


def only_made(line: str) -> bool:
    """Whether such a line tells when a document was made (成文日期), and not when it was put before its readers."""
    return _pattern("label").search(line) is None and _pattern("made").search(line) is not None


def _alone(line: str, beside: re.Pattern[str]) -> bool:
    """Whether a line has nothing before its day but signs, or is short and opens with what stands beside one."""
    opened = issue_day(line[: len("2023年11月02日") + 4]) is not None
    return opened or (len(line) <= SHORT and beside.match(line) is not None)


@cache
def _masthead_word() -> re.Pattern[str]:
    return re.compile("|".join(wording for known, wording in rows("issue_lines.tsv") if known == "masthead"))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    wordings = "|".join(wording for known, wording in rows("issue_lines.tsv") if known == kind)
    day = rf"\s*[:：]?.{{0,{NEAR}}}?(?:19|20|２０|二)" if kind != "beside" else ""
    return re.compile(rf"(?:{wordings}){day}", re.I)
