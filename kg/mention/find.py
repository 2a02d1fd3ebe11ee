"""Run the recognizers over one record."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kg.gazetteer import Gazetteer
from kg.mention.alias import find_acronyms, find_definitions
from kg.mention.compound import find_compounds, find_municipal
from kg.mention.ginza import Name
from kg.mention.known import find_known, find_nominal, index_names
from kg.mention.named import keep_names
from kg.mention.overlap import merge
from kg.mention.passage import (
    Found,
    Passage,
    read_passages,
    read_titles,
    to_mention,
)
from kg.mention.post import find_people
from kg.mention.roster import read_roster
from kg.mention.shortened import find_shortened
from kg.mention.theme import find_themes
from kg.model import Label, Mention, Minutes, Theme

Recogniser = Callable[[Iterable[str]], tuple[tuple[Name, ...], ...]]
"""A model: texts in NFKC in, the names in each out."""


def find_mentions(
    minutes: Minutes,
    gazetteer: Gazetteer,
    recognise: Recogniser,
    themes: tuple[Theme, ...] = (),
) -> tuple[Mention, ...]:
    """Return the people, bodies and themes that the running text names."""
    passages = read_passages(minutes)
    first = merge(
        to_mention(passage, found, recognizer, gazetteer)
        for passage, found, recognizer in (
            *_by_rule(minutes, passages, gazetteer),
            *_by_model(passages, gazetteer, recognise),
        )
    )
    bodies = read_roster(minutes, gazetteer).organizations
    own = tuple(key for key, target in bodies.items() if target is None)
    more = _learnt(passages, first, own, gazetteer)
    touched = (
        to_mention(passage, found, "theme", gazetteer)
        for passage in (*passages, *read_titles(minutes))
        for found in find_themes(passage, themes)
    )
    return merge((*first, *more, *touched))


def _by_rule(
    minutes: Minutes, passages: tuple[Passage, ...], gazetteer: Gazetteer
) -> Iterator[tuple[Passage, Found, str]]:
    """Yield what the tables, the roster and the shape of the words give."""
    roster = read_roster(minutes, gazetteer)
    people = index_names({*roster.full, *roster.people, *roster.starts})
    bodies = index_names(roster.organizations)
    for passage in passages:
        for found in find_people(passage, people, roster, gazetteer):
            yield passage, found, "post"
        for found in find_known(passage, bodies, roster.organizations, gazetteer):
            yield passage, found, "gazetteer" if found.target else "record"
        for found in find_nominal(passage, gazetteer):
            yield passage, found, "nominal"
        for found in find_compounds(passage, gazetteer):
            yield passage, found, "compound"
        for found in find_municipal(passage, gazetteer):
            yield passage, found, "municipal"
    for passage, found in find_acronyms(passages, gazetteer):
        yield passage, found, "alias"


def _by_model(
    passages: tuple[Passage, ...], gazetteer: Gazetteer, recognise: Recogniser
) -> Iterator[tuple[Passage, Found, str]]:
    """Yield what the model gives and the words bear out."""
    texts = tuple(passage.text for passage in passages)
    for passage, names in zip(passages, recognise(texts), strict=True):
        for found in keep_names(passage, names, gazetteer):
            yield passage, found, "ginza"


def _learnt(
    passages: tuple[Passage, ...],
    mentions: tuple[Mention, ...],
    own: tuple[str, ...],
    gazetteer: Gazetteer,
) -> Iterator[Mention]:
    """Yield other places of names that the text itself introduced.

    星見町 of 星見町の条例 is the same body elsewhere, and 機構 is the one that
    （以下「機構」という。） has called so, from there on. *own* are the names of
    the record's roster.
    """
    called: dict[str, str | None] = {}
    known = index_names(called)
    starts = [mention.span.start for mention in mentions]
    for passage in passages:
        inside = mentions[slice(*_within(passage, starts))]
        count = len(called)
        for found in (
            *find_definitions(passage, inside, gazetteer),
            *find_shortened(passage, inside, own, gazetteer),
        ):
            called[gazetteer.fold(passage.text[found.start : found.end])] = found.target
            yield to_mention(passage, found, "alias", gazetteer)
        known = index_names(called) if len(called) > count else known
        for found in find_known(passage, known, called, gazetteer):
            yield to_mention(passage, found, "alias", gazetteer)
    names = _introduced(mentions, gazetteer)
    index = index_names(names)
    for passage in passages:
        for found in find_known(passage, index, names, gazetteer):
            yield to_mention(passage, found, "repeated", gazetteer)


def _within(passage: Passage, starts: Sequence[int]) -> tuple[int, int]:
    """Return which of the mentions with these *starts* begin in *passage*."""
    origins = passage.view.origins
    first, last = origins[passage.start], origins[passage.end]
    return bisect_left(starts, first), bisect_left(starts, last)


def _introduced(
    mentions: tuple[Mention, ...], gazetteer: Gazetteer
) -> Mapping[str, str | None]:
    """Return the names of bodies that only the words themselves gave away.

    架空管工株式会社 is also called 架空管工.
    """
    sources = {"compound", "municipal", "ginza"}
    names: dict[str, str | None] = {}
    for mention in mentions:
        if mention.label is not Label.ORGANIZATION:
            continue
        if mention.recognizers[0] not in sources:
            continue
        names[mention.key] = mention.target
        if form := gazetteer.legal_form(mention.key):
            names[mention.key[form.name_start : form.name_end]] = None
    return names
