"""Run the notebooks again, and keep what they print."""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[2] / "notebooks"


def rerun(path, place=FOLDER):
    """Return the notebook at *path* with the outputs of a new run, and no times.

    It runs in the folder *place*, and finds there what is beside its own.
    """
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=300, kernel_name="python3")
    client.execute(cwd=str(place))
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    notebook.metadata["language_info"] = {"name": "python"}
    return notebook


def main():
    """Write every notebook again."""
    for path in sorted(FOLDER.glob("*.ipynb")):
        nbformat.write(rerun(path), path)
        sys.stdout.write(f"{path.name}\n")


if __name__ == "__main__":
    main()
