"""Read the title of a record: which body met, for which time, in what sort of text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.calendar import number
from kg.minutes.body import (
    BODY_END,
    ISSUE,
    KIND,
    KINDS,
    NUMBER,
    SESSION,
    clean,
    is_committee,
    mended,
    read_name_of_body,
    unspaced,
    without_session,
)
from kg.minutes.era import find_date, find_times
from kg.minutes.headword import Topic
from kg.minutes.line import Line, Piece
from kg.minutes.section import Section
from kg.model import Basis, Grounded, RecordKind, Span

_CRUMBS = re.compile(r"\s*(?:>|＞|»|›|≫|→)\s*")
_OPENED = re.compile(
    r"(?:ただいま|只今|これ)(?:から|より)?、?(?P<name>[^。、]{0,24}?(?:議会|市会)[^。、]{0,14})を?開会"
)
_ASSEMBLY = re.compile(
    r"[一-鿿々ヶぁ-んァ-ヶー]{1,12}?(?:都|道|府|県|市|区|町|村|組合|連合|広域)(?:議会|会(?=\s|$|第|\())"
)


@dataclass(frozen=True, slots=True)
class Title:
    """The lines that name the meeting.

    *assembly* is a line that names an assembly, *opening* the words that open its
    session; *first_only* tells that the first line is the whole name.
    """

    pieces: tuple[Piece, ...]
    assembly: Piece | None = None
    opening: Piece | None = None
    first_only: bool = False

    @property
    def words(self) -> str:
        """All of it as one text."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def printed(self) -> str:
        """The title as printed, without the marks of a heading around it."""
        return clean(" ".join(piece.title for piece in self.pieces))

    @property
    def span(self) -> Span:
        """The place of the first to the last line."""
        spans = [piece.span for piece in self.pieces]
        return Span(min(s.start for s in spans), max(s.end for s in spans))


def read_title(sections: Sequence[Section], lines: Sequence[Line]) -> Title:
    """Return what names the meeting: a value beside 会議の名称, else the first lines.

    A title may be cut in lines (産業基盤審議会 / 素材分科会（第3回）), and stand
    below a path through the site (ホーム > 審議会 >), whose last step may name it.
    """
    named = [
        piece
        for section in sections
        if section.topic is Topic.NAME
        for piece in _values(section)[:1]
    ][:1]
    first = sections[0].lines if sections and sections[0].topic is Topic.TITLE else ()
    found = _without_paths(_title_lines(first))
    opening = _opening(lines)
    if named and _is_named(named[0]):
        return Title((*named, *found), _assembly(lines), opening, first_only=True)
    pieces = (*found, *named) or ((first or lines)[0].piece,)
    return Title(pieces, _assembly(lines), opening)


def _values(section: Section) -> list[Piece]:
    """Return the value beside and below the heading of *section*."""
    beside = section.head.value if section.head else None
    return [*([beside] if beside else []), *(line.piece for line in section.lines)]


def _is_named(piece: Piece) -> bool:
    """Tell whether *piece* names a body."""
    return BODY_END.search(mended(without_session(piece.text))) is not None


def _title_lines(lines: Sequence[Line]) -> list[Piece]:
    """Return the lines that name body, number and kind, up to a day.

    Of several runs of such lines (the name of the page, a menu, the title) the one
    that says most is taken.
    """
    runs: list[list[Piece]] = [[]]
    for line in lines:
        words = unspaced(line.text)
        named = BODY_END.search(mended(words)) or NUMBER.search(words)
        dated = find_date(line.text) or find_times(line.text)
        again = dated and runs[-1] and not _CRUMBS.search(runs[-1][-1].text)
        if (named or KIND.search(words)) and not again:
            runs[-1].append(line.piece)
        elif runs[-1]:
            runs.append([line.piece] if named and again else [])
    return max(runs, key=_says)


