"""Read the head of a case, or the heads of several meetings in one file."""

from kg.evaluate.accept import Record, answer, answers
from kg.evaluate.attendee import names_of
from kg.evaluate.roster import HEAD
from kg.evaluate.score import Wanted, fact, wanted


def read_head(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return each part of the head as a field; what is null must not be found."""
    heads = record.get("meetings") or [record["meeting"]]
    return {
        f"meeting_{name}": tuple(
            dict.fromkeys(answer(head, name) for head in heads if answers(head, name))
        )
        for name in HEAD
        if any(name in head for head in heads)
    }


def read_attended(record: Record) -> dict[str, tuple[Wanted, ...]]:
    """Return which of several meetings each person attended, by number or day."""
    rows = [row for row in record.get("people", ()) if "meeting_index" in row]
    facts: list[Wanted] = []
    for row in rows:
        meeting = record["meetings"][row["meeting_index"]]
        known = [meeting[name] for name in ("ordinal", "date") if meeting.get(name)]
        forms = (fact(name, word) for name in names_of(row) for word in known)
        facts.append(wanted(*forms))
    return {"attended": tuple(dict.fromkeys(facts))} if facts else {}
