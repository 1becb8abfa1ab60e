"""A report in two files: Markdown for a repository, and an HTML page that needs nothing but itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from rag.errors import RagError
from rag.evaluating.sections import Section

MARKDOWN, HTML = "report.md", "report.html"

_SPECIAL = {c: f"\\{c}" for c in "\\`*_{}[]#|!"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;", "\n": " ", "\r": " "}

_STYLE = """
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #23262b; --quiet: #6a6f78; --line: #dedbd3;
  --s0: #2f6f9f; --s1: #c2703d; --track: #eeebe4 }
@media (prefers-color-scheme: dark) { :root { --paper: #16181c; --ink: #e4e2dd; --quiet: #9a9ea6; --line: #33363c;
  --s0: #6fb1dd; --s1: #e39a6a; --track: #24272c } }
body { background: var(--paper); color: var(--ink); margin: 0 auto; max-width: 60rem; padding: 2rem 1rem;
  font: 16px/1.6 system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif }
h1 { font-size: 1.5rem; margin: 0 0 .25rem } h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem }
p { color: var(--quiet); margin: 0 0 1rem } .wide { overflow-x: auto }
table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; width: 100% }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .75rem .35rem 0; text-align: left; vertical-align: top }
th { color: var(--quiet); font-weight: 600; white-space: nowrap }
svg { display: block; height: auto; margin: 1rem 0; max-width: 40rem; width: 100% }
svg text { fill: currentColor; font-size: 12px } .track { fill: var(--track) } .s0 { fill: var(--s0) } .s1 { fill: var(--s1) }
"""


def write_report(folder: Path, title: str, sections: Sequence[Section]) -> tuple[Path, Path]:
    """Write both files, in place of older ones, and say where. RagError if the folder cannot be written."""
    paths = folder / MARKDOWN, folder / HTML
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in zip(paths, (markdown(title, sections), html(title, sections)), strict=True):
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise RagError(f"the report cannot be written to {folder} ({error})", "choose another folder") from error
    return paths


def markdown(title: str, sections: Iterable[Section]) -> str:
    """Headings and tables; what a plot shows stands in the HTML page."""
    blocks = [f"# {_plain(title)}"]
    for s in sections:
        if s.table or s.text:
            blocks += [f"## {_plain(s.title)}", *([s.text] if s.text else []), *([_table(s)] if s.table else [])]
    return "\n\n".join(blocks) + "\n"


def _table(section: Section) -> str:
    head, *rows = section.table
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(map(_plain, line)) + " |" for line in lines)


def _plain(text: str) -> str:
    """Text that Markdown leaves as it is, on one line."""
    return text if set(text) == {"-"} else "".join(_SPECIAL.get(c, c) for c in text)


def html(title: str, sections: Iterable[Section]) -> str:
    """A page that loads nothing: style and plots stand in it, every text is escaped."""
    body = "".join(map(_section, sections))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body><h1>{escape(title)}</h1><main>{body}</main></body></html>\n"
    )


def _section(section: Section) -> str:
    text = f"<p>{escape(section.text)}</p>" if section.text else ""
    return f"<section><h2>{escape(section.title)}</h2>{text}{section.plot}{_html_table(section)}</section>"


def _html_table(section: Section) -> str:
    if not section.table:
        return ""
    head, *rows = section.table
    columns = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    lines = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    table = f"<table><thead><tr>{columns}</tr></thead><tbody>{lines}</tbody></table>"
    return f'<div class="wide" tabindex="0" role="region" aria-label="{escape(section.title)}">{table}</div>'
