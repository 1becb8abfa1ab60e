"""A dossier as a page to be printed: no script, no picture, the footnotes at its end."""

from __future__ import annotations

from collections.abc import Iterator

from rag import Language
from ui.present.escape import escaped
from ui.taking.dossier import Dossier

_STYLE = (
    "body{max-width:42em;margin:2em auto;padding:0 1em;font:16px/1.8 serif;color:#111;background:#fff}"
    "h1{font-size:1.5em;line-height:1.4}h2{font-size:1.15em;margin:1.6em 0 .4em}p{margin:.8em 0 .2em}"
    "blockquote{margin:.2em 0 .2em 1.2em;break-inside:avoid}.corrected,.gloss{margin:.2em 0 .8em 1.4em;font-size:.85em;color:#444}ol{font-size:.85em;padding-left:2.2em}"
    "sup a,a{color:inherit;text-decoration:none}@page{margin:22mm}@media print{body{margin:0;max-width:none}}"
)


def printed(language: Language, dossier: Dossier) -> bytes:
    """HTML in UTF-8."""
    notes = "".join(
        f'<li id="n{number}">{escaped(quote.footnote(language))}</li>'
        for number, quote in enumerate(dossier.quotes(), start=1)
    )
    title = escaped(dossier.title)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body><main><h1>{title}</h1>'
        f"{''.join(_body(language, dossier))}<ol>{notes}</ol></main></body></html>"
    ).encode()


def _body(language: Language, dossier: Dossier) -> Iterator[str]:
    for block in dossier.blocks(language):
        words = escaped(block.text)
        if block.kind == "quote":
            note = f'<sup><a href="#n{block.number}">{block.number}</a></sup>'
            yield f'<blockquote lang="zh">{words}{note}</blockquote>'
        elif block.kind in ("corrected", "gloss"):
            yield f'<p class="{block.kind}">{words}</p>'
        else:
            yield f"<h2>{words}</h2>" if block.kind == "heading" else f"<p>{words}</p>"
