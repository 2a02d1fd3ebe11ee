"""Gather where organizations are named, and make one of each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.entity.identifier import organization_id
from kg.gazetteer import Gazetteer
from kg.model import Affiliation, Attendee, Kind, Minutes, Organization, Span

_DEEPEST = 16
"""Units above one that its name may hold."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place that names an organization by its *path* from the top.

    *alias* is another name for it that stands there.
    """

    path: tuple[str, ...]
    evidence: tuple[Span, ...] = ()
    kind: Kind | None = None
    legal_name: str | None = None
    legal_form: str | None = None
    alias: str | None = None


def see_roster(minutes: Minutes, gazetteer: Gazetteer) -> Iterator[Sighting]:
    """Yield the organizations of the affiliations, each with those above it."""
    for attendee in minutes.attendees:
        for affiliation in attendee.affiliations:
            yield from _see_path(affiliation, gazetteer)
        if attendee.name is None and not attendee.affiliations:
            path = organization_of(attendee)
            yield Sighting(path, (attendee.row,), kind_of(path[-1], gazetteer))


def organization_of(attendee: Attendee) -> tuple[str, ...]:
    """Return the path of the organization that a row without a person names."""
    for affiliation in attendee.affiliations:
        if affiliation.units:
            return tuple(unit.value for unit in affiliation.units)
    return (attendee.as_written.strip(),)


def _see_path(affiliation: Affiliation, gazetteer: Gazetteer) -> Iterator[Sighting]:
    """Yield the units of one affiliation from the top."""
    path: tuple[str, ...] = ()
    top: Kind | None = None
    for unit in affiliation.units:
        path = (*path, unit.value)
        evidence = unit.evidence or (affiliation.span,)
        if len(path) > 1:
            joint = top is Kind.COLLABORATION
            yield Sighting(path, evidence, top if joint else Kind.UNIT)
            continue
        legal = affiliation.legal_name is not None
        top = Kind.FORMAL if legal else kind_of(unit.value, gazetteer)
        yield Sighting(
            path, evidence, top, affiliation.legal_name, affiliation.legal_form
        )


def council_path(minutes: Minutes) -> tuple[str, ...]:
    """Return the path of the body that met, () where none is printed.

    架空審議会 景観分科会 is printed with a blank, and the blank parts them.
    """
    body = minutes.heading.body
    return tuple(body.value.split()) if body else ()


def see_council(minutes: Minutes) -> Iterator[Sighting]:
    """Yield the body that met with those above it."""
    body = minutes.heading.body
    path = council_path(minutes)
    for end in range(1, len(path) + 1):
        if body:
            yield Sighting(path[:end], body.evidence, Kind.COUNCIL)


def kind_of(name: str, gazetteer: Gazetteer) -> Kind:
    """Return what sort of organization has this name, by its last word.

    A name without a known one (慶應義塾) is formal.
    """
    if body := gazetteer.organization(name):
        return body.kind
    ending = gazetteer.ending(name)
    return ending.kind if ending else Kind.FORMAL


def index_paths(
    sightings: Iterable[Sighting], gazetteer: Gazetteer
) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the paths that a name may mean, by its key.

    環境省 大臣官房 is meant by 大臣官房 and by 環境省大臣官房.
    """
    index: dict[str, dict[tuple[str, ...], None]] = {}
    for sighting in sightings:
        path = sighting.path
        names = {"".join(path[start:]) for start in range(len(path))[-_DEEPEST:]}
        names.update(filter(None, (sighting.legal_name, sighting.alias)))
        for name in names:
            index.setdefault(gazetteer.fold(name), {})[path] = None
    return {key: tuple(paths) for key, paths in index.items()}


def build_organizations(sightings: Iterable[Sighting]) -> tuple[Organization, ...]:
    """Return one organization for each path, by id; the first kind said stands."""
    seen: dict[tuple[str, ...], list[Sighting]] = {}
    for sighting in sightings:
        seen.setdefault(sighting.path, []).append(sighting)
    made = (_organization(path, places) for path, places in seen.items())
    return tuple(sorted(made, key=lambda organization: organization.id))


def _organization(path: tuple[str, ...], places: list[Sighting]) -> Organization:
    """Return the organization that *places* name."""
    kinds = (place.kind for place in places if place.kind)
    name = _usual_name(path, places)
    spellings = dict.fromkeys((*(p.alias for p in places if p.alias), path[-1]))
    form = next((p.legal_form for p in places if p.legal_form), None)
    names = [p.legal_name for p in places if p.legal_name]
    spelt = [name for name in names if form and form in name]
    return Organization(
        id=organization_id(path),
        name=name,
        qualified=qualified_name((*path[:-1], name)),
        path=path,
        kind=next(kinds, Kind.FORMAL),
        # 一般社団法人 is better than （一社）, where the record prints both
        legal_name=next(iter((*spelt, *names)), None),
        legal_form=form,
        aliases=tuple(spelling for spelling in spellings if spelling != name),
        parent=organization_id(path[:-1]) if len(path) > 1 else None,
        evidence=tuple(dict.fromkeys(s for p in places for s in p.evidence)),
    )


def _usual_name(path: tuple[str, ...], places: list[Sighting]) -> str:
    """Return the name to show: of letters (QIH, Q-I-H, Q I H) the usual spelling.

    Their key is the letters alone; a text that spells nothing out has no other name.
    """
    if not path[-1].isascii() or len(path) > 1:
        return path[-1]
    counts = Counter(p.alias or path[-1] for p in places if p.evidence)
    most = max(counts.values(), default=0)
    if counts[path[-1]] == most:
        return path[-1]
    return min(spelling for spelling, count in counts.items() if count == most)


def qualified_name(path: tuple[str, ...]) -> str:
    """Return the names of *path*, one that its unit repeats left out.

    >>> qualified_name(("内閣官房", "内閣官房副長官補室"))
    '内閣官房副長官補室'
    """
    kept = [
        name
        for name, below in zip(path, (*path[1:], ""), strict=True)
        if not below.startswith(name)
    ]
    return " ".join(kept)
