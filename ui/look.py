"""What the page is styled and moved by: what the first paint needs inside the page, the rest in files that a browser keeps."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

from ui.app import TABS
from ui.gate.answers import App, Scope
from ui.gate.fetched import Fetched, Made
from ui.gate.packing import PACKED, VARIES, unpacks
from ui.laying import Look

STYLES = (
    "static/page.css",
    "static/lists.css",
    "evidence/style.css",
    "static/timeline.css",
    "taking/style.css",
    "correcting/style.css",
    *(f"{tab}/style.css" for tab in TABS),
    "correcting/listing.css",
    "network/style.css",
    "lookup/style.css",
)
"""Style sheets in the order in which they are joined: later ones outweigh earlier ones."""

FIRST_STYLES = ("static/page.css", "ask/style.css")
"""What the first paint is styled by. It stands in the file once more, where the others stand in their order."""

FIRST_SCRIPTS = ("static/page.js", "ask/talks.js")
"""What decides how the first paint looks; the file of scripts goes on from there."""

SCRIPTS = (
    "static/address.js",
    "static/lists.js",
    "evidence/script.js",
    "static/timeline.js",
    "events/filters.js",
    "pages/picking.js",
    "taking/script.js",
    "ask/amend.js",
    "ask/within.js",
    "correcting/script.js",
    *(f"{tab}/script.js" for tab in TABS),
    "correcting/listing.js",
    "lookup/script.js",
    "watches/sign.js",
)
"""Scripts in the order in which they are joined: later ones may rely on earlier ones."""

PLACE = "/own/"
STYLE, SCRIPT = "text/css", "text/javascript"


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file of the page, by the path that names its content; `packed` is it in gzip."""

    path: str
    media: str
    body: bytes
    packed: bytes


def own_files() -> tuple[OwnFile, ...]:
    """The style sheet and the script that are linked from the page."""
    return _file(_joined(STYLES), "css", STYLE), _file(_joined(SCRIPTS), "js", SCRIPT)


def look(kept: Iterable[OwnFile]) -> Look:
    """What stands inside the page, and the links to these files."""
    first = _joined(FIRST_STYLES), _joined(FIRST_SCRIPTS)
    paths = {file.media: file.path.removeprefix("/") for file in kept}
    scripts, styles = (paths[media] for media in (SCRIPT, STYLE))
    return Look(*first, f'<script defer src="{scripts}"></script>', f'<link rel="stylesheet" href="{styles}">')


def sent(app: App, kept: Iterable[OwnFile]) -> App:
    """ASGI middleware: `GET` of one of these files."""
    for file in kept:
        app = Fetched(app, file.path, _sender(file))
    return app


def _sender(file: OwnFile) -> Made:
    async def made(scope: Scope) -> App:
        from starlette.responses import Response

        packs = unpacks(scope)
        response = Response(file.packed if packs else file.body, media_type=file.media)
        response.raw_headers += [VARIES, PACKED] if packs else [VARIES]
        return response

    return made


def _file(text: str, ending: str, media: str) -> OwnFile:
    body = text.encode()
    return OwnFile(
        f"{PLACE}{hashlib.sha256(body).hexdigest()[:16]}.{ending}", media, body, gzip.compress(body, mtime=0)
    )


def _joined(parts: tuple[str, ...]) -> str:
    """These style sheets, or scripts, as one text."""
    room = files("ui")
    return "\n".join(room.joinpath(part).read_text(encoding="utf-8") for part in parts)
