"""Cut Japanese into words; the only file that knows Sudachi."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sudachipy import Dictionary, SplitMode, Tokenizer

_BYTES = 40_000
"""Sudachi refuses inputs over 49,149 bytes; its own normalisation adds some."""

_KANA = re.compile("[ぁ-ゖァ-ヺー]")
_KANA_NAME = re.compile("[ぁ-ゖァ-ヺー][ぁ-ゖァ-ヺー一-鿿]{1,3}")
"""ふゆ子, みづ枝, ことり: a given name that begins in kana."""

_KANJI = re.compile("[々一-鿿]")
_HIRAGANA = {code: code - 96 for code in range(ord("ァ"), ord("ヶ") + 1)}

_NOMINAL = frozenset({"名詞", "接頭辞", "形状詞"})
"""Parts of compounds; 高等 of 高等教育局 is a 形状詞."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word `text[start:end]` with its parts of speech, from wide to narrow."""

    surface: str
    start: int
    end: int
    pos: tuple[str, ...]
    reading: str

    @property
    def noun(self) -> bool:
        """Tell whether the word can be part of a compound name."""
        if self.pos[0] == "接尾辞":
            return self.pos[1] == "名詞的"
        return self.pos[0] in _NOMINAL and self.pos[1] != "助動詞語幹"

    @property
    def surname(self) -> bool:
        """Tell whether the dictionary has the word as a surname."""
        return self.pos[2:4] == ("人名", "姓")

    @property
    def given(self) -> bool:
        """Tell whether the dictionary has the word as a given name."""
        return self.pos[2:4] == ("人名", "名")

    @property
    def proper(self) -> bool:
        """Tell whether the word is a proper noun."""
        return self.pos[1] == "固有名詞"


@cache
def _tokenizer() -> Tokenizer:
    """Load the dictionary, when it is needed first."""
    return Dictionary(dict="core").create()


@lru_cache(maxsize=1024)
def words(text: str, *, short: bool = False) -> tuple[Word, ...]:
    """Return the words of *text*; *short* parts compounds (科学 技術, mode A).

    A text too long for Sudachi is cut between lines or sentences.
    """
    mode = SplitMode.A if short else SplitMode.C
    found: list[Word] = []
    start = 0
    for piece in _pieces(text):
        found.extend(
            Word(
                morpheme.surface(),
                start + morpheme.begin(),
                start + morpheme.end(),
                tuple(morpheme.part_of_speech()),
                morpheme.reading_form(),
            )
            for morpheme in _tokenizer().tokenize(piece, mode)
        )
        start += len(piece)
    return tuple(found)


def _pieces(text: str) -> list[str]:
    """Cut *text* where it is too long: after a line, a sentence, anywhere."""
    pieces: list[str] = []
    rest = text
    while len(rest.encode()) > _BYTES:
        part = rest[: _BYTES // 4]
        cut = max(part.rfind("\n"), part.rfind("。")) + 1 or len(part)
        pieces.append(rest[:cut])
        rest = rest[cut:]
    return [*pieces, rest]


@cache
def is_surname(text: str) -> bool:
    """Tell whether the dictionary has *text* as a surname.

    橘 alone is a place to it, so names are also tried before 花子: 橘花子.
    """
    return any(
        found[0].surface == text and found[0].surname
        for found in map(words, (text, text + "太郎", text + "花子"))
        if found
    )


@cache
def is_place(text: str) -> bool:
    """Tell whether the dictionary has *text* as a place: 荒川, 山口 (市)."""
    return any(
        found[0].surface in {text, name} and found[0].pos[1:3] == ("固有名詞", "地名")
        for name in (text, text + "市", text + "県")
        if (found := words(name))
    )


@cache
def is_given(text: str) -> bool:
    """Tell whether the dictionary has *text* as a given name: 山田律."""
    return any(
        found[-1].surface == text and found[-1].given
        for found in map(words, (text, "山田" + text, "佐藤" + text))
        if found
    )


@cache
def split_name(text: str) -> tuple[str, str] | None:
    """Return family and given name of *text*, when only one split is supported.

    Each place is tried: 原宏彰 is 原 宏彰 if both are names, and a name with two
    such places is not split. A given name in kana needs the surname alone to be
    known (笠井ふゆ子), and a place may be a surname before a given name (黒姫誠司).

    >>> split_name("波多野睦子")
    ('波多野', '睦子')
    """
    places = range(1, len(text))
    for supports in (_both_known, _kana_given, _place_family):
        splits = [
            (text[:place], text[place:])
            for place in places
            if supports(text[:place], text[place:])
        ]
        if splits:
            return splits[0] if len(splits) == 1 else None
    return None


def _both_known(family: str, given: str) -> bool:
    """Tell whether the dictionary has both parts as names."""
    return is_surname(family) and is_given(given)


def _kana_given(family: str, given: str) -> bool:
    """Tell whether a known surname and kana follow: not 東京から, not 関する."""
    if not _KANA_NAME.fullmatch(given) or _KANA.search(family):
        return False
    first = words(family + given)[0]
    particles = all(word.pos[0] in {"助詞", "助動詞"} for word in words(given))
    return first.surface == family and not particles and is_surname(family)


def _place_family(family: str, given: str) -> bool:
    """Tell whether the parts are read as a place and a given name."""
    found = words(family + given)
    return (
        [word.surface for word in found] == [family, given]
        and found[0].pos[1:3] == ("固有名詞", "地名")
        and found[1].given
    )


def sound(text: str) -> str:
    """Return how the dictionary reads *text*, in hiragana; "" where it has no kanji.

    A name may be read otherwise (裕子 is ゆうこ and ひろこ): good to search by, and not
    to be shown. The long sign ー stays.

    >>> sound("佐藤 進")
    'さとうすすむ'
    """
    if not _KANJI.search(text):
        return ""
    found = (word for word in words(text) if word.pos[0] != "空白")
    readings = (word.reading or word.surface for word in found)
    return "".join(readings).translate(_HIRAGANA)


@cache
def boundaries(text: str) -> frozenset[int]:
    """Return where words end in *text*, compounds parted: 国際|戦略|局長."""
    return frozenset(word.end for word in words(text, short=True))


@cache
def is_common(text: str) -> bool:
    """Tell whether *text* is one common noun and no given name: 総務, 環境."""
    found = words(text)
    common = len(found) == 1 and found[0].pos[:2] == ("名詞", "普通名詞")
    return common and not is_given(text)
