"""Read the title of a record: which body met, for which time, in what sort of text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.minutes.era import NUMERAL, find_date, find_times, number
from kg.minutes.headword import Topic
from kg.minutes.line import Line, Piece
from kg.minutes.section import Section
from kg.model import Basis, Grounded, RecordKind, Span

_KINDS = (
    (
        RecordKind.SUMMARY,
        (
            r"議事要旨|議事概要|議事の概要|議事の要旨|会議要旨|会議概要|会議の概要|議事要録"
            r"|会議要録|要点録|要点記録|議事メモ|議事要約|審議概要|議事の要点|要旨|概要"
        ),
    ),
    (
        RecordKind.VERBATIM,
        r"会議録情報|議事録|会議録|速記録|発言録|委員会記録|会議記録|議事記録|議事の記録",
    ),
    (
        RecordKind.RESULT,
        r"開催結果|結果概要|会議結果|議事結果|審議結果|開催報告|開催概要|会議報告",
    ),
    (RecordKind.UNKNOWN, r"議事次第|会議次第"),
)
_KIND = re.compile("|".join(f"(?:{words})" for _, words in _KINDS))
_WRITTEN = re.compile(r"\(?書面(?:による)?(?:開催|会議|審議)\)?")

# (第23回) / 第７回 / 第二回 / 第 12 回
_NUMBER = re.compile(
    rf"[(\[]?\s*第\s*(?P<number>{NUMERAL})\s*回(?!国会)(?:会合|会議(?=\s|$))?\s*[)\]]?"
)
# 会議録 第四号: the numbers of the Diet and of committees
_ISSUE = re.compile(rf"[(\[]?第\s*(?P<number>{NUMERAL})\s*号[)\]]?")
_DIET = re.compile(rf"第\s*{NUMERAL}\s*回国会")
_SESSION = re.compile(
    rf"[(]?(?:{NUMERAL}\s*月)?(?:(?:定例|臨時|通年)会?(?:{NUMERAL}\s*月)?(?:緊急|定例|定例月)?"
    r"(?:会|月?議会|会議)?|緊急議会|定例月議会)[)]?"
)
_YEAR = re.compile(
    rf"(?:昭和|平成|令和)\s*{NUMERAL}\s*年(?:度|\s*(?:\((?:19|20)\d\d年\))?\s*(?:\d+\s*月(?!\d|\s*\d+\s*日))?)?"
    r"|(?:19|20)\d\d\s*年度?"
)
_DAY = re.compile(
    rf"\(?{NUMERAL}\s*月\s*{NUMERAL}\s*日(?:\([日月火水木金土]曜?日?\))?(?:開催)?\)?"
)
_SPACED = re.compile(r"^\S(?:\s+\S)+$")
_EDGE = re.compile(r"^[\s#*・、,:：\-〇○◎■]+|[\s#*・、,:：\-]+$")
_EMPTY = re.compile(
    r"[(\[【「]\s*(?:案|未定稿|速報版?|開催|会合|以下同じ|実地視察)?\s*[)\]】」]"
)
_QUOTED = re.compile(r"^[「『](?P<name>[^」』]+)[」』]")
_CRUMBS = re.compile(r"\s*(?:>|＞|»|›|≫|→)\s*")
_ABOUT = re.compile(
    r"(?:について|の件|こと|お知らせ|一覧|ページ|サイト|ホーム|メニュー)$"
)
_SHARED = re.compile("(委員|調査|審査|分科|協議|審議|部|総|理事)会(?:議録|記録)")
_OPENED = re.compile(
    r"(?:ただいま|只今|これ)(?:から|より)?、?(?P<name>[^。、]{0,24}?(?:議会|市会)[^。、]{0,14})を?開会"
)
_ASSEMBLY = re.compile(
    r"[一-鿿々ヶぁ-んァ-ヶー]{1,12}?(?:都|道|府|県|市|区|町|村|組合|連合|広域)(?:議会|会(?=\s|$|第|\())"
)
BODY_END = re.compile(
    r"(?:会議|審議会|分科会|部会|小委員会|委員会|検討会|研究会|懇談会|懇話会|協議会|本部|調査会|審査会"
    r"|ワーキンググループ|ワーキング・グループ|ワーキング|作業部会|チーム|タスクフォース|フォーラム"
    r"|評議会|議会|市会|WG|TF|幹事会|連絡会(?!議)|総会|理事会|プロジェクト|会合|パネル|ボード"
    r"|ラウンドテーブル|ネットワーク|勉強会|対話|協議の場|サミット|プラットフォーム|意見交換会"
    r"|コンソーシアム|公聴会|説明会|運営会|推進会|準備会|評価会|選考会|交流会|座談会|学会|分会"
    r"|ミーティング|ワークショップ|シンポジウム|小会議|円卓会議|(?<=[衆参])議院|(?<=貴族)院)"
)
# OCR reads the long vowel of ワーキング as 一
_LONG_VOWEL = re.compile(r"(?<=[ァ-ヴ])[一―-](?=[ァ-ヴ]|\s|$)|(?<=[ァ-ヴ])一(?!覧)")


@dataclass(frozen=True, slots=True)
class Title:
    """The lines that name the meeting.

    *assembly* is a line that names an assembly, *opening* the words that open its
    session; *first_only* tells that the first line is the whole name.
    """

    pieces: tuple[Piece, ...]
    assembly: Piece | None = None
    opening: Piece | None = None
    first_only: bool = False

    @property
    def words(self) -> str:
        """All of it as one text."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def printed(self) -> str:
        """The title as printed, without the marks of a heading around it."""
        return _EDGE.sub("", " ".join(piece.title for piece in self.pieces))

    @property
    def span(self) -> Span:
        """The place of the first to the last line."""
        spans = [piece.span for piece in self.pieces]
        return Span(min(s.start for s in spans), max(s.end for s in spans))


