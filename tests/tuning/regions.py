"""Write `rag/data/regions.tsv`: python -m tests.tuning.regions ADCODES.csv NATIONS.csv

The first file lists the provinces, cities and counties of China by their codes, the second the names of nations that those of
autonomous ones hold; both come with the package cpca (MIT), which takes them from the statistics of the state.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path

_COMMON = re.compile(r"^(?:新城|老城|城.?|郊|矿|市.)(?:区|$)")
"""Names of districts that are words for a part of any town."""

OUT = Path(__file__).resolve().parents[2] / "rag" / "data" / "regions.tsv"
HEAD = "# Provinces, cities, counties and districts of China. name without its kind <TAB> its kinds, nothing for one that is not said without it (和县) <TAB> the cities of whose prefecture one of that name is, with commas between"
_KIND = re.compile(r"(特别行政区|自治[区州县旗]|地区|新区|林区|[省市区县旗盟])$")


PREFECTURE = 4
"""Digits of a code that tell the prefecture; the rest of a prefecture's own are zeros."""


def regions(places: dict[str, str], nations: list[str]) -> dict[str, tuple[set[str], set[str]]]:
    """The kinds of each name of `places`, which has them by their codes, and the cities above; of an autonomous one
    (某某族自治县) the kind is the last character, and the name is without its nations."""
    found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    cities = {code[:PREFECTURE]: name for code, name in places.items() if not code[PREFECTURE:].strip("0")}
    peoples = re.compile(rf"(?:{'|'.join(sorted(nations, key=len, reverse=True))})+$")
    for code, name in places.items():
        kind = _KIND.search(name)
        if not kind or name.startswith("市辖") or name.endswith("直辖县级行政区划"):
            continue
        stem = name[: kind.start()]
        if kind[0].startswith("自治") or stem.endswith("族"):
            bare = peoples.sub("", stem.removesuffix("各族"))
            stem = bare if len(bare) > 1 else stem.removesuffix("族")
        if _COMMON.match(name):
            continue
        short = len(stem) < 2
        kinds, above = found[name if short else stem]
        kinds.update(set() if short else {kind[0][-1]})
        city = cities.get(code[:PREFECTURE], "")
        above.update({city.removesuffix("市")} if city.endswith("市") and code[PREFECTURE:].strip("0") else set())
    return found


def _row(entry: tuple[str, tuple[set[str], set[str]]]) -> str:
    name, (kinds, above) = entry
    return "\t".join((name, "".join(sorted(kinds)), ",".join(sorted(above)))).rstrip("\t")


def main() -> None:
    """Both files read, the table written."""
    codes, nations = (Path(a) for a in sys.argv[1:3])
    with codes.open(encoding="utf-8") as lines:
        places = {row["adcode"].strip(): row["name"].strip() for row in csv.DictReader(lines)}
    with nations.open(encoding="utf-8") as lines:
        peoples = [row[0].strip() for row in csv.reader(lines) if row and row[0].strip()]
    told = {p for name in peoples for p in (name, name.removesuffix("族")) if len(p) > 1 and p != "民族"}
    table = regions(places, sorted(told))
    OUT.write_text("\n".join([HEAD, *map(_row, sorted(table.items()))]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
