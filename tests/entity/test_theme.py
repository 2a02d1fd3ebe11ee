"""What a meeting and its parts are about, and what they only mention."""

import pytest

from kg.entity.theme import Weights, read_discussions
from kg.model import (
    Access,
    AgendaItem,
    Attribution,
    Basis,
    Document,
    Form,
    Grounded,
    Handout,
    Heading,
    Label,
    Mention,
    Minutes,
    Salience,
    Source,
    Span,
    Statement,
    Theme,
)

WATER, ROADS, MONEY = "t:water", "t:roads", "t:money"
THEMES = (
    Theme(WATER, "水道"),
    Theme(ROADS, "道路"),
    Theme(MONEY, "予算", crossing=True),
)
WORDS = {"水道": WATER, "道路": ROADS, "予算": MONEY}
WEIGHTS = Weights(
    heading=3.0, item=2.0, handout=0.5, titles=2, statements=8.0, crossing=0.1,
    least=2.0, share=0.3, most=2,
)  # fmt: skip


def read(*, title="会議", agenda=(), handouts=(), said=(), method="trigger"):
    """Return the discussions of a record with these parts, a line each."""
    lines = (title, *agenda, *handouts, *said)
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:i]) for i in range(len(lines))]
    spans = [Span(a, a + len(line)) for a, line in zip(starts, lines, strict=True)]
    first, last = 1 + len(agenda), 1 + len(agenda) + len(handouts)
    document = Document(
        "test", Source("test.txt", "0" * 64, "text/plain", "utf-8"), text
    )
    minutes = Minutes(
        document=document,
        heading=Heading(title=title, title_span=spans[0]),
        agenda=tuple(
            AgendaItem(number, words, (span,))
            for number, (words, span) in enumerate(
                zip(agenda, spans[1:first], strict=True), 1
            )
        ),
        handouts=tuple(
            Handout(number, None, words, Grounded(Access.OPEN, Basis.DEFAULT), span)
            for number, (words, span) in enumerate(
                zip(handouts, spans[first:last], strict=True), 1
            )
        ),
        statements=tuple(
            Statement(number, words, (span,), Attribution.WITHHELD)
            for number, (words, span) in enumerate(
                zip(said, spans[last:], strict=True), 1
            )
        ),
    )
    mentions = [
        Mention(
            Span(at, at + len(word)), word, word, Label.THEME, Form.NAME, (method,),
            target=theme,
        )
        for word, theme in WORDS.items()
        for at in range(len(text))
        if text.startswith(word, at)
    ]  # fmt: skip
    return read_discussions(minutes, mentions, THEMES, WEIGHTS)


def of_meeting(discussions):
    """Return the meeting's themes with their salience, the heaviest first."""
    return [
        (one.theme, one.salience)
        for one in discussions
        if isinstance(one.about, Heading)
    ]


ABOUT, MENTIONS = Salience.ABOUT, Salience.MENTIONS


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(
            {"title": "水道審議会", "said": ["道路。道路。", "案。"]},
            [(ROADS, ABOUT), (WATER, ABOUT)],
            id="named-by-the-council-or-said-most",
        ),
        pytest.param(
            {
                "agenda": ["水道について"],
                "said": ["道路。", "水道。", "水道。", "水道。"],
            },
            [(WATER, ABOUT), (ROADS, MENTIONS)],
            id="on-the-agenda-and-beside-it",
        ),
        pytest.param(
            {"handouts": ["水道", "水道", "水道", "水道"]},
            [(WATER, MENTIONS)],
            id="many-papers-of-one-theme-count-twice",
        ),
        pytest.param(
            {"said": ["予算。", "予算。予算。"]},
            [(MONEY, MENTIONS)],
            id="what-crosses-every-field-said-only",
        ),
        pytest.param(
            {"title": "予算委員会", "said": ["水道。"]},
            [(WATER, ABOUT), (MONEY, ABOUT)],
            id="what-crosses-every-field-in-a-title",
        ),
        pytest.param(
            {"title": "水道と道路の予算"},
            [(MONEY, ABOUT), (ROADS, ABOUT), (WATER, MENTIONS)],
            id="no-more-than-most",
        ),
        pytest.param({"said": ["案。"]}, [], id="nothing"),
    ],
)
def test_what_a_meeting_is_about(parts, expected):
    assert of_meeting(read(**parts)) == expected


LONG = "。" * 100


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("水道。", [(WATER, 1.0, ABOUT)], id="short"),
        pytest.param(f"水道{LONG}", [(WATER, 1.0, MENTIONS)], id="once-in-a-long-one"),
        pytest.param(
            f"水道{LONG}水道と道路",
            [(WATER, 1.0, ABOUT), (ROADS, 0.5, MENTIONS)],
            id="what-it-comes-back-to",
        ),
        pytest.param(
            "水道と道路。",
            [(WATER, 1.0, ABOUT), (ROADS, 1.0, ABOUT)],
            id="two-in-a-short-one",
        ),
    ],
)
def test_what_a_statement_is_about(said, expected):
    found = [one for one in read(said=[said]) if isinstance(one.about, Statement)]

    assert [(one.theme, one.score, one.salience) for one in found] == expected


def test_a_title_is_about_what_it_names():
    found = read(agenda=["水道と道路"], handouts=["水道の資料"])

    assert {
        (type(one.about), one.theme, one.salience)
        for one in found
        if not isinstance(one.about, Heading)
    } == {
        (AgendaItem, WATER, ABOUT),
        (AgendaItem, ROADS, ABOUT),
        (Handout, WATER, ABOUT),
    }


def test_a_discussion_keeps_its_words_and_ways():
    (meeting, part) = read(said=["水道と水道。"], method="vector")

    assert meeting.evidence == part.evidence
    assert [span.end - span.start for span in part.evidence] == [2, 2]
    assert (part.methods, part.score) == (("vector",), 1.0)