def read_title(sections: Sequence[Section], lines: Sequence[Line]) -> Title:
    """Return what names the meeting: a value beside 会議の名称, else the first lines.

    A title may be cut in lines (産業基盤審議会 / 素材分科会（第3回）/ 議事録), and stand
    below a path through the site (ホーム > 審議会 >), whose last step may name it.
    """
    named = [
        piece
        for section in sections
        if section.topic is Topic.NAME
        for piece in _values(section)[:1]
    ][:1]
    first = sections[0].lines if sections and sections[0].topic is Topic.TITLE else ()
    found = _without_paths(_title_lines(first))
    opening = _opening(lines)
    if named and _is_named(named[0]):
        return Title((*named, *found), _assembly(lines), opening, first_only=True)
    pieces = (*found, *named) or ((first or lines)[0].piece,)
    return Title(pieces, _assembly(lines), opening)


def _values(section: Section) -> list[Piece]:
    """Return the value beside and below the heading of *section*."""
    beside = section.head.value if section.head else None
    return [*([beside] if beside else []), *(line.piece for line in section.lines)]


def _is_named(piece: Piece) -> bool:
    """Tell whether *piece* names a body."""
    return BODY_END.search(_mended(_without_session(piece.text))) is not None


def _title_lines(lines: Sequence[Line]) -> list[Piece]:
    """Return the lines that name body, number and kind, of the first section up to a day.

    Of several runs of such lines (the name of the page, a menu, the title) the one
    that says most is taken.
    """
    runs: list[list[Piece]] = [[]]
    for line in lines:
        words = _unspaced(line.text)
        named = BODY_END.search(_mended(words)) or _NUMBER.search(words)
        dated = find_date(line.text) or find_times(line.text)
        again = dated and runs[-1] and not _CRUMBS.search(runs[-1][-1].text)
        if (named or _KIND.search(words)) and not again:
            runs[-1].append(line.piece)
        elif runs[-1]:
            runs.append([line.piece] if named and again else [])
    return max(runs, key=_says)


def _says(run: Sequence[Piece]) -> int:
    """Return how much a run of lines says of number, kind and body."""
    words = " ".join(_unspaced(piece.text) for piece in run)
    plain = re.sub(r".*(?:>|＞|»|›|→)", "", words)
    number_found = 2 * (_NUMBER.search(plain) is not None)
    kind, body = _KIND.search(plain) is not None, BODY_END.search(plain) is not None
    return number_found + kind + body


def _opening(lines: Sequence[Line]) -> Piece | None:
    """Return the words that open the session of an assembly.

    ただいまから、令和７年第１回葛飾区議会定例会を開会いたします。
    """
    for line in lines:
        found = _OPENED.search(line.text)
        if found:
            return line.piece.match(found, "name")
    return None


def _without_paths(pieces: Sequence[Piece]) -> list[Piece]:
    """Return *pieces* without paths through a site, but with the step a title is."""
    plain = [piece for piece in pieces if not _CRUMBS.search(piece.text)]
    if any(_KIND.search(_unspaced(p.text)) or _is_named(p) for p in plain):
        return plain
    steps = []
    for piece in pieces:
        found = list(_CRUMBS.finditer(piece.text))
        last = piece.part(found[-1].end()) if found else piece
        if last:
            steps.append(last)
    return steps


def _assembly(lines: Sequence[Line]) -> Piece | None:
    """Return where an assembly is named beside the kind of record: 目黒区議会会議録."""
    first = 12
    for line in lines[:first]:
        words = re.sub(r"\s+", "", line.text)
        if re.search(r"(?:議会|市会).{0,16}会議録", words) and len(words) < first * 4:
            return line.piece
    return None


def _unspaced(text: str) -> str:
    """Return 「議 事 要 旨」 as 「議事要旨」; longer words apart stay apart."""
    return re.sub(r"(?<=\S)\s+(?=\S)", "", text) if _SPACED.match(text) else text


