"""The commands over an index that a server keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.config import Config
from tests.engines.conftest import built
from tests.engines.postgres import Server
from tests.engines.test_pages import folder_of
from ui.cli import main


def test_an_index_is_moved_to_a_server_and_back(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, back, url = tmp_path / "first", tmp_path / "back", server.fresh()
    built(Config(index=first), folder_of(tmp_path / "pages", 1, 2))
    assert main(["move", "--index", str(first), "--to", url]) == 0
    assert capsys.readouterr().out.startswith(f"moved: {first} to postgresql://postgres@/")
    monkeypatch.setenv("WENZHENG_STORE", url)
    assert main(["check"]) == 0
    assert "(2 pages, " in capsys.readouterr().out
    assert main(["move", "--to", url]) == 1
    assert "holds an index already" in capsys.readouterr().err
    assert main(["move", "--to", str(back)]) == 0
    monkeypatch.delenv("WENZHENG_STORE")
    assert main(["check", "--index", str(back)]) == 0


def test_a_server_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pg8000", reason="the extra [server] brings the driver")
    assert main(["ask", "谁检查了码头？", "--store", f"postgresql://me:secret@/pages?host={tmp_path}"]) == 1
    told = capsys.readouterr().err
    assert told.startswith("wenzheng: the server of the index postgresql://me@/pages does not answer")
    assert (told.count("\n"), "secret" in told) == (1, False)


@pytest.mark.parametrize(
    "url",
    ["postgresql://here:many/pages", "postgresql://here", "postgresql://here/pages?sslmode=perhaps", "mysql://here/x"],
)
def test_a_url_that_is_none(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pg8000", reason="the extra [server] brings the driver")
    assert main(["check", "--store", url]) == 1
    assert "postgresql://" in capsys.readouterr().err
