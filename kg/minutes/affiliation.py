"""Read one affiliation: a path of units from the top, and a post."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.unit import Cut, cut_word, split_words
from kg.model import Affiliation, Basis, Grounded

# 司書長, 竹細工職人: a word that no table knows names what somebody is
_CALLING = re.compile(r"[士師人家者員手長官役主]$|代表$|^[A-Za-z .&\-]+$")
# 財務副大臣 has a ministry of its own, whatever stands before it
_MINISTER = re.compile(r"(?!特命)\S{2,}(?:大臣|大臣政務官)$")
_BREAK = re.compile(r"<br\s*/?>|[、，;；]\s*|\s+/\s+")
# 同 / 同上 / 〃 / 同省; 同志社大学 is no ditto
_DITTO = re.compile(
    r'^(?:同上|〃|々|"|同(?=$|\s|[省庁府局部課室院社所校]|[^\s]{2,8}(?:$|\s)))\s*'
)


Columns = tuple[tuple[Grounded[str], ...], ...]
"""The units of a row, word by word, so that 〃 can repeat one of them."""


def read_affiliations(
    pieces: Sequence[Piece], above: Columns, lexicon: Lexicon
) -> tuple[Affiliation, ...]:
    """Return the affiliations that *pieces* hold, in order.

    *above* are the units of the row before, for 同 and 〃.
    """
    found: list[Affiliation] = []
    for piece in pieces:
        for part in _parts(piece):
            inherited, rest = _ditto(part, above, lexicon)
            found.extend(_read_part(rest, inherited, lexicon))
    return tuple(found)


def read_columns(pieces: Sequence[Piece], above: Columns, lexicon: Lexicon) -> Columns:
    """Return the units of each word of a row, what 〃 repeats included."""
    columns: list[tuple[Grounded[str], ...]] = []
    for piece in pieces:
        for part in _parts(piece):
            inherited, rest = _ditto(part, above, lexicon)
            signs = len(_DITTO.findall(part.text[: len(part.text) - len(rest.text)]))
            if inherited and signs > 1:
                columns.extend(above[:signs])
            elif inherited:
                columns.append(inherited)
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
        start = found.end() if found else 0
        if part:
            yield part


def _ditto(
    piece: Piece, above: Columns, lexicon: Lexicon
) -> tuple[tuple[Grounded[str], ...], Piece]:
    """Return the units that 同 or 〃 repeats, and the words after it.

    〃 〃 repeats two columns of the row above, 同省 reaches up to the ministry,
    同局 up to the bureau, and 同 alone before a post is all of it.
    """
    flat = tuple(unit for column in above for unit in column)
    found = _DITTO.match(piece.text)
    if not found or not flat:
        return (), piece
    signs = 1
    rest = piece.part(found.end())
    while (more := _DITTO.match(rest.text)) and more.group().strip() in '〃々"同':
        signs += 1
        rest = rest.part(more.end())
    first = (rest.text.split() or [""])[0]
    whole = lexicon.post_suffix(first) == first and len(first) > len("課長")
    for end, unit in reversed(list(enumerate(flat, 1))) if not whole else ():
        ending = rest.text[:1]
        behind = rest.text[1:]
        follows = not behind.strip() or behind[0].isspace()
        follows = follows or lexicon.post_suffix(behind) is not None  # 同課主査
        if ending and follows and unit.value.endswith(ending):
            return flat[:end], rest.part(1)
    glued = rest.text and piece.text[:1] == "同" and not piece.text[1].isspace()
    if glued and lexicon.post_suffix(rest.text) == rest.text:
        return flat, rest  # 同次長
    if glued and signs == 1:
        end = _unit_of(first, flat)
        # 同協議会　書記; of 同社員, 同局長 no unit above is meant for certain
        return (flat[:end], rest.part(len(first))) if end else ((), piece)
    words = len(rest.text.split())
    if signs == 1 and (signs + words < len(above) or len(above) == 1 or not words):
        return flat, rest
    return tuple(unit for column in above[:signs] for unit in column), rest


def _unit_of(word: str, units: tuple[Grounded[str], ...]) -> int:
    """Return how many of *units* lead to the one that ends in *word*, 0 for none."""
    ends = [i for i, unit in enumerate(units, 1) if unit.value.endswith(word)]
    return ends[-1] if ends and len(word) > 1 else 0


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
            cut = _called(cut, [*inherited, *units])
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
            yield _affiliation(whole, _path(units, inherited, lexicon), cut)
    if pending and units and first:
        whole = Piece(piece.view, first.start, piece.end)
        yield _affiliation(whole, _path(units, inherited, lexicon), Cut((), None))


def _is_beside(units: Sequence[Piece], cut: Cut, lexicon: Lexicon) -> bool:
    """Tell whether a commission stands beside the unit before it, and not below.

    農政課長 農業委員会事務局長; 西都大学 教授 倫理委員会 委員長 is of the university.
    """
    commission = "委員会" in cut.units[0].text
    return commission and bool(units) and not lexicon.is_top(units[0].text)


def _called(cut: Cut, before: Sequence[object]) -> Cut:
    """Return a last word without an ending as a post: 梅ヶ枝文庫 司書長.

    Alone, it is a calling if it ends as callings do (竹細工職人), else a body.
    """
    if len(cut.units) != 1 or not cut.unknown:
        return cut
    word = cut.units[0]
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
    path = list(inherited)
    legal_name = legal_form = None
    for i, unit in enumerate(units):
        name = re.sub(r"\s+", " ", unit.text)
        legal = lexicon.legal_form(name) if i == 0 and not inherited else None
        if legal:
            legal_name, legal_form = name, legal.form
            name = name[legal.name_start : legal.name_end]
        path.append(Grounded(name, Basis.STATED, (unit.span,)))
    return _Path(tuple(path), legal_name, legal_form)


def _affiliation(whole: Piece, path: _Path, cut: Cut) -> Affiliation:
    """Return the affiliation with the units of *path* and the post of *cut*."""
    return Affiliation(
        span=whole.span,
        units=path.units,
        legal_name=path.legal_name,
        legal_form=path.legal_form,
        post=cut.reading,
        post_as_written=_as_written(cut.post) if cut.post else None,
        appointment=cut.appointment.grounded if cut.appointment else None,
    )


def _as_written(post: Piece) -> str:
    """Return the words of *post* as they stand, without a name that cuts them in two.

    小樺病院 / 橘 一葉 / 事務部長 is 小樺病院事務部長, with nobody within.
    """
    raw, printed = (re.sub(r"\s", "", words) for words in (post.raw, post.printed))
    return post.raw if len(raw) == len(printed) else printed
