"""Which words of a page are in the script of the other language, read off the page as it stands in the browser."""

from __future__ import annotations

from typing import Any

WRITTEN = "body [lang]:not([lang='{own}']), .question, .head, .answer > p.words, textarea, [translate=no], script, style, code"
"""What is nobody's to translate: what says of itself that it is in another language, as quotations, names and the switch of
languages do; what was asked, what an answer states of the pages, names of files."""

NAMES = (
    "Wenzheng", "Word", "Excel", "Markdown", "BibTeX", "RIS", "CSL-JSON", "CSV", "JSONL", "GraphML", "Atom", "BM25",
)  # fmt: skip
"""Programs and formats, which Chinese writes in Latin letters too."""

SPOKEN = ("aria-label", "title", "placeholder", "alt", "data-done", "data-rest")
"""Attributes whose words are seen or heard."""

_FOREIGN = """([chinese, written, names, spoken]) => {
  const han = /[\\u3400-\\u9fff]/, word = /[A-Za-z]{3,}/;
  const plain = (text) => names.reduce((rest, name) => rest.replaceAll(name, ""), text);
  const foreign = (text) => chinese ? !han.test(text) && word.test(plain(text)) : han.test(text);
  const open = (one) => one.checkVisibility() && !one.closest(written);
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    if (foreign(text) && open(walker.currentNode.parentElement)) found.push(text);
  }
  for (const one of document.body.querySelectorAll("*")) {
    for (const name of spoken) {
      const text = one.getAttribute(name) ?? "";
      if (foreign(text) && open(one) && !one.matches("article.evidence")) found.push(`${name}: ${text}`);
    }
  }
  return [...new Set(found)];
}"""


def foreign(page: Any, language: str) -> list[str]:
    """Words of the interface that are seen, and names that only a screen reader speaks, which a page in this language (zh,
    en) should have in its own script. The name of an article is its headline."""
    given = [language == "zh", WRITTEN.format(own=language), list(NAMES), list(SPOKEN)]
    return [str(text) for text in page.evaluate(_FOREIGN, given)]
