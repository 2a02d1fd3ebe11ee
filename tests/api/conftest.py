"""A build of an invented record, opened in Python as a reader would."""

import pytest

from kg.api import Dataset
from kg.graph import build_graph, open_store
from tests.graph.small_record import BASE, RECORD
from tests.ontology.answers import GRAPHS


@pytest.fixture(scope="session")
def story():
    """Return the one meeting of the ontology's examples."""
    return Dataset(open_store(GRAPHS["story"]))


@pytest.fixture(scope="session")
def small():
    """Return a graph of a record read by hand, in English."""
    return Dataset(open_store(build_graph((RECORD,), BASE)), "en")
