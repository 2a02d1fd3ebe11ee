"""Find the two meetings that are compared: by number, day, name or IRI."""

import re
from collections.abc import Iterable

from kg.ask import bind_value
from kg.diff.lookup import ask
from kg.errors import QuestionError
from kg.graph import Store
from kg.model import Compared, Parameter
from kg.text import key

# 第23回, 23
_NUMBER = re.compile(r"第?(?P<number>\d+)回?\Z")
# 2025-02-19, 2025/2/19, 2025年2月19日
_DAY = re.compile(r"(?P<y>\d{4})[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?\Z")
_SHOWN = 8
_COUNCIL = Parameter("council", "council", "会議体", "council")


def list_meetings(store: Store, council: str | None = None) -> tuple[Compared, ...]:
    """Return the meetings in *store*, of the body called *council* if one is named.

    They are in order of day and number. Raises QuestionError for a council that no
    meeting is of, and where no named graph holds a meeting.
    """
    wanted = None
    if council is not None:
        wanted = {term.text for term in bind_value(store, _COUNCIL, council)}
    found: dict[str, Compared] = {}
    for row in ask(store, "meetings"):
        if wanted is not None and row.get("council") not in wanted:
            continue
        before = found.get(row["meeting"])
        documents = before.documents if before else ()
        found[row["meeting"]] = Compared(
            id=row["meeting"],
            name=before.name if before else row["name"],
            council=row.get("council"),
            number=int(row["number"]) if "number" in row else None,
            day=row.get("day"),
            documents=tuple(sorted({*documents, row["document"]})),
        )
    if not found and wanted is None:
        message = (
            "no document in the graph records a meeting; graph.ttl of several does not "
            "tell which of them says what: use the folder of the build, or dataset.nq"
        )
        raise QuestionError(message)
    return tuple(sorted(found.values(), key=_order))


def choose_meetings(
    store: Store, words: Iterable[str] = (), council: str | None = None
) -> tuple[Compared, Compared]:
    """Return the two meetings that *words* mean; without words, the last two.

    Raises QuestionError where a word means no meeting or several.
    """
    meetings = list_meetings(store, council)
    given = tuple(words)
    if given:
        first, second = (find_meeting(meetings, word) for word in given)
        return first, second
    councils = {meeting.council for meeting in meetings}
    if len(councils) > 1:
        names = _names(meetings)
        message = f"several councils met: name one with --council ({names})"
        raise QuestionError(message)
    return _last_two(meetings)


def _last_two(meetings: tuple[Compared, ...]) -> tuple[Compared, Compared]:
    """Return the last two of *meetings*, by day; by number where days are missing.

    Where neither places all of them, those without a day are passed over.
    """
    placed = [one for one in meetings if one.day]
    if len(placed) < len(meetings) and all(one.number for one in meetings):
        placed = sorted(meetings, key=lambda one: (one.number or 0, one.id))
    if len(placed) < 2:  # noqa: PLR2004 - a comparison is of two
        message = (
            "a comparison needs two meetings with a day or a number, "
            f"the graph has {len(placed)}; name two meetings or two builds"
        )
        raise QuestionError(message)
    return placed[-2], placed[-1]


def find_meeting(meetings: Iterable[Compared], word: str) -> Compared:
    """Return the one of *meetings* that *word* means: 23, 第23回, a day, an IRI.

    Raises QuestionError where it means none, or more than one.
    """
    known = tuple(meetings)
    found = [meeting for meeting in known if _means(word, meeting)]
    if len(found) == 1:
        return found[0]
    if not found:
        message = f"no meeting {word!r}; there are {_names(known) or 'none'}"
        raise QuestionError(message)
    several = len({meeting.council for meeting in found}) > 1
    way = "name the council with --council" if several else "give its day or IRI"
    message = f"{word!r} means more than one meeting, {way}: {_names(found)}"
    raise QuestionError(message)


def is_meeting(word: str) -> bool:
    """Tell whether *word* has the form of a number, a day or an IRI of a meeting.

    >>> is_meeting("第23回"), is_meeting("2025/2/19"), is_meeting("out-old")
    (True, True, False)
    """
    plain = key(word)
    return "://" in word or bool(_NUMBER.match(plain) or _DAY.match(plain))


def _means(word: str, meeting: Compared) -> bool:
    """Tell whether *word* names *meeting*."""
    if "://" in word:
        return word == meeting.id
    plain = key(word)
    if found := _NUMBER.match(plain):
        return int(found["number"]) == meeting.number
    if found := _DAY.match(plain):
        day = f"{found['y']}-{int(found['m']):02d}-{int(found['d']):02d}"
        return day == meeting.day
    return plain == key(meeting.name)


def _order(meeting: Compared) -> tuple[str, int, str]:
    """Return where *meeting* stands in time; what has no day comes first."""
    number = -1 if meeting.number is None else meeting.number
    return meeting.day or "", number, meeting.id


def _names(meetings: Iterable[Compared]) -> str:
    """Return the names of *meetings*, with the day where that tells them apart."""
    names = [f"{one.name} {one.day or ''}".strip() for one in meetings]
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
