"""Answer what a word says of a role, a post, an organization."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.gazetteer.entry import Body, Ending, LegalForm, Place, Post, RoleWord
from kg.text import key as plain_key

CLUB = "会"
"""The one head that is rarely shared: 連盟会長 is the 会長 of a 連盟."""


# OCR reads 谷口 as 谷ロ, 工藤 as エ藤, 啓二 as 啓ニ: one kana between kanji
_LOOKS_LIKE = str.maketrans("ロエニカタトハチー", "口工二力夕卜八千一")
_LONE = re.compile(
    r"(?<=[一-鿿々])[ロエニカタトハチ](?![ァ-ヶー])|(?<=[一-鿿々])ー(?![ァ-ヶー])"
    r"|(?<![ァ-ヶー])[ロエニカタトハチ](?=[一-鿿々])"
)

_PREFECTURES = ("東京都", "北海道", "大阪府", "京都府")


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """The tables, each a mapping from a key; made by `load_gazetteer`.

    *posts* gives for each post word the unit ending that it shares, or "";
    *misread* gives for a printed character the one it stands for (0 → O).
    The rest are lists of words; what each is for stands in the tables.
    """

    roles: Mapping[str, RoleWord]
    posts: Mapping[str, str]
    alone: frozenset[str]
    long_units: tuple[str, ...]
    abbreviations: frozenset[str]
    misread: Mapping[str, str]
    attached: tuple[str, ...]
    endings: Mapping[str, Ending]
    forms: Mapping[str, str]
    bodies: Mapping[str, Body]
    common: frozenset[str]
    denoting: tuple[str, ...]
    denoting_after: tuple[str, ...]
    eponyms: tuple[str, ...]
    municipal: tuple[str, ...]
    near: tuple[str, ...]
    same: tuple[str, ...]
    nominal: tuple[str, ...]
    own: frozenset[str]
    again: frozenset[str]
    weak: tuple[str, ...]
    honorifics: tuple[str, ...]
    variants: Mapping[str, str]
    longest: int = field(init=False)
    """Characters of the longest word that may end or begin a text."""
    longest_ending: int = field(init=False)
    legal: tuple[str, ...] = field(init=False)
    """The legal forms, the longest first."""
    finals: tuple[str, ...] = field(init=False)
    """The characters in which posts end: most words end in none of them."""
    folding: Mapping[int, str] = field(init=False)
    reading: Mapping[int, str] = field(init=False)
    """The variants and what is misread, as `str.translate` wants them."""

    def __post_init__(self) -> None:
        """Measure the words, so that no search goes further than they reach."""
        tables = (self.roles, self.posts, self.alone, self.abbreviations)
        words = [*self.honorifics, *(word for table in tables for word in table)]
        longest_ending = max(map(len, self.endings), default=0)
        legal = tuple(sorted(self.forms, key=len, reverse=True))
        object.__setattr__(self, "longest", max(map(len, words), default=0))
        object.__setattr__(self, "longest_ending", longest_ending)
        finals = {word[-1] for table in tables[1:] for word in table if word}
        object.__setattr__(self, "legal", legal)
        object.__setattr__(self, "finals", tuple(sorted(finals)))
        object.__setattr__(self, "folding", str.maketrans(dict(self.variants)))
        object.__setattr__(self, "reading", str.maketrans(dict(self.misread)))

    def _starts(self, text: str) -> range:
        """Return where a word of the tables that ends *text* may begin."""
        return range(max(0, len(text) - self.longest), len(text))

    def _ends(self, text: str) -> range:
        """Return where a word that begins *text* may end, the longest first."""
        return range(min(len(text), self.longest), 0, -1)

    def fold(self, text: str) -> str:
        """Return the key of *text*: NFKC, no blanks, variants of kanji made one.

        A lone kana beside kanji counts as the kanji that it looks like: 谷ロ is 谷口.
        """
        plain = plain_key(text).translate(self.folding)
        return _LONE.sub(lambda one: one.group().translate(_LOOKS_LIKE), plain)

    def role(self, word: str) -> RoleWord | None:
        """Return what *word* says of a role, or None."""
        return self.roles.get(plain_key(word))

    def role_suffix(self, text: str) -> Place | None:
        """Return the longest title at the end of *text*: 座長代理 in 橘座長代理."""
        for start in self._starts(text):
            word = self.roles.get(text[start:])
            if word and word.title:
                return Place(word, start, len(text))
        return None

    def role_prefix(self, text: str) -> Place | None:
        """Return the longest title at the start of *text*: 会長 in 会長橘一葉."""
        for end in self._ends(text):
            word = self.roles.get(text[:end])
            if word and word.title:
                return Place(word, 0, end)
        return None

    def heading(self, text: str) -> RoleWord | None:
        """Return the role that a heading gives: exact, at its end, or in it.

        Brackets say more of the same: 政府関係者(関係行政機関の職員).
        """
        words = plain_key(text).strip("<>〈〉【】[]()■□◆◇○●・:#*")
        words = re.sub(r"[(\[【〈<].*?([)\]】〉>]|$)", "", words) or words
        if "以外" in words:  # 委員以外の出席者
            return None
        for start in self._starts(words):
            if found := self.roles.get(words[start:]):
                return found
        inside = [w for w in self.roles if w in words and self.roles[w].heading]
        return self.roles[max(inside, key=len)] if inside else None

    def post_suffix(self, text: str) -> Post | None:
        """Return the longest post at the end of *text*, with its unit's end.

        課課長補佐 doubles the character, so it is not shared. C00 reads COO.
        """
        read = text.translate(self.reading)
        if not (text.endswith(self.finals) or read.endswith(self.finals)):
            return None
        for start in self._starts(text):
            tail = text[start:]
            glued = start > 0 and not text[start - 1].isspace()
            if tail in self.posts or (tail in self.alone and not glued):
                return self._post(text, start, tail, tail)
            reading = read[start:]
            parted = (
                not start or not text[start - 1].isascii() or text[start - 1] in " /("
            )
            if reading in self.abbreviations and parted:
                return self._post(text, start, tail, reading)
        return None

    def _post(self, text: str, start: int, tail: str, reading: str) -> Post:
        """Say where the unit before a post ends."""
        share = self.posts.get(tail, "")
        if share and self._shares(text, start, share):
            return Post(tail, reading, start, start + len(share))
        before = text[:start].rstrip()
        for mark in self.attached:
            unit = before.removesuffix(mark)
            if unit != before and self.ending(unit):
                return Post(tail, reading, start, len(unit), attached=True)
        return Post(tail, reading, start, len(before))

    def _shares(self, text: str, start: int, share: str) -> bool:
        """Tell whether the unit before a post ends in the post's first word.

        Not in 山岳通信センター所長, where the unit is whole before the post, but in
        水産会議事務局長, since 会議事務局 is an ending of its own.
        """
        if self.organization(share):  # 内閣府審議官
            return True
        before, joined = text[:start], text[: start + len(share)]
        if not before or before[-1].isspace():
            return False
        if share == CLUB:
            return joined.endswith(self.long_units)
        longer = self.ending(joined)
        whole = self.ending(before)
        return whole is None or (
            longer is not None and len(longer.word) > len(whole.word)
        )

    def title_prefix(self, text: str) -> str:
        """Return the longest post, title or honorific at the start, or ""."""
        for end in self._ends(text):
            word = text[:end]
            role = self.roles.get(word)
            if word in self.posts or word in self.honorifics or (role and role.title):
                return word
        return ""

    def legal_form(self, text: str) -> LegalForm | None:
        """Return the longest legal form at either side of *text* with the name."""
        if not (text.startswith(self.legal) or text.endswith(self.legal)):
            return None
        for word in self.legal:
            if text.startswith(word) and text[len(word) :].strip():
                rest = text[len(word) :]
                begin = len(text) - len(rest.lstrip())
                end = len(text.rstrip())
                return LegalForm(self.forms[word], word, 0, len(word), begin, end)
            if text.endswith(word) and text[: -len(word)].strip(" ,"):
                begin = len(text) - len(word)
                end = len(text[:begin].rstrip(" ,"))
                return LegalForm(self.forms[word], word, begin, len(text), 0, end)
        return None

    def ending(self, text: str) -> Ending | None:
        """Return the longest ending of *text*, which must be longer than it."""
        longest = min(len(text) - 1, self.longest_ending)
        for length in range(longest, 0, -1):
            found = self.endings.get(text[-length:])
            if found and not (found.place and _is_no_place(text)):
                return found
        return None

    def organization(self, name: str) -> Body | None:
        """Return the known body with this name or alias, or None."""
        return self.bodies.get(plain_key(name))


def _is_no_place(text: str) -> bool:
    """Tell whether the 都, 道 or 府 at the end of *text* is no prefecture's.

    There are four of them, while 上下水道 and 政府 end so too.
    """
    return text[-1] in "都道府" and not text.endswith(_PREFECTURES)
