"""Who with whom and where in the tab of events, by value: rows, pins, drawing, and files that other programs open."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
from html import unescape
from xml.sax.saxutils import unescape as plain

import networkx
import pytest

from rag import Counted, Extent, Language, Pair, Post, Visited
from tests.ui.crowd import EVIL_NAME, EVIL_PLACE, CrowdAssistant, told
from tests.ui.party import FORMULA, FORMULA_PLACE, PARTY, party
from ui.events.handler import exported, shown
from ui.network.drawing import SHAPES, drawing
from ui.network.graphml import NAMESPACE, Node, graphml
from ui.network.positions import GAP, Box, positions
from ui.network.view import LEAF, Turned, pairs_table, places_table
from ui.people.handler import somebody
from ui.taking.files import dossier_of

ZH, EN = Language.ZH, Language.EN


def rows(language: Language = ZH, assistant: CrowdAssistant | None = None, **fields: str) -> str:
    return shown(assistant or party(), language, fields)["rows"]


def seen(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def table(html: str) -> list[list[str]]:
    """What each row of the table shows, cell by cell."""
    body = html.partition("<tbody>")[2].partition("</tbody>")[0]
    body = re.sub(r'<span class="unit".*?</span>', "", body)
    return [
        [seen(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)]
        for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    ]


def opened(html: str) -> list[dict[str, str]]:
    """The filters that each row's first button sets."""
    buttons = [re.search(r"<button[^>]*data-pin[^>]*>", row) for row in re.findall(r"<tr>.*?</tr>", html, re.DOTALL)]
    return [
        {name: unescape(value) for name, value in re.findall(r'data-(together|places)="([^"]*)"', button[0])}
        for button in buttons
        if button
    ]


def file(kind: str, view: str, **fields: str) -> tuple[str, str]:
    found = exported(party(), ZH, {"as": kind, "view": view, **fields})
    assert found is not None
    return found[0], "".join(found[1])


def test_pairs_stand_with_their_offices_their_events_and_days() -> None:
    html = rows(view="people")
    assert [row for row in table(html) if "随员" in row[0][:5]] == [
        ["何景行随员与沈若水市委书记", "2", "2023-03-01", "2023-05"],
        ["卫一帆随员与沈若水市委书记", "2", "2023-03-01", "2023-05-06"],
        ["何景行随员与卫一帆随员", "1", "2023-03-01", "2023-03-01"],
    ]
    assert "共 4 对" in seen(html)
    assert "4 pairs" in seen(rows(EN, view="people"))


@pytest.mark.parametrize("view", ["people", "places"])
def test_every_row_opens_exactly_its_events(view: str) -> None:
    html = rows(view=view)
    counts = [int(row[1]) for row in table(html)]
    pins = opened(html)
    assert len(pins) == len(counts) >= 4
    assert [party_total(**pin) for pin in pins] == counts


def party_total(**fields: str) -> int:
    html = rows(**fields)
    return len(re.findall(r'<tr data-standing="done">', html))


def test_plans_count_where_they_are_asked_for() -> None:
    assert ["何景行随员与沈若水市委书记", "3", "2023-03-01", "2023-07-01"] in table(rows(view="people", all="yes"))


def test_a_period_holds_for_pairs_and_places() -> None:
    assert len(table(rows(view="people", since="2023-05"))) == 2
    assert [row[0] for row in table(rows(view="places", since="2023-05"))] == ["北屿码头", "青苗镇"]


def test_company_of_somebody_names_that_person_first() -> None:
    assert [row[0] for row in table(rows(view="people", together="卫一帆"))] == [
        "卫一帆随员与沈若水市委书记",
        "卫一帆随员与何景行随员",
    ]
    assert [row[0] for row in table(rows(view="people", who="卫一帆"))] == [
        row[0] for row in table(rows(view="people", together="卫一帆"))
    ]
    assert len(table(rows(view="people", who="市委书记"))) == 3, "an office is nobody's name"


