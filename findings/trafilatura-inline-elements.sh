#!/usr/bin/env bash
# trafilatura 2.3.1: a sentence is broken in two at <time> and at <wbr>, both elements of running text.
#
# Input: a valid page; a browser shows the paragraph as one line, 3月5日，县长何文静到白沙村检查春耕生产。
# Seen: extract() gives line ends around the date and behind the <wbr>, so that the sentence comes in three lines and the
# date is parted from what was done on it.
# Not a part of CI. Installs into a temporary folder, with pip's defaults, and fails if what is seen changes. Where pip is
# too old to know the extra html_clean of lxml, the package lxml_html_clean is asked for by its own name.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check trafilatura==2.3.1 lxml_html_clean
"$place/env/bin/python" - <<'PYTHON'
import sys

from trafilatura import extract

PAGE = (
    '<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>东江日报</title></head><body><article>'
    "<h1>县长检查春耕</h1><p><time>3月5日</time>，县长何文静到<wbr>白沙村检查春耕生产。</p>"
    "<p>他要求各镇备足种子和肥料，做好田间管理，确保今年春耕生产顺利进行。</p></article></body></html>"
)
seen = [line for line in (extract(PAGE) or "").splitlines() if "县长何文静" in line or "白沙村" in line or "3月5日" in line]
print(seen)
sys.exit(0 if len(seen) > 1 else "trafilatura keeps the sentence together now")
PYTHON
