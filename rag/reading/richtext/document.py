"""A document of rich text -> its text: the parts that are seen, in the order of the .docx reader."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

from rag.errors import PageError
from rag.reading.formulas import drawn
from rag.reading.richtext.coded import WESTERN, decoded, encoding, said, words
from rag.reading.richtext.groups import Group, Role
from rag.reading.softbreaks import LINE, PARAGRAPH
from rag.reading.wordtext import End, Flow, put_together

DAMAGED = ("is damaged or breaks off before its end", "open it in a word processor and save it again as .docx")
DEEPEST = 1_000
"""Groups inside one another; documents have some twenty."""

DEEPEST_TABLE = 63

_TOKEN = re.compile(rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n\0]+)")
_ART = "gtextUNICODE"
_PARAGRAPHS = ("par", "sect", "page", "column")
_MARGINS = {"header": "default", "headerr": "default", "headerl": "even", "headerf": "first"}
_MARGINS |= {name.replace("header", "footer"): when for name, when in _MARGINS.items()}
_SIGNS = {"~": "\xa0", "_": "-", "\\": "\\", "{": "{", "}": "}"}
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\uf000-\uf0ff]")
"""What is no text: marks, and where fonts of signs have theirs."""


def read_rich_text(data: bytes) -> str:
    """What a reader sees of a document: headers first, then text, tables row by row and text boxes behind the paragraph they are
    anchored in, then notes and footers; paragraphs apart by an empty line.

    Raises PageError for what breaks off or is no rich text.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise PageError("is damaged or is not rich text", DAMAGED[1])
    reader = _Reader()
    at = 0
    while at < len(data):
        found = _TOKEN.search(data, at)
        if found is None:
            break
        at = found.end() + reader.take(found)
        if not reader.groups:
            return reader.text()
    raise PageError(*DAMAGED)


