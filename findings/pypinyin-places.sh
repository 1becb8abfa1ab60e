#!/usr/bin/env bash
# pypinyin 0.55.0: cities, counties and districts of China are read otherwise than they are called.
#
# Input: names of places as maps print them (长治市, a city of three million, is Chángzhì; 都昌县 is Dūchāng), each given whole
# to lazy_pinyin, whose words and phrases have 长沙, 成都 and many others right.
# Seen: 长治 and 长宁 begin with zhang, 都昌 and 都匀 with dou, 漯河 is tahe, 珲春 huichun, 什邡 shenfang, 朝阳 zhaoyang.
# Family names are read as the words they are written like (单文澜 as dan, 仇和平 as chou, 查明远 as cha), which nothing in the
# library can be asked to mind.
# Not a part of CI. Installs into a temporary folder, with pip's defaults, and fails if what is seen changes.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check pypinyin==0.55.0
"$place/env/bin/python" - <<'PYTHON'
import sys

from pypinyin import lazy_pinyin

SEEN = {
    "长沙": "changsha", "成都": "chengdu",
    "长治": "zhangzhi", "长宁": "zhangning", "都昌": "douchang", "都匀": "douyun",
    "漯河": "tahe", "珲春": "huichun", "什邡": "shenfang", "朝阳": "zhaoyang",
    "单文澜": "danwenlan", "仇和平": "chouheping", "查明远": "chamingyuan",
}
read = {name: "".join(lazy_pinyin(name)) for name in SEEN}
print(" ".join(f"{name} {sound}" for name, sound in read.items()))
sys.exit(0 if read == SEEN else "pypinyin reads something else now")
PYTHON
