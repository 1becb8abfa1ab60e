"""Numbers and times as a page prints them."""

from __future__ import annotations

import re

NUMBER = re.compile(
    r"(?:\d[\d,.]*(?:[多余几])?(?:万亿|万|亿|千|百)?(?:多|余)?"
    r"|[〇零一二两三四五六七八九十百千]+(?:万|亿)?[多余]?(?=[个位名家户人件条项次处座所台辆吨米亩元只块份场倍成级公平小分岁年天]))"
)
TIME = re.compile(
    r"\d{1,2}月(?:\d{1,2}日)?|\d{1,2}[日号时点]|\d{4}年|[上下]午|昨[日天]|今[日天]|当[天晚日]|近日|日前|年底|月底|[今去明]年"
)
