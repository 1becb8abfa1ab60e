"""The choices a reader has; the page's script keeps and applies them. Words are tokens, as on the first page."""

from __future__ import annotations

from ui.localised import token

_CHOICES = {"language": ("zh", "en"), "theme": ("system", "light", "dark")}
"""Settings with their values; the value stands in the strings under the same name."""


def settings_tab() -> str:
    """The form. Nothing of it is sent anywhere."""
    groups = "".join(_group(name, values) for name, values in _CHOICES.items())
    lead = f'<p class="lead">{token("settings.lead")}</p>'
    return f'<form class="settings"><h2>{token("tab.settings")}</h2>{lead}{groups}</form>{_leave()}'


def _group(name: str, values: tuple[str, ...]) -> str:
    choices = "".join(_choice(name, value) for value in values)
    return f"<fieldset><legend>{token(f'settings.{name}')}</legend>{choices}</fieldset>"


def _choice(name: str, value: str) -> str:
    own = f' lang="{value}"' if name == "language" else ""
    return f'<label{own}><input type="radio" name="{name}" value="{value}"> {token(f"settings.{value}")}</label>'


def _leave() -> str:
    """The way out, shown to whoever came in with a password."""
    return f'<form class="leave" method="post" action="/logout"><button>{token("entrance.leave")}</button></form>'