class _Reader:
    """Takes one token after another; `groups` are those that are open, the innermost last."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._body = Flow()
        self._notes: list[str] = []
        self._margins: defaultdict[str, list[str]] = defaultdict(list)
        self._shown = {"default"}
        self._encoding = WESTERN
        self._charsets: dict[int, int] = {}
        self._bytes = bytearray()
        self._skip = 0
        self._name = ""
        self._font = -1

    def take(self, token: re.Match[bytes]) -> int:
        """Take a token; how many bytes behind it are no text (a picture as it is)."""
        word, number, byte, sign, brace, plain = token.groups()
        if brace:
            self._skip = 0
            (self._open if brace == b"{" else self._close)()
        elif not self.groups:
            return 0
        elif word:
            return self._word(word.decode("ascii"), None if number is None else int(number))
        elif byte:
            self._said(bytes([int(byte, 16)]))
        elif plain:
            self._said(plain)
        elif sign in b"\\{}":
            self._said(sign)
        elif sign in b"\r\n":
            self._end("par")
        elif sign == b"*":
            self.groups[-1].star = True
        else:
            self._shows(_SIGNS.get(sign.decode("latin-1"), ""))
        return 0

    def text(self) -> str:
        """All of it."""
        margins = {
            side: [text for kind, texts in self._margins.items() for text in texts if self._is_shown(side, kind)]
            for side in ("header", "footer")
        }
        return put_together(margins["header"], [self._body.text()], self._notes, margins["footer"])

    def _is_shown(self, side: str, kind: str) -> bool:
        return kind.startswith(side) and _MARGINS[kind] in self._shown

    def _open(self) -> None:
        self._flush()
        if len(self.groups) >= DEEPEST:
            raise PageError("is nested too deeply", DAMAGED[1])
        self.groups.append(self.groups[-1].inner() if self.groups else Group(self._body))

    def _close(self) -> None:
        """The innermost group ends: what it holds goes where it belongs."""
        self._flush()
        if not self.groups:
            return
        group = self.groups.pop()
        outer = self.groups[-1] if self.groups else group
        if group.role in (Role.CODE, Role.NAME, Role.VALUE):
            self._coded(group.role, "".join(group.code or ()), outer)
        elif group.flow is not None and group.role is not Role.PLAIN:
            text = group.flow.text()
            if group.role is Role.MARGIN:
                self._margins[group.kind].append(text)
            elif outer.seen and group.role is Role.NOTE:
                self._notes.append(text)
            elif outer.seen and outer.flow is not None:
                outer.flow.beside([text])

    def _coded(self, role: Role, code: str, outer: Group) -> None:
        """What comes of a field's code, or of name and value of what a shape is like."""
        if role is Role.NAME:
            self._name = code.strip()
        elif outer.flow is not None and outer.seen:
            if role is Role.CODE and outer.code is None:
                outer.flow.add(drawn(code))
            elif role is Role.VALUE and self._name == _ART and code.strip():
                outer.flow.beside([code + PARAGRAPH])

    def _word(self, word: str, number: int | None) -> int:
        group = self.groups[-1]
        if word == "bin":
            return max(0, number or 0)
        if word == "u":
            self._shows(_UNSEEN.sub("", chr((number or 0) & 0xFFFF)))
            self._skip = group.skips
            return 0
        self._skip = 0
        self._flush()
        if word in said():
            self._put(said()[word])
            return 0
        if not self._begins(group, word):
            self._set(group, word, number)
        group.star = False
        return 0

    def _begins(self, group: Group, word: str) -> bool:
        """Whether the word says what its group is to the one around it."""
        if word in words("skip"):
            group.flow = None
        elif word == "fonttbl":
            group.flow, group.fonts = None, True
        elif word in _MARGINS or word in ("footnote", "shptxt", "dptxbxtext"):
            group.role = Role.MARGIN if word in _MARGINS else Role.NOTE if word == "footnote" else Role.BOX
            group.kind, group.in_table, group.depth = word, False, 1
            group.flow = Flow() if group.flow is not None else None
            group.hidden, group.deleted = False, False
        elif word in ("fldinst", "sn", "sv"):
            group.role = {"fldinst": Role.CODE, "sn": Role.NAME, "sv": Role.VALUE}[word]
            group.code = []
        elif word == "ud":
            group.flow = (
                self.groups[-3].flow if len(self.groups) > 2 else None
            )  # of what is said twice, the one that is whole
        elif group.star and word not in words("look"):
            group.flow = None
        else:
            return False
        return True

    def _set(self, group: Group, word: str, number: int | None) -> None:
        """What a word changes from here on."""
        if word in _PARAGRAPHS or word in ("cell", "nestcell", "row", "nestrow", "line"):
            self._end(word)
        elif word == "f":
            group.font = number or 0
        elif word == "plain":
            group.font, group.hidden, group.deleted = self._font, False, False
        elif word == "deff":
            self._font = number or 0
        elif word == "fcharset" and group.fonts:
            self._charsets[group.font] = number or 0
        elif (put := _SETTINGS.get(word)) is not None:
            put(group, number)
        elif word == "ansicpg":
            self._encoding = encoding(str(number))
        elif word in ("titlepg", "facingp"):
            self._shown.add("first" if word == "titlepg" else "even")

    def _end(self, word: str) -> None:
        """A paragraph, a cell, a row or a line ends here."""
        self._flush()
        group = self.groups[-1]
        if group.flow is None or group.code is not None:
            return
        if word == "line":
            self._shows(LINE)
        elif word in ("cell", "row"):
            group.flow.end(End.CELL if word == "cell" else End.ROW, 1)
        elif word in ("nestcell", "nestrow"):
            group.flow.end(End.CELL if word == "nestcell" else End.ROW, max(2, group.depth))
        else:
            group.flow.end(End.PARAGRAPH, group.depth if group.in_table else 0, not group.deleted)

    def _said(self, data: bytes) -> None:
        """Bytes of text, less those that only stand for a character that was given by its number."""
        skipped = min(self._skip, len(data))
        self._skip -= skipped
        self._bytes += data[skipped:]

    def _flush(self) -> None:
        """The bytes that were read till here are characters in the font that is set."""
        if self._bytes and self.groups:
            charset = self._charsets.get(self.groups[-1].font)
            text = decoded(bytes(self._bytes), charset, self._encoding)
            self._bytes.clear()
            self._put(_UNSEEN.sub("", text))

    def _shows(self, text: str) -> None:
        self._flush()
        self._put(text)

    def _put(self, text: str) -> None:
        group = self.groups[-1]
        if group.code is not None:
            group.code.append(text)
        elif group.flow is not None and group.seen:
            group.flow.add(text)


def _outside(group: Group, number: int | None) -> None:
    group.in_table, group.depth = False, 1


def _depth(group: Group, number: int | None) -> None:
    group.depth = min(DEEPEST_TABLE, max(1, number or 1))


def _inside(group: Group, number: int | None) -> None:
    group.in_table = number != 0


def _hides(group: Group, number: int | None) -> None:
    group.hidden = number != 0


def _deletes(group: Group, number: int | None) -> None:
    group.deleted = number != 0


def _skips(group: Group, number: int | None) -> None:
    group.skips = max(0, number or 0)


_SETTINGS: dict[str, Callable[[Group, int | None], None]] = {
    "pard": _outside,
    "itap": _depth,
    "intbl": _inside,
    "v": _hides,
    "deleted": _deletes,
    "mvf": _deletes,  # moved to elsewhere, where it stands too
    "uc": _skips,
}
