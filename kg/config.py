"""Hold the settings, read once from kg.toml."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kg.errors import ConfigError

FILE = "kg.toml"
"""Where settings are looked for, in the folder that a command is started in."""


@dataclass(frozen=True, slots=True)
class Config:
    """What a user may set.

    *base* is the IRI below which things get theirs, *language* the language of
    titles and messages, *limit* the most nodes of a picture, *judgements* the file
    of what people ruled about who is who; where it is not there, nobody ruled.
    """

    base: str = "https://example.org/gijiroku/id/"
    language: str = "ja"
    limit: int = 300
    judgements: str = "data/judgements.tsv"

    def __post_init__(self) -> None:
        """Refuse values that no command could work with."""
        if (
            not self.base.startswith(("http://", "https://"))
            or self.base[-1] not in "/#"
        ):
            message = f"base: expected an http(s) IRI that ends in /, got {self.base!r}"
            raise ConfigError(message)
        if self.language not in {"ja", "en"}:
            message = f"language: expected ja or en, got {self.language!r}"
            raise ConfigError(message)
        if self.limit < 1:
            message = f"limit: expected a number of nodes, got {self.limit}"
            raise ConfigError(message)


def read_config(path: Path | None = None) -> Config:
    """Return the settings at *path*; without it, those of ./kg.toml, or defaults.

    Raises ConfigError where the file, a name or a value is wrong.
    """
    chosen = Path(FILE) if path is None else path
    if path is None and not chosen.is_file():
        return Config()
    try:
        table = tomllib.loads(chosen.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        message = f"{chosen}: cannot be read as settings: {error}"
        raise ConfigError(message) from error
    return _config(table, str(chosen))


def _config(table: dict[str, Any], where: str) -> Config:
    """Return the settings in *table*, each of the type of its default."""
    defaults = Config()
    known = {
        field.name: type(getattr(defaults, field.name)) for field in fields(Config)
    }
    for name, value in table.items():
        if name not in known:
            message = f"{where}: no setting {name!r}; there are {', '.join(known)}"
            raise ConfigError(message)
        if type(value) is not known[name]:
            expected = known[name].__name__
            message = f"{where}: {name} must be {expected}, got {value!r}"
            raise ConfigError(message)
    return Config(**table)
