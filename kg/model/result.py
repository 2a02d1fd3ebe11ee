"""Hold what a validation found."""

from dataclasses import dataclass

from kg.model.network import Passage


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a shape, in the reader's language, with its line."""

    shape: str
    severity: str
    focus: str
    path: str
    value: str
    message: str
    passages: tuple[Passage, ...] = ()
