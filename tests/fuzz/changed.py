"""Files made out of others by chance: bytes altered, left out, repeated, put in, and parts of two put together.

Archives are taken apart first and put together again, since one altered byte of packed data is only ever a bad checksum;
so are pictures' checksums set right again.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence
from random import Random

WORDS = (
    b"<", b">", b"</p>", b"<table>", b"<td rowspan=9 colspan=9>", b"&#", b"&#x10FFFF;", b"<!--", b"]]>", b"<![CDATA[",
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xa1\xa1", b"\r", b"\n\n", b"---\n", b"```", b"| ", b"[", b"](", b"#" * 7,
    b"obj", b"endobj", b"stream\n", b"endstream", b"<<", b">>", b"/Length -1", b"/Kids[2 0 R]", b"/Rotate 45", b"Td",
    b"0", b"-1", b"1e9", b"4294967296", b"NaN", b"w:tbl", b"ofd:TextCode", b"g 9 9", b"--b\r\n", b"=", b"%", b"\xe3\x80\x80" * 9,
)  # fmt: skip
"""What files of these kinds are put together from."""

LARGEST = 1 << 16
"""Bytes of what is made."""


def changed(data: bytes, other: bytes, dice: Random) -> bytes:
    """Another file like `data`, with something of `other` in it now and then."""
    if data.startswith(b"PK") and dice.random() < 0.9:
        return _repacked(data, other, dice)
    if data.startswith(b"\x89PNG") and dice.random() < 0.9:
        return _summed(_altered(data, other, dice))
    return _altered(data, other, dice)


def _altered(data: bytes, other: bytes, dice: Random) -> bytes:
    now = bytearray(data)
    for _ in range(1 << dice.randrange(5)):
        at = dice.randrange(len(now) + 1)
        end = min(len(now), at + (1 << dice.randrange(9)))
        match dice.randrange(6):
            case 0:
                now[at:end] = b""
            case 1:
                now[at:at] = now[at:end] * dice.choice((1, 1, 9, 99))
            case 2:
                now[at:at] = dice.choice(WORDS) * dice.choice((1, 1, 3, 300))
            case 3:
                start = dice.randrange(len(other) + 1)
                now[at:at] = other[start : start + (1 << dice.randrange(9))]
            case 4:
                now[at : at + 1] = bytes([dice.randrange(256)])
            case _:
                now[at:end] = (
                    bytes(b ^ (1 << dice.randrange(8)) for b in now[at : min(end, at + 4)])
                    + now[min(end, at + 4) : end]
                )
        del now[LARGEST:]
    return bytes(now)


def _repacked(data: bytes, other: bytes, dice: Random) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()[:64]]
    except (OSError, ValueError, KeyError, RuntimeError, NotImplementedError, zlib.error, zipfile.BadZipFile):
        return _altered(data, other, dice)
    if not parts:
        return _altered(data, other, dice)
    chosen = dice.randrange(len(parts))
    parts[chosen] = (parts[chosen][0], _altered(parts[chosen][1], _other_part(parts, dice), dice))
    if dice.random() < 0.1:
        parts.pop(dice.randrange(len(parts)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in dict(parts).items():
            archive.writestr(name, part)
    return out.getvalue()


def _other_part(parts: Sequence[tuple[str, bytes]], dice: Random) -> bytes:
    return dice.choice(parts)[1]


def _summed(data: bytes) -> bytes:
    """The picture with the checksums of its pieces set right, as far as pieces can be told."""
    out, at = bytearray(data[:8]), 8
    while at + 12 <= len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        piece = data[at + 4 : at + 8 + size]
        if at + 12 + size > len(data):
            break
        out += data[at : at + 4] + piece + struct.pack(">I", zlib.crc32(piece))
        at += 12 + size
    return bytes(out) + data[at:]
