"""Read who speaks below a sentence: 「橘理事から、以下のとおり発言があった。」."""

import re

from kg.minutes.attribution import attribute
from kg.minutes.label import SpeakerLabel, Style
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Piece
from kg.model import Attribution

_INTRO = re.compile(
    r"""^(?:(?:まず|次に|続いて|最後に|冒頭|その後|また|はじめに|さらに|なお)、?\s*)*
    (?P<label>[^、。「」]{2,24}?)(?:から|より)(?:は)?、?[^。]{0,60}?
    (?:以下|次)の(?:とおり|通り|ように?)、?\s*
    (?:発言|説明|報告|挨拶|回答|紹介|補足説明|補足|コメント|意見|質問|指示)
    (?:が(?:あった|あり|なされた|行われた|述べられた|示された)|を(?:した|行った|述べた)|した)
    [^。]{0,12}。?$""",
    re.VERBOSE,
)


def read_intro(piece: Piece, lexicon: Lexicon) -> SpeakerLabel | None:
    """Return whom a sentence names as the speaker of the bullets below it.

    Somebody with a name, a post or the chair counts; 出席者から is nobody.
    """
    found = _INTRO.match(piece.text)
    if not found:
        return None
    label = piece.match(found, "label")
    attribution = attribute(label, lexicon)
    one = attribution is Attribution.NAMED or (
        attribution is Attribution.ROLE
        and (lexicon.is_leading(label.text) or lexicon.post_suffix(label.text))
    )
    if attribution is None or not one:
        return None
    return SpeakerLabel(Style.BLANK, label, attribution, piece.part(0, 0))
