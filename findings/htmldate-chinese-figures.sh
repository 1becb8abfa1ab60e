#!/usr/bin/env bash
# htmldate 1.11.0: a page whose only date is 2024年07月17日 星期三 is given the first of January of that year.
#
# Input: a valid page of an e-paper without metadata, its day in Chinese figures above the article, as on most of them.
# Seen: find_date(...) returns "2024-01-01" (with original_date and extensive_search, as with the defaults), a day that stands nowhere on the
# page and that nothing marks as a guess; the same day written 2024-07-17 is found.
# Not a part of CI. Installs into a temporary folder, with pip's defaults, and fails if what is seen changes.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check htmldate==1.11.0
"$place/env/bin/python" - <<'PYTHON'
import sys

from htmldate import find_date

PAGE = (
    '<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>东江日报</title></head><body><p>东江日报 {} 星期三</p>'
    "<h1>陶远帆检查渡口</h1><p>昨日，副市长陶远帆到东江渡口检查安全。</p></body></html>"
)
chinese, figures = (find_date(PAGE.format(day)) for day in ("2024年07月17日", "2024-07-17"))
print("2024年07月17日 ->", chinese, "| 2024-07-17 ->", figures)
sys.exit(0 if (chinese, figures) == ("2024-01-01", "2024-07-17") else "htmldate gives something else now")
PYTHON
