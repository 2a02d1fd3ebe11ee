"""Compare the themes, the agenda and the handouts of two meetings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.diff.listed import Fold
from kg.diff.lookup import Row, ask, basis_of, gather, make_side
from kg.graph import Lines, Store
from kg.model import Change, ChangeKind, Side

_OPEN = "/PUBLIC"


@dataclass(frozen=True, slots=True)
class Papers:
    """What one record says of themes, agenda and handouts.

    *spans* are by theme, item or handout; *looked* are the spans to show where a
    theme or an item is not among them; *talks* tells whether the record has a
    statement or an agenda at all.
    """

    themes: Mapping[str, Row]
    items: tuple[Row, ...]
    handouts: tuple[Row, ...]
    spans: Mapping[str, tuple[str, ...]]
    looked: tuple[str, ...]
    talks: bool


def read_papers(store: Store, meeting: str) -> Papers:
    """Return what the records of *meeting* (an IRI) say."""
    themes = ask(store, "themes", meeting=[meeting])
    items = ask(store, "agenda", meeting=[meeting])
    handouts = ask(store, "handouts", meeting=[meeting])
    talk = ask(store, "discussed", meeting=[meeting])
    heads = ask(store, "heads", meeting=[meeting])
    looked = [row["span"] for row in (*talk, *heads) if "span" in row]
    return Papers(
        themes={row["theme"]: row for row in themes},
        items=tuple({row["item"]: row for row in items}.values()),
        handouts=tuple({row["handout"]: row for row in handouts}.values()),
        spans={
            **gather(themes, "theme", "span"),
            **gather(items, "item", "span"),
            **gather(handouts, "handout", "span"),
        },
        looked=tuple(dict.fromkeys(looked)),
        talks=bool(talk),
    )


def compare_papers(
    before: Papers, after: Papers, documents: Mapping[str, Lines], fold: Fold
) -> Iterator[Change]:
    """Yield what differs in themes, agenda and handouts.

    A record without statements and agenda says nothing of themes; one without an
    agenda nothing of items.
    """
    if before.talks and after.talks:
        yield from _themes(before, after, documents)
    if before.items:
        known = {fold(row["title"]) for row in before.items}
        for row in after.items:
            if fold(row["title"]) not in known:
                side = make_side(
                    after.spans.get(row["item"], ()), documents, row["position"]
                )
                yield Change(
                    ChangeKind.AGENDA_NEW,
                    row["item"],
                    row["title"],
                    _nowhere(before, documents),
                    side,
                )
    yield from _handouts(before, after, documents, fold)


def _themes(
    before: Papers, after: Papers, documents: Mapping[str, Lines]
) -> Iterator[Change]:
    """Yield themes that only one of the two records touches."""
    for kind, one, other in (
        (ChangeKind.THEME_NEW, after, before),
        (ChangeKind.THEME_GONE, before, after),
    ):
        for theme, row in one.themes.items():
            if theme in other.themes:
                continue
            here = make_side(one.spans.get(theme, ()), documents)
            nowhere = _nowhere(other, documents)
            was, now = (nowhere, here) if one is after else (here, nowhere)
            name, english = row.get("name", theme), row.get("english", "")
            yield Change(kind, theme, name, was, now, english=english)


def _nowhere(papers: Papers, documents: Mapping[str, Lines]) -> Side:
    """Return the side of a record that does not have something."""
    return make_side(papers.looked, documents, stated=False)


def _handouts(
    before: Papers, after: Papers, documents: Mapping[str, Lines], fold: Fold
) -> Iterator[Change]:
    """Yield handouts that were opened or closed.

    A handout is known by its title: 資料1 of one meeting is not that of the next. A
    title that is twice in one list (説明資料) is not followed.
    """
    old, new = _by_title(before, fold), _by_title(after, fold)
    for title, row in new.items():
        if title not in old:
            continue
        was, now = (one["access"].endswith(_OPEN) for one in (old[title], row))
        if was == now:
            continue
        kind = ChangeKind.HANDOUT_OPENED if now else ChangeKind.HANDOUT_CLOSED
        yield Change(
            kind,
            old[title]["handout"],
            row["title"],
            _access(before, old[title], documents),
            _access(after, row, documents),
            other=row["handout"],
        )


def _access(papers: Papers, row: Row, documents: Mapping[str, Lines]) -> Side:
    """Return what a list of handouts says of who may read one of them."""
    spans = papers.spans.get(row["handout"], ())
    basis = basis_of(row.get("basis"))
    return make_side(spans, documents, row.get("label", ""), basis=basis)


def _by_title(papers: Papers, fold: Fold) -> dict[str, Row]:
    """Return the handouts by their folded titles; a title borne twice is left out."""
    found: dict[str, list[Row]] = {}
    for row in papers.handouts:
        found.setdefault(fold(row["title"]), []).append(row)
    return {title: rows[0] for title, rows in found.items() if len(rows) == 1}
