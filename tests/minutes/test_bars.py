"""Bars that a table without its left edge leaves behind each cell."""

from tests.minutes.reading import minutes

HEAD = "架空市図書館協議会会議録\n"


def test_values_below_heads_with_a_bar():
    record = minutes(
        f"{HEAD}1 日時 |\n令和2年12月10日 午後6時から午後8時まで |\n2 場所 |\n"
        "中央館 4階 |\n3 出席者 |\n委員 橘一葉、小暮律 事務局 細田館長、相川主任 |\n"
        "4 欠席者 |\nなし |\n5 議題 |\n（1）答申について （2）その他 |\n"
    )

    assert record.heading.venue.value == "中央館 4階"
    assert [a.name.text for a in record.attendees] == [
        "橘一葉",
        "小暮律",
        "細田",
        "相川",
    ]
    assert [item.title for item in record.agenda] == ["答申について", "その他"]


def test_values_beside_heads_with_a_bar():
    record = minutes(
        f"{HEAD}日時 | 令和6年10月22日 午後6時から午後7時まで |\n---|---|\n"
        "場所 | 総合庁舎5階 |\n出席者 |\n委員（金森・河野・新妻各委員）3名\n"
        "1 開会\n（事務局）\n説明する。\n"
    )

    assert record.heading.venue.value == "総合庁舎5階"
    assert [a.name.text for a in record.attendees] == ["金森", "河野", "新妻"]
