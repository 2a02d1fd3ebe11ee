"""What the roster and the labels say becomes facts, and nothing more does."""

import pytest

from kg.model import Attribution, Kind, Role, Status, Theme
from tests.entity.reading import entities, name_of
from tests.mention.record import COUNCIL, Row, Said, record

CHAIR = Row("橘 一葉", ("西都大学", "工学部"), "教授", Role.CHAIR, "座長")
LAW = Row("林 律", ("アクアリンク",), "社長", legal="株式会社アクアリンク")
MIZUHO = Row("林 みづほ", ("経済産業省", "水源課"), "室長", Role.OFFICIAL, "関係省庁")


def test_person_of_a_row():
    found = entities(record("案。", rows=(CHAIR,)))
    (person,) = found.people

    assert (person.name, person.label) == ("橘 一葉", "橘一葉")
    assert person.evidence == found.attendances[0].attendee.name.spans
    assert found.attendances[0].agent == person.id


def test_printed_kanji_stay_as_they_are():
    """A compatibility form of 神 is not made the usual one."""
    printed = "\ufa19谷 一葉"
    (person,) = entities(record("案。", rows=(Row(printed, ("西都大学",)),))).people

    assert person.label == printed.replace(" ", "")


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        pytest.param((CHAIR, CHAIR), 2, id="same name, same body"),
        pytest.param(
            (CHAIR, Row("橘 一葉", ("北都大学",))), 2, id="same name, other body"
        ),
        pytest.param((Row("橘 一葉"), Row("小暮 律")), 2, id="no body at all"),
    ],
)
def test_people_are_not_merged_by_name(rows, count):
    found = entities(record("案。", rows=rows))

    assert len({person.id for person in found.people}) == count


def test_ids_come_from_content():
    """The place of a row in the roster does not change who it is."""
    first = entities(record("案。", rows=(CHAIR, LAW)))
    second = entities(record("別の案。", rows=(LAW, CHAIR)))

    assert first.people == tuple(
        type(p)(p.id, p.name, p.label, p.family, p.given, p.split, q.evidence)
        for p, q in zip(second.people, first.people, strict=True)
    )


def test_organization_tree_has_only_stated_parents():
    found = entities(record("案。", rows=(CHAIR, LAW, MIZUHO)))
    tree = {one.qualified: name_of(one.parent, found) for one in found.organizations}

    assert tree == {
        COUNCIL: None,
        "西都大学": None,
        "西都大学 工学部": "西都大学",
        "アクアリンク": None,
        "経済産業省": None,
        "経済産業省 水源課": "経済産業省",
    }


def test_legal_form_is_apart_from_the_name():
    found = entities(record("案。", rows=(LAW,)))
    (body,) = [one for one in found.organizations if one.name == "アクアリンク"]

    assert (body.legal_name, body.legal_form) == ("株式会社アクアリンク", "株式会社")
    assert body.kind is Kind.FORMAL


def test_same_unit_of_two_ministries_is_two_bodies():
    rows = (
        Row("橘 一葉", ("環境省", "大臣官房"), "課長"),
        Row("小暮 律", ("国土交通省", "大臣官房"), "課長"),
    )
    found = entities(record("案。", rows=rows))

    assert len([one for one in found.organizations if one.name == "大臣官房"]) == 2


def test_council_and_those_above_it():
    found = entities(record("案。", council="国土審議会 景観分科会"))

    assert [(one.qualified, one.kind) for one in found.organizations] == sorted(
        [("国土審議会", Kind.COUNCIL), ("国土審議会 景観分科会", Kind.COUNCIL)],
        key=lambda pair: [o.qualified for o in found.organizations].index(pair[0]),
    )
    assert name_of(found.council, found) == "国土審議会 景観分科会"


@pytest.mark.parametrize(
    ("row", "seats"),
    [
        pytest.param(CHAIR, ["座長"], id="chair"),
        pytest.param(LAW, ["委員"], id="member"),
        pytest.param(MIZUHO, [], id="official"),
        pytest.param(Row("橘 一葉", ("西都大学",), proxy=True), [], id="proxy"),
        pytest.param(
            Row("橘 一葉", ("西都大学",), status=Status.ABSENT), ["委員"], id="absent"
        ),
    ],
)
def test_seats(row, seats):
    found = entities(record("案。", rows=(row,)))
    council = [m for m in found.memberships if m.seat]

    assert [m.role for m in council] == seats
    assert all(m.organization == found.council for m in council)
    assert [m.id for m in found.memberships] == list(found.attendances[0].memberships)


