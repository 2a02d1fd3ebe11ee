"""Two columns of a page that a PDF gave line by line."""

import pytest

from tests.minutes.reading import minutes

_PAGE = """令和7年第1回 12番 柳 沢 文 雄 君
高浜市議会臨時会会議録
令和7年2月3日(月曜日)
午前10時02分 開会 ◎欠席議員(1人)
5番 榊 原 進 君
◎議事日程
第1 会期決定の件 ◎出席説明員
第2 議案第1号 高浜市手数料条例の 市 長 大 鳥 健 二 君
一部改正の件 総務部総務課長 沢 村 茂 君
◎出席議員(3人) ◎事務局職員出席者
議 長 渚 一 郎 君 事 務 局 長 森 下 恵 子 君
1番 村 井 千 秋 君
2番 石 坂 守 君 午前10時02分 開会
3番 片 桐 勇 太 君 ●議長渚一郎君 ただいまより、本日をも
4番 早 瀬 涼 子 君 って招集されました臨時会を開会いたします。
"""


def test_columns_are_put_one_behind_the_other():
    record = minutes(_PAGE)

    assert [
        (one.name.text.replace(" ", ""), one.group.value) for one in record.attendees
    ] == [
        *((name, "出席議員") for name in ("渚一郎", "村井千秋", "石坂守", "片桐勇太")),
        *(("早瀬涼子", "出席議員"), ("柳沢文雄", "出席議員"), ("榊原進", "欠席議員")),
        *(("大鳥健二", "出席説明員"), ("沢村茂", "出席説明員")),
        ("森下恵子", "事務局職員出席者"),
    ]
    assert [item.title for item in record.agenda] == [
        "会期決定の件",
        "高浜市手数料条例の一部改正の件",
    ]
    assert [said.label for said in record.statements] == ["議長渚一郎君"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "出席議員\n1番 橘 一 葉 君\n出席説明員\n市 長 小 暮 律 君 ◎ 議長\n",
            ["橘一葉", "小暮律"],
            id="one heading behind other words is no page of two columns",
        ),
    ],
)
def test_other_pages_stay_as_they_are(text, names):
    record = minutes("架空市議会会議録\n令和6年5月1日\n" + text)

    assert [one.name.text.replace(" ", "") for one in record.attendees] == names
