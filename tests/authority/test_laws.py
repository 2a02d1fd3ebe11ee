"""A law that a record names gets its number and id from e-Gov's list, or a candidate.

Every law here is invented. The record is of 2024-05-14.
"""

import json
from dataclasses import replace

import pytest

from kg.authority import link_files, read_subjects
from kg.authority.law import is_law_id, same_number
from kg.errors import AuthorityFileError
from kg.graph import (
    build_graph,
    build_links,
    open_store,
    validate_graph,
    write_nquads,
)
from kg.model import (
    Basis,
    Grounded,
    Reference,
    ReferenceForm,
    ReferenceKind,
    ReferencePlace,
)
from tests.authority.build import names
from tests.authority.registers import (
    LAW_COLUMNS,
    law,
    law_entry,
    law_id,
    law_page,
    laws,
    sssom,
)
from tests.graph.small_record import BASE, RECORD, at

NAME = "干潟保全基本法"
PLACE = ReferencePlace((at("人材育成"),), "人材育成", ReferenceForm.NAME)
MANUAL = "semapv:ManualMappingCuration"


def reference(name=NAME, number=None, *, official=True):
    """Return a law that a record names."""
    printed = number and Grounded(number, Basis.STATED, PLACE.spans)
    return Reference(
        ReferenceKind.LAW, name, (PLACE,), number=printed, official=official
    )


def graph(*references):
    """Return the graph of a record with these *references*."""
    return build_graph((replace(RECORD, references=references),), BASE)


def link(folder, *contents, of=None):
    """Return what lists with these *contents* give the laws *of* a record."""
    paths = []
    for place, content in enumerate(contents):
        path = folder / f"download-{place}"
        path.write_bytes(content)
        paths.append(path)
    subjects = read_subjects(open_store(graph(*(of or (reference(),)))), names())
    return link_files(paths, subjects, names())


def standings(linked):
    """Return the standing of each link by the id of the law."""
    return {one.object.rpartition("/")[2]: str(one.standing) for one in linked.links}


def test_the_same_law_in_two_records_is_one_node():
    one, two, own = reference(), reference("ＫＫ基本法"), reference(official=False)

    found = [
        {str(s) for s in graph(*of).facts.subjects() if "law" in str(s)}
        for of in ((one,), (two, one), (own,), (reference("KK基本法"),))
    ]

    assert len(found[0]) == 1
    assert found[0] < found[1]
    assert found[1] - found[0] == found[3]
    assert {iri.rpartition("/")[2] for iri in found[2]} == {"law-001"}


@pytest.mark.parametrize(
    ("rows", "standing", "words"),
    [
        pytest.param([law(NAME)], "certain", "certain", id="the only one"),
        pytest.param(
            [law(NAME, 未施行=""), law(NAME, 未施行="○", 改正法令名="改める法律")],
            "certain",
            "certain",
            id="two revisions of one law",
        ),
        pytest.param(
            [law("海辺保全基本法", 旧法令名=NAME)], "certain", "certain", id="of old"
        ),
        pytest.param(
            [law(NAME), law(NAME, 2, 26)],
            "candidate",
            "one of 2",
            id="old and new laws of one name",
        ),
        pytest.param(
            [law(NAME), law("海辺保全基本法", 2, 26, 旧法令名=NAME)],
            "candidate",
            "one of 2",
            id="the old name of another",
        ),
        pytest.param(
            [law(NAME, 公布日="令和六年六月十一日")],
            "candidate",
            "since 2024-06-11, after the meeting of 2024-05-14",
            id="younger than the meeting",
        ),
        pytest.param(
            [law("干瀉保全基本法"), law("干潟保全基本法施行令", 2)], None, "", id="no"
        ),
        pytest.param([law(NAME, 法令ID="H20-1")], "candidate", "form", id="an odd id"),
    ],
)
def test_a_law_by_its_name(tmp_path, rows, standing, words):
    linked = link(tmp_path, laws(*rows))

    found = standings(linked)
    assert found.get(rows[0]["法令ID"]) == standing
    for one in linked.links:
        assert words in one.comment
        assert one.predicate == "rdfs:seeAlso"


