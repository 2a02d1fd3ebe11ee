"""What a person sees who is asked whether two rows are one person."""

from kg.identity import find_judged, review
from kg.identity.review import line
from tests.identity.rows import read_one

LEFT = "2019-03-12 / 架空審議会 3 / 委員 / 橘 敦子 / 白峰大学 工学部 / 教授"
RIGHT = "2019-05-12 / 灯台検討会 2 / 委員 / 橘 敦子 / 東山大学 / 教授"


def test_line():
    married = LEFT.replace("敦子", "敦子（旧姓 小暮）")

    assert (
        line(read_one(married))
        == "2019-03-12  架空審議会 第3回  橘 敦子（小暮）  委員  白峰大学 工学部 教授"
    )
    assert line(read_one("- / - / - / 橘")) == "—  —  橘"


def test_review(identified):
    rows = [read_one(LEFT, 1), read_one(RIGHT, 2)]
    found = identified(rows)

    (row,) = review(found, rows)

    assert {row.left, row.right} == {one.key for one in rows}
    assert {row.left_line, row.right_line} == {line(one) for one in rows}
    assert 0 < row.probability < 0.5
    assert any(clue.endswith("氏名が一致: 橘敦子") for clue in row.clues_ja)
    assert any(clue.endswith("same name: 橘敦子") for clue in row.clues_en)


def test_who_is_meant(identified):
    rows = [read_one(LEFT, 1), read_one(LEFT, 2)]
    found = identified(rows)
    minted = next(one.id for one in found.people if one.id != rows[0].person)

    assert find_judged(rows[0].key, found, rows) == rows[0].key
    assert find_judged(rows[0].person, found, rows) == rows[0].person
    assert find_judged(minted, found, rows) == rows[1].key
    assert find_judged("橘敦子", found, rows) is None