def test_places_stand_with_who_was_there() -> None:
    html = rows(view="places")
    assert [row for row in table(html) if row[0] in ("北屿码头", "青苗镇", "敬老院")] == [
        ["北屿码头", "2", "沈若水 2卫一帆 2何景行 1", "2023-03-01", "2023-05-06"],
        ["青苗镇", "2", "何景行 2沈若水 2卫一帆 1", "2023-03-01", "2023-05"],
        ["敬老院", "1", "卫一帆 1", "日期不详", ""],
    ]
    stay = re.search(r'<button[^>]*data-together="卫一帆" data-places="北屿码头"[^>]*aria-label="([^"]*)"', html)
    assert stay
    assert stay[1] == "看卫一帆在北屿码头的 2 件"
    assert party_total(together="卫一帆", places="北屿码头") == 2


@pytest.mark.parametrize(
    ("by", "first"), [("recent", "卫一帆"), ("early", "<img"), ("name", "<img"), ("nonsense", "何景行")]
)
def test_columns_sort(by: str, first: str) -> None:
    assert table(rows(view="people", by=by))[0][0].startswith(first)
    marked = re.findall(r'<th scope="col" class="(\w+)" aria-sort="(?:asc|desc)ending">', rows(view="people", by=by))
    assert marked == {"recent": ["last"], "early": ["first"], "name": ["who"]}.get(by, ["events"])


def test_long_tables_are_turned_and_never_past_the_end() -> None:
    many = CrowdAssistant(
        crowd=[told("x.txt", "2023-01-01", ("沈", "书记"), "到", beside=tuple(f"甲{n}" for n in range(70)))]
    )
    leaf = rows(assistant=many, view="people", together="沈", page="2")
    assert len(table(leaf)) == 70 - LEAF
    assert "第 51–70 对" in seen(leaf)
    assert "<svg" not in leaf
    assert table(rows(assistant=many, view="people", together="沈", page="99")) == table(leaf)


def test_a_list_of_names_is_said_to_be_left_out() -> None:
    crowd = told("x.txt", "2023-01-01", ("沈", "书记"), "到", beside=tuple(f"甲{n}" for n in range(120)))
    html = rows(assistant=CrowdAssistant(crowd=[crowd, *PARTY]), view="people")
    assert "另有 1 件人太多，只是名单" in seen(html)
    assert len(table(html)) == 4


def test_pins_are_shown_and_taken_back_one_by_one() -> None:
    html = shown(party(), ZH, {"together": "沈若水\n卫一帆", "places": "北屿码头"})["pins"]
    assert re.findall(r'data-set="(\w+)" data-to="([^"]*)"', html) == [
        ("together", "卫一帆"),
        ("together", "沈若水"),
        ("places", ""),
    ]
    assert "不限沈若水" in html
    assert shown(party(), ZH, {})["pins"] == ""


@pytest.mark.parametrize("view", ["people", "places"])
def test_nothing_to_show_says_why(view: str) -> None:
    assert "没有符合的活动" in rows(view=view, who="没有这人")
    assert "不限在场的沈若水、没有这人：" in seen(rows(view=view, together="沈若水\n没有这人"))
    alone = CrowdAssistant(crowd=[told("x.txt", "2023-01-01", ("沈", "书记"), "讲话")])
    words = {"people": "没有两个有名有姓的人在一起", "places": "都没有写明地点"}
    assert words[view] in rows(assistant=alone, view=view)
    assert "No event matches" in rows(EN, view=view, who="没有这人")


def test_namesakes_are_marked() -> None:
    pair = Pair(("沈若水", "卫一帆"), Extent(1, "2023", "2023"))
    html = pairs_table(EN, [pair], {"沈若水": Post("市长", several=True)}, Turned(1))
    assert seen(html).count("maybe several people") == 1


