"""The parts of a sentence, and what each mentions."""

from __future__ import annotations

import re

from rag.asking.matching.mentioned import parts
from rag.mentions import figures

COMMA = re.compile("[，,]")


def test_no_part_ends_inside_of_a_figure() -> None:
    text = "虚增利润27,072,877.87元,占六成，共3项"
    told = list(parts(text, figures(text), COMMA))
    assert [part for part, _ in told] == ["虚增利润27,072,877.87元", "占六成", "共3项"]
    assert [[m.text for m in own] for _, own in told] == [["27,072,877.87元"], ["六成"], ["3项"]]
