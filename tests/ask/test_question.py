"""Questions are asked with the reader's words, and empty answers say why."""

from dataclasses import replace

import pytest

from kg.ask import (
    ask_question,
    fill_blanks,
    find_entity,
    find_question,
    read_question,
    read_questions,
    run_query,
    show_example,
)
from kg.errors import QuestionError, ResourceError
from kg.graph import build_graph, open_store
from tests.graph.small_record import BASE, DIVISION, HANAKO, RECORD, UNIVERSITY

PEOPLE = """# title_ja: 組織から出席した人
# title_en: Who attended from an organization
# params: organization | organization | 組織 | Organization
# columns: 氏名, 役職（原文）, 根拠
# columns_en: name, post as written, evidence
# example: kg ask people-of-org 組織=架空大学
# empty_ja: この組織の人は出席していません。
# empty_en: Nobody attended from there.
PREFIX org: <http://www.w3.org/ns/org#>
SELECT ?name ?role (GROUP_CONCAT(STR(?span); SEPARATOR=" ") AS ?evidence) WHERE {
  # VALUES
  ?post org:organization/org:subOrganizationOf* ?organization ; org:member ?person ;
    gjr:roleAsWritten ?role ; gjr:evidencedBy ?span .
  ?person foaf:name ?name .
} GROUP BY ?name ?role ORDER BY ?name
"""
SPEAKERS = """# title_ja: 発言者
# title_en: Speakers
# params: meeting? | meeting | 会議 | Meeting ; person? | person | 人物 | Person
# columns: name
# empty_ja: この会議録は発言者を記載していません。
# empty_en: The record names no speaker.
SELECT ?name ?label WHERE {
  # VALUES
  ?meeting schema:recordedIn ?minutes . ?statement schema:isPartOf ?minutes ;
    gjr:speaker ?person ; gjr:speakerLabel ?label . ?person foaf:name ?name .
} ORDER BY ?name
"""


@pytest.fixture(scope="module")
def store():
    return open_store(build_graph((RECORD,), BASE), vocabulary=())


@pytest.fixture
def questions(tmp_path):
    (tmp_path / "people-of-org.rq").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "speakers.rq").write_text(SPEAKERS, encoding="utf-8")
    return read_questions(tmp_path)


@pytest.fixture
def people(questions):
    return questions[0]


@pytest.fixture
def speakers(questions):
    return questions[1]


def test_head_is_read(people, speakers):
    (parameter,) = people.parameters

    assert people.name == "people-of-org"
    assert people.title_ja == "組織から出席した人"
    assert people.columns == ("氏名", "役職（原文）", "根拠")
    assert (parameter.name, parameter.kind, parameter.required) == (
        "organization",
        "organization",
        True,
    )
    assert [p.required for p in speakers.parameters] == [False, False]


@pytest.mark.parametrize(
    ("blank", "value"),
    [
        pytest.param("組織", "架空大学", id="as printed"),
        pytest.param("organization", "架空 大学", id="a blank inside"),
        pytest.param("Organization", "架空　大学", id="a wide blank, English label"),
        pytest.param("組織", "国立大学法人架空大学", id="legal name"),
    ],
)
def test_value_is_found(store, people, blank, value):
    answer = ask_question(store, people, {blank: value})

    assert answer.columns == ("氏名", "役職（原文）", "根拠")
    assert answer.rows == (("鈴木 花子", "教授", "L8"),)
    assert answer.note == ""


def test_columns_in_english(store, people):
    answer = ask_question(store, people, {"Organization": "架空大学"}, "en")

    assert answer.columns == ("name", "post as written", "evidence")


def test_widths_do_not_matter(people):
    organization = replace(UNIVERSITY, aliases=("ＫＡＫＵ",))
    others = tuple(organization if o == UNIVERSITY else o for o in RECORD.organizations)
    wide = open_store(
        build_graph((replace(RECORD, organizations=others),), BASE), vocabulary=()
    )

    assert ask_question(wide, people, {"組織": "kaku"}).rows


def test_units_below_are_included(store, people):
    answer = ask_question(store, people, {"組織": "架空省"})

    assert [row[0] for row in answer.rows] == ["田中 実"]


@pytest.mark.parametrize(
    ("language", "start", "joint"),
    [
        pytest.param("ja", "組織「架空大」はこの会議録にありません。", "、", id="ja"),
        pytest.param(
            "en", "Organization “架空大” is not in the record.", ", ", id="en"
        ),
    ],
)
def test_unknown_value_suggests_the_nearest_five(store, people, language, start, joint):
    with pytest.raises(QuestionError) as caught:
        ask_question(store, people, {"組織": "架空大"}, language)

    message = str(caught.value)
    assert message.startswith(start)
    nearest = message.partition(": ")[2].split(joint)
    assert nearest[0] == "架空大学"
    assert len(nearest) == 5