@pytest.mark.parametrize(
    ("page", "standing", "words"),
    [
        pytest.param(law_page(law_entry(NAME)), "certain", "", id="the only one"),
        pytest.param(
            law_page(law_entry(NAME, now="海辺保全基本法")),
            "certain",
            "",
            id="called otherwise since",
        ),
        pytest.param(
            law_page(law_entry("干潟の保全に関する法律", short=f"保全法,{NAME}")),
            "candidate",
            "an alias",
            id="a short name",
        ),
        pytest.param(
            law_page(law_entry(NAME, repealed="Repeal")),
            "candidate",
            "no more in force",
            id="repealed",
        ),
        pytest.param(
            law_page(law_entry(NAME), total=9_000),
            "candidate",
            "5001 laws of at least 9000",
            id="one page of two",
        ),
        pytest.param(
            law_page(law_entry(NAME), whole=False),
            "candidate",
            "1 laws of at least 5000",
            id="a search",
        ),
    ],
)
def test_a_law_by_the_api(tmp_path, page, standing, words):
    linked = link(tmp_path, page)

    assert standings(linked) == {law_id(): standing}
    assert words in linked.links[0].comment


@pytest.mark.parametrize(
    ("printed", "standing", "disputes"),
    [
        pytest.param(None, "certain", 0, id="none"),
        pytest.param("平成20年法律第1号", "certain", 0, id="the same"),
        pytest.param("平成二十年法律第一号", "certain", 0, id="in other digits"),
        pytest.param("平成21年法律第1号", "candidate", 1, id="another"),
    ],
)
def test_a_printed_number_is_evidence(tmp_path, printed, standing, disputes):
    linked = link(tmp_path, laws(law(NAME)), of=(reference(number=printed),))

    assert standings(linked) == {law_id(): standing}
    assert len(linked.disputes) == disputes
    if disputes:
        assert linked.disputes == (
            f"{NAME}: the records print {printed}, the list has 平成20年法律第1号",
        )
        assert f"another number, {printed}" in linked.links[0].comment


def test_a_printed_number_speaks_for_one_of_two_and_decides_nothing(tmp_path):
    linked = link(
        tmp_path,
        laws(law(NAME), law(NAME, 2, 26)),
        of=(reference(number="平成26年法律第2号"),),
    )

    assert linked.disputes == ()
    assert set(standings(linked).values()) == {"candidate"}
    best = max(linked.links, key=lambda one: one.confidence)
    assert best.object.endswith(law_id(2, 26))


def test_the_command_reports_another_number_and_changes_nothing(kg, tmp_path):
    of = reference(number="平成21年法律第1号")
    (tmp_path / "dataset.nq").write_text(write_nquads(graph(of)), encoding="utf-8")
    path = tmp_path / "all_law_list.csv"
    path.write_bytes(laws(law(NAME)))

    result = kg("link", tmp_path, "--with", path, "--json")

    words = (
        f"{NAME}: the records print 平成21年法律第1号, the list has 平成20年法律第1号"
    )
    assert result.exit_code == 0
    assert words in result.stderr
    assert json.loads(result.stdout)["disputes"] == [words]
    assert "法律第1号" not in (tmp_path / "links.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "of",
    [
        pytest.param(reference(official=False), id="of one record's own"),
        pytest.param(reference("民法", official=False), id="of another country"),
    ],
)
def test_what_is_no_whole_name_is_a_candidate(tmp_path, of):
    linked = link(tmp_path, laws(law(of.name)), of=(of,))

    assert standings(linked) == {law_id(): "candidate"}


