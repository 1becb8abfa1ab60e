"""A list of names as somebody has it: a name a line, or the first column of a table."""

from __future__ import annotations

from pathlib import Path

from rag import SettingError
from ui.terminal import printable

MOST = 5000
SHORTEST, LONGEST = 2, 100
"""Characters of a name; one character alone stands in every other sentence."""
_SEPARATORS = ("\t", ",", "，", ";", "；")


def names_of(text: str) -> list[str]:
    """The names, each once, in their order; what follows a comma, a semicolon or a tab on a line is left out, as are lines that
    begin with #. SettingError for a list that is none, which says what is wrong."""
    lines = (line.strip() for line in text.removeprefix("\ufeff").splitlines())
    names = list(dict.fromkeys(name for line in lines if line and not line.startswith("#") and (name := _first(line))))
    remedy = "give a name a line"
    if not names:
        raise SettingError("there is no name in the list", remedy)
    if len(names) > MOST:
        raise SettingError(f"there are {len(names)} names in the list", f"give at most {MOST} at a time")
    if wrong := next((name for name in names if not SHORTEST <= len(name) <= LONGEST), None):
        remedy = f"give {SHORTEST} to {LONGEST} characters, not {printable(wrong[:LONGEST])}"
        raise SettingError("a line of the list is no name", remedy)
    return names


def names_in(path: Path) -> list[str]:
    """The names in a file. SettingError where it cannot be read."""
    try:
        return names_of(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SettingError(f"the names in {path} are not UTF-8", "save the file as UTF-8") from error
    except OSError as error:
        raise SettingError(f"the names in {path} cannot be read ({error.strerror})", "give a file of names") from error


def _first(line: str) -> str:
    for separator in _SEPARATORS:
        line = line.partition(separator)[0]
    return line.strip().strip('"“”').strip()
