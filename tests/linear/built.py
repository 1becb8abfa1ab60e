"""The patterns that are built while the program works: with names and places of the pages, words of a question, rows of tables.

    python -m tests.linear.built

reads an invented newspaper, indexes it, asks about it, and prints as JSON what was handed to `re` meanwhile, as rows of place,
line, pattern, flags, whether it is only tried at a beginning, and whether it is of bytes. It is a process of its own, since
what was built once is kept as long as a process lives. `drawn_up` calls what no page and no question reaches, or only with a
few of a table's rows.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from functools import cache
from pathlib import Path

from rag.asking.answers import offices
from rag.asking.assistant import Assistant
from rag.asking.expected import attributes, none_told, whom
from rag.asking.heads import hours
from rag.asking.matching import bodies, rivals, titled
from rag.asking.question import attributes as asked_attributes
from rag.asking.question import rivals as asked_rivals
from rag.errors import QuestionError
from rag.indexing.engines import dialect
from rag.reading import issueline
from rag.records import Passage, Person
from rag.tables import cue_pattern, rows
from rag.time import conditions
from rag.understanding import city, tenures, wordlists
from tests.asking.opened import opened_over
from tests.asking.pages import PAGES
from tests.linear.recorded import ROOT, Made, recorded
from ui.gate.doors import Doors

BYTES = "latin-1"
"""How a pattern of bytes is told."""

MORE = {
    "9001.txt": """海州日报
2023年5月9日 星期二 第2版

青石镇召开换届大会

本报讯（记者方宁）5月8日早上9时30分，青石镇召开换届大会。青石镇党委书记方志平主持会议，青石镇镇长何 文、李 明、王晓明参加。
县领导何 文、李 明、许 可出席，李建国副区长一行到会。

邻居们说，李娟家住北屿村，平时爱种花。
"""
}
"""A page that prints names with spaces, offices behind them, and somebody who does nothing."""

QUESTIONS = (
    ("2022年5月6日陈志远去了哪里？", "2023年3月8日呢？"),
    ("2022年5月6日陈志远去了哪里？", "林月华呢？"),
    ("陈志远5月6日去了哪里？", "青石镇呢？"),
    ("海塘安澜工程总投资多少？", "望湖小学呢？"),
    ("海塘安澜工程的总投资是多少亿元？", "病险水库呢？"),
    ("2022年5月6日陈志远做了什么？", "什么时候的事？", "那3月呢？"),
    ("What did Chen Zhiyuan do on 6 May 2022?", "And in March 2023?"),
    ("陈志远督查了什么？",),
    ("陈志远和林月华分别去了哪里？",),
    ("陈志远还是林月华督查了安全生产？",),
    ("李娟做了什么？",),
    ("防汛会议几点开始？",),
    ("会议在几点举行？",),
    ("哪位市领导督查了安全生产？",),
    ("县领导有哪些人参加？",),
    ("青石镇党委书记是谁？",),
    ("青石镇镇长什么时候上任的？",),
    ("方志平是谁？",),
    ("宁波市市长是谁？",),
    ("介绍一下吴桂香",),
    ("吴桂香今年多少岁？",),
    ("林月华看望了谁？",),
    ("何小雨做了什么？",),
    ("高文去了哪里？",),
    ("42",),
    ("韩书记强调了什么？",),
    ("方宁督查了哪些企业？",),
    ("孙国栋是教育局局长吗？",),
    ("谁设计了望湖小学新校区？",),
    ("陈志远到过云雾山茶场没有？",),
    ("郭晓梅对急诊提出了什么要求？",),
    ("东江县的防汛工作会议由谁主持？",),
    ("When did Han Liqun visit Liuxi?",),
    ("Who is the deputy mayor of Haizhou?",),
    ("Did Su Min take part in Han Liqun's visit to Liuxi?",),
)
"""What is asked, the earlier questions of a conversation first."""


def asked(assistant: Assistant) -> None:
    """Ask all of them; some are refused, which is as good."""
    for *before, last in QUESTIONS:
        try:
            assistant.ask(last, before)
        except QuestionError:
            continue


def drawn_up() -> None:
    """Call what builds patterns out of tables or of what only some pages print."""
    for kind in _first_columns("issue_lines.tsv"):
        issueline._pattern(kind)
    for side in _first_columns("conditions.tsv"):
        conditions._pattern(side)
    for _, place, *_ in rows("holds.tsv"):
        tenures._any_cue(place, place == "before")
    for group, own, _ in asked_rivals._members():
        rivals._compiled(own)
        rivals._compiled(asked_rivals._others(group, own))
    for _, told in asked_attributes._attributes():
        attributes._compiled(told)
    for kind in _first_columns("none_told.tsv"):
        none_told._patterns(kind, "补贴")
    for use in _first_columns("office_bodies.tsv"):
        bodies._table(use)
    for rank in titled.LEVELS:
        titled.of_rank("副县长", rank)
    for name in _first_columns("clause_cues.tsv"):
        cue_pattern(name)
        cue_pattern(name, ending=True)
    whom.met(("会见", "走访"), "会见了何文", (Person("何文"),))
    hours._bare("5月5日）14时")
    hours._part_before("早上")
    led = "在青石镇，镇党委书记何文到场。"
    offices._town(Person("何文", "镇党委书记"), Passage("p.txt", 1, 1, led, ()))
    below, above = next((name, cities[0]) for name, cities in city._cities().items() if len(cities) == 1)
    for told in (f"{above}市委常委、{below}市委书记何文", ""):
        city._above(f"{above}市", Counter({f"{below}市": 9}), told)
    wordlists._no_pattern("何文")
    dialect.table("CREATE TABLE pages(id INTEGER PRIMARY KEY)")
    Doors(lambda *_: None)  # type: ignore[arg-type,return-value]


def _first_columns(table: str) -> list[str]:
    return list(dict.fromkeys(row[0] for row in rows(table)))


def main() -> None:
    """Print what was built."""
    with recorded() as found:
        drawn_up()
        with tempfile.TemporaryDirectory() as folder, opened_over(Path(folder), {**PAGES, **MORE}) as assistant:
            asked(assistant)
    told = [
        (m.place, m.line, m.pattern if isinstance(m.pattern, str) else m.pattern.decode(BYTES), m.flags, m.anchored,
         isinstance(m.pattern, bytes))
        for m in found
    ]  # fmt: skip
    sys.stdout.write(json.dumps(sorted(told)))


@cache
def built() -> list[Made]:
    """The same, told by a process of its own."""
    command = (sys.executable, "-m", "tests.linear.built")
    told = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    return [
        Made(place, line, pattern.encode(BYTES) if of_bytes else pattern, flags, anchored)
        for place, line, pattern, flags, anchored, of_bytes in json.loads(told)
    ]


if __name__ == "__main__":
    main()