def test_hostile_names_stay_text() -> None:
    for html in (rows(view="people"), rows(view="places"), rows(view="people", together=EVIL_NAME)):
        assert not set("{}$`") & set(html)
        assert not re.search(r"<(img|script|b)\b", html)
    assert EVIL_NAME in seen(rows(view="people"))
    assert EVIL_PLACE in seen(rows(view="places"))
    assert party_total(together=f"{EVIL_NAME}\n{FORMULA}") == 1


def test_profile_leads_to_company_and_places() -> None:
    html = somebody(party(), ZH, {"person": "卫一帆"})["profile"]
    company = html.partition('<section class="company">')[2].partition("</section>")[0]
    been = html.partition('<section class="been">')[2].partition("</section>")[0]
    assert seen(company) == "一起出现沈若水 2何景行 1"
    assert seen(been) == "去过的地方北屿码头 2敬老院 1青苗镇 1"
    assert 'data-together="卫一帆\n沈若水"' in company
    assert 'data-together="卫一帆" data-places="敬老院"' in been
    assert 'data-network="卫一帆"' in html


def test_csv_has_a_line_for_each_pair_and_runs_no_formula() -> None:
    name, text = file("csv", "people")
    assert name == "wenzheng-people.csv"
    lines = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert lines[0] == ["姓名", "职务", "另一人", "另一人的职务", "件数", "首次", "最近"]
    assert lines[1] == ["何景行", "随员", "沈若水", "市委书记", "2", "2023-03-01", "2023-05"]
    assert len(lines) == 5
    assert f"'{FORMULA}" in [line[2] for line in lines]


def test_csv_of_places() -> None:
    name, text = file("csv", "places", together="沈若水")
    assert name == "wenzheng-places.csv"
    assert list(csv.reader(io.StringIO(text.removeprefix("\ufeff")))) == [
        ["地点", "件数", "人数", "最常在场", "首次", "最近"],
        ["北屿码头", "2", "3", "沈若水 2、卫一帆 2、何景行 1", "2023-03-01", "2023-05-06"],
        ["青苗镇", "2", "3", "何景行 2、沈若水 2、卫一帆 1", "2023-03-01", "2023-05"],
    ]
    assert f"'{FORMULA_PLACE}" in file("csv", "places")[1]


@pytest.mark.parametrize(("view", "kind"), [("people", "jsonl"), ("events", "graphml"), ("places", "xlsx")])
def test_files_that_there_are_not(view: str, kind: str) -> None:
    assert exported(party(), ZH, {"as": kind, "view": view}) is None


def test_graphml_is_read_again_whole() -> None:
    name, text = file("graphml", "people")
    assert name == "wenzheng-people.graphml"
    graph = networkx.parse_graphml(text)
    labels = {data["label"]: node for node, data in graph.nodes(data=True)}
    assert set(labels) == {"何景行", "沈若水", "卫一帆", EVIL_NAME, FORMULA}
    assert graph.nodes[labels["沈若水"]] == {
        "label": "沈若水", "kind": "person", "office": "市委书记", "events": 3, "first": "2023-03-01", "last": "2023-05",
    }  # fmt: skip
    edge = graph.edges[labels["沈若水"], labels["卫一帆"]]
    assert (edge["weight"], edge["first"], edge["last"]) == (2, "2023-03-01", "2023-05-06")
    assert edge["evidence"] == "2023-03-01 a.txt#0\n2023-05-06 b.txt#0"
    assert graph.edges[labels[EVIL_NAME], labels[FORMULA]]["evidence"] == "2022-02-03 <b>.txt#0"
    assert graph.number_of_edges() == 4


def test_graphml_of_places_joins_people_to_where_they_were() -> None:
    graph = networkx.parse_graphml(file("graphml", "places", together="卫一帆")[1])
    kinds = networkx.get_node_attributes(graph, "kind")
    assert all({kinds[a], kinds[b]} == {"person", "place"} for a, b in graph.edges)
    labels = {data["label"]: node for node, data in graph.nodes(data=True)}
    assert graph.edges[labels["卫一帆"], labels["北屿码头"]]["weight"] == 2
    assert graph.edges[labels["卫一帆"], labels["敬老院"]]["evidence"] == "d.txt#0"


