"""Build small records by hand, without the parser and without the model."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from kg.gazetteer import load_gazetteer
from kg.mention import Name, Recognised, find_mentions
from kg.mention.passage import Passage
from kg.model import (
    Affiliation,
    AgendaItem,
    Attendee,
    Attribution,
    Basis,
    Document,
    Grounded,
    Heading,
    Minutes,
    Mode,
    PersonName,
    Role,
    Source,
    Span,
    Statement,
    Status,
)
from kg.resources import data_path
from kg.text import normalize

COUNCIL = "水循環戦略会議"


@cache
def gazetteer():
    return load_gazetteer(data_path() / "gazetteer")


@dataclass(frozen=True)
class Row:
    """A row of the roster: 橘 一葉, 西都大学 工学部 教授, 委員."""

    name: str | None
    path: tuple[str, ...] = ()
    post: str | None = None
    role: Role | None = Role.MEMBER
    word: str | None = "委員"
    legal: str | None = None
    principal: str | None = None
    proxy: bool = False
    status: Status = Status.PRESENT


@dataclass(frozen=True)
class Said:
    """A statement, its speaker's label in front where one is printed."""

    text: str
    label: str = ""
    attribution: Attribution = Attribution.NAMED


def record(*lines, rows=(), council=COUNCIL, presenters=()):
    """Return the minutes of the text in *lines*: strings, or things said."""
    text, attendees, bodies, statements = f"{council}\n", [], [], []
    for position, row in enumerate(rows, 1):
        start = len(text)
        text += f"{row.name or ''} {''.join(row.path)} {row.post or ''}\n"
        span = Span(start, len(text) - 1)
        attendees.append(_attendee(position, row, span, text))
    for line in lines:
        said = line if isinstance(line, Said) else None
        start = len(text)
        label = f"{said.label}：" if said and said.label else ""
        text += f"{label}{said.text if said else line}\n"
        words = Span(start + len(label), len(text) - 1)
        if said is None:
            bodies.append(words)
            continue
        statements.append(
            Statement(
                position=len(statements) + 1,
                text=said.text,
                spans=(words,),
                attribution=said.attribution if label else Attribution.WITHHELD,
                label=said.label or None,
                speaker=Span(start, start + len(said.label)) if label else None,
                agenda_item=1,
            )
        )
    spans = tuple(
        Span(text.index(words), text.index(words) + len(words)) for words in presenters
    )
    item = AgendaItem(1, "", (Span(0, 1),), spans)
    return Minutes(
        document=Document(
            "0" * 12, Source("x.txt", "0" * 64, "text/plain", "utf-8"), text
        ),
        heading=Heading(
            council,
            Span(0, max(1, len(council))),
            body=_stated(council, Span(0, len(council))) if council else None,
            date=_stated(date(2025, 1, 15), Span(0, 1)),
        ),
        attendees=tuple(attendees),
        agenda=(item,) if presenters else (),
        statements=tuple(statements),
        body_spans=tuple(bodies),
    )


def _stated(value, span):
    return Grounded(value, Basis.STATED, (span,))


def _name(text, span):
    if text is None:
        return None
    family, _, given = text.partition(" ")
    split = Basis.STATED if given else None
    return PersonName(text, (span,), family if given else None, given or None, split)


def _attendee(position, row, span, text):
    affiliation = Affiliation(
        span,
        tuple(_stated(unit, span) for unit in row.path),
        row.legal,
        gazetteer().legal_form(row.legal).form if row.legal else None,
        _stated(row.post, span) if row.post else None,
        row.post,
    )
    return Attendee(
        position=position,
        row=span,
        as_written=text[span.start : span.end],
        name=_name(row.name, span),
        status=_stated(row.status, span),
        mode=Grounded(Mode.UNKNOWN, Basis.DEFAULT),
        proxy=_stated(row.proxy, span),
        role=_stated(row.role, span) if row.role else None,
        role_word=row.word,
        principal=_name(row.principal, span),
        affiliations=(affiliation,) if row.path or row.post else (),
    )


def marks(*names):
    """Return a model that marks *names* (words, label) wherever they stand."""

    def recognise(texts):
        return tuple(
            Recognised(
                tuple(
                    Name(text.index(words), text.index(words) + len(words), label)
                    for words, label in names
                    if words in text
                )
            )
            for text in texts
        )

    return recognise


def find(minutes, *names, themes=()):
    return find_mentions(minutes, gazetteer(), marks(*names), themes)


def words(mentions):
    return [mention.text for mention in mentions]


def passages_of(*lines):
    """Return *lines* as passages of a text of their own."""
    return tuple(
        Passage(view, 0, len(view.text)) for view in map(normalize, filter(None, lines))
    )
