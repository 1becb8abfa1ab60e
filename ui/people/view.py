"""The tab of people before anybody is listed; drawn once for every reader, so its words are tokens."""

from __future__ import annotations

from ui.localised import token


def people_tab() -> str:
    """A box to search in, the list under it, and the profile of whoever is chosen beside them."""
    search, hint = token("people.search"), token("people.search_hint")
    return (
        f'<div class="file"><div class="list"><form role="search" aria-label="{search}"><p class="search">'
        f'<label class="unseen" for="people-part">{search}</label><input type="search" id="people-part" name="part" '
        f'placeholder="{hint}" autocomplete="off" enterkeyhint="search"></p></form>'
        f'<div data-part="rows" aria-live="polite"><p class="pending">{token("events.loading")}</p></div></div>'
        f'<div data-part="profile"></div></div>'
        f'<div class="problem" role="alert" data-unreachable hidden><p>{token("events.unreachable")}</p>'
        f'<button type="button" data-retry>{token("events.retry")}</button></div>'
    )
