"""Read invented lines with the gazetteer that ships, for the tables of this folder."""

from functools import cache

from kg.document import decode_document
from kg.gazetteer import load_gazetteer
from kg.minutes import parse_minutes
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.resources import data_path
from kg.text import normalize


@cache
def gazetteer():
    return load_gazetteer(data_path() / "gazetteer")


def lexicon(*names):
    return Lexicon(gazetteer(), frozenset(names))


def piece(text):
    """Return *text* as one line's words."""
    view = normalize(text)
    return Piece(view, 0, len(view.text)).part(0)


def minutes(text):
    """Return the one record in *text*."""
    (record,) = parse_minutes(decode_document(text.encode(), "record.txt"), gazetteer())
    return record


def attendees(roster):
    """Return the attendees of a record with this *roster* and nothing else."""
    head = "架空問題検討会（第2回）議事要旨\n日時：令和6年5月1日\n出席者\n"
    return minutes(head + roster).attendees
