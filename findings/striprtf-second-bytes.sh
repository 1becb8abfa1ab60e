#!/usr/bin/env bash
# striprtf 0.0.35: a character of two bytes of which the second is a letter is torn apart, and deleted words are kept.
#
# Input: a valid document of rich text in GBK. Bytes from 80 on must stand as \'hh; others may stand as themselves, the second
# byte of a character too: 镕, in GBK the bytes E9 46, is \'e9F. What is meant, and what LibreOffice 7.4 shows, is
#     县长单镕到场。
# and of a second document, in which a name was deleted while changes were tracked, 县委书记方远到场。
# Seen: UnicodeDecodeError; with errors="ignore", which its manual offers, the name is 单F; the deleted name stands before the new.
# Not a part of CI. Installs into a temporary folder, with pip's defaults, and fails if what is seen changes.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check striprtf==0.0.35
"$place/env/bin/python" - <<'PYTHON'
import sys

from striprtf.striprtf import rtf_to_text

HEAD = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}\f0 "


def written(text):
    """Bytes from 80 on as \\'hh, the others as they are."""
    return "".join(f"\\'{byte:02x}" if byte > 0x7F else chr(byte) for byte in text.encode("gbk"))


letter = HEAD + written("县长单镕到场。") + r"\par}"
deleted = HEAD + written("县委书记") + r"{\deleted " + written("何近") + "}" + written("方远到场。") + r"\par}"
try:
    strict = rtf_to_text(letter)
except UnicodeDecodeError as error:
    strict = f"{type(error).__name__}: {error.reason}"
ignoring = rtf_to_text(letter, errors="ignore")
both = rtf_to_text(deleted)
print("meant: 县长单镕到场。 and 县委书记方远到场。")
print("rtf_to_text:", strict)
print("ignoring errors:", ignoring.strip())
print("with a deleted name:", both.strip())
expected = ("UnicodeDecodeError: incomplete multibyte sequence", "县长单F到场。\n", "县委书记何近方远到场。\n")
sys.exit(0 if (strict, ignoring, both) == expected else "striprtf gives something else now")
PYTHON
