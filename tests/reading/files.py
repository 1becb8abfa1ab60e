"""Small files of every kind, made by hand so that tests need no writer of their own."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
RELATIONSHIPS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def make_docx(paragraphs: Sequence[str], padding: int = 0) -> bytes:
    """A Word document; `padding` bytes of zeros in a further part, which pack to next to nothing."""
    body = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)
    document = f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", RELATIONSHIPS)
        archive.writestr("word/document.xml", document)
        if padding:
            archive.writestr("word/media/image1.png", bytes(padding))
    return data.getvalue()


def make_word(
    body: str,
    *,
    header: str = "",
    footer: str = "",
    footnotes: str = "",
    chunk: str = "",
    before: str = "",
    namespace: str = WORD,
) -> bytes:
    """A Word document from the XML of its body and of what stands around it; `chunk` is a web page behind relation r9."""
    parts = {"header": header, "footer": footer, "footnotes": footnotes}
    spaces = (
        f'xmlns:w="{namespace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    margins = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{kind}"/>' for kind in ("header", "footer") if parts[kind]
    )
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    related = "".join(
        f'<Relationship Id="{k}" Type="{base}/{k}" Target="{k}.xml"/>' for k, inside in parts.items() if inside
    )
    related += f'<Relationship Id="r9" Type="{base}/aFChunk" Target="chunk.html"/>' if chunk else ""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", RELATIONSHIPS)
        settings = f"<w:sectPr>{margins}</w:sectPr>"
        archive.writestr(
            "word/document.xml", f"{before}<w:document {spaces}><w:body>{body}{settings}</w:body></w:document>"
        )
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{related}</Relationships>")
        for kind, inside in parts.items():
            if inside:
                archive.writestr(f"word/{kind}.xml", f"<w:{kind} {spaces}>{inside}</w:{kind}>")
        if chunk:
            archive.writestr("word/chunk.html", chunk)
    return data.getvalue()


TURNS = {0: "1 0 0 1 0 0", 90: "0 1 -1 0 600 0", 180: "-1 0 0 -1 600 800", 270: "0 -1 1 0 0 800"}
"""Degrees -> how what is printed is turned, so that a sheet turned by as much shows it upright."""


def make_pdf(
    lines: Sequence[tuple[float, float, float, str]],
    *,
    encrypted: bool = False,
    turn: int = 0,
    sheets: int = 1,
    named: bool = True,
) -> bytes:
    """A PDF of one sheet, or of several alike; each line is (left, baseline, size, text) in points.

    With `turn` the sheet is printed on its side and shown upright; unless `named` no font says what its characters are.
    """
    shown = f"{TURNS[turn]} cm\n" + "".join(
        f"BT /F1 {size} Tf {left} {base} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"
        for left, base, size, text in lines
    )
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{'3 0 R ' * sheets}]/Count {sheets}>>",
        f"<</Type/Page/Parent 2 0 R/Rotate {turn}/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(shown)}>>stream\n{shown}endstream",
        f"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/{'UniGB-UCS2-H' if named else 'Identity-H'}"
        "/DescendantFonts[6 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/FontDescriptor 7 0 R"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering({'GB1' if named else 'Identity'})/Supplement 2>>>>",
        "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/Ascent 880/Descent -120"
        "/CapHeight 880/ItalicAngle 0/StemV 80>>",
        f"<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>",
    ]
    out, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj{body}endobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    secret = f"/Encrypt 8 0 R/ID[<{'43' * 16}><{'43' * 16}>]" if encrypted else ""
    trailer = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R{secret}>>\n"
    return out + f"{trailer}startxref\n{len(out)}\n%%EOF".encode()


def make_glyphs(count: int) -> bytes:
    """A PDF of one sheet with so many characters, packed."""
    shown = f"({'a' * 1000}) Tj\n" * (count // 1000)
    return _packed_pdf([f"BT /F1 1 Tf 10 700 Td\n{shown}ET"])


def make_nested(depth: int, times: int) -> bytes:
    """A PDF of one sheet that draws a form so many times, which draws another so many times, so many forms deep."""
    return _packed_pdf([*["/X Do\n" * times] * depth, "BT /F1 9 Tf 9 9 Td (a) Tj ET"])


def _packed_pdf(streams: Sequence[str]) -> bytes:
    """A sheet of which the first stream is shown; each may show the next as the form X."""
    font = "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    out = b"%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    for number, stream in enumerate(streams, start=4):
        inside = f"/Resources<<{font}/XObject<</X {number + 1} 0 R>>>>"
        if number == 4:
            out += f"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R{inside}>>endobj\n".encode()
        packed = zlib.compress(stream.encode(), 9)
        form = f"/Type/XObject/Subtype/Form/BBox[0 0 600 800]{inside}"
        out += f"{number} 0 obj<<{form}/Filter/FlateDecode/Length {len(packed)}>>stream\n".encode()
        out += packed + b"\nendstream endobj\n"
    return out + b"trailer<</Root 1 0 R>>\n%%EOF"


def swollen(pdf: bytes, size: int) -> bytes:
    """The PDF with a stream besides that unpacks to so many bytes."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(size >> 20)) + packer.flush()
    stream = b"9 0 obj<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream endobj\n" % (len(packed), packed)
    return pdf.replace(b"xref\n0", stream + b"xref\n0", 1)
