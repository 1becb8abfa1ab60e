"""Whether a sentence prints a time that is asked about."""

from __future__ import annotations

from datetime import date

import pytest

from rag.asking.matching.printed import prints_time
from rag.mentions import mentions
from rag.records import Period
from rag.time import AsOf, Clock

CLOCK = Clock(AsOf(date(2023, 5, 8), "见报日2023-05-08", printed=True))
DAY, ANY_DAY = Period("2022-05-06", "2022-05-06"), Period("--05-06", "--05-06")
MONTH, YEAR = Period("2022-05-01", "2022-05-31"), Period("2022-01-01", "2022-12-31")


@pytest.mark.parametrize(
    ("period", "text", "printed"),
    [
        (DAY, "5月6日上午，会议召开。", True),
        (ANY_DAY, "6日上午，会议召开。", True),
        (DAY, "5月16日，会议召开。", False),
        (DAY, "4月6日，会议召开。", False),
        (MONTH, "今年5月，会议召开。", True),
        (MONTH, "15月饼", False),
        (YEAR, "2022年，会议召开。", True),
        (YEAR, "去年8月，会议召开。", True),
        (YEAR, "从去年的终点出发。", False),
        (Period("2022-05-06", "2022-07-08"), "5月6日，会议召开。", False),
    ],
)
def test_a_time_as_a_page_prints_it(period: Period, text: str, printed: bool) -> None:
    assert prints_time(period, mentions(text, clock=CLOCK), "2023-05-08") is printed
