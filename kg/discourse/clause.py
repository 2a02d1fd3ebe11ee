"""Cut a clause out of a sentence, and read what it is about."""

import re

from kg.discourse.passage import Sentence
from kg.model import Basis, Grounded

# それでは、 よって、 ほかに意見がなければ、
_LEAD = re.compile(
    r"^(?:(?:それでは|では|よって|次に|また|なお|以上より|したがって|そこで|そのため"
    r"|よろしければ|ということで|まず|続いて|(?:ほかに|他に)?(?:御|ご)?(?:意見|質問|発言|質疑|異議)[^、。]{0,6}"
    r"(?:なければ|ないようですので|ないようなので|ありませんので|ないので|なしと認め)"
    r"|本件調査のため|(?:本|当)(?:委員会|部会|会議|検討会|審議会|協議会|研究会)として(?:は)?|お諮りいたします)(?:、|,)?\s*)+"
)
# 議案第五号は、 工法については、
_TOPIC = re.compile(
    r"^(?P<matter>[^、。:]{1,60}?)(?:については|につきましては|に関しては|について|は(?!、?ない))(?=、|[^、]|$)"
)
_COLON = re.compile(r"^(?P<matter>[^:、。]{1,24}):")
_OBJECT = re.compile(
    r"(?P<matter>[^、。]+?)を(?:(?:一部)?修正の上、?|全会一致で|賛成多数で|次回(?:まで|に)|(?!条件|前提)[^、。を]{1,12}として)?(?:御|ご)?$"
)
_THAT = re.compile(
    r"(?P<matter>[^、。]+?こと)(?:で|に|として|とし|と)(?:おおむね|概ね)?、?$"
)
_NO_MATTER = re.compile(
    r"(?:条件|前提|採決|質疑|討論|として)$|^(?:そのよう|これで|この際|本日|以上|異議|皆様)|の賛成$"
)
_CONDITION = re.compile(
    r"(?P<condition>[^、。]+?)(?:ということ)?を(?:条件|前提)(?:に|として|と)|(?P<form>[^、。]+?)という条件(?:で|の下)"
)
JOINED = re.compile(r"(?:と(?:いた)?し|し|とする|ということで|すること(?:とし|で))?、")


class Clause:
    """A part of a sentence before the word that settles it."""

    def __init__(self, sentence: Sentence, start: int, end: int) -> None:
        """Take `sentence.body[start:end]` without what leads into it."""
        raw = sentence.body[start:end]
        joined = JOINED.match(raw) if start else None
        skip = joined.end() if joined else 0
        self.text, more = _bare(raw[skip:])
        self.sentence = sentence
        self.start = start + skip + more

    def grounded(self, found: re.Match[str], group: str) -> Grounded[str]:
        """Return what *found* holds in *group*, as printed."""
        return self.at(*found.span(group))

    def at(self, start: int, end: int) -> Grounded[str]:
        """Return `text[start:end]` with its place."""
        spans = self.sentence.part(self.start + start, self.start + end)
        return Grounded(self.text[start:end], Basis.STATED, spans)

    def whole(self) -> Grounded[str] | None:
        """Return all of the clause, its topic's particle included."""
        return self.at(0, len(self.text)) if self.text.strip() else None

    def matter(self) -> Grounded[str] | None:
        """Return the words that say what is settled, or None.

        The object before the word (資料2を), else the topic of the clause nearest to
        it (工法については), else what ends in こと.
        """
        found = _OBJECT.search(self.text)
        if found and not _NO_MATTER.search(found["matter"]):
            return self.grounded(found, "matter")
        if listed := _COLON.match(self.text):
            return self.grounded(listed, "matter")
        for start in (*_clause_starts(self.text), 0):
            topic = _TOPIC.match(self.text[start:])
            if topic and not _NO_MATTER.search(topic["matter"]):
                first, last = topic.span("matter")
                return self.at(start + first, start + last)
        found = _THAT.search(self.text)
        return self.grounded(found, "matter") if found else None

    def condition(self) -> Grounded[str] | None:
        """Return the clause that is a condition: …を条件に."""
        found = _CONDITION.search(self.text)
        if found is None:
            return None
        group = "condition" if found["condition"] else "form"
        start, end = found.span(group)
        topic, matter = _TOPIC.match(self.text[start:end]), self.matter()
        if topic and matter and topic["matter"] == matter.value:
            start += topic.end()
        return self.at(start, end)


def _clause_starts(text: str) -> list[int]:
    """Return where the clauses behind each 、 start, the last first."""
    return [at.end() for at in re.finditer("、", text)][::-1]


def _bare(text: str) -> tuple[str, int]:
    """Return *text* without それでは and the like, and how much that was."""
    lead = _LEAD.match(text)
    skip = lead.end() if lead else 0
    return text[skip:], skip
