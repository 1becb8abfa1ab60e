"""How likely an event that was read from an article is told there; one that is not likely enough is left out of its table.

A logistic regression over the signs of the event and its sentence, as the confidence function of ReVerb (Fader, Soderland,
Etzioni 2011), learned from rows that were judged by reading: `tests.tuning.confidence_weights`. It takes the words of a sentence
as a tagger cuts them, so that nothing is left out where there is no tagger.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache

from rag.errors import SettingError
from rag.ports import Tagged
from rag.records import Standing
from rag.tables import rows
from rag.understanding.lexicon import Lexicon
from rag.understanding.rowsigns import Row, Signs, row_signs
from rag.understanding.story import Story
from rag.understanding.tagsigns import tag_signs
from rag.understanding.thread import Draft

TABLE = "confidence.tsv"
BASE, LEAST = "base", "least"
"""Names in the table of the log odds without any sign, and of the likelihood that an event must have."""


def sure(
    drafts: Sequence[Draft], tale: Story, words: Mapping[str, Sequence[Tagged]], lexicon: Lexicon
) -> tuple[Draft, ...]:
    """The drafts but those told as done that are not likely enough. `words` are those of each sentence by its text."""
    if not words:
        return tuple(drafts)
    weights = weights_of(TABLE)
    return tuple(d for d in drafts if _kept(row_of(d, tale, words, lexicon, drafts), weights))


def row_of(
    draft: Draft,
    tale: Story,
    words: Mapping[str, Sequence[Tagged]],
    lexicon: Lexicon,
    drafts: Sequence[Draft],
) -> Row:
    """A draft with all that its signs are read from."""
    act, sentence = draft.first
    return Row(draft, act, sentence, words.get(sentence.text, ()), tale, lexicon, drafts)


def _kept(row: Row, weights: Mapping[str, float]) -> bool:
    if row.draft.standing is not Standing.DONE or not row.words:
        return True
    return likely(signs(row), weights) >= weights[LEAST]


def signs(row: Row) -> Signs:
    """All signs of an event."""
    return row_signs(row) | tag_signs(row)


def likely(found: Signs, weights: Mapping[str, float]) -> float:
    """The likelihood, from 0 to 1, that an event with these signs is told; signs without a weight count nothing."""
    odds = weights[BASE] + sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + math.exp(-odds))


@cache
def weights_of(table: str) -> Mapping[str, float]:
    """The weights by sign. Raises SettingError where a line is no name and number, or the base or the least is missing."""
    found: dict[str, float] = {}
    for row in rows(table):
        try:
            name, value = row
            found[name] = float(value)
        except ValueError as error:
            raise SettingError(
                f"{table}: “{' '.join(row)}” is no sign with its weight", "reinstall wenzheng"
            ) from error
    if missing := {BASE, LEAST} - found.keys():
        raise SettingError(f"{table} has no line for {' and '.join(sorted(missing))}", "reinstall wenzheng")
    return found
