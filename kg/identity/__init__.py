"""Tell who is who over the records of a corpus."""

from kg.identity.identify import identify
from kg.identity.sighting import see_people

__all__ = ["identify", "see_people"]
