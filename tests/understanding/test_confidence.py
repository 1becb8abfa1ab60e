"""How likely a row is told, and that rows which are not likely enough are left out of the table."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.resources import files
from unittest.mock import patch

import numpy as np
import pytest

from rag.errors import SettingError
from rag.ports import NameModel, Tagged, Tagger
from rag.records import Mention
from rag.tables import parse
from rag.understanding import confidence, load_name_model, understand
from rag.understanding.confidence import BASE, LEAST, TABLE, likely, weights_of
from tests.tuning.confidence_weights import DIGEST, drafted, least_of, left_out, together
from tests.understanding.pages import layout, lexicon

SOUND = "县长李明主持召开县政府常务会议并讲话。"
GLUED = "依托检查站，设置岗亭30处，现场查处各类违法500起。"
HONOURED = "会议决定，追授王大勇、赵小兰同志“海州楷模”称号，授予孙志强同志“海州先进”称号。"


class Cut:
    """A tagger that cuts texts where it is told to, as `word/tag` with spaces between, and knows no names."""

    def __init__(self, *texts: str) -> None:
        self._texts = {"".join(w.rsplit("/", 1)[0] for w in text.split()): tuple(_words(text)) for text in texts}

    def names(self, texts: list[str]) -> list[tuple[Mention, ...]]:
        return [() for _ in texts]

    def tagged(self, texts: list[str]) -> list[tuple[Tagged, ...]]:
        return [self._texts.get(text, ()) for text in texts]

    def mentions(self, text: str, words: tuple[Tagged, ...]) -> tuple[Mention, ...]:
        return ()


def _words(text: str) -> Iterator[Tagged]:
    at = 0
    for word, tag in (part.rsplit("/", 1) for part in text.split()):
        yield Tagged(at, at + len(word), tag)
        at += len(word)


def acts(text: str, names: NameModel | None) -> list[tuple[str, str]]:
    """(first actor, action) of each row."""
    return [(e.actors[0].name, e.action) for e in understand(layout(text), names, lexicon())[0].events]


@pytest.mark.model
def test_a_sound_row_stays_and_an_unsound_one_goes() -> None:
    model = load_name_model(threads=1)
    assert acts(SOUND, model) == [("李明", "主持召开")]
    assert acts(GLUED, None) == [("设置岗亭30处", "查处")]
    assert acts(GLUED, model) == []
    assert drafted(layout(HONOURED), "page", model, lexicon()) != []
    assert acts(HONOURED, model) == []


@pytest.mark.model
def test_a_doubtful_row_takes_nothing_else_with_it() -> None:
    model = load_name_model(threads=1)
    assert acts(f"{SOUND}\n{GLUED}", model) == acts(SOUND, model)
    both = understand(layout(f"{SOUND}\n{GLUED}"), model, lexicon())[0]
    assert [e.number for e in both.events] == [1]
    assert [p.name for p in both.people] == ["李明"]


@pytest.mark.model
def test_the_model_tells_words_and_the_names_among_them() -> None:
    model = load_name_model(threads=1)
    assert isinstance(model, Tagger)
    (words,) = model.tagged([SOUND])
    assert "".join(SOUND[w.start : w.end] for w in words) == SOUND
    assert model.mentions(SOUND, words) == model.names([SOUND])[0]
    assert "李明" in [m.text for m in model.mentions(SOUND, words)]


def test_nothing_is_left_out_without_a_tagger_or_words() -> None:
    assert acts(GLUED, Cut()) == acts(GLUED, None) == [("设置岗亭30处", "查处")]


def test_signs_of_a_sentence_by_its_words() -> None:
    ((_, text, found),) = drafted(
        layout("市教育局召开会议。"), "page", Cut("市教育局/ORG 召开/v 会议/n 。/w"), lexicon()
    )
    assert text == "市教育局召开会议。"
    assert found["tag.verb_is_v"] == found["tag.all_verbs"] == found["tag.left_is_actor"] == 1
    assert found["tag.actor_first_ORG"] == found["tag.actor_behind_first"] == found["tag.actor_before_v"] == 1
    assert found["tag.between_none"] == found["verb.family_convene"] == found["who.kind_body"] == 1
    assert "tag.verb_inside" not in found
    ((_, _, wrong),) = drafted(layout("市教育局召开会议。"), "page", Cut("市教育/n 局召/n 开会/v 议/n 。/w"), lexicon())
    assert wrong["tag.verb_split"] == wrong["tag.verb_inside"] == wrong["tag.verb_cut_front"] == 1
    assert wrong["tag.actor_cut_end"] == 1


def test_a_likelihood_is_that_of_the_odds_its_signs_add_up_to() -> None:
    weights = {BASE: 1.0, LEAST: 0.5, "a": -1.0, "b": 2.0}
    assert likely({}, weights) == pytest.approx(0.7311, abs=1e-4)
    assert likely({"a": 1.0}, weights) == 0.5
    assert likely({"a": 1.0, "b": 0.5}, weights) == pytest.approx(0.7311, abs=1e-4)
    assert likely({"unknown": 1.0}, weights) == likely({}, weights)


def test_the_table_is_the_one_that_was_learned() -> None:
    table = files("rag").joinpath("data", TABLE).read_text(encoding="utf-8")
    lines = "".join(f"{line}\n" for line in table.splitlines() if not line.startswith("#"))
    assert hashlib.sha256(lines.encode()).hexdigest() == DIGEST
    assert 0 < weights_of(TABLE)[LEAST] < 1


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("base\t1\nleast\tmuch\n", "“least much” is no sign with its weight"),
        ("base\t1\nleast\n", "“least” is no sign with its weight"),
        ("base\t1\n", "no line for least"),
        ("", "no line for base and least"),
    ],
)
def test_a_broken_table_is_one_clear_error(table: str, says: str) -> None:
    weights_of.cache_clear()
    with patch.object(confidence, "rows", lambda _: parse(table)), pytest.raises(SettingError, match=says):
        weights_of("broken.tsv")


def test_the_least_likelihood_is_the_highest_with_enough_that_is_not_told() -> None:
    likelihoods = np.array([0.1, 0.2, 0.31, 0.33, 0.42, 0.47, 0.9])
    told = np.array([False, False, False, False, False, True, True])
    assert left_out(likelihoods, told, 0.5) == (5, 1)
    assert least_of(likelihoods, told) == 0.9
    assert least_of(likelihoods, ~told) == 0.0


def test_documents_that_share_a_sentence_stay_together() -> None:
    one = together([("a", "x"), ("b", "y"), ("b", "x"), ("c", "y"), ("d", "z")])
    assert one["a"] == one["b"] == one["c"] != one["d"]
