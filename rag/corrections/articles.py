"""Rulings on how a page is cut: articles merged, parted, taken for none, paragraphs moved, headlines mended.

Articles keep their numbers, so that links to the others still open them: a merged one has that of its first part, what was
parted off a new one. Every character stays in one place: what is no article any more is furniture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.corrections.entries import Entry
from rag.records import Article, Layout, Span, Spans
from rag.ruled import Ruling, Thing
from rag.spans import Stitched, overlap


class Cut:
    """The articles of a page while rulings are worked in."""

    def __init__(self, layout: Layout) -> None:
        self.articles = list(layout.articles)
        self.furniture = list(layout.furniture)
        self._text = layout.page.text

    def rule(self, entry: Entry, placed: Sequence[Spans]) -> Article | None:
        """Work a ruling in, whose words stand at `placed`; the article it is about, None where there is none of that kind."""
        told = [found for spans in placed if (found := self.holding(spans)) is not None]
        if len(told) < len(placed):
            return None
        if entry.thing is Thing.HEADLINE:
            return self._headline(told[0], entry)
        if entry.ruling is Ruling.MERGE:
            return self._merged(told)
        if entry.ruling is Ruling.SPLIT:
            return self._parted(told[0], placed[0][0])
        if entry.ruling is Ruling.MEND:
            return self._moved(told, placed[0])
        if entry.ruling is Ruling.REJECT:
            self.articles.remove(told[0])
            self.furniture += [*told[0].spans, *told[0].duplicates]
            return None if self.articles else self._put_back(told[0])
        return told[0]

    def holding(self, spans: Spans) -> Article | None:
        """The article in which most of these words stand."""
        shares = [(overlap(spans, (*a.spans, *a.duplicates)), -k) for k, a in enumerate(self.articles)]
        most, place = max(shares, default=(0, 0))
        return self.articles[-place] if most else None

    def _put_back(self, article: Article) -> Article:
        """A page without any article is none that can be read."""
        self.articles.append(article)
        del self.furniture[-len((*article.spans, *article.duplicates)) :]
        return article

    def _headline(self, article: Article, entry: Entry) -> Article | None:
        if entry.was == entry.now:
            return article
        if not entry.now:  # the words stay, as the beginning of what stands under them
            body = (*article.title_spans, *article.paragraphs)
            return self._replaced(article, replace(article, titles=(), title_spans=(), paragraphs=body))
        own = tuple(s for group in article.title_spans for s in group)
        title = "".join(entry.now)
        if (words := self._printed(article, title)) is None:  # a misprint: its place is where it is printed
            return self._replaced(article, replace(article, titles=(title,), title_spans=(own,))) if own else None
        rest = _without(own, words)
        body = tuple(filter(None, (_without(group, words) for group in article.paragraphs)))
        paragraphs = ((rest,) if _visible(self._text, rest) else ()) + body
        return self._replaced(article, replace(article, titles=(title,), title_spans=(words,), paragraphs=paragraphs))

    def _printed(self, article: Article, words: str) -> Spans | None:
        """Where the article prints these words, line ends and spaces left aside: in its headlines, or in all of it."""
        wanted = "".join(words.split())
        for spans in (tuple(s for group in article.title_spans for s in group), article.spans):
            whole = Stitched(self._text, spans)
            offsets = [k for k, char in enumerate(whole.text) if not char.isspace()]
            at = "".join(whole.text[k] for k in offsets).find(wanted) if wanted else -1
            if at >= 0:
                return whole.locate(offsets[at], offsets[at + len(wanted) - 1] + 1)
        return None

    def _merged(self, parts: Sequence[Article]) -> Article:
        first, *others = dict.fromkeys(parts)
        for other in others:
            self.articles.remove(other)
            first = self._replaced(
                first,
                replace(
                    first,
                    titles=first.titles or other.titles,
                    title_spans=first.title_spans or other.title_spans,
                    paragraphs=(*first.paragraphs, *(other.title_spans if first.titles else ()), *other.paragraphs),
                    duplicates=(*first.duplicates, *other.duplicates),
                    reporters=tuple(dict.fromkeys((*first.reporters, *other.reporters))),
                    byline=first.byline or other.byline,
                ),
            )
        return first

    def _parted(self, article: Article, begins: Span) -> Article:
        """Parted where a headline or a sentence begins: what stands from there on is an article of its own."""
        groups = [*((True, group) for group in article.title_spans), *((False, group) for group in article.paragraphs)]
        above: list[tuple[bool, Spans]] = []
        for k, (is_title, group) in enumerate(groups):
            if (cut := _cut(group, begins.start)) is not None:
                before, behind = cut
                above = [*groups[:k], *([(is_title, before)] if before else [])]
                below = [(is_title, behind), *groups[k + 1 :]]
                break
        if not above:  # it begins there already
            return article
        number = max(a.number for a in self.articles) + 1
        rest = self._of(replace(article, number=number, reporters=(), byline="", continues=""), below)
        kept = self._replaced(article, self._of(replace(article, duplicates=article.duplicates), above))
        self.articles.insert(self.articles.index(kept) + 1, replace(rest, duplicates=()))
        return kept

    def _of(self, article: Article, groups: Sequence[tuple[bool, Spans]]) -> Article:
        """The article made of these groups of spans; a headline behind prose is prose."""
        count = next((k for k, (is_title, _) in enumerate(groups) if not is_title), len(groups))
        heads = tuple(group for _, group in groups[:count])
        titles = tuple("".join(Stitched(self._text, group).text.split("\n")).strip() for group in heads)
        return replace(article, titles=titles, title_spans=heads, paragraphs=tuple(g for _, g in groups[count:]))

    def _moved(self, told: Sequence[Article], words: Spans) -> Article:
        """A paragraph moved out of the article that has it to the end of the other."""
        source, target = told[0], told[-1]
        moving = tuple(group for group in source.paragraphs if overlap(group, words))
        if source is target or not moving or (len(moving) == len(source.paragraphs) and not source.titles):
            return target
        kept = tuple(group for group in source.paragraphs if group not in moving)
        self._replaced(source, replace(source, paragraphs=kept))
        return self._replaced(target, replace(target, paragraphs=(*target.paragraphs, *moving)))

    def _replaced(self, old: Article, new: Article) -> Article:
        self.articles[self.articles.index(old)] = new
        return new


def _cut(group: Spans, at: int) -> tuple[Spans, Spans] | None:
    """A group of spans before and from an offset that it holds; None where it does not hold it."""
    for k, span in enumerate(group):
        if span.start <= at < span.end:
            before = (*group[:k], *([Span(span.start, at)] if at > span.start else []))
            return before, (Span(at, span.end), *group[k + 1 :])
    return None


def _without(spans: Spans, words: Spans) -> Spans:
    """The spans without the characters of `words`."""
    left = list(spans)
    for w in words:
        ends = [(Span(p.start, min(p.end, w.start)), Span(max(p.start, w.end), p.end)) for p in left]
        left = [piece for pair in ends for piece in dict.fromkeys(pair) if piece.start < piece.end]
    return tuple(left)


def _visible(text: str, spans: Spans) -> bool:
    return any(text[s.start : s.end].strip() for s in spans)
