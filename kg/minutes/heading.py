"""Read the head of a record: body, number, date, times, places, kind."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from kg.minutes.era import NUMERAL, Found, find_date, find_day, find_times, number
from kg.minutes.headword import Topic
from kg.minutes.line import Line, Piece
from kg.minutes.place import read_places, read_venue, section_values
from kg.minutes.section import Section
from kg.model import Basis, Grounded, Heading, RecordKind, Span

_KINDS = (
    (
        RecordKind.SUMMARY,
        r"議事要旨|議事概要|議事の概要|会議要旨|会議概要|議事要録|要旨|概要",
    ),
    (RecordKind.VERBATIM, r"会議録情報|議事録|会議録|速記録|発言録"),
    (RecordKind.RESULT, r"開催結果|結果概要|会議結果|議事結果|審議結果"),
    (RecordKind.UNKNOWN, r"議事次第"),
)
_KIND = re.compile("|".join(f"(?:{words})" for _, words in _KINDS))

# (第23回) / 第７回 / 第二回 / 第 12 回
_NUMBER = re.compile(
    rf"[(\[]?\s*第\s*(?P<number>{NUMERAL})\s*回(?!国会)(?:会合|会議(?=\s|$))?\s*[)\]]?"
)
# 会議録 第四号: the numbers of the Diet and of assemblies
_ISSUE = re.compile(rf"第\s*(?P<number>{NUMERAL})\s*号")
_SESSION = re.compile(rf"第\s*{NUMERAL}\s*回国会|\(?(?:定例会|臨時会)\)?")
_FISCAL = re.compile(rf"(?:昭和|平成|令和)\s*{NUMERAL}\s*年度?|(?:19|20)\d\d\s*年度?")
_SPACED = re.compile(r"^\S(?:\s+\S)+$")
_EDGE = re.compile(r"^[\s#*・、,:：\-]+|[\s#*・、,:：\-]+$")
_EMPTY_BRACKETS = re.compile(r"[(\[【「]\s*(?:案|未定稿|速報版?)?\s*[)\]】」]")
BODY_END = re.compile(
    r"(?:会議|審議会|分科会|部会|小委員会|委員会|検討会|研究会|懇談会|懇話会|協議会|本部|調査会|審査会"
    r"|ワーキンググループ|ワーキング・グループ|作業部会|チーム|タスクフォース|フォーラム|評議会|議会"
    r"|WG|TF|幹事会|連絡会(?!議)|総会|理事会|プロジェクト|会合|パネル|ラウンドテーブル)"
)
_OPENING = re.compile(r"開会|開議|開催|開始")
_CLOSING = re.compile(r"閉会|散会|終了|延会|閉議|休憩")


@dataclass(frozen=True, slots=True)
class _When:
    """A day with the times beside it, and where they stand."""

    day: Grounded[date] | None
    start: Grounded[time] | None
    end: Grounded[time] | None
    words: str | None


def read_heading(sections: Sequence[Section], lines: Sequence[Line]) -> Heading:
    """Return the head of the record made of *sections*; *lines* are all of it."""
    title_lines = _title_lines(sections, lines)
    title = title_lines[0].piece
    words = " ".join(line.text for line in title_lines)
    when = _when(sections, lines, words)
    venue = read_venue(sections)
    return Heading(
        title=_clean(" ".join(line.piece.title for line in title_lines)),
        title_span=Span(title.span.start, title_lines[-1].piece.span.end),
        body=_body(title_lines),
        number=_number(title_lines),
        date=when.day,
        start=when.start,
        end=when.end,
        date_as_written=when.words,
        venue=Grounded(venue.title, Basis.STATED, (venue.span,)) if venue else None,
        places=read_places(venue) if venue else (),
        kind=_kind(lines),
        honorifics_omitted=_honorifics(lines),
    )


def _title_lines(sections: Sequence[Section], lines: Sequence[Line]) -> list[Line]:
    """Return the lines that name the body: those of the first section up to a date.

    A title may be cut in lines (産業基盤審議会 / 素材分科会（第3回）/ 議事録).
    """
    first = sections[0].lines if sections and sections[0].topic is Topic.TITLE else ()
    found: list[Line] = []
    for line in first:
        words = _unspaced(line.text)
        named = BODY_END.search(words) or _NUMBER.search(line.text)
        dated = find_date(line.text) or find_times(line.text)
        if dated and found:
            break
        if named or _KIND.search(words):
            found.append(line)
        elif found:
            break
    return found or [(first or lines)[0]]


def _unspaced(text: str) -> str:
    """Return 「議 事 要 旨」 as 「議事要旨」; longer words apart stay apart."""
    return re.sub(r"(?<=\S)\s+(?=\S)", "", text) if _SPACED.match(text) else text


def _clean(words: str) -> str:
    """Return *words* without the marks of a heading around them."""
    return _EDGE.sub("", words)


def _body(lines: Sequence[Line]) -> Grounded[str] | None:
    """Return the name of the body that met, with its upper bodies before it."""
    names: list[str] = []
    spans: list[Span] = []
    for line in lines:
        words = _FISCAL.sub(" ", _SESSION.sub(" ", line.text))
        words = re.sub("(委員|調査)会議録", r"\1会 ", words)  # the two share 会
        words = _KIND.sub("", _ISSUE.sub(" ", _NUMBER.sub(" ", words)))
        words = re.sub(r"\s+", " ", _clean(_EMPTY_BRACKETS.sub(" ", words)))
        ends = [m.end() for m in BODY_END.finditer(words)]
        if not ends:
            continue
        name = words[: ends[-1]].strip()
        names.append(_clean(re.sub(r"^(?:の|第)\s*", "", name)))
        spans.append(line.piece.span)
    if not names:
        return None
    return Grounded(" ".join(names), Basis.STATED, tuple(spans))


def _number(lines: Sequence[Line]) -> Grounded[int] | None:
    """Return the number of the meeting in the title."""
    for line in lines:
        numbers = list(_NUMBER.finditer(line.text)) or list(_ISSUE.finditer(line.text))
        if numbers:
            # 第208回国会 … 委員会 第3号: the number of the session is not the meeting's
            found = numbers[-1]
            span = line.piece.match(found).span
            return Grounded(number(found["number"]), Basis.STATED, (span,))
    return None


def _kind(lines: Sequence[Line]) -> Grounded[RecordKind]:
    """Return the kind of record that the first lines name."""
    for line in lines[:6]:
        for kind, words in _KINDS:
            if re.search(words, _unspaced(line.text)):
                return Grounded(kind, Basis.STATED, (line.piece.span,))
    return Grounded(RecordKind.UNKNOWN, Basis.DEFAULT)


def _honorifics(lines: Iterable[Line]) -> Grounded[bool] | None:
    """Return whether the record says that it leaves out 君 and 氏 (敬称略)."""
    for line in lines:
        found = re.search(r"敬称\s*略|敬称は?省略", line.text)
        if found:
            return Grounded(
                value=True, basis=Basis.STATED, evidence=(line.piece.match(found).span,)
            )
    return None


def _when(sections: Sequence[Section], lines: Sequence[Line], title: str) -> _When:
    """Return day and times: under their heading, else in the lines of the head.

    The days of a discussion are no meeting days, so the record is not searched;
    開会 and 散会 lines are, for the times.
    """
    dated = section_values(sections, Topic.DATE)
    head = [line.piece for s in sections if s.topic is Topic.TITLE for line in s.lines]
    for piece in (*dated, *head):
        day = find_date(piece.text) or (
            find_day(piece.text, title) if piece in dated else None
        )
        if day:
            return _with_times(piece, day, [*dated, *head], lines)
    start, end = _sitting_times(lines)
    return _When(None, start, end, dated[0].text if dated else None)


def _with_times(
    piece: Piece, day: Found[date], others: Sequence[Piece], lines: Sequence[Line]
) -> _When:
    """Return *day* with the times beside it, below it, or of 開会 and 散会."""
    grounded = Grounded(day.value, Basis.STATED, (piece.part(day.start, day.end).span,))
    rest = piece.part(day.end)
    after = [o for o in others if o.start > piece.start]
    for place in (rest, *after):
        times = find_times(place.text)
        if times:
            opens = not _CLOSING.search(place.text) or len(times) > 1
            if opens:
                last = _ground(place, times[1]) if len(times) > 1 else None
                closed = last or _sitting_times(lines)[1]
                return _When(grounded, _ground(place, times[0]), closed, piece.text)
    start, end = _sitting_times(lines)
    return _When(grounded, start, end, piece.text)


def _sitting_times(
    lines: Sequence[Line],
) -> tuple[Grounded[time] | None, Grounded[time] | None]:
    """Return when the meeting opened and closed, from 午前十時開会 and 午後三時散会."""
    start = end = None
    for line in lines:
        times = find_times(line.text)
        # 「午前十時五分休憩」 within a speech is longer than such a line
        longest = 24
        if not times or len(line.text) > longest:
            continue
        if not start and _OPENING.search(line.text):
            start = _ground(line.piece, times[0])
        elif re.search(r"閉会|散会|終了|閉議", line.text):
            end = _ground(line.piece, times[-1])
    return start, end


def _ground(piece: Piece, found: Found[time]) -> Grounded[time]:
    """Return a time with its place."""
    return Grounded(
        found.value, Basis.STATED, (piece.part(found.start, found.end).span,)
    )
