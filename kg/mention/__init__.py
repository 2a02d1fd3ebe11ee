"""Find the words of a record that name somebody or something.

A recognizer takes a passage and yields what it found; `merge` makes one list:
`post` (北川理事), `gazetteer` (文科省), `record` (names of the roster), `alias`
(Q-I-H, 以下「機構」という), `compound` (成長戦略本部), `municipal` (星見町の条例),
`nominal` (座長, この会議), `repeated` (a name that the text introduced elsewhere),
`ginza` (the model). Themes are found by `trigger` (a phrase of the concept), `context`
(a vague one, where the record shows the branch otherwise), `title` (a wide one, in
the names of councils, items and handouts), `label` and `vector` (a term of the text
that is called as the concept, or near to a phrase of it).
"""

from kg.mention.find import Mentions, Recogniser, find_mentions, read_text
from kg.mention.ginza import (
    Compound,
    Name,
    Recognised,
    compare,
    recognise,
    recognise_nothing,
)
from kg.mention.proposal import propose_concepts

__all__ = [
    "Compound",
    "Mentions",
    "Name",
    "Recognised",
    "Recogniser",
    "compare",
    "find_mentions",
    "propose_concepts",
    "read_text",
    "recognise",
    "recognise_nothing",
]
