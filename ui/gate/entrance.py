"""The entrance: where accounts are asked for, nobody gets further without one."""

from __future__ import annotations

import asyncio
import base64
import binascii
import math
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from typing import cast
from urllib.parse import parse_qs

from ui.gate.account import ANYBODY, KEY, Account
from ui.gate.accounts import Accounts
from ui.gate.answers import App, Header, Receive, Scope, Send, address_of, answer, header
from ui.gate.attempts import Attempts
from ui.gate.audit import Audit
from ui.gate.form import entrance_page
from ui.gate.sessions import WHOLE, Sessions
from ui.language import language_of

COOKIE = "wenzheng_session"
LOGIN, LOGOUT = "/login", "/logout"
CHECKS = 2
"""Passwords that are looked at at a time: each takes 64 MB for a moment."""


class Entrance:
    """ASGI middleware: 303 to the page that asks for a password, 401 for programs without one, 429 after too many wrong ones.

    A browser holds a session in a cookie; a program sends name and password with each request (HTTP Basic). Without
    `accounts` everybody is let in as an editor.
    """

    def __init__(self, app: App, accounts: Accounts | None, audit: Audit, secure: bool) -> None:
        self.app, self.accounts, self.audit, self.secure = app, accounts, audit, secure
        self.sessions, self.attempts = Sessions(), Attempts()
        self.room = asyncio.Semaphore(CHECKS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in whoever is known; the others are asked who they are."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif self.accounts is None:
            await self._inside(ANYBODY, scope, receive, send)
        elif scope["path"] == LOGIN:
            await self._login(scope, receive, send)
        elif scope["path"] == LOGOUT:
            await self._logout(scope, send)
        elif account := self.sessions.of(_secret(scope)) or await self._basic(scope):
            await self._inside(account, scope, receive, send)
        elif scope["path"] == "/":
            await answer(send, HTTPStatus.SEE_OTHER, headers=[(b"location", LOGIN.encode())])
        else:
            await answer(send, HTTPStatus.UNAUTHORIZED, "Log in first, or send name and password (HTTP Basic).\n")

    async def _inside(self, account: Account, scope: Scope, receive: Receive, send: Send) -> None:
        scope[KEY] = account
        if scope["path"] in (LOGIN, LOGOUT):
            await answer(send, HTTPStatus.SEE_OTHER, headers=[(b"location", b"/")])
            return
        await self.app(scope, receive, send)

    async def _login(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "POST":
            await _page(scope, send)
            return
        fields = parse_qs(bytes((await receive()).get("body", b"")).decode("utf-8", "replace"), max_num_fields=8)
        name, password = (fields.get(field, [""])[0] for field in ("name", "password"))
        if pause := self.attempts.pause(name, address_of(scope)):
            await _page(scope, send, HTTPStatus.TOO_MANY_REQUESTS, pause)
        elif account := await self._checked(scope, name, password):
            cookie = self._cookie(self.sessions.begin(account), WHOLE)
            await answer(send, HTTPStatus.SEE_OTHER, headers=[(b"location", b"/"), cookie])
        else:
            await _page(scope, send, HTTPStatus.UNAUTHORIZED)

    async def _logout(self, scope: Scope, send: Send) -> None:
        if account := self.sessions.of(secret := _secret(scope)):
            self.audit.note(account.name, "logged out", where=address_of(scope))
        self.sessions.end(secret)
        await answer(send, HTTPStatus.SEE_OTHER, headers=[(b"location", LOGIN.encode()), self._cookie("", 0)])

    async def _basic(self, scope: Scope) -> Account | None:
        """Whoever a program says it is; a password that was right is not looked at again for a while."""
        given = header(scope, b"authorization")
        name, password = _named(given)
        if not name or self.attempts.pause(name, address_of(scope)):
            return None
        if account := self.sessions.of(given):
            return account
        account = await self._checked(scope, name, password)
        if account:
            self.sessions.begin(account, given)
        return account

    async def _checked(self, scope: Scope, name: str, password: str) -> Account | None:
        accounts = cast(Accounts, self.accounts)
        async with self.room:
            if self.attempts.pause(name, address_of(scope)):  # others sent at the same time were wrong meanwhile
                return None
            account = await asyncio.to_thread(accounts.who, name, password)
        if account:
            self.attempts.right(name, address_of(scope))
        else:
            self.attempts.wrong(name, address_of(scope))
        self.audit.note(name, "logged in" if account else "gave a wrong password", where=address_of(scope))
        return account

    def _cookie(self, secret: str, seconds: float) -> Header:
        secure = "; Secure" if self.secure else ""
        line = f"{COOKIE}={secret}; Path=/; Max-Age={seconds:.0f}; HttpOnly; SameSite=Strict{secure}"
        return b"set-cookie", line.encode()


async def _page(scope: Scope, send: Send, status: HTTPStatus = HTTPStatus.OK, pause: float = 0.0) -> None:
    """The page that asks for name and password; why it asks again, where it does."""
    headers = {name: header(scope, name.encode()) for name in ("cookie", "accept-language")}
    wrong = "" if status is HTTPStatus.OK else "entrance.wait" if pause else "entrance.wrong"
    html = entrance_page(language_of(headers, scope["query_string"].decode("latin-1")), wrong).encode()
    later = [(b"retry-after", str(math.ceil(pause)).encode())] if pause else []
    fixed = [(b"content-type", b"text/html; charset=utf-8"), (b"cache-control", b"no-store"), *later]
    await send({"type": "http.response.start", "status": status.value, "headers": fixed})
    await send({"type": "http.response.body", "body": html})


def _secret(scope: Scope) -> str:
    try:
        morsel = SimpleCookie(header(scope, b"cookie")).get(COOKIE)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def _named(given: str) -> tuple[str, str]:
    """Name and password of HTTP Basic; empty where there are none."""
    kind, _, coded = given.partition(" ")
    try:
        name, colon, password = base64.b64decode(coded, validate=True).decode("utf-8").partition(":")
    except (binascii.Error, ValueError):
        return "", ""
    return (name, password) if kind.lower() == "basic" and colon else ("", "")
