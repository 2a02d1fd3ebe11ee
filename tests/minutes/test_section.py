"""The division into sections: which line ends a list, and which is of it."""

import pytest

from tests.minutes.reading import minutes

HEAD = "水利検討会（第2回）議事要旨\n日時：令和6年5月1日\n出席者：橘委員、小暮委員\n"
SAID = "○橘委員　水を大切に使うべきです。\n○小暮委員　賛成です。\n"


def parts(record):
    """Return titles of items and handouts, and how much was said."""
    return (
        [item.title for item in record.agenda],
        [handout.title for handout in record.handouts],
        len(record.statements),
    )


@pytest.mark.parametrize(
    "head",
    [
        "■発言の内容（要旨）",
        "■会議の経過及び結果",
        "■審議の概要",
        "■主な意見等",
        "■委員からの主な意見",
        "■議事の経過及び結果について",
        "【議事内容】",
        "８　会議の内容",
    ],
)
def test_heading_of_the_record(head):
    text = f"{HEAD}■議題\n(1) 水路\n(2) 井戸\n■資料\n資料1 図\n{head}\n{SAID}"

    assert parts(minutes(text)) == (["水路", "井戸"], ["図"], 2)


@pytest.mark.parametrize(
    ("before", "line"),
    [
        pytest.param("(5)資料", "(6)公開/非公開の別　公開", id="whether it was open"),
        pytest.param("５　資料", "６　その場で決めた約束", id="words of no list"),
        pytest.param("【資料】", "【その場の約束】", id="brackets like those before"),
        pytest.param("資料", "傍聴者　３人", id="the public"),
        pytest.param("資料", "次回開催予定日　未定", id="the next time"),
    ],
)
def test_next_heading_ends_the_handouts(before, line):
    record = minutes(f"{HEAD}{before}\n資料1 図\n資料2 表\n{line}\n議事要旨\n{SAID}")

    assert parts(record) == ([], ["図", "表"], 2)


def test_label_above_its_words_ends_the_list():
    """No heading stands between the list and 【橘座長】 on a line of its own."""
    text = (
        "水利検討会（第2回）議事録\n日時：令和6年5月1日\n【出席者】\n"
        "座長　橘 一葉　西都大学教授\n委員　小暮 律　架空機構理事長\n\n"
        "【橘座長】\n　それでは、会議を始めます。\n\n【小暮委員】\n　はい、賛成です。\n"
    )
    record = minutes(text)

    assert [a.name.text for a in record.attendees] == ["橘 一葉", "小暮 律"]
    assert [s.label for s in record.statements] == ["橘座長", "小暮委員"]


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        pytest.param(
            "１．経緯\n２．評価手法\n　２－１．有害性\n　２－２．ばく露\n３．その他\n",
            ["経緯", "評価手法", "有害性", "ばく露", "その他"],
            id="2-1. below 2.",
        ),
    ],
)
def test_lower_items(lines, titles):
    assert parts(minutes(f"{HEAD}議題\n{lines}議事要旨\n{SAID}"))[0] == titles


def test_items_with_the_numbers_of_the_headings():
    text = HEAD + "2 議題\n1 水路\n2 井戸\n3 意見交換\n4 その他\n3 議事要旨\n" + SAID

    assert parts(minutes(text))[0] == ["水路", "井戸", "意見交換", "その他"]


def test_values_right_behind_numbered_headings():
    text = (
        "第9回水利検討会会議録\n1 日時平成18年6月14日 午後1時30分\n"
        "2 場所架空会館3階\n3 出席者橘委員、小暮委員\n4 議題1 水路の図\n2 その他\n"
        "5 傍聴者0人\n6 配布資料・資料1 図\n7 会議の内容橘委員：水を使う。\n"
        "小暮委員：賛成です。\n"
    )
    record = minutes(text)

    assert record.heading.venue.value == "架空会館3階"
    assert parts(record)[:2] == (["水路の図", "その他"], ["図"])
    assert [a.name.text for a in record.attendees] == ["橘", "小暮"]


def test_record_without_headings():
    text = (
        "第3回　水利検討会　議事概要\n\n2023年11月13日（月）14時～16時\n"
        "架空会館　104会議室\n\n橘　一葉　　西都大学　教授（座長）\n"
        "小暮　律　　株式会社水車　社長\n\n１．第２回の主な意見\n２．調査の報告\n\n"
        "資料１　主な意見\n資料２　調査報告\n\n○事務局から説明があった。\n\n"
        "○小暮委員\n・水を大切に使うべきである。\n"
    )
    record = minutes(text)

    assert record.heading.venue.value == "架空会館 104会議室"
    assert [a.name.text for a in record.attendees] == ["橘 一葉", "小暮 律"]
    titles, papers, said = parts(record)
    assert titles == ["第２回の主な意見", "調査の報告"]
    assert papers == ["主な意見", "調査報告"]
    assert said


