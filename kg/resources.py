"""Find what the program ships, in a checkout and in an installed wheel."""

from pathlib import Path

from kg.errors import ResourceError

_PACKAGE = Path(__file__).parent


def ontology_path() -> Path:
    """Return the folder of modules, codes, themes, shapes and questions."""
    return _find("ontology")


def data_path() -> Path:
    """Return the folder of the gazetteer, the sources and the bundled minutes."""
    return _find("data")


def _find(name: str) -> Path:
    """Return the folder *name*: inside the package (wheel), or beside it (checkout).

    An editable install does not see what the wheel puts inside the package.
    """
    for folder in (_PACKAGE / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    message = f"the folder {name}/ is missing beside {_PACKAGE.name}/; install again"
    raise ResourceError(message)
