"""Put together what the statements of one record do."""

from kg.gazetteer import Gazetteer
from kg.model import Discourse, Minutes


def read_discourse(minutes: Minutes, gazetteer: Gazetteer) -> Discourse:
    """Return the acts, exchanges, papers and decisions that *minutes* hold.

    *gazetteer* tells the words for roles (座長, 事務局) that labels use.
    """
    del minutes, gazetteer
    return Discourse()
