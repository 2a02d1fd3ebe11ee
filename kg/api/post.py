"""Hold posts with the days on which they were seen, and rows of rosters."""

from dataclasses import dataclass, field

from kg.api.evidence import Evidence
from kg.api.markup import block, table
from kg.api.source import Row, Source
from kg.model import Basis

_MODES = {"Online": "online", "Offline": "in person", "Mixed": "mixed"}
_SHOWN = {
    "ja": {
        "online": "オンライン",
        "in person": "会場",
        "mixed": "併用",
        "unknown": "不明",
    },
    "en": {},
}

_AXES = {
    "ja": ("氏名", "資格", "参加方法", "代理", "欠席の記載"),
    "en": ("name", "role", "mode", "proxy", "recorded as absent"),
}


@dataclass(frozen=True, slots=True, order=True, repr=False)
class Sighting:
    """A roster that shows a post: the *day*, the *meeting*, and the row's IRI."""

    day: str | None
    meeting: str
    iri: str
    source: Source = field(repr=False, compare=False)

    @property
    def evidence(self) -> Evidence:
        """The passages that the row of the roster rests on."""
        return self.source.evidence(self.iri)

    def __repr__(self) -> str:
        """Return the day and the meeting."""
        return f"Sighting({self.day!r}, {self.meeting!r})"


@dataclass(frozen=True, slots=True, repr=False)
class Post:
    """A post, or a seat in a council, that minutes attest on certain days.

    Nothing is said of its beginning and its end: minutes attest a day.
    """

    iri: str
    person: str
    organization: str | None
    role: str | None
    seat: bool
    sightings: tuple[Sighting, ...]
    source: Source = field(repr=False, compare=False)

    @property
    def days(self) -> tuple[str, ...]:
        """The days on which rosters show it."""
        return tuple(dict.fromkeys(one.day for one in self.sightings if one.day))

    @property
    def evidence(self) -> Evidence:
        """The passages that the post rests on."""
        return self.source.evidence(self.iri)

    def __repr__(self) -> str:
        """Return who held what where, and on how many days that was seen."""
        held = f"{self.person!r}, {self.organization!r}, {self.role!r}"
        return f"Post({held}, days={self.days!r})"

    def _repr_html_(self) -> str:
        """Return the post with its sightings for a notebook."""
        title = " ".join(filter(None, (self.person, self.organization, self.role)))
        rows = [(one.day, one.meeting) for one in self.sightings]
        japanese = self.source.language == "ja"
        columns = ("確認", "会合") if japanese else ("seen", "meeting")
        return block(table(columns, rows, title))


@dataclass(frozen=True, slots=True, repr=False)
class Attendance:
    """A row of a roster on its axes; *mode* is online, in person, mixed or unknown.

    *mode_basis* says how the mode is known: by default, where a mark lacks.
    """

    iri: str
    meeting: str
    day: str | None
    name: str
    role: str | None
    group: str | None
    mode: str
    mode_basis: Basis | None
    proxy: bool
    absent: bool
    source: Source = field(repr=False, compare=False)

    @property
    def shown_mode(self) -> str:
        """The mode for people, with * where nothing is printed or it is concluded."""
        word = _SHOWN[self.source.language].get(self.mode, self.mode)
        assumed = self.mode_basis in {Basis.DEFAULT, Basis.INFERRED}
        return word + ("*" if assumed and self.mode != "unknown" else "")

    @property
    def evidence(self) -> Evidence:
        """The passages that the row rests on."""
        return self.source.evidence(self.iri)

    def __repr__(self) -> str:
        """Return who, where, and how, with * where the mode is concluded."""
        return f"Attendance({self.name!r}, {self.meeting!r}, {self.shown_mode!r})"

    def _repr_html_(self) -> str:
        """Return the row on its axes for a notebook."""
        japanese = self.source.language == "ja"
        columns = _AXES["ja" if japanese else "en"]
        yes, no = ("はい", "いいえ") if japanese else ("yes", "no")
        row = (
            self.name,
            self.role,
            self.shown_mode,
            yes if self.proxy else no,
            yes if self.absent else no,
        )
        return block(table(columns, [row], self.meeting))


def read_posts(source: Source, **values: list[str]) -> tuple[Post, ...]:
    """Return the posts that *values* choose, with every roster that shows them."""
    rows: dict[tuple[str, str], list[Row]] = {}
    for row in source.rows("posts", **values):
        rows.setdefault((row["membership"], row["seat"]), []).append(row)
    return tuple(_post(source, found) for found in rows.values())


def read_attendances(source: Source, **values: list[str]) -> tuple[Attendance, ...]:
    """Return the rows of rosters that *values* choose, by day and place."""
    found: dict[str, Attendance] = {}
    for row in source.rows("rosters", **values):
        found.setdefault(row["row"], _attendance(source, row))
    return tuple(found.values())


def _post(source: Source, rows: list[Row]) -> Post:
    """Return the post that *rows* tell of."""
    seen = {
        row["row"]: Sighting(row.get("day"), row["meetingName"], row["row"], source)
        for row in rows
    }
    first = rows[0]
    return Post(
        first["membership"],
        first["personName"],
        first.get("organizationName"),
        first.get("role"),
        first["seat"] == "yes",
        tuple(sorted(seen.values(), key=lambda one: (one.day or "", one.iri))),
        source,
    )


def _attendance(source: Source, row: Row) -> Attendance:
    """Return the row of a roster that *row* tells of."""
    mode = row.get("mode", "").rpartition("/")[2].removesuffix("EventAttendanceMode")
    basis = row.get("modeBasis", "").rpartition("basis-")[2]
    return Attendance(
        iri=row["row"],
        meeting=row["meetingName"],
        day=row.get("day"),
        name=row["name"],
        role=row.get("role"),
        group=row.get("group"),
        mode=_MODES.get(mode, "unknown"),
        mode_basis=Basis(basis) if basis in set(Basis) else None,
        proxy=row["proxy"] == "true",
        absent=row["absent"] == "true",
        source=source,
    )
