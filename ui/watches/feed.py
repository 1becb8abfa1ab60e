"""What a watch found as an Atom feed, for any reader of feeds. The standard library writes XML; there is nothing else to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from rag import Language
from ui.strings import say
from ui.watches.records import Watch
from ui.watches.showing import Shown

MEDIA = "application/atom+xml"
ATOM = "http://www.w3.org/2005/Atom"
ENTRIES = 100
"""The newest that a feed holds; whoever looks once a day misses none of fewer than that a day."""
_LANGUAGES = {Language.ZH: "zh-CN", Language.EN: "en"}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed(language: Language, watch: Watch, shown: Sequence[Shown], base: str) -> bytes:
    """The feed; `base` is the address that the page is served at, with its slash. Entries have the ids of hits, so that a reader
    takes none for new twice."""
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": _LANGUAGES[language]})
    _text(root, "id", f"urn:wenzheng:watch:{watch.id}")
    _text(root, "title", f"{say(language, 'app.title')} {watch.name}")
    _text(root, "updated", shown[0].hit.found if shown else watch.made)
    author = ET.SubElement(root, "author")
    _text(author, "name", say(language, "app.title"))
    ET.SubElement(root, "link", {"rel": "self", "type": MEDIA, "href": f"{base}watch/feed?id={watch.id}"})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}?tab=watches"})
    for one in shown:
        _entry(root, one, base)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(root: ET.Element, shown: Shown, base: str) -> None:
    entry = ET.SubElement(root, "entry")
    _text(entry, "id", f"urn:wenzheng:hit:{shown.hit.id}")
    _text(entry, "title", " ".join(filter(None, (shown.date, shown.title or shown.quote[:40]))))
    _text(entry, "updated", shown.hit.found)
    if shown.page.newspaper:
        _text(ET.SubElement(entry, "author"), "name", shown.page.newspaper)
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}{shown.link}"})
    content = ET.SubElement(entry, "content", {"type": "text"})
    content.text = _clean(shown.quote)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _clean(text)


def _clean(text: str) -> str:
    """The text without characters that XML cannot hold, not even as numbers."""
    return _NOT_XML.sub("\ufffd", text)