def test_record_on_one_line():
    text = (
        "水利推進会議（第７回）議事要旨 日時 令和６年４月９日（火）10時00分～11時50分 "
        "場所 架空会館 特別会議室 出席者 （構成員）座長 橘 一葉 西都大学大学院教授、"
        "小暮 律 株式会社水車代表取締役 （事務局）水利庁 帆足企画官 "
        "議題 （１）水路の図について （２）井戸の調べについて （３）その他 "
        "配布資料 資料１ 水路の図 資料２ 井戸の調べ 参考資料 構成員名簿 "
        "議事概要 １．開会 事務局から出席状況の報告があった後、座長から挨拶があった。 "
        "２．議題（１）水路の図について 帆足企画官から説明があった。 "
        "（小暮構成員）水路の図には年を書いてほしい。 "
        "（橘座長）次回までに整理することとする。 以上"
    )
    record = minutes(text)

    assert record.heading.body.value == "水利推進会議"
    assert record.heading.venue.value == "架空会館 特別会議室"
    assert [a.name.text for a in record.attendees][:2] == ["橘 一葉", "小暮 律"]
    titles, papers, _ = parts(record)
    assert titles == ["水路の図について", "井戸の調べについて", "その他"]
    assert papers == ["水路の図", "井戸の調べ", "構成員名簿"]
    assert {"小暮構成員", "橘座長"} <= {s.label for s in record.statements}
    for item in record.agenda:
        first = item.spans[0]
        assert text[first.start : first.end].endswith(item.title)


def test_a_short_record_on_one_line():
    text = (
        "第5回水利推進部会議事録 日時：令和4年9月6日（火）14時～16時 場所：架空会館 "
        "出席者：【委員】橘部会長、土岐田副部会長、小暮委員、渚委員 "
        "【事務局】水利課 宮下課長、宮原主任 欠席者：帆足委員 "
        "議題：1 水路の図について 2 その他 議事：（事務局）資料の確認をします。"
        "（橘部会長）それでは議題1に入ります。説明をお願いします。"
        "（宮下課長）水路の図を説明します。（小暮委員）図の根拠は何ですか。"
    )
    record = minutes(text)

    present = [a.name.text for a in record.attendees if a.status.value == "present"]
    assert present == ["橘", "土岐田", "小暮", "渚", "宮下", "宮原"]
    assert [item.title for item in record.agenda] == ["水路の図について", "その他"]
    labels = [statement.label for statement in record.statements]
    assert labels == ["事務局", "橘部会長", "宮下課長", "小暮委員"]


def test_a_role_in_brackets_speaks_first_below_an_agenda():
    text = (
        "架空問題検討会（第2回）会議録\n日時：令和6年5月1日\n出席委員\n会長　橘 一葉\n"
        "委員　小暮 律\n議題\n１　水路の図について\n議事\n"
        "（会長）　定刻になりましたので、始めます。\n（小暮委員）　図が要ります。\n"
    )

    labels = [statement.label for statement in minutes(text).statements]
    assert labels == ["会長", "小暮委員"]


def test_one_role_in_brackets_among_bullets_speaks():
    text = (
        "架空問題検討会（第2回）議事要旨\n日時：令和6年5月1日\n出席者\n座長　橘 一葉\n"
        "議題\n　水路の図について\n　　◇\n議事概要\n・図を早く描くべきではないか。\n"
        "（座長）　この案で了承してよいか。\n（異議なし）\n"
    )
    record = minutes(text)

    assert [item.title for item in record.agenda] == ["水路の図について"]
    assert [s.label for s in record.statements] == [None, "座長"]


def test_a_press_release_holds_no_record():
    text = (
        "水利審議会の開催について\n1.概要\n水の使い方を話し合います。\n"
        "2.議題\n(1) 水路\n3.傍聴申込要領\n御連絡ください。先着順です。\n"
    )
    with pytest.raises(Exception, match="no minutes"):
        minutes(text)


def test_agenda_without_a_heading():
    text = (
        "水利検討会会議録\n期　日　令和6年5月1日\n出席者　橘委員、小暮委員\n"
        "欠席者　渚委員\n\n１　開会のことば\n２　会長あいさつ\n３　議事\n"
        "　(1) 水路\n　(2) 井戸\n４　その他\n５　閉会\n\n議事の内容\n" + SAID
    )
    record = minutes(text)

    assert parts(record) == (["水路", "井戸"], [], 2)
    assert [a.name.text for a in record.attendees] == ["橘", "小暮", "渚"]


def test_the_last_item_of_an_agenda_without_a_heading():
    text = (
        "水利検討会会議録\n期　日　令和6年5月1日\n場　所　会館\n\n"
        "１　開　会\n２　審　議\n(1) 水路について\n(2) その他\n３　閉　会\n\n"
        "出席者　橘会長 小暮委員\n\n"
    )
    record = minutes(text + "議事の内容\n" + SAID)

    assert [item.title for item in record.agenda] == ["水路について", "その他"]