def test_graphml_holds_names_that_no_xml_can() -> None:
    names = ("a\x00b\x1b]]>", "&<\ud800'\"\ufffe")
    nodes = [Node("person", name, Extent(1)) for name in names]
    text = "".join(graphml(nodes, "person", "person", [Pair(names, Extent(1), (7,))], {7: ("", "p\x01.txt", 3)}))
    root = ET.fromstring(text.encode())
    labels = [data.text for data in root.iter(f"{{{NAMESPACE}}}data") if data.get("key") == "n_label"]
    assert labels == ["a\ufffdb\ufffd]]>", "&<\ufffd'\"\ufffd"]
    assert "p\ufffd.txt#3" in plain(text)


def test_graphml_of_nothing_is_an_empty_network() -> None:
    assert networkx.parse_graphml(file("graphml", "people", who="没有这人")[1]).number_of_nodes() == 0


def test_names_of_a_drawing_lie_inside_and_apart() -> None:
    pairs = [Pair((f"甲{n}", f"乙{n % 7}"), Extent(1 + n % 5)) for n in range(60)]
    html = drawing(ZH, pairs, ["甲3"])
    assert html == drawing(ZH, pairs, ["甲3"])
    for (_, room, most), svg in zip(SHAPES, re.findall(r"<svg.*?</svg>", html, re.DOTALL), strict=True):
        rects = [
            [float(v) for v in m] for m in re.findall(r'<rect x="(.*?)" y="(.*?)" width="(.*?)" height="(.*?)"', svg)
        ]
        assert most / 2 <= len(rects) <= most
        assert all(x >= 0 and y >= 0 and x + w <= room.width and y + h <= room.height for x, y, w, h in rects)
        clash = [(a, b) for n, a in enumerate(rects) for b in rects[:n] if _over(a, b)]
        assert clash == []
    assert html.count("node marked") >= 1


def _over(a: list[float], b: list[float]) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def test_who_is_tied_stands_nearer_than_who_is_not() -> None:
    at = positions([Box(40, 24)] * 4, {(0, 1): 9, (2, 3): 9, (1, 2): 1}, Box(600, 300))
    near, far = (((at[a][0] - at[b][0]) ** 2 + (at[a][1] - at[b][1]) ** 2) ** 0.5 for a, b in ((0, 1), (0, 3)))
    assert near < far / 2
    assert positions([], {}, Box(9, 9)) == []
    assert positions([Box(40, 24)], {}, Box(600, 300)) == [(300, 150)]
    assert GAP > 0


def test_the_strongest_lines_are_drawn_for_the_narrowest_column_too() -> None:
    pairs = [Pair((f"甲{n}", f"乙{n}"), Extent(30 - n)) for n in range(25)]
    wide, narrow = re.findall(r"<svg.*?</svg>", drawing(EN, pairs), re.DOTALL)
    assert wide.count('class="tie"') == 15
    assert narrow.count('class="tie"') == 6
    assert "甲0 and 乙0: 30" in seen(narrow)
    assert drawing(EN, []) == ""


def test_a_name_of_300_characters_is_cut_in_the_drawing_alone() -> None:
    name = "长" * 300
    html = drawing(ZH, [Pair((name, "短"), Extent(1))])
    assert f"<title>{name}</title>" in html
    assert max(float(w) for w in re.findall(r'<rect[^>]* width="(.*?)"', html)) < 120
    place = places_table(ZH, [Visited(name, Extent(1), 1, (Counted("短", 1),))], Turned(1))
    assert name in place


def test_what_is_taken_away_is_narrowed_and_named_likewise() -> None:
    dossier = dossier_of(party(), ZH, {"together": ["沈若水\n卫一帆"], "places": ["北屿码头"]})
    assert dossier.title == "沈若水、卫一帆 · 北屿码头"
    assert [len(section.entries) for section in dossier.sections] == [1, 1]
