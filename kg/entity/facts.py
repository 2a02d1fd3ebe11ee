"""Put together what one record says of entities."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.entity.adjacent import read_adjacent
from kg.entity.anaphor import Voice
from kg.entity.around import read_passages
from kg.entity.discourse import read_settlements
from kg.entity.identifier import organization_id
from kg.entity.link import Ground, Linked, link_mentions
from kg.entity.listed import Listed, list_people
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
from kg.entity.theme import read_discussions
from kg.entity.undertaking import read_obligations, without_bodies
from kg.gazetteer import Gazetteer
from kg.model import (
    NOTHING_SAID,
    Discourse,
    Discussion,
    Entities,
    Kind,
    Mention,
    Minutes,
    Speech,
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
    ground, seen = _ground(minutes, gazetteer)
    people = ground.people
    speeches = [read_speech(statement, ground) for statement in minutes.statements]
    shown = [p for item in minutes.agenda for p in read_presentations(item, ground)]
    voices = tuple(_voices(speeches, people))
    linked = link_mentions(mentions, replace(ground, voices=voices))
    links = tuple(one.link for one in linked)
    said = tuple(speech for speech, _ in speeches)
    settled = list(read_settlements(discourse, ground))
    bound = list(read_obligations(discourse, said, links, ground))
    extra = _sightings((*speeches, *shown, *bound), settled, linked)
    memberships = tuple(m for p in people for m in read_memberships(p, minutes))
    discussions = read_discussions(minutes, mentions, themes)
    return Entities(
        minutes=minutes,
        council=_council(minutes),
        people=tuple(sorted((p.person for p in people), key=lambda p: p.id)),
        organizations=build_organizations(_with_parents([*seen, *extra])),
        themes=_touched(themes, discussions),
        memberships=memberships,
        attendances=tuple(read_attendances(people, memberships, minutes, gazetteer)),
        speeches=said,
        presentations=tuple(presentation for presentation, _ in shown),
        discussions=discussions,
        adjacent=read_adjacent(minutes, ground.passages),
        links=links,
        discourse=discourse,
        settlements=tuple(settlement for settlement, _ in settled),
        obligations=tuple(obligation for obligation, _ in bound),
        references=tuple(without_bodies(discourse.references, links)),
    )


def _ground(minutes: Minutes, gazetteer: Gazetteer) -> tuple[Ground, list[Sighting]]:
    """Return what mentions are linked against, and the bodies of the lists."""
    listed = list_people(minutes, gazetteer)
    seen = [*see_council(minutes), *see_roster(minutes, gazetteer)]
    index = index_paths(seen, gazetteer)
    return Ground(minutes, listed, index, gazetteer, read_passages(minutes)), seen


def _sightings(
    named: Iterable[tuple[object, Sighting | None]],
    settled: Iterable[tuple[object, Iterable[Sighting]]],
    linked: Iterable[Linked],
) -> Iterator[Sighting]:
    """Yield the bodies that what was said, settled and mentioned names beside lists."""
    yield from (one for _, one in named if one)
    yield from (one for _, several in settled for one in several)
    yield from (one.sighting for one in linked if one.sighting)


def _council(minutes: Minutes) -> str | None:
    """Return the id of the body that met, if its name is printed."""
    path = council_path(minutes)
    return organization_id(path) if path else None


def _touched(
    themes: Iterable[Theme], discussions: Iterable[Discussion]
) -> tuple[Theme, ...]:
    """Return those of *themes* that *discussions* touch, by their ids."""
    touched = {discussion.theme for discussion in discussions}
    return tuple(sorted((t for t in themes if t.id in touched), key=lambda t: t.id))


def _voices(
    speeches: Iterable[tuple[Speech, Sighting | None]], listed: Iterable[Listed]
) -> Iterator[Voice]:
    """Yield for each span of a statement the bodies for which it is said.

    They are those of the speaker's row in the roster, or the body that speaks; of
    whom the record does not name they are none.
    """
    units = {
        one.person.id: tuple(
            tuple(unit.value for unit in affiliation.units[:1])
            for affiliation in (one.attendee.affiliations if one.attendee else ())
            if affiliation.units
        )
        for one in listed
    }
    for speech, sighting in speeches:
        own = () if sighting is None else (sighting.path[:1],)
        if sighting and sighting.kind is Kind.SECRETARIAT:
            own = ()
        for span in speech.statement.spans:
            yield Voice(span, units.get(speech.speaker or "", own))


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
