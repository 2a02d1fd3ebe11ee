"""One entity, or none: a table says who is meant by what."""

import pytest

from kg.model import Role
from tests.entity.reading import candidates, entities, links, name_of
from tests.mention.record import COUNCIL, Row, Said, record

ROWS = (
    Row("橘 一葉", ("西都大学",), "理事", Role.CHAIR, "座長"),
    Row("橘 進", ("電波研究機構", "量子センター"), "センター長"),
    Row("小暮 律", ("アクアリンク",), "代表取締役社長", legal="株式会社アクアリンク"),
    Row("小暮 敦子", ("経済産業省", "資源局"), "室長", Role.OFFICIAL, "関係省庁"),
    Row("東海林 環", ("国土交通省", "大臣官房"), "審議官", Role.OFFICIAL, "関係省庁"),
    Row("黒姫誠司", ("環境省", "大臣官房"), "課長", Role.OFFICIAL, "関係省庁"),
)


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        pytest.param("橘理事の案。", "橘一葉", id="post decides"),
        pytest.param("橘センター長の案。", "橘進", id="shared post decides"),
        pytest.param("電波研究機構の橘委員。", "橘進", id="body beside it decides"),
        pytest.param("橘座長の案。", "橘一葉", id="role decides"),
        pytest.param("橘委員の案。", "橘進", id="one member, the other is the chair"),
        pytest.param("橘一葉委員の案。", "橘一葉", id="given name decides"),
        pytest.param("小暮（敦）委員の案。", "小暮敦子", id="initial decides"),
        pytest.param("小暮社長の案。", "小暮律", id="end of the post"),
        pytest.param("小暮さんの案。", None, id="two as good"),
        pytest.param("小暮の案。", None, id="bare surname of two"),
        pytest.param("東海林審議官の案。", "東海林環", id="one of the name"),
        pytest.param("東海林教授の案。", None, id="holds no such post"),
        pytest.param("総務省の東海林審議官の案。", None, id="of another body"),
        pytest.param("黒姫課長の案。", "黒姫誠司", id="start of a name"),
        pytest.param("蓮沼委員の案。", None, id="nobody of the roster"),
        pytest.param("座長一任とした。", "橘一葉", id="the one chair"),
    ],
)
def test_people(text, linked):
    found = entities(record(text, rows=ROWS))

    assert name_of(found.links[-1].entity, found) == linked


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("小暮さんの案。", ["小暮律", "小暮敦子"], id="both kept"),
        pytest.param("蓮沼委員の案。", [], id="none invented"),
        pytest.param(
            "大臣官房で扱う。", ["国土交通省 大臣官房", "環境省 大臣官房"], id="units"
        ),
    ],
)
def test_open_links_keep_their_candidates(text, names):
    found = entities(record(text, rows=ROWS))
    (link,) = found.links

    assert (link.entity, candidates(link, found)) == (None, sorted(names))
    assert link.reason


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        pytest.param(
            "経産省の案。",
            [("経産省", "経済産業省")],
            id="alias of a body in the roster",
        ),
        pytest.param(
            "環境省の大臣官房。",
            [("環境省", "環境省"), ("大臣官房", "環境省 大臣官房")],
            id="unit beside its body",
        ),
        pytest.param(
            "環境省大臣官房で。",
            [("環境省大臣官房", "環境省 大臣官房")],
            id="path joined",
        ),
        pytest.param(
            "文科省の高等教育局は。",
            [("文科省", "文部科学省"), ("高等教育局", "文部科学省 高等教育局")],
            id="new unit of an alias",
        ),
        pytest.param(
            "文部科学省高等教育局は。",
            [("文部科学省高等教育局", "文部科学省 高等教育局")],
            id="new unit, glued",
        ),
        pytest.param(
            "内閣府のNSSで。",
            [("内閣府", "内閣府"), ("NSS", "国家安全保障局")],
            id="letters are no unit",
        ),
        pytest.param(
            "西都大学は成長戦略本部を立ち上げた。",
            [("西都大学", "西都大学"), ("成長戦略本部", "西都大学 成長戦略本部")],
            id="founded by",
        ),
        pytest.param(
            "西都大学の学生が多い。成長戦略本部を見た。",
            [("西都大学", "西都大学"), ("成長戦略本部", "成長戦略本部")],
            id="nothing says whose it is",
        ),
        pytest.param(
            "株式会社アクアリンクとアクアリンク。",
            [
                ("株式会社アクアリンク", "アクアリンク"),
                ("アクアリンク", "アクアリンク"),
            ],
            id="with its legal form and without",
        ),
        pytest.param(
            "事務局とこの会議。",
            [("事務局", f"{COUNCIL} 事務局"), ("この会議", COUNCIL)],
            id="words for the office and the council",
        ),
        pytest.param("この部会で。", [("この部会", None)], id="the council is no 部会"),
        pytest.param(
            "農政審議会に諮る。同審議会で決める。",
            [("農政審議会", "農政審議会"), ("同審議会", "農政審議会")],
            id="the body named last",
        ),
    ],
)
def test_bodies(text, linked):
    assert links(entities(record(text, rows=ROWS))) == linked


def test_units_of_what_a_statement_founds():
    """The topic holds through the statement, until another body comes in."""
    minutes = record(
        Said(
            "西都大学は総合研究推進本部を立ち上げた。成長戦略本部で、つながりを作る。"
        ),
        Said("成長戦略本部は何をするのか。"),
        Said(
            "西都大学は総合研究推進本部を立ち上げた。経済産業省も国際連携本部で扱う。"
        ),
        rows=ROWS,
    )
    found = links(entities(minutes))

    assert found[2:4] == [
        ("成長戦略本部", "西都大学 成長戦略本部"),
        ("成長戦略本部", "西都大学 成長戦略本部"),
    ]
    assert found[-1] == ("国際連携本部", "国際連携本部")


def test_spellings_of_letters_are_one_body():
    found = entities(record("Q I H拠点を推す。", "Q-I-Hの話とQIH。"))

    assert {name for _, name in links(found)} == {"QIH"}
    (body,) = (
        found.organizations[-1:]
        if len(found.organizations) == 1
        else [one for one in found.organizations if one.name == "QIH"]
    )
    assert body.aliases == ("Q I H", "Q-I-H")
    assert body.kind == "collaboration"


def test_defined_short_name_is_an_alias():
    rows = (Row("森 漣", ("水文研究機構",), "理事"),)
    found = entities(
        record("水文研究機構（以下「機構」という。）の案。", "機構は測る。", rows=rows)
    )
    (body,) = [one for one in found.organizations if one.name == "水文研究機構"]

    assert body.aliases == ("機構",)
    assert links(found)[-1] == ("機構", "水文研究機構")


def test_body_that_only_the_model_found_reaches_the_entities():
    minutes = record("東芝の装置を見た。")
    found = entities(minutes, ("東芝", "Company"))
    (link,) = found.links
    (body,) = [one for one in found.organizations if one.name == "東芝"]

    assert link.entity == body.id
    assert link.mention.recognizers == ("ginza",)
    assert body.evidence == (link.mention.span,)


def test_no_roster_fact_rests_on_the_model():
    """Whatever the model marks, people, posts and attendances are the same."""
    minutes = record("橘理事の案。東芝の装置。", rows=ROWS)
    without = entities(minutes)
    marked = entities(
        minutes, ("東芝", "Company"), ("橘", "Person"), ("装置", "Person")
    )

    assert marked.people == without.people
    assert marked.memberships == without.memberships
    assert marked.attendances == without.attendances
