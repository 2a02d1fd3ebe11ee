"""The head of a record in the forms of ministries, cities and assemblies."""

from datetime import date, time

import pytest

from tests.minutes.reading import minutes

DAY = "\n日時：令和6年5月1日\n出席者：橘委員、小暮委員\n"


@pytest.mark.parametrize(
    ("title", "body", "number"),
    [
        pytest.param(
            "11/02/21　水利審議会総会議事録",
            "水利審議会総会",
            None,
            id="a day with bars before it",
        ),
        pytest.param(
            "第22次　第1回　架空県図書館協議会　会議録",
            "架空県図書館協議会",
            1,
            id="the term of the members",
        ),
        pytest.param(
            "第二百三回国会　参議院会議録　第五号", "参議院", 5, id="a whole house"
        ),
        pytest.param(
            "水害対策特別委員会　委員会記録",
            "水害対策特別委員会",
            None,
            id="the word for a committee once more before that for the record",
        ),
        pytest.param(
            "第203回国会　参議院　水利委員会　第3号",
            "参議院 水利委員会",
            3,
            id="a committee and its house apart",
        ),
        pytest.param(
            "令和６年第４回架空市議会定例会会議録　第２号",
            "架空市議会",
            4,
            id="the session of an assembly, not its day",
        ),
        pytest.param(
            "架空県議会水利委員会速記録第九号",
            "架空県議会水利委員会",
            9,
            id="a committee of an assembly",
        ),
        pytest.param(
            "第４回水利部会・第２回井戸部会　合同会議　議事録",
            "水利部会・ 井戸部会 合同会議",
            4,
            id="two bodies together: the number of the first",
        ),
        pytest.param(
            "水循環プログラム　第３回アドバイザリーボード　議事概要",
            "水循環プログラム アドバイザリーボード",
            3,
            id="a board",
        ),
        pytest.param(
            "水の日に寄せて考える夕べ（第2回）議事要旨",
            "水の日に寄せて考える夕べ",
            2,
            id="a name that ends like no body",
        ),
        pytest.param(
            "ホーム > 政策 > 審議会 > 水利審議会 > 水利審議会（第7回）議事録",
            "水利審議会",
            7,
            id="a path through a site",
        ),
        pytest.param(
            "水利審議会の会議結果\n現在位置：トップ → 水利審議会\n\n"
            "第８回　架空市水利審議会　会議録",
            "架空市水利審議会",
            8,
            id="the name of the page, a menu, the title",
        ),
        pytest.param(
            "2024年5月1日　水利審議会井戸部会 議事録",
            "水利審議会井戸部会",
            None,
            id="a day before the name",
        ),
        pytest.param(
            "会　議　録\n会議の名称　架空市水利審議会　第２部会（第３回）",
            "架空市水利審議会 第2部会",
            3,
            id="the name as a value",
        ),
        pytest.param(
            "第６回水利部会\n\n水利審議会　基盤分科会\n第６回　水利部会　議事録",
            "水利審議会 基盤分科会 水利部会",
            6,
            id="a running head above the title",
        ),
        pytest.param(
            "水利審議会　基盤分科会\n井戸小委員会（第９回）\n\n議　事　録",
            "水利審議会 基盤分科会 井戸小委員会",
            9,
            id="a name on two lines, the kind apart",
        ),
        pytest.param(
            "第2回 水利ワ一キンググル一プ議事録",
            "水利ワ一キンググル一プ",
            2,
            id="a long vowel that OCR misread",
        ),
    ],
)
def test_title(title, body, number):
    heading = minutes(title + DAY).heading

    assert heading.body.value == body
    assert (heading.number.value if heading.number else None) == number


def test_body_in_the_words_that_open_a_session():
    text = (
        "会議名：令和7年第1回定例会（第1日 2月14日）\n開催日：令和7年2月14日\n"
        "出席議員\n１番　橘　一葉\n午後１時開議\n"
        "○（橘一葉議長）　ただいまから、令和７年第１回架空区議会定例会を開会します。\n"
    )
    heading = minutes(text).heading

    assert (heading.body.value, heading.number.value) == ("架空区議会", 1)


@pytest.mark.parametrize(
    ("head", "start", "end"),
    [
        pytest.param(
            "第1　日　時　令和6年4月9日（火）　自　午後2時00分\n"
            "　　　　　　　　　　　　　　　　　至　午後3時40分",
            time(14),
            time(15, 40),
            id="from and to",
        ),
        pytest.param(
            "１　日時　令和6年4月9日\n　開　会　午前１０時\n　休　憩　午前１１時\n"
            "　再　開　午後１時\n　散　会　午後２時３１分",
            time(10),
            time(14, 31),
            id="with a break",
        ),
        pytest.param("日時：令和6年4月l9日(金) l4時00分～", time(14), None, id="OCR"),
        pytest.param("●日時／令和6年4月9日 18時~24時", time(18), time(0), id="24時"),
        pytest.param(
            "審議期間　令和6年4月9日から4月15日まで", None, None, id="days only"
        ),
    ],
)
def test_times(head, start, end):
    heading = minutes(
        f"水利検討会　議事要旨\n{head}\n出席者：橘委員、小暮委員\n"
    ).heading

    assert heading.date.value.month == 4
    assert (heading.start.value if heading.start else None) == start
    assert (heading.end.value if heading.end else None) == end


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(
            "水利検討会 議事要旨\n更新日：2024年8月1日\n出席者：橘委員、小暮委員\n",
            None,
            id="when a page was changed",
        ),
        pytest.param(
            "平成29年度 水利検討会 議事要旨\n第4回（2月4日）\n"
            "出席者：橘委員、小暮委員\n",
            date(2018, 2, 4),
            id="the year in the title",
        ),
        pytest.param(
            "令和六年四月一日、委員長は次の者を小委員に選定した。\n令和六年四月九日\n"
            "　午前十時開会\n出席委員\n橘一葉君\n○橘一葉君　始めます。\n",
            date(2024, 4, 9),
            id="the day above the opening",
        ),
    ],
)
def test_day(text, day):
    heading = minutes(text).heading

    assert (heading.date.value if heading.date else None) == day


@pytest.mark.parametrize(
    ("head", "venue"),
    [
        pytest.param(
            "1.日時及び場所\n令和6年4月9日 14時~\n架空省 6階講堂",
            "架空省 6階講堂",
            id="day and place under one heading",
        ),
        pytest.param(
            "第1 開催日時及び場所\n令和6年4月9日 13時\n於、架空省8階会議室",
            "架空省8階会議室",
            id="於",
        ),
        pytest.param(
            "開催方法：書面により開催した。\n日時：令和6年4月9日", None, id="a sentence"
        ),
        pytest.param(
            "開催方法：ハイブリッド開催\n日時：令和6年4月9日\n場所：架空会館",
            "架空会館",
            id="the place goes before the manner",
        ),
        pytest.param(
            "日時：令和6年4月9日\n場所：本館（説明員はオンラインにより出席）",
            "本館",
            id="who took part elsewhere",
        ),
    ],
)
def test_venue(head, venue):
    heading = minutes(
        f"水利検討会 議事要旨\n{head}\n出席者：橘委員、小暮委員\n"
    ).heading

    assert (heading.venue.value if heading.venue else None) == venue
