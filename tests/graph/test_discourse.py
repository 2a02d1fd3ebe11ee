"""What statements do and what was settled, as triples with their words."""

import pytest

from kg.discourse import read_discourse
from kg.entity import link_entities
from kg.graph import build_graph
from kg.graph.vocabulary import CODE, GJR, OA, SCHEMA
from tests.discourse.saying import gazetteer, minutes

BASE = "https://example.org/id/"


def graph(*lines, papers=()):
    """Return the graph of *lines*, each a statement."""
    record = minutes(*lines, papers=papers)
    said = read_discourse(record, gazetteer())
    return build_graph((link_entities(record, (), gazetteer(), (), said),), BASE)


def values(found, node, *terms):
    """Return the last words of what *node* has."""
    codes = (found.facts.value(node, term) or "" for term in terms)
    return [str(code).rpartition("-")[2] for code in codes]


def test_an_act_has_its_kind_its_rule_and_its_words():
    found = graph("橘委員：記録に残すべきである。何台ですか。")
    acts = sorted(found.facts.objects(None, GJR.act))
    spans = [found.facts.value(act, GJR.evidencedBy) for act in acts]

    assert [values(found, act, GJR.actKind) for act in acts] == [
        ["opinion"],
        ["question"],
    ]
    assert [str(found.facts.value(act, GJR.rule)) for act in acts] == [
        "ought",
        "asks-in-speech",
    ]
    quoted = [
        str(words)
        for span in spans
        for selector in found.evidence.objects(span, OA.hasSelector)
        for words in found.evidence.objects(selector, OA.exact)
    ]
    assert quoted == ["べきである", "ですか"]


def test_a_kind_and_an_answer_are_readings_of_the_statement():
    found = graph("橘委員：何台ですか。", "建設部長：八十台です。")
    answer = next(found.facts.subjects(GJR.inResponseTo))

    assert values(found, answer, GJR.statementKind) == ["answer"]
    asked = found.facts.value(answer, GJR.inResponseTo)
    assert str(found.facts.value(asked, SCHEMA.text)) == "何台ですか。"
    bases = {
        (found.facts.value(node, GJR.axis), found.facts.value(node, GJR.basis))
        for node in found.facts.subjects(GJR.of, answer)
    }
    assert bases == {
        (GJR.statementKind, CODE["basis-inferred"]),
        (GJR.inResponseTo, CODE["basis-inferred"]),
    }


def test_a_reported_question_is_described_once():
    found = graph("・（「例に出してもよいか」との問いに対して）先方の了解が要る。")

    (asked,) = found.facts.objects(None, GJR.inResponseTo)
    assert str(found.facts.value(asked, SCHEMA.text)) == "例に出してもよいか"


def test_a_statement_explains_a_handout():
    found = graph("事務局：資料1に基づき御説明いたします。", papers=["資料1"])

    ((statement, paper),) = found.facts.subject_objects(GJR.explains)
    assert str(statement).endswith("statement-0-01")
    assert str(paper).endswith("material-1")


@pytest.mark.parametrize(
    ("line", "status", "aim"),
    [
        ("座長：様式の案を承認いたします。", "approved", ""),
        ("座長：資料1を了承してよろしいですか。", "proposed", "approved"),
        ("・架空会議として、拠点の認定を推薦したいと思う。", "recommended", ""),
    ],
)
def test_a_decision_has_its_status(line, status, aim):
    found = graph(line)

    (node,) = found.facts.objects(None, GJR.decision)
    assert values(found, node, GJR.decisionStatus, GJR.proposedStatus) == [status, aim]
    assert (None, GJR.decision, node) in found.facts


def test_words_of_a_decision_are_as_printed():
    found = graph(
        "座長：資料１は、Ａ案を直すことを条件に了承とし、細部は座長一任とします。"
    )

    words = {
        (term, str(value))
        for term in (GJR.matter, GJR.condition, GJR.entrustedAsWritten)
        for value in found.facts.objects(None, term)
    }
    assert words == {
        (GJR.matter, "資料１"),
        (GJR.condition, "Ａ案を直すこと"),
        (GJR.matter, "細部"),
        (GJR.entrustedAsWritten, "座長"),
    }


def test_a_role_that_is_entrusted_is_no_person():
    found = graph("座長：細部は座長に一任とします。")

    assert not set(found.facts.objects(None, GJR.entrustedTo))


def test_a_body_that_is_entrusted_is_bound():
    found = graph("座長：細部は事務局に一任とします。")

    (body,) = found.facts.objects(None, GJR.entrustedTo)
    assert "/org/" in str(body)


def test_nobody_decides_where_nobody_is_stated():
    found = graph("座長：様式の案を承認いたします。")

    assert not set(found.facts.objects(None, GJR.decisionMaker))
