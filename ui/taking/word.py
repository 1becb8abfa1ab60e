"""A dossier as a Word document whose footnotes are Word's own."""

from __future__ import annotations

import io
import re
from typing import Any
from xml.sax.saxutils import escape

from rag import Language
from ui.taking.dossier import Dossier

_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no XML may hold; a page may, where something broke."""
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CHINESE, _LATIN = "SimSun", "Times New Roman"
_STYLES = {"heading": "Heading 2", "said": None, "quote": "Quote", "corrected": None, "gloss": None}
_A4 = (210, 297)
"""Millimetres."""
_SMALL, _INDENT = 9, 8
"""Points of the letters under a quotation, and how many millimetres further in they stand."""


def word(language: Language, dossier: Dossier) -> bytes:
    """A .docx of A4 pages."""
    from docx import Document
    from docx.shared import Mm, Pt

    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(_A4[0]), Mm(_A4[1])
    _use_chinese(document)
    document.core_properties.title = clean(dossier.title)[:255]
    document.core_properties.author = ""
    document.add_heading(clean(dossier.title), level=1)
    for block in dossier.blocks(language):
        paragraph = document.add_paragraph(clean(block.text), style=_STYLES[block.kind])
        if block.number:
            _refer(paragraph, block.number)
        if block.kind in ("corrected", "gloss"):
            paragraph.runs[0].font.size, paragraph.paragraph_format.left_indent = Pt(_SMALL), Mm(_INDENT)
    _add_notes(document, [quote.footnote(language) for quote in dossier.quotes()])
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def clean(text: str) -> str:
    """`text` with what no document may hold shown as such."""
    return _NO_XML.sub("\ufffd", text)


def _use_chinese(document: Any) -> None:
    """Without a Chinese font named Word sets Chinese in whatever stands first in its theme."""
    from docx.oxml.ns import qn

    for style in document.styles:
        if style.element.rPr is not None or style.name == "Normal":
            style.font.name = _LATIN
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
            fonts.set(qn("w:eastAsia"), _CHINESE)


def _refer(paragraph: Any, number: int) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run()
    run.font.superscript = True
    run.font.italic = False
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(number))
    run._r.append(reference)


def _add_notes(document: Any, notes: list[str]) -> None:
    """The part of the file that holds footnotes, which the library has no call for."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for number, kind, mark in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    )
    for number, note in enumerate(notes, start=1):
        lines += (
            f'<w:footnote w:id="{number}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {escape(clean(note))}</w:t></w:r></w:p></w:footnote>'
        )
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{_W}">{lines}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
