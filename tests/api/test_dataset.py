"""`import kg; graph = kg.open("out")`: questions, things, networks, errors."""

import subprocess
import sys

import networkx as nx
import pytest

import kg
from kg.api import Dataset, Meeting, Person
from kg.errors import (
    AmbiguousNameError,
    ConfigError,
    DocumentMissingError,
    QuestionError,
)
from tests.ontology.answers import GRAPHS

COUNCIL, MEETING = "架空技術政策会議", "架空技術政策会議（第3回）"


def test_open_reads_a_file_a_path_or_a_text(story):
    for path in (GRAPHS["story"], str(GRAPHS["story"])):
        graph = kg.open(path)

        assert isinstance(graph, kg.Dataset)
        assert repr(graph) == repr(story)


def test_open_says_what_is_missing(tmp_path):
    with pytest.raises(DocumentMissingError, match="nowhere"):
        kg.open(tmp_path / "nowhere")


def test_open_takes_two_languages(story):
    with pytest.raises(ConfigError, match="ja or en, got 'fr'"):
        Dataset(story.store, "fr")


def test_import_costs_nothing():
    """Who wants the version alone pays for no library, not even for RDF."""
    code = "import kg, sys; print('pyoxigraph' in sys.modules, 'rdflib' in sys.modules)"

    out = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert out.stdout.split() == [b"False", b"False"]


def test_what_kg_has_not_raises_as_of_any_module():
    with pytest.raises(AttributeError, match="no attribute 'closed'"):
        kg.closed  # noqa: B018 - that is the test


# --- questions


@pytest.mark.parametrize(
    ("blanks", "language"),
    [({"組織": "架空大学"}, "ja"), ({"organization": "架空大学"}, "en")],
)
def test_ask_in_two_languages(blanks, language, story):
    answer = Dataset(story.store, language).ask("people-of-org", **blanks)

    first = answer.columns[0]
    assert first == {"ja": "氏名", "en": "name"}[language]
    assert {row[first] for row in answer} == {"橘 一葉"}


def test_ask_takes_what_was_found(story):
    person = story.person("橘 一葉")

    answer = story.ask("meetings-of-a-person", 人物=person)

    assert answer.column("会合") == (MEETING,)


def test_a_row_leads_to_its_words(story):
    answer = story.ask("people-of-org", 組織="架空大学")

    evidence = answer.evidence(0)
    assert evidence.words == ("◎座長", "〈委員〉", "◎")
    assert evidence.sentences[-1] == "◎橘 一葉\t国立大学法人架空大学 理事・副学長"


@pytest.mark.parametrize(
    ("name", "blanks", "said"),
    [
        ("people-of-orgs", {}, "近いもの: people-of-org"),
        ("people-of-org", {"組織": "架空大"}, "近いもの: .*架空大学"),
        ("people-of-org", {}, "「組織」を入れてください"),
        ("people-of-org", {"会合": "3"}, "「会合」という空欄はありません"),
    ],
)
def test_a_wrong_word_is_met_by_the_nearest(name, blanks, said, story):
    with pytest.raises(QuestionError, match=said):
        story.ask(name, **blanks)


def test_an_empty_answer_says_why(story):
    answer = story.ask("who-may-be-the-same")

    assert (len(answer), repr(answer)) == (0, "未決の組はありません。")


def test_the_questions_are_a_table(story):
    table = story.questions.table

    assert len(table) == len(story.questions) > 40
    assert (
        "組織="
        in dict(zip(table.column("名前"), table.column("空欄"), strict=True))[
            "people-of-org"
        ]
    )


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("SELECT ?n { ?p a foaf:Person ; foaf:name ?n } ORDER BY ?n", 7),
        ("ASK { ?p a foaf:Person }", 1),
        ("CONSTRUCT { ?p a foaf:Person } WHERE { ?p a foaf:Person }", 7),
    ],
)
def test_query_of_every_form_is_a_table(query, rows, story):
    table = story.query(query)

    assert len(table) == rows
    assert all(len(row) == len(table.columns) for row in table.rows)


