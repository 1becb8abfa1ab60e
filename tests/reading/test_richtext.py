"""Rich text, under its own name or as .doc: characters in each font's encoding, nothing that was deleted, tables row by row."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.errors import PageError
from rag.reading import find_sources, read_page, segment
from rag.reading.richtext import read_rich_text

HEAD = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\froman\fcharset0 Times;}"
HEAD += r"{\f2\fnil\fcharset136 x;}{\f3\ftech\fcharset2 Symbol;}{\f4 x;}}{\colortbl;\red0;}{\stylesheet{\s0 Normal;}}"
HEAD += r"{\info{\title t}{\upr{\author a}{\*\ud{\author b}}}}{\*\generator x;}\f0 "


def rtf(*parts: str, encoding: str = "gbk") -> bytes:
    """A document: what is not ASCII in the parts as bytes after \\', second bytes that are letters as these, as Word has them."""
    said = []
    for c in "".join(parts):
        data = c.encode(encoding)
        plain = len(data) == 2 and chr(data[1]).isalpha() and data[1] < 0x80
        said.append(c if len(data) == 1 else f"\\'{data[0]:02x}" + (chr(data[1]) if plain else f"\\'{data[1]:02x}"))
    return (HEAD + "".join(said) + "}").encode("ascii")


def lines(data: bytes) -> list[str]:
    return read_rich_text(data).split("\n\n")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param(
            r"县长朱镕远到场，喆某陪同。\par", ["县长朱镕远到场，喆某陪同。"], id="second bytes that are letters"
        ),
        pytest.param(
            "县长朱\\'e9\r\nF远到场。\\par", ["县长朱镕远到场。"], id="a line of the file ends inside a character"
        ),
        pytest.param(
            r"\uc2\u21439\'cf\'d8\uc1\u38271?\u26519?\par", ["县长林"], id="numbers, with what old readers see"
        ),
        pytest.param(r"\uc1\u-10174?\u-8265?村。\u26519\par 二\par", ["𠮷村。林", "二"], id="halves of a character"),
        pytest.param(
            r"{\f2 \'aa\'f8}{\f1 caf\'e9 \'96}{\f1 林远}{\f3 \'b7}{\f4 到}\f1\plain 场。\par",
            ["長café –林远到场。"],
            id="fonts",
        ),
        pytest.param(
            r"县委书记{\deleted 何近}{\revised 方远}{\mvf 先}到{\mvt 场}。\par",
            ["县委书记方远到场。"],
            id="tracked changes",
        ),
        pytest.param(r"县长何{\deleted\par}文到场。\par", ["县长何文到场。"], id="the end of a paragraph deleted"),
        pytest.param(r"看见{\v 看不见}\v 也不\v0 。\v 不\plain 见。\par", ["看见。见。"], id="hidden words"),
        pytest.param(r"\ldblquote A5\rdblquote\emdash\~B\_C\-D\{\}\\\tab e\par", ["“A5”—\xa0B-CD{}\\ e"], id="signs"),
        pytest.param(
            "看见\\line　　下一行\\page 一\\\n二\\sect",
            ["看见", "　　下一行", "一", "二"],
            id="ends of lines and sheets",
        ),
        pytest.param(
            r"{\field{\*\fldinst DATE \\@ yyyy}{\fldrslt 2024年6月14日}}，{\field{\*\fldinst {HYPERLINK x}}{\fldrslt{晴}}}\par",
            ["2024年6月14日，晴"],
            id="fields",
        ),
        pytest.param(
            r"县长{\field{\*\fldinst { EQ \\* jc2 \\o\\ad(\\s\\up 9(t\u243\'a8\'aeng),仝)}}{\fldrslt}}远，{\field{\*\fldinst EQ \\f(2,3)}}\par",
            ["县长仝远，\ufffd"],
            id="a name with its reading, and a fraction",
        ),
        pytest.param(
            r"前{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv 东江政讯}}{\sp{\sn a}{\sv 1}}}{\shprslt 旧}}"
            r"{\deleted{\shp{\*\shpinst{\shptxt 删\par}}}}{\shp{\*\shpinst{\shptxt 框甲\par 框乙\par}}}段。\par 后段。\par",
            ["前段。", "东江政讯", "框甲", "框乙", "后段。"],
            id="text boxes and names drawn as art",
        ),
        pytest.param(
            r"\trowd\cellx1\pard\intbl 姓名\cell 职务\cell\row\trowd\pard\intbl\cell 空格后\cell{\trowd\row}"
            r"\pard\intbl 林远\cell 一段\par 二段\cell\row\pard 表后。\par",
            ["姓名　职务", "空格后", "林远", "一段", "二段", "表后。"],
            id="tables row by row",
        ),
        pytest.param(
            r"\pard\intbl 林远\cell\pard\intbl\itap2 县长\nestcell{\nonesttables\par}主持\nestcell"
            r"{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl\cell\row\pard 后。\par",
            ["林远　县长　主持", "后。"],
            id="one table inside another",
        ),
        pytest.param(
            r"{\pict\pngblip 89504e}{\*\shppict{\pict ab}}{\pict\bin4 {{}}}{\object{\*\objdata ab}{\result 表内}}{\*\xyz 码}"
            r"{\xe 索引}{\upr{旧}{\*\ud{新}}}{\*\annotation 批注}{\listtext 一、\tab}{\listtext\f3 \u-3913\'b7\tab}正文。\par",
            ["表内新一、 正文。"],
            id="what is no text, and numbers of a list",
        ),
    ],
)
def test_what_is_seen_of_rich_text(text: str, seen: list[str]) -> None:
    assert lines(rtf(text)) == seen


