"""Options that may be set beforehand: by the environment (`WENZHENG_PORT=8000`) or in a TOML file (`port = 8000`).

What is typed counts before the environment, the environment before the file. The file is `wenzheng.toml` in the folder
where the command is given, or the one that `WENZHENG_SETTINGS` names. An option that may be repeated takes a list there,
and in the environment commas between its values.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

PREFIX = "WENZHENG_"
FILE = "wenzheng.toml"
WHERE = f"{PREFIX}SETTINGS"
ELSEWHERE = frozenset({WHERE, f"{PREFIX}DEBUG"})
"""Names that begin with the prefix and set no option."""
SETTABLE = ("serve",)
"""Commands whose options may be set beforehand; each has those that all commands share."""
YES, NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off", "")


def apply_settings(parser: argparse.ArgumentParser, environment: Mapping[str, str]) -> None:
    """Make what is set beforehand the default of every command's options. SettingError, and which, for what is no setting
    or has a value that the option would refuse."""
    commands = _commands(parser)
    known = {action.dest for name in SETTABLE for action in _options(commands[name])}
    given = dict(_from_file(environment, known)) | dict(_from_environment(environment, known))
    for command in commands.values():
        for action in _options(command):
            if action.dest in given and action.dest in known:
                action.default = _value(action, *given[action.dest])


def settable(parser: argparse.ArgumentParser) -> list[str]:
    """The names of all settings, as the file spells them."""
    commands = _commands(parser)
    return sorted({action.dest for name in SETTABLE for action in _options(commands[name])})


def _from_environment(environment: Mapping[str, str], known: set[str]) -> Iterator[tuple[str, tuple[str, object]]]:
    for name, value in environment.items():
        if name.startswith(PREFIX) and name not in ELSEWHERE:
            key = name.removeprefix(PREFIX).lower()
            if key not in known:
                raise _wrong(f"{name} is no setting", f"the settings are {_spelt(known)}")
            yield key, (name, value)


def _from_file(environment: Mapping[str, str], known: set[str]) -> Iterator[tuple[str, tuple[str, object]]]:
    named = environment.get(WHERE)
    path = Path(named or FILE)
    if not named and not path.is_file():
        return
    import tomllib

    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _wrong(f"the settings in {path} cannot be read ({error.strerror or error})", f"see {WHERE}") from error
    except ValueError as error:
        raise _wrong(f"the settings in {path} are not TOML ({error})", 'a line is `name = "value"`') from error
    for key, value in content.items():
        if key not in known:
            raise _wrong(f"{key} in {path} is no setting", f"the settings are {', '.join(sorted(known))}")
        yield key, (f"{key} in {path}", value)


def _value(action: argparse.Action, where: str, value: object) -> object:
    if action.nargs == 0:
        return _yes(where, value)
    if isinstance(action.default, list):
        several = value if isinstance(value, list) else [v.strip() for v in str(value).split(",")]
        return [_one(action, where, v) for v in several if v != ""]
    return _one(action, where, value)


def _one(action: argparse.Action, where: str, value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _wrong(f"{where} is {value!r}", "give a text or a number")
    try:
        return action.type(str(value)) if callable(action.type) else str(value)
    except (argparse.ArgumentTypeError, ValueError) as error:
        raise _wrong(f"{where}: {error}", "give a value that the option takes") from error


def _yes(where: str, value: object) -> bool:
    told = str(value).lower()
    if told not in (*YES, *NO):
        raise _wrong(f"{where} is {value!r}", "give true or false")
    return told in YES


def _commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    (found,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return dict(found.choices)


def _options(command: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """The options of a command that have a value or are a switch, but for `--help`."""
    return (a for a in command._actions if a.option_strings and a.dest != "help")


def _wrong(fact: str, remedy: str) -> Exception:
    """The library's own error; the library is loaded only to say it."""
    from rag import SettingError

    return SettingError(fact, remedy)


def _spelt(known: set[str]) -> str:
    return ", ".join(PREFIX + name.upper() for name in sorted(known))
