"""Documents as Word 97 to 2003 wrote them, made by hand: a compound file with the streams of a small document."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

DELETED, HIDDEN = b"\x00\x08\x01", b"\x3c\x08\x01"
IN_TABLE, ENDS_ROW = b"\x16\x24\x01", b"\x16\x24\x01\x17\x24\x01"
INNER = b"\x16\x24\x01\x49\x66\x02\x00\x00\x00"
ENDS_INNER_CELL, ENDS_INNER_ROW = INNER + b"\x4b\x24\x01", INNER + b"\x4b\x24\x01\x4c\x24\x01"
FIRST_SHEET_APART = b"\x0a\x30\x01"

PARTS = 93
TEXT_AT = 0x800
LENGTHS = ("text", "footnotes", "headers", "macros", "comments", "endnotes", "boxes", "header_boxes")


@dataclass(frozen=True)
class Run:
    """Words with the settings of their characters and of the paragraphs that end in them."""

    words: str
    characters: bytes = b""
    paragraphs: bytes = b""


def sign(character: str) -> bytes:
    """Settings of a sign out of a font: the words themselves are a bracket."""
    return struct.pack("<HHH", 0x6A09, 0, ord(character))


def make_doc(
    *text: Run | str,
    stories: Mapping[str, Sequence[Run | str]] | None = None,
    parts: Mapping[int, bytes] | None = None,
    data: bytes = b"",
    narrow: bool = False,
    piece: int = 0,
    first_apart: bool = False,
    number: int = 0xC1,
    flags: int = 0x1200,
    pieces: bytes | None = None,
) -> bytes:
    """A document of runs. `stories` are the other parts of its text, by the names in LENGTHS; `parts` more parts of the table's
    stream, by number; `piece` what is set of the piece as a whole; `pieces` is written for the list of pieces.
    """
    told = {"text": text, **(stories or {})}
    runs = [r if isinstance(r, Run) else Run(r) for name in LENGTHS for r in told.get(name, ())] + [Run("\r")]
    lengths = [sum(_units(r if isinstance(r, str) else r.words) for r in told.get(name, ())) for name in LENGTHS]
    words = "".join(run.words for run in runs)
    said = words.encode("cp1252") if narrow else words.encode("utf-16-le")
    width = 1 if narrow else 2
    pages = -(-(TEXT_AT + len(said)) // 512)
    section = struct.pack("<H", len(FIRST_SHEET_APART)) + FIRST_SHEET_APART
    main = bytearray(_padded(bytes(TEXT_AT) + said, 512 * pages))
    main += _characters(runs, width) + _paragraphs(words, runs, width) + section
    place = 2 * TEXT_AT | 0x40000000 if narrow else TEXT_AT
    table = _Table()
    made = {
        12: struct.pack("<III", TEXT_AT, TEXT_AT + len(said), pages),
        13: struct.pack("<III", TEXT_AT, TEXT_AT + len(said), pages + 1),
        33: piece_table([0, _units(words)], [(place, piece)]) if pieces is None else pieces,
        6: struct.pack("<IIHIHI", 0, lengths[0], 0, len(main) - len(section) if first_apart else 0xFFFFFFFF, 0, 0),
        **(parts or {}),
    }
    places = [table.put(made.get(n, b"")) for n in range(PARTS)]
    main[:32] = struct.pack("<HHHHHHHHHHIII", 0xA5EC, number, 0, 0x804, 0, flags, 0xBF, 0, 0, 0, 0, 0, 0)[:32]
    struct.pack_into("<H", main, 0x20, 14)
    struct.pack_into("<H", main, 0x3E, 22)
    struct.pack_into("<III8I", main, 0x40, len(main), 0, 0, *lengths)
    struct.pack_into("<H", main, 0x98, PARTS)
    struct.pack_into(f"<{2 * PARTS}I", main, 0x9A, *(n for pair in places for n in pair))
    streams = {"Data": data, "1Table": table.stream, "WordDocument": bytes(main)}
    return make_compound({name: stream for name, stream in streams.items() if stream})


def piece_table(bounds: Sequence[int], pieces: Sequence[tuple[int, int]], settings: Sequence[bytes] = ()) -> bytes:
    """The list of pieces: where each begins in the text, its place and what is set of it; settings that are not abbreviated."""
    listed = struct.pack(f"<{len(bounds)}I", *bounds) + b"".join(struct.pack("<HIH", 0, *one) for one in pieces)
    before = b"".join(b"\x01" + struct.pack("<H", len(one)) + one for one in settings)
    return before + b"\x02" + struct.pack("<I", len(listed)) + listed


def listed(bounds: Sequence[int], entries: Sequence[bytes] = ()) -> bytes:
    """A part of the table's stream that is a list."""
    return struct.pack(f"<{len(bounds)}I", *bounds) + b"".join(entries)


