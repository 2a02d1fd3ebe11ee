"""Find the words that touch a theme, by the triggers of its concept."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.mention.passage import Found, Passage
from kg.model import Form, Label, Theme

_EXCEPT = "!"


def find_themes(passage: Passage, themes: Iterable[Theme]) -> Iterator[Found]:
    """Yield each place of *passage* that has a trigger of one of *themes*.

    A trigger that begins with ! is an exception: where it stands, no other
    trigger of the theme counts (!光量子 of 量子).
    """
    text = passage.text.lower()
    for theme in themes:
        wanted = [t for t in theme.triggers if not t.startswith(_EXCEPT)]
        holes = [
            match.span()
            for trigger in theme.triggers
            if trigger.startswith(_EXCEPT)
            for match in _occurrences(text, trigger.removeprefix(_EXCEPT))
        ]
        last = 0
        hits = [m.span() for trigger in wanted for m in _occurrences(text, trigger)]
        for start, end in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
            hidden = any(a <= start and end <= b for a, b in holes)
            if start < last or hidden:
                continue
            last = end
            yield Found(
                start,
                end,
                Label.THEME,
                f"a trigger of {theme.name}",
                Form.NAME,
                target=theme.id,
            )


def _occurrences(text: str, trigger: str) -> Iterator[re.Match[str]]:
    """Yield where *trigger* stands; letters only as whole words: PQC, not EPQCs."""
    if trigger.lower() not in text:
        return iter(())
    return _pattern(trigger).finditer(text)


@cache
def _pattern(trigger: str) -> re.Pattern[str]:
    """Return what finds *trigger* in small letters."""
    words = re.escape(trigger.lower())
    whole = rf"(?<![a-z0-9]){words}(?![a-z0-9])" if trigger.isascii() else words
    return re.compile(whole)
