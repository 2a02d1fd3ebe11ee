"""Read the Diet's records as its API gives them, in fields, back into a text."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from kg.document.encoding import decode
from kg.document.extract import Extract
from kg.document.layout import gather
from kg.errors import DocumentRefusedError
from kg.model import Omission

Record = Mapping[str, object]

_INFORMATION = "会議録情報"
_HEADED = 600
# 令和六年三月十四日
_DATE = re.compile(r"(?:明治|大正|昭和|平成|令和)\s*\S{1,4}年\s*\S{1,3}月\s*\S{1,4}日")
_ISO = re.compile(r"^(\d{4})-(\d{2})-(\d{2})")
# ○佐藤委員長　ただいまから
_LABELLED = re.compile(r"^\s*[○◯〇]")
_FIELDS = {
    "speakerYomi": "よみ",
    "speakerGroup": "会派",
    "speakerPosition": "肩書",
    "speakerRole": "役割",
}


def read_json(data: bytes, name: str, encoding: str) -> tuple[Extract, ...]:
    """Return the meetings in *data*, a saved answer of the API in JSON."""
    decoded = decode(data, name, encoding)
    try:
        value = json.loads(decoded.text.lstrip("\ufeff"))
    except ValueError as error:
        raise DocumentRefusedError(name, f"its JSON is broken ({error})") from None
    return tuple(
        Extract(
            one.text,
            one.regions,
            one.omissions,
            decoded.encoding,
            decoded.basis,
            decoded.confidence,
            one.label,
        )
        for one in read_meetings(_meetings(value), name)
    )


def read_meetings(meetings: Sequence[Record], name: str) -> tuple[Extract, ...]:
    """Return each of *meetings* as one text: its head and its speeches in order.

    Raises DocumentRefusedError where there is none, or none with speeches.
    """
    found = [one for meeting in meetings for one in _texts(meeting)]
    if not found:
        reason = "holds no speeches; save the answer of the API's meeting or speech"
        raise DocumentRefusedError(name, reason)
    if len(found) > 1:
        return tuple(found)
    return (Extract(found[0].text, found[0].regions, found[0].omissions),)


def group_speeches(speeches: Sequence[Record]) -> tuple[Record, ...]:
    """Return *speeches* that name their meeting themselves as meetings."""
    groups: dict[str, list[Record]] = {}
    for speech in speeches:
        groups.setdefault(_words(speech, "issueID"), []).append(speech)
    return tuple({**group[0], "speechRecord": group} for group in groups.values())


def _meetings(value: object) -> tuple[Record, ...]:
    """Return the meetings in *value*, in whichever form the API gave them."""
    if isinstance(value, list):
        records = [one for one in value if isinstance(one, dict)]
        if any("speechRecord" in one for one in records):
            return tuple(records)
        return group_speeches(records)
    if not isinstance(value, dict):
        return ()
    if "meetingRecord" in value:
        inner = value["meetingRecord"]
        return _meetings(inner if isinstance(inner, list) else [inner])
    speeches = value.get("speechRecord")
    if "issueID" in value or not isinstance(speeches, list):
        return (value,) if speeches else ()
    return group_speeches([one for one in speeches if isinstance(one, dict)])


def _texts(meeting: Record) -> Iterator[Extract]:
    """Yield the text of *meeting*, if it has speeches."""
    value = meeting.get("speechRecord")
    records = value if isinstance(value, list) else []
    speeches = [one for one in records if isinstance(one, dict)]
    speeches = [one for one in speeches if _words(one, "speech").strip()]
    speeches.sort(key=_order)
    if not speeches:
        return
    lines: list[tuple[str, str]] = []
    for number, speech in enumerate(speeches, 1):
        lines += _speech(speech, f"speechRecord[{number}]")
    start = "\n".join(line for line, _ in lines)[:_HEADED]
    lines = [*_head(meeting, start), *lines]
    extract = gather(lines, tuple(_omitted(speeches)))
    yield Extract(
        extract.text,
        extract.regions,
        extract.omissions,
        label=_words(meeting, "issueID"),
    )


def _words(record: Record, name: str) -> str:
    """Return a field as text; what is null or missing is empty."""
    value = record.get(name)
    return "" if value is None or isinstance(value, (dict, list)) else str(value)


def _order(speech: Record) -> int:
    """Return the place of *speech* in its meeting."""
    words = _words(speech, "speechOrder")
    return int(words) if words.isdecimal() else 0


def _head(meeting: Record, start: str) -> Iterator[tuple[str, str]]:
    """Yield the line that tells of what only stands in fields, not at the *start*."""
    session = _words(meeting, "session")
    body, issue = _words(meeting, "nameOfMeeting"), _words(meeting, "issue")
    names = ["session", "nameOfHouse", "nameOfMeeting", "issue"]
    values = [
        f"第{session}回国会" if session else "",
        _words(meeting, "nameOfHouse"),
        body,
        issue,
    ]
    bare = re.sub(r"\s", "", start)
    if body and body in bare and "回国会" in bare:
        names, values = [], []
    date = _ISO.match(_words(meeting, "date"))
    if date and not _DATE.search(start):
        year, month, day = (int(part) for part in date.groups())
        names.append("date")
        values.append(f"{year}年{month}月{day}日")
    if any(values):
        kept = [name for name, value in zip(names, values, strict=True) if value]
        yield "　".join(value for value in values if value), ",".join(kept)
        yield "", ""


def _speech(speech: Record, place: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of *speech*; where no label is printed, after its speaker."""
    text = _words(speech, "speech")
    speaker = _words(speech, "speaker").strip()
    lines = re.split(r"\r\n|[\r\n]", text)
    while lines and not lines[-1].strip():
        lines.pop()
    if speaker and speaker != _INFORMATION and not _LABELLED.match(text):
        yield f"○{speaker}　{lines[0]}", f"{place}/speaker,speech"
        lines = lines[1:]
    for line in lines:
        yield line, f"{place}/speech"


def _omitted(speeches: Sequence[Record]) -> Iterator[Omission]:
    """Yield what fields say of each speaker, once; the text does not say it."""
    seen: set[str] = set()
    for number, speech in enumerate(speeches, 1):
        values = {word: _words(speech, field) for field, word in _FIELDS.items()}
        parts = [f"{word} {value}" for word, value in values.items() if value]
        text = f"{_words(speech, 'speaker')}: {'、'.join(parts)}"
        if parts and text not in seen:
            seen.add(text)
            yield Omission("field", text, f"speechRecord[{number}]")
