"""Records to JSON and back, exactly: what a record's annotations say is what is read."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable
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
    """The record of class `kind` that was written; `others` are the fields kept elsewhere, as the record has them."""
    return kind(**{**_fields(kind, json.loads(json_text)), **others})


def _plain(value: object) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value.value if isinstance(value, Enum) else value


def _fields(kind: Any, data: dict[str, Any]) -> dict[str, Any]:
    readers = _readers(kind)
    return {name: value if value is None else readers[name](value) for name, value in data.items() if name in readers}


@lru_cache(maxsize=64)
def _readers(kind: Any) -> dict[str, Callable[[Any], Any]]:
    """For each field of a record what makes its value of plain JSON: annotations are looked at once, not every time."""
    return {name: _reader(hint) for name, hint in typing.get_type_hints(kind).items()}


def _reader(hint: Any) -> Callable[[Any], Any]:
    if typing.get_origin(hint) is tuple:
        each = _reader(typing.get_args(hint)[0])
        return lambda values: tuple([each(v) for v in values])
    if isinstance(hint, types.UnionType):
        return _reader(typing.get_args(hint)[0])
    if hint is Span:
        return lambda ends: Span(*ends)
    if is_dataclass(hint):
        record: Any = hint
        return lambda data: record(**_fields(record, data))
    return hint if isinstance(hint, type) and issubclass(hint, Enum) else lambda value: value
