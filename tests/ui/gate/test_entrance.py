"""Who gets in, as whom, how often a password may be tried, and what is noted of it."""

from __future__ import annotations

import asyncio
import json
import stat
from pathlib import Path

import pytest

from rag import SettingError
from tests.ui.fakes import PORT_QUESTION
from tests.ui.gate.newsroom import COMPONENT, EDITOR, READER, basic, call, component, logged_in
from tests.ui.gate.test_audit import lines_of
from ui.gate.account import Account, Role
from ui.gate.attempts import FREE, LONGEST, Attempts
from ui.gate.audit import AUDIT, Audit
from ui.gate.sessions import IDLE, WHOLE, Sessions

pytest.importorskip("argon2", reason="what keeps passwords is not installed")
from ui.gate.accounts import Accounts


@pytest.mark.parametrize("path", ["config", "gradio_api/info", "events/file?as=csv", "theme.css", "assets/a.js"])
def test_nobody_sees_anything_without_an_account(site: tuple[str, Path], path: str) -> None:
    assert call(f"{site[0]}{path}")[0] == 401


def test_a_browser_is_asked_and_let_in(site: tuple[str, Path]) -> None:
    address, _ = site
    status, headers, _ = call(address)
    assert (status, headers["Location"]) == (303, "/login")
    assert "密码".encode() in call(f"{address}login", Accept_Language="zh")[2]
    status, cookie = logged_in(address, READER)
    assert status == 303
    assert call(address, Cookie=cookie)[0] == 200
    form = {"Content_Type": "application/x-www-form-urlencoded", "Cookie": cookie}
    assert call(f"{address}logout", "POST", b"", **form)[0] == 303
    assert call(f"{address}config", Cookie=cookie)[0] == 401


def test_the_secret_is_for_this_site_and_no_script() -> None:
    from ui.gate.audit import Audit
    from ui.gate.entrance import Entrance

    _, cookie = Entrance(None, None, Audit(), secure=True)._cookie("x", WHOLE)  # type: ignore[arg-type]
    assert {b"HttpOnly", b"SameSite=Strict", b"Secure"} <= set(cookie.split(b"; "))


def test_programs_send_their_password_with_each_request(site: tuple[str, Path]) -> None:
    address, _ = site
    for _ in range(2):
        assert call(f"{address}config", Authorization=basic(READER))[0] == 200
    for wrong in (basic((READER[0], "no")), "Basic", "Basic ???", "Bearer x", basic(("", ""))):
        assert call(f"{address}config", Authorization=wrong)[0] == 401


def test_readers_ask_and_change_nothing(site: tuple[str, Path]) -> None:
    address, folder = site
    put = f"{address}pages/arriving?drop=dropdrop&name=a.txt&size=3"
    json_of = {"Content_Type": "application/json", "Authorization": basic(READER)}
    question = json.dumps({"question": PORT_QUESTION}).encode()
    assert call(f"{address}conversation/asking", "POST", question, **json_of)[0] == 200
    assert call(f"{address}{COMPONENT}", "POST", component(address, "pages", "look"), **json_of)[0] == 200
    assert call(put, "PUT", b"abc", Authorization=basic(READER))[0] == 403
    for function in ("fresh", "begin", "remove", "keep"):
        assert call(f"{address}{COMPONENT}", "POST", component(address, "pages", function), **json_of)[0] == 403
    for function in ("add", "remove"):
        assert call(f"{address}{COMPONENT}", "POST", component(address, "watches", function), **json_of)[0] == 403
    assert not list((folder / "pages").rglob("a.txt"))
    assert b"data-reads" in call(address, Authorization=basic(READER))[2]


def test_editors_bring_files_and_it_is_noted_who_did(site: tuple[str, Path]) -> None:
    address, folder = site
    put = f"{address}pages/arriving?drop=dropdrop&name=b.txt&size=3"
    assert call(put, "PUT", b"abc", Authorization=basic(EDITOR))[0] == 201
    asked, done = (n for n in lines_of(folder / AUDIT) if n["did"] == "brings a file")
    assert (asked["who"], asked["what"], asked["from"], asked["outcome"]) == ("wang", "b.txt", "127.0.0.1", "asked")
    assert done == asked | {"at": done["at"], "outcome": "done", "sum": done["sum"]}
    assert EDITOR[1] not in (folder / AUDIT).read_text(encoding="utf-8")
    assert stat.S_IMODE((folder / AUDIT).stat().st_mode) == 0o600


def test_after_some_wrong_passwords_the_right_one_has_to_wait_too(site: tuple[str, Path]) -> None:
    address, _ = site
    for _ in range(FREE):
        assert logged_in(address, ("zhao", "guess"))[0] == 401
    assert logged_in(address, ("zhao", "guess"))[0] == 429
    assert logged_in(address, EDITOR)[0] == 429, "the address pauses as well"


