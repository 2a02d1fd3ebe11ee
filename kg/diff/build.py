"""Compare two builds: documents, things of their graphs, people merged or split."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.diff.compare import sort_changes
from kg.diff.lookup import ask, gather, make_side
from kg.diff.pair import pair_rows, rename
from kg.diff.tally import count_things
from kg.diff.thing import UNLISTED, Thing, read_graphs, read_things, shorten
from kg.graph import Lines, Patch, Store, changed_graphs, read_lines
from kg.model import Change, ChangeKind, Compared, Comparison, Side, Tally

_MOST_SPANS = 6
"""A person of many meetings is shown on these, not on all."""


@dataclass(frozen=True, slots=True)
class Build:
    """One build: its store, the lines of its documents, each document's names."""

    store: Store
    lines: Mapping[str, Lines]
    files: Mapping[str, str]
    meetings: Mapping[str, str]

    def name(self, graph: str) -> str:
        """Return what people call a *graph*: its meetings, else its file."""
        return self.meetings.get(graph) or self.files.get(graph) or graph

    def side(self, spans: Iterable[str], value: str = "") -> Side:
        """Return the side of something that rests on *spans*."""
        return make_side(spans, self.lines, value)


NOWHERE = Side(stated=False)


def compare_builds(
    old: Store, new: Store, patch: Patch, names: tuple[str, str] = ("old", "new")
) -> Comparison:
    """Return what differs between the builds *old* and *new*, called *names*.

    *patch* is what turns the one into the other; only the graphs that it touches
    are looked at.
    """
    before, after = _open(old), _open(new)
    touched = changed_graphs(patch)
    pairs = tuple(_pairs(touched, before, after))
    said = (
        read_graphs(old, {one for one, _ in pairs if one is not None}),
        read_graphs(new, {other for _, other in pairs if other is not None}),
    )
    changes: list[Change] = []
    tallies: list[Tally] = []
    for one, other in pairs:
        changes.append(_document(one, other, before, after))
        old_said = said[0].get(one, []) if one is not None else []
        new_said = said[1].get(other, []) if other is not None else []
        left = read_things(old_said)
        right = read_things(rename(new_said, pair_rows(old_said, new_said)))
        kinds = dict(_kinds(left, right, same=one == other))
        name = after.name(other) if other is not None else before.name(one or "")
        tallies.extend(count_things(name, kinds, left, right))
        if one is not None and other is not None:
            changes.extend(_things(kinds, left, right, (before, after), name))
    changes.extend(_people(before, after))
    return Comparison(
        Compared(names[0], names[0], documents=tuple(sorted(before.files))),
        Compared(names[1], names[1], documents=tuple(sorted(after.files))),
        sort_changes(changes),
        tallies=tuple(tallies),
    )


def _open(store: Store) -> Build:
    """Return *store* with the names of its documents."""
    rows = ask(store, "documents")
    meetings = gather(rows, "document", "meetingName")
    return Build(
        store,
        read_lines(store),
        {row["document"]: row.get("file", "") for row in rows},
        {document: "、".join(found) for document, found in meetings.items()},
    )


def _pairs(
    touched: Iterable[str], before: Build, after: Build
) -> Iterator[tuple[str | None, str | None]]:
    """Yield the touched graphs, each with its counterpart in the other build.

    A document is named by its bytes, so a corrected one is another; it replaces the
    one whose file name it has, where one file bears that name on each side.
    """
    names = sorted(touched)
    only_old = [one for one in names if one in before.files and one not in after.files]
    only_new = [one for one in names if one in after.files and one not in before.files]
    taken: set[str] = set()
    for one in names:
        if one in only_new:
            continue
        if one not in only_old:
            yield one, one
            continue
        files = before.files[one]
        twins = [new for new in only_new if files and after.files[new] == files]
        alone = sum(before.files[old] == files for old in only_old) == 1
        if alone and len(twins) == 1:
            taken.add(twins[0])
            yield one, twins[0]
        else:
            yield one, None
    for other in only_new:
        if other not in taken:
            yield None, other


