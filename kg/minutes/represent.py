"""Make two attendees of a row that names who sat there and for whom."""

from dataclasses import replace

from kg.minutes.axis import Context, read_mode, said_of
from kg.minutes.ditto import Columns
from kg.minutes.employer import read_offices
from kg.minutes.line import Piece
from kg.minutes.name import person_name
from kg.minutes.note import Row
from kg.minutes.row import read_rows
from kg.model import Attendee, Basis, Grounded, Mode, Role, Status

_OFFICIALS = frozenset({Role.SECRETARIAT, Role.OFFICIAL})
"""Words for them beside a proxy's name are a post of his: he sits for another."""


def with_proxy(
    principal: Attendee, words: Piece, context: Context
) -> tuple[Attendee, ...]:
    """Return the principal, absent, and the proxy of 橘委員（代理：小暮部長）.

    The proxy's own affiliation is not printed, so it stays empty, but for what 同協会
    repeats of that of the principal.
    """
    rows = [r for r in read_rows(words, context.lexicon) if r.name]
    absent = represented(principal, words)
    if not rows or principal.name is None:
        return (absent,)
    row = max(rows, key=lambda r: r.score)
    if row.title and _is_post(row.title.text, context):
        row = replace(row, post=row.post or row.title)  # 同協会　渚 事務局員
    said = Grounded(value=True, basis=Basis.STATED, evidence=(words.span,))
    own = replace(context, above=_repeatable(principal, row))
    proxy = replace(
        principal,
        name=person_name((row.name,), row.reading)
        if row.name and row.reading
        else None,
        proxy=said,
        principal=principal.name,
        affiliations=read_offices(row, own),
        status=Grounded(Status.PRESENT, Basis.STATED, (words.span,)),
    )
    if row.marks:  # ×（代理：小暮 律 △）: his own mark says how he came
        present = replace(context, status=proxy.status)
        proxy = replace(proxy, mode=read_mode(tuple(said_of(row, present)), present))
    return absent, proxy


def _is_post(title: str, context: Context) -> bool:
    """Tell whether *title* is the proxy's post elsewhere: 副会長, 事務局員."""
    lexicon = context.lexicon
    return lexicon.title(title) in _OFFICIALS or lexicon.post_suffix(title) == title


def _repeatable(principal: Attendee, row: Row) -> Columns:
    """Return the units of *principal* where the proxy's *row* begins with 同."""
    office = row.affiliation[0].text if row.affiliation else ""
    if not office.startswith("同") or not principal.affiliations:
        return ()
    own = principal.affiliations[-1]
    if not own.legal_name or not own.units:
        return (own.units,)
    # 同社 of 渚電算株式会社 is told by its legal form
    return ((replace(own.units[0], value=own.legal_name), *own.units[1:]),)


def with_principal(
    proxy: Attendee, words: Piece, context: Context
) -> tuple[Attendee, ...]:
    """Return the proxy of 小暮律（橘一葉委員代理）, and the principal, absent."""
    row = max(read_rows(words, context.lexicon), key=lambda r: r.score, default=None)
    if row is None or row.name is None or row.reading is None:
        return (proxy,)
    name = person_name((row.name,), row.reading)
    title = row.title and context.lexicon.role(row.title.text)
    principal = Attendee(
        position=0,
        row=proxy.row,
        as_written=proxy.as_written,
        name=name,
        status=Grounded(Status.ABSENT, Basis.INFERRED, (words.span,)),
        mode=Grounded(Mode.UNKNOWN, Basis.DEFAULT),
        proxy=Grounded(value=False, basis=Basis.DEFAULT),
        role=Grounded(title, Basis.STATED, (row.title.span,))
        if row.title and title
        else proxy.role,
        role_word=row.title.text if row.title else proxy.role_word,
        group=proxy.group,
    )
    return replace(proxy, principal=name), principal


def represented(principal: Attendee, words: Piece) -> Attendee:
    """Return somebody for whom another sat, by *words*, as absent."""
    return replace(
        principal,
        status=Grounded(Status.ABSENT, Basis.INFERRED, (words.span,)),
        mode=Grounded(Mode.UNKNOWN, Basis.DEFAULT),
        proxy=Grounded(value=False, basis=Basis.DEFAULT),
    )
