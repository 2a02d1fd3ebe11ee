"""Hold the things that mentions name."""

from dataclasses import dataclass
from enum import StrEnum

from kg.model.mention import Mention
from kg.model.span import Basis, Span


class Kind(StrEnum):
    """What sort of organization it is."""

    FORMAL = "formal"
    UNIT = "unit"
    COUNCIL = "council"
    COLLABORATION = "collaboration"  # a programme or a network, no legal person
    SECRETARIAT = "secretariat"


@dataclass(frozen=True, slots=True)
class Person:
    """A person; *id* is the path of the IRI below the data base: person/….

    *name* has one blank between family and given name, where they are told apart
    (*split* says how); *label* has none.
    """

    id: str
    name: str
    label: str
    family: str | None = None
    given: str | None = None
    split: Basis | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization; *parent* is an id, and only one that the text states.

    *name* is short (総合政策課), *qualified* has the path before it
    (環境省 大臣官房 総合政策課); *path* are the names from the top, this one last.
    """

    id: str
    name: str
    qualified: str
    path: tuple[str, ...]
    kind: Kind
    legal_name: str | None = None
    legal_form: str | None = None
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A concept of the theme scheme; *id* is its full IRI, *name* its label in ja.

    *aliases* are its other Japanese labels. Each of *triggers* alone shows that
    words touch it, each of *context* only where the record shows the branch of the
    scheme by other words too; inside one of *exclusions* neither counts. Each of
    *titles* shows it in the names of councils, agenda items and handouts. A
    *crossing* theme touches every field (予算, 補助金): titles alone say that a
    meeting is about it.
    """

    id: str
    name: str
    broader: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    exclusions: tuple[str, ...] = ()
    crossing: bool = False


@dataclass(frozen=True, slots=True)
class Clue:
    """One thing for or against a candidate; *detail* is shown to a reader."""

    feature: str
    score: float
    detail: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a mention could name, with the clues about it."""

    entity: str
    clues: tuple[Clue, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A mention and what it means; *entity* None with candidates is open.

    *method* is the resolution basis: name, alias, context, nominal.
    *antecedent* is the place of the earlier mention for which it stands (同省), where
    it stands for one.
    """

    mention: Mention
    entity: str | None
    candidates: tuple[Candidate, ...]
    method: str
    reason: str
    antecedent: Span | None = None
