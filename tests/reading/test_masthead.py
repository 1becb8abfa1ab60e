"""Newspaper, issue date and edition come from the masthead, else from the file's name, else they are unknown."""

from __future__ import annotations

import pytest

from rag.reading.beside import Beside
from rag.reading.layout import segment
from rag.reading.masthead import Masthead, read_masthead
from rag.records import Page

BODY = "陈志远赴东江县调研\n\n本报讯（记者林海）2020年1月2日，陈志远赴东江县调研。第3版有图。\n"


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        pytest.param(
            "海州日报\n\n中共海州市委机关报\n2023.05.09 星期二 农历癸卯年三月二十\n国内统一刊号 CN33-0999 总第99期 今日8版\n\n"
            + BODY,
            "a.txt",
            Masthead("海州日报", "2023-05-09", "", "masthead"),
            id="masthead on several lines",
        ),
        pytest.param(
            "2023年5月9日 星期二  东江报  第1版\n\n" + BODY,
            "a.txt",
            Masthead("东江报", "2023-05-09", "1", "masthead"),
            id="masthead on one line",
        ),
        pytest.param(
            "海州晚报　2023年5月9日　A02版\n" + BODY,
            "a.txt",
            Masthead("海州晚报", "2023-05-09", "", "masthead"),
            id="name first",
        ),
        pytest.param(
            "今日东江\n2023年8月1日 第1版\n" + BODY,
            "a.txt",
            Masthead("今日东江", "2023-08-01", "1", "masthead"),
            id="today's paper",
        ),
        pytest.param(
            "东 江 报\n2023年8月1日\n" + BODY,
            "a.txt",
            Masthead("东江报", "2023-08-01", "", "masthead"),
            id="letter-spaced name",
        ),
        pytest.param(
            "东江县融媒体中心　2023年8月1日　第4版\n" + BODY,
            "a.txt",
            Masthead("东江县融媒体中心", "2023-08-01", "4", "masthead"),
            id="a county's media centre",
        ),
        pytest.param(
            "东江周报\n2023年第9期（总第61期）　8月1日\n" + BODY,
            "a.txt",
            Masthead("东江周报", "2023-08-01", "", "masthead"),
            id="the day behind the number of the issue",
        ),
        pytest.param(
            "東江區訊\n２０２３年８月１日（星期二）\n" + BODY,
            "a.txt",
            Masthead("東江區訊", "2023-08-01", "", "masthead"),
            id="full-width digits, the weekday in brackets",
        ),
        pytest.param("《河阳周刊》\n第12版\n" + BODY, "a.txt", Masthead("河阳周刊", None, "12"), id="no date"),
        pytest.param(
            "2023年8月16日\n\n" + BODY,
            "x/a.txt",
            Masthead("", "2023-08-16", "", "masthead"),
            id="date alone on the first line",
        ),
        pytest.param(
            BODY,
            "海州日报/2023-05-09-03.txt",
            Masthead("", "2023-05-09", "3", "file"),
            id="file name with date and number",
        ),
        pytest.param(
            BODY,
            "海州日报_20230509_A02版.txt",
            Masthead("海州日报", "2023-05-09", "A02", "file"),
            id="file name with everything",
        ),
        pytest.param(BODY, "0d6b7e58f1c34a92.txt", Masthead(), id="a file name that tells nothing"),
        pytest.param(BODY, "20231345.txt", Masthead(), id="a number that is no date"),
        pytest.param(
            "2023年5月9日海州迎来第一场雨\n" + BODY, "a.txt", Masthead(), id="a headline with a date is no masthead"
        ),
        pytest.param(BODY * 6 + "海州日报\n2023.05.09\n", "a.txt", Masthead(), id="only the top is looked at"),
    ],
)
def test_what_the_issue_is(text: str, name: str, found: Masthead) -> None:
    assert read_masthead(text, name) == found