def test_posts_are_attested_on_the_day():
    found = entities(record("案。", rows=(MIZUHO,)))
    (post,) = found.memberships

    assert (name_of(post.organization, found), post.role) == (
        "経済産業省 水源課",
        "室長",
    )
    assert str(post.attested_on) == "2025-01-15"
    assert post.evidence == (found.attendances[0].attendee.row,)


def test_principal_with_a_row_is_that_person():
    rows = (
        Row("黒姫誠司", ("山稜電波",), "役員", status=Status.ABSENT),
        Row("小暮", (), "部長", proxy=True, principal="黒姫誠司"),
    )
    found = entities(record("案。", rows=rows))

    assert name_of(found.attendances[1].principal, found) == "黒姫誠司"
    assert len(found.people) == 2


def test_principal_without_a_row_is_a_person_without_attendance():
    rows = (Row("小暮 律", (), "部長", proxy=True, principal="黒姫 誠司"),)
    found = entities(record("案。", rows=rows))

    assert name_of(found.attendances[0].principal, found) == "黒姫誠司"
    assert len(found.attendances) == 1


def test_row_of_an_organization_alone():
    rows = (Row(None, ("林野庁", "森林利用室"), None, Role.OBSERVER, "オブザーバー"),)
    found = entities(record("案。", rows=rows))

    assert name_of(found.attendances[0].agent, found) == "林野庁 森林利用室"
    assert found.people == ()


@pytest.mark.parametrize(
    ("label", "speaker", "others"),
    [
        pytest.param("橘座長", "橘一葉", [], id="surname and role"),
        pytest.param("【橘　一葉座長】", "橘一葉", [], id="full name in brackets"),
        pytest.param("座長", "橘一葉", [], id="the one chair"),
        pytest.param("林（律）委員", "林律", [], id="initial"),
        pytest.param("林室長", "林みづほ", [], id="post"),
        pytest.param("林さん", None, ["林みづほ", "林律"], id="two fit"),
        pytest.param("会長（橘一葉君）", "橘一葉", [], id="name in brackets"),
        pytest.param("事務局", f"{COUNCIL} 事務局", [], id="the office"),
        pytest.param("環境省", "環境省", [], id="a body that nothing else names"),
        pytest.param("経産省", "経済産業省", [], id="alias of a body"),
        pytest.param("委員", None, [], id="a role of many, no guess"),
        pytest.param("蓮沼委員", None, [], id="nobody of the roster"),
    ],
)
def test_speakers(label, speaker, others):
    minutes = record(Said("そう思う。", label=label), rows=(CHAIR, LAW, MIZUHO))
    found = entities(minutes)
    (speech,) = found.speeches

    assert name_of(speech.speaker, found) == speaker
    assert sorted(name_of(one, found) for one in speech.candidates) == others


def test_withheld_statement_has_no_speaker():
    """Only one person sat there, and yet nobody is named."""
    found = entities(record(Said("そう思う。"), rows=(CHAIR,)))
    (speech,) = found.speeches

    assert speech.statement.attribution is Attribution.WITHHELD
    assert (speech.speaker, speech.candidates) == (None, ())


@pytest.mark.parametrize(
    ("words", "agents"),
    [
        pytest.param(("橘教授",), ["橘一葉"], id="surname and post"),
        pytest.param(("橘 一葉", "橘教授"), ["橘一葉"], id="twice, once"),
        pytest.param(("事務局",), [f"{COUNCIL} 事務局"], id="the office"),
        pytest.param(("水産庁",), ["水産庁"], id="a body"),
        pytest.param(("蓮沼委員",), [], id="nobody of the roster"),
    ],
)
def test_presenters(words, agents):
    text = "、".join(words) + "から説明した。"
    found = entities(record(text, rows=(CHAIR, LAW), presenters=words))

    assert [name_of(one.agent, found) for one in found.presentations] == agents
    assert sum(len(one.evidence) for one in found.presentations) == len(words) * bool(
        agents
    )


def test_discussion_rests_on_all_places_of_a_theme():
    theme = Theme("t:water", "水", triggers=("水循環",))
    minutes = record(Said("水循環の話。水循環を見る。"), Said("別の話。"))
    found = entities(minutes, themes=(theme,))
    _, discussion = found.discussions

    assert discussion.about == minutes.statements[0]
    assert [
        minutes.document.text[span.start : span.end] for span in discussion.evidence
    ] == ["水循環", "水循環"]
    assert found.themes == (theme,)


def test_nothing_known_gives_nothing():
    found = entities(record("案。", council=""))

    assert (found.council, found.people, found.organizations) == (None, (), ())
