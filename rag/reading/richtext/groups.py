"""What is in force within a group of rich text, and where its words go."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from rag.reading.wordtext import Flow


class Role(Enum):
    """What a group is to the one around it."""

    PLAIN = auto()
    MARGIN = auto()
    NOTE = auto()
    BOX = auto()
    CODE = auto()
    NAME = auto()
    VALUE = auto()


@dataclass(slots=True)
class Group:
    """`flow` takes the words, None where they are not seen; `code` takes them where they are a field's code, or name and value
    of what a shape is like. `skips` is how many characters follow one that is given by its number, for old readers. `star` is
    set behind the mark of what old readers do not know.
    """

    flow: Flow | None
    code: list[str] | None = None
    role: Role = Role.PLAIN
    kind: str = ""
    hidden: bool = False
    deleted: bool = False
    skips: int = 1
    font: int = -1
    in_table: bool = False
    depth: int = 1
    fonts: bool = False
    star: bool = False

    def inner(self) -> Group:
        """A group inside of this one, where what holds here goes on holding."""
        return Group(
            self.flow,
            self.code,
            hidden=self.hidden,
            deleted=self.deleted,
            skips=self.skips,
            font=self.font,
            in_table=self.in_table,
            depth=self.depth,
            fonts=self.fonts,
        )

    @property
    def seen(self) -> bool:
        """Whether a reader sees the words."""
        return not (self.hidden or self.deleted)
