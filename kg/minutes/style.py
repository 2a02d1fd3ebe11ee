"""Find out in which style a record sets its speakers apart."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kg.minutes.headword import Topic
from kg.minutes.label import SpeakerLabel, Style, read_labels, read_trailing
from kg.minutes.lexicon import Lexicon
from kg.minutes.line import Line
from kg.model import Attribution

_SENTENCE = re.compile(r"。|ます|ました|です(?!$)|ください|でした|いたし")
_BEGUN = re.compile(r"[ぁ-ん]{3,}、")
_NOTE = re.compile(r"出席|欠席|代理|参加|出欠|敬称")
_LEAST, _SHORTEST = 12, 8
_SPOKEN = 25
_ENOUGH = 2
_MANY = 3

_WEAK = (Style.CELL, Style.TRAILING, Style.BLANK, Style.DOT, Style.ARROW)
"""Styles without a mark of their own: any line may begin with a short word."""

_SINGLE = frozenset(
    {Style.BOLD, Style.LENS, Style.SHELL, Style.CIRCLE, Style.COLON, Style.ANGLE}
)
"""Styles of which one label is enough."""


@dataclass(frozen=True, slots=True)
class SpeechOpener:
    """Tells a speech from a row of a roster: behind its label stands a sentence."""

    lexicon: Lexicon

    def __call__(self, line: Line, seen: set[Topic]) -> bool:
        """Tell whether *line* is a speech, once the head is behind."""
        if not seen - {Topic.TITLE}:
            return False
        styles = {Style.CIRCLE, Style.LENS, Style.BOLD}
        if Topic.ATTENDANCE in seen:
            styles.add(Style.COLON)  # 橘委員長：意見をお願いします。
        agenda = Topic.AGENDA in seen
        return any(
            (_SENTENCE.search(label.rest.text) or _breaks_off(label))
            and (
                label.style in styles
                or (Topic.ATTENDANCE in seen and _speaks(label, agenda=agenda))
            )
            for label in read_labels(line.piece, self.lexicon)
        )


def _breaks_off(label: SpeakerLabel) -> bool:
    """Tell whether a narrow column cuts what is said: ●橘一葉君 ただいまより、本日."""
    return _is_sure(label) and _BEGUN.match(label.rest.text) is not None


def _speaks(label: SpeakerLabel, *, agenda: bool) -> bool:
    """Tell a speech, 「橘委員長　皆さん、こんにちは。」, from a note on a row.

    Below an agenda a role in brackets speaks too: （会長）　定刻ですので始めます。
    """
    words = label.rest.text
    note = _NOTE.search(words)
    plain = label.style in {Style.BLANK, Style.HALF} or (
        label.style is Style.ROUND and label.attribution is Attribution.NAMED
    )
    if label.style is Style.ROUND and label.attribution is Attribution.ROLE and agenda:
        return not note and words.endswith("。") and len(words) >= _SHORTEST
    return plain and not note and "。" in words and len(words) >= _LEAST


def find_styles(lines: Iterable[Line], lexicon: Lexicon) -> frozenset[Style]:
    """Return the styles of label that the record uses.

    A style counts where two labels have it, or one whose line also has a
    sentence; a style without a mark of its own only where it is the record's
    main one.
    """
    counts: Counter[Style] = Counter()
    sure: set[Style] = set()
    for line in lines:
        labels = read_labels(line.piece, lexicon)
        for label in labels:
            counts[label.style] += _counts(label)
            if _counts(label) and _is_sure(label):
                sure.add(label.style)
        counts[Style.TRAILING] += not labels and bool(
            read_trailing(line.piece, lexicon)
        )
    used = {style for style, n in counts.items() if n >= _ENOUGH}
    used = used or {style for style, n in counts.items() if n and style in _SINGLE}
    used |= sure
    marked = max((counts[style] for style in used - set(_WEAK)), default=0)
    main = max(_WEAK, key=lambda style: counts[style])
    least = _ENOUGH if main is Style.CELL else _MANY
    weak = {main} if counts[main] >= least and counts[main] > marked else set()
    return frozenset((used - set(_WEAK)) | weak)


def _is_sure(label: SpeakerLabel) -> bool:
    """Tell whether one label is enough: ○副議長（橘一葉）, ○橘一葉君, （座長）."""
    if label.style is Style.ROUND and label.attribution is Attribution.ROLE:
        return label.rest.text.endswith("。")  # （座長）　この案でよろしいか。
    named = label.attribution is Attribution.NAMED
    whole = label.piece.text.endswith((")", "君"))
    return named and whole and label.style is Style.CIRCLE


def _counts(label: SpeakerLabel) -> bool:
    """Tell whether a label speaks for its style: a sentence stands behind it."""
    if label.style in _WEAK and label.attribution is Attribution.ORGANIZATION:
        return False
    if label.style is Style.CELL:
        return _SENTENCE.search(label.rest.text) is not None
    sentence = "。" in label.rest.text or not label.rest or _breaks_off(label)
    return sentence or len(label.rest.text) > _SPOKEN
