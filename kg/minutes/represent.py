"""Make two attendees of a row that names who sat there and for whom."""

from dataclasses import replace

from kg.minutes.axis import Context
from kg.minutes.employer import read_offices
from kg.minutes.line import Piece
from kg.minutes.name import person_name
from kg.minutes.row import read_rows
from kg.model import Attendee, Basis, Grounded, Mode, Status


def with_proxy(
    principal: Attendee, words: Piece, context: Context
) -> tuple[Attendee, ...]:
    """Return the principal, absent, and the proxy of 橘委員（代理：小暮部長）.

    The proxy's own affiliation is not printed, so it stays empty.
    """
    rows = [r for r in read_rows(words, context.lexicon) if r.name]
    absent = represented(principal, words)
    if not rows or principal.name is None:
        return (absent,)
    row = max(rows, key=lambda r: r.score)
    said = Grounded(value=True, basis=Basis.STATED, evidence=(words.span,))
    proxy = replace(
        principal,
        name=person_name((row.name,), row.reading)
        if row.name and row.reading
        else None,
        proxy=said,
        principal=principal.name,
        affiliations=read_offices(row, replace(context, above=())),
        status=Grounded(Status.PRESENT, Basis.STATED, (words.span,)),
    )
    return absent, proxy


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
