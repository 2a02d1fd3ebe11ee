"""Cut the words of an affiliation into units and a post: 総務省|国際戦略局|局長."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.model import Grounded, Kind
from kg.morphology import boundaries

_APPOINTMENT = re.compile(r"\((?P<inside>[^()]*)\)$")
_KINDS_OF_APPOINTMENT = re.compile(r"^(?:非常勤|常勤|兼任|兼務|併任)$")
_PROPER = re.compile(r"[A-Za-zァ-ヶ]{2}")


@dataclass(frozen=True, slots=True)
class Cut:
    """One word of an affiliation, read as units and a post."""

    units: tuple[Piece, ...]
    post: Piece | None
    appointment: Piece | None = None
    unknown: bool = False
    reading: Grounded[str] | None = None


def cut_word(word: Piece, before: Sequence[Piece], lexicon: Lexicon) -> Cut:
    """Cut one word into units and a post; *before* are the units already read.

    研究センター長 behind 量子ICT協創センター is a post of that centre, since a centre
    without a name of its own is no unit. What stands between the last unit and
    the post is part of the post: 大臣官房 / 危機管理・医務技術総括審議官.
    """
    appointment = None
    found = _APPOINTMENT.search(word.text)
    if found and _KINDS_OF_APPOINTMENT.match(found["inside"]):
        appointment = word.match(found, "inside")
        word = word.part(0, found.start())
    post = lexicon.gazetteer.post_suffix(word.text)
    if post is None:
        cut = _cut_units(word, lexicon)
    elif post.start == 0:
        # 内閣府審議官 is the name of one post, and says where it is
        known = lexicon.known_start(word.text)
        cut = Cut((word.part(0, known),) if known else (), word)
    elif _repeats_head(word.text, before):
        cut = Cut((), word)
    else:
        start, end = _shared(word.text, post.start, post.unit_end, lexicon)
        cut = _cut_post(word, start, end, before, lexicon)
    return replace(cut, appointment=appointment, reading=read_post(cut.post, lexicon))


def read_post(post: Piece | None, lexicon: Lexicon) -> Grounded[str] | None:
    """Return what *post* reads as: C00 is COO, by inference."""
    if post is None:
        return None
    value, basis = lexicon.read_post(post.text)
    return Grounded(value, basis, (post.span,))


def _cut_units(word: Piece, lexicon: Lexicon) -> Cut:
    """Cut a word that ends in no post; a role may stand for one: 審議会委員."""
    units, rest = _units(word, lexicon)
    role = lexicon.role_suffix(rest.text)
    if role and (units or role == word.text):
        return Cut(units, rest if units else word)
    unknown = bool(rest) and not units
    return Cut((*units, rest) if rest else units, None, unknown=unknown)


def _cut_post(
    word: Piece, start: int, end: int, before: Sequence[Piece], lexicon: Lexicon
) -> Cut:
    """Cut a word whose post begins at *start* and whose units end at *end*."""
    units, rest = _units(word.part(0, end), lexicon)
    if not rest:
        return Cut(units, word.part(start))
    if units:
        return Cut(units, word.part(rest.start - word.start))
    named = lexicon.ends_organization(rest.text) or _PROPER.search(rest.text)
    if before or not named:
        return Cut((), word)  # 防災担当大臣 says of no body 防災
    return Cut((rest,), word.part(start))


def _shared(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Return where post and unit part, where a whole unit precedes 長: 電池事業部長."""
    stem = len(text) - 2
    if start == end == stem and stem > 1 and text[stem:] in {"館長", "所長", "院長"}:
        return stem, stem + 1  # 国立文書館長 is 国立文書館 and 館長
    unit = lexicon.gazetteer.ending(text[:-1]) if text.endswith("長") else None
    before = lexicon.gazetteer.ending(text[:start])
    apart = before is not None and before.word != "拠点"  # 技術部 / 課長
    if unit is None or apart or end > start or unit.kind is not Kind.UNIT:
        return start, end
    return len(text) - 1 - len(unit.word), len(text) - 1


def _repeats_head(text: str, before: Sequence[Piece]) -> bool:
    """Tell whether *text* heads the unit before it: センター / 研究センター長."""
    if not before or not text.endswith("長"):
        return False
    ending = text[:-1]
    last = before[-1].text
    short = 5
    return any(
        last.endswith(ending[i:]) and len(ending[i:]) > 1 and i <= short
        for i in range(len(ending))
    )


def _units(word: Piece, lexicon: Lexicon) -> tuple[tuple[Piece, ...], Piece]:
    """Return the units at the start of *word*, and what is left behind them."""
    text = word.text
    units: list[Piece] = []
    start = _first_unit(text, lexicon)
    if start:
        units.append(word.part(0, start))
    cuts = boundaries(text)
    least = 2
    legal = lexicon.legal_form(text) if not start else None
    first = legal.name_start if legal and legal.start == 0 else start
    for end in range(first + least, len(text) + 1):
        inside = end < len(text) and (end not in cuts or end == len(text) - 1)
        if not inside and lexicon.ends_unit(text[max(start, first) : end], text[end:]):
            units.append(word.part(_named_after_post(text, start, end, lexicon), end))
            start = end
    return tuple(units), word.part(start)


def _named_after_post(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Return where the unit that ends at *end* begins, most often at *start*.

    内閣官房副長官補室 is the office of the 内閣官房副長官補, a post whose name holds
    that of its organization: it is all of the office's name.
    """
    stem = text[: end - 1]
    return 0 if start and lexicon.post_suffix(stem) == stem else start


def _first_unit(text: str, lexicon: Lexicon) -> int:
    """Return where the first unit ends, if a table or a legal form tells.

    文部科学省研究振興局: else 文部 would be a unit. 空撮測量株式会社技術部: what is
    before the legal form is all its name.
    """
    legal = lexicon.legal_form(text)
    first = legal.name_start if legal and legal.start == 0 else 0
    known = lexicon.known_start(text[first:])
    if known:
        return first + known
    if first:
        return 0
    return max(
        (
            found + len(form)
            for form in lexicon.gazetteer.forms
            if (found := text.find(form)) > 0
        ),
        default=0,
    )
