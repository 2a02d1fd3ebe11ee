"""Link what the rules find in small records, without the model."""

from kg.entity import link_entities
from tests.mention.record import find, gazetteer


def entities(minutes, *names, themes=()):
    """Return what *minutes* say; *names* are those that a model would mark."""
    mentions = find(minutes, *names, themes=themes)
    return link_entities(minutes, mentions, gazetteer(), themes)


def name_of(entity, found):
    """Return the label of a person or the qualified name of a body."""
    people = {person.id: person.label for person in found.people}
    bodies = {body.id: body.qualified for body in found.organizations}
    return {**people, **bodies}.get(entity)


def links(found):
    """Return (words, what they mean) of each link."""
    return [(link.mention.text, name_of(link.entity, found)) for link in found.links]


def candidates(link, found):
    """Return the names of the candidates of an open link."""
    return sorted(name_of(one.entity, found) for one in link.candidates)
