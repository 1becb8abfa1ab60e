"""What a PostgreSQL server, or the way to it, reports: as one line that says what to do."""

from __future__ import annotations

from rag.errors import IndexUnusableError
from rag.indexing.damage import MEND

LONGEST_MESSAGE = 160
"""Characters of the server's own message that are shown."""

_REMEDIES = {
    "28": "see that user and password in --store are right, and that the server lets this machine in",
    "3D": "create the database first: createdb NAME",
    "42501": "let the user of --store create tables there, and let an administrator run: CREATE EXTENSION vector",
    "0A000": "install pgvector on the server, 0.7 or newer",
    "58P01": "install pgvector on the server, 0.7 or newer",
    "53100": "make room on the server's disk",
    "53300": "let the server take more connections (max_connections), or ask with fewer programs at once",
    "25006": "name the server that may be written to, not its standby",
    "55P03": "wait until the other programs are done, then try again",
    "08": "start it, or name another with --store; pages told as added are kept",
    "25P03": "try again; pages told as added are kept",
    "57P": "wait until the server is up, then try again; pages told as added are kept",
}
"""How the server's codes begin, and what to do about it."""


def told(where: str, error: BaseException) -> IndexUnusableError:
    """What an error means to whoever asked for the index in `where`. The server's own carry a code."""
    facts = _facts(error)
    if not facts:
        fact = f"the server of the index {where} does not answer ({_message(error)})"
        return IndexUnusableError(fact, _REMEDIES["08"])
    code, message = facts.get("C", ""), str(facts.get("M", ""))[:LONGEST_MESSAGE]
    remedy = next((text for start, text in _REMEDIES.items() if code.startswith(start)), MEND)
    return IndexUnusableError(f"the index {where} cannot be used ({message})", remedy)


def _facts(error: BaseException | None) -> dict[str, str]:
    """What the server said, if need be before the connection broke, which hides it."""
    while error is not None:
        if error.args and isinstance(error.args[0], dict):
            return error.args[0]
        error = error.__context__
    return {}


def _message(error: BaseException) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return (lines[0] if lines else type(error).__name__)[:LONGEST_MESSAGE]
