"""Read the words for groups that are built, and stand in no gazetteer: 市職員."""

import re

from kg.model import Role

# 出席委員, その他の関係者等: what stands around the word for a group
_AROUND = re.compile(
    r"^(?:出席|欠席|応招|不応招|列席|参加|当日|本日の?|その他の?|関係者の?)"
    r"|(?:等|側|の皆様|各位|出席者|一覧|名簿)$"
)
_BUILT = (
    # 市職員, 執行部: the officials of a city before its council
    (
        re.compile(
            r"(?:[都道府県市区町村]|行政|関係)?(?:職員|執行部|当局|理事者|出席者)側?|行政側?"
            r"|[都道府県市区町村]側?"
        ),
        Role.OFFICIAL,
    ),
    # 町議会事務局職員
    (
        re.compile(r"(?:[^\s]{0,8}議会)?事務局(?:出席)?(?:職員|出席者)|書記"),
        Role.SECRETARIAT,
    ),
    # 包装分科会員, 審議会委員
    (re.compile(r"\S{0,14}(?:部会員|分科会員|会委員|会構成員)"), Role.MEMBER),
)


def built_role(text: str) -> Role | None:
    """Return the role of those whom *text* names by where they work, or None."""
    for pattern, role in _BUILT:
        if pattern.fullmatch(text):
            return role
    return None


def bare_group(text: str) -> str:
    """Return *text* without the words around its group: 出席委員 is 委員."""
    return _AROUND.sub("", text)


def parts_of_group(text: str) -> list[str]:
    """Return the groups that one heading names: 説明者・参画者, 説明者及び参考人."""
    parts = re.split(r"・|及び|、|/", text)
    return parts if len(parts) > 1 and all(parts) else []
