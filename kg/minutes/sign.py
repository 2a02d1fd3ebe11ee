"""Signs of a line in a record: a bullet, a stage direction, the head of a table."""

import re

BULLET = re.compile(r"^(?:[・○●◯〇◆◇■□•‣※*\-–→⇒]\s*){1,2}(?=\S)")
ASKED = re.compile(r"^(?:問|答|Q|A|質問|回答)\s*\d{0,3}\s*(?:[:：.]\s*|\s+)(?=\S)")
ROLE_BULLET = re.compile(r"^\((?P<label>[^()]{1,12})\)\s*(?=\S)")
# （異議なし） 〔拍手〕 （以上） 以上 *（異議なしの声）*
STAGE = re.compile(
    r"""^(?:
        \d{1,2}\s*[.、]?\s*(?:開\s*会|閉\s*会|散\s*会)
      | (?:開会|散会|閉会|休憩|再開|延会)\s*(?:午前|午後)[^。]{1,10}
      | (?:午前|午後)[^。]{1,8}(?:開会|開議|休憩|再開|散会|閉会|延会)
      | [*_]{0,2}[(〔\[【][^)〕\]】]{1,40}[)〕\]】][*_]{0,2}
      | <以上> | 以\s*上 | ―*\s*了\s*―* | \(?了\)?
    )$""",
    re.VERBOSE,
)
# | 発言者 | 発言内容 |
COLUMNS = re.compile(
    r"^\|?\s*(?:(?:番号|No\.?|時刻)\s*[|\t]\s*)?(?:発言者|氏名|委員(?:名|等)?|区分)\s*[|\t]"
    r"\s*[^|\t。]{0,16}(?:内容|要旨|意見|質疑|発言|概要)[^|\t。]{0,16}\|?$"
)
# the first cell of a row that goes on (empty), or says that the same one speaks (同)
SAME = re.compile(r"^\|?\s*(?P<same>同(?:上)?|〃|\")?\s*[|\t]\s*(?=[^|\s])")
NOBODY = re.compile(r"^\|?\s*[―ー\-－—]*\s*[|\t]\s*\([^()]+\)\s*\|?$")
SUBHEAD = re.compile(r"^[△▲]\s*\S")
SENTENCE_END = re.compile(r"[。．？！?!)）」』]$")


def read_bracketed(text: str) -> bool:
    """Tell whether *text* is a heading in brackets: 【意見交換】."""
    longest = 24
    return (
        bool(re.match(r"^[【<〈《]", text)) and len(text) < longest and "。" not in text
    )
