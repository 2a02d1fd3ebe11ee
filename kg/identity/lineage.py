"""Tell by its name alone which organization a path leads to."""

from collections.abc import Callable

from kg.gazetteer import Gazetteer


def plain_lineage(
    gazetteer: Gazetteer,
) -> Callable[[tuple[str, ...]], frozenset[str]]:
    """Return the lineage that knows no renames: the top name without legal form.

    国立大学法人白峰大学 and 白峰大学 share a key; what became of a body, only a
    register knows.
    """

    def lineage(path: tuple[str, ...]) -> frozenset[str]:
        top = path[0]
        form = gazetteer.legal_form(top)
        name = top[form.name_start : form.name_end] if form else top
        known = gazetteer.organization(name)
        return frozenset({gazetteer.fold(known.name if known else name)})

    return lineage
