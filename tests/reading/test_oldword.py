"""Documents of Word 97 to 2003 and of WPS Writer: all that a reader sees, nothing that was deleted, a line for what is broken.

`kept/brief.doc` was made from an invented .docx by LibreOffice 7.4 (`soffice --convert-to doc`); all others are made here.
"""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from rag.errors import PageError
from rag.reading import find_sources, read_page, segment
from rag.reading.oldword import read_old_word
from tests.reading.binary import (
    DELETED,
    ENDS_INNER_CELL,
    ENDS_INNER_ROW,
    ENDS_ROW,
    HIDDEN,
    IN_TABLE,
    INNER,
    Run,
    anchor,
    box,
    drawing,
    listed,
    make_compound,
    make_doc,
    piece_table,
    record,
    shape,
    sign,
)
from tests.reading.files import make_docx

KEPT = Path(__file__).parent / "kept" / "brief.doc"
TEXT_AT = 0x800


def lines(data: bytes) -> list[str]:
    return read_old_word(data).split("\n\n")


def test_a_document_that_a_word_processor_wrote_is_read() -> None:
    assert lines(KEPT.read_bytes()) == [
        "东江政讯　2024年5月8日　第12期",
        "陶远帆检查渡口安全",
        "本报讯（记者 何小雨）5月6日，海州市副市长陶远帆到东江渡口检查，𠮷村的𬭎某陪同。",
        "县长仝远到场。",
        "框内标题",
        "姓名　职务",
        "林远　县长",
        "表后。",
        "本期编辑：林海",
    ]


