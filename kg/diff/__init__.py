"""Say what differs between two meetings of a council, or between two builds."""

from kg.diff.build import compare_builds
from kg.diff.compare import compare_meetings
from kg.diff.meeting import choose_meetings, find_meeting, is_meeting, list_meetings
from kg.diff.word import (
    LANGUAGES,
    read_words,
    word_change,
    word_note,
    word_title,
)
from kg.diff.write import SIGNS, write_json, write_text

__all__ = [
    "LANGUAGES",
    "SIGNS",
    "choose_meetings",
    "compare_builds",
    "compare_meetings",
    "find_meeting",
    "is_meeting",
    "list_meetings",
    "read_words",
    "word_change",
    "word_note",
    "word_title",
    "write_json",
    "write_text",
]