def _document(
    one: str | None, other: str | None, before: Build, after: Build
) -> Change:
    """Return what became of a document, or of a graph that is none."""
    if one is None and other is not None:
        name, file = after.name(other), after.files.get(other, "")
        here = Side(file)
        return Change(ChangeKind.DOCUMENT_ADDED, other, name, NOWHERE, here)
    if one is not None and other is None:
        here = Side(before.files.get(one, ""))
        kind = ChangeKind.DOCUMENT_REMOVED
        return Change(kind, one, before.name(one), here, NOWHERE)
    first, second = one or "", other or ""
    same = first == second
    kind = ChangeKind.DOCUMENT_CHANGED if same else ChangeKind.DOCUMENT_REPLACED
    return Change(
        kind,
        first,
        after.name(second),
        Side(before.files.get(first, "")),
        Side(after.files.get(second, "")),
        other="" if same else second,
    )


def _kinds(
    left: Mapping[str, Thing], right: Mapping[str, Thing], *, same: bool
) -> Iterator[tuple[str, ChangeKind]]:
    """Yield the things of one graph that differ, each with how.

    Where the document is another one (not the *same*) every span is another too.
    """
    for iri in sorted({*left, *right}):
        if iri not in left:
            yield iri, ChangeKind.GAINED
        elif iri not in right:
            yield iri, ChangeKind.LOST
        else:
            one, other = left[iri], right[iri]
            moved = same and one.spans != other.spans
            if one.facts != other.facts or moved:
                yield iri, ChangeKind.ALTERED


def _things(
    kinds: Mapping[str, ChangeKind],
    left: Mapping[str, Thing],
    right: Mapping[str, Thing],
    builds: tuple[Build, Build],
    document: str,
) -> Iterator[Change]:
    """Yield the changes of things; a reading only where its thing stays as it was.

    A document that is replaced is another thing, which is told of the document.
    """
    names = {
        iri: thing.name for things in (left, right) for iri, thing in things.items()
    }
    for iri, kind in kinds.items():
        thing = right.get(iri) or left[iri]
        renamed = thing.group == "document" and kind is not ChangeKind.ALTERED
        if thing.group in UNLISTED or thing.of in kinds or renamed:
            continue
        one, other = left.get(iri), right.get(iri)
        yield Change(
            kind,
            thing.iri,
            thing.name,
            _side(one, other, builds[0], names),
            _side(other, one, builds[1], names),
            group=thing.group,
            document=document,
        )


def _side(
    one: Thing | None, other: Thing | None, build: Build, names: Mapping[str, str]
) -> Side:
    """Return what *one* says that the *other* does not; things by their *names*."""
    if one is None:
        return NOWHERE
    facts = one.facts if other is None else one.facts - other.facts
    value = "; ".join(
        f"{name} {_called(words, names)}" for name, words in sorted(facts)
    )
    return build.side(one.spans, value)


def _called(value: str, names: Mapping[str, str]) -> str:
    """Return *value*, a thing of the graph by its name and the end of its IRI."""
    if value not in names:
        return shorten(value)
    return f"{names[value]} <{value.rpartition('/')[2]}>"


def _people(before: Build, after: Build) -> Iterator[Change]:
    """Yield people who were merged into others, or parted again."""
    old, new = (
        {(row["person"], row["into"]): row for row in ask(build.store, "replaced")}
        for build in (before, after)
    )
    for kind, rows, known in (
        (ChangeKind.MERGED, new, old),
        (ChangeKind.SPLIT, old, new),
    ):
        for (person, into), row in rows.items():
            if (person, into) in known:
                continue
            name, into_name = row.get("name", person), row.get("intoName", into)
            ends = (person, into) if kind is ChangeKind.MERGED else (into, person)
            yield Change(
                kind,
                person,
                name,
                _of_person(ends[0], before, name),
                _of_person(ends[1], after, into_name),
                other=into,
            )


def _of_person(person: str, build: Build, name: str) -> Side:
    """Return the words that *person* rests on in one build, where *name* is said."""
    rows = ask(build.store, "evidence", node=[person])
    return build.side([row["span"] for row in rows][:_MOST_SPANS], name)
