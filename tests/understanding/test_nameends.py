"""Where a name ends: names of two characters before every kind of word, and names whose last character is such a word."""

from __future__ import annotations

import pytest

from rag.understanding.persons import person_names
from tests.understanding.pages import lexicon

TWO = [
    "蓝田",
    "骆野",
    "车帆",
    "厉欣",
    "宗岱",
    "暴晓",
    "邝达",
    "毕云",
    "高翔",
    "马啸",
    "江流",
    "叶帆",
    "石磊",
    "方圆",
    "苗壮",
    "武威",
    "田野",
    "金辉",
    "贺喜",
    "丁香",
    "柳青",
    "白雪",
    "秋水",
    "伍鹏",
    "罗莎",
    "华彬",
    "林涛",
    "沈括",
    "韩冬",
    "曹勇",
    "严明",
    "谭咏",
    "穆青",
    "季风",
    "谷雨",
    "龙腾",
    "雷震",
    "易水",
    "常青",
    "傅雷",
    "钱进",
    "佟磊",
    "姜维",
    "郝好",
    "向红",
    "支前",
    "邓凯",
    "宋阳",
    "鲁平",
    "程诚",
]

BEHIND = [
    "因参加视频会议请假",
    "随同在石河一中",
    "仍在隔离",
    "只参加了下午的活动",
    "所作的报告",
    "致欢迎辞",
    "退休",
    "和县委办主任参加",
    "已到任",
    "也到了现场",
    "又到乡里",
    "还看望了老人",
    "都没有表态",
    "就此作了说明",
    "曾在乡里工作",
    "未参加会议",
    "没有出席",
    "不再分管教育",
    "却没有来",
    "即赴现场",
    "受委托讲话",
    "获表彰",
    "辞职",
    "再次到村里",
    "将出席",
    "并讲话",
    "随后到医院",
    "被任命为院长",
    "把慰问金送到",
    "给老人拜年",
    "向大家介绍情况",
    "对此表示感谢",
    "从北京赶回",
    "以党员身份参加",
    "让大家放心",
    "与村民座谈",
    "及其家人",
    "称赞了他们",
    "说好",
    "应邀参加",
]

RARE = {"向红", "支前"}
"""Of a family name that is a word itself: nothing is read rather than a wrong name."""

UNTOLD = {"和县委办主任参加"}

WORDS = [
    "支援",
    "全胜",
    "时光",
    "秋实",
    "安然",
    "明珠",
    "时雨",
    "高兴",
    "钟情",
    "万能",
    "石榴",
    "方圆",
    "钱财",
    "江山",
    "常识",
    "雷同",
    "华丽",
    "文静",
    "童话",
    "苗头",
]

PLACES = [
    "县教育局局长{}出席会议。",
    "市住建局局长{}、高铁新城管委会主任李全陪同。",
    "县长{}说，要抓紧。",
    "任命{}为县水利局局长。",
    "{}，男，汉族，现任镇长。",
    "{}同志任县水利局局长。",
    "免去{}的县水利局局长职务。",
    "县领导李明、{}、王小川参加。",
    "副县长李明和县教育局局长{}到现场。",
    "石门镇党委书记{}等陪同。",
]

WHOLE = [
    pytest.param("市长麦家和到石塘乡查看晚稻，麦家和又到枫桥县。", {"麦家和"}, id="和 joins nothing that is done"),
    pytest.param("县政府办主任尚可为陪同。", {"尚可为"}, id="为 leads to nothing"),
    pytest.param("沙洲镇镇长幸福来陪同。", {"幸福来"}, id="来 ends names often"),
    pytest.param("副市长李强和检查组到现场。", {"李强"}, id="a verb that makes a body with what follows"),
    pytest.param("市长王强和李明参加。", {"王强", "李明"}, id="and somebody"),
    pytest.param("队长于江和同事驱车来到渡口。", {"于江"}, id="and a noun that begins like a word"),
    pytest.param("副部长周开让，局长李明参加。", {"周开让", "李明"}, id="a mark behind what names hardly end with"),
    pytest.param("秘书长彭作为，副州长李明出席。", {"彭作为", "李明"}, id="or more often"),
    pytest.param("院长刘坤以“强化服务”为题讲话。", {"刘坤"}, id="a mark that opens is no end"),
    pytest.param("书记马永跟问道：“来了吗？”", {"马永跟"}, id="with nobody"),
    pytest.param("主席郭大为在会上说，要快。", {"郭大为"}, id="为 before a word that joins"),
    pytest.param(
        "副县长毕红霞只参加了下午的活动。\n县长李明到镇里，毕红霞陪同。", {"毕红霞", "李明"}, id="elsewhere alone"
    ),
    pytest.param("前任秘书长暴志远退休。", {"暴志远"}, id="a verb of the dictionary behind the longer one"),
    pytest.param("省委书记韩俊关于春耕的批示。", {"韩俊"}, id="a preposition of the dictionary"),
    pytest.param("市委书记袁家健在会上强调，要快。", {"袁家健"}, id="a rare word is no word where a name fits"),
    pytest.param("农技站站长肖光明说，今年好。", {"肖光明"}, id="likewise"),
    pytest.param("同批的县中医院医生明朗仍在隔离。", {"明朗"}, id="an office that many hold"),
    pytest.param("原书记杨峰涉嫌严重违纪违法。", {"杨峰"}, id="any verb behind a personal office"),
]


def named(text: str) -> frozenset[str]:
    return person_names(text, (), lexicon())


@pytest.mark.parametrize("behind", BEHIND)
def test_a_name_of_two_characters_ends_before_a_word(behind: str) -> None:
    told = {name: named(f"5月6日，县教育局局长{name}{behind}。") for name in TWO}
    expected = {name: {name} - (RARE if behind in UNTOLD else set()) for name in TWO}
    assert told == expected


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_what_stands_behind_tells_whether_a_character_is_a_word(text: str, expected: set[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize("place", PLACES)
def test_a_common_word_is_a_person_where_only_one_can_stand(place: str) -> None:
    assert [word for word in WORDS if word not in named(place.format(word))] == []


@pytest.mark.parametrize("calling", ["候选人", "经办人", "申请者", "卫生员", "金融家"])
def test_a_word_for_what_somebody_is_is_nobody(calling: str) -> None:
    assert named(f"提名为石门镇镇长{calling}。县长{calling}、局长李明参加。") == {"李明"}


@pytest.mark.parametrize(
    "text", ["习近平总书记殷殷嘱托。", "会议由经理依次主持。", "长江岸边。", "多渠道、广覆盖、高密度发布。"]
)
def test_words_before_a_verb_are_nobody(text: str) -> None:
    assert named(text) <= {"习近平"}
