"""The tab "Pages" before anything is listed: where to drop files, the places to be filled, and the question of deleting.

It is drawn once for every reader, so its words are tokens that become theirs on the way out; what has numbers and names
in it comes later, as parts.
"""

from __future__ import annotations

from pathlib import Path

from rag import LARGEST_PAGE, PAGE_SUFFIXES, Language
from ui.localised import token
from ui.pages.table import COLUMNS
from ui.present.escape import escaped
from ui.present.places import called
from ui.strings import say


def pages_tab() -> str:
    """The tab as it is served."""
    return (
        f'{_drop()}<div data-part="job"></div>{_unreachable()}<div data-part="followed"></div>'
        f'<section class="list" aria-labelledby="pages-heading"><h2 id="pages-heading">{token("pages.indexed")}</h2>'
        f'{_search()}{_picked()}<div data-part="said" role="status"></div>'
        f'<div data-part="rows"><p class="pending">{token("pages.loading")}</p></div></section>{_sure()}'
    )


def hints(language: Language, folder: Path) -> dict[str, str]:
    """Which files may be dropped and in which folder they stay; what reading the folder again is for."""
    kinds, megabytes = " ".join(sorted(PAGE_SUFFIXES)), LARGEST_PAGE >> 20
    return {
        "kinds": escaped(say(language, "pages.kinds", kinds=kinds, megabytes=megabytes, folder=called(folder))),
        "again": escaped(say(language, "pages.again_hint", folder=called(folder))),
    }


def _drop() -> str:
    kinds = ",".join(sorted(PAGE_SUFFIXES))
    return (
        f'<section class="drop" aria-label="{token("pages.add")}" data-drop><p class="here">{token("pages.drop")} '
        f'<label class="choose">{token("pages.choose")}<input type="file" class="unseen" multiple accept="{kinds}" '
        f'data-largest="{LARGEST_PAGE}"></label></p><p class="hint" data-part="kinds"></p>'
        f'<p class="sending" role="status" data-label="{token("pages.sending")}"></p>'
        f'<p class="again"><button type="button" data-again>{token("pages.again")}</button> '
        f'<span class="hint" data-part="again"></span></p></section>'
    )


def _search() -> str:
    orders = "".join(f'<option value="{name}">{token(f"pages.by_{name}")}</option>' for name in COLUMNS)
    return (
        f'<form role="search" class="tools"><p class="search"><label class="unseen" for="pages-text">'
        f'{token("pages.search")}</label><input type="search" id="pages-text" name="text" '
        f'placeholder="{token("pages.search_hint")}" autocomplete="off" enterkeyhint="search"></p>'
        f'<p class="sort"><label for="pages-by">{token("pages.sort")}</label>'
        f'<select id="pages-by" data-orders>{orders}</select></p></form>'
    )


def _picked() -> str:
    """What can be done with the rows that are ticked; the script shows it while some are."""
    return (
        f'<p class="picked" data-picked role="status" hidden><span>{token("pages.picked")} <b data-count></b></span>'
        f'<button type="button" data-ask-picked>{token("pages.ask_picked")}</button>'
        f'<button type="button" class="grave" data-delete-picked>{token("pages.delete_picked")}</button>'
        f'<button type="button" data-unpick>{token("pages.unpick")}</button></p>'
    )


def _sure() -> str:
    """Opened as a modal dialog, which keeps the focus inside, closes with Escape, and gives the focus back."""
    return (
        f'<dialog aria-labelledby="pages-sure"><form method="dialog"><h2 id="pages-sure" data-title></h2>'
        f'<p class="named" data-named></p><div data-lines></div>'
        f'<p data-files hidden><label><input type="checkbox" id="pages-files"> <span></span></label></p><p class="buttons">'
        f'<button value="cancel" autofocus>{token("pages.cancel")}</button>'
        f'<button value="delete" class="grave">{token("pages.delete")}</button></p></form></dialog>'
    )


def _unreachable() -> str:
    return (
        f'<div class="problem" role="alert" data-unreachable hidden><p>{token("pages.unreachable")}</p>'
        f'<button type="button" data-retry>{token("pages.retry")}</button></div>'
    )
