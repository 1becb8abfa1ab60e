"""The head of a place, by what the place is: the head of 枣林县 is its 县长."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.tables import any_of, rows

_HEAD = re.compile(
    rf"\b(?:(deputy) )?(?:{any_of('heads_en', 'asking_cues.tsv')}) of (?:the )?([\w '-]+|[㐀-鿿]+)", re.I
)
_DEPUTY = "副"
_LEADS = "长"
_LED = ("省", "市", "县", "区", "州", "旗", "镇", "乡")
"""What has a head who is called by it."""


def headed(question: str, places: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """The office of whoever heads a place that the question names, in Chinese, and the question without the word for it
    (a head is also the head of a bureau); () and the question as it is where it asks for none."""
    asked = _HEAD.search(question)
    if asked is None:
        return (), question
    named = [p[-1] for p in places if p in asked[2]] or [tail for word, tail in _kinds() if word in asked[2].lower()]
    led = next((tail for tail in named if tail in _LED), "")
    if not led:
        return (), question
    return (f"{_DEPUTY if asked[1] else ''}{led}{_LEADS}",), question[: asked.start()] + question[asked.start(2) :]


def _kinds() -> list[tuple[str, str]]:
    return [(english, chinese) for english, chinese, *_ in rows("headed.tsv")]