def test_pauses_grow_and_end() -> None:
    now = [0.0]
    attempts = Attempts(lambda: now[0])
    pauses = []
    for _ in range(FREE + 20):
        attempts.wrong("a")
        pauses.append(attempts.pause("a", "b"))
    assert pauses[: FREE - 1] == [0.0] * (FREE - 1)
    assert pauses[FREE - 1] < pauses[FREE] < pauses[-1] == LONGEST
    now[0] += LONGEST
    assert attempts.pause("a") == 0.0
    attempts.right("a")
    attempts.wrong("a")
    assert attempts.pause("a") == 0.0


def test_sessions_end_by_themselves() -> None:
    now = [0.0]
    sessions = Sessions(lambda: now[0])
    account = Account("wang", Role.EDITOR)
    idle, used = sessions.begin(account), sessions.begin(account)
    assert idle not in str(vars(sessions)), "only digests are kept"
    now[0] = IDLE - 1
    assert sessions.of(used) == account
    now[0] = IDLE + 1
    assert (sessions.of(idle), sessions.of(used)) == (None, account)
    while now[0] < WHOLE:
        sessions.of(used)
        now[0] += IDLE / 2
    assert sessions.of(used) is None
    assert sessions.of("made up") is None


def test_the_file_of_accounts_is_its_owners_and_holds_no_password(tmp_path: Path) -> None:
    accounts = Accounts(tmp_path / "accounts.json")
    accounts.put("wang", "a long password", Role.EDITOR)
    text = (tmp_path / "accounts.json").read_text(encoding="utf-8")
    assert "a long password" not in text
    assert "$argon2id$" in text
    assert stat.S_IMODE((tmp_path / "accounts.json").stat().st_mode) == 0o600
    again = Accounts(tmp_path / "accounts.json")
    assert again.who("wang", "a long password") == Account("wang", Role.EDITOR)
    assert again.who("wang", "another") is again.who("li", "a long password") is None
    again.remove("wang")
    assert again.all() == ()


@pytest.mark.parametrize(
    ("name", "password"), [("", "a long password"), ("a b", "a long password"), ("wang", "short"), ("wang", "x" * 201)]
)
def test_what_is_no_name_or_password_is_refused(tmp_path: Path, name: str, password: str) -> None:
    with pytest.raises(SettingError):
        Accounts(tmp_path / "accounts.json").put(name, password, Role.READER)
    assert not (tmp_path / "accounts.json").exists()


@pytest.mark.parametrize("text", ["", "[]", '{"wang": {}}', '{"wang": {"role": "king", "password": "x"}}'])
def test_a_file_of_something_else_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "accounts.json").write_text(text, encoding="utf-8")
    with pytest.raises(SettingError, match="is no file of accounts"):
        Accounts(tmp_path / "accounts.json")


def test_accounts_of_an_earlier_version_are_read_and_get_their_digests(tmp_path: Path) -> None:
    path = tmp_path / "accounts.json"
    accounts = Accounts(path)
    accounts.put("wang", "a long password", Role.READER)
    earlier = {name: {k: v for k, v in of.items() if k != "sum"} for name, of in json.loads(path.read_text()).items()}
    path.write_text(json.dumps(earlier))
    again = Accounts(path)
    assert again.who("wang", "a long password") == Account("wang", Role.READER)
    again.put("li", "another long one", Role.EDITOR)
    assert all("sum" in of for of in json.loads(path.read_text()).values())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param('"role": "reader"', '"role": "editor"', id="a role"),
        pytest.param('"wang"', '"wanf"', id="a name"),
        pytest.param('"sum": "', '"sum": "0', id="a digest"),
        pytest.param("argon2id$v=19$m=", "argon2id$v=19$m=1", id="a password"),
    ],
)
def test_an_altered_account_lets_nobody_in(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "accounts.json"
    accounts = Accounts(path)
    accounts.put("wang", "a long password", Role.READER)
    accounts.put("li", "another long one", Role.EDITOR)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SettingError, match=r"is damaged: the account \w+ is not as it was written; put a copy of it"):
        Accounts(path)


def test_a_line_of_the_log_that_was_cut_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / AUDIT
    Audit(path).note("wang", "delete", "a.txt")
    whole = path.read_bytes()
    path.write_bytes(whole[:-9])
    Audit(path).note("wang", "delete", "b.txt")
    cut, line = path.read_bytes().splitlines()
    assert (cut, json.loads(line)["what"]) == (whole[:-9], "b.txt")
    assert Audit(path).damaged() == (1, 2)


def test_passwords_sent_all_at_once_are_tried_no_oftener() -> None:
    from ui.gate.audit import Audit
    from ui.gate.entrance import CHECKS, Entrance

    tried: list[str] = []

    class Wrong:
        def who(self, name: str, password: str) -> None:
            tried.append(name)

    async def all_at_once() -> None:
        entrance = Entrance(None, Wrong(), Audit(), secure=False)  # type: ignore[arg-type]
        headers = [(b"authorization", basic(("anna", "no")).encode())]
        scope = {"type": "http", "path": "/config", "method": "GET", "headers": headers, "client": ("10.0.0.9", 1)}

        async def sent(message: object) -> None:
            pass

        await asyncio.gather(*(entrance(dict(scope), None, sent) for _ in range(40)))  # type: ignore[arg-type]

    asyncio.run(all_at_once())
    assert FREE <= len(tried) < FREE + CHECKS
