"""One configuration, and the digest of what shapes an index."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pytest

from rag.config import Config
from rag.errors import SettingError

DEFAULT = Config()
LISTS: list[dict[str, str]] = [{}, {"people": "秦强\n"}, {"people": "高明\n"}, {"offices": "秦强\n"}]


def test_defaults_are_the_folder_beside_the_seeds_and_the_bundled_model() -> None:
    assert (DEFAULT.index, DEFAULT.model, DEFAULT.words) == (Path("index"), "multilingual-e5-small", None)


def test_moving_an_index_leaves_it_the_same() -> None:
    assert replace(DEFAULT, index=Path("elsewhere")).fingerprint() == DEFAULT.fingerprint()


def test_another_model_changes_the_fingerprint() -> None:
    assert replace(DEFAULT, model="other").fingerprint() != DEFAULT.fingerprint()


def with_words(folder: Path, **lists: str) -> str:
    """The fingerprint with these word lists in a folder."""
    folder.mkdir(exist_ok=True)
    for name, text in lists.items():
        (folder / f"{name}.tsv").write_text(text, encoding="utf-8")
    return replace(DEFAULT, words=folder).fingerprint()


def test_what_the_users_word_lists_say_changes_the_fingerprint(tmp_path: Path) -> None:
    folders = (tmp_path / name for name in "abcd")
    prints = [with_words(f, **lists) for f, lists in zip(folders, LISTS, strict=True)]
    assert len({DEFAULT.fingerprint(), *prints}) == 1 + len(LISTS)


def test_where_the_users_word_lists_lie_does_not(tmp_path: Path) -> None:
    assert with_words(tmp_path / "a", people="秦强\n") == with_words(tmp_path / "b", people="秦强\n")


def test_a_word_list_changed_in_its_place_is_noticed(tmp_path: Path) -> None:
    before = with_words(tmp_path, people="秦强\n")
    assert with_words(tmp_path, people="秦强\n高明\n") != before


def test_a_folder_of_word_lists_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"^there is no folder of word lists .*; name an existing folder"):
        replace(DEFAULT, words=tmp_path / "none").fingerprint()


def test_the_fingerprint_is_the_one_that_released_versions_wrote() -> None:
    assert DEFAULT.fingerprint() == "dddbc62010544e88"


def test_a_fingerprint_is_sixteen_hexadecimal_digits() -> None:
    assert len(DEFAULT.fingerprint()) == 16
    assert int(DEFAULT.fingerprint(), 16) >= 0


def test_a_configuration_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        DEFAULT.model = "other"  # type: ignore[misc]