def test_hostile_value_is_only_a_value(store, people):
    with pytest.raises(QuestionError, match="ありません"):
        ask_question(store, people, {"組織": '" } } DROP ALL #'})


@pytest.mark.parametrize(
    ("values", "rows"),
    [
        pytest.param({}, 1, id="all"),
        pytest.param({"会議": "3"}, 1, id="number"),
        pytest.param({"会議": "第３回"}, 1, id="number in words"),
        pytest.param({"会議": "2024-05-14"}, 1, id="day"),
        pytest.param({"会議": "架空技術会議(第3回)"}, 1, id="name, narrow brackets"),
        pytest.param({"会議": "3", "人物": "鈴木花子"}, 1, id="both"),
        pytest.param({"人物": "田中実"}, 0, id="nobody's statement"),
    ],
)
def test_open_blanks(store, speakers, values, rows):
    answer = ask_question(store, speakers, values)

    assert len(answer.rows) == rows
    assert bool(answer.note) == (rows == 0)


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("ja", "この会議録は発言者を記載していません。"),
        ("en", "The record names no speaker."),
    ],
)
def test_empty_answer_says_why(speakers, language, note):
    withheld = replace(RECORD, speeches=RECORD.speeches[:2])
    silent = open_store(build_graph((withheld,), BASE), vocabulary=())

    answer = ask_question(silent, speakers, {}, language)

    assert (answer.rows, answer.note) == ((), note)


def test_columns_that_do_not_fit_are_those_of_the_query(store, speakers):
    assert ask_question(store, speakers, {}).columns == ("name", "label")


def test_missing_and_strange_blanks(store, people):
    with pytest.raises(QuestionError, match=r"「組織」を入れてください。例: kg ask"):
        ask_question(store, people, {})
    with pytest.raises(QuestionError, match=r"「主題」という空欄はありません.*組織"):
        ask_question(store, people, {"主題": "量子"})


@pytest.mark.parametrize(
    ("language", "known"),
    [("ja", "組織（organization）"), ("en", "organization (組織)")],
)
def test_a_strange_blank_lists_both_spellings(people, language, known):
    with pytest.raises(QuestionError) as caught:
        fill_blanks(people, [("org", "架空大学")], language)

    assert str(caught.value).endswith(known)


@pytest.mark.parametrize("second", ["組織", "organization"])
@pytest.mark.parametrize(("language", "words"), [("ja", "二度"), ("en", "twice")])
def test_a_blank_is_given_once(people, second, language, words):
    pairs = [("組織", "架空大学"), (second, "架空省")]

    with pytest.raises(QuestionError, match=words):
        fill_blanks(people, pairs, language)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("ja", "組織=架空大学 会議=第3回 x-organization=a"),
        ("en", "organization=架空大学 meeting=第3回 x-organization=a"),
    ],
)
def test_an_example_is_in_the_language_of_the_reader(people, speakers, language, shown):
    question = replace(
        people,
        parameters=(*people.parameters, speakers.parameters[0]),
        example="organization=架空大学 meeting=第3回 x-organization=a",
    )

    assert show_example(question, language) == shown


def test_unknown_question_suggests(questions):
    with pytest.raises(QuestionError, match=r"speaker.*近いもの: speakers"):
        find_question(questions, "speaker")
    assert find_question(questions, "speakers").name == "speakers"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("SELECT * {}", "lacks title_ja", id="no head"),
        pytest.param(
            PEOPLE.replace("| organization |", "| planet |", 1), "expected", id="kind"
        ),
        pytest.param(
            PEOPLE.replace(" | Organization", "", 1), "expected", id="too few fields"
        ),
    ],
)
def test_malformed_question(tmp_path, text, reason):
    file = tmp_path / "bad.rq"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(ResourceError, match=reason):
        read_question(file)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        pytest.param("person", "鈴木花子", HANAKO, id="person"),
        pytest.param("organization", "架空省政策局企画課", DIVISION, id="whole path"),
        pytest.param("organization", "企画課", DIVISION, id="short name"),
    ],
)
def test_entity_is_found(store, kind, value, expected):
    assert find_entity(store, kind, value) == BASE + expected.id


def test_name_that_several_bear_is_not_one():
    second = replace(HANAKO, id="person/second")
    people = (*RECORD.people, second)
    two = open_store(
        build_graph((replace(RECORD, people=people),), BASE), vocabulary=()
    )

    with pytest.raises(QuestionError, match="一つに決まりません"):
        find_entity(two, "person", "鈴木花子")


def test_own_query(store):
    assert run_query(store, "ASK { ?x a gjr:Meeting }").verdict is True


def test_every_shipped_question_runs(store):
    """Each runs on a record that is not its example, and gives its columns."""
    for question in read_questions():
        open_blanks = replace(
            question,
            parameters=tuple(replace(p, required=False) for p in question.parameters),
        )

        answer = ask_question(store, open_blanks, {})

        assert answer.columns == question.columns, question.name
        assert answer.rows or answer.note
