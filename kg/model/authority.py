"""Hold what ties a thing of the graph to a thing of the outside world."""

from dataclasses import dataclass
from enum import StrEnum


class Authority(StrEnum):
    """Who says what there is: registers that a user can download, and a table.

    CORPORATION is 国税庁's 法人番号, HEADING the subject headings of 国立国会図書館,
    LAW e-Gov's list of laws; TABLE is a user's own SSSOM table.
    """

    CORPORATION = "法人番号"
    ROR = "ROR"
    WIKIDATA = "Wikidata"
    HEADING = "NDLSH"
    LAW = "e-Gov 法令"
    TABLE = "SSSOM"


class Standing(StrEnum):
    """How sure an outside link is; the graph has only the last two.

    REFUSED: a person says that the two are not the same, or what a person wrote
    cannot be true (its check digit is wrong).
    """

    REFUSED = "refused"
    CANDIDATE = "candidate"
    CERTAIN = "certain"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class AuthorityFile:
    """A file of the user's own: what it is, its name, and the SHA-256 of its bytes."""

    authority: Authority
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class OutsideLink:
    """One row of the table of links: *subject* is ours, *object* is theirs.

    Both are IRIs, *predicate* and *justification* are CURIEs (schema:sameAs,
    semapv:LexicalMatching). *confidence* is 0 to 1, None where nobody gave one.
    *files* are the SHA-256 of the files that the row rests on, in order.
    *agent* tells that the subject is a person or an organization, no theme and no
    law. *number* is what the register calls its entry besides: a law's 法令番号.
    """

    subject: str
    predicate: str
    object: str
    justification: str
    standing: Standing = Standing.CANDIDATE
    subject_label: str = ""
    object_label: str = ""
    negated: bool = False
    confidence: float | None = None
    comment: str = ""
    author: str = ""
    date: str = ""
    files: tuple[str, ...] = ()
    agent: bool = True
    number: str = ""
