"""Put together what one record says of entities."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.entity.adjacent import read_adjacent
from kg.entity.anaphor import Voice
from kg.entity.around import read_passages
from kg.entity.identifier import organization_id
from kg.entity.link import Ground, link_mentions
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
from kg.gazetteer import Gazetteer
from kg.model import (
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
    voices = tuple(_voices(speeches, listed))
    linked = link_mentions(mentions, replace(ground, voices=voices))
    extra = [sighting for _, sighting in (*speeches, *shown)]
    extra.extend(one.sighting for one in linked)
    memberships = tuple(m for one in listed for m in read_memberships(one, minutes))
    discussions = read_discussions(minutes, mentions)
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
        speeches=tuple(speech for speech, _ in speeches),
        presentations=tuple(presentation for presentation, _ in shown),
        discussions=discussions,
        adjacent=read_adjacent(minutes, ground.passages),
        links=tuple(one.link for one in linked),
    )


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
