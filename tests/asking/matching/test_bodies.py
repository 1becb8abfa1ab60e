"""An office is of the body before it, in the question and in what a paper prints of its holder."""

from __future__ import annotations

import pytest

from rag.asked import Asks
from rag.asking.matching.bodies import body_of, of_body_asked, printed_in, split, written_bodies
from tests.asking.handmade import asked


@pytest.mark.parametrize(
    ("office", "role", "body"),
    [
        pytest.param("市委书记", "市委书记", "", id="the committee of the place"),
        pytest.param("白沙村党支部第一书记", "白沙村党支部第一书记", "白沙村", id="of a village"),
        pytest.param("市委政法委书记", "市委政法委书记", "市委政法委", id="of a body under it"),
        pytest.param("团市委书记", "团市委书记", "团市委", id="which is named like it"),
        pytest.param("市妇联党组书记", "市妇联党组书记", "市妇联", id="of a body's Party group"),
        pytest.param("局长", "市教育局党委书记、局长", "市教育局", id="named before"),
        pytest.param("党委书记", "副县长、公安局局长、党委书记", "公安局", id="the last one named before"),
        pytest.param("局长", "市教育局副局长、市财政局党委书记、局长", "市财政局", id="not the one that it only ends"),
        pytest.param("党委书记", "镇长、党委书记", "", id="of the place whose head he is"),
        pytest.param("副县长", "县水利局局长、副县长", "", id="a place's own post"),
        pytest.param("党组书记", "党组书记", "党组", id="a Party group is never a place's own"),
    ],
)
def test_the_body_of_an_office(office: str, role: str, body: str) -> None:
    assert body_of(office, role) == body


def test_a_post_stands_behind_its_body() -> None:
    assert [split(o) for o in ("市纪委副书记", "市直机关工委书记", "书记")] == [
        ("市纪委", "副书记"),
        ("市直机关工委", "书记"),
        ("", "书记"),
    ]


@pytest.mark.parametrize(
    ("question", "post", "role", "fits"),
    [
        pytest.param("海州市纪委书记是谁", "书记", "市纪委监委书记", True, id="one body in two wordings"),
        pytest.param("海州市纪委书记是谁", "书记", "经开区纪工委书记", False, id="of a zone"),
        pytest.param("海州市纪委书记是谁", "书记", "市公安局纪委书记", False, id="a bureau's own is not the city's"),
        pytest.param("公安局纪委书记是谁", "书记", "市公安局纪委书记", True, id="the bureau's"),
        pytest.param("海州市妇联主席是谁", "主席", "市妇女联合会党组书记、主席", True, id="in full"),
        pytest.param("海州市妇联主席是谁", "主席", "市政协党组书记、主席", False, id="of the consultative conference"),
        pytest.param("工商联主席是谁", "主席", "市总工会主席", False, id="of another federation"),
        pytest.param("直属机关党工委书记是谁", "书记", "市直机关工委书记", True, id="of the offices of the city"),
        pytest.param("机关工委书记是谁", "书记", "市教育工委书记", False, id="of the schools"),
        pytest.param("经开区党工委书记是谁", "书记", "海州经济技术开发区党工委书记", True, id="of a zone, in full"),
        pytest.param("经开区党工委书记是谁", "书记", "高新区党工委书记", False, id="of another zone"),
        pytest.param("国资委党委书记是谁", "书记", "市国资委党委书记、主任", True, id="of a commission"),
        pytest.param("卫健委党组书记是谁", "书记", "市卫生健康委员会党组书记", True, id="of a commission in full"),
        pytest.param("海州的书记是谁", "书记", "市卫健委党组书记", False, id="a commission's is not the city's"),
        pytest.param("海州的书记是谁", "书记", "市委副书记、书记", True, id="the city's"),
        pytest.param("住建局局长是谁", "局长", "东江县住房和城乡建设局局长", True, id="a shortened name"),
        pytest.param("海事局长是谁", "局长", "市教育局局长", False, id="the kind written once"),
        pytest.param("周文建委员是谁", "委员", "市政协委员", True, id="somebody's name before the office"),
        pytest.param("现任局长是谁", "局长", "市教育局局长", True, id="no kind of body"),
        pytest.param("白沙村书记是谁", "书记", "白沙村党支部书记", True, id="of a village"),
        pytest.param("海州的书记是谁", "书记", "白沙村党支部书记", False, id="a village's is not the city's"),
        pytest.param("中医院院长是谁", "院长", "中西医结合医院院长", False, id="no shortened name"),
        pytest.param("妇联的主席是谁", "主席", "市文联主席", False, id="with 的 between"),
        pytest.param("海州学院宣布的新任党委书记是谁", "书记", "海州学院党委书记", True, id="named somewhere before"),
        pytest.param("海州的主任是谁", "主任", "市监委主任", True, id="any body where none is asked for"),
    ],
)
def test_an_office_is_of_the_body_asked_about(question: str, post: str, role: str, fits: bool) -> None:
    query = asked(Asks.ROLE, question, offices=(post,))
    held = [part for part in role.split("、") if part.endswith(post) and not part.endswith("副" + post)]
    assert [of_body_asked(query, office, role) for office in held] == [fits]


def test_a_body_that_a_question_writes_is_printed_in_any_wording() -> None:
    bodies = written_bodies(asked(Asks.ROLE, "量子集团董事长和市妇联主席是谁", offices=("董事长", "主席")))
    assert [printed_in(b, "量子信息科技集团来访，市妇女联合会接待。") for b in bodies] == [True, True]
    assert [printed_in(b, "分子科技集团来访，市文联接待。") for b in bodies] == [False, False]
