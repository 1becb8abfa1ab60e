"""One configuration, and the digest of what shapes an index."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pytest

from rag.config import Config

DEFAULT = Config()


def test_defaults_are_the_folder_beside_the_seeds_and_the_bundled_model() -> None:
    assert (DEFAULT.index, DEFAULT.model, DEFAULT.words) == (Path("index"), "multilingual-e5-small", None)


def test_moving_an_index_leaves_it_the_same() -> None:
    assert replace(DEFAULT, index=Path("elsewhere")).fingerprint() == DEFAULT.fingerprint()


@pytest.mark.parametrize(
    "other", [replace(DEFAULT, model="other"), replace(DEFAULT, words=Path("words"))], ids=["model", "word lists"]
)
def test_what_shapes_an_index_changes_its_fingerprint(other: Config) -> None:
    assert other.fingerprint() != DEFAULT.fingerprint()


def test_the_fingerprint_is_the_one_that_released_versions_wrote() -> None:
    assert DEFAULT.fingerprint() == "dddbc62010544e88"


def test_a_fingerprint_is_sixteen_hexadecimal_digits() -> None:
    assert len(DEFAULT.fingerprint()) == 16
    assert int(DEFAULT.fingerprint(), 16) >= 0


def test_a_configuration_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        DEFAULT.model = "other"  # type: ignore[misc]