@pytest.mark.parametrize(
    ("text", "beside", "found"),
    [
        pytest.param(
            "陈志远赴东江县调研\n发布时间：2023-05-09 08:30　来源：县府办　浏览次数：77\n" + BODY,
            Beside(),
            ("2023-05-09", "line"),
            id="a line beneath the headline",
        ),
        pytest.param(
            "东江时讯 2023年5月9日 第1版\n" + BODY + "发布时间：2023-05-11 来源：东江县\n",
            Beside("2023-05-12"),
            ("2023-05-09", "masthead"),
            id="a newspaper's own masthead goes first",
        ),
        pytest.param(
            "2024年9月1日 星期日\n陈志远调研\n日期：2023年5月9日 来源：县府办\n" + BODY,
            Beside(),
            ("2023-05-09", "line"),
            id="the day a website shows its visitor is not the page's",
        ),
        pytest.param(
            "今天是 2024年9月1日 星期日\n陈志远调研\n来源：县府办　编辑：林海　2023-05-09 16:20\n" + BODY,
            Beside(),
            ("2023-05-09", "line"),
            id="a source and an editor before the day",
        ),
        pytest.param(
            "通知\n索引号　1\n成文日期　2023年5月5日\n发布日期　2023年5月9日\n" + BODY,
            Beside(),
            ("2023-05-09", "line"),
            id="the day it was made, and the day it was published",
        ),
        pytest.param(
            "通知\n成文日期：2023年5月5日　发布日期：2023年5月9日\n" + BODY,
            Beside(),
            ("2023-05-09", "line"),
            id="both on a line",
        ),
        pytest.param(
            "陈志远调研\n来源：东江报 2023-05-09\n" + BODY, Beside(), ("2023-05-09", "line"), id="a source and a day"
        ),
        pytest.param(BODY, Beside("2023-05-09"), ("2023-05-09", "head"), id="the head of a web page"),
        pytest.param(
            "县长会见客商 2023-05-09\n全县教育会议召开 2023-04-02\n" + BODY,
            Beside(),
            (None, ""),
            id="a list of headlines",
        ),
        pytest.param(
            "2023年5月9日\n县长会见客商\n2023年4月2日\n全县教育会议召开\n" + BODY,
            Beside(),
            (None, ""),
            id="a list whose days stand above the headlines",
        ),
        pytest.param(
            "2023年5月9日\n东江县统计公报\n东江县统计局 2023年5月7日\n" + BODY,
            Beside(),
            ("2023-05-09", "masthead"),
            id="a day that opens the page, and one that signs an article",
        ),
        pytest.param(
            "2023年5月9日\n停水公告\n" + BODY + "2023年5月8日\n",
            Beside(),
            ("2023-05-09", "masthead"),
            id="one alike behind the article that it signs",
        ),
        pytest.param(
            "会议纪要\n时间：2023年5月9日上午\n" + BODY,
            Beside(),
            (None, ""),
            id="the time of a meeting is not the page's",
        ),
        pytest.param(
            "东江报\n二〇二三年十一月二十九日\n" + BODY, Beside(), ("2023-11-29", "masthead"), id="Chinese numerals"
        ),
        pytest.param(
            "东江报\n5月9日 星期二 农历癸卯年三月二十\n" + BODY,
            Beside(),
            ("2023-05-09", "masthead"),
            id="year by stem and branch",
        ),
        pytest.param(
            "东江报\n1月20日 星期五 农历壬寅年腊月廿九\n" + BODY,
            Beside(),
            ("2023-01-20", "masthead"),
            id="before the lunar new year",
        ),
        pytest.param("东江报\nTuesday, May 9, 2023\n" + BODY, Beside(), ("2023-05-09", "masthead"), id="in English"),
        pytest.param(
            "东江报\n农历癸卯年三月二十 星期二\n" + BODY, Beside(), ("2023-05-09", "masthead"), id="the moon's day"
        ),
        pytest.param(
            "东江报\n农历二〇二三年闰二月初三\n" + BODY, Beside(), ("2023-03-24", "masthead"), id="a leap month"
        ),
        pytest.param("东江报\n农历癸卯年闰七月初三\n" + BODY, Beside(), (None, ""), id="a leap month that never was"),
        pytest.param(
            "东江报\n5月9日 星期三 农历癸卯年三月二十\n" + BODY, Beside(), (None, ""), id="a weekday that contradicts"
        ),
    ],
)
def test_what_tells_the_day(text: str, beside: Beside, found: tuple[str | None, str]) -> None:
    told = read_masthead(text, "a.txt", beside)
    assert (told.issued, told.dated_by) == found


