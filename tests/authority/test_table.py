"""What people write in a table is checked, and becomes facts; the rest stays a row."""

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.authority import read_table, write_table
from kg.graph import (
    build_graph,
    build_links,
    open_store,
    validate_graph,
    write_nquads,
    write_turtle,
)
from kg.model import Authority, AuthorityFile, OutsideLink, Standing
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
    COMPANY,
    HANAKO,
    ICHIRO,
    INSTITUTE,
    RECORD,
    THEME,
)

PREFIXES = {
    "org": f"{BASE}org/",
    "person": f"{BASE}person/",
    "wd": "http://www.wikidata.org/entity/",
    "nrid": "https://nrid.nii.ac.jp/nrid/",
}
MANUAL = "semapv:ManualMappingCuration"
LEXICAL = "semapv:LexicalMatching"
KKK = INSTITUTE.id.replace("/", ":")
DENKI = COMPANY.id.replace("/", ":")
PERSON = HANAKO.id.replace("/", ":")
SAME = "schema:sameAs"


def table(*rows):
    """Return *rows* (subject, predicate, modifier, object, justification) as SSSOM."""
    return sssom(*rows, prefixes=PREFIXES)


def facts(linked):
    """Return what the graph of links says of our things, as short lines."""
    files = [one.file for one in linked.files]
    graph = build_links(linked.links, files, BASE).facts
    space = graph.namespace_manager
    space.bind("owl", rdflib.OWL)
    space.bind("skos", rdflib.SKOS)
    space.bind("schema", "http://schema.org/")
    space.bind("org", rdflib.ORG)
    return sorted(
        f"{predicate.n3(space)} {value.n3()}"
        for subject, predicate, value in graph
        if str(subject).startswith((f"{BASE}org/", f"{BASE}person/", THEME))
    )


REVIEWS = [
    pytest.param(
        [(PERSON, SAME, "", "nrid:1000012345678/", MANUAL)],
        ["owl:sameAs <https://nrid.nii.ac.jp/nrid/1000012345678/>"],
        "",
        id="a person",
    ),
    pytest.param(
        [(PERSON, SAME, "", "nrid:1000012345678/", LEXICAL)],
        [],
        "",
        id="a person, by nobody's word",
    ),
    pytest.param(
        [(KKK, "skos:exactMatch", "", "wd:Q11", MANUAL)],
        ["owl:sameAs <http://www.wikidata.org/entity/Q11>"],
        "",
        id="a body is no concept",
    ),
    pytest.param(
        [(KKK, SAME, "", f"https://ror.org/{ror(5)}", MANUAL)],
        [
            f'org:identifier "{ror(5)}"^^<https://w3id.org/gijiroku/ns#rorId>',
            f"owl:sameAs <https://ror.org/{ror(5)}>",
        ],
        "",
        id="ROR",
    ),
    pytest.param(
        [(KKK, SAME, "", f"hojin:{number(5)}", MANUAL)],
        [
            f'org:identifier "{number(5)}"^^<https://w3id.org/gijiroku/ns#corporateNumber>',
            f"owl:sameAs <http://hojin-info.go.jp/data/{number(5)}>",
        ],
        "",
        id="a corporate number",
    ),
    pytest.param(
        [(f"<{THEME}>"[1:-1], "skos:broadMatch", "", "ndlsh:00570001", MANUAL)],
        ["skos:broadMatch <http://id.ndl.go.jp/auth/ndlsh/00570001>"],
        "",
        id="a theme",
    ),
    pytest.param(
        [(THEME, "owl:sameAs", "", "ndlsh:00570001", MANUAL)],
        ["skos:exactMatch <http://id.ndl.go.jp/auth/ndlsh/00570001>"],
        "",
        id="two concepts are not one",
    ),
    pytest.param(
        [(KKK, SAME, "", "hojin:1000000000001", MANUAL)],
        [],
        "check digit",
        id="a slip of the pen",
    ),
    pytest.param(
        [(KKK, SAME, "", f"https://ror.org/{ror(5)[:-2]}00", MANUAL)],
        [],
        "check digit",
        id="a slip in a ROR id",
    ),
    pytest.param(
        [(PERSON, SAME, "", f"hojin:{number(5)}", MANUAL)],
        [],
        "a person has no",
        id="a person is no corporation",
    ),
    pytest.param(
        [(KKK, SAME, "", "isni:12", MANUAL)], [], "curie_map", id="unknown prefix"
    ),
    pytest.param(
        [(KKK, SAME, "", "http://a.example/<b>", MANUAL)], [], "no IRI", id="no IRI"
    ),
    pytest.param(
        [(KKK, "skos:broadMatch", "", "wd:Q11", MANUAL)],
        [],
        "cannot be said",
        id="a body has no broader match",
    ),
    pytest.param(
        [(KKK, SAME, "", "wd:Q11", MANUAL), (KKK, SAME, "", "wd:Q12", MANUAL)],
        [],
        "another entry",
        id="two items for one body",
    ),
    pytest.param(
        [(KKK, SAME, "", "wd:Q11", MANUAL), (DENKI, SAME, "", "wd:Q11", MANUAL)],
        [],
        "another subject",
        id="one item for two bodies",
    ),
    pytest.param(
        [(KKK, SAME, "", "wd:Q11", MANUAL), (KKK, SAME, "Not", "wd:Q11", MANUAL)],
        [],
        "",
        id="yes and no",
    ),
    pytest.param(
        [("org:aaaaaaaaaaaa", SAME, "", "wd:Q11", MANUAL)], [], "", id="not ours"
    ),
]


