"""A title beside a surname decides who is meant, or that nobody listed is."""

import pytest

from kg.model import Role, Status
from tests.entity.reading import candidates, entities, name_of
from tests.mention.record import Row, Said, record

MINISTER = Row("林 徹", (), "国土交通大臣", Role.OFFICIAL, "国務大臣")
HEAD = Row("林 誠", ("国土交通省", "道路局"), "局長", Role.OFFICIAL, "政府参考人")
MEMBER = Row("林 保")
CHAIR = Row("桐谷 悠", role=Role.CHAIR, word="委員長")
DIET = (CHAIR, MINISTER, HEAD)

ROOM = (
    Row("三浦 剛", ("若葉大学",), "准教授", Role.CHAIR, "会長"),
    Row("三浦 幸", ("若葉商工会議所",), "会頭", Role.DEPUTY_CHAIR, "副会長"),
    Row("越前 花", ("日本診療録協会",), "常務理事"),
    Row("加賀 豊", ("加賀電波",), "専務取締役"),
    Row("橘 進", ("経済産業省", "総務課"), "課長", Role.OFFICIAL, "関係省庁"),
    Row("橘 遥", ("経済産業省", "水源課"), "課長", Role.OFFICIAL, "関係省庁"),
    Row("結城 新", (), None, Role.MEMBER, "議員"),
)


def speaker(label, rows, text="そう思う。"):
    """Return whom a label names, and who else it could."""
    found = entities(record(Said(text, label=label), rows=rows))
    (speech,) = found.speeches
    return (
        name_of(speech.speaker, found),
        sorted(name_of(one, found) for one in speech.candidates),
    )


@pytest.mark.parametrize(
    ("words", "rows", "meant"),
    [
        pytest.param("林国務大臣", DIET, "林徹", id="a minister by the group"),
        pytest.param("林大臣", DIET, "林徹", id="end of the minister's post"),
        pytest.param("林国土交通大臣", DIET, "林徹", id="the whole post"),
        pytest.param("林政府参考人", DIET, "林誠", id="role of the official"),
        pytest.param("林局長", DIET, "林誠", id="post of the official"),
        pytest.param("林副大臣", DIET, None, id="副大臣 is no 大臣"),
        pytest.param("林委員", DIET, None, id="no official is a 委員"),
        pytest.param("林委員", (*DIET, MEMBER), "林保", id="the one member"),
        pytest.param("林（徹）委員", DIET, "林徹", id="initial before the role"),
        pytest.param("林政府参考人", (MEMBER,), None, id="a member is no official"),
        pytest.param("三浦会頭", ROOM, "三浦幸", id="会頭 is a post here"),
        pytest.param("三浦会長", ROOM, "三浦剛", id="副会長 is no 会長"),
        pytest.param("三浦教授", ROOM, None, id="准教授 is no 教授"),
        pytest.param("三浦委員", ROOM, None, id="chair and deputy, no member"),
        pytest.param("越前常務", ROOM, "越前花", id="常務 is 常務理事"),
        pytest.param("加賀専務", ROOM, "加賀豊", id="専務 is 専務取締役"),
        pytest.param("越前専務", ROOM, None, id="常務理事 is no 専務"),
        pytest.param("橘課長", ROOM, None, id="two hold the post"),
        pytest.param("越前会長", ROOM, None, id="somebody else is the chair"),
        pytest.param("結城課長", ROOM, None, id="a 議員 is no 課長"),
        pytest.param("結城市長", ROOM, None, id="of a place, maybe"),
        pytest.param("結城さん", ROOM, "結城新", id="no title, no doubt"),
    ],
)
def test_titles(words, rows, meant):
    """A label and a mention are read alike."""
    found = entities(record(f"{words}の案。", rows=rows))

    assert speaker(words, rows)[0] == meant
    assert name_of(found.links[-1].entity, found) == meant


@pytest.mark.parametrize(
    ("label", "rows", "meant"),
    [
        pytest.param("林道路局長", DIET, "林誠", id="post with its unit"),
        pytest.param("林住宅局長", DIET, None, id="post of another unit"),
        pytest.param("橘総務課長", ROOM, "橘進", id="the unit tells two apart"),
        pytest.param("林（実）委員", (*DIET, MEMBER), None, id="initial of nobody"),
        pytest.param("林実委員", (*DIET, MEMBER), None, id="another given name"),
    ],
)
def test_labels_with_more_than_a_title(label, rows, meant):
    assert speaker(label, rows)[0] == meant