def test_a_law_by_its_old_and_its_new_name(tmp_path):
    linked = link(
        tmp_path,
        laws(law("海辺保全基本法", 旧法令名=NAME)),
        of=(reference(), reference("海辺保全基本法")),
    )

    assert [str(one.standing) for one in linked.links] == ["certain", "certain"]


def test_what_is_certain_is_in_the_graph_of_its_list(tmp_path):
    of = reference(number="平成20年法律第1号")
    linked = link(tmp_path, laws(law(NAME, 法令番号="平成二十年法律第一号")), of=(of,))
    files = [one.file for one in linked.files]
    links = build_links(linked.links, files, BASE)
    (node,) = {one.subject for one in linked.links}

    said = {
        f"{predicate.n3()} {value.n3()}"
        for subject, predicate, value in links.facts
        if str(subject) == node
    }
    assert said == {
        (
            f'<http://purl.org/dc/terms/identifier> "{law_id()}"'
            "^^<https://w3id.org/gijiroku/ns#lawId>"
        ),
        '<http://schema.org/legislationIdentifier> "平成二十年法律第一号"',
        (
            "<http://www.w3.org/2000/01/rdf-schema#seeAlso> "
            f"<https://laws.e-gov.go.jp/law/{law_id()}>"
        ),
    }
    both = open_store(graph(of), links)
    assert validate_graph(both) == validate_graph(open_store(graph(of)))


@pytest.mark.parametrize(
    ("id_", "standing", "problem"),
    [
        pytest.param(law_id(7), "reviewed", "", id="by a person"),
        pytest.param("H20-63", "refused", "form", id="of another form"),
    ],
)
def test_what_a_person_writes_of_a_law(tmp_path, id_, standing, problem):
    (node,) = {one.subject for one in link(tmp_path, laws(law(NAME))).links}
    row = (node, "skos:exactMatch", "", f"egov:{id_}", MANUAL)

    linked = link(tmp_path, sssom(row), laws(law(NAME), law(NAME, 7)))

    (found,) = [one for one in linked.links if one.object.endswith(id_)]
    assert (str(found.standing), found.predicate) == (
        standing,
        "rdfs:seeAlso" if standing == "reviewed" else "skos:exactMatch",
    )
    assert problem in found.comment
    assert found.number == ("平成20年法律第7号" if standing == "reviewed" else "")


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param(LAW_COLUMNS, id="as published"),
        pytest.param([*LAW_COLUMNS, "所管課確認中"], id="with one more"),
    ],
)
def test_columns_go_by_their_names(tmp_path, columns):
    linked = link(tmp_path, laws(law(NAME), columns=columns))

    assert standings(linked) == {law_id(): "certain"}
    assert [(one.form, one.rows) for one in linked.files] == [("e-Gov 法令 CSV", 5001)]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(laws(law(NAME), whole=False) + b"a,b\r\n", "line 3", id="cut"),
        pytest.param(laws(law(NAME, 法令ID=""), whole=False), "line 2", id="no id"),
        pytest.param(law_page(law_entry(NAME))[:-9], "broken JSON", id="cut JSON"),
        pytest.param(
            b'{"laws": [{"law_info": {}}]}', "law 1 is of no known form", id="no law"
        ),
        pytest.param(b'{"a": 1}', "none of the forms", id="other JSON"),
    ],
)
def test_what_is_no_list_is_one_line(tmp_path, content, words):
    with pytest.raises(AuthorityFileError, match=words) as error:
        link(tmp_path, content)

    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("平成20年法律第63号", "平成二十年法律第六十三号", True),
        ("平成元年政令第１号", "平成1年政令第一号", True),
        ("平成20年法律第63号", "平成20年政令第63号", False),
        ("平成20年法律第63号", "平成二十年法律第六十四号", False),
    ],
)
def test_numbers_are_the_same_in_all_digits(ours, theirs, same):
    assert same_number(ours, theirs) is same


@pytest.mark.parametrize("text", ["", "321CONSTITUTION", "420AC0000000063"])
def test_ids(text):
    assert is_law_id(text) is bool(text)
