"""Decide how bytes are decoded; where two encodings fit alike, ask."""

import codecs
import re
from collections import Counter
from dataclasses import dataclass

from kg.errors import ConfigError, DocumentRefusedError

_BY_MARK = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MARKS = tuple(mark for mark, _ in _BY_MARK)
_ESCAPE = re.compile(rb"\x1b(?:\$[@B]|\([JI]|\$\([DOPQ])")
"""The escape sequences of ISO-2022-JP that lead to Japanese characters."""

_CODECS = {
    "utf-8": ("utf-8",),
    "utf-16": ("utf-16", "utf-16-le", "utf-16-be"),
    "utf-32": ("utf-32",),
    "iso-2022-jp": ("iso2022_jp", "iso2022_jp_ext", "iso2022_jp_3", "iso2022_jp_2004"),
    "cp932": ("cp932",),
    "euc-jp": ("euc_jp", "euc_jis_2004"),
}
"""Each encoding with the codecs that read it, the plainest first.

The later ones know the characters that makers added: ① in EUC-JP, ｱ in JIS.
"""
ENCODINGS = tuple(_CODECS)
_NAMES = {
    **{codecs.lookup(codec).name: name for name in _CODECS for codec in _CODECS[name]},
    codecs.lookup("shift_jis").name: "cp932",
    codecs.lookup("utf-8-sig").name: "utf-8",
}

_SURE = 0.8
_UNLIKELY = 0.5
"""Of two encodings that fit, one is taken when at least four fifths of its
characters beyond ASCII are usual, and less than half of the other's are."""
_SIGN = 0.5
"""Where only one fits, half of its characters must be usual: other data than
Japanese text (Latin-1, a picture) also fits by chance."""
_DAMAGED = 0.1
"""Bytes of which nine tenths read as UTF-8 are damaged UTF-8 and nothing else."""
_FEW = 3

