"""Keep who is who with a build, so that it can be looked through and ruled on."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kg.corpus.publish import kept_file
from kg.errors import DocumentMissingError
from kg.model import Identities, PersonSighting

PEOPLE = ".people.json"
"""The file of a build that holds its sightings and what was decided about them."""


@dataclass(frozen=True, slots=True)
class People:
    """The sightings of a corpus, and who is who among them."""

    sightings: tuple[PersonSighting, ...]
    identities: Identities


def write_people(sightings: Iterable[PersonSighting], identities: Identities) -> str:
    """Return the text of the file that keeps who is who."""
    people = People(tuple(sightings), identities)
    return msgspec.json.encode(people, order="sorted").decode()


def read_people(out: Path) -> People:
    """Return who is who in the build that the folder *out* shows.

    Raises DocumentMissingError where nothing was built.
    """
    place = kept_file(out, PEOPLE)
    try:
        return msgspec.json.decode(place.read_bytes(), type=People)
    except (OSError, msgspec.MsgspecError) as error:
        raise DocumentMissingError(out) from error
