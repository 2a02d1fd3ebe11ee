"""Make minutes of a few lines by hand, each line a statement."""

from functools import cache

from kg.discourse import read_discourse
from kg.gazetteer import load_gazetteer
from kg.model import (
    Access,
    Attribution,
    Basis,
    Document,
    Grounded,
    Handout,
    Heading,
    Minutes,
    Source,
    Span,
    Statement,
)
from kg.resources import data_path


@cache
def gazetteer():
    """Return the words for roles and posts."""
    return load_gazetteer(data_path() / "gazetteer")


def minutes(*lines, papers=()):
    """Return minutes whose statements are *lines*: 「橘座長：定刻になりました。」.

    A line in round brackets is nobody's words, one after a bullet (・) has no
    speaker; an arrow before the label stays outside of the statement.
    """
    text, statements, at = "", [], 0
    for line in lines:
        at = len(text)
        text += f"{line}\n"
        if line.startswith(("（", "(")):
            continue
        label, _, words = line.rpartition("：") if "：" in line else ("", "", line)
        bare = label.lstrip("→ ")
        begin = at + len(line) - len(words)
        begin += len(words) - len(words.lstrip("・→QA\u3000 "))
        start = at + len(label) - len(bare)
        statements.append(
            Statement(
                position=len(statements) + 1,
                text=text[begin : at + len(line)],
                spans=(Span(begin, at + len(line)),),
                attribution=Attribution.NAMED if bare else Attribution.WITHHELD,
                label=bare or None,
                speaker=Span(start, start + len(bare)) if bare else None,
            )
        )
    document = Document("d", Source("d", "", "text/plain", "utf-8"), text)
    access = Grounded(Access.OPEN, Basis.DEFAULT)
    handouts = tuple(
        Handout(place, label, label, access, Span(0, 1))
        for place, label in enumerate(papers, 1)
    )
    heading = Heading("架空会議", Span(0, 1))
    return Minutes(document, heading, handouts=handouts, statements=tuple(statements))


def discourse(*lines, papers=()):
    """Return what the statements of *lines* do, and their text."""
    record = minutes(*lines, papers=papers)
    return read_discourse(record, gazetteer()), record.document.text


def words(spans, text):
    """Return the words at *spans*."""
    return "|".join(text[span.start : span.end] for span in spans)
