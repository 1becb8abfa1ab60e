"""OFD documents: characters by where they stand, templates beneath them, and what is no such document."""

from __future__ import annotations

import io
import zipfile

import pytest

from rag.errors import PageError
from rag.reading.ofd import read_ofd

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def words(left: float, top: float, text: str, size: float = 4.0, extra: str = "") -> str:
    """A line of text whose characters stand as far apart as they are wide."""
    return (
        f'<ofd:TextObject ID="9" Boundary="{left} {top} {size * len(text)} {size * 1.2}" Font="1" Size="{size}" {extra}>'
        f'<ofd:TextCode X="0" Y="{size}" DeltaX="g {len(text) - 1} {size}">{text}</ofd:TextCode></ofd:TextObject>'
    )


def make_ofd(*pages: str, template: str = "") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "OFD.xml",
            f"<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        )
        listed = "".join(f'<ofd:Page ID="{k}" BaseLoc="Pages/Page_{k}/Content.xml"/>' for k in range(len(pages)))
        archive.writestr(
            "Doc_0/Document.xml",
            f"<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
            f'</ofd:PageArea><ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData>'
            f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        )
        content = "<ofd:Page {}>{}<ofd:Content><ofd:Layer>{}</ofd:Layer></ofd:Content></ofd:Page>".format
        archive.writestr("Doc_0/Tpls/Tpl_0/Content.xml", content(SPACE, "", template))
        for k, page in enumerate(pages):
            lies_on = '<ofd:Template TemplateID="7" ZOrder="Background"/>' if template else ""
            archive.writestr(f"Doc_0/Pages/Page_{k}/Content.xml", content(SPACE, lies_on, page))
    return data.getvalue()


def test_columns_are_read_one_after_another() -> None:
    left = [
        words(20, 40 + 6 * k, line) for k, line in enumerate(("　　本报讯副市长陶", "远帆到东江渡口检查", "安全。"))
    ]
    right = [words(110, 40 + 6 * k, line) for k, line in enumerate(("　　县长何文在南湖商", "场检查消防。"))]
    text = read_ofd(make_ofd("".join([words(20, 20, "陶远帆检查渡口", 9.0), *left, *right])))
    assert text.split("\n\n") == [
        "陶远帆检查渡口",
        "本报讯副市长陶远帆到东江渡口检查安全。",
        "县长何文在南湖商场检查消防。",
    ]


def test_templates_and_pages_are_read_and_hidden_words_are_not() -> None:
    page = words(20, 60, "正文第一页。") + words(20, 80, "看不见的。", extra='Visible="false"')
    text = read_ofd(make_ofd(page, words(20, 60, "正文第二页。"), template=words(20, 10, "东江公报", 8.0)))
    assert text.split("\n\n") == ["东江公报", "正文第一页。", "东江公报", "正文第二页。"]


def test_single_characters_make_a_line() -> None:
    page = "".join(words(20 + 4 * k, 60, char) for k, char in enumerate("县长何文到场。"))
    assert read_ofd(make_ofd(page)) == "县长何文到场。"


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        pytest.param(b"PKdummy", "is damaged", id="no archive"),
        pytest.param(make_ofd(""), "has no text, only images", id="images"),
        pytest.param(make_ofd("<ofd:TextObject>"), "is damaged", id="broken XML"),
        pytest.param(make_ofd(*[""] * 65), "has more than 64 pages", id="a book"),
    ],
)
def test_what_is_no_readable_document(data: bytes, fact: str) -> None:
    with pytest.raises(PageError, match=fact):
        read_ofd(data)


def test_wild_numbers_cost_nothing() -> None:
    wild = (
        '<ofd:TextObject Boundary="nan x" Size="1e999"><ofd:TextCode X="inf" Y="" DeltaX="g 999999999 4 g x">县长何文'
        "</ofd:TextCode></ofd:TextObject>"
    )
    assert "县长何文" in read_ofd(make_ofd(wild)).replace("\n", "")
