"""In which order the page is sent: what is painted first stands before the framework."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """What the page is styled and moved by: `style` and `script` for the first paint, `scripts` and `styles` the links to the
    files with the rest."""

    style: str = ""
    script: str = ""
    scripts: str = ""
    styles: str = ""


NOTHING = Look()


def laid_out(page: str, look: Look, painted: str, nonce: str) -> str:
    """The framework's page with what is painted first at its beginning, styled by the page itself.

    The browser holds the first paint up for every script and style sheet that it has to fetch before. So what the framework
    has in its head, but for what describes the page, follows what is painted; only the few lines that decide how that looks
    stand before it. The page's own scripts are to run before the framework's, and its style sheet to outweigh the
    framework's. Every script but what may stand in `painted` is known by `nonce`.
    """
    head, _, body = page.partition("</head>")
    about, mark, framework = head.partition("<script")
    opening, end, body = body.partition(">")
    known = f'<script nonce="{nonce}"'
    first = f"{known}>{look.script}\nwenzheng.first()</script>"
    rest = f"{look.scripts}{mark}{framework}{look.styles}{body}".replace("<script", known)
    return f"{about}<style>{look.style}</style></head>{opening}{end}{first}{painted}{rest}"