@pytest.mark.parametrize("name", ["a.doc", "a.dot", "a.wps", "a.wpt", "a.docx", "A.DOC"])
def test_its_quotations_are_those_of_the_page_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(KEPT.read_bytes())
    page = read_page(find_sources([tmp_path])[0])
    assert (page.name, page.issued) == (name, "2024-05-08")
    article = segment(page).articles[0]
    assert article.titles == ("陶远帆检查渡口安全",)
    said = ["".join(page.text[s.start : s.end] for s in spans) for spans in article.paragraphs]
    assert "本报讯（记者 何小雨）5月6日，海州市副市长陶远帆到东江渡口检查，𠮷村的𬭎某陪同。" in said


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param(["县委书记", Run("何近", DELETED), "方远到场。\r"], ["县委书记方远到场。"], id="deleted words"),
        pytest.param(
            ["县长何", Run("\r", DELETED), "文到场。\r"], ["县长何文到场。"], id="the end of a paragraph deleted"
        ),
        pytest.param(
            ["县长", Run("何近", HIDDEN), Run("\r", HIDDEN), "到场。\r"], ["县长", "到场。"], id="hidden words"
        ),
        pytest.param([Run("方", b"\x3c\x08\x00"), "远。\r"], ["方远。"], id="words that are not hidden after all"),
        pytest.param(["看见\x0b　　下一行\r"], ["看见", "　　下一行"], id="a line's end"),
        pytest.param(["一\x0c二\x0e三\x1e四\x1f五\t六\r"], ["一", "二", "三-四五 六"], id="other marks"),
        pytest.param(["\x01\x05图\x02\x08前。\r"], ["图前。"], id="pictures, notes and anchors"),
        pytest.param(["𠮷村的𬭎某。\r"], ["𠮷村的𬭎某。"], id="characters of two units"),
        pytest.param(
            ["\x13 DATE \\@ yyyy \x142024年6月14日\x15，\x13 HYPERLINK a \x14\x13 REF x \x14晴\x15\x15。\r"],
            ["2024年6月14日，晴。"],
            id="fields, one inside another",
        ),
        pytest.param(["到\x13场。\r县长林远。\r"], ["到场。", "县长林远。"], id="a field that does not end"),
        pytest.param(
            ["县长\x13 EQ \\* jc2 \\o\\ad(\\s\\up 9(tóng),仝)\x15远，第\x13eq \\o\\ac(○,3)\x15组。\r"],
            ["县长仝远，第3组。"],
            id="how a name is read, and a number in a circle",
        ),
        pytest.param(["完成\x13 EQ \\f(2,3)\x15。\r"], ["完成\ufffd。"], id="a fraction"),
        pytest.param(
            ["第", Run("(", sign("①")), "组", Run("(", sign("\uf0b7")), "\r"], ["第①组"], id="signs of a font"
        ),
        pytest.param(
            [
                Run("姓名\x07职务\x07", paragraphs=IN_TABLE),
                Run("\x07", paragraphs=ENDS_ROW),
                Run("\x07空格后\x07", paragraphs=IN_TABLE),
                Run("\x07", paragraphs=ENDS_ROW),
                Run("林远\x07一段\r二段\x07", paragraphs=IN_TABLE),
                Run("\x07", paragraphs=ENDS_ROW),
                "表后。\r",
            ],
            ["姓名　职务", "空格后", "林远", "一段", "二段", "表后。"],
            id="tables row by row",
        ),
        pytest.param(
            [
                Run("林远\x07", paragraphs=IN_TABLE),
                Run("县长\r主持\r", paragraphs=ENDS_INNER_CELL),
                Run("\r", paragraphs=ENDS_INNER_ROW),
                Run("\x07", paragraphs=IN_TABLE),
                Run("\x07", paragraphs=ENDS_ROW),
            ],
            ["林远　县长　主持"],
            id="one table inside another",
        ),
        pytest.param(
            [
                Run("姓名\x07职务\x07", paragraphs=IN_TABLE),
                Run("\x07", paragraphs=ENDS_ROW),
                Run("旧人\x07旧职\x07", DELETED, IN_TABLE),
                Run("\x07", DELETED, ENDS_ROW),
                Run("林远\x07", paragraphs=IN_TABLE),
                Run("县长", paragraphs=IN_TABLE),
                Run("\x07", HIDDEN, IN_TABLE),
                Run("\x07", HIDDEN, ENDS_ROW),
            ],
            ["姓名　职务", "林远　县长"],
            id="a row deleted, and marks hidden",
        ),
        pytest.param(
            [Run("林远\x07县长\x07", paragraphs=IN_TABLE), Run("里\r", paragraphs=INNER), "外。\r"],
            ["林远", "县长", "里", "外。"],
            id="rows that do not end",
        ),
        pytest.param(["姓名\x07职务\x07\x07表后。\r"], ["姓名", "职务", "表后。"], id="cells of which nothing is set"),
        pytest.param(
            [
                Run("姓名\x07职务\x07", paragraphs=IN_TABLE),
                Run("\x07", paragraphs=b"\x08\xd6\x05\x01" + bytes(0x104) + ENDS_ROW),
                Run("林远\x07县长\x07", paragraphs=IN_TABLE),
                Run("\x07", paragraphs=b"\x15\xc6\xff\x01\0\0\0\0\x01\0\0\0" + ENDS_ROW),
            ],
            ["姓名　职务", "林远　县长"],
            id="settings that tell their size otherwise",
        ),
    ],
)
def test_what_is_seen_of_a_document(text: list[Run | str], seen: list[str]) -> None:
    assert lines(make_doc(*text)) == seen


def test_characters_of_a_byte_are_of_one_code_page() -> None:
    assert lines(make_doc("“A5” – é, 3 \x80.\r".replace("\x80", "€"), narrow=True)) == ["“A5” – é, 3 €."]


def test_headers_come_first_notes_behind_the_text_and_footers_last() -> None:
    margins = [
        "偶眉\r\r",
        "东江政讯　2024年6月14日　第12期\r\r",
        "- 2 -\r\r",
        "本期编辑：林海\r\r",
        "首眉\r\r",
        "首脚\r\r",
    ]
    ends = [0, *(sum(map(len, margins[:n])) for n in range(1, 7))]
    bounds = [0] * 6 + ends + [ends[-1] + 2]
    stories = {
        "headers": margins,
        "footnotes": ["\x02注一。\r"],
        "comments": ["批注。\r"],
        "endnotes": ["\x02注二。\r"],
    }
    told = {11: listed(bounds)}
    data = make_doc("正文。\r", stories=stories, parts=told)
    assert lines(data) == ["东江政讯　2024年6月14日　第12期", "正文。", "注一。", "注二。", "本期编辑：林海"]
    apart = lines(make_doc("正文。\r", stories=stories, parts=told, first_apart=True))
    assert apart == [lines(data)[0], "首眉", *lines(data)[1:], "首脚"]
    facing = lines(make_doc("正文。\r", stories=stories, parts=told | {31: b"\x01"}))
    assert facing == ["偶眉", *lines(data)]


