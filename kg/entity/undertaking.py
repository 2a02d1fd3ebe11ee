"""Bind undertakings to the people and bodies that the text names with them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.entity.link import Ground
from kg.entity.sighting import Sighting
from kg.entity.speech import find_agent
from kg.model import (
    Discourse,
    Kind,
    Label,
    Link,
    Obligation,
    Reference,
    Span,
    Speech,
    Undertaking,
)


def read_obligations(
    discourse: Discourse,
    speeches: Iterable[Speech],
    links: Iterable[Link],
    ground: Ground,
) -> Iterator[tuple[Obligation, Sighting | None]]:
    """Yield each undertaking with whom it binds, or of whom it is asked.

    A speaker is bound by his own words only where the record names him and one is
    meant; else by a mention that was linked, or by the secretariat's own name.
    """
    speakers = {speech.statement: speech.speaker for speech in speeches}
    named = {
        link.mention.span: link.entity
        for link in links
        if link.entity is not None and link.mention.label is not Label.THEME
    }
    for undertaking in discourse.undertakings:
        if undertaking.by_speaker and undertaking.statement is not None:
            yield Obligation(undertaking, speakers.get(undertaking.statement)), None
        else:
            agent, sighting = _party(undertaking, named, ground)
            yield Obligation(undertaking, agent), sighting


def _party(
    undertaking: Undertaking, named: dict[Span, str], ground: Ground
) -> tuple[str | None, Sighting | None]:
    """Return the agent that the words for the party name, and the place of a new one.

    「県」 or 「各機関」 names none: only a mention that was linked, and 事務局.
    """
    spans = undertaking.party.evidence if undertaking.party else ()
    if len(spans) != 1:
        return None, None
    (span,) = spans
    if span in named:
        return named[span], None
    text = ground.minutes.document.text[span.start : span.end]
    agent, sighting = find_agent(text, span, ground)
    secretariat = sighting is not None and sighting.kind is Kind.SECRETARIAT
    return (agent.entity, sighting) if secretariat else (None, None)


def without_bodies(
    references: Iterable[Reference], links: Iterable[Link]
) -> Iterator[Reference]:
    """Yield *references* but for the places whose words name a body or a person.

    A body within a longer name is none of them: 岬市議会委員会条例.
    """
    taken = [
        link.mention.span
        for link in links
        if link.entity is not None and link.mention.label is not Label.THEME
    ]
    for reference in references:
        places = tuple(
            place
            for place in reference.places
            if not any(
                a.overlaps(b) and (a == b or b not in a)
                for a in place.spans
                for b in taken
            )
        )
        if places == reference.places:
            yield reference
        elif places:
            yield replace(reference, places=places)
