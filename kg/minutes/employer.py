"""Say for whom somebody works, by a row and by what holds for the rows around it."""

from dataclasses import replace

from kg.minutes.affiliation import read_affiliations
from kg.minutes.axis import Context
from kg.minutes.note import Row
from kg.minutes.unit import read_post
from kg.minutes.written import written_post
from kg.model import Affiliation


def read_offices(row: Row, context: Context) -> tuple[Affiliation, ...]:
    """Return the affiliations; a post at the name is that of the last one.

    水産庁増殖推進室 瀬戸口室長: the post stands behind the surname.
    """
    if row.name is None:
        context = replace(context, path=())
    found = tuple(
        _below(affiliation, context)
        for affiliation in read_affiliations(
            row.affiliation, context.above, context.lexicon
        )
    )
    if context.shared and not any(one.units for one in found):
        return _shared(row, found, context)
    if not row.post:
        return found
    post = read_post(row.post, context.lexicon)
    words = written_post(row.post, context.lexicon)
    if found and found[-1].post is None:
        last = replace(found[-1], post=post, post_as_written=words)
        return (*found[:-1], last)
    alone = Affiliation(row.post.span, post=post, post_as_written=words)
    return (*found, _below(alone, context))


def _shared(
    row: Row, found: tuple[Affiliation, ...], context: Context
) -> tuple[Affiliation, ...]:
    """Return the affiliations with the units that the row beside prints."""
    units = context.shared
    if found:
        return tuple(replace(one, units=units) for one in found)
    if row.post:
        post = read_post(row.post, context.lexicon)
        words = written_post(row.post, context.lexicon)
        return (Affiliation(row.post.span, units, post=post, post_as_written=words),)
    return (Affiliation(units[-1].evidence[0], units),)


def _below(affiliation: Affiliation, context: Context) -> Affiliation:
    """Return *affiliation* with the units that hold for its block before it.

    経済産業省電源政策局 on a line of its own holds for 電力系統課長 below it; a row
    that begins with an organization of its own is left alone.
    """
    first = affiliation.units[0].value if affiliation.units else ""
    own = affiliation.legal_form or context.lexicon.is_top(first)
    if not own and not context.inherited and first:
        return _below_same(affiliation, context)
    if (
        own
        or not context.inherited
        or affiliation.units[: len(context.inherited)] == (context.inherited)
    ):
        return affiliation
    return replace(affiliation, units=(*context.inherited, *affiliation.units))


def _below_same(affiliation: Affiliation, context: Context) -> Affiliation:
    """Return *affiliation* below what the row above puts its first unit below.

    架空庁　河川課　渚課長 / 河川課　林係長: it is the section of the row above.
    """
    values = [unit.value for unit in context.path]
    first = affiliation.units[0].value
    if first not in values[1:]:
        return affiliation
    path = context.path[: values.index(first)]
    return replace(affiliation, units=(*path, *affiliation.units))