def anchor(shape: int) -> bytes:
    """The entry of a shape in the list of those anchored in the text."""
    return struct.pack("<I22x", shape)


def box(shape: int, spare: bool = False) -> bytes:
    """The entry of a text box."""
    return struct.pack("<IIHIII", 1, 0, int(spare), 0, shape, 0)


def record(kind: int, inside: bytes, first: int = 0xF) -> bytes:
    """A record of a drawing."""
    return struct.pack("<HHI", first, kind, len(inside)) + inside


def shape(number: int, art: str = "") -> bytes:
    """A shape, drawn as art where it has words."""
    words = (art + "\0").encode("utf-16-le")
    settings = record(0xF00B, struct.pack("<HI", 0x80C0, len(words)) + words, 0x13) if art else b""
    return record(0xF004, record(0xF00A, struct.pack("<II", number, 0)) + settings)


def drawing(*shapes: bytes) -> bytes:
    """The part of the table's stream that holds the drawings: one, of the text."""
    sheet = record(0xF002, record(0xF003, shape(1024) + b"".join(shapes)))
    return record(0xF000, b"") + b"\0" + sheet


def make_compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file of up to three streams, each filled up with zeros so that it stands in whole sectors."""
    names = sorted(streams, key=lambda name: (len(name), name.upper()))
    bodies = {name: _padded(streams[name], max(4096, -(-len(streams[name]) // 512) * 512)) for name in names}
    fat: list[int] = []
    starts: dict[str, int] = {}
    for name in names:
        starts[name] = len(fat)
        count = len(bodies[name]) // 512
        fat += [*range(len(fat) + 1, len(fat) + count), 0xFFFFFFFE]
    folder = len(fat)
    sheets = -(-(folder + 2 + folder // 128) // 128)
    fat += [0xFFFFFFFE, *[0xFFFFFFFD] * sheets]
    fat += [0xFFFFFFFF] * (128 * sheets - len(fat))
    middle = len(names) // 2
    entries = [_entry("Root Entry", 5, child=1 + middle)]
    for n, name in enumerate(names):
        left, right = (n, n + 2 if n + 1 < len(names) else 0) if n == middle else (0, 0)
        entries.append(_entry(name, 2, left=left, right=right, start=starts[name], size=len(bodies[name])))
    entries += [bytes(128)] * (4 - len(entries))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, sheets, folder, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", *[*range(folder + 1, folder + 1 + sheets), *[0xFFFFFFFF] * (109 - sheets)])
    return head + b"".join(bodies.values()) + b"".join(entries) + struct.pack(f"<{len(fat)}I", *fat)


class _Table:
    """The stream that says where everything is."""

    def __init__(self) -> None:
        self.stream = b""

    def put(self, part: bytes) -> tuple[int, int]:
        start = len(self.stream)
        self.stream += part
        return start, len(part)


def _entry(
    name: str, kind: int, *, left: int = 0, right: int = 0, child: int = 0, start: int = 0, size: int = 0
) -> bytes:
    near = (n or 0xFFFFFFFF for n in (left, right, child))
    written = name.encode("utf-16-le").ljust(64, b"\0")
    return written + struct.pack("<HBB3I16xIQQIQ", 2 * len(name) + 2, kind, 1, *near, 0, 0, 0, start, size)


def _characters(runs: Sequence[Run], width: int) -> bytes:
    """The page that has the settings of characters, a stretch a run."""
    bounds = [TEXT_AT]
    for run in runs:
        bounds.append(bounds[-1] + _units(run.words) * width)
    return _page(bounds, [bytes([len(r.characters)]) + r.characters if r.characters else b"" for r in runs], 0)


def _paragraphs(words: str, runs: Sequence[Run], width: int) -> bytes:
    """The page that has those of paragraphs."""
    bounds, found, at = [TEXT_AT], [], 0
    for run in runs:
        for c in run.words:
            at += _units(c)
            if c in "\r\x07\x0c":
                bounds.append(TEXT_AT + at * width)
                settings = b"\0\0" + run.paragraphs
                odd = settings if len(settings) % 2 else settings + b"\0"
                found.append(bytes([(len(odd) + 1) // 2]) + odd if run.paragraphs else b"")
    return _page(bounds, found, 12)


def _page(bounds: Sequence[int], settings: Sequence[bytes], more: int) -> bytes:
    page = bytearray(512)
    struct.pack_into(f"<{len(bounds)}I", page, 0, *bounds)
    free = 511
    for n, one in enumerate(settings):
        if one:
            free = (free - len(one)) & ~1
            page[free : free + len(one)] = one
            page[4 * len(bounds) + n * (1 + more)] = free // 2
    page[511] = len(settings)
    assert 4 * len(bounds) + len(settings) * (1 + more) <= free, "more than a page holds"
    return bytes(page)


def _padded(data: bytes, size: int) -> bytes:
    return data + bytes(size - len(data))


def _units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2
