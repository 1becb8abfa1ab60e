"""What other pages tell of the time of one without a day: who held which office, which meeting came before."""

from __future__ import annotations

from datetime import date

import pytest

from rag.understanding import Value, hints, numbers, offices


def held(*spans: tuple[str, str, str]) -> dict[str, dict[str, tuple[date, date]]]:
    return {"海州市|市长": {name: (date.fromisoformat(a), date.fromisoformat(b)) for name, a, b in spans}}


MAYOR = [Value("海州市|市长", "周文涛", "市长周文涛")]
BEFORE, OWN, AFTER = (
    ("李燕", "2021-03-01", "2021-11-01"),
    ("周文涛", "2022-03-01", "2022-12-20"),
    ("陈明", "2023-02-01", "2023-02-01"),
)


@pytest.mark.parametrize(
    ("others", "found"),
    [
        pytest.param((BEFORE, OWN, AFTER), ("2021-11-01", "2023-02-01"), id="between who came before and after"),
        pytest.param((OWN,), ("2019-03-02", "2025-12-19"), id="within a term"),
        pytest.param((BEFORE, AFTER), None, id="a holder whom nobody else tells of"),
        pytest.param((OWN, ("李燕", "2022-05-01", "2022-06-01")), None, id="two at once contradict each other"),
    ],
)
def test_when_an_office_can_have_been_held(
    others: tuple[tuple[str, str, str], ...], found: tuple[str, str] | None
) -> None:
    assert [(h.first, h.last) for h in hints(MAYOR, held(*others))] == ([found] if found else [])


@pytest.mark.parametrize(
    ("role", "found"),
    [
        pytest.param("市委副书记、市长", ["海州市|市长"], id="the office of several that is a chief's"),
        pytest.param("海州市委书记", ["海州市|市委书记"], id="with its town"),
        pytest.param("东江县县长", ["东江县|县长"], id="of another town"),
        pytest.param("副市长", [], id="a deputy"),
        pytest.param("代市长", [], id="acting"),
    ],
)
def test_whose_office_dates_a_page(role: str, found: list[str]) -> None:
    assert [v.series for v in offices("海州市", [("周文涛", role)])] == found


def test_numbered_meetings_and_issues() -> None:
    text = "总第618期 会议是市八届人民政府第十二次常务会议。"
    assert [(v.series, v.value) for v in numbers("海州市", "海州日报", text)] == [
        ("海州市|市八届人民政府常务会议", "12"),
        ("海州日报|总第", "618"),
    ]


@pytest.mark.parametrize(
    ("known", "found"),
    [
        pytest.param({"11": "2022-05-02", "13": "2022-06-10"}, ("2022-05-02", "2022-06-24"), id="between two"),
        pytest.param({"12": "2022-05-20"}, ("2022-05-06", "2022-06-03"), id="the same"),
        pytest.param({"11": "2022-05-02"}, ("2022-05-02", "2023-05-03"), id="behind one"),
        pytest.param({"11": "2022-06-10", "13": "2022-05-02"}, None, id="numbers out of order tell nothing"),
    ],
)
def test_when_a_numbered_meeting_was(known: dict[str, str], found: tuple[str, str] | None) -> None:
    days = {n: (date.fromisoformat(d), date.fromisoformat(d)) for n, d in known.items()}
    told = hints([Value("海州市|常务会议", "12", "第12次常务会议")], {"海州市|常务会议": days})
    assert [(h.first, h.last) for h in told] == ([found] if found else [])
