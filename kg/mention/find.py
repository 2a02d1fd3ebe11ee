"""Run the recognizers over one record."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.gazetteer import Gazetteer
from kg.mention.alias import find_acronyms, find_definitions, roster_definitions
from kg.mention.anaphor import find_anaphors
from kg.mention.apposed import find_apposed
from kg.mention.compound import find_compounds, find_municipal
from kg.mention.ginza import Compound, Recognised, compare
from kg.mention.known import find_known, find_nominal, index_names
from kg.mention.named import keep_names
from kg.mention.near import index_labels, match_term
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
from kg.mention.term import weigh_terms
from kg.mention.theme import find_themes, index_scheme
from kg.model import Form, Label, Mention, Minutes, Span, Term, Theme

Recogniser = Callable[[Iterable[str]], tuple[Recognised, ...]]
"""A model: texts in NFKC in, the names and compounds in each out."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What the running text names, in order, and the terms that name no theme.

    *terms* are the noun compounds that are part of no name and no theme's phrase,
    the best first.
    """

    found: tuple[Mention, ...]
    terms: tuple[Term, ...] = ()


def find_mentions(
    minutes: Minutes,
    gazetteer: Gazetteer,
    recognise: Recogniser,
    themes: tuple[Theme, ...] = (),
) -> tuple[Mention, ...]:
    """Return the people, bodies and themes that the running text names."""
    return read_text(minutes, gazetteer, recognise, themes).found


def read_text(
    minutes: Minutes,
    gazetteer: Gazetteer,
    recognise: Recogniser,
    themes: tuple[Theme, ...] = (),
) -> Mentions:
    """Return what `find_mentions` does, and the terms beside it."""
    passages = read_passages(minutes)
    read = recognise(passage.text for passage in passages)
    recognised = tuple(zip(passages, read, strict=True))
    first = merge(
        to_mention(passage, found, recognizer, gazetteer)
        for passage, found, recognizer in (
            *_by_rule(minutes, passages, gazetteer),
            *_by_model(recognised, gazetteer),
        )
    )
    bodies = read_roster(minutes, gazetteer).organizations
    own = tuple(key for key, target in bodies.items() if target is None)
    called = roster_definitions(minutes, gazetteer)
    more = tuple(_learnt(passages, first, own, called, gazetteer))
    touched = tuple(
        to_mention(passage, found, recognizer, gazetteer)
        for passage, found, recognizer in find_themes(
            passages, read_titles(minutes), index_scheme(themes)
        )
    )
    taken = [mention.span for mention in (*first, *more, *touched)]
    terms = weigh_terms(_free(recognised, taken))
    named = {mention.target for mention in touched if "title" in mention.recognizers}
    matched, rest = _match(terms, themes, named, gazetteer)
    return Mentions(merge((*first, *more, *touched, *matched)), rest)


def _by_rule(
    minutes: Minutes, passages: tuple[Passage, ...], gazetteer: Gazetteer
) -> Iterator[tuple[Passage, Found, str]]:
    """Yield what the tables, the roster and the shape of the words give."""
    roster = read_roster(minutes, gazetteer)
    people = index_names({*roster.full, *roster.people, *roster.starts})
    bodies = index_names(roster.organizations)
    for passage in passages:
        for found in (
            *find_people(passage, people, roster, gazetteer),
            *find_apposed(passage, gazetteer),
        ):
            yield passage, found, "post"
        for found in find_known(passage, bodies, roster.organizations, gazetteer):
            yield passage, found, "gazetteer" if found.target else "record"
        for found in (
            *find_nominal(passage, gazetteer),
            *find_anaphors(passage, gazetteer),
        ):
            yield passage, found, "nominal"
        for found in find_compounds(passage, gazetteer):
            yield passage, found, "compound"
        for found in find_municipal(passage, gazetteer):
            # 大村からは: a village, or somebody of the roster
            if passage.text[found.start : found.end] not in roster.people:
                yield passage, found, "municipal"
    for passage, found in find_acronyms(passages, gazetteer):
        yield passage, found, "alias"


def _by_model(
    recognised: Iterable[tuple[Passage, Recognised]], gazetteer: Gazetteer
) -> Iterator[tuple[Passage, Found, str]]:
    """Yield what the model gives and the words bear out."""
    for passage, read in recognised:
        for found in keep_names(passage, read.names, gazetteer):
            yield passage, found, "ginza"


def _free(
    recognised: Iterable[tuple[Passage, Recognised]], taken: Iterable[Span]
) -> Iterator[tuple[Passage, Compound]]:
    """Yield the compounds that overlap none of the places that are *taken*."""
    spans = sorted(set(taken))
    starts = [span.start for span in spans]
    longest = max((span.end - span.start for span in spans), default=0)
    for passage, read in recognised:
        for compound in read.compounds:
            span = passage.span(compound.start, compound.end)
            first = bisect_left(starts, span.start - longest)
            last = bisect_left(starts, span.end)
            if not any(one.overlaps(span) for one in spans[first:last]):
                yield passage, compound


def _match(
    terms: tuple[Term, ...],
    themes: tuple[Theme, ...],
    named: Collection[str | None],
    gazetteer: Gazetteer,
) -> tuple[list[Mention], tuple[Term, ...]]:
    """Return mentions of themes by *terms* that name them, and the other terms.

    What the titles have *named* is the theme of all that is said there; a statement
    of a 量子技術会議 says 量子技術 without turning to it.
    """
    labels = index_labels(themes)
    matched: list[Mention] = []
    rest: list[Term] = []
    for term in terms:
        match = match_term(term, labels, compare)
        if match is None:
            rest.append(term)
        if match is None or match.theme.id in named:
            continue
        matched.extend(
            Mention(
                span=span,
                text=term.name,
                key=gazetteer.fold(term.name),
                label=Label.THEME,
                form=Form.NAME,
                recognizers=(match.method,),
                reason=match.reason,
                target=match.theme.id,
            )
            for span in term.spans
        )
    return matched, tuple(rest)


def _learnt(
    passages: tuple[Passage, ...],
    mentions: tuple[Mention, ...],
    own: tuple[str, ...],
    defined: Mapping[str, str],
    gazetteer: Gazetteer,
) -> Iterator[Mention]:
    """Yield other places of names that the text itself introduced.

    星見町 of 星見町の条例 is the same body elsewhere, and 機構 is the one that
    （以下「機構」という。） has called so, from there on. *own* are the names of
    the record's roster, *defined* the short names that it defines.
    """
    called: dict[str, str | None] = dict(defined)
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
