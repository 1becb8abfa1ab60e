"""A question and a window of sentences as one row of tokens, the same in training and in answering."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

LONGEST, QUESTION, HEADING = 288, 56, 24
"""Tokens of a row, and of these the most that the question and the heading take."""

BEGIN, END = 0, 2
"""Ids of the tokens that begin a row and that stand before each sentence and at the end."""

Tokens = Callable[[str], Any]
"""Text to a `tokenizers.Encoding` without the tokens that begin and end a row."""


@dataclass(frozen=True, slots=True)
class Row:
    """`ids` of the tokens; of which sentence each is, -1 for none; and which characters of it, (0, 0) for none."""

    ids: list[int]
    sentence: list[int]
    characters: list[tuple[int, int]]

    @property
    def sentences(self) -> int:
        """How many of the sentences had room, the last one perhaps in part."""
        return max(self.sentence, default=-1) + 1


def row(tokens: Tokens, question: str, heading: str, sentences: Sequence[str]) -> Row:
    """The question (of a long one its end), the heading, then each sentence behind an end token, until the row is full."""
    ids = [BEGIN, *tokens(question).ids[-QUESTION:], END, END, *tokens(heading).ids[:HEADING]]
    found = Row(ids, [-1] * len(ids), [(0, 0)] * len(ids))
    for number, text in enumerate(sentences):
        encoded = tokens(text)
        room = LONGEST - len(ids) - 2
        if room <= 0 or not encoded.ids:
            break
        ids += [END, *encoded.ids[:room]]
        found.characters.extend([(0, 0), *encoded.offsets[:room]])
        found.sentence.extend([number] * (len(encoded.ids[:room]) + 1))
    ids.append(END)
    found.sentence.append(-1)
    found.characters.append((0, 0))
    return found