def _says(run: Sequence[Piece]) -> int:
    """Return how much a run of lines says of number, kind and body."""
    words = " ".join(unspaced(piece.text) for piece in run)
    plain = re.sub(r".*(?:>|＞|»|›|→)", "", words)
    number_found = 2 * (NUMBER.search(plain) is not None)
    kind, body = KIND.search(plain) is not None, BODY_END.search(plain) is not None
    return number_found + kind + body


def _opening(lines: Sequence[Line]) -> Piece | None:
    """Return the words that open the session of an assembly.

    ただいまから、令和７年第１回葛飾区議会定例会を開会いたします。
    """
    for line in lines:
        found = _OPENED.search(line.text)
        if found:
            return line.piece.match(found, "name")
    return None


def _without_paths(pieces: Sequence[Piece]) -> list[Piece]:
    """Return *pieces* without paths through a site, but with the step a title is."""
    plain = [piece for piece in pieces if not _CRUMBS.search(piece.text)]
    if any(KIND.search(unspaced(p.text)) or _is_named(p) for p in plain):
        return plain
    steps = []
    for piece in pieces:
        found = list(_CRUMBS.finditer(piece.text))
        last = piece.part(found[-1].end()) if found else piece
        if last:
            steps.append(last)
    return steps


def _assembly(lines: Sequence[Line]) -> Piece | None:
    """Return where an assembly is named beside the kind of record: 目黒区議会会議録."""
    first = 12
    for line in lines[:first]:
        words = re.sub(r"\s+", "", line.text)
        if re.search(r"(?:議会|市会).{0,16}会議録", words) and len(words) < first * 4:
            return line.piece
    return None


def read_body(title: Title) -> Grounded[str] | None:
    """Return the name of the body that met, with its upper bodies before it."""
    names: dict[str, Span] = {}
    for piece in title.pieces[:1] if title.first_only else title.pieces:
        name = read_name_of_body(piece.text)
        if not name:
            continue
        for other in [known for known in names if known in name or name in known]:
            name = max(name, other, key=len)
            del names[other]
        names[name] = piece.span
    body = clean(" ".join(names))
    if is_committee(body):
        return Grounded(body, Basis.STATED, tuple(names.values()))
    named = _ASSEMBLY.search(body)
    if named:
        return Grounded(named.group(), Basis.STATED, tuple(names.values()))
    for said in (title.assembly, title.opening):
        words = without_session(NUMBER.sub(" ", said.text)) if said else ""
        words = re.sub(r"\s+", "", words)
        if said and (found := _ASSEMBLY.search(words)):
            return Grounded(found.group(), Basis.STATED, (said.span,))
    return Grounded(body, Basis.STATED, tuple(names.values())) if body else None


def read_number(title: Title) -> Grounded[int] | None:
    """Return the number of the meeting in the title.

    第208回国会 … 委員会 第3号 is the third: the session has a number of its own. Of an
    assembly the 回 counts the sessions of the year, the 号 only the days of one, so
    the 回 stands. Two bodies that sit together have each a number: the meeting is
    taken to be that of the body named first, which INFERRED says.
    """
    more = [piece for piece in (title.assembly, title.opening) if piece]
    pieces = [*title.pieces, *more]
    session = any(SESSION.search(piece.text) for piece in pieces)
    for pattern in (NUMBER, ISSUE):
        for piece in pieces:
            numbers = list(pattern.finditer(piece.text))
            if not numbers or (pattern is ISSUE and session):
                continue
            joint = re.search(r"合同|連合|・\s*第|及び第", piece.text) is not None
            found = numbers[0] if joint else numbers[-1]
            several = len({number(n["number"]) for n in numbers}) > 1
            basis = Basis.INFERRED if joint and several else Basis.STATED
            span = piece.match(found).span
            return Grounded(number(found["number"]), basis, (span,))
    return None


def read_kind(lines: Sequence[Line]) -> Grounded[RecordKind]:
    """Return the kind of record that the first lines name."""
    first = 8
    for line in lines[:first]:
        for kind, words in KINDS:
            if re.search(words, unspaced(line.text)):
                return Grounded(kind, Basis.STATED, (line.piece.span,))
    return Grounded(RecordKind.UNKNOWN, Basis.DEFAULT)
