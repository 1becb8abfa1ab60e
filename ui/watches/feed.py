"""What a watch found as an Atom feed, for any reader of feeds. The standard library writes XML; there is nothing else to it.

What a correction took away is told, not left out: whoever read it, or wrote of it, must learn that it does not hold. Readers of
feeds put an entry with a known id and a later time in the place of the one they have; tombstones, which take it away without a
word, few of them know.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from rag import Language
from ui.present.corrected import corrected_lines
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
    _text(root, "updated", max((one.hit.changed for one in shown), default=watch.made))
    author = ET.SubElement(root, "author")
    _text(author, "name", say(language, "app.title"))
    ET.SubElement(root, "link", {"rel": "self", "type": MEDIA, "href": f"{base}watch/feed?id={watch.id}"})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}?tab=watches"})
    for one in shown:
        _entry(language, root, one, base)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(language: Language, root: ET.Element, shown: Shown, base: str) -> None:
    entry = ET.SubElement(root, "entry")
    _text(entry, "id", f"urn:wenzheng:hit:{shown.hit.id}")
    title = " ".join(filter(None, (shown.date, shown.title or shown.quote[:40])))
    gone = shown.hit.withdrawn
    _text(entry, "title", say(language, "watches.withdrawn_title", title=title) if gone else title)
    _text(entry, "published", shown.hit.found)
    _text(entry, "updated", shown.hit.changed)
    if shown.page.newspaper:
        _text(ET.SubElement(entry, "author"), "name", shown.page.newspaper)
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}{shown.link}"})
    content = ET.SubElement(entry, "content", {"type": "text"})
    said = [say(language, "watches.withdrawn_why")] if gone else []
    content.text = _clean("\n".join((*said, shown.quote, *corrected_lines(language, shown.corrected))))


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _clean(text)


def _clean(text: str) -> str:
    """The text without characters that XML cannot hold, not even as numbers."""
    return _NOT_XML.sub("\ufffd", text)
