"""Find out in which style a record sets its speakers apart."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kg.minutes.headword import Topic
from kg.minutes.label import Style, read_labels
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line

_SENTENCE = re.compile(r"。|ます|ました|です(?!$)|ください|でした|いたし")
_SPOKEN = 25
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class SpeechOpener:
    """Tells a speech from a row of a roster: behind its label stands a sentence."""

    lexicon: Lexicon

    def __call__(self, line: Line, seen: set[Topic]) -> bool:
        """Tell whether *line* is a speech, once the head is behind."""
        if not seen - {Topic.TITLE}:
            return False
        styles = {Style.CIRCLE, Style.LENS}
        if Topic.ATTENDANCE in seen:
            styles.add(Style.COLON)  # 橘委員長：意見をお願いします。
        return any(
            label.style in styles and _SENTENCE.search(label.rest.text)
            for label in read_labels(line.piece, self.lexicon)
        )


def find_styles(lines: Iterable[Line], lexicon: Lexicon) -> frozenset[Style]:
    """Return the styles of label that the record uses.

    A style counts where two labels have it, or one whose line also has a
    sentence; the blank style only where no other is used, since any line may
    begin with a short word.
    """
    counts: Counter[Style] = Counter()
    for line in lines:
        for label in read_labels(line.piece, lexicon):
            sentence = "。" in label.rest.text or not label.rest
            counts[label.style] += sentence or len(label.rest.text) > _SPOKEN
    used = {style for style, n in counts.items() if n >= _ENOUGH}
    used = used or {
        style for style, n in counts.items() if n and style is not Style.ROUND
    }
    if used - {Style.BLANK} or counts[Style.BLANK] <= _ENOUGH:
        used.discard(Style.BLANK)
    return frozenset(used)
