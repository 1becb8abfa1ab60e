"""The tab "Ask" before anything is asked; drawn once for every reader, so its words are tokens."""

from __future__ import annotations

from ui.localised import token
from ui.present.fields import days, newspaper


def ask_tab() -> str:
    """Where the conversation will be, what might be asked next, and the box to ask in, always at hand at the bottom."""
    return (
        f'<div class="talk"><div id="conversation" role="log" aria-label="{token("ask.conversation")}"></div>'
        f'<div id="suggestions"></div>{_box()}{_templates()}</div>'
    )


def _box() -> str:
    return (
        f'<form id="question-row"><p id="editing" hidden>{token("ask.editing")} '
        f'<button type="button" class="tool" data-leave-edit>{token("ask.leave_edit")}</button></p>{_within()}<div id="question"><textarea rows="1" aria-label="{token("ask.label")}" '
        f'placeholder="{token("ask.placeholder")}" autocomplete="off" enterkeyhint="send"></textarea></div>'
        f'<button id="send">{token("ask.button")}</button>'
        f'<button type="button" id="stop">{token("ask.stop")}</button></form>'
    )


def _within() -> str:
    """What may be chosen to be asked of, folded, and beside that what is chosen."""
    return (
        f'<div id="within"><details><summary>{token("within.heading")}</summary>'
        f'<div class="fields">{newspaper("within")}{days("within")}</div>'
        f'<p class="wrong" role="alert" hidden>{token("events.wrong_day")}</p></details>'
        f'<div class="chips" role="group" aria-label="{token("within.chosen")}"></div></div>'
    )


_FAILED = (("stopped", "problem.stopped"), ("crowded", "problem.crowded"), ("unreachable", "events.unreachable"))


def _templates() -> str:
    """What the script puts in at once, without asking the server: a question under way, and what became of one that
    was stopped or that the program did not answer."""
    again = f'<div class="tools"><button type="button" class="tool" data-again>{token("ask.again")}</button></div>'
    told = "".join(
        f'<template data-of="{name}"><div class="problem" role="alert"><p>{token(key)}</p></div>{again}</template>'
        for name, key in _FAILED
    )
    top = f'<p class="top"><button type="button" class="tool clear" data-clear>{token("ask.clear")}</button></p>'
    return (
        f'<template data-of="top">{top}</template><template data-of="pending"><article class="turn">'
        f'<h2 class="question"></h2><p class="pending" role="status">{token("ask.pending")}</p></article></template>{told}'
    )
