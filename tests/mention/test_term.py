"""Terms: which noun compounds a record treats as its own."""

import pytest

from kg.mention.ginza import WORDS, Compound
from kg.mention.near import index_labels, match_term
from kg.mention.proposal import propose_concepts
from kg.mention.term import weigh_terms
from kg.model import Span, Term, Theme
from tests.mention.record import passages_of, record


def compounds(*found):
    """Return compounds (words, rank of each) that stand one after another."""
    text = "、".join("".join(words) for words, _ in found)
    (passage,) = passages_of(text)
    start, result = 0, []
    for words, ranks in found:
        end = start + len("".join(words))
        result.append((passage, Compound(start, end, tuple(words), tuple(ranks))))
        start = end + 1
    return result


def names(terms):
    return [term.name for term in terms]


def test_a_compound_that_comes_back_leads():
    terms = weigh_terms(
        compounds(
            (["給食"], [7000]),
            (["学校", "給食", "費"], [400, 7000, 900]),
            (["学校", "給食", "費"], [400, 7000, 900]),
        )
    )

    assert names(terms) == ["学校給食費", "給食"]
    assert [len(term.spans) for term in terms] == [2, 1]


def test_what_stands_only_inside_longer_ones_is_no_term_of_its_own():
    """給食 in one longer compound counts as often as without it (C-value)."""
    inside = weigh_terms(compounds((["給食"], [7000]), (["給食", "費"], [7000, 900])))
    alone = weigh_terms(compounds((["給食"], [7000]), (["費"], [900])))

    def weight(terms):
        return next(term.termhood for term in terms if term.name == "給食")

    assert weight(inside) == weight(alone)


def test_rare_words_weigh_more_than_frequent_ones():
    terms = weigh_terms(compounds((["議論"], [600]), (["捕鯨"], [WORDS])))

    assert names(terms) == ["捕鯨", "議論"]


def test_the_same_terms_in_any_order_weigh_the_same():
    one = compounds((["学校"], [400]), (["給食"], [7000]), (["学校", "費"], [400, 900]))

    assert weigh_terms(one) == weigh_terms(one[::-1])


LUNCH = Theme("t:lunch", "学校給食", aliases=("給食",), triggers=("学校給食費",))
COUNSEL = Theme("t:counsel", "患者支援", triggers=("患者相談窓口",))
SCHOOL = Theme("t:school", "学校", aliases=("給食",))
SAFETY = Theme("t:safety", "食品安全", triggers=("食品安全",))


def term(name, *, times=1, termhood=1.0):
    """Return a term that stands *times* times."""
    spans = tuple(Span(place, place + 1) for place in range(times))
    return Term(name, (name,), spans, termhood)


@pytest.mark.parametrize(
    ("name", "likeness", "expected"),
    [
        pytest.param("学校給食", 0.0, ("t:lunch", "label"), id="called-so"),
        pytest.param("給食", 0.0, None, id="two-are-called-so"),
        pytest.param("病院給食", 0.95, ("t:lunch", "vector"), id="near"),
        pytest.param("病院給食", 0.89, None, id="a-sibling"),
        pytest.param("病院給食", None, None, id="no-vector"),
        pytest.param("学校給食制度", 0.95, None, id="another-head"),
        pytest.param("相談窓口", 0.95, None, id="a-wider-term"),
        pytest.param("給食費", 1.0, None, id="one-telling-word"),
        pytest.param("港湾労働", 1.0, None, id="no-word-in-common"),
    ],
)
def test_a_term_names_a_theme(name, likeness, expected):
    labels = index_labels((LUNCH, SCHOOL, SAFETY, COUNSEL))
    match = match_term(term(name), labels, lambda _left, _right: likeness)

    assert (match and (match.theme.id, match.method)) == expected


def test_as_near_to_two_themes_is_near_to_none():
    twin = Theme("t:twin", "職場給食")
    labels = index_labels((LUNCH, twin))

    assert match_term(term("病院給食"), labels, lambda _a, _b: 0.95) is None


def test_proposals_are_compounds_or_rare_words_that_come_back():
    minutes = record("案。")
    terms = (
        term("学校給食制度", times=2, termhood=3.0),
        term("捕鯨", times=2, termhood=2.0),
        term("海上交通", times=1),
        term("議論", times=4, termhood=2.0),
        term("具体的", times=4, termhood=4.0),
    )
    proposals = propose_concepts([(minutes, terms)], (LUNCH,), lambda _a, _b: 0.7)

    assert [(one.name, one.count, one.near and one.near.id) for one in proposals] == [
        ("学校給食制度", 2, "t:lunch"),
        ("捕鯨", 2, None),
    ]


def test_proposals_of_several_records_are_counted_together():
    records = [(record("案。"), (term("捕鯨"),)), (record("別。"), (term("捕鯨"),))]
    (proposal,) = propose_concepts(records, (), lambda _a, _b: None)

    assert (proposal.count, proposal.records) == (2, 1)