def test_text_boxes_and_names_drawn_as_art_stand_behind_their_paragraph() -> None:
    art = shape(3, "第12期")
    placed = struct.pack("<IH", 68 + len(art), 68) + bytes(62) + art
    data = make_doc(
        "前\x08段。\r",
        Run("\x01", b"\x03\x6a\0\0\0\0"),
        "\r后",
        Run("\x08", DELETED),
        "段。\r",
        stories={"boxes": ["框甲\r", "框乙\r", "删去\r", "旧框\r", "无主\r", "\r"]},
        parts={
            40: listed([1, 8, 12], [anchor(10), anchor(12)]),
            50: drawing(record(0xF003, shape(10) + shape(1, "东江政讯") + shape(11)), shape(12), shape(14)),
            56: listed([0, 3, 6, 9, 12, 15, 16], [box(11), box(10), box(12), box(13, spare=True), box(14), box(0)]),
        },
        data=placed,
    )
    assert lines(data) == ["前段。", "框乙", "东江政讯", "框甲", "第12期", "后段。", "无主"]


def test_boxes_that_go_back_behind_others_are_passed_over() -> None:
    boxes = {56: listed([0, 3, 0, 3, 4], [box(10), box(11), box(12), box(0)])}
    assert lines(make_doc("正文。\r", stories={"boxes": ["框甲\r", "\r"]}, parts=boxes)) == ["正文。", "框甲"]


@pytest.mark.parametrize("short", [0x41 << 1 | 1 << 8, 1], ids=["abbreviated", "in full"])
def test_what_is_set_of_a_whole_piece_holds(short: int) -> None:
    pieces = piece_table([0, 2, 4, 8], [(TEXT_AT, 0), (TEXT_AT + 4, short), (TEXT_AT + 8, 0)], [DELETED])
    assert lines(make_doc("书记何近到场。\r", pieces=pieces)) == ["书记到场。"]


def test_what_a_whole_piece_takes_back_is_seen() -> None:
    pieces = piece_table([0, 2, 4, 8], [(TEXT_AT, 0), (TEXT_AT + 4, 0x41 << 1), (TEXT_AT + 8, 0)])
    assert lines(make_doc("书记", Run("方远", DELETED), Run("先", HIDDEN), "到场\r", pieces=pieces)) == ["书记方远到场"]


def test_settings_of_a_wide_row_stand_elsewhere() -> None:
    data = struct.pack("<IH", 0, len(ENDS_ROW)) + ENDS_ROW
    row = [Run("姓名\x07职务\x07", paragraphs=IN_TABLE), Run("\x07", paragraphs=struct.pack("<HI", 0x6646, 4))]
    assert lines(make_doc(*row, "表后。\r", data=data)) == ["姓名　职务", "表后。"]


def test_pieces_are_read_in_the_order_of_the_text() -> None:
    pieces = piece_table([0, 3, 6, 7], [(TEXT_AT + 6, 0), (TEXT_AT, 0), (TEXT_AT + 12, 0)])
    assert lines(make_doc("到场。林远帆\r", pieces=pieces)) == ["林远帆到场。"]


WHOLE = make_doc("县长林远到场。" * 300 + "\r")


def patched(data: bytes, at: int, form: str, *values: int) -> bytes:
    out = bytearray(data)
    struct.pack_into(form, out, at, *values)
    return bytes(out)


def chained(sector: int, following: int) -> bytes:
    """The whole document, with another sector behind one of the container's."""
    fat = struct.unpack_from("<I", WHOLE, 76)[0]
    return patched(WHOLE, 512 * (fat + 1) + 4 * sector, "<I", following)


ENTRIES = 512 * (struct.unpack_from("<I", WHOLE, 48)[0] + 1)
"""Where the container's folder stands: the root, the table, the document."""