_USUAL = re.compile(
    r"[\u3000-\u303f\u3041-\u3096\u3099-\u309e\u30a1-\u30fe\uff01-\uff5e]"
)
_BEYOND = re.compile(r"[^\x00-\x7f]")
_FIRST_LEVEL = range(0xB0, 0xD0)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with its *encoding*, why that was taken, and how surely (0 to 1)."""

    text: str
    encoding: str
    basis: str
    confidence: float = 1.0


def known_encoding(words: str) -> str:
    """Return the name under which the encoding called *words* is known here.

    Raises ConfigError for an encoding that minutes are not read in.

    >>> known_encoding("Shift_JIS")
    'cp932'
    """
    try:
        name = _NAMES.get(codecs.lookup(words.strip()).name, "")
    except (LookupError, ValueError):
        name = ""
    if not name:
        message = f"encoding {words!r} is not known; use one of {', '.join(ENCODINGS)}"
        raise ConfigError(message)
    return name


def decode(data: bytes, name: str, encoding: str = "") -> Decoded:
    """Return *data* of the document *name* as text, in *encoding* where it is given.

    A byte is never replaced in silence. Without *encoding* the order is: byte order
    mark, escapes of ISO-2022-JP, UTF-16 by its NULs, strict UTF-8, then CP932 and
    EUC-JP. Raises DocumentRefusedError where nothing fits, or two fit alike.
    """
    if encoding:
        return _as_told(data, name, known_encoding(encoding))
    for mark, marked in _BY_MARK:
        if data.startswith(mark):
            return _as_marked(data, name, marked)
    if b"\0" in data:
        return _with_nuls(data, name)
    if _ESCAPE.search(data) and data.isascii():
        return _as_escaped(data, name)
    text = _strict(data, "utf-8")
    if text is not None:
        _refuse_doubtful(text, data, name)
        return Decoded(text, "utf-8", "valid UTF-8")
    _refuse_damaged(data, name)
    return _by_fit(data, name)


def usual(text: str) -> float:
    """Return the share of usual characters among those of *text* beyond ASCII.

    Usual are kana, Japanese punctuation, full-width letters and digits, and kanji of
    the first level of JIS X 0208; half-width kana and rare kanji are what Japanese
    text turns into when it is decoded in a wrong way.

    >>> usual("議事録"), usual("ｵﾅﾞ鮟･")
    (1.0, 0.0)
    """
    counts = Counter(_BEYOND.findall(text))
    if not counts:
        return 1.0
    found = sum(count for character, count in counts.items() if _is_usual(character))
    return found / counts.total()


def _is_usual(character: str) -> bool:
    """Tell whether *character* is what Japanese text is made of."""
    if _USUAL.match(character):
        return True
    try:
        code = character.encode("euc_jp")
    except UnicodeEncodeError:
        return False
    return len(code) > 1 and code[0] in _FIRST_LEVEL


def _as_told(data: bytes, name: str, encoding: str) -> Decoded:
    """Return *data* in the *encoding* that the user names."""
    text = _strict(data, encoding)
    if text is None:
        raise DocumentRefusedError(name, f"not {encoding}, which --encoding names")
    return Decoded(text, encoding, "named by the user")


def _as_marked(data: bytes, name: str, encoding: str) -> Decoded:
    """Return *data* in the *encoding* whose mark it begins with."""
    text = _strict(data, encoding)
    if text is None:
        if encoding == "utf-8":
            _refuse_at(data, name)
        reason = f"has the byte order mark of {encoding}, but is broken"
        raise DocumentRefusedError(name, reason)
    return Decoded(text, encoding, "byte order mark")


def _as_escaped(data: bytes, name: str) -> Decoded:
    """Return *data* in ISO-2022-JP, whose escape sequences it has."""
    text = _strict(data, "iso-2022-jp")
    if text is None:
        reason = "has escape sequences of ISO-2022-JP, but is broken"
        raise DocumentRefusedError(name, reason)
    return Decoded(text, "iso-2022-jp", "escape sequences")


def _with_nuls(data: bytes, name: str) -> Decoded:
    """Return *data* in UTF-16 where one order of its bytes clearly fits."""
    codecs_of = ("utf-16-le", "utf-16-be")
    texts = {c: text for c in codecs_of if (text := _strict_by(data, c)) is not None}
    shares = sorted(((usual(text), c) for c, text in texts.items()), reverse=True)
    if shares and "\0" not in texts[shares[0][1]]:
        share, codec = shares[0]
        rival = shares[1][0] if len(shares) > 1 else 0.0
        if share >= _SURE and rival < _UNLIKELY:
            basis = (
                f"{codec}: usual characters {share:.0%}, in the other order {rival:.0%}"
            )
            return Decoded(texts[codec], "utf-16", basis, round(share - rival, 3))
    raise DocumentRefusedError(
        name, "binary data, not a text; give the record as text, HTML, DOCX or PDF"
    )


def _by_fit(data: bytes, name: str) -> Decoded:
    """Return *data* in CP932 or EUC-JP, where one of them clearly fits."""
    texts = {n: text for n in ("cp932", "euc-jp") if (text := _strict(data, n))}
    if not texts:
        _refuse_at(data, name)
    shares = sorted(((usual(text), n) for n, text in texts.items()), reverse=True)
    (share, best), rival = shares[0], shares[1] if len(shares) > 1 else None
    if rival is None:
        if share < _SIGN:
            _refuse_at(data, name)
        return Decoded(texts[best], best, "the only one that fits", round(share, 3))
    if len(set(texts.values())) == 1:
        return Decoded(texts[best], best, "both fit and give the same text")
    if share >= _SURE and rival[0] < _UNLIKELY:
        basis = f"usual characters {share:.0%}, as {rival[1]} only {rival[0]:.0%}"
        return Decoded(texts[best], best, basis, round(share - rival[0], 3))
    reason = (
        f"fits cp932 and euc-jp alike (usual characters: {best} {share:.0%}, "
        f"{rival[1]} {rival[0]:.0%}); say which with --encoding"
    )
    raise DocumentRefusedError(name, reason)


def _refuse_doubtful(text: str, data: bytes, name: str) -> None:
    """Refuse *data* whose UTF-8 *text* is odd signs (¼) where EUC-JP has kanji (村)."""
    if _USUAL.search(text) or 2 * len(_BEYOND.findall(text)) < len(text):
        return
    if usual(text) < _UNLIKELY and usual(_strict(data, "euc-jp") or text) >= _SURE:
        reason = "fits utf-8 and euc-jp alike; say which with --encoding"
        raise DocumentRefusedError(name, reason)


def _refuse_damaged(data: bytes, name: str) -> None:
    """Refuse *data* that is UTF-8 but for a few bytes: no other encoding is meant."""
    beyond = _BEYOND.findall(data.decode("utf-8", "replace"))
    lost = beyond.count("\ufffd")
    if lost <= max(_DAMAGED * len(beyond), 1 if len(beyond) > _FEW else 0):
        _refuse_at(data, name)


def _refuse_at(data: bytes, name: str) -> None:
    """Refuse *data*, naming the first byte that is no UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = (
            f"not UTF-8 (byte {error.start}, line {line}), nor clearly another "
            f"encoding; save it as UTF-8, or name its encoding with --encoding"
        )
        raise DocumentRefusedError(name, reason) from None


def _strict(data: bytes, encoding: str) -> str | None:
    """Return *data* in *encoding* without a loss, None where it does not fit."""
    texts = (_strict_by(data, codec) for codec in _CODECS[encoding])
    return next((text for text in texts if text is not None), None)


def _strict_by(data: bytes, codec: str) -> str | None:
    """Return *data* by one *codec*, None where a byte does not fit."""
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, ValueError):
        return None
