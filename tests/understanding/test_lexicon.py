"""Word lists, and the user's own."""

from __future__ import annotations

from importlib.resources import files
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


def test_users_places_and_offices_are_known(tmp_path: Path) -> None:
    (tmp_path / "offices.tsv").write_text("乡贤会长\n塘长\n", encoding="utf-8")
    (tmp_path / "place_suffixes.tsv").write_text("碶\tsite\n", encoding="utf-8")
    (told,) = understand(layout("塘长秦强督查南塘碶。"), None, Lexicon.load(tmp_path))
    assert [(p.name, p.role) for p in told.people] == [("秦强", "塘长")]
    assert told.events[0].places == ("南塘碶",)


def test_a_user_takes_an_entry_of_the_package_back(tmp_path: Path) -> None:
    text = "网格长秦强到青石镇调研。"
    assert [p.role for p in understand(layout(text), None, lexicon())[0].people] == ["网格长"]
    (tmp_path / "offices.tsv").write_text("-网格长\n", encoding="utf-8")
    assert understand(layout(text), None, Lexicon.load(tmp_path))[0].people == ()


GOOD = "# mine\n\n"
"""Two lines before the one in question."""


@pytest.mark.parametrize(
    ("name", "row", "said"),
    [
        pytest.param("verbs", "踩点\tinspect", "2 columns; write word TAB activity TAB use", id="a column too few"),
        pytest.param("verbs", "踩点 inspect act", "1 column; write word TAB", id="spaces instead of tabs"),
        pytest.param("offices", "塘长\tboss", "2 columns; write word", id="a column too many"),
        pytest.param("verbs", "踩点\tjump\tact", "no activity is called 'jump', only inspect,", id="unknown activity"),
        pytest.param("verbs", "踩点\tinspect\tfly", "no use is called 'fly', only act,", id="unknown use"),
        pytest.param("bodies", "某组", "1 column; write word TAB kind", id="a body without its kind"),
        pytest.param("people", "\t秦强", "2 columns", id="a name in the second column"),
        pytest.param("verbs", "\tinspect\tact", "the first column is empty", id="an empty verb would fit everywhere"),
        pytest.param("standings", "将(\tplanned", "'将(' is no regular expression", id="a pattern that is none"),
        pytest.param("not_names", "-秦强", "there is no '秦强' to take back", id="what the package does not have"),
        pytest.param("standings", "将?\tplanned", "'将?' fits everywhere", id="a pattern that fits anything"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_by_file_and_line(tmp_path: Path, name: str, row: str, said: str) -> None:
    (tmp_path / f"{name}.tsv").write_text(f"{GOOD}{row}\n", encoding="utf-8")
    with pytest.raises(SettingError) as caught:
        Lexicon.load(tmp_path)
    assert str(caught.value).startswith(f"{tmp_path / name}.tsv, line 3: {said}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param(
            "peoples.tsv", "秦强".encode(), "peoples.tsv is no word list; name it one of surnames,", id="slip"
        ),
        pytest.param("people.tsv", "秦强".encode("gb18030"), "people.tsv cannot be read", id="not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SettingError, match=said):
        Lexicon.load(tmp_path)


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="there is no folder of word lists"):
        Lexicon.load(tmp_path / "none")


def test_other_files_beside_the_lists_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "README.txt").write_text("our words", encoding="utf-8")
    assert Lexicon.load(tmp_path) == lexicon()


def test_every_list_of_the_package_says_what_its_columns_are() -> None:
    tables = sorted(Path(str(files("rag") / "data")).glob("*.tsv"))
    assert [t.name for t in tables if not t.read_text(encoding="utf-8").startswith("# ")] == []
    assert len(tables) > 20


def test_a_question_names_offices_with_their_body() -> None:
    assert offices_in("市委书记和区政协主席、副区长谁去了", lexicon()) == ("市委书记", "区政协主席", "副区长")


def test_a_question_names_activities() -> None:
    found = activities_in("他去哪里暗访督查，又主持召开了什么会议", lexicon())
    assert found == ((Activity.INSPECT, Activity.MEETING_CHAIR), ("暗访", "督查", "主持召开"))
