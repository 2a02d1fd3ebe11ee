"""A row without its frame: who sat there for whom, and posts that nobody holds."""

import pytest

from kg.minutes.frame import read_frame
from tests.minutes.reading import attendees, lexicon, piece


@pytest.mark.parametrize(
    ("row", "core", "proxy", "principal", "stands_in"),
    [
        pytest.param(
            "鈴木 花子　代理出席者：山田 三郎",
            "鈴木 花子",
            "山田 三郎",
            None,
            False,
            id="the proxy behind a colon",
        ),
        pytest.param(
            "高橋 健→代理 中村 四郎",
            "高橋 健",
            "中村 四郎",
            None,
            False,
            id="the proxy behind an arrow",
        ),
        pytest.param(
            "港 健（代）岸 和也",
            "港 健",
            "岸 和也",
            None,
            False,
            id="the proxy behind 代 in brackets",
        ),
        pytest.param(
            "伊藤 收（欠席）代理　副村長 中村 修",
            "伊藤 收",
            "副村長 中村 修",
            None,
            False,
            id="the proxy of one who is called absent",
        ),
        pytest.param(
            "伊藤 学　※小林課長が代理出席",
            "伊藤 学",
            "小林課長",
            None,
            False,
            id="the proxy in a remark behind",
        ),
        pytest.param(
            "橘委員　代理出席者：小暮 律",
            "橘委員",
            "小暮 律",
            None,
            False,
            id="a surname with a title is somebody",
        ),
        pytest.param(
            "小林委員代理　大橋 学",
            "大橋 学",
            None,
            "小林委員",
            False,
            id="the principal before",
        ),
        pytest.param(
            "伊藤 学委員の代理として小林 五郎",
            "小林 五郎",
            None,
            "伊藤 学委員",
            False,
            id="the principal in words",
        ),
        pytest.param(
            "代理　営業部長　大橋 学",
            "営業部長 大橋 学",
            None,
            None,
            True,
            id="for nobody named",
        ),
        pytest.param(
            "消防長（代理　消防次長）　堀 浩一",
            "消防次長\t堀 浩一",
            None,
            None,
            True,
            id="the post in brackets is his",
        ),
        pytest.param(
            "環境省大臣官房審議官　代理　河川課長　渚 葵",
            "環境省\t河川課長 渚 葵",
            None,
            None,
            True,
            id="for a post that nobody is named for",
        ),
        pytest.param(
            "営業部長　代理　渚 葵",
            "営業部長 代理 渚 葵",
            None,
            None,
            False,
            id="部長 代理 may be one post",
        ),
        pytest.param(
            "消防長　欠席　消防次長　横山 勉",
            "消防次長 横山 勉",
            None,
            None,
            False,
            id="a vacancy before another row",
        ),
        pytest.param(
            "公安委員長（欠席）　警察本部長　三島 健",
            "警察本部長 三島 健",
            None,
            None,
            False,
            id="a vacancy in brackets",
        ),
        pytest.param(
            "消防長（調整中）　消防次長　横山 勉",
            "消防次長 横山 勉",
            None,
            None,
            False,
            id="a post not yet filled",
        ),
        pytest.param(
            "農林課長（代理）　　監査委員　野沢 稔",
            "監査委員 野沢 稔",
            None,
            None,
            False,
            id="an unnamed proxy before another row",
        ),
        pytest.param(
            "環境課長　宮古 悟（欠席）　係長　久慈 祐",
            "環境課長 宮古 悟(欠席) 係長 久慈 祐",
            None,
            None,
            False,
            id="a name before the bracket is no vacancy",
        ),
        pytest.param(
            "西都大学　代理出席者：小暮 律",
            "西都大学 代理出席者:小暮 律",
            None,
            None,
            False,
            id="a body has no proxy here",
        ),
    ],
)
def test_read_frame(row, core, proxy, principal, stands_in):
    frame = read_frame(piece(row), lexicon())

    def words(part):
        return part and part.text.replace("\u3000", " ").replace("  ", " ")

    assert (words(frame.core), words(frame.proxy)) == (core, proxy)
    assert (words(frame.principal), frame.stands_in) == (principal, stands_in)


@pytest.mark.parametrize(
    ("row", "people"),
    [
        pytest.param(
            "橘 一葉　供給部長（早川供給部長代理出席）",
            [("橘 一葉", False, None), ("早川", True, "橘 一葉")],
            id="代理出席 behind a surname with unit and post names who came",
        ),
        pytest.param(
            "橘 一葉　架空館 事業部長（事業部長兼資料館長代理）",
            [("橘 一葉", False, None)],
            id="館長代理 is a post",
        ),
        pytest.param(
            "（代）営業部長　大橋 学", [("大橋 学", True, None)], id="代 before a row"
        ),
        pytest.param(
            "警察本部長　（代理出席）警備部長　本間 譲",
            [("本間 譲", True, None)],
            id="the post before 代理出席 is the principal's",
        ),
        pytest.param(
            "伊藤 学委員の代理として小林 五郎",
            [("小林 五郎", True, "伊藤 学"), ("伊藤 学", False, None)],
            id="whom he stands in for is named",
        ),
        pytest.param(
            "橘 一葉（落語家、本名：桂木 修）",
            [("橘 一葉", False, None)],
            id="another name of his is nobody else",
        ),
        pytest.param(
            "橘 一葉（株式会社日野川　専務（欠席））",
            [("橘 一葉", False, None)],
            id="a note within a note",
        ),
    ],
)
def test_proxies_of_a_row(row, people):
    found = [
        (a.name.text, a.proxy.value, a.principal and a.principal.text)
        for a in attendees(row)
    ]

    assert found == people


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("会長　調整中", id="調整中"),
        pytest.param("委員　欠員", id="欠員"),
        pytest.param("３番　欠員", id="the seat of nobody"),
        pytest.param("消防長　欠席", id="a post alone"),
    ],
)
def test_a_vacancy_is_nobody(row):
    assert attendees(f"委員　橘 一葉\n{row}")[1:] == ()