# --- things


def test_things_are_listed_and_found(story):
    assert story.person("橘　一葉").iri.endswith("person/tachibana")
    assert story.person("橘").name == "橘 一葉"
    assert story.meeting(3) == story.meeting("第3回") == story.meetings[0]
    assert story.council(COUNCIL).meetings == tuple(story.meetings)
    assert story.theme("データ").evidence.words == ("データ連携",)
    assert {"架空省", "架空省 政策局"} <= {one.name for one in story.organizations}


def test_namesakes_are_never_guessed(story):
    with pytest.raises(AmbiguousNameError) as caught:
        story.person("小暮")

    assert "小暮 律（架空データ 社長" in str(caught.value)
    assert "小暮 敦子（架空市 総務課 課長" in str(caught.value)
    assert story.person("person/kogure-ritsu").name == "小暮 律"


def test_a_post_has_days_and_no_beginning(story):
    post, *_ = story.person("橘 一葉").posts

    assert (post.organization, post.role, post.days) == (
        "架空大学",
        "副学長",
        ("2024-05-15",),
    )
    assert not {"start", "end", "begin"} & set(dir(post))


def test_a_roster_says_how_it_is_known(story):
    rows = {row.name: row for row in story.meeting(3).attendances}

    assert rows["橘 一葉"].shown_mode == "会場*"
    assert rows["小暮 律"].shown_mode == "オンライン"
    assert rows["鳴海 ことり"].proxy
    assert rows["灘 ひかる"].absent
    assert rows["灘 ひかる"].shown_mode == "不明"


def test_evidence_of_anything(story):
    meeting = story.meeting(3)
    for fact in (meeting, meeting.iri, meeting.attendances[0]):
        assert story.evidence(fact).words


def test_equal_things_are_one(story):
    again = Dataset(story.store).person("橘 一葉")

    assert {again, story.person("橘 一葉")} == {again}
    assert isinstance(again, Person)
    assert isinstance(story.meetings[0], Meeting)


# --- networks


def test_network_is_of_networkx(story):
    network = story.network()

    assert isinstance(network, nx.MultiDiGraph)
    kinds = nx.get_node_attributes(network, "kind")
    ends = {frozenset((kinds[a], kinds[b])) for a, b in network.edges()}
    assert {"person", "meeting", "theme"} <= set(kinds.values())
    assert frozenset(("person", "theme")) not in ends


@pytest.mark.parametrize(
    "chosen",
    [{"meeting": 3}, {"person": "橘 一葉"}, {"organization": "架空大学"}],
    ids=lambda chosen: next(iter(chosen)),
)
def test_network_of_one_thing_is_smaller(chosen, story):
    assert 0 < len(story.network(**chosen)) <= len(story.network())


# --- pandas


def test_pandas_has_the_same_cells(story):
    pandas = pytest.importorskip("pandas")
    answer = story.ask("people-of-org", 組織="架空大学")

    frame = answer.to_pandas()

    assert list(frame.columns) == list(answer.columns)
    assert frame["氏名"].tolist() == list(answer.column("氏名"))
    assert pandas.api.types.is_numeric_dtype(frame["会合数"])
    assert not pandas.api.types.is_numeric_dtype(frame["根拠"])


def test_csv_is_safe_for_spreadsheets(story, tmp_path):
    table = story.query("SELECT ('=1+1' AS ?x) {}")

    assert table.to_csv(tmp_path / "x.csv") == "x\n'=1+1\n"
    assert (tmp_path / "x.csv").read_text(encoding="utf-8") == "x\n'=1+1\n"


def test_english_all_through(small):
    answer = small.ask("who-attended")

    assert answer.columns[1] == "name"
    assert small.questions.table.columns[0] == "name"
    assert small.people._repr_html_().count("in all") == 1