@pytest.mark.parametrize(
    ("settings", "seen"),
    [
        ("", ["东江政讯　第12期", "正文。", "注一。", "本期编辑：林海"]),
        (r"\titlepg", ["东江政讯　第12期", "首眉", "正文。", "注一。", "本期编辑：林海"]),
        (r"\facingp", ["东江政讯　第12期", "偶眉", "正文。", "注一。", "本期编辑：林海"]),
    ],
)
def test_headers_come_first_notes_behind_the_text_and_footers_last(settings: str, seen: list[str]) -> None:
    text = (
        settings
        + r"\v{\header 东江政讯　第12期\par}{\headerf 首眉\par}{\headerl 偶眉\par}{\footer 本期编辑：林海\par}\v0"
    )
    assert lines(rtf(text, r"正文{\super\chftn}{\footnote\chftn 注一。}。\par")) == seen


@pytest.mark.parametrize(("page", "encoding"), [("950", "big5"), ("65001", "utf-8"), ("1200", "cp1252")])
def test_the_encoding_is_the_one_that_the_document_names(page: str, encoding: str) -> None:
    text = "é" if encoding == "cp1252" else "縣長林遠"
    said = "".join(f"\\'{byte:02x}" for byte in text.encode(encoding))
    assert lines(rb"{\rtf1\ansi\ansicpg" + page.encode() + b" " + said.encode() + rb"\par}") == [text]


@pytest.mark.parametrize("name", ["a.rtf", "a.doc", "a.wps", "a.docx"])
def test_it_is_read_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    story = rtf(r"陶远帆检查渡口安全\par 本报讯（记者 何小雨）5月6日，海州市副市长陶远帆到东江渡口检查。\par")
    (tmp_path / name).write_bytes(story)
    page = read_page(find_sources([tmp_path])[0])
    (article,) = segment(page).articles
    assert article.titles == ("陶远帆检查渡口安全",)
    said = ["".join(page.text[s.start : s.end] for s in spans) for spans in article.paragraphs]
    assert said == ["本报讯（记者 何小雨）5月6日，海州市副市长陶远帆到东江渡口检查。"]


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        (rtf(r"县长林远到场。\par")[:-9], "is damaged or breaks off before its end"),
        (b"{\\rtf1" + b"{" * 2_000, "is nested too deeply"),
        ("县长林远到场。".encode(), "is damaged or is not rich text"),
        (rtf(r"\bin9999999 县长林远到场。\par"), "is damaged or breaks off before its end"),
    ],
    ids=["cut off", "nested", "text", "a picture longer than the file"],
)
def test_what_cannot_be_read_is_told_in_a_line(data: bytes, fact: str) -> None:
    with pytest.raises(PageError, match=fact):
        read_rich_text(data)
