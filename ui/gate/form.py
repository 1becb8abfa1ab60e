"""The page that asks for name and password: a form, and no script."""

from __future__ import annotations

from rag import Language
from ui.strings import say

_STYLE = (
    "body{font:16px/1.7 system-ui,sans-serif;background:#f8f5ee;color:#211d18;max-width:22em;margin:15vh auto;padding:0 1em}"
    "label{display:block;margin:1em 0}input{font:inherit;display:block;width:100%;box-sizing:border-box;padding:.4em}"
    "button{font:inherit;padding:.4em 1.2em;background:#9c2a23;color:#fffdf8;border:0;border-radius:6px}"
    "p{color:#9c2a23}"
)


def entrance_page(language: Language, wrong: str = "") -> str:
    """In the reader's language; `wrong` is the key of what to say of the attempt before."""
    told = f'<p role="alert">{say(language, wrong)}</p>' if wrong else ""
    title = say(language, "app.title")
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body><main><h1>{title}</h1>{told}'
        f'<form method="post" action="/login"><label>{say(language, "entrance.name")}'
        '<input name="name" autocomplete="username" maxlength="60" required autofocus></label>'
        f"<label>{say(language, 'entrance.password')}"
        '<input name="password" type="password" autocomplete="current-password" maxlength="200" required></label>'
        f"<button>{say(language, 'entrance.enter')}</button></form></main></body></html>"
    )
