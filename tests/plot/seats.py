"""Write by hand who sat where: a line for a meeting, a cell for a person."""

from kg.model import Held, Seating, Sitting, Touch

MODES = {"P": "in-person", "W": "online", "O": "unknown"}
BASES = {"": "stated", "*": "default"}


def held(council, number, day, unnamed=None):
    """Return a meeting of a council that is called by a letter."""
    return Held(
        meeting=f"m/{council}/{number}",
        name=f"架空{council}会議（第{number}回）",
        council=f"c/{council}",
        council_name=f"架空{council}会議",
        number=str(number),
        day=day,
        unnamed=unnamed,
        documents=(f"https://example.org/doc/{council}{number}",),
    )


def sitting(meeting, name, sign):
    """Return a row of a roster from a *sign*: P W O, A absent, R proxy, * default.

    A lower case letter is somebody who is no member.
    """
    letter, star = sign.rstrip("*"), "*" if sign.endswith("*") else ""
    absent, proxy = "A" in letter.upper(), "R" in letter.upper()
    mode = next((MODES[c] for c in letter.upper() if c in MODES), "unknown")
    basis = BASES[star]
    return Sitting(
        meeting=meeting.meeting,
        agent=f"p/{name}",
        name=name.partition("/")[0],
        person=True,
        mode=mode,
        absent=absent,
        proxy=proxy,
        member=letter.isupper() and not proxy,
        bases=(basis if absent else "stated", basis, basis if proxy else "default"),
        evidence="doc L1",
    )


def seating(table, undecided=(), touches=()):
    """Return the seating of a table of (meeting, {name: sign}, …)."""
    return Seating(
        meetings=tuple(meeting for meeting, _ in table),
        sittings=tuple(
            sitting(meeting, name, sign)
            for meeting, row in table
            for name, sign in row.items()
        ),
        undecided=tuple((f"p/{a}", f"p/{b}") for a, b in undecided),
        touches=tuple(
            Touch(meeting.meeting, f"t/{name}", name, f"{name} (en)", salience)
            for meeting, name, salience in touches
        ),
        documents=len(table),
        version="sha256:0123456789ab",
    )


A1, A2 = held("甲", 1, "2023-05-01"), held("甲", 2, "2024-05-01", unnamed=2)
B1, C1 = held("乙", 1, "2023-06-01"), held("丙", 1, "")

SMALL = seating(
    [
        (A1, {"山田 花": "P*", "田中 実": "W", "鈴木 朗": "A", "係 一": "o"}),
        (A2, {"山田 花": "O", "代 理子": "WR", "佐藤 凪": "P"}),
        (B1, {"山田 花": "O", "佐藤 凪/2": "O", "高橋 澄": "O"}),
        (C1, {"高橋 澄": "O"}),
    ],
    undecided=[("佐藤 凪", "佐藤 凪/2")],
    touches=[
        (A1, "水質", "about"),
        (A2, "水質", "mentions"),
        (B1, "水質", "mentions"),
        (C1, "橋", "unknown"),
    ],
)


def large(people=90, meetings=50, councils=70):
    """Return a seating with more rows and columns than a picture can show."""
    first = [
        (
            held("大", number, f"{1970 + number}-04-01"),
            {
                f"架空 太郎{one:02}": "PWOA"[(one + number) % 4] + "*" * (one % 2)
                for one in range(people)
                if (one * number) % 3
            },
        )
        for number in range(1, meetings + 1)
    ]
    others = [
        (
            held(f"小{one:02}", 1, "2024-01-01"),
            {f"架空 太郎{(one * step) % people:02}": "P" for step in range(1, 9)},
        )
        for one in range(councils)
    ]
    themes = [
        (meeting, f"架空のテーマ{one:02}", ("about", "mentions", "unknown")[one % 3])
        for place, (meeting, _) in enumerate(first)
        for one in range(80)
        if (one + place) % 5 == 0
    ]
    return seating([*first, *others], touches=themes)
