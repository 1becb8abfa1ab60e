"""Word lists, and the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.errors import SettingError
from rag.records import Activity
from rag.understanding import Lexicon, activities_in, offices_in, understand
from tests.understanding.pages import layout, lexicon


def test_a_users_verb_tells_events(tmp_path: Path) -> None:
    (tmp_path / "verbs.tsv").write_text("# mine\n踩点\tinspect\tact\n", encoding="utf-8")
    (told,) = understand(layout("市长秦强踩点东江工地。"), None, Lexicon.load(tmp_path))
    assert [(e.action, e.activity) for e in told.events] == [("踩点", Activity.INSPECT)]
    assert understand(layout("市长秦强踩点东江工地。"), None, lexicon())[0].events == ()


def test_a_users_person_and_alias_are_known(tmp_path: Path) -> None:
    (tmp_path / "people.tsv").write_text("阿不都\n", encoding="utf-8")
    (tmp_path / "aliases.tsv").write_text("老阿\t阿不都\n", encoding="utf-8")
    (told,) = understand(layout("阿不都调研。老阿督查工地。"), None, Lexicon.load(tmp_path))
    assert [p.name for p in told.people] == ["阿不都"]


@pytest.mark.parametrize(
    ("name", "row"),
    [
        pytest.param("verbs.tsv", "踩点\tinspect", id="a verb without its use"),
        pytest.param("verbs.tsv", "踩点\tjump\tact", id="an unknown activity"),
        pytest.param("verbs.tsv", "踩点\tinspect\tfly", id="an unknown use"),
        pytest.param("bodies.tsv", "某组", id="a body without its kind"),
        pytest.param("standings.tsv", "将(\tplanned", id="a pattern that is none"),
    ],
)
def test_a_row_that_cannot_be_read_says_so(tmp_path: Path, name: str, row: str) -> None:
    (tmp_path / name).write_text(row + "\n", encoding="utf-8")
    with pytest.raises(SettingError, match=name):
        Lexicon.load(tmp_path)


def test_a_question_names_offices_with_their_body() -> None:
    assert offices_in("市委书记和区政协主席、副区长谁去了", lexicon()) == ("市委书记", "区政协主席", "副区长")


def test_a_question_names_activities() -> None:
    found = activities_in("他去哪里暗访督查，又主持召开了什么会议", lexicon())
    assert found == ((Activity.INSPECT, Activity.MEETING_CHAIR), ("暗访督查", "主持召开"))