@pytest.mark.parametrize(("rows", "expected", "problem"), REVIEWS)
def test_what_a_person_writes(tmp_path, rows, expected, problem):
    linked = link(tmp_path, table(*rows))

    assert facts(linked) == expected
    for one in linked.links:
        assert problem in one.comment


def test_rows_about_nothing_here_are_counted(tmp_path):
    linked = link(tmp_path, table(("org:none", SAME, "", "wd:Q1", MANUAL)))

    assert [(one.rows, one.unknown) for one in linked.files] == [(1, 1)]


def test_no_is_never_asked_again(tmp_path):
    register = corporations(corporation("株式会社架空電機"))
    no = table((DENKI, SAME, "Not", f"hojin:{number(1)}", MANUAL))

    assert standings(link(tmp_path, register)) == {number(1): "certain"}
    assert standings(link(tmp_path, register, no)) == {number(1): "refused"}


def test_a_person_outranks_the_machine(tmp_path):
    register = corporations(corporation("株式会社架空電機"), corporation("別の名", 2))
    yes = table((DENKI, SAME, "", f"hojin:{number(2)}", MANUAL))

    linked = link(tmp_path, register, yes)

    assert standings(linked) == {number(1): "candidate", number(2): "reviewed"}


def test_what_is_certain_is_written_with_its_file(tmp_path):
    linked = link(
        tmp_path,
        corporations(corporation("株式会社架空電機")),
        rors(ror_entry("架空研究所")),
        tsv(("人材育成", "ジンザイ", "00570001", "")),
    )

    assert facts(linked) == [
        f'org:identifier "{ror(1)}"^^<https://w3id.org/gijiroku/ns#rorId>',
        f'org:identifier "{number(1)}"^^<https://w3id.org/gijiroku/ns#corporateNumber>',
        f"schema:sameAs <https://ror.org/{ror(1)}>",
    ]
    files = [one.file for one in linked.files]
    lines = write_nquads(build_links(linked.links, files, BASE)).splitlines()
    source = next(one for one in files if one.authority is Authority.ROR)
    (same,) = (line for line in lines if "schema.org/sameAs" in line)
    assert same.endswith(f"<{BASE}links/{source.sha256[:12]}> .")
    assert any(source.sha256 in line and "sha256" in line for line in lines)


def test_links_conform_to_the_shapes(tmp_path):
    rows = [row for param in REVIEWS[:6] for row in param.values[0]]
    linked = link(tmp_path, corporations(corporation("株式会社架空電機")), table(*rows))
    files = [one.file for one in linked.files]
    with_links = open_store(
        build_graph((RECORD,), BASE), build_links(linked.links, files, BASE)
    )
    without = open_store(build_graph((RECORD,), BASE))

    assert validate_graph(with_links) == validate_graph(without)


def test_a_table_comes_back_as_it_went(tmp_path):
    linked = link(
        tmp_path,
        corporations(corporation("株式会社架空電機"), corporation("KKK", 2)),
        table((PERSON, SAME, "", "nrid:1000012345678/", MANUAL)),
    )
    text = write_table(linked.links, [one.file for one in linked.files], BASE)

    again = link(tmp_path, text.encode())

    changed = standings(linked) | {number(1): "candidate"}  # no register, no certainty
    assert standings(again) == changed
    assert "\nsubject_id\tsubject_label\t" in text
    assert f"#  o: {BASE}org/" in text


def test_a_table_that_a_spreadsheet_saved(tmp_path):
    """Lines of the header get quotes and tabs, and the file another encoding."""
    text = table((KKK, SAME, "", "wd:Q11", MANUAL)).decode()
    lines = [
        '"' + line.replace('"', '""') + '"\t\t\t' if line[0] == "#" else line
        for line in text.splitlines()
    ]

    saved = "\r\n".join([*lines, "", ""]).encode("cp932")

    assert standings(link(tmp_path, saved)) == {"Q11": "reviewed"}


def test_the_order_of_files_does_not_show(tmp_path):
    contents = [
        corporations(corporation("株式会社架空電機")),
        rors(ror_entry("架空研究所", items=["Q11"])),
        tsv(("item", "label"), ("Q11", "架空研究所"), ("Q12", "人材育成")),
        table((KKK, SAME, "", "wd:Q11", MANUAL)),
    ]
    texts = set()
    for order in (contents, contents[::-1]):
        linked = link(tmp_path, *order)
        digests = sorted({one.file.sha256: one.file for one in linked.files}.items())
        files = [AuthorityFile(f.authority, "f", f.sha256) for _, f in digests]
        texts.add(write_table(linked.links, files, BASE))
        texts.add(write_turtle(build_links(linked.links, files, BASE)))

    assert len(texts) == 2


WORDS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\r\n\t"),
    max_size=12,
)


@given(WORDS, WORDS, st.sampled_from([None, 0.5, 1.0]), st.booleans())
def test_any_words_survive_the_table(label, comment, confidence, negated):
    row = OutsideLink(
        subject=f"{BASE}org/abc",
        predicate=SAME,
        object="http://www.wikidata.org/entity/Q1",
        justification=MANUAL,
        standing=Standing.REFUSED if negated else Standing.REVIEWED,
        subject_label=label,
        object_label=label,
        negated=negated,
        confidence=confidence,
        comment=comment,
        author="orcid:0000-0000-0000-0000",
        date="2025-01-01",
    )

    text = write_table([row], [], BASE)

    assert list(read_table(text.splitlines(keepends=True), "table")) == [row]


def test_people_have_no_candidates_by_name(tmp_path):
    items = tsv(("item", "label"), ("Q1", HANAKO.label), ("Q2", ICHIRO.label))
    rows = corporations(corporation(HANAKO.label), corporation(ICHIRO.label, 2))

    assert not link(tmp_path, items, rows).links
