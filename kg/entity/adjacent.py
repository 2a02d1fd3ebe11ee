"""Find 前回 and 次回, where they mean the meeting before and the one after."""

import re
from collections.abc import Iterable

from kg.model import Adjacency, AdjacentMeeting, Minutes, Span

_WORD = re.compile(r"(?<![一-鿿])(?:前回|次回)")

# 前回の国勢調査, 次回改定, 前回比: something else comes round again
_OTHER = re.compile(
    r"""(?:の|に行った|に実施した)?[^、。\s]{0,8}?
        (?:選挙|調査|改定|改正|改訂|公募|募集|大会|大綱|更新|検査|健診|健康診断|点検|入札|採択
        |アンケート|オリンピック|万博|震災|災害|台風|工事|実験|実証|統計|センサス|接種|受診
        |訪問
        |値上げ|値下げ|見直し|発行|出荷|納品|比|並み)""",
    re.VERBOSE,
)

# 前回の御意見, 前回、橘委員がおっしゃった; not 前回は回収率が三割でした
_SAID_THERE = re.compile(
    r"""議論|審議|意見|指摘|論点|説明|議事|会議|会合|部会|委員会|会議録|資料|整理|宿題|発言
        |おっしゃ|仰|申し上げ|お話|お示し|示し|了承|振り返り|欠席|報告|検討|お答え|質問|質疑
        |決定|決め|議題""",
    re.VERBOSE,
)


def read_adjacent(
    minutes: Minutes, passages: Iterable[Span]
) -> tuple[AdjacentMeeting, ...]:
    """Return the meetings before and after, as far as *passages* speak of them.

    They have no number and no day: the words say no more than their order.
    """
    text = minutes.document.text
    labels = {s.speaker for s in minutes.statements if s.speaker is not None}
    found: dict[Adjacency, list[Span]] = {}
    for passage in passages:
        for word in _WORD.finditer(text, passage.start, passage.end):
            span = Span(*word.span())
            stop = text.find("。", span.end, passage.end)
            rest = text[span.end : stop if stop >= 0 else passage.end]
            before = word.group() == "前回"
            if _OTHER.match(rest) or any(span in label for label in labels):
                continue
            if before and not _SAID_THERE.search(rest):
                continue
            order = Adjacency.BEFORE if before else Adjacency.AFTER
            found.setdefault(order, []).append(span)
    return tuple(
        AdjacentMeeting(order, tuple(found[order]))
        for order in Adjacency
        if order in found
    )
