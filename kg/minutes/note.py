"""Read what a note in brackets says of the attendee whose row it stands in."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from kg.minutes.called import surname_cuts
from kg.minutes.foreign import NameReading
from kg.minutes.legend import Meaning, Sign, read_signs
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.minutes.name import read_name
from kg.model import Role

# what says nothing of an attendee on any axis
_SILENT = re.compile(
    r"""計?\s*\d+\s*(?:名|人)(?:$|\s)|\d+名中\d+名  # 計12名, 15名中12名
    |(?:再掲|前掲|再出|随行|司会|進行|元|前|新任|新|再任)$
    |以下[、,「].{1,12}$  # (以下、西川課長)
    |以下、?(?:単に)?「[^「」]+」と(?:いう|する|略す|呼ぶ)。?$  # 以下「機構」という。
    |旧[・:、\s](?!姓)\S+$|旧\S+(?:\(株\)|\(有\)|[式限]会社)$  # 旧・架空通信(株)
    |前任|後任|の(?:前任|後任)$  # 前任：橘委員
    |[^()]{1,10}の(?:代表|推薦|立場)$|[^()、]{2,}[部課室局](?:併任|兼任|兼務)$
    |※?[^()。]*(?:(?:に|を)(?:選出|選任|指名|互選)|を?参照)(?:。|$)
    |.*(?:のため|[着退]席|\d+分|まで出席|から(?:出席|参加))$
    |(?:\d{1,2}月(?:\d{1,2}日)?(?:付け?|から|に)?)?(?:着任|就任|退任|異動|赴任)$
    |(?:遅参|遅刻|早退|途中退席|途中出席|途中参加)
    |委任状|議長委任|名簿順|.*順$|敬称略$  # 五十音順
    |(?![代欠出書正副兼])[\u3041-\u30ff\u4e00-\u9fff]$  # 馬場(二)委員, 馬場(一)委員
    """,
    re.VERBOSE,
)
# 小暮（こぐれ）, 小暮（旧姓 橘）
_READING = re.compile(r"[\u3041-\u309fー\s]+$|旧姓|(?:本名|芸名|筆名|通称)[:・\s]")
# 橘 一葉（たちばな かずは）, 渚（本名 橘 一葉）: what stands before is a name
_SPELT = re.compile(
    r"[\u3041-\u309fー]{2,}\s+[\u3041-\u309fー]{2,}$"
    r"|(?:旧姓|本名|芸名|筆名|通称)[:・\s]\s*\S"
)
# 鰐淵委員代理（東海林氏）
_SUBSTITUTED = re.compile(r"(?:委員|構成員|議員)代理\s*\(")
_HONORIFIC = re.compile(r"(?:氏|様|さん)$")
# 代理：小暮部長, 代・小暮, 欠席、代理出席者 小暮部長; 橘委員の代理, 橘委員代理出席
_SUBSTITUTE = re.compile(
    r"""(?:[^()]*[、,]\s*)?※?代(?:理(?:出席)?(?:者|人)?)?\s*
      (?:[:・、,]|(?<=理|席|者|人)\s)\s*(?P<proxy>.+)$
    |(?P<principal>.+?)\s*(?:の)?代理(?:出席)?$""",
    re.VERBOSE,
)
# （西都大学教授、欠席）: words that say how somebody came, and no more
_NOTED = re.compile(
    r"(?:(?i:web|zoom)|ウェブ|オンライン|リモート|代理|書面)?(?:会議)?(?:での|による)?(?:ご|御)?"
    r"(?:出席|参加|欠席)?(?:者)?"
)
# 小暮 律（橘委員代理、西都大学教授）
_FOR_MEMBER = re.compile(r"\S+(?:委員|構成員|議員)の?代理(?:出席)?")
# 橘 一葉（渚県政策課主事。課長の代理）: for whom is not said by name
_FOR_POST = re.compile(r"\S{0,10}(?:長|長官|理事|局次長)の代理(?:出席)?")
_LONGEST_PRINCIPAL = 6
"""Letters of 橘部長 in 橘部長代理; 事業部長 兼 館長 is longer, and a post."""


class Order(StrEnum):
    """In which order a row has name and affiliation."""

    NAME_FIRST = "name first"
    NAME_LAST = "name last"


@dataclass(frozen=True, slots=True)
class Row:
    """One reading of one row; what is not there is empty.

    *title* is a role word beside the name (座長), *signs* what notes say, *proxy* and
    *represented* the words of （代理：小暮部長） and （橘委員代理）; *ditto* is a 同
    in the first column; *represented_by* says that an unnamed proxy sat there, *seated*
    that the number of a seat precedes (３番), *spelt* that a note says how the name is
    read, or another name of the same person. *rival* is another reading that fits as
    well: 委員長谷川　一郎 is 委員長 谷川 or 委員 長谷川.
    """

    piece: Piece
    order: Order
    score: int
    name: Piece | None = None
    reading: NameReading | None = None
    affiliation: tuple[Piece, ...] = ()
    title: Piece | None = None
    post: Piece | None = None
    marks: tuple[Piece, ...] = ()
    signs: tuple[tuple[Sign, Piece], ...] = ()
    proxy: Piece | None = None
    ditto: Piece | None = None
    represented: Piece | None = None
    rival: "Row | None" = None
    represented_by: Piece | None = None
    seated: bool = False
    spelt: bool = False


def take_note(row: Row, inner: Piece, lexicon: Lexicon) -> Row | None:
    """Return *row* with what the note *inner* says, None if it is an affiliation."""
    if _SILENT.match(inner.text) or _READING.match(inner.text):
        spelt = row.spelt or _SPELT.match(inner.text) is not None
        return replace(row, spelt=spelt)
    if _SUBSTITUTED.search(row.piece.text) and _HONORIFIC.search(inner.text):
        return replace(row, proxy=inner)
    substitute = _SUBSTITUTE.match(inner.text)
    if substitute and "職務代理" not in inner.text and not lexicon.role(inner.text):
        if substitute["proxy"]:
            return replace(row, proxy=inner.match(substitute, "proxy"))
        principal = inner.match(substitute, "principal")
        return _take_principal(row, inner, principal, lexicon)
    other = re.fullmatch(r"(?P<name>\S+|\S+ \S+)\s+欠席", inner.text)
    if other and read_name(inner.match(other, "name"), lexicon).given:
        return row  # 小暮 律　（橘一葉　欠席）: of somebody else
    said = take_signs(row, inner, lexicon)
    return said if said is not row else None


def take_signs(row: Row, words: Piece, lexicon: Lexicon) -> Row:
    """Return *row* with what *words* say of how somebody came: 欠席, オンライン."""
    signs = tuple((sign, words) for sign in read_signs(words.text, lexicon))
    return replace(row, signs=(*row.signs, *signs)) if signs else row


def take_parts(row: Row, inner: Piece, lexicon: Lexicon) -> Row | None:
    """Return *row* with an office and what else the note *inner* says, else None.

    （西都大学教授、欠席）, （オンライン、架空市）: a comma parts the two.
    """
    edges = [
        -1,
        *(m.start() for m in re.finditer("[、,。]", inner.text)),
        len(inner.text),
    ]
    parts = [inner.part(a + 1, b) for a, b in pairwise(edges)]
    offices = [part for part in parts if part and _is_office(part, lexicon)]
    others = [part for part in parts if part not in offices]
    titles = [part for part in others if part and lexicon.title(part.text)]
    if not offices and row.title is None and len(titles) == 1 and len(others) > 1:
        # 橘 一葉（座長、オンライン）
        others.remove(titles[0])
        row = replace(row, title=titles[0])
    elif len(offices) != 1 or not others:
        return None
    for other in others:
        if other and _SILENT.match(other.text):
            continue  # 途中退席
        if other and _FOR_MEMBER.fullmatch(other.text):
            row = take_note(row, other, lexicon) or row
            continue
        if other and _FOR_POST.fullmatch(other.text):
            row = take_signs(row, other, lexicon)
            continue
        signs = bool(other) and read_signs(other.text, lexicon)
        if not signs or not _NOTED.fullmatch(other.text):
            return None
        row = take_signs(row, other, lexicon)
    return replace(row, affiliation=(*row.affiliation, *offices))


def _is_office(part: Piece, lexicon: Lexicon) -> bool:
    """Tell whether *part* is an organization or a post, and says nothing else."""
    text = re.sub(r"\s", "", part.text)
    office = lexicon.post_suffix(text) or lexicon.ends_organization(text)
    plain = not read_signs(text, lexicon) and not _SILENT.match(text)
    return bool(office) and plain and "代理" not in text


def _take_principal(
    row: Row, inner: Piece, principal: Piece, lexicon: Lexicon
) -> Row | None:
    """Return *row* with the principal of the note *inner*: （橘代理）.

    早川供給部長代理出席 names who came in the place of the row's own person. None
    where the note is a post: 事業部長 兼 館長代理.
    """
    called = re.sub(r"\s", "", principal.text)
    suffix = lexicon.role_suffix(called)
    office = suffix is None or lexicon.title(suffix) is Role.OFFICIAL
    if office and (lexicon.post_suffix(called) or suffix):
        if inner.text.endswith("出席") and _is_somebody(principal, called, lexicon):
            return replace(row, proxy=principal)
        return None if len(called) > _LONGEST_PRINCIPAL else row
    if read_signs(principal.text, lexicon):
        return take_signs(row, inner, lexicon)
    said = (Sign(Meaning.PROXY, inner.text), inner)
    return replace(row, represented=principal, signs=(*row.signs, said))


def _is_somebody(words: Piece, called: str, lexicon: Lexicon) -> bool:
    """Tell whether *words*, *called* without blanks, have a name before their post."""
    return (
        lexicon.called(called) > 0
        or bool(surname_cuts(called, lexicon))
        or " " in words.text
    )