def test_the_day_in_a_folder_s_name() -> None:
    assert read_masthead(BODY, "html/2023-05/09/content_77.txt").issued == "2023-05-09"


READ = "陈志远检查防汛\n8月8日，东江县县长陈志远到柳溪镇检查防汛工作。\n他强调，要守住底线。\n"


@pytest.mark.parametrize("heading", ["相关阅读", "相关新闻：", "猜你喜欢阅读", "往期回顾"])
@pytest.mark.parametrize(
    "listed",
    [
        "2025-07-01 何大宁检查学校",
        "2025-07-01 10:20 何大宁检查学校",
        "何大宁检查学校 2025-07-01",
        "何大宁检查学校\n2025-07-01",
        "何大宁检查学校\n来源：东江报 2025-07-01",
        "何大宁检查学校\n发布时间：2025-07-01",
        "2025-07-01 何大宁检查学校\n2025-07-01 何大宁走访企业",
    ],
)
def test_the_day_of_a_related_article_is_not_the_page_s(heading: str, listed: str) -> None:
    assert read_masthead(f"{READ}{heading}\n{listed}\n", "a.html").issued is None
    own = f"陈志远检查防汛\n发布时间：2025-08-09\n{BODY}{heading}\n{listed}\n"
    assert read_masthead(own, "a.html").issued == "2025-08-09"


@pytest.mark.parametrize(
    "line",
    [
        "2025-07-01 何大宁检查学校",
        "2025-07-01 10:20 何大宁检查学校",
        "何大宁检查学校 2025-07-01",
        "东江县统计局 2025年7月1日",
        "东江县人民政府 2025年7月1日",
    ],
)
def test_a_headline_with_a_day_is_no_masthead(line: str) -> None:
    assert read_masthead(f"{line}\n{READ}", "a.html").issued is None
    assert read_masthead(f"{READ}{line}\n", "a.html").issued is None


@pytest.mark.parametrize(
    "line",
    [
        "2025年7月1日",
        "2025年7月1日 08:30",
        "2025年7月1日 星期二",
        "2025年7月1日（星期二）",
        "2025-07-01 周二 农历乙巳年六月初七",
        "2025年7月1日 六月初七 晴 25℃",
        "2025年7月1日 第3版 要闻",
        "2025年7月1日 深读 3",
        "2025年7月1日 A02",
        "2025年7月1日 今日8版",
        "2025年7月1日 总第233期",
        "2025年7月1日 星期二 责任编辑 何大宁",
        "2025年7月1日 东江日报",
        "东江日报 2025年7月1日",
        "东江晨读 2025年7月1日 星期二",
        "东江发布 2025-07-01 10:22",
        "东江县政府网 2025-07-01",
    ],
)
def test_what_stands_beside_the_day_on_a_masthead(line: str) -> None:
    assert read_masthead(f"{line}\n{READ}", "a.txt").issued == "2025-07-01"
    assert read_masthead(f"{line}\n{READ}相关阅读\n2025-06-01 何大宁检查学校\n", "a.txt").issued == "2025-07-01"


def test_the_days_of_related_articles_are_no_article_s() -> None:
    listed = "相关阅读\n何大宁检查学校\n发布时间：2025-07-01\n何大宁走访企业\n发布时间：2025-06-01\n"
    for text in (READ + listed, "何大宁检查学校 2025-07-01\n2025年8月8日\n" + READ):
        assert "2025-07-01" not in {a.issued for a in segment(Page("a.html", text, "0")).articles}
    several = f"甲乡举行春播\n发布时间：2025-08-09\n{BODY}相关阅读\n何大宁走访\n发布时间：2025-07-01\n"
    several += f"乙乡开展巡河\n发布时间：2025-08-10\n{BODY}"
    assert "2025-07-01" not in {a.issued for a in segment(Page("a.html", several, "0")).articles}
