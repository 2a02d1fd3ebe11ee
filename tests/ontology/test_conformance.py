"""The shapes that are given to pySHACL are the very ones by which it finds something.

The tables of the examples say what it finds (`test_shapes`); here the same changes
are looked at without it. A shape inside another one is looked at with that one.
"""

from dataclasses import replace
from functools import cache

import pyoxigraph as ox
import pytest

from kg.graph.conformance import find_focus, read_checks, read_words
from tests.ontology.results import HEAD, SHAPES, ontology, series, story
from tests.ontology.test_shapes import cases


@cache
def targeted(base):
    """Return the checks of the shapes of *base*."""
    return read_checks(base().core)


def doubtful(quads, shapes):
    """Return the names of the *shapes* that *quads* may not conform to."""
    targets = {target for one in shapes for target in one.targets}
    focus = find_focus(quads, read_words(quads), targets)
    whole = replace(focus, is_plain=True, is_apart=True)
    return {str(shape).removeprefix(SHAPES) for shape in whole.doubtful(shapes)}


@pytest.mark.parametrize("base", [story, series, ontology])
def test_every_shape_has_a_check(base):
    assert [one.shape for one in targeted(base) if one.check is None] == []


@pytest.mark.parametrize(
    ("base", "change", "expected"), [*cases("violates"), *cases("conforms")]
)
def test_the_shapes_in_doubt_are_those_that_find_something(base, change, expected):
    store = ox.Store()
    store.extend(base().quads)
    store.update(HEAD + change)

    found = doubtful(list(store), targeted(base))

    lines = [line.split(" | ")[2].split("/") for line in expected]
    looking = {str(one.shape).removeprefix(SHAPES) for one in targeted(base)}
    assert found == looking & {shape for shape, kind in lines if kind != "SPARQL"}
