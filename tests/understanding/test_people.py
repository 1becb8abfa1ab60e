"""Who is named, and with which office."""

from __future__ import annotations

import pytest

from rag.understanding.mistaken import no_name
from tests.understanding.pages import lexicon, read

OFFICES = [
    pytest.param("市委书记陈志远调研。", {"陈志远": "市委书记"}, id="before the name"),
    pytest.param(
        "海州市委常委、东江区委书记陈志远调研。", {"陈志远": "海州市委常委、东江区委书记"}, id="several joined by 、"
    ),
    pytest.param(
        "5月6日下午,市委副书记、市长秦强调研新城工作。",
        {"秦强": "市委副书记、市长"},
        id="秦强 and 调研, not 林 and 强调",
    ),
    pytest.param(
        "陈志远、秦强、何小平等区领导参加。",
        {"陈志远": "区领导", "秦强": "区领导", "何小平": "区领导"},
        id="a list with its office behind",
    ),
    pytest.param(
        "市领导陈志远、秦强出席会议。", {"陈志远": "市领导", "秦强": "市领导"}, id="a list with its office before"
    ),
    pytest.param("区长秦强，副区长何小平参加。", {"秦强": "区长", "何小平": "副区长"}, id="each with his own"),
    pytest.param("市领导秦强参加。市长秦强强调，要快。", {"秦强": "市长"}, id="the office that says more wins"),
    pytest.param("受市委书记陈志远委托，市长秦强看望老人。", {"陈志远": "市委书记", "秦强": "市长"}, id="受…委托"),
    pytest.param("县委巡察组组长由秦强担任。", {"秦强": "县委巡察组组长"}, id="an office that somebody fills"),
    pytest.param("审判长由刑庭庭长秦强担任。", {"秦强": "刑庭庭长、审判长"}, id="beside the one held"),
    pytest.param("学校的首任校长为何小平，今年八十岁。", {"何小平": "学校的首任校长"}, id="an office before 为"),
    pytest.param("实践团采访东岭村党支部书记秦强。", {"秦强": "东岭村党支部书记"}, id="采访 leads up to it"),
    pytest.param(
        "在听取园区管委会主任秦强汇报后，大家说要快。",
        {"秦强": "园区管委会主任"},
        id="what is done with its holder",
    ),
    pytest.param("区法院审理了市水务集团总经理秦强受贿案。", {"秦强": "市水务集团总经理"}, id="a clause with 了"),
    pytest.param(
        "经开区党工委书记秦强讲话。", {"秦强": "经开区党工委书记"}, id="a body that begins like a preposition"
    ),
    pytest.param("经市长秦强同意。", {"秦强": "市长"}, id="the preposition"),
    pytest.param("两案的书记员均为刑庭副庭长秦强。", {"秦强": "刑庭副庭长"}, id="a copula with an adverb"),
    pytest.param("颁奖仪式上东岭学院团委书记秦强发言。", {"秦强": "东岭学院团委书记"}, id="an occasion"),
    pytest.param(
        "县纪委审理室主任秦强、老区慰问团团长何小平出席。",
        {"秦强": "县纪委审理室主任", "何小平": "老区慰问团团长"},
        id="such a verb in a body's name",
    ),
    pytest.param("3.东岭镇人民政府副镇长秦强受贿案。", {"秦强": "东岭镇人民政府副镇长"}, id="a number of a list"),
    pytest.param(
        "来访的是秦强。他就是村党支部书记何小平。", {"何小平": "村党支部书记"}, id="a copula is no part of an office"
    ),
    pytest.param("会议由市长秦强主持。", {"秦强": "市长"}, id="由 is no part of an office"),
    pytest.param("市长欧阳文走访企业。", {"欧阳文": "市长"}, id="a family name of two characters"),
    pytest.param("本报讯（记者李明）市长秦强调研。", {"秦强": "市长"}, id="a reporter is not in the news"),
    pytest.param("大会进行了民兵干部任命、宣誓等项目。", {}, id="a word behind an office that many hold"),
    pytest.param(
        "市领导李明、解东，局长秦强出席。",
        {"李明": "市领导", "解东": "市领导", "秦强": "局长"},
        id="a rare family name in a list",
    ),
    pytest.param(
        "研究员秦强院士、教育部副部长何小平出席。",
        {"秦强": "研究员", "何小平": "教育部副部长"},
        id="what is behind a name is no one else's",
    ),
    pytest.param(
        "市长秦强在海州会见德隆集团董事长何小平。",
        {"秦强": "市长", "何小平": "德隆集团董事长"},
        id="会见 is no part of an office",
    ),
    pytest.param("市委书记秦建立出席会议。", {"秦建立": "市委书记"}, id="a given name that is a verb"),
    pytest.param("市领导李明、秦强、和媒体，出席。", {"李明": "市领导", "秦强": "市领导"}, id="和 in a list joins it"),
    pytest.param("同济大学党委书记秦强出席。", {"秦强": "同济大学党委书记"}, id="同 in a name"),
    pytest.param("主持会议的是市委副书记、市长秦强。", {"秦强": "市委副书记、市长"}, id="主持会议的是 leads up to it"),
    pytest.param("今年恰逢市委书记陈志远到任一年。", {"陈志远": "市委书记"}, id="恰逢 leads up to it"),
    pytest.param(
        "县长敖日格勒到青石镇调研。", {"敖日格勒": "县长"}, id="the sounds of another tongue behind an office"
    ),
    pytest.param("镇长乌云其木格带队走访。", {"乌云其木格": "镇长"}, id="such a name that begins like a shorter one"),
    pytest.param(
        "主任韦秀兰（女，壮族）、主席林海出席。",
        {"韦秀兰": "主任", "林海": "主席"},
        id="sex and people in brackets",
    ),
    pytest.param(
        "大会选举秦强为县人大常委会主任，何小平、卓玛（女，藏族）、林海为副县长。",
        {"秦强": "县人大常委会主任", "何小平": "副县长", "卓玛": "副县长", "林海": "副县长"},
        id="elected to an office behind the names",
    ),
    pytest.param("任命：\n苗青为县第三中学校长。", {"苗青": "县第三中学校长"}, id="an item of a list of appointments"),
    pytest.param(
        "阿依古丽·艾力，女，维吾尔族，1982年9月生，现任城关镇镇长，拟任局长。",
        {"阿依古丽·艾力": "城关镇镇长"},
        id="a résumé, with the office held",
    ),
    pytest.param(
        "副县长秦强任第一督导组组长，负责青石镇。",
        {"秦强": "副县长、第一督导组组长"},
        id="an office beside another one",
    ),
    pytest.param(
        "县委常委陈志远、秦强、依香出席。",
        {"陈志远": "县委常委", "秦强": "县委常委", "依香": "县委常委"},
        id="no family name, in a list of those who came",
    ),
    pytest.param(
        "市领导夏侯文、汪晓东出席。", {"夏侯文": "市领导", "汪晓东": "市领导"}, id="a name that ends like a credit"
    ),
    pytest.param(
        "副县长（挂职）秦强、县纪委副书记花蕾主持会议。",
        {"秦强": "副县长（挂职）", "花蕾": "县纪委副书记"},
        id="a word in brackets behind the office, and a rare family name",
    ),
    pytest.param("审判长为副院长秦强。", {"秦强": "审判长、副院长"}, id="an office told of another one's holder"),
    pytest.param(
        "公安局局长毛利民讲话。", {"毛利民": "公安局局长"}, id="a name that begins like a word, behind an office"
    ),
    pytest.param("领导关心群众，方面很多。", {}, id="words that begin like names"),
    pytest.param(
        "副州长其其格玛、苏日娜高娃、州政协副主席阿不力孜·铁木尔出席。",
        {"其其格玛": "副州长", "苏日娜高娃": "副州长", "阿不力孜·铁木尔": "州政协副主席"},
        id="names of other tongues in a list",
    ),
    pytest.param(
        "副市长秦海检查商场。副市长秦海龙走访民企。",
        {"秦海": "副市长", "秦海龙": "副市长"},
        id="a name that begins another one",
    ),
    pytest.param(
        "县人大常委会主任秦强，副主任吴小慧、胡抗、苏路参加会议。",
        {"秦强": "县人大常委会主任", "吴小慧": "副主任", "胡抗": "副主任", "苏路": "副主任"},
        id="任 of 主任 begins no name",
    ),
    pytest.param(
        "县教育局秦萍局长、县民政局何伟副局长陪同。",
        {"秦萍": "县教育局局长", "何伟": "县民政局副局长"},
        id="a body before the name, its office behind",
    ),
    pytest.param("江城市长出席会议。", {}, id="a town before its mayor's office is no person"),
    pytest.param("市长林长青到青石镇调研。", {"林长青": "市长"}, id="a name that begins like an office"),
    pytest.param(
        "副主席范徐丽平、林海出席。", {"范徐丽平": "副主席", "林海": "副主席"}, id="two family names before a given one"
    ),
    pytest.param("书记严于律己。", {}, id="no name of words that begin with two family names"),
    pytest.param(
        "受表彰的有：\n秦海　林志远　𠮷文　李𬭎　王㛃",
        {"秦海": "", "林志远": "", "李𬭎": "", "王㛃": ""},
        id="set apart by spaces, in characters of every extension",
    ),
    pytest.param(
        "海陵市委书记秦强走访。海陵、云汀两地领导参加。", {"秦强": "海陵市委书记"}, id="a town in a list is none"
    ),
    pytest.param(
        "2021年3月12日，时任市长秦强到古镇现场办公。", {"秦强": "时任市长"}, id="an office held then alone is told so"
    ),
]


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_people_have_the_office_printed_beside_them(text: str, expected: dict[str, str]) -> None:
    assert {p.name: p.role for p in read(text).people} == expected


CITIES = [
    pytest.param("我市召开会议。海州市委书记陈志远出席。", "", "海州市", id="the city most named"),
    pytest.param("我区召开会议。南川区、南川区委。", "", "南川区", id="a district's page"),
    pytest.param("我市召开会议。", "海州日报", "海州市", id="the newspaper's name"),
    pytest.param("天气晴。", "", "", id="nothing tells"),
]


@pytest.mark.parametrize(("text", "newspaper", "city"), CITIES)
def test_a_page_knows_its_city(text: str, newspaper: str, city: str) -> None:
    assert read(text, newspaper=newspaper).city == city


@pytest.mark.parametrize(
    ("name", "held", "none"),
    [
        pytest.param("朱也", False, True, id="a family name alone"),
        pytest.param("朱也", True, False, id="somebody in office"),
        pytest.param("宁区工", True, True, id="cut out of a district's"),
        pytest.param("李永正", False, False, id="a name"),
    ],
)
def test_what_is_cut_out_is_no_name(name: str, held: bool, none: bool) -> None:
    assert no_name(name, lexicon(), held=held) is none
