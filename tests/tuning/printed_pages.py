"""How well the articles of known pages are found again after a browser printed them to PDF: `score.py articles`.

    python -m tests.tuning.printed_pages [--columns 3 4 5] [--pages 8] [--spanning] [--spaced] [--keep FOLDER]
    python -m tests.tuning.printed_pages --seen clean worn [--pages 4] [--columns 4]

With `--seen` each page is a picture instead, at 200 points to the inch, or worn: 0.8 degrees askew, two thirds of the points, JPEG
of quality 55; `characters` are then those of the truth that were read right, spaces and widths aside. Needs the folder ../shared and a chromium; the pages' text stays outside the project.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from unicodedata import normalize

from rag.reading import find_sources, read_page, segment
from tests.conftest import SHARED
from tests.reading.printed import LOST, Row, Style, as_html, gold_in, print_page

SETS = {
    "seeds": (SHARED / "gold" / "seeds" / "articles.jsonl", SHARED / "seeds"),
    "composed": (SHARED / "bench" / "composed" / "articles.jsonl", SHARED / "bench" / "composed" / "pages"),
}
DOTS, WORN, ASKEW, QUALITY = 200, 0.67, 0.8, 55
PICTURES = {"clean": ".png", "worn": ".jpg"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def known_pages(name: str) -> Iterator[tuple[str, str, list[Row]]]:
    """Name, text and articles of each page of a set."""
    gold, folder = SETS[name]
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    for page in sorted({row["page"] for row in rows}):
        with (folder / page).open(encoding="utf-8", newline="") as file:
            yield page, file.read(), [r for r in rows if r["page"] == page and r["kind"] == "article"]


def measure(sheets: Path, read_as: str, pages: dict[str, tuple[str, list[Row]]]) -> dict[str, float]:
    """Figures of the sheets in a folder, each named as its page with another ending."""
    folder = sheets / "read"
    folder.mkdir(exist_ok=True)
    gold: list[Row] = []
    predicted: list[Row] = []
    for source in find_sources([sheets]):
        page = Path(source.name).stem + ".txt"
        if page not in pages or not source.name.endswith(read_as):
            continue
        layout = segment(read_page(source))
        text, articles = pages[page]
        shown, placed = gold_in(layout.page.text, text, articles, page)
        (folder / page).write_text(shown, encoding="utf-8", newline="")
        gold += placed
        predicted += [
            {"page": page, "titles": list(a.titles), "date": None, "spans": [[s.start, s.end] for s in a.spans]}
            for a in layout.articles
        ]
    files = [sheets / "gold.jsonl", sheets / "predicted.jsonl"]
    for file, rows in zip(files, (gold, predicted), strict=True):
        file.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    command = [sys.executable, SHARED / "tools" / "score.py", "articles", *files, "--pages", folder, "--json"]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True)
    return {**json.loads(done.stdout), "characters": _right(folder, gold, pages)}


def _right(folder: Path, gold: Sequence[Row], pages: dict[str, tuple[str, list[Row]]]) -> float:
    """Share of the characters of all articles that stand in what was read of them."""
    right = written = 0
    for placed in gold:
        text, articles = pages[placed["page"]]
        own = next(a for a in articles if a["article"] == placed["article"])
        wanted = "".join(text[s:e] for kind in ("title_spans", "body_spans") for s, e in own.get(kind, ()))
        shown = (folder / placed["page"]).read_text(encoding="utf-8").partition(LOST)[0]
        found = "".join(shown[s:e] for s, e in placed["spans"])
        one, other = ("".join(normalize("NFKC", said).split()) for said in (wanted, found))
        right += sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
        written += len(one)
    return right / max(written, 1)


def seen(printed: Path, worn: bool) -> Path:
    """The printed page as a picture beside it."""
    import pypdfium2
    from PIL import Image

    with pypdfium2.PdfDocument(printed) as document:
        page = document[0].render(scale=DOTS / 72, grayscale=True).to_pil()
    if not worn:
        at = printed.with_suffix(".png")
        page.save(at, compress_level=1)
        return at
    small = page.resize((round(page.width * WORN), round(page.height * WORN)), Image.Resampling.LANCZOS)
    at = printed.with_suffix(".jpg")
    small.rotate(ASKEW, Image.Resampling.BICUBIC, expand=True, fillcolor=255).save(at, quality=QUALITY)
    return at


def main() -> None:
    """Prints the figures of each set in each style."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", nargs="+", default=list(SETS))
    parser.add_argument("--columns", nargs="+", type=int, default=[3, 4, 5])
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--spaced", action="store_true", help="paragraphs apart by space, not by an indent")
    parser.add_argument("--spanning", action="store_true", help="headlines across all columns")
    parser.add_argument("--seen", nargs="+", choices=list(PICTURES), default=[], help="read pictures of the pages")
    parser.add_argument("--keep", type=Path, help="folder in which the PDFs stay")
    args = parser.parse_args()
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, BROWSERS)))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for name in args.sets:
            pages = {page: (text, rows) for page, text, rows in list(known_pages(name))[: args.pages]}
            for columns in args.columns:
                style = Style(columns, indented=not args.spaced, spanning=args.spanning)
                sheets = (
                    args.keep or Path(scratch)
                ) / f"{name}-{columns}{'-spaced' * args.spaced}{'-spanning' * args.spanning}"
                sheets.mkdir(parents=True, exist_ok=True)
                for page, (text, rows) in pages.items():
                    at = sheets / (Path(page).stem + ".pdf")
                    if not at.exists():
                        print_page(browser, as_html(text, rows, style), at)
                    for way in args.seen:
                        if not at.with_suffix(PICTURES[way]).exists():
                            seen(at, way == "worn")
                for way in args.seen or ["printed"]:
                    found = measure(sheets, PICTURES.get(way, ".pdf"), pages)
                    print(sheets.name, way, {k: v and round(v, 4) for k, v in found.items()}, flush=True)
        browser.close()


if __name__ == "__main__":
    main()
