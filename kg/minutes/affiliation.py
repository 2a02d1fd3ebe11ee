"""Read one affiliation: a path of units from the top, and a post."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.minutes.ditto import Columns, columns_of, resolve_ditto
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.office_words import split_words
from kg.minutes.unit import Cut, cut_word
from kg.minutes.written import written_post
from kg.model import Affiliation, Basis, Grounded, Span

# 司書長, 竹細工職人: a word that no table knows names what somebody is
_CALLING = re.compile(r"[士師人家者員手長官役主]$|代表$|^[A-Za-z .&\-]+$")
_PROFESSION = re.compile(r"[士師家]$")
# 財務副大臣 has a ministry of its own, whatever stands before it
_MINISTER = re.compile(r"(?!特命)\S{2,}(?:大臣|大臣政務官)$")
# 写真家、前・文化財課長: what somebody was is no office of his
_FORMER = re.compile(r"[前元旧][・:]")
_BREAK = re.compile(r"<br\s*/?>|[、，;；]\s*|\s+/\s+")


def read_affiliations(
    pieces: Sequence[Piece], above: Columns, lexicon: Lexicon
) -> tuple[Affiliation, ...]:
    """Return the affiliations that *pieces* hold, in order.

    *above* are the units of the row before, for 同 and 〃.
    """
    found: list[Affiliation] = []
    for piece in pieces:
        for part in _parts(piece):
            inherited, rest = resolve_ditto(part, above, lexicon)
            read = list(_read_part(rest, inherited, lexicon))
            apart = inherited or not found or not read
            if not apart and _goes_on(found[-1], read[0], lexicon):
                read[0] = _below(found.pop(), read[0])
            found.extend(read)
    return tuple(found)


def _goes_on(before: Affiliation, one: Affiliation, lexicon: Lexicon) -> bool:
    """Tell whether *one* is a unit of the body *before*, a bracket between them.

    架空庁（事務局）　企画課　渚課長, 架空研究所（計測部）　部長　渚 葵.
    """
    if before.post is not None or not before.units or one.legal_form:
        return False
    first = one.units[0].value if one.units else ""
    whole = before.legal_form or lexicon.is_top(before.units[0].value)
    unit = lexicon.ends_organization(first) and not lexicon.is_top(first)
    return bool(whole) and (unit if one.units else one.post is not None)


def _below(body: Affiliation, one: Affiliation) -> Affiliation:
    """Return *one* with the units of *body* before its own."""
    whole = Span(body.span.start, max(body.span.end, one.span.end))
    return replace(
        one,
        span=whole if body.span.start <= one.span.start else one.span,
        units=(*body.units, *one.units),
        legal_name=body.legal_name,
        legal_form=body.legal_form,
    )


def read_columns(pieces: Sequence[Piece], above: Columns, lexicon: Lexicon) -> Columns:
    """Return the units of each word of a row, what 〃 repeats included."""
    columns: list[tuple[Grounded[str], ...]] = []
    for piece in pieces:
        for part in _parts(piece):
            inherited, rest = resolve_ditto(part, above, lexicon)
            columns.extend(columns_of(inherited, above) if inherited else ())
            before: list[Piece] = []
            for word in split_words(rest, lexicon):
                cut = cut_word(word, before, lexicon)
                before.extend(cut.units)
                grounded = (
                    Grounded(u.text, Basis.STATED, (u.span,)) for u in cut.units
                )
                columns.append(tuple(grounded))
    return tuple(columns)


def _parts(piece: Piece) -> Iterator[Piece]:
    """Give the parts of *piece* between line breaks, commas and spaced slashes."""
    start = 0
    for found in (*_BREAK.finditer(piece.text), None):
        part = piece.part(start, found.start() if found else None)
        former = start > 0 and _FORMER.match(part.text)
        start = found.end() if found else 0
        if part and not former:
            yield part


def _read_part(
    piece: Piece, inherited: tuple[Grounded[str], ...], lexicon: Lexicon
) -> Iterator[Affiliation]:
    """Give the affiliations of one part: units gather until a post ends them."""
    units: list[Piece] = []
    first: Piece | None = None
    last_post: Piece | None = None
    pending = False
    if not piece:
        if inherited:
            yield Affiliation(span=inherited[-1].evidence[0], units=inherited)
        return
    words = list(split_words(piece, lexicon))
    for i, word in enumerate(words):
        cut = cut_word(word, units if last_post is None else [], lexicon)
        if cut.post is None and i == len(words) - 1:
            cut = _called(cut, [*inherited, *units], lexicon)
        elif cut.unknown and not units and _PROFESSION.search(word.text):
            cut = Cut((), word, reading=word.grounded)  # 劇作家・演出家
        if last_post is not None and cut.units:
            # behind a post begins another organization, or another unit of this one
            top = lexicon.is_top(cut.units[0].text) or _is_beside(units, cut, lexicon)
            units, inherited = ([], ()) if top else (units[:1], inherited[:1])
            first = None
        elif last_post is not None and cut.post and _MINISTER.match(cut.post.text):
            units, inherited, first = [], (), None  # 内閣府副大臣 財務副大臣
        units.extend(cut.units)
        first = first or word
        pending = cut.post is None
        last_post = cut.post
        if cut.post:
            whole = Piece(word.view, first.start, word.end)
            path = _path(units, inherited, lexicon)
            yield _affiliation(whole, path, cut, lexicon)
    if pending and units and first:
        whole = Piece(piece.view, first.start, piece.end)
        path = _path(units, inherited, lexicon)
        yield _affiliation(whole, path, Cut((), None), lexicon)


def _is_beside(units: Sequence[Piece], cut: Cut, lexicon: Lexicon) -> bool:
    """Tell whether a commission stands beside the unit before it, and not below.

    農政課長 農業委員会事務局長; 西都大学 教授 倫理委員会 委員長 is of the university.
    """
    commission = "委員会" in cut.units[0].text
    return commission and bool(units) and not lexicon.is_top(units[0].text)


def _called(cut: Cut, before: Sequence[object], lexicon: Lexicon) -> Cut:
    """Return a last word without an ending as a post: 梅ヶ枝文庫 司書長.

    Alone, it is a calling if it ends as callings do (竹細工職人), else a body; what
    has a legal form is always one: 架空財団 理事長 兼 株式会社渚.
    """
    if len(cut.units) != 1 or not cut.unknown:
        return cut
    word = cut.units[0]
    if lexicon.legal_form(word.text):
        return cut
    if before or _CALLING.search(word.text):
        return Cut((), word, cut.appointment, reading=word.grounded)
    return cut


@dataclass(frozen=True, slots=True)
class _Path:
    """Units from the top; the legal form of the topmost is set apart."""

    units: tuple[Grounded[str], ...]
    legal_name: str | None = None
    legal_form: str | None = None


def _path(
    units: Sequence[Piece], inherited: tuple[Grounded[str], ...], lexicon: Lexicon
) -> _Path:
    """Return the path of *units* below those that 同 or a first line gave."""
    path = list(inherited[: _reach(units, inherited, lexicon)])
    legal_name = legal_form = None
    for i, unit in enumerate(units):
        name = re.sub(r"\s+", " ", unit.text)
        legal = lexicon.legal_form(name) if i == 0 and not inherited else None
        if legal:
            legal_name, legal_form = name, legal.form
            name = name[legal.name_start : legal.name_end]
        path.append(Grounded(name, Basis.STATED, (unit.span,)))
    return _Path(tuple(path), legal_name, legal_form)


def _reach(
    units: Sequence[Piece], inherited: tuple[Grounded[str], ...], lexicon: Lexicon
) -> int:
    """Return how many of the *inherited* units those of the row stand below.

    同　河川課　課長補佐 below 河川課長 is of the one 河川課, and 同　砂防課長 of none.
    """
    ending = lexicon.gazetteer.ending(units[0].text) if units else None
    for place, unit in enumerate(inherited):
        other = lexicon.gazetteer.ending(unit.value)
        alike = ending and other and ending.word == other.word
        if units and (unit.value == units[0].text or (alike and place)):
            return place
    return len(inherited)


def _affiliation(whole: Piece, path: _Path, cut: Cut, lexicon: Lexicon) -> Affiliation:
    """Return the affiliation with the units of *path* and the post of *cut*."""
    return Affiliation(
        span=whole.span,
        units=path.units,
        legal_name=path.legal_name,
        legal_form=path.legal_form,
        post=cut.reading,
        post_as_written=written_post(cut.post, lexicon) if cut.post else None,
        appointment=cut.appointment.grounded if cut.appointment else None,
    )
