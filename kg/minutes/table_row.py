"""Read one row of a table: the cell of the name is a row, the others say more."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.minutes.legend import MARKS, Meaning, read_signs, says_how
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.note import Order, Row, take_note
from kg.minutes.row import read_rows

# 商工組合（代理　浅野部長）
_PROXY = re.compile(r"\s*\(代理(?:出席)?(?:者)?\s*[:、]?\s*(?P<who>[^()]+)\)$")
# ○（代理）　産業課長　向井　剛, ×（代理：同社 向井　剛 部長 △）
_STATUS_PROXY = re.compile(
    rf"(?P<mark>[{MARKS}✕])?\s*(?:(?:本人)?欠席\s*)?"
    r"(?:\(代理(?:出席)?(?:者)?\s*(?:[:、]\s*|\s)(?P<inner>[^()]{2,})\)"
    r"|\(?代理(?:出席)?(?:者)?\)?\s*[:、]?\s*(?P<who>(?!出席)[^\s・/()].{2,}))"
)
# 代理出席（山本 実）
_PROXY_IN = re.compile(
    r"[○〇◯]?\s*代理(?:出席)?(?:者)?\s*\((?:代理(?:者)?\s*[:、]?\s*)?(?P<who>[^()・]{2,})\)"
)
# 欠席（代理　係長　橘 一葉）, 代理出席（係長　橘 一葉） among remarks
_ABSENT_FOR = re.compile(
    r"(?:欠席\s*[(、。]\s*代理(?:出席)?(?:者)?|代理出席(?:者)?\s*[(:])\s*[:、]?\s*"
    r"(?P<who>[^()\s][^()]*\s[^()]+?)\)?"
)
# 架空水循環推進機構（以下「機構」という。）　理事長: a name for later
_SHORT_NAME = re.compile(r"\s*\(以下、?(?:単に)?「[^「」]+」[^()「」]{0,8}\)\s*")
# 欠席 in the column of offices, where a page loses a cell: nobody's office
_CAME = re.compile(
    r"(?:本人|途中)?(?:出席|欠席|退席|退室|入室|遅刻|遅参|早退|不参加|代理出席)"
    r"|\d+[時:]\d*分?(?:頃|から|まで)?(?:出席|参加|退席|退室|入室|早退)"
    r"|(?:(?i:web|zoom|teams|webex)|ウェブ|オンライン|リモート|遠隔|テレビ会議|会場|対面|現地|来場)"
    r"(?:会議)?(?:での|による|で)?(?:出席|参加)?"
)
_MARK = re.compile(rf"[{MARKS}✕－\-ー―]")
_ABSENT = frozenset("×✕○〇◯")
"""Marks that tell of the one in the row, and not of who came for him."""

# 代理 in the column 出欠 says that somebody else sat there for the one in the row
_REPRESENTED = re.compile(r"代理(?:出席)?|\(?代\)?")
# 学外委員 in a column of roles
_KIND = re.compile(r"[^\W\d_()]{2,10}(?:委員|構成員|会員|評議員)")
_SURE = 4
_MODES = frozenset({Meaning.ONLINE, Meaning.IN_PERSON})

Cells = Mapping[str, Sequence[Piece]]
"""The cells of a row by what their columns hold; empty ones are left out."""


def read_row(
    piece: Piece, columns: Sequence[str], cells: Sequence[Piece], lexicon: Lexicon
) -> Row | None:
    """Return the attendee of one row, *piece*, None where it names nobody."""
    by_column: dict[str, list[Piece]] = {}
    for column, cell in zip(columns, cells, strict=False):
        if cell:
            by_column.setdefault(column, []).append(cell)
    named = [
        row
        for cell in by_column.get("name", [])[:1]
        for row in read_rows(cell, lexicon)
        if row.name
    ]
    if not named:
        return _organization_row(piece, by_column, lexicon)
    row = max(named, key=lambda r: r.score)
    row, told = _with_status(row, by_column.get("status", ()))
    row = _with_noted_proxy(row, by_column.get("note", ()), lexicon)
    held = _offices(by_column, lexicon)
    came = [cell for cell in held if _CAME.fullmatch(cell.text)]
    offices = [_without_proxy(cell) for cell in held if cell not in came]
    proxies = [proxy for _, proxy in offices if proxy]
    row = replace(row, proxy=row.proxy or (proxies[0] if proxies else None))
    row = _with_notes(
        row, (*by_column.get("note", ()), *told, *came), by_column, lexicon
    )
    return replace(
        row,
        piece=piece,
        affiliation=(*(office for office, _ in offices), *row.affiliation),
        title=row.title or _title(by_column, lexicon),
    )


def _offices(cells: Cells, lexicon: Lexicon) -> Sequence[Piece]:
    """Return the cells that say for whom somebody works.

    架空省 in the column of roles is the ministry of the post beside it.
    """
    offices = cells.get("affiliation", ())
    bodies = [cell for cell in cells.get("title", ()) if lexicon.is_ministry(cell.text)]
    if len(bodies) != 1 or not offices or lexicon.is_top(offices[0].text.split()[0]):
        return offices
    return (bodies[0].beside(offices[0]), *offices[1:])


def _with_status(row: Row, cells: Sequence[Piece]) -> tuple[Row, list[Piece]]:
    """Return *row* with what 出欠 says, and the cells that say it in other words."""
    others: list[Piece] = []
    for cell in cells:
        proxy = _proxy_in(cell) or _STATUS_PROXY.fullmatch(cell.text)
        if _REPRESENTED.fullmatch(cell.text):
            row = replace(row, represented_by=cell)
        elif proxy:
            row = replace(row, proxy=_named(cell, proxy), marks=_own_marks(cell, proxy))
        elif _MARK.fullmatch(cell.text):
            row = replace(row, marks=(*row.marks, cell))
        else:
            others.append(cell)
    return row, others


def _named(cell: Piece, found: re.Match[str]) -> Piece:
    """Return whom *found*, a match in *cell*, names as the proxy."""
    groups = found.groupdict()
    return cell.match(found, "inner" if groups.get("inner") else "who")


def _own_marks(cell: Piece, found: re.Match[str]) -> tuple[Piece, ...]:
    """Return the mark of □（代理：主任　小暮 律）: it says how the proxy came."""
    mark = found.groupdict().get("mark")
    return (cell.match(found, "mark"),) if mark and mark not in _ABSENT else ()


def _with_noted_proxy(row: Row, notes: Sequence[Piece], lexicon: Lexicon) -> Row:
    """Return *row* with the proxy whom 備考 names where 出欠 says 代理.

    架空歯科医師会　会長⇥小暮 律⇥代理⇥副会長　橘 一葉; 備考 may say it alone:
    小暮 律⇥架空警察署長⇥欠席（代理　係長　橘 一葉）.
    """
    for note in notes:
        found = _ABSENT_FOR.fullmatch(note.text)
        if found and row.proxy is None:
            return replace(row, proxy=note.match(found, "who"), represented_by=None)
    if row.represented_by is None:
        return row
    named = [
        note
        for note in notes
        if any(
            one.name and one.reading and one.reading.given and one.score > _SURE
            for one in read_rows(note, lexicon)
        )
    ]
    if len(named) != 1:
        return row
    return replace(row, proxy=named[0], represented_by=None)


def _proxy_in(cell: Piece) -> re.Match[str] | None:
    """Return the match of 代理出席（山本 実）, None where （オンライン） says how."""
    found = _PROXY_IN.fullmatch(cell.text)
    return found if found and not says_how(found["who"]) else None


def _with_notes(
    row: Row, notes: Sequence[Piece], cells: Cells, lexicon: Lexicon
) -> Row:
    """Return *row* with what its notes say, and what the cell of 出欠 says as one.

    Where a proxy came, 代理・会場 says how he did.
    """
    for cell in notes:
        noted = take_note(row, cell, lexicon) or row
        row = noted if row.proxy is None else replace(noted, proxy=row.proxy)
    whole = row.proxy is None
    signs = [
        (sign, cell)
        for cell in (*notes, *cells.get("status", ()))
        for words in ([cell.text] if whole else re.split("[・、]", cell.text))
        for sign in read_signs(words, lexicon)
        if whole or sign.meaning in _MODES
    ]
    return replace(row, signs=(*row.signs, *signs))


def _title(cells: Cells, lexicon: Lexicon) -> Piece | None:
    """Return the word for a role in the column of roles, None if there is none."""
    titles = [cell for cell in cells.get("title", ()) if _is_role(cell, lexicon)]
    return titles[0] if titles else None


def _organization_row(piece: Piece, cells: Cells, lexicon: Lexicon) -> Row | None:
    """Return a row that names an organization only, in the column of names."""
    named = [
        cell
        for cell in (*cells.get("name", ()), *cells.get("affiliation", ()))
        if not _MARK.fullmatch(cell.text)  # － where nobody is named
    ]
    if not named or not lexicon.ends_organization(named[0].text):
        return None
    title = _title(cells, lexicon)
    row = Row(piece, Order.NAME_FIRST, 1, affiliation=(named[0],), title=title)
    row, told = _with_status(row, cells.get("status", ()))
    return _with_notes(row, (*cells.get("note", ()), *told), cells, lexicon)


def _is_role(cell: Piece, lexicon: Lexicon) -> bool:
    """Tell whether *cell* is the word for a role or a group: 座長, 関係省庁."""
    word = re.sub(r"\s", "", cell.text)
    known = lexicon.role(word) or lexicon.group_role(word)
    return bool(known or _KIND.fullmatch(word))


def _without_proxy(cell: Piece) -> tuple[Piece, Piece | None]:
    """Return an office and the words on a proxy behind it, if there are any."""
    short = _SHORT_NAME.search(cell.text)
    if short and short.start():
        before, after = cell.part(0, short.start()), cell.part(short.end())
        cell = before.beside(after) if after else before
    found = _PROXY.search(cell.text)
    if not found:
        return cell, None
    return cell.part(0, found.start()), cell.match(found, "who")
