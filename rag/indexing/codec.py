"""Records to JSON and back, exactly: what a record's annotations say is what is read."""

from __future__ import annotations

import json
import types
import typing
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar

from rag.records import Span

Record = TypeVar("Record")


def to_json(value: object, *, without: tuple[str, ...] = ()) -> str:
    """Compact JSON of a record or a tuple of records; `without` names fields of the record that are kept elsewhere."""
    plain = _plain(value)
    if isinstance(plain, dict):
        plain = {k: v for k, v in plain.items() if k not in without}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def from_json(kind: type[Record], json_text: str, /, **others: object) -> Record:
    """The record of class `kind` that was written; `others` are the fields kept elsewhere."""
    data = json.loads(json_text)
    return typing.cast(Record, _record(kind, {**data, **others}))


def _plain(value: object) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value.value if isinstance(value, Enum) else value


def _record(kind: Any, data: dict[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{name: _typed(hints[name], value) for name, value in data.items() if name in hints})


def _typed(hint: Any, value: Any) -> Any:
    if value is None or not isinstance(value, (list, dict, str)):
        return value
    if typing.get_origin(hint) is tuple:
        return tuple(_typed(typing.get_args(hint)[0], v) for v in value)
    if isinstance(hint, types.UnionType):
        return _typed(typing.get_args(hint)[0], value)
    if hint is Span:
        return Span(*value)
    if is_dataclass(hint):
        return _record(hint, value) if isinstance(value, dict) else value
    return hint(value) if isinstance(hint, type) and issubclass(hint, Enum) else value


@lru_cache(maxsize=64)
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)