def pieced(bounds: list[int], pieces: list[tuple[int, int]]) -> bytes:
    return make_doc("县长林远到场。\r", pieces=piece_table(bounds, pieces))


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is damaged or breaks off", id="a head alone"),
        pytest.param(WHOLE[:3000], "is damaged or breaks off", id="cut off"),
        pytest.param(WHOLE[:-512], "is damaged or breaks off", id="cut off by a sector"),
        pytest.param("县长林远到场。".encode(), "is damaged or is not a Word document", id="text"),
        pytest.param(
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
            "is a Word document written as XML",
            id="XML",
        ),
        pytest.param(b"\xdb\xa5" + bytes(600), "is a document of Word 95 or older", id="Word 2"),
        pytest.param(make_doc("县长\r", number=104), "is a document of Word 95 or older", id="Word 95"),
        pytest.param(make_doc("县长\r", flags=0x1300), "is encrypted; save it without a password", id="encrypted"),
        pytest.param(make_compound({"EncryptedPackage": b"x"}), "is encrypted", id="encrypted .docx"),
        pytest.param(make_compound({"MatOST": b"x", "CONTENTS": b"x"}), "is a document of Microsoft Works", id="Works"),
        pytest.param(make_compound({"Workbook": b"x"}), "is a workbook; save the sheet", id="a workbook"),
        pytest.param(make_compound({"PowerPoint Document": b"x"}), "is a set of slides", id="slides"),
        pytest.param(make_compound({"Model": b"x"}), "is no document of Word", id="something else"),
        pytest.param(make_doc("县长\r", flags=0x1000), "is damaged", id="another table than there is"),
        pytest.param(pieced([0, 9], [(1 << 29, 0)]), "is damaged", id="a piece outside"),
        pytest.param(pieced([0, 5, 3, 9], [(TEXT_AT, 0)] * 3), "is damaged", id="pieces that go back"),
        pytest.param(pieced([0, 4], [(TEXT_AT, 0)]), "is damaged", id="pieces that end before the text"),
        pytest.param(pieced([0, 1 << 31], [(TEXT_AT, 0)]), "has more than 4,000,000 characters", id="an endless piece"),
        pytest.param(make_doc("县长\r", pieces=b"\x02\xff\xff\xff\xff"), "is damaged", id="billions of pieces"),
        pytest.param(make_doc("县长\r", pieces=b""), "is damaged", id="no piece"),
        pytest.param(patched(WHOLE, 0x2C, "<I", 1 << 31), "is damaged", id="billions of sectors"),
        pytest.param(patched(WHOLE, 0x48, "<I", 1 << 31), "is damaged", id="billions of sectors of them"),
        pytest.param(patched(WHOLE, 0x1E, "<H", 0xFFFF), "is damaged", id="sectors without end"),
        pytest.param(patched(WHOLE, ENTRIES + 256 + 120, "<I", 0x7FFFFFFF), "is damaged", id="a stream of 2 GB"),
        pytest.param(chained(0, 1 << 20), "is damaged", id="a sector outside"),
        pytest.param(chained(3, 2), "is damaged", id="sectors in a circle"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_line(data: bytes, fact: str) -> None:
    with pytest.raises(PageError, match=fact):
        read_old_word(data)


def test_very_many_empty_pieces_are_passed_over() -> None:
    count = 400_000
    bounds = [0] * count + [9]
    data = make_doc("县长林远到场。\r", pieces=piece_table(bounds, [(TEXT_AT, 0)] * count))
    assert lines(data) == ["县长林远到场。"]


def test_settings_that_are_none_change_nothing() -> None:
    whole = make_doc("县长", Run("何近", b"\x00\x08"), Run("到场。\r", b"\x00\xc8\xff", b"\xff\xff\xff"))
    assert lines(whole) == ["县长何近到场。"]


def test_a_web_page_and_a_new_document_under_its_name_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes("<html><body><p>县长林远到场。</p></body></html>".encode())
    (tmp_path / "b.wps").write_bytes(make_docx(["县长林远到场。"]))
    assert [read_page(source).text for source in find_sources([tmp_path])] == ["县长林远到场。"] * 2
