"""The five records, built once and without a model, for plots that read a graph."""

import pytest

from kg.graph import open_store
from tests.corpus.five import build_five


@pytest.fixture(scope="session")
def five_folder(tmp_path_factory):
    """Return the folder into which the five records were built."""
    out = tmp_path_factory.mktemp("five") / "out"
    build_five(out)
    return out


@pytest.fixture(scope="session")
def five_store(five_folder):
    """Return the graph of the five records."""
    return open_store(five_folder)