def _mended(text: str) -> str:
    """Return *text* with the long vowels that OCR misread, at the same places."""
    return _LONG_VOWEL.sub("ー", text)


def _without_session(text: str) -> str:
    """Return *text* without year, day and session: 令和6年第2回定例会 names nobody."""
    words = _DIET.sub(" ", _unspaced(text))
    dated = find_date(words)
    if dated:
        words = words[: dated.start] + " " + words[dated.end :]
    return _YEAR.sub(" ", _DAY.sub(" ", words))


def read_body(title: Title) -> Grounded[str] | None:
    """Return the name of the body that met, with its upper bodies before it."""
    names: dict[str, Span] = {}
    for piece in title.pieces[:1] if title.first_only else title.pieces:
        name = _name(piece.text)
        for other in [known for known in names if known in name or name in known]:
            name = max(name, other, key=len)
            del names[other]
        if name:
            names[name] = piece.span
    body = _clean(" ".join(names))
    if _committee(body):
        return Grounded(body, Basis.STATED, tuple(names.values()))
    named = _ASSEMBLY.search(body)
    if named:
        return Grounded(named.group(), Basis.STATED, tuple(names.values()))
    for said in (title.assembly, title.opening):
        words = re.sub(r"\s+", "", _without_session(said.text)) if said else ""
        if said and (found := _ASSEMBLY.search(words)):
            return Grounded(found.group(), Basis.STATED, (said.span,))
    return Grounded(body, Basis.STATED, tuple(names.values())) if body else None


def _committee(body: str) -> bool:
    """Tell whether *body* is more than an assembly: みなと県議会 厚生環境委員会."""
    return (
        re.search(r"委員会|協議会|審議会|部会|会議$|分科会|審査会|[衆参]議院", body)
        is not None
    )


def _name(text: str) -> str:
    """Return the name of the body in a line of the title, "" where there is none."""
    words = _SHARED.sub(r"\1会 ", _WRITTEN.sub(" ", _without_session(text)))
    numbered = _NUMBER.search(words) or _KIND.search(words)
    words = _KIND.sub(" ", _ISSUE.sub(" ", _NUMBER.sub(" ", words)))
    session = _SESSION.sub(" ", re.sub(r"\(第[^()]*\)", " ", words))
    words = session if BODY_END.search(session) or session != words else words
    words = re.sub(r"\s+", " ", _EMPTY.sub(" ", words)).strip()
    words = _clean(re.sub(r"\(\s+", "(", words))
    quoted = _QUOTED.match(words)
    words = quoted["name"] if quoted else words
    ends = [m.end() for m in BODY_END.finditer(_mended(words))]
    if ends:
        closing = re.match(r"[^()]{0,12}\)", words[ends[-1] :])
        inside = words[: ends[-1]].count("(") > words[: ends[-1]].count(")")
        end = ends[-1] + (closing.end() if closing and inside else 0)
        return _clean(re.sub(r"^(?:の|第)\s*", "", words[:end].strip()))
    least = 4
    bare = numbered and len(words) >= least and not _ABOUT.search(words)
    return re.sub(r"^(?:の|第)\s*", "", words) if bare and "。" not in words else ""


def _clean(words: str) -> str:
    """Return *words* without the marks of a heading around them."""
    return _EDGE.sub("", words)


def read_number(title: Title) -> Grounded[int] | None:
    """Return the number of the meeting in the title.

    第208回国会 … 委員会 第3号 is the third: the session has a number of its own. Of an
    assembly the 回 counts the sessions of the year, the 号 only the days of one, so
    the 回 stands. Two bodies that sit together have each a number: the meeting is
    taken to be that of the body named first, which INFERRED says.
    """
    more = [piece for piece in (title.assembly, title.opening) if piece]
    pieces = [*title.pieces, *more]
    session = any(_SESSION.search(piece.text) for piece in pieces)
    for pattern in (_NUMBER, _ISSUE):
        for piece in pieces:
            numbers = list(pattern.finditer(piece.text))
            if not numbers or (pattern is _ISSUE and session):
                continue
            joint = re.search(r"合同|連合|・\s*第|及び第", piece.text) is not None
            found = numbers[0] if joint else numbers[-1]
            several = len({number(n["number"]) for n in numbers}) > 1
            basis = Basis.INFERRED if joint and several else Basis.STATED
            span = piece.match(found).span
            return Grounded(number(found["number"]), basis, (span,))
    return None


def read_kind(lines: Sequence[Line]) -> Grounded[RecordKind]:
    """Return the kind of record that the first lines name."""
    first = 8
    for line in lines[:first]:
        for kind, words in _KINDS:
            if re.search(words, _unspaced(line.text)):
                return Grounded(kind, Basis.STATED, (line.piece.span,))
    return Grounded(RecordKind.UNKNOWN, Basis.DEFAULT)
