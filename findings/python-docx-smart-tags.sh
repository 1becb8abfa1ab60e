#!/usr/bin/env bash
# python-docx 1.2.0: `Paragraph.text` leaves out, without a word, the text of runs inside w:smartTag and w:ins.
#
# Input: a valid document of one paragraph. Older versions of Word put smart tags around dates, names and places by
# themselves, and every version puts w:ins around what was typed while changes were tracked. Word shows all of
#     3月6日，单远帆到南湖检查。
# Seen: "，到检查。" The date, the name (smart tags) and the place (a tracked insertion) are missing.
# Not a part of CI. Installs into a temporary folder, with pip's defaults, and fails if what is seen changes.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0
"$place/env/bin/python" - "$place/a.docx" <<'PYTHON'
import sys

from docx import Document
from docx.oxml import parse_xml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def tag(kind, text):
    uri = "urn:schemas-microsoft-com:office:smarttags"
    return f'<w:smartTag w:uri="{uri}" w:element="{kind}">{run(text)}</w:smartTag>'


inserted = f'<w:ins w:id="1" w:author="A" w:date="2024-03-06T08:00:00Z">{run("南湖")}</w:ins>'
paragraph = (
    f'<w:p xmlns:w="{W}">{tag("chsdate", "3月6日")}{run("，")}{tag("PersonName", "单远帆")}{run("到")}{inserted}'
    f"{run('检查。')}</w:p>"
)
document = Document()
document.element.body.insert(0, parse_xml(paragraph))
document.save(sys.argv[1])
seen = Document(sys.argv[1]).paragraphs[0].text
print("shown by Word: 3月6日，单远帆到南湖检查。")
print("Paragraph.text:", seen)
sys.exit(0 if seen == "，到检查。" else "python-docx gives something else now")
PYTHON
