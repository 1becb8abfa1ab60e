"""Headlines that opened no article: crossheads, subtitles that stand apart, slogans."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rag.reading.blocks import Block

KIN = 0.4
"""Share of a headline's character pairs that an article must hold to be the one it speaks of."""


def place_headlines(strung: list[list[int]], blocks: Sequence[Block], headline: Sequence[bool]) -> list[list[int]]:
    """The chains again, those of headlines alone taken into articles where wording or position says which.

    A crosshead goes between the paragraphs it stands between, a subtitle to the headlines of the article it speaks of.
    A headline that finds no article keeps its own chain.
    """
    articles = [chain for chain in strung if not all(headline[i] for i in chain)]
    alone = [chain for chain in strung if all(headline[i] for i in chain)]
    kept: list[list[int]] = []
    for chain in alone:
        home = _crossed(chain, articles, headline) or _kindred(chain, articles, blocks, headline)
        if home is None:
            kept.append(chain)
        else:
            home[:] = _inserted(home, chain, headline)
    return sorted(articles + kept)


def _crossed(chain: list[int], articles: list[list[int]], headline: Sequence[bool]) -> list[int] | None:
    """The article that has a headline already and whose body goes on right before and right after the chain."""
    for article in articles:
        around = any(a == chain[0] - 1 and b == chain[-1] + 1 for a, b in pairwise(article))
        if around and headline[article[0]]:
            return article
    return None


def _kindred(
    chain: list[int], articles: list[list[int]], blocks: Sequence[Block], headline: Sequence[bool]
) -> list[int] | None:
    """The article, among those whose parts stand next to the chain, that speaks most of what the chain says."""
    pairs = {a + b for i in chain for a, b in pairwise(blocks[i].text) if (a + b).isalnum()}
    near = _neighbours(chain, headline)
    best, home = KIN, None
    for article in articles:
        if near.isdisjoint(article):
            continue
        text = "\n".join(blocks[i].text for i in article)
        share = sum(pair in text for pair in pairs) / max(len(pairs), 1)
        if share >= best:
            best, home = share, article
    return home


def _neighbours(chain: list[int], headline: Sequence[bool]) -> set[int]:
    """The headlines that stand in one row with the chain, and the prose above and below them."""
    first, last = chain[0], chain[-1]
    while first > 0 and headline[first - 1]:
        first -= 1
    while last + 1 < len(headline) and headline[last + 1]:
        last += 1
    return set(range(first - 1, last + 2))


def _inserted(article: list[int], chain: list[int], headline: Sequence[bool]) -> list[int]:
    """The chain among the article's headlines, or between its paragraphs where it stands inside its body."""
    titles = [i for i in article if headline[i]]
    body = article[len(titles) :] if all(headline[i] for i in article[: len(titles)]) else article
    inside = any(a < chain[0] < b and b == chain[-1] + 1 for a, b in pairwise(body)) and bool(titles)
    if not inside:
        return sorted(titles + chain) + [i for i in article if i not in titles]
    at = next(k for k, i in enumerate(article) if i == chain[-1] + 1)
    return article[:at] + chain + article[at:]
