"""Hold words that name something."""

from dataclasses import dataclass
from enum import StrEnum

from kg.model.span import Span


class Label(StrEnum):
    """What sort of thing a mention names."""

    PERSON = "person"
    ORGANIZATION = "organization"
    THEME = "theme"


class Form(StrEnum):
    """How a mention names it: 山田太郎 / 座長 / 同氏."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a document that name something.

    *text* is the document's slice at *span*, always; *key* is its normalised
    form, for matching. *recognizers* are all that found it, the first is the
    one whose reading stands; *reason* says why it won.
    *target* is what the recognizer already knows it means: an entry of the
    gazetteer or a theme's local name, else None.
    """

    span: Span
    text: str
    key: str
    label: Label
    form: Form
    recognizers: tuple[str, ...]
    reason: str = ""
    target: str | None = None
    surname: str | None = None
    post: str | None = None
