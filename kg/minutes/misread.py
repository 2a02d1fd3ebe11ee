"""Mend the marks that OCR reads as letters: (O印：オンライン) and O before names."""

import re
from dataclasses import replace

from kg.text import Normalized

# (O印:Web会議で出席), O:オンライン参加: it explains a mark, which no letter is
_EXPLAINED = re.compile(
    r"(?<![A-Za-z0-9])[OQ0](?=\s*(?:印\s*[はが:]?|:)[^\n:]{0,24}"
    r"(?:出席|参加|欠席|委員|座長|会長))"
)
_BEFORE_ROW = re.compile(r"(?m)^(?P<blank>\s*)[OQ0](?=[\s]+\S)")


def mend_marks(view: Normalized) -> Normalized:
    """Return *view*, ○ for each letter that stands for it.

    Only a text that explains such a mark has one; then O alone before a row is one.
    """
    if not _EXPLAINED.search(view.text):
        return view
    text = _EXPLAINED.sub("○", view.text)
    text = _BEFORE_ROW.sub(lambda found: f"{found['blank']}○", text)
    return replace(view, text=text)
