"""A patch turns one graph into another, by our hands and by any store's."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ExportError
from kg.graph import (
    Patch,
    apply_patch,
    diff_lines,
    diff_stores,
    diff_triples,
    graph_lines,
    open_changed,
    open_store,
    read_patch_turtle,
    write_patch_turtle,
    write_update,
)
from kg.graph.nquads import sorted_lines
from kg.graph.store import Store

DEFAULT = ox.DefaultGraph()
NAMES = [ox.NamedNode(f"https://example.org/{name}") for name in "abcd"]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
LITERALS = st.one_of(
    TEXT.map(ox.Literal),
    TEXT.map(lambda text: ox.Literal(text, language="ja")),
    st.integers(0, 9).map(ox.Literal),
)
QUADS = st.frozensets(
    st.builds(
        ox.Quad,
        st.sampled_from(NAMES),
        st.sampled_from(NAMES),
        st.one_of(st.sampled_from(NAMES), LITERALS),
        st.sampled_from([DEFAULT, *NAMES[:2]]),
    ),
    max_size=12,
)


def say(quads):
    """Return what a store of *quads* says: its named graphs, or all if it has none."""
    return {quad for quad in quads if quad.graph_name != DEFAULT} or set(quads)


@given(QUADS, QUADS)
def test_a_patch_applied_to_one_graph_gives_the_other(old, new):
    before, after = sorted_lines(old), sorted_lines(new)

    patched = apply_patch(before, diff_lines(before, after))

    assert tuple(after) == patched


@given(QUADS, QUADS)
def test_a_store_that_runs_the_update_holds_the_other_graph(old, new):
    """What is written is plain SPARQL Update: nothing of ours is needed."""
    store = ox.Store()
    store.extend(old)
    patch = diff_lines(sorted_lines(old), sorted_lines(new))

    store.update(write_update(patch))

    assert sorted_lines(new) == sorted_lines(set(store))


@given(QUADS, QUADS)
def test_two_turtle_files_give_the_other_graph_without_names(old, new):
    before = sorted_lines({quad.triple for quad in say(old)})
    patch = diff_triples(Store(old), Store(new))
    halves = [write_patch_turtle(half) for half in (patch.removed, patch.added)]

    read = read_patch_turtle(*halves)

    assert read == patch
    assert apply_patch(before, read) == tuple(
        sorted_lines({quad.triple for quad in say(new)})
    )


@given(QUADS)
def test_nothing_differs_from_itself(quads):
    lines = sorted_lines(quads)

    patch = diff_lines(lines, lines)

    assert not patch
    assert write_update(patch) == "# no difference\n"


def test_the_lines_of_a_store_are_those_of_its_named_graphs():
    line = (
        '<https://example.org/a> <https://example.org/b> "橘" <https://example.org/c> .'
    )

    store = open_store(f"{line}\n".encode(), vocabulary=())

    assert graph_lines(store) == (line,)


def test_a_blank_node_is_refused():
    line = '_:x <https://example.org/b> "橘" .'

    with pytest.raises(ExportError, match="blank node"):
        write_update(Patch(added=(line,)))


@given(QUADS, QUADS)
def test_stores_differ_as_their_lines_do(old, new):
    one, other = Store(old), Store(new)

    assert diff_stores(one, other) == diff_lines(graph_lines(one), graph_lines(other))


@given(QUADS, QUADS)
def test_files_are_compared_without_loading_what_is_the_same(
    tmp_path_factory, old, new
):
    """Either it cannot be told, or the graphs that differ give the whole patch."""
    folder = tmp_path_factory.mktemp("files")
    for name, quads in (("old", old), ("new", new)):
        lines = sorted_lines({q for q in quads if q.graph_name != DEFAULT})
        (folder / f"{name}.nq").write_text(
            "".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n"
        )

    changed = open_changed(folder / "old.nq", folder / "new.nq")

    one, other = (
        Store({q for q in quads if q.graph_name != DEFAULT}) for quads in (old, new)
    )
    assert changed is not None
    assert diff_stores(*changed) == diff_stores(one, other)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["<a:b> <a:b> <a:b> ."], id="no graph"),
        pytest.param(["?"], id="no data"),
    ],
)
def test_files_that_must_be_loaded_whole(tmp_path, lines):
    (tmp_path / "old.nq").write_text("", encoding="utf-8")
    data = "".join(f"{line}\n" for line in lines)
    (tmp_path / "new.nq").write_text(data, encoding="utf-8")

    assert open_changed(tmp_path / "old.nq", tmp_path / "new.nq") is None
