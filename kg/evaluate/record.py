"""Score the graph of one document, and add up the scores of several."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kg.evaluate.discourse import only_judged
from kg.evaluate.expected import Expected
from kg.evaluate.fault import FAULTS, count_faults
from kg.evaluate.found import read_found
from kg.evaluate.mention import read_places, score_mentions, wrong_people
from kg.evaluate.score import Fact, Found, Score, compare, fact, found
from kg.evaluate.subject import score_subjects
from kg.graph import Store

COUNTED = (*FAULTS, "forbidden")
"""What has no share that is right, only a count of what is wrong."""

_ELSEWHERE = {
    "mentions",
    "mention_entities",
    "mentions_world",
    "mention_entities_world",
}
_FIELD_OF = {"mention": "mention_entities"}
_REFUSED = ("refused",)
_ABOUT_PEOPLE = {
    "people",
    "role",
    "role_word",
    "mode",
    "proxy",
    "principal",
    "posts",
    "affiliation",
    "presenters",
    "speakers",
    "attended",
    "undertakings",
}
"""Fields whose wrong facts are about people."""

_UNDECIDED = re.compile(r"unknown|-|\?.*")
"""What leaves open who spoke or how somebody attended: it says nothing wrong."""


def score_store(store: Store, expected: Expected) -> tuple[Score, ...]:
    """Return how what *store* says compares with what is *expected*, by field."""
    facts = read_found(store)
    if expected.themes:
        judged = [f for f in facts["themes"] if f.name[-1] in expected.themes]
        facts["themes"] = tuple(judged)
    for field, length in (("kinds", 1), ("decision_words", 2)):
        facts[field] = only_judged(facts[field], expected.judged, length)
    if "posts_strict" in expected.wanted:
        facts["posts"] = facts["posts_path"]
    scores = [
        compare(
            field,
            expected.wanted[field],
            facts[field],
            expected.allowed.get(field, frozenset()),
        )
        for field in expected.wanted
        if field not in _ELSEWHERE
    ]
    scores += score_mentions(store, expected)
    if expected.subjects:
        scores += score_subjects(store, expected.subjects)
    if expected.refused:
        scores.append(Score("refused", 0, missing=(_REFUSED,)))
    hits = _hits(store, facts, expected.forbidden)
    forbidden = Score("forbidden", 0, hits)
    return (*scores, *count_faults(store, expected, scores, hits), forbidden)


def score_refusal(expected: Expected) -> tuple[Score, ...]:
    """Return how a refusal compares with what is *expected*: all of it is missing."""
    if expected.refused:
        return (Score("refused", 1),)
    missing = tuple(
        compare(field, wanted, ()) for field, wanted in expected.wanted.items()
    )
    return (*missing, Score("refused", 0, wrong=(_REFUSED,)))


def wrong_about_people(store: Store, expected: Expected) -> tuple[Fact, ...]:
    """Return what *store* says of people and the document does not, with its field."""
    scores = score_store(store, expected)
    wrong = [
        (score.field, *one)
        for score in scores
        if score.field in _ABOUT_PEOPLE
        for one in score.wrong
        if not _UNDECIDED.fullmatch(one[-1])
    ]
    wrong += [("mention", *one) for one in wrong_people(store, expected)]
    return tuple(wrong)


def count_about_people(wrong: Iterable[Sequence[str]]) -> dict[str, int]:
    """Return how many facts of *wrong* are about people, by the field they are in."""
    return dict(Counter(_FIELD_OF.get(one[0], one[0]) for one in wrong))


def add_scores(scores: Iterable[Score]) -> tuple[Score, ...]:
    """Return the sums of *scores* by field, faults last."""
    sums: dict[str, Score] = {}
    for score in scores:
        before = sums.get(score.field, Score(score.field, 0))
        sums[score.field] = Score(
            score.field,
            before.right + score.right,
            before.wrong + score.wrong,
            before.missing + score.missing,
        )
    return tuple(sorted(sums.values(), key=lambda score: score.field in COUNTED))


def _hits(
    store: Store,
    facts: Mapping[str, tuple[Found, ...]],
    forbidden: Mapping[str, tuple[Fact, ...]],
) -> tuple[Fact, ...]:
    """Return the forbidden facts that *store* states, each with its field."""
    texts = tuple(found(fact(place.text)) for place in read_places(store))
    everything = {**facts, "mention_texts": texts}
    return tuple(
        (field, *start)
        for field, starts in forbidden.items()
        for start in starts
        if any(
            form[: len(start)] == start
            for one in everything[field]
            for form in one.forms
        )
    )