@pytest.mark.parametrize(
    ("words", "rows", "left"),
    [
        pytest.param("林委員", DIET, [], id="officials are none for a 委員"),
        pytest.param("橘課長", ROOM, ["橘進", "橘遥"], id="both who hold the post"),
        pytest.param("三浦教授", ROOM, ["三浦剛", "三浦幸"], id="could be"),
    ],
)
def test_candidates_are_those_whom_a_title_allows(words, rows, left):
    found = entities(record(f"{words}の案。", rows=rows))

    assert candidates(found.links[-1], found) == left


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        pytest.param("小林委員", None, id="林 in 小林"),
        pytest.param("若林委員", None, id="林 in 若林"),
        pytest.param("蓬林委員", None, id="林 in a name no dictionary has"),
        pytest.param("森本委員", None, id="森 in 森本"),
        pytest.param("大森委員", None, id="森 in 大森"),
        pytest.param("森本部長", None, id="森 or 森本"),
        pytest.param("西土佐委員", None, id="西 in 西土佐"),
        pytest.param("林田課長", None, id="林 in 林田"),
        pytest.param("林一郎委員", None, id="another given name"),
        pytest.param("森環委員", "森環", id="whole name"),
        pytest.param("林委員", "林律", id="whole surname"),
        pytest.param("委員（林律君）", "林律", id="in brackets"),
        pytest.param("東西林業林社長", "林律", id="after the body"),
    ],
)
def test_surname_is_whole(words, meant):
    rows = (
        CHAIR,
        Row("林 律", ("東西林業",), "社長"),
        Row("森 環"),
        Row("西 直"),
    )

    assert speaker(words, rows)[0] == meant
    assert meant is not None or speaker(words, rows)[1] == []


@pytest.mark.parametrize(
    ("label", "text", "meant"),
    [
        pytest.param("橘委員代理", "はい。", "小暮", id="who came for 橘"),
        pytest.param("橘委員の代理", "はい。", "小暮", id="with の"),
        pytest.param("小暮代理", "はい。", "小暮", id="who came, by the own name"),
        pytest.param("小暮部長（橘委員代理）", "はい。", "小暮", id="both"),
        pytest.param("橘委員（代理：小暮部長）", "はい。", "小暮", id="in brackets"),
        pytest.param("橘委員", "はい。", None, id="the principal is absent"),
        pytest.param("大鳥委員代理", "はい。", None, id="no proxy is listed"),
        pytest.param("キム委員", "はい。", "キム・ヨンス", id="family name first"),
        pytest.param("スミス委員", "はい。", "ジョン・スミス", id="family name last"),
        pytest.param("１番（結城　新君）", "はい。", "結城新", id="seat, bracket"),
        pytest.param("３番　根岸拓君", "はい。", "根岸拓", id="seat, name"),
        pytest.param("議長（根岸拓君）", "はい。", "根岸拓", id="name in the bracket"),
        pytest.param("根岸委員", "はい。", None, id="two of one name"),
        pytest.param("根岸委員", "根岸茂です。賛成する。", "根岸茂", id="says who"),
        pytest.param("根岸委員", "根岸です。", None, id="says the surname"),
        pytest.param("根岸委員", "根岸茂の案です。", None, id="speaks of another"),
        pytest.param("根岸委員", "大鳥葵です。", None, id="not of the two"),
        pytest.param("１番", "結城新でございます。", "結城新", id="seat alone"),
        pytest.param("委員", "大鳥 葵と申します。", "大鳥葵", id="role alone"),
        pytest.param("委員", "はい。", None, id="role alone, no name"),
    ],
)
def test_labels(label, text, meant):
    rows = (
        Row("橘", status=Status.ABSENT),
        Row("小暮", (), "部長", proxy=True, principal="橘"),
        Row("大鳥 葵"),
        Row("キム・ヨンス"),
        Row("ジョン・スミス"),
        Row("結城 新"),
        Row("根岸 拓"),
        Row("根岸 茂"),
        CHAIR,
    )

    assert speaker(label, rows, text)[0] == meant
