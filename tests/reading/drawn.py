"""Invented pages drawn as pictures, in columns that read across or downward."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path("/Library/Fonts"), Path("C:/Windows/Fonts"))
FONTS = ("NotoSerifCJK-Regular.ttc", "NotoSansCJK-Regular.ttc", "simsun.ttc", "Songti.ttc")

MARGIN = 60
HEADLINE = 1.6
"""Of the size of prose."""

Story = tuple[str, str]


def font(size: int) -> ImageFont.FreeTypeFont:
    """A font that has Chinese characters; the test is skipped where there is none."""
    found = [at for name in FONTS for folder in FOLDERS if folder.is_dir() for at in folder.rglob(name)]
    if not found:
        pytest.skip("needs a font with Chinese characters (Debian: fonts-noto-cjk)")
    return ImageFont.truetype(str(found[0]), size)


def draw_page(columns: Sequence[Sequence[Story]], size: int = 30, width: int = 16) -> Image.Image:
    """A page of columns side by side, so many characters wide, each with stories: a headline and prose."""
    step = width * size + 2 * size
    page = Image.new("L", (2 * MARGIN + step * len(columns), 1700), 255)
    pen = ImageDraw.Draw(page)
    for number, stories in enumerate(columns):
        left, top = MARGIN + number * step, MARGIN
        for title, prose in stories:
            pen.text((left, top), title, 0, font(int(HEADLINE * size)))
            top += int(2.6 * size)
            for line in _lines("　　" + prose, width):
                pen.text((left, top), line, 0, font(size))
                top += int(1.5 * size)
            top += size
    return page


def draw_downward(stories: Sequence[Story], size: int = 30, high: int = 22) -> Image.Image:
    """A page whose lines read downward, from the right."""
    page = Image.new("L", (1500, 2 * MARGIN + int(high * size * 1.1)), 255)
    pen = ImageDraw.Draw(page)
    right = page.width - MARGIN
    for title, prose in stories:
        right -= int(2 * HEADLINE * size)
        _downward(pen, title, right, int(HEADLINE * size))
        for line in _lines("　　" + prose, high):
            right -= int(1.6 * size)
            _downward(pen, line, right, size)
        right -= size
    return page


def _downward(pen: ImageDraw.ImageDraw, line: str, left: int, size: int) -> None:
    for k, char in enumerate(line):
        pen.text((left, MARGIN + k * int(size * 1.08)), char, 0, font(size))


def _lines(prose: str, width: int) -> list[str]:
    return [prose[k : k + width] for k in range(0, len(prose), width)]
