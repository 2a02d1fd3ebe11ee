"""A notebook shows one claim in a few short cells, and prints what it shows."""

import nbformat
import pytest

from tests.notebooks.rerun import FOLDER, rerun

PATHS = sorted(FOLDER.glob("*.ipynb"))


def printed(notebook):
    """Return what each cell with code prints."""
    return [
        "".join(output.get("text", "") for output in cell.outputs)
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_cells_are_short_and_introduced(path):
    cells = nbformat.read(path, as_version=4).cells

    kinds = [cell.cell_type for cell in cells]
    assert len(cells) <= 20
    assert all(len(cell.source.splitlines()) <= 10 for cell in cells)
    assert "code code" not in " ".join(kinds)
    assert kinds[0] == "markdown"


@pytest.mark.model
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_new_run_prints_the_same(path):
    """`make notebooks` keeps what a new run prints, so that someone reads it."""
    committed = nbformat.read(path, as_version=4)

    assert printed(rerun(path)) == printed(committed)
