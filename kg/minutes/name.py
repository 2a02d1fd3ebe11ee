"""Tell whether words are a person's name, and where the family name ends."""

import re

from kg.minutes.foreign import NameReading, read_foreign
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.nobody import is_no_name
from kg.model import Basis, PersonName
from kg.morphology import is_common
from kg.text import key, printed

_OFFICE = re.compile("[\u3400-\u9fff]{2,4}[監官員長士司師役者家]")
_HIRAGANA = re.compile(r"[ぁ-ん]{3,}")
_LONGEST_PART = 5
_SURE = 3


_NO_NAME = NameReading(0)


def read_name(piece: Piece, lexicon: Lexicon) -> NameReading:
    """Return how well *piece* reads as a full name or a surname.

    A blank between two parts tells family from given name; without one only
    the analyser's person-name tags may, and only where they fit one way.
    """
    text = piece.text
    parts = text.split()
    joined = "".join(parts)
    foreign = read_foreign(piece, parts, lexicon)
    if foreign:
        return foreign
    if is_no_name(joined, parts, lexicon):
        return _NO_NAME
    if len(parts) == 1:
        return _glued(joined, lexicon)
    return _parted(piece, parts, lexicon)


def read_called(piece: Piece, lexicon: Lexicon) -> NameReading:
    """Return how *piece*, that 君 or a seat shows to be a name, is read.

    玉城デニー君, おさかべさやか君: what no dictionary has is a name all the same.
    """
    reading = read_name(piece, lexicon)
    if reading.score >= _SURE:
        return reading
    parts = piece.text.split()
    if len(parts) == len("姓名") and len(parts[0]) > 1:
        return NameReading(_SURE, parts[0], parts[1], Basis.STATED)
    return NameReading(_SURE)


def person_name(pieces: tuple[Piece, ...], reading: NameReading) -> PersonName:
    """Return the name that stands at *pieces* as a value."""
    text = printed("".join(p.printed for p in pieces))
    if reading.family and reading.given and reading.split is Basis.STATED:
        text = _parts_as_printed(text, reading.family, reading.given)
    elif " " in text and not re.search("[A-Za-z]", text):
        text = text.replace(" ", "")
    return PersonName(
        text,
        tuple(p.span for p in pieces),
        reading.family,
        reading.given,
        reading.split,
    )


def _parts_as_printed(text: str, family: str, given: str) -> str:
    """Return family and given name in the characters of *text*: 鶴 stays U+FA2D."""
    letters = re.sub(r"\s", "", text)
    if len(letters) != len(family) + len(given):
        return f"{family} {given}"
    return f"{letters[: len(family)]} {letters[len(family) :]}"


def _glued(text: str, lexicon: Lexicon) -> NameReading:
    """Read a name without blanks: 波多野睦子, or a surname alone."""
    surname = lexicon.is_surname(text)
    split = lexicon.split_name(text)
    if split and surname:
        return NameReading(_SURE)  # 東海林 is one surname, and 東海 林 a name
    if split and not is_common(text):
        return NameReading(5, *split, Basis.INFERRED)
    if surname:
        return NameReading(2)
    if is_common(text) and len(text) > 1:
        return _NO_NAME  # 総務 is no name, 灘 may be one
    return _guessed(text, lexicon)


def _guessed(text: str, lexicon: Lexicon) -> NameReading:
    """Read a name of which the dictionary knows at most the surname: 鰐淵泰三."""
    posts = (lexicon.post_suffix(text[:i]) or "" for i in range(3, len(text)))
    if any(len(post) > len("長") for post in posts):
        return _NO_NAME  # 環境課長木戸
    fits = [i for i in range(1, len(text)) if lexicon.is_surname(text[:i])]
    shortest, longest = 3, 6
    if not fits or not shortest <= len(text) <= longest:
        return NameReading(1 if len(text) <= _LONGEST_PART else 0)
    if any(is_common(text[:i]) and is_common(text[i:]) for i in fits):
        return _NO_NAME  # 森林整備
    if any(is_common(text[i:]) and _HIRAGANA.fullmatch(text[i:]) for i in fits):
        return _NO_NAME  # 長あいさつ
    known = [i for i in fits if lexicon.is_given(text[i:])]
    if len(known) != 1:
        return NameReading(_SURE)
    cut = known[0]
    return NameReading(4, text[:cut], text[cut:], Basis.INFERRED)


def _parted(piece: Piece, parts: list[str], lexicon: Lexicon) -> NameReading:
    """Read a name with blanks: 北川 進, 小 暮 律, where the widest one parts."""
    family, given = parts[0], "".join(parts[1:])
    if parts[1:] != [given]:
        return _spaced(piece.text, parts, lexicon)
    if len(family) > _LONGEST_PART or len(given) > _LONGEST_PART:
        return _NO_NAME
    if _are_two(family, given, lexicon) or _is_office(given, lexicon):
        return _NO_NAME
    score = 3 + 2 * lexicon.is_surname(family) + lexicon.is_given(given)
    source = re.split(r"\s+", printed(piece.printed))
    if [key(s) for s in source] == [family, given]:
        family, given = source
    return NameReading(score, family, given, Basis.STATED)


def _is_office(text: str, lexicon: Lexicon) -> bool:
    """Tell whether *text*, behind a surname, is a post no list has: 寺尾　防災監."""
    if not _OFFICE.fullmatch(text) or lexicon.is_given(text):
        return False
    return is_common(text[:-1]) and not lexicon.is_given(text[:-1])


def _are_two(first: str, second: str, lexicon: Lexicon) -> bool:
    """Tell whether two words are two people, each with a full name: 五味学　雑賀智."""
    return (
        not lexicon.is_surname(first)
        and not lexicon.is_given(second)
        and _glued(first, lexicon).given is not None
    )


def _half_spaced(parts: list[str], lexicon: Lexicon) -> tuple[str, str] | None:
    """Return a name of which one half has its letters apart, None if it has not.

    渡 辺　まさと, 五十嵐 幸 雄: the dictionary must know the surname.
    """
    letters = [len(part) == 1 for part in parts]
    if len(parts[-1]) > 1 and all(letters[:-1]):
        family, given = "".join(parts[:-1]), parts[-1]
    elif len(parts[0]) > 1 and all(letters[1:]):
        family, given = parts[0], "".join(parts[1:])
    else:
        return None
    return (family, given) if lexicon.is_surname(family) else None


def _spaced(text: str, parts: list[str], lexicon: Lexicon) -> NameReading:
    """Read letters apart, 小 暮 律: by the dictionary, else at the widest blank."""
    joined = "".join(parts)
    longest = 6
    halves = _half_spaced(parts, lexicon)
    if halves and len(joined) <= longest + 1:
        return NameReading(6, *halves, Basis.STATED)
    if len(joined) > longest or any(len(part) > 1 for part in parts[1:]):
        return _NO_NAME  # 花巻 賢 北上 涼 are two
    split = lexicon.split_name(joined)
    if split:
        return NameReading(5, *split, Basis.STATED)
    gaps = sorted(re.finditer(r"\s+", text), key=lambda m: len(m.group()), reverse=True)
    if len(gaps[0].group()) == len(gaps[1].group()):
        return NameReading(_SURE)
    halves = (text[: gaps[0].start()], text[gaps[0].end() :])
    family, given = (re.sub(r"\s", "", half) for half in halves)
    known = lexicon.is_surname(family) or lexicon.is_given(given)
    return NameReading(4 if known else _SURE, family, given, Basis.STATED)
