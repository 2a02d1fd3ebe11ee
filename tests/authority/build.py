"""Link the small record, without a command."""

from functools import cache

from kg.authority import Names, link_files, read_subjects
from kg.gazetteer import load_gazetteer
from kg.graph import build_graph, open_store
from kg.resources import data_path
from tests.graph.small_record import BASE, RECORD


@cache
def names():
    """Return how names are read."""
    return Names(load_gazetteer(data_path() / "gazetteer"))


@cache
def subjects():
    """Return what the small record tells of."""
    return read_subjects(open_store(build_graph((RECORD,), BASE)), names())


def link(folder, *contents, extra=b""):
    """Return what files of these *contents* give, their names saying nothing.

    *extra* are N-Quads that the graph has too.
    """
    ours = subjects()
    if extra:
        ours = read_subjects(open_store(build_graph((RECORD,), BASE), extra), names())
    paths = []
    for place, content in enumerate(contents):
        path = folder / f"download-{place}"
        path.write_bytes(content)
        paths.append(path)
    return link_files(paths, ours, names())


def standings(linked, subject=None):
    """Return the standing of each link by its object, of one *subject* or all."""
    return {
        one.object.rpartition("/")[2]: str(one.standing)
        for one in linked.links
        if subject is None or one.subject.endswith(subject)
    }
