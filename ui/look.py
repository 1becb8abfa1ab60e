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

PARTS = (
    "page",
    "talks",
    "address",
    "lists",
    "evidence",
    "timeline",
    "filters",
    "picking",
    "taking",
    "amend",
    "correcting",
    *TABS,
    "corrections",
    "network",
    "lookup",
)
"""Style sheets and scripts in the order in which they are joined: later ones may rely on, and outweigh, earlier ones."""

FIRST_STYLES = ("page", "ask")
"""What the first paint is styled by. It stands in the file once more, where the others stand in their order."""

FIRST_SCRIPTS = ("page", "talks")
"""What decides how the first paint looks; the file of scripts goes on from there."""

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
    rest = tuple(part for part in PARTS if part not in FIRST_SCRIPTS)
    return _file(_joined("css", PARTS), "css", STYLE), _file(_joined("js", rest), "js", SCRIPT)


def look(kept: Iterable[OwnFile]) -> Look:
    """What stands inside the page, and the links to these files."""
    first = _joined("css", FIRST_STYLES), _joined("js", FIRST_SCRIPTS)
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


def _joined(kind: str, parts: tuple[str, ...]) -> str:
    """These style sheets, or scripts, as one text."""
    static = files("ui").joinpath("static")
    found = (static.joinpath(f"{part}.{kind}") for part in parts)
    return "\n".join(part.read_text(encoding="utf-8") for part in found if part.is_file())
