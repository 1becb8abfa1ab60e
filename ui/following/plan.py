"""What is to be done about a folder: its files held against what is noted of them and against the pages of the index.

It asks only what is, never what happened, so that it comes to the same however often the program was ended meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ui.following.listing import Listing
from ui.following.notes import Became, Note, Noted

Pages = Mapping[str, str]
"""The digests of the pages in the index, by name."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Names: files to be read, pages to put into the bin and to take out of it, pages whose time in it is over, files that
    are gone whose pages stay because somebody brought them in the browser, and notes to drop."""

    read: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    forgotten: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.read, self.missing, self.returned, self.over, self.kept, self.forgotten))


def plan(listing: Listing, settled: set[str], noted: Noted, pages: Pages, before: float, waiting: set[str]) -> Plan:
    """`settled` are names of files that hold still, `before` the moment before which a page must have gone into the bin for
    its time to be over, `waiting` names of files that could not be read and are not to be tried again yet."""
    gone = () if listing.bare else tuple(n for n in noted.files if n not in listing.files and not listing.may_hold(n))
    had_page = [n for n in gone if noted.files[n].became.may_have_page and n in pages]
    here = {n for n in noted.bin if _is_page_still(n, listing, noted)}
    return Plan(
        read=tuple(n for n in sorted(settled - waiting) if _is_new(noted.files.get(n), n, listing, pages)),
        missing=tuple(n for n in had_page if n not in noted.brought and n not in noted.bin),
        returned=tuple(sorted(n for n in noted.bin if n in here or n not in pages or n in noted.brought)),
        over=tuple(sorted(n for n, at in noted.bin.items() if at <= before and _may_go(n, listing, noted, pages))),
        kept=tuple(n for n in had_page if n in noted.brought),
        forgotten=tuple(n for n in gone if n not in had_page and n not in noted.bin),
    )


def _is_new(note: Note | None, name: str, listing: Listing, pages: Pages) -> bool:
    """Whether the file is to be read: it is new or was changed, or the page that has its content is there no more."""
    if note is None:
        return True
    if note.mark != listing.files[name] or note.became is Became.FAILED:
        return True
    if note.became in (Became.PAGE, Became.SAME):
        return pages.get(note.page) != note.digest and bool(note.digest or note.page not in pages)
    return False


def _is_page_still(name: str, listing: Listing, noted: Noted) -> bool:
    note = noted.files.get(name)
    return note is not None and note.became is Became.PAGE and listing.files.get(name) == note.mark


def _may_go(name: str, listing: Listing, noted: Noted, pages: Pages) -> bool:
    """Whether a page in the bin may go: nobody brought it, and its file is gone or holds no page, not only out of sight."""
    if name not in pages or name in noted.brought or listing.bare or listing.may_hold(name):
        return False
    note = noted.files.get(name)
    return name not in listing.files or (note is not None and note == Note(listing.files[name], Became.NOTHING))
