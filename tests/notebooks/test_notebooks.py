"""A notebook shows one claim in a few short cells, and prints what it shows."""

import re
import shutil

import nbformat
import pytest

from tests.corpus.five import FIVE
from tests.notebooks.rerun import FOLDER, rerun

PATHS = sorted(FOLDER.glob("*.ipynb"))
SHOWN = ("text/plain", "image/svg+xml")
# A version of the data changes with every change of the graph, and tells nothing here.
VERSION = re.compile(r"sha256:[0-9a-f]{12}")


def shown(notebook):
    """Return what each cell with code prints or displays, versions apart."""
    return [
        VERSION.sub("sha256:…", "".join(map(said, cell.outputs)))
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def said(output):
    """Return the text of an output, or the picture as text."""
    data = output.get("data", {})
    return output.get("text", "") + "".join(data.get(form, "") for form in SHOWN)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_cells_are_short_and_introduced(path):
    cells = nbformat.read(path, as_version=4).cells

    kinds = [cell.cell_type for cell in cells]
    assert len(cells) <= 20
    assert all(len(cell.source.splitlines()) <= 10 for cell in cells)
    assert "code code" not in " ".join(kinds)
    assert kinds[0] == "markdown"


@pytest.mark.model
def test_a_new_run_of_the_first_prints_the_same():
    """`make notebooks` keeps what a new run shows, so that someone reads it."""
    assert shown(rerun(PATHS[0])) == shown(nbformat.read(PATHS[0], as_version=4))


@pytest.mark.model
def test_new_runs_of_the_others_show_the_same(tmp_path):
    """One test, since the first builds the five records, and the others find them."""
    shutil.copytree(FIVE, tmp_path / "tests" / "corpora" / "five")
    place = tmp_path / "notebooks"
    place.mkdir()
    for path in PATHS[1:]:
        committed = nbformat.read(path, as_version=4)
        assert shown(rerun(path, place)) == shown(committed), path.name
