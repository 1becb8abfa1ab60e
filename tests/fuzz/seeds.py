"""Small whole files of every kind that is read, of invented text, from which others are made by chance."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

from tests.reading.binary import DELETED, ENDS_ROW, IN_TABLE, Run, make_doc
from tests.reading.files import make_docx, make_pdf, make_word
from tests.reading.test_ofd import make_ofd, words

KEPT = Path(__file__).parent / "kept"
"""Files that went ways through the readers which the seeds do not: found by `tests.fuzz.long`, all small, all invented."""

TEXT = (
    "海州日报\n2022年5月8日 星期日 第2版\n\n陈志远督查码头安全生产\n\n　　本报讯（记者 何小雨）5月6日，海州市副市长陈志远"
    "到北屿码头\n督查安全生产。他强调，要压实责任。\n\n　　　　　　（下转第3版）\n"
)
_ROW = "<tr><td colspan=2>单位</td><td>数量</td></tr><tr><td>东江</td><td>12</td><td>&#x4E07;</td></tr>"
_WEB = (
    '<!DOCTYPE html><html lang="zh"><head><meta charset="gb18030"><meta name="pubdate" content="2022-05-08"><title>海州</title>'
    f"</head><body><nav><a href='/'>首页</a></nav><div class=article><h1>陈志远督查码头</h1><p>5月6日，陈志远到码头<br>督查。</p>"
    f"<table>{_ROW}</table><ul><li>一</li><li>二</li></ul><script>var a='<p>'</script><!-- x --></div></body></html>"
)
_MARKDOWN = (
    "---\ntitle: 海州日报\ndate: 2022-05-08\n---\n# 陈志远督查码头\n\n5月6日，**陈志远**到[码头](a.html)。\n\n"
    "| 单位 | 数量 |\n|---|---|\n| 东江 | 12 |\n\n> 引语\n\n1. 一\n2. 二\n\n```\nx\n```\n"
)
_PARAGRAPH = "<w:p><w:r><w:t>陈志远督查码头。</w:t></w:r><w:r><w:tab/><w:br/><w:t>他强调安全。</w:t></w:r></w:p>"
_TABLE = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>东江</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"

_RICH = (
    r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 x;}}{\header \u19996?\par}\f0 \'b3\'c2\'d6\'be\'e9F{\deleted \'ba\'ce}"
    r"{\field{\*\fldinst EQ \\o(a,b)}{\fldrslt}}\uc2{\*\shpinst{\sp{\sn gtextUNICODE}{\sv x}}{\shptxt y\par}}\par"
    r"\pard\intbl a\cell\itap2 b\nestcell{\*\nesttableprops\nestrow}\cell\row\pard{\pict\bin3 }}}{\footnote z}\v0\par}"
)


def seeds() -> dict[str, list[bytes]]:
    """Suffix -> whole files of that kind, the kept ones among them."""
    found = {
        ".txt": [TEXT.encode(), TEXT.encode("gb18030"), TEXT.encode("utf-16")],
        ".md": [_MARKDOWN.encode()],
        ".html": [_WEB.encode("gb18030"), _WEB.replace("gb18030", "utf-8").encode()],
        ".mhtml": [_saved()],
        ".docx": [make_docx(["陈志远督查码头。", "他强调安全。"]), make_word(_PARAGRAPH + _TABLE, header=_PARAGRAPH)],
        ".doc": [
            make_doc(
                "陈志远", Run("何近", DELETED), "督查\x13 REF x \x14码头\x15。\r", stories={"footnotes": ["\x02注。\r"]}
            ),
            make_doc(Run("东江\x0712\x07", paragraphs=IN_TABLE), Run("\x07", paragraphs=ENDS_ROW)),
        ],
        ".rtf": [_RICH.encode("ascii")],
        ".ofd": [
            make_ofd(
                words(20, 20, "陈志远督查码头", 9.0) + words(20, 40, "　　他强调安全。"), template=words(9, 9, "海州")
            )
        ],
        ".pdf": [
            make_pdf([(72, 700, 24, "陈志远督查码头"), (72, 660, 10, "　　他强调安全。")], turn=turn)
            for turn in (0, 90)
        ],
        ".png": [_picture()],
    }
    for path in sorted(KEPT.glob("*")):
        found.setdefault(path.suffix, []).append(path.read_bytes())
    return found


def _saved() -> bytes:
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"; type="text/html"\r\n\r\n'
    page = "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    return (head + page + "<html><body><p>=E7=A0=81=E5=A4=B4</p></body></html>\r\n--b--\r\n").encode()


def _picture() -> bytes:
    """A grey picture of 64 by 64 points."""
    data = io.BytesIO(b"\x89PNG\r\n\x1a\n")
    data.seek(0, io.SEEK_END)
    rows = zlib.compress(b"".join(b"\0" + bytes((x * y) % 256 for x in range(64)) for y in range(64)))
    for kind, body in ((b"IHDR", struct.pack(">IIBBBBB", 64, 64, 8, 0, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b"")):
        data.write(struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)))
    return data.getvalue()
