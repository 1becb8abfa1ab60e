"""Word documents: all that a reader sees, and nothing that was deleted."""

from __future__ import annotations

import pytest

from rag.errors import PageError
from rag.reading import word
from rag.reading.word import read_word
from rag.reading.wordbody import body_text
from tests.reading.files import make_docx, make_word

RUN = "<w:r><w:t>{}</w:t></w:r>".format


def p(*inside: str) -> str:
    return f"<w:p>{''.join(inside)}</w:p>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param(
            p(
                '<w:smartTag w:element="chsdate">' + RUN("3月6日") + "</w:smartTag>" + RUN("，"),
                "<w:smartTag><w:smartTag>" + RUN("单") + RUN("远帆") + "</w:smartTag></w:smartTag>" + RUN("到场。"),
            ),
            ["3月6日，单远帆到场。"],
            id="smart tags",
        ),
        pytest.param(
            p(
                RUN("县委书记"),
                "<w:ins>" + RUN("方远") + "</w:ins><w:del><w:r><w:delText>何近</w:delText></w:r></w:del>",
                "<w:moveTo>" + RUN("到") + "</w:moveTo><w:moveFrom>" + RUN("离开") + "</w:moveFrom>" + RUN("场。"),
            ),
            ["县委书记方远到场。"],
            id="tracked changes",
        ),
        pytest.param(
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + RUN("县长何") + "</w:p>" + p(RUN("文到场。")),
            ["县长何文到场。"],
            id="the end of a paragraph deleted",
        ),
        pytest.param(
            "<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>" + p(RUN("2024年6月14日")) + "</w:sdtContent></w:sdt>"
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + p(RUN("单击此处输入文字。"))
            + "</w:sdtContent></w:sdt>"
            + p(RUN("到"), "<w:sdt><w:sdtContent>" + RUN("化工园") + "</w:sdtContent></w:sdt>", RUN("检查。")),
            ["2024年6月14日", "到化工园检查。"],
            id="content controls, and what an empty one asks for",
        ),
        pytest.param(
            p(
                RUN("县长"),
                "<w:r><w:ruby><w:rubyPr/><w:rt>"
                + RUN("tóng")
                + "</w:rt><w:rubyBase>"
                + RUN("仝")
                + "</w:rubyBase></w:ruby></w:r>",
                RUN("远到场。"),
            ),
            ["县长仝远到场。"],
            id="ruby",
        ),
        pytest.param(
            p(
                '<w:fldSimple w:instr="DATE">' + RUN("2024年6月14日") + "</w:fldSimple>",
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>',
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
                + RUN("，星期五")
                + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
                "<w:hyperlink>" + RUN("，晴") + "</w:hyperlink>",
            ),
            ["2024年6月14日，星期五，晴"],
            id="fields and links",
        ),
        pytest.param(
            p(
                RUN("正文里的框"),
                "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"
                + p(RUN("框内标题"))
                + "</w:txbxContent></w:drawing>"
                "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
                + p(RUN("框内标题"))
                + "</w:txbxContent></w:pict></mc:Fallback>"
                "</mc:AlternateContent></w:r>",
                RUN("不断句。"),
                '<w:r><w:pict><v:textpath string="东江政讯"/></w:pict></w:r>',
            ),
            ["正文里的框不断句。", "框内标题", "东江政讯"],
            id="text boxes and a name drawn as art",
        ),
        pytest.param(
            "<w:tbl><w:tr><w:tc>" + p(RUN("姓名")) + "</w:tc><w:tc>" + p(RUN("职务")) + "</w:tc></w:tr>"
            "<w:tr><w:trPr><w:del/></w:trPr><w:tc>"
            + p(RUN("旧人"))
            + "</w:tc><w:tc>"
            + p(RUN("旧职"))
            + "</w:tc></w:tr>"
            "<w:tr><w:tc>"
            + p(RUN("林远"))
            + "</w:tc><w:tc><w:tbl><w:tr><w:tc>"
            + p(RUN("县长"))
            + "</w:tc></w:tr></w:tbl>"
            + p()
            + "</w:tc></w:tr></w:tbl>",
            ["姓名　职务", "林远　县长"],
            id="tables row by row, one inside another, a row deleted",
        ),
        pytest.param(
            p(
                RUN("看见"),
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>",
                "<w:r><w:br/></w:r>" + RUN("　　下一行"),
            ),
            ["看见", "　　下一行"],
            id="hidden words and a line's end",
        ),
    ],
)
def test_what_is_seen_of_a_document(body: str, lines: list[str]) -> None:
    assert read_word(make_word(body)).split("\n\n") == lines


def test_a_header_that_many_sections_show_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[object] = []
    monkeypatch.setattr(word, "body_text", lambda root, *more: read.append(root) or body_text(root, *more))
    section = "<w:p><w:pPr><w:sectPr><w:headerReference w:type='default' r:id='header'/></w:sectPr></w:pPr></w:p>"
    data = make_word(p(RUN("县长方远到场。")) + section * 9, header=p(RUN("东江政讯")))
    assert read_word(data).split() == ["东江政讯", "县长方远到场。"]
    assert len(read) == 2


def test_headers_come_first_and_footers_last() -> None:
    text = read_word(
        make_word(
            p(RUN("正文。"), '<w:r><w:footnoteReference w:id="2"/></w:r>'),
            header=p(RUN("东江政讯　2024年6月14日　第12期")),
            footer=p(RUN("本期编辑：林海")),
            footnotes='<w:footnote w:type="separator" w:id="0">' + p(RUN("线")) + "</w:footnote>"
            '<w:footnote w:id="2">' + p(RUN("注一。")) + "</w:footnote>",
        )
    )
    assert text.split("\n\n") == ["东江政讯　2024年6月14日　第12期", "正文。", "注一。", "本期编辑：林海"]


def test_a_strict_document_is_read() -> None:
    data = make_word(p(RUN("县长林远到场。")), namespace="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read_word(data) == "县长林远到场。"


def test_a_web_page_put_inside_for_word_to_unfold_is_read() -> None:
    data = make_word('<w:altChunk r:id="r9"/>', chunk="<html><body><p>县长林远到场。</p></body></html>")
    assert read_word(data) == "县长林远到场。"


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        pytest.param(make_word("<w:p>"), "is damaged", id="broken XML"),
        pytest.param(
            make_word(
                "<w:p>" + RUN("&a;") + "</w:p>", before='<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
            ),
            "",
            id="an entity of another file",
        ),
        pytest.param(make_docx([], padding=101 << 20), "unpacks to more than", id="bomb"),
    ],
)
def test_what_is_no_readable_document(data: bytes, fact: str) -> None:
    if fact:
        with pytest.raises(PageError, match=fact):
            read_word(data)
    else:
        assert read_word(data) == ""
