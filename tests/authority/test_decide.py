"""What is beyond doubt is certain, all else is a candidate with its reason."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kg.authority.extent import PREFECTURES
from tests.authority.build import link, standings
from tests.authority.registers import (
    corporation,
    corporations,
    number,
    ror,
    ror_entry,
    rors,
    sssom,
    tsv,
)
from tests.graph.small_record import (
    BASE,
    BUREAU,
    COMPANY,
    DIVISION,
    INSTITUTE,
    MINISTRY,
)

NAME = "株式会社架空電機"
OTHER = number(77)


@pytest.mark.parametrize(
    ("rows", "standing", "words"),
    [
        pytest.param([corporation(NAME)], "certain", "certain", id="the only one"),
        pytest.param(
            [corporation("株式会社　架空電機")], "certain", "equal", id="a blank"
        ),
        pytest.param(
            [corporation(NAME), corporation(NAME, 2)],
            "candidate",
            "one of 2",
            id="a namesake",
        ),
        pytest.param(
            [corporation(NAME), corporation("有限会社架空電機", 2)],
            "candidate",
            "one of 2",
            id="a namesake of another form",
        ),
        pytest.param(
            [corporation(NAME), corporation(NAME, 2, closeDate="2016-01-29")],
            "candidate",
            "one of 2",
            id="a namesake that is closed",
        ),
        pytest.param(
            [
                corporation(
                    NAME,
                    closeDate="2019-04-01",
                    closeCause="11",
                    successorCorporateNumber=OTHER,
                )
            ],
            "candidate",
            f"closed 2019-04-01 (合併による解散等), successor {OTHER}",
            id="closed, with a successor",
        ),
        pytest.param(
            [corporation(NAME, process="71")], "candidate", "merged", id="merged"
        ),
        pytest.param(
            [corporation(NAME, process="99")], "candidate", "deleted", id="deleted"
        ),
        pytest.param(
            [corporation(NAME, latest="0")], "candidate", "former", id="of old"
        ),
        pytest.param(
            [corporation(NAME, nameImageId="00000001")], "candidate", "image", id="外字"
        ),
        pytest.param(
            [corporation(NAME, hihyoji="1")], "candidate", "search", id="not searched"
        ),
        pytest.param(
            [corporation(NAME, assignmentDate="2024-06-01")],
            "candidate",
            "since 2024-06-01, after the meeting of 2024-05-14",
            id="younger than the meeting",
        ),
        pytest.param(
            [corporation(NAME, process="11", changeDate="2025-01-01")],
            "candidate",
            "since 2025-01-01",
            id="renamed after the meeting",
        ),
        pytest.param(
            [corporation(NAME, process="11", changeDate="2019-01-01")],
            "certain",
            "equal",
            id="renamed before the meeting",
        ),
        pytest.param(
            [corporation("架空電機株式会社")], "candidate", "other side", id="side"
        ),
        pytest.param(
            [corporation("合同会社架空電機")], "candidate", "forms differ", id="form"
        ),
        pytest.param(
            [corporation(NAME, corporateNumber="1000000000001")],
            "candidate",
            "check digit",
            id="wrong check digit",
        ),
    ],
)
def test_corporations(tmp_path, rows, standing, words):
    linked = link(tmp_path, corporations(*rows))

    found = {one.object[-13:]: one for one in linked.links}
    first = found[rows[0]["corporateNumber"]]
    assert (str(first.standing), first.subject_label) == (standing, "架空電機")
    assert words in first.comment


@pytest.mark.parametrize(
    ("legal", "standing"),
    [
        pytest.param("(株)架空電機", "certain", id="the same, cut short"),
        pytest.param("架空電機株式会社", "candidate", id="the form on the other side"),
        pytest.param("合同会社架空電機", "candidate", id="another form"),
    ],
)
def test_records_that_print_two_full_names(tmp_path, legal, standing):
    quad = (
        f'<{BASE}{COMPANY.id}> <http://schema.org/legalName> "{legal}"@ja <{BASE}x> .'
    )

    linked = link(tmp_path, corporations(corporation(NAME)), extra=quad.encode())

    assert standings(linked) == {number(1): standing}


def test_an_id_that_was_replaced_means_the_one_that_took_its_place(tmp_path):
    old, new = f"{BASE}org/aaaaaaaaaaaa", f"{BASE}{COMPANY.id}"
    quad = f"<{old}> <http://purl.org/dc/terms/isReplacedBy> <{new}> <{BASE}x> ."
    row = (old, "schema:sameAs", "", f"hojin:{OTHER}", "semapv:ManualMappingCuration")

    linked = link(tmp_path, sssom(row), extra=quad.encode())

    assert [(one.subject, str(one.standing)) for one in linked.links] == [
        (new, "reviewed")
    ]


def test_a_part_of_the_register_proves_nothing(tmp_path):
    linked = link(tmp_path, corporations(corporation(NAME), whole=False))

    assert standings(linked) == {number(1): "candidate"}
    assert "46 of 47 prefectures are in no file" in linked.links[0].comment


def test_parts_of_the_register_make_a_whole(tmp_path):
    parts = [corporations(corporation(NAME), whole=False), corporations()]

    assert standings(link(tmp_path, *parts)) == {number(1): "certain"}


@pytest.mark.parametrize(
    ("name", "subject", "standing"),
    [
        pytest.param("架空省", MINISTRY, "certain", id="a ministry"),
        pytest.param("政策局", BUREAU, None, id="a unit by its bare label"),
        pytest.param("企画課", DIVISION, None, id="a section by its bare label"),
        pytest.param("架空省政策局", BUREAU, "certain", id="a unit by its path"),
        pytest.param("鈴木花子", None, None, id="a person by the name"),
        pytest.param("株式会社鈴木花子", None, None, id="a person like a company"),
        pytest.param("ＫＫＫ", INSTITUTE, "candidate", id="an alias"),
        pytest.param("株式会社架空省", MINISTRY, "candidate", id="a form we lack"),
    ],
)
def test_what_may_be_linked_by_name(tmp_path, name, subject, standing):
    linked = link(tmp_path, corporations(corporation(name)))

    expected = {} if standing is None else {number(1): standing}
    assert standings(linked) == expected
    if subject is not None and standing:
        assert linked.links[0].subject.endswith(subject.id)


@pytest.mark.parametrize("schema", [1, 2])
@pytest.mark.parametrize(
    ("entries", "standing", "words"),
    [
        pytest.param([{}], "certain", "certain", id="the only one"),
        pytest.param([{}, {"body": 2}], "candidate", "one of 2", id="a namesake"),
        pytest.param(
            [{"status": "inactive", "successors": [ror(5)]}],
            "candidate",
            f"inactive, successor {ror(5)}",
            id="inactive",
        ),
        pytest.param([{"country": "KR"}], "candidate", "KR", id="abroad"),
        pytest.param(
            [{"name": "別の研究所", "aliases": ["架空研究所"]}],
            "candidate",
            "alias",
            id="an alias of theirs",
        ),
    ],
)
def test_ror(tmp_path, schema, entries, standing, words):
    rows = [
        ror_entry(
            one.pop("name", "架空研究所"), one.pop("body", 1), schema=schema, **one
        )
        for one in map(dict, entries)
    ]

    linked = link(tmp_path, rors(*rows))

    found = {one.object[-9:]: one for one in linked.links}
    assert str(found[ror(1)].standing) == standing
    assert words in found[ror(1)].comment


def test_a_name_without_its_printed_form_is_no_certainty(tmp_path):
    linked = link(tmp_path, rors(ror_entry("架空大学")))

    assert standings(linked) == {ror(1): "candidate"}


WIKIDATA = ("item", "label", "aliases", "P31", "P576", "P3225", "P6782")


@pytest.mark.parametrize(
    ("cells", "standing"),
    [
        pytest.param(("", "", "", ""), "candidate", id="an extract alone"),
        pytest.param(("", "", "", ror(1)), "certain", id="ROR says the same"),
        pytest.param(("", "", "", ror(2)), "candidate", id="ROR says otherwise"),
        pytest.param(("", "2020-03-31", "", ror(1)), "candidate", id="ended"),
        pytest.param(("Q5", "", "", ror(1)), "candidate", id="a person"),
    ],
)
def test_wikidata(tmp_path, cells, standing):
    items = tsv(WIKIDATA, ("Q11", "架空研究所", "", *cells))

    linked = link(tmp_path, rors(ror_entry("架空研究所")), items)

    assert standings(linked) == {ror(1): "certain", "Q11": standing}


def test_an_item_that_ror_names(tmp_path):
    items = tsv(WIKIDATA, ("Q11", "架空研究所", "", "", "", "", ""))

    linked = link(tmp_path, rors(ror_entry("架空研究所", items=["Q11"])), items)

    assert standings(linked) == {ror(1): "certain", "Q11": "certain"}


def test_a_theme_is_never_linked_by_its_name_alone(tmp_path):
    headings = tsv(("人材育成", "ジンザイ", "00570001", ""))
    variants = tsv(("教育", "キョウイク", "00570002", "人材育成"))

    linked = link(tmp_path, headings, variants)

    found = {one.object[-8:]: (one.predicate, one.standing) for one in linked.links}
    assert found == {
        "00570001": ("skos:exactMatch", "candidate"),
        "00570002": ("skos:closeMatch", "candidate"),
    }


def test_of_hundreds_of_namesakes_ten_are_shown(tmp_path):
    rows = [corporation(NAME, body) for body in range(1, 151)]
    backwards = corporations(*reversed(rows))

    links = link(tmp_path, corporations(*rows)).links

    assert len(links) == 10
    assert all("more than 100" in one.comment for one in links)
    assert [one.object for one in links] == [
        one.object for one in link(tmp_path, backwards).links
    ]


CELLS = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(
            [NAME, "架空電機", "架空電機株式会社", "有限会社架空電機", "架空省", "KKK"]
        ),
        "process": st.sampled_from(["01", "11", "21", "22", "71", "81", "99"]),
        "changeDate": st.sampled_from(["2015-10-05", "2024-06-01"]),
        "closeDate": st.sampled_from(["", "2019-04-01"]),
        "latest": st.sampled_from(["0", "1"]),
        "hihyoji": st.sampled_from(["0", "1"]),
        "prefectureCode": st.sampled_from(sorted(PREFECTURES)),
    },
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(CELLS, st.integers(1, 4)), max_size=6), st.booleans())
def test_no_closed_or_ambiguous_one_is_certain(tmp_path, cells, whole):
    """Whatever a register holds, a certain link is open, unique and equal."""
    assume(cells or whole)
    rows = [
        corporation(**{"name": NAME, **columns}, body=body) for columns, body in cells
    ]

    linked = link(tmp_path, corporations(*rows, whole=whole))

    for one in linked.links:
        if one.standing == "certain":
            entries = [row for row in rows if row["corporateNumber"] in one.object]
            namesakes = {
                row["corporateNumber"]
                for row in rows
                if one.subject_label in row["name"] and row["latest"] == "1"
            }
            assert whole
            assert namesakes == {entries[0]["corporateNumber"]}
            for row in entries:
                assert row["closeDate"] == ""
                assert row["process"] in {"01", "11", "22"}
                assert (row["latest"], row["hihyoji"]) == ("1", "0")


ENTRIES = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["架空研究所", "架空省", "KKK"]),
        "body": st.integers(1, 4),
        "schema": st.sampled_from([1, 2]),
        "status": st.sampled_from(["active", "inactive", "withdrawn"]),
        "country": st.sampled_from(["JP", "KR"]),
        "aliases": st.lists(st.sampled_from(["架空研究所", "KKK"]), max_size=1),
    }
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ENTRIES, min_size=1, max_size=5))
def test_no_inactive_or_ambiguous_entry_is_certain(tmp_path, entries):
    """Whatever a dump holds, a certain link is active, in Japan and unique."""
    linked = link(tmp_path, rors(*(ror_entry(**entry) for entry in entries)))

    for one in linked.links:
        if one.standing == "certain":
            named = [e for e in entries if e["name"] == one.subject_label]
            assert {ror(entry["body"]) for entry in named} == {one.object[-9:]}
            assert {(e["status"], e["country"]) for e in named} == {("active", "JP")}
