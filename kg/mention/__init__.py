"""Find the words of a record that name somebody or something.

A recognizer takes a passage and yields what it found; `merge` makes one list:
`post` (北川理事), `gazetteer` (文科省), `record` (names of the roster), `alias`
(Q-I-H, 以下「機構」という), `compound` (成長戦略本部), `municipal` (星見町の条例),
`nominal` (座長, この会議), `repeated` (a name that the text introduced elsewhere),
`ginza` (the model), `theme` (triggers of a concept).
"""

from kg.mention.find import Recogniser, find_mentions
from kg.mention.ginza import Name, recognise_names

__all__ = ["Name", "Recogniser", "find_mentions", "recognise_names"]