def test_a_group_among_the_numbered_headings_is_a_list_of_people():
    text = (
        "水利検討会会議録\n１　日時　令和6年5月1日\n２　出席者\n橘委員、小暮委員\n"
        "３　委員の異動\n辞任　渚委員\n４　事務局\n水利課長　帆足 恵\n"
        "５　会議の内容\n" + SAID
    )
    record = minutes(text)

    assert [a.name.text for a in record.attendees] == ["橘", "小暮", "帆足 恵"]


def test_roster_behind_what_was_said():
    text = (
        "水利検討会 議事要旨\n日時：令和6年5月1日\n議事要旨\n"
        + SAID
        + "\n出席者\n橘 一葉　西都大学 教授\n小暮 律　株式会社水車 社長\n"
    )
    record = minutes(text)

    assert [a.name.text for a in record.attendees] == ["橘 一葉", "小暮 律"]
    assert len(record.statements) == 2


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        pytest.param(
            "議題\t1　報告事項　(1) 水路　(2) 井戸　2　審議事項　(1) 定員　(2) 予算"
            "　3　その他",
            ["水路", "井戸", "定員", "予算", "その他"],
            id="two ranks on one line",
        ),
        pytest.param(
            "議題：１ 報告 ① 水路 ② 井戸", ["水路", "井戸"], id="circled numbers below"
        ),
        pytest.param(
            "議題\n＜審議事項＞\n（１）水路\n＜報告事項＞\n（２）井戸",
            ["水路", "井戸"],
            id="what is done with the items",
        ),
        pytest.param(
            "議題\n【報告事項】\n（１）水路\n【審議事項】\n（２）井戸\n【その他】",
            ["水路", "井戸"],
            id="the same first and last",
        ),
        pytest.param(
            "議　題　　水路の廃止に関する検討\n　　　　　井戸の選定に関する検討",
            ["水路の廃止に関する検討", "井戸の選定に関する検討"],
            id="two of one ending",
        ),
        pytest.param(
            "議　題　　水路の廃止に関する検討の\n　　　　　進め方について",
            ["水路の廃止に関する検討の進め方について"],
            id="one that a line cuts",
        ),
        pytest.param(
            "議題\n（１）ヒアリング\n　①　渚合同会社\n　②　株式会社灘\n（２）水路",
            ["ヒアリング", "水路"],
            id="who is heard",
        ),
    ],
)
def test_ranks_of_an_agenda(lines, titles):
    record = minutes(f"{HEAD}{lines}\n議事要旨\n{SAID}")

    assert [item.title for item in record.agenda] == titles


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        pytest.param(
            "議事次第\n(1) 水路\n(2) 井戸\n\n資料\n議事次第（PDF／72KB）\n"
            "資料1：図（PDF／8KB）\n議事要旨（PDF／3KB）",
            ["議事次第", "図", "議事要旨"],
            id="papers with their files",
        ),
        pytest.param(
            "議題\n(1) 水路\n(2) 井戸\n資料\n議事次第\n資料1：図\n資料2：表",
            ["議事次第", "図", "表"],
            id="議事次第 above 資料1",
        ),
        pytest.param(
            "議\t題　　１　水路\n　　　　　２　井戸\n資\t料　　資料１　図\n"
            "　　　　　席上配付　意見書",
            ["図", "意見書"],
            id="資料　資料１",
        ),
    ],
)
def test_papers_of_a_list(lines, titles):
    record = minutes(f"{HEAD}{lines}\n議事要旨\n{SAID}")

    assert parts(record)[:2] == (["水路", "井戸"], titles)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("橘会長、小暮委員、我\n（出席４名）\t妻委員、灘委員", id="cut"),
        pytest.param("橘会長、小暮委員、\n（４名）\t我妻委員、灘委員", id="a comma"),
        pytest.param("橘会長、小暮委員\n（計４名）\t我妻委員、灘委員", id="whole"),
    ],
)
def test_a_heading_of_two_lines_beside_its_list(lines):
    text = (
        f"水利検討会（第2回）議事要旨\n日時：令和6年5月1日\n出席委員\t{lines}\n{SAID}"
    )

    names = [one.name.text for one in minutes(text).attendees]
    assert names == ["橘", "小暮", "我妻", "灘"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        pytest.param(
            "記録\n橘：水路を見ました。\n小暮：深いです。\n橘：直しましょう。",
            ["橘", "小暮", "橘"],
            id="turns below 記録 alone",
        ),
        pytest.param("記録　架空 一郎\n次回：六月。", [], id="who took the minutes"),
        pytest.param(
            "記録\n架空 一郎\n保存：五年。\n公開：しない。", [], id="no turns below"
        ),
    ],
)
def test_the_word_record_heads_turns_or_names_who_took_them(lines, said):
    record = minutes(f"{HEAD}話題\n(1) 水路\n(2) 井戸\n{lines}\n")

    labels = [one.label for one in record.statements if one.label]
    assert (parts(record)[0], labels) == (["水路", "井戸"], said)
