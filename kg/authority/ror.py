"""Read the dump of the Research Organization Registry, in its schemas 1 and 2."""

from collections.abc import Iterator, Mapping
from typing import IO, Any

from kg.authority.check_digit import is_ror_id
from kg.authority.items import read_items
from kg.authority.record import Record, Scope, Wanted
from kg.errors import AuthorityFileError
from kg.graph import OUTSIDE
from kg.model import Authority

_JAPAN = "JP"
_FULL = frozenset({"label", "ror_display"})

_Entry = Mapping[str, Any]  # what JSON may hold; each part is looked at before use


def read_ror(file: IO[bytes], where: str, wanted: Wanted) -> Iterator[Record | Scope]:
    """Yield the entries in *file* that go by a *wanted* name, then the scope.

    Raises AuthorityFileError for broken JSON, and for entries of another schema.
    """
    count = 0
    for entry in read_items(file, "item", where):
        count += 1
        try:
            record = _record(entry)
        except (KeyError, TypeError, AttributeError) as error:
            reason = f"entry {count} is of no known schema of ROR ({error!r})"
            raise AuthorityFileError(where, reason) from error
        if any(map(wanted, (*record.names, *record.others))):
            yield record
    yield Scope(count)


def _record(entry: _Entry) -> Record:
    """Return one *entry* of either schema."""
    ror = entry["id"].rpartition("/")[2]
    second = "names" in entry
    names, others = _names_2(entry) if second else _names_1(entry)
    country = _country_2(entry) if second else entry["country"]["country_code"]
    return Record(
        id=OUTSIDE[Authority.ROR] + ror,
        label=names[0] if names else ror,
        names=names,
        others=others,
        doubts=tuple(_doubts(entry, ror, country)),
        ties=tuple(_ties(entry, second=second)),
    )


def _names_1(entry: _Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return full names and others of schema 1; Japanese first."""
    labels = [
        label["label"]
        for label in sorted(entry["labels"], key=lambda one: one["iso639"] != "ja")
    ]
    full = dict.fromkeys((*labels, entry["name"]))
    return tuple(full), (*entry["aliases"], *entry["acronyms"])


def _names_2(entry: _Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return full names and others of schema 2; Japanese first."""
    names = sorted(entry["names"], key=lambda one: one.get("lang") != "ja")
    full = [one["value"] for one in names if _FULL & set(one["types"])]
    others = [one["value"] for one in names if not _FULL & set(one["types"])]
    return tuple(dict.fromkeys(full)), tuple(dict.fromkeys(others))


def _country_2(entry: _Entry) -> str:
    """Return the country of the first place in schema 2."""
    places = entry["locations"]
    return str(places[0]["geonames_details"]["country_code"]) if places else ""


def _doubts(entry: _Entry, ror: str, country: str) -> Iterator[str]:
    """Say what keeps *entry* from being certain."""
    if not is_ror_id(ror):
        yield f"the checksum of {ror} is wrong"
    if entry["status"] != "active":
        after = [
            one["id"].rpartition("/")[2]
            for one in entry["relationships"]
            if one["type"].lower() == "successor"
        ]
        words = ", ".join(sorted(after))
        yield f"{entry['status']}" + (f", successor {words}" if words else "")
    if country != _JAPAN:
        yield f"in another country ({country})"


def _ties(entry: _Entry, *, second: bool) -> Iterator[str]:
    """Yield the IRIs of the items of Wikidata that *entry* names."""
    found = entry["external_ids"]
    if second:
        items = [i for one in found if one["type"] == "wikidata" for i in one["all"]]
    else:
        items = found.get("Wikidata", {}).get("all") or []
        items = [items] if isinstance(items, str) else items
    for item in sorted(items):
        yield OUTSIDE[Authority.WIKIDATA] + item
