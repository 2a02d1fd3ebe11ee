"""What the tests of identity stand on: the gazetteer's folding, and no register."""

import pytest

from kg.gazetteer import load_gazetteer
from kg.identity import identify, plain_lineage
from kg.identity.look import look_at
from kg.resources import data_path
from tests.identity.rows import read_row


@pytest.fixture(scope="session")
def gazetteer():
    return load_gazetteer(data_path() / "gazetteer")


@pytest.fixture(scope="session")
def lineage(gazetteer):
    """Return a lineage that knows one renaming: 旧庁 became 新省."""
    plain = plain_lineage(gazetteer)

    def of(path):
        return plain(path) | ({"event"} if path[0] in {"旧庁", "新省"} else set())

    return of


@pytest.fixture(scope="session")
def look_pair(gazetteer, lineage):
    """Return a function that gives two rows as they are compared."""

    def pair(left, right):
        rows = [read_row(left, 1)[0], read_row(right, 2)[0]]
        looks = look_at(rows, lineage, gazetteer.fold)
        return tuple(next(look for look in looks if look.seen is row) for row in rows)

    return pair


@pytest.fixture(scope="session")
def identified(gazetteer, lineage):
    """Return a function that gives who is who among sightings."""

    def run(sightings, judgements=()):
        return identify(sightings, judgements, lineage, gazetteer.fold)

    return run
