"""Read when a meeting was, and which one a row is about."""

from kg.evaluate.post import Row
from kg.evaluate.score import Found, fact, found


def read_moment(text: str) -> tuple[str, str]:
    """Return the day and the time of a date, a time, or both."""
    day, _, time = text.rpartition("T")
    return (day, time[:5]) if day or ":" in time else (time, "")


def name_meeting(row: Row) -> Found:
    """Return the name with the number and with the day of the meeting."""
    day, _ = read_moment(row.get("start", ""))
    known = [word for word in (row.get("number"), day) if word]
    return found(*(fact(row["name"], word) for word in known or [""]))
