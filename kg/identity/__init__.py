"""Tell who is who over the records of a corpus."""

from kg.identity.clue import explain
from kg.identity.identify import identify
from kg.identity.judgement import (
    format_judgement,
    in_force,
    make_judgement,
    read_judgements,
)
from kg.identity.lineage import plain_lineage
from kg.identity.review import Review, find_judged, review
from kg.identity.ruling import unmatched
from kg.identity.sighting import see_people

__all__ = [
    "Review",
    "explain",
    "find_judged",
    "format_judgement",
    "identify",
    "in_force",
    "make_judgement",
    "plain_lineage",
    "read_judgements",
    "review",
    "see_people",
    "unmatched",
]
