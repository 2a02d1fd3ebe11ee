"""Every rule of the sectors and of the ranks is found by its own examples."""

import tomllib

import pytest

from kg.errors import ResourceError
from kg.gazetteer import load_gazetteer, load_ranks, load_register, load_sectors
from kg.gazetteer.rank import RANKS
from kg.resources import data_path

FOLDER = data_path() / "gazetteer"
REGISTER = load_register(data_path() / "register", load_gazetteer(FOLDER))
SECTORS = load_sectors(FOLDER / "sectors.toml")
RANK_TABLE = load_ranks(FOLDER / "ranks.toml")


def _rows(name, key):
    table = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
    return [
        pytest.param(row["name"], line, id=f"{row['name']}-{line}")
        for row in table[key]
        for line in row["examples"]
    ]


def _apart():
    table = tomllib.loads((FOLDER / "ranks.toml").read_text(encoding="utf-8"))
    return table["apart"]["examples"]


def _rank(line):
    """Return what an example says, and what is found."""
    left, _, right = line.partition(" = ")
    units, _, post = left.partition(" | ")
    path = () if units == "-" else tuple(units.split())
    body = SECTORS.classify(path, None, REGISTER)
    return right, RANK_TABLE.rank(path, post, body, REGISTER)


def _shown(found):
    if found is None:
        return "-"
    return found.value or " / ".join(found.candidates)


@pytest.mark.parametrize(("rule", "line"), _rows("sectors.toml", "rule"))
def test_sector_examples(rule, line):
    name, _, right = line.partition(" = ")

    found = SECTORS.classify((name,), None, REGISTER)

    values = [one.value if one else "-" for one in (found.sector, found.kind)]
    assert " | ".join(values) == right
    if found.kind and rule != "school-corporation-with-university":
        assert found.kind.rule == rule


def test_bodies_of_other_countries_have_no_sector():
    table = tomllib.loads((FOLDER / "sectors.toml").read_text(encoding="utf-8"))

    for name in table["foreign"]["examples"]:
        assert SECTORS.classify((name,), None, REGISTER).sector is None


@pytest.mark.parametrize(
    ("path", "form", "sector", "kind"),
    [
        (("慶應義塾",), None, "academia", "private-university"),
        (
            ("大阪大学", "量子情報・量子生命研究センター"),
            None,
            "academia",
            "national-university",
        ),
        (("日本電信電話",), "株式会社", "industry", "company"),
        (("架空データ",), "株式会社", "industry", "company"),
        (
            ("産業技術総合研究所",),
            "国立研究開発法人",
            "public",
            "national-research-agency",
        ),
        (("架空産業協議会",), "一般社団法人", None, "association"),
        (("総合科学技術・イノベーション会議",), None, "government", "council"),
        (("架空研究所",), None, None, None),
        ((), None, None, None),
    ],
)
def test_a_sector_rests_on_the_register_or_the_form(path, form, sector, kind):
    found = SECTORS.classify(path, form, REGISTER)

    assert (found.sector and found.sector.value) == sector
    assert (found.kind and found.kind.value) == kind


@pytest.mark.parametrize(("rule", "line"), _rows("ranks.toml", "post"))
def test_rank_examples(rule, line):
    expected, found = _rank(line)

    assert _shown(found) == expected
    del rule


@pytest.mark.parametrize("rule", RANK_TABLE.rules, ids=lambda rule: rule.name)
def test_every_rule_of_the_ranks_is_taken_by_an_example_of_its_own(rule):
    lines = [
        one.values[1]
        for one in _rows("ranks.toml", "post")
        if one.values[0] == rule.name
    ]
    found = [_rank(line)[1] for line in lines]

    assert any(one and one.rule == rule.name for one in found)


@pytest.mark.parametrize("line", _apart())
def test_regional_offices_have_ladders_of_their_own(line):
    expected, found = _rank(line)

    assert _shown(found) == expected


@pytest.mark.parametrize(
    "line",
    [
        "架空大学 | 課長 = -",
        "架空データ | 部長 = -",
        "架空市 総務課 | 課長 = -",
        "警視庁 警備部 | 部長 = -",
        "衆議院 事務局 委員部 | 部長 = -",
        "架空省 架空局 架空部 架空課 架空部 | 部長 = -",
        "架空省 | 委員 = -",
        "公正取引委員会 事務総局 経済取引局 | 局長 = director-general",
        "国土交通省 大臣官房 官庁営繕部 | 部長 = deputy-director-general",
        "内閣府 金融庁 総合政策局 | 局長 = director-general",
        "架空研究所 | 内閣府審議官 = -",
        "- | 内閣府審議官 = vice-minister",
    ],
)
def test_ranks_are_of_the_state_alone(line):
    expected, found = _rank(line)

    assert _shown(found) == expected


def test_the_reason_names_words_and_rule():
    _, found = _rank("金融庁 総合政策局 総合政策課 | 課長補佐 = deputy-director")

    assert found.words == "課長補佐"
    assert found.reason == "「課長補佐」は課長補佐級（規則 deputy-division-head）"
    _, found = _rank("架空省 | 参事官 = ")
    assert found.value is None
    assert found.candidates == ("deputy-director-general", "director")
    assert "審議官級（部長級）、課長級のどれか決まらない" in found.reason


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            '[[post]]\nname="x"\nwords=["長"]\nrank="king"\n[apart]\nendings=[]',
            "x: exp",
        ),
        ('[[post]]\nname="x"\nwords=["長"]\n[apart]\nendings=[]', "x: expected"),
        ("post = [", "cannot be read"),
    ],
)
def test_a_table_that_is_wrong_is_named(tmp_path, text, fault):
    path = tmp_path / "ranks.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ResourceError, match=fault):
        load_ranks(path)


def test_the_ladder_has_eleven_steps():
    assert list(RANKS)[:3] == [
        "minister",
        "senior-vice-minister",
        "parliamentary-vice-minister",
    ]
