"""Scores of who is who, on examples small enough to be counted by hand."""

import pytest

from kg.evaluate.identity import (
    Cause,
    Rates,
    TrueSighting,
    bcubed_rates,
    cause_of,
    count_forbidden,
    pair_rates,
    score_identity,
)


def groups(words):
    """Return `ab c` as the groups {a, b} and {c}: one letter is one sighting."""
    return {key: str(at) for at, one in enumerate(words.split()) for key in one}


# The columns: groups found, true people, pair precision and recall, B-cubed ones.
@pytest.mark.parametrize(
    ("found", "true", "pairs", "bcubed"),
    [
        pytest.param("ab c", "ab c", (1, 1), (1, 1), id="all right"),
        pytest.param("a b c", "a b c", (1, 1), (1, 1), id="no pair, nothing wrong"),
        # 1 of 3 pairs is right; a and b have 2 of 3 companions right, c 1 of 3
        pytest.param("abc", "ab c", (1 / 3, 1), (5 / 9, 1), id="one too many"),
        # 1 of 3 true pairs is found; a and b find 2 of 3, c finds 1 of 3
        pytest.param("ab c", "abc", (1, 1 / 3), (1, 5 / 9), id="one left out"),
        pytest.param("a b c", "abc", (1, 0), (1, 1 / 3), id="nothing merged"),
        # found ab, cd; true ac, bd: no pair is right, each is half of its group
        pytest.param("ab cd", "ac bd", (0, 0), (1 / 2, 1 / 2), id="all wrong"),
        # found pairs ab ac bc de, true pairs ab cd ce de: ab and de are right
        pytest.param(
            "abc de",
            "ab cde",
            (2 / 4, 2 / 4),
            ((2 * 2 / 3 + 1 / 3 + 2) / 5, (2 + 1 / 3 + 2 * 2 / 3) / 5),
            id="one in the wrong group",
        ),
    ],
)
def test_rates(found, true, pairs, bcubed):
    found, true = groups(found), groups(true)
    by_pair, by_sighting = pair_rates(found, true), bcubed_rates(found, true)
    assert (by_pair.precision, by_pair.recall) == pytest.approx(pairs)
    assert (by_sighting.precision, by_sighting.recall) == pytest.approx(bcubed)


def test_nothing_to_score():
    assert pair_rates({}, {}) == bcubed_rates({}, {}) == Rates(1, 1)
    assert Rates(0, 0).f1 == 0


@pytest.mark.parametrize(
    ("found", "different", "count"),
    [
        pytest.param("ab c", [("a", "c")], 0, id="held apart"),
        pytest.param("abc", [("a", "c"), ("a", "b")], 2, id="merged all the same"),
        pytest.param("ab", [("a", "x"), ("x", "y")], 0, id="unknown sightings"),
    ],
)
def test_forbidden(found, different, count):
    assert count_forbidden(groups(found), different) == count


def seen(person="p1", name="高橋健", **more):
    """Return a sighting of somebody of 東都大学, who differs in *more*."""
    usual = {"surname": "高橋", "organization": "o1", "employer": "o1"}
    return TrueSighting(person, name, **{**usual, **more})


@pytest.mark.parametrize(
    ("right", "cause"),
    [
        pytest.param(seen("p2"), Cause.HOMONYM, id="two people, one name"),
        pytest.param(seen("p2", "小暮律"), Cause.OTHER, id="two people, two names"),
        pytest.param(seen("p2", slip=True), Cause.SLIP, id="slip beats homonym"),
        pytest.param(
            seen("p2", "高橋", surname_only=True), Cause.SURNAME, id="two 高橋"
        ),
        pytest.param(seen(name="高橋", surname_only=True), Cause.SURNAME, id="高橋"),
        pytest.param(seen(name="高橋建", slip=True), Cause.SLIP, id="健 as 建"),
        pytest.param(seen(name="橘健", surname="橘"), Cause.MARRIAGE, id="橘 married"),
        pytest.param(seen(name="髙橋健"), Cause.VARIANT, id="高 as 髙"),
        pytest.param(seen(organization="o2"), Cause.RENAME, id="o1 is called o2"),
        pytest.param(
            seen(organization="o3", employer="o3"), Cause.MOVE, id="went to o3"
        ),
        pytest.param(seen(employer="o4"), Cause.OTHER, id="o4 is now o1"),
        pytest.param(seen(), Cause.OTHER, id="no reason"),
    ],
)
def test_cause(right, cause):
    assert cause_of(seen(), right) == cause_of(right, seen()) == cause


def test_score_counts_wrong_pairs_by_cause():
    """Two of 高橋健 are taken for one; the second of them is missed under 橘健."""
    truth = {
        "a": seen(),
        "b": seen(),
        "c": seen("p2"),
        "d": seen("p2", "橘健", surname="橘"),
        "e": seen("p3", "小暮律"),
    }
    score = score_identity(groups("abcz d"), truth, [("a", "c"), ("a", "d")])
    assert (score.sightings, score.people, score.groups) == (5, 3, 3)
    assert score.merged == {Cause.HOMONYM: 2}  # a and b, each with c
    assert score.missed == {Cause.MARRIAGE: 1}  # c with d
    assert score.forbidden == 1
    assert score.pairs == Rates(1 / 3, 1 / 2)


def test_wrong_pairs_are_all_counted():
    """The causes add up to the pairs that the rates call wrong."""
    truth = {f"{at}": seen(f"p{at % 3}", slip=at % 4 == 0) for at in range(24)}
    found = {key: str(int(key) % 2) for key in truth}
    score = score_identity(found, truth)
    assert sum(score.merged.values()) == 2 * 66 - 6 * 6  # 12 each; 4 of each person
    assert sum(score.missed.values()) == 3 * 28 - 6 * 6  # 8 of each person
