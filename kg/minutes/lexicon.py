"""Ask the gazetteer the questions that a parser of rosters has."""

import re
from dataclasses import dataclass

from kg.gazetteer import Gazetteer, LegalForm
from kg.minutes.group_word import bare_group, built_role, parts_of_group
from kg.model import Basis, Kind, Role
from kg.morphology import is_common, is_given, is_surname, split_name
from kg.text import key

_NOT_AFTER = {
    "会議": ("事務局", "所", "員"),
    "大学": ("院大学", "校"),
    "委員会": ("事務局",),
    "連合": ("会",),
}
_SCHOOL = r"(?:研究[科院部]|学府|学院|学環|教育部)"
_OF_SCHOOL = re.compile(rf"大学院 \S{{1,12}}?{_SCHOOL}|系 研究[科院部]")
_SHORTEST_PLACE = 3  # 京都 is no 都
_LARGE_PLACES = {
    "都": "東京都",
    "道": "北海道",
    "府": "大阪府京都府",
}  # 上下水道 is no 道
_SHORTEST_STEM = 2  # 雪室 is no 室
_HOLDING = frozenset(
    {"省", "庁", "大学", "会社", "機構", "大学院大学", "研究所", "研究機構", "病院"}
)
# what members are called, whoever they are; 女性会会長 is no 女性会
_MEMBER_WORDS = frozenset(
    {"委員", "構成員", "議員", "専門委員", "臨時委員", "座長", "主査"}
)
PLACES = frozenset(
    {"東京", "大阪", "京都", "名古屋", "札幌", "仙台", "関東", "東北", "近畿", "九州"}
)
"""Places that an office is named by; none is read as a surname before one."""
_LETTERS = re.compile(r"[^\W\da-zA-Z]+")
# 第３号委員: the members by the article that names them
_NUMBERED = re.compile(r"第?\d{1,2}号(?:委員|構成員)")
_SENTENCE = re.compile(r"より|から|[をがはに]")
_STATE = re.compile(r"[一-鿿々]{1,6}(?:省|庁|府)$")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The gazetteer as the parser asks it; all texts are in NFKC."""

    gazetteer: Gazetteer
    names: frozenset[str] = frozenset()
    """Names and surnames of the record's own roster, as keys."""

    def is_listed(self, text: str) -> bool:
        """Tell whether *text* is a name or surname that the roster prints."""
        return key(text) in self.names

    def role(self, text: str) -> Role | None:
        """Return the role that *text* as a whole names."""
        found = self.gazetteer.role(text)
        if found is None and _NUMBERED.fullmatch(text):
            return Role.MEMBER
        return found.role if found else None

    def title(self, text: str) -> Role | None:
        """Return the role that *text* as a whole names beside a name: 座長."""
        if _NUMBERED.fullmatch(text):
            return Role.MEMBER
        found = self.gazetteer.role(text)
        return found.role if found and found.title else None

    def is_leading(self, text: str) -> bool:
        """Tell whether *text* is the word for a chair or a deputy: 会長, 職務代理."""
        return self.title(text) in {Role.CHAIR, Role.DEPUTY_CHAIR}

    def role_suffix(self, text: str) -> str | None:
        """Return the longest title that ends *text*."""
        found = self.gazetteer.role_suffix(text)
        return found.word.word if found else None

    def is_surname(self, text: str) -> bool:
        """Tell whether *text* is a surname, in any form of its kanji: 髙橋, 高橋."""
        return is_surname(text) or is_surname(self.gazetteer.fold(text))

    def is_given(self, text: str) -> bool:
        """Tell whether *text* is a given name, in any form of its kanji."""
        return is_given(text) or is_given(self.gazetteer.fold(text))

    def split_name(self, text: str) -> tuple[str, str] | None:
        """Return family and given name of *text* where they part in one way only."""
        plain = self.gazetteer.fold(text)
        folded = split_name(plain) if len(plain) == len(text) else None
        found = folded or split_name(text)  # 谷ロ律 is read as 谷口律, no 谷 ロ律
        if found is None:
            return None
        return text[: len(found[0])], text[len(found[0]) :]

    def called(self, text: str) -> float:
        """Return points for a surname with a role or post: 橘委員, 木戸課長."""
        suffix = self.role_suffix(text) or self.post_suffix(text)
        stem = text[: -len(suffix)] if suffix else ""
        if suffix in {"市長", "町長", "村長", "区長", "知事"}:
            return 0.0  # 杜都市長 names the place, and 橘市長 may
        longest = 3
        surname = self.is_surname(stem) if stem else False
        if self.post_suffix(text) == text or (not surname and is_common(stem)):
            return 0.0  # 総務大臣, 紹介議員
        if not _LETTERS.fullmatch(stem) or stem in PLACES:
            return 0.0
        if self.ends_organization(stem) and not surname:
            return 0.0
        role = self.role_suffix(text)
        known = self.split_name(stem) or (surname and (role or stem[1:]))
        if known:
            return 4.0  # 橘委員, but 査室長 may be the end of 調査室長
        guessed = self.role_suffix(text) in _MEMBER_WORDS and len(stem) <= longest
        return 2.5 if guessed else 0.0

    def group_role(self, text: str) -> Role | None:
        """Return the role of a heading that is one exactly: 出席委員, 関係府省等."""
        built = built_role(text)
        if built:
            return built
        for words in (text, bare_group(text)):
            found = self.gazetteer.role(words)
            if found and found.heading:
                return found.role
        parts = [self.group_role(part) for part in parts_of_group(text)]
        return parts[0] if any(parts) and len(set(filter(None, parts))) == 1 else None

    def heading_role(self, text: str) -> Role | None:
        """Return the role of words in brackets that head a group, read loosely."""
        if _SENTENCE.search(text):
            return None  # 事務局より資料１を説明
        found = self.gazetteer.heading(text)
        return found.role if found and found.heading else None

    def post_suffix(self, text: str) -> str | None:
        """Return the longest post that ends *text*."""
        found = self.gazetteer.post_suffix(text)
        if found is None:
            return None
        if found.text.startswith("本") and self.is_surname(text[: found.start + 1]):
            return found.text[1:]  # 山本部長 is 山本, and no 本部長
        return found.text

    def is_whole_post(self, text: str) -> bool:
        """Tell whether *text* is a post or a role and nothing else: 副知事."""
        return self.post_suffix(text) == text or self.role(text) is not None

    def ends_organization(self, text: str) -> bool:
        """Tell whether *text* ends or begins as organizations do."""
        words = text.strip()
        if not words:
            return False
        ending = self.gazetteer.ending(words)
        if self.gazetteer.organization(words):
            return True
        if ending and not (ending.place and not _is_place(words)):
            # 黒部 is no 部
            return len(ending.word) > 1 or len(words) > _SHORTEST_STEM
        return self.legal_form(words) is not None or _STATE.fullmatch(words) is not None

    def legal_form(self, text: str) -> LegalForm | None:
        """Return the legal form at a side of *text*."""
        return self.gazetteer.legal_form(text)

    def is_legal_form(self, text: str) -> bool:
        """Tell whether *text* is a legal form alone: 合同会社."""
        return text in self.gazetteer.forms

    def ends_unit(self, text: str, rest: str) -> bool:
        """Tell whether *text* is a unit of its own, *rest* standing behind it.

        農林水産技術会議 is none before 事務局, 湖東県 none before 文化財保護審議会 (the
        county's name is part of it), 大学院 before 工学研究科, 雪室 none before 流通課.
        """
        found = self.gazetteer.ending(text)
        known = self.gazetteer.organization(text) is not None
        if known or found is None:
            return known
        if not rest:
            return not found.place or _is_place(text)
        blocked = any(rest.startswith(w) for w in _NOT_AFTER.get(found.word, ()))
        blocked = blocked or _OF_SCHOOL.search(f"{text} {rest}") is not None
        stem = len(text) - len(found.word)
        if blocked or (len(found.word) == 1 and stem < _SHORTEST_STEM):
            return False
        if found.place:
            return _is_place(text) and self._begins_unit(rest)
        holds = found.kind is not Kind.FORMAL or found.word in _HOLDING
        return holds or self._begins_unit(rest)

    def _begins_unit(self, rest: str) -> bool:
        """Tell whether *rest* is a unit or a post, and no more of a proper name."""
        if self.gazetteer.post_suffix(rest):
            return True
        found = self.gazetteer.ending(rest)
        return found is not None and found.kind is Kind.UNIT

    def is_top(self, name: str) -> bool:
        """Tell whether *name* stands alone: a ministry, a company, a university."""
        if not name:
            return False
        if self.gazetteer.organization(name) or self.legal_form(name):
            return True
        ending = self.gazetteer.ending(name)
        return ending is not None and ending.kind is not Kind.UNIT

    def is_body(self, name: str) -> bool:
        """Tell whether *name* is an organization or a unit with a name of its own."""
        ending = self.gazetteer.ending(name)
        long_enough = (
            ending is not None and len(name) - len(ending.word) >= _SHORTEST_STEM
        )
        return self.is_top(name) or (
            long_enough and ending is not None and not ending.place
        )

    def is_ministry(self, name: str) -> bool:
        """Tell whether *name* is an organ of the state: 環境省."""
        found = self.gazetteer.organization(name)
        return found is not None and found.ministry

    def known_start(self, text: str) -> int:
        """Return how far a known organization reaches from the start of *text*.

        文部科学省研究振興局: without it 文部 would be a unit that ends in 部.
        """
        longest = 64
        for end in range(min(len(text), longest), 1, -1):
            torn = text.startswith("委員", end - 1)  # 公安委|員会
            if self.gazetteer.organization(text[:end]) and not torn:
                return end
        return 0

    def read_post(self, text: str) -> tuple[str, Basis]:
        """Return what a post reads as: C00 is COO, by inference."""
        found = self.gazetteer.post_suffix(text)
        if found and found.text == text and found.inferred:
            return found.reading, Basis.INFERRED
        return text, Basis.STATED


def _is_place(text: str) -> bool:
    """Tell whether *text* with 都 道 府 県 市 区 町 村 at its end names a place."""
    large = _LARGE_PLACES.get(text[-1])
    if large is not None:
        return len(text) >= _SHORTEST_PLACE and text in large
    return len(text) >= _SHORTEST_PLACE
