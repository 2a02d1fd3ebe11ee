"""Put together what one record says of entities."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from kg.entity.around import read_passages
from kg.entity.discourse import read_settlements
from kg.entity.identifier import organization_id
from kg.entity.link import Ground, link_mentions
from kg.entity.listed import list_people
from kg.entity.membership import read_attendances, read_memberships
from kg.entity.sighting import (
    Sighting,
    build_organizations,
    council_path,
    index_paths,
    see_council,
    see_roster,
)
from kg.entity.speech import read_presentations, read_speech
from kg.entity.undertaking import read_obligations, without_bodies
from kg.gazetteer import Gazetteer
from kg.model import (
    NOTHING_SAID,
    AgendaItem,
    Discourse,
    Discussion,
    Entities,
    Label,
    Mention,
    Minutes,
    Span,
    Statement,
    Theme,
)


def link_entities(
    minutes: Minutes,
    mentions: tuple[Mention, ...],
    gazetteer: Gazetteer,
    themes: tuple[Theme, ...] = (),
    discourse: Discourse = NOTHING_SAID,
) -> Entities:
    """Return the people, bodies, posts and links of one record.

    People come from the roster alone: who is only spoken of makes no person.
    """
    listed = list_people(minutes, gazetteer)
    seen = [*see_council(minutes), *see_roster(minutes, gazetteer)]
    index = index_paths(seen, gazetteer)
    ground = Ground(minutes, listed, index, gazetteer, read_passages(minutes))
    speeches = [read_speech(statement, ground) for statement in minutes.statements]
    shown = [p for item in minutes.agenda for p in read_presentations(item, ground)]
    linked = link_mentions(mentions, ground)
    links = tuple(one.link for one in linked)
    settled = list(read_settlements(discourse, ground))
    said = [speech for speech, _ in speeches]
    bound = list(read_obligations(discourse, said, links, ground))
    extra = [sighting for _, sighting in (*speeches, *shown, *bound)]
    extra.extend(sighting for _, seen in settled for sighting in seen)
    extra.extend(one.sighting for one in linked)
    memberships = tuple(m for one in listed for m in read_memberships(one, minutes))
    discussions = tuple(_discussions(minutes, mentions))
    touched = {discussion.theme for discussion in discussions}
    council = council_path(minutes)
    return Entities(
        minutes=minutes,
        council=organization_id(council) if council else None,
        people=tuple(sorted((p.person for p in listed), key=lambda p: p.id)),
        organizations=build_organizations(_with_parents([*seen, *filter(None, extra)])),
        themes=tuple(
            sorted((t for t in themes if t.id in touched), key=lambda t: t.id)
        ),
        memberships=memberships,
        attendances=tuple(read_attendances(listed, memberships, minutes, gazetteer)),
        speeches=tuple(said),
        presentations=tuple(presentation for presentation, _ in shown),
        discussions=discussions,
        links=links,
        discourse=discourse,
        settlements=tuple(settlement for settlement, _ in settled),
        obligations=tuple(obligation for obligation, _ in bound),
        references=tuple(without_bodies(discourse.references, links)),
    )


def _with_parents(sightings: Iterable[Sighting]) -> Iterator[Sighting]:
    """Yield *sightings*, each body above another with what names it first."""
    known: set[tuple[str, ...]] = set()
    for sighting in sightings:
        for end in range(1, len(sighting.path)):
            above = sighting.path[:end]
            if above not in known:
                known.add(above)
                yield Sighting(above, sighting.evidence)
        known.add(sighting.path)
        yield sighting


def _discussions(
    minutes: Minutes, mentions: tuple[Mention, ...]
) -> Iterator[Discussion]:
    """Yield each theme of a statement or a title once, with all its places."""
    themes = [m for m in mentions if m.label is Label.THEME and m.target]
    themes.sort(key=lambda mention: mention.span.start)
    starts = [mention.span.start for mention in themes]
    abouts: tuple[Statement | AgendaItem, ...] = (*minutes.agenda, *minutes.statements)
    for about in abouts:
        found: dict[str, list[Span]] = {}
        places = {
            place
            for span in about.spans
            for place in range(
                bisect_left(starts, span.start), bisect_left(starts, span.end)
            )
            if themes[place].span in span
        }
        for mention in (themes[place] for place in sorted(places)):
            found.setdefault(mention.target or "", []).append(mention.span)
        for theme, spans in found.items():
            yield Discussion(about, theme, tuple(spans))
