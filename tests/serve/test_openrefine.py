"""500 names, as lists of people have them, are reconciled through the running server.

Whoever can be told for certain is matched; of namesakes, of a name alone and of another
spelling the reader decides, who sees the right one first; of strangers nobody is.
Of the 500 cells 260 can be told for certain, and 410 mean somebody.
"""

import subprocess
import sys
from collections import Counter
from dataclasses import dataclass

import pytest

from tests.graph.small_record import BASE
from tests.serve.openrefine import Refine

FAMILIES = [
    "架山", "空川", "虚田", "仮野", "幻森", "夢井", "想島", "偽原", "影沢", "霞谷",
    "霧峰", "朧月", "幽岡", "玄池", "漠浜", "髙梨", "渡邊", "齋木", "濱崎", "瀧藤",
]  # fmt: skip
GIVEN = [
    "一葉", "二葉", "三郎", "四季", "五月", "六花", "七海", "八雲", "九重", "十和",
    "百合", "千春", "万里", "億斗", "兆治",
]  # fmt: skip
KANA = ["トモ", "ミチル", "ガク", "サチ", "ユウ", "みのり", "あおい", "しおん"]
BODIES = [f"架空第{number}大学" for number in range(1, 26)]
COMPANIES = [
    f"ＡＢ{letter}架空電機" for letter in "ＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶ"
]
COMMON = {"髙": "高", "邊": "辺", "齋": "斎", "濱": "浜", "瀧": "滝"}
"""Kanji by the forms that a clerk would write instead."""
HALF = str.maketrans(
    {
        "ト": "ﾄ", "モ": "ﾓ", "ミ": "ﾐ", "チ": "ﾁ", "ル": "ﾙ", "ガ": "ｶﾞ", "ク": "ｸ",
        "サ": "ｻ", "ユ": "ﾕ", "ウ": "ｳ",
    }
)  # fmt: skip
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
ORG, FOAF = "http://www.w3.org/ns/org#", "http://xmlns.com/foaf/0.1/"
PERSON, ORGANIZATION = "foaf:Person", "org:Organization"


@dataclass(frozen=True)
class Cell:
    """What stands in a list, what it means, and whether that is certain."""

    sort: str
    text: str
    type: str
    body: str = ""
    means: str = ""
    sure: bool = False


def people():
    """Return all that sit somewhere: id, name, number of the body.

    The last forty bear names of others, who sit elsewhere.
    """
    names = [family + given for family in FAMILIES for given in GIVEN]
    names += [family + given for family in FAMILIES[:15] for given in KANA]
    found = [(f"person/p{n}", name, n % len(BODIES)) for n, name in enumerate(names)]
    return found + [
        (f"person/q{n}", name, (n + 7) % len(BODIES))
        for n, name in enumerate(names[:40])
    ]


PEOPLE = people()


def cells():
    """Yield 500 cells; the sorts are those that lists of members have."""
    namesakes = PEOPLE[:40]
    alone = PEOPLE[40:225]  # 架山 to 漠浜, whom nobody shares a name with
    variants = PEOPLE[225:300]  # 髙梨 to 瀧藤
    kana = [one for one in PEOPLE[300:420] if one[1][2:] in KANA[:5]]
    for iri, name, body in alone[:100]:
        yield Cell("exact", name, PERSON, BODIES[body], iri, sure=True)
    for iri, name, body in alone[100:150]:
        text = f"{name[:2]}　 {name[2:]}"
        yield Cell("blanks", text, PERSON, BODIES[body], iri, sure=True)
    for iri, name, _ in alone[150:185]:
        yield Cell("name alone", name, PERSON, "", iri)
    for iri, name, body in variants:
        text = "".join(COMMON.get(character, character) for character in name)
        yield Cell("variant", text, PERSON, BODIES[body], iri)
    for iri, name, body in kana[:65]:
        text = name.translate(HALF)
        yield Cell("half-width kana", text, PERSON, BODIES[body], iri, sure=True)
    for iri, name, body in namesakes:
        yield Cell("namesake", name, PERSON, BODIES[body], iri)
        yield Cell("namesake alone", name, PERSON)
    for number, name in enumerate(COMPANIES):
        narrow = name.translate({n: n - 0xFEE0 for n in range(0xFF21, 0xFF3B)})
        iri = f"org/c{number}"
        yield Cell("organization", narrow, ORGANIZATION, "", iri, sure=True)
    for number, name in enumerate(BODIES):
        yield Cell("organization", name, ORGANIZATION, "", f"org/{number}", sure=True)
    for number in range(25):
        name = f"無名{FAMILIES[number % 15]}{number}兵衛"
        yield Cell("unknown", name, PERSON, BODIES[number])
        # a reading says whom it could mean, and the graph has none: nobody is guessed
        yield Cell("reading", f"かやま{KANA[number % 8]}", PERSON, BODIES[number])


CELLS = list(cells())


def triples():
    """Yield the graph of these people and bodies."""
    for number, name in enumerate(BODIES):
        yield f"org/{number}", RDF, f"<{ORG}Organization>"
        yield f"org/{number}", LABEL, f'"{name}"@ja'
    for number, name in enumerate(COMPANIES):
        yield f"org/c{number}", RDF, f"<{ORG}Organization>"
        yield f"org/c{number}", LABEL, f'"{name}"@ja'
    for one, name, body in PEOPLE:
        yield one, RDF, f"<{FOAF}Person>"
        yield one, LABEL, f'"{name}"@ja'
        yield f"{one}/post", f"{ORG}member", f"<{BASE}{one}>"
        yield f"{one}/post", f"{ORG}organization", f"<{BASE}org/{body}>"


@pytest.fixture(scope="module")
def refine(tmp_path_factory):
    """Give a client of `kg serve`, which runs apart."""
    out = tmp_path_factory.mktemp("crowd")
    lines = [f"<{BASE}{s}> <{p}> {o} <{BASE}doc/1> .\n" for s, p, o in triples()]
    (out / "dataset.nq").write_text("".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "kg", "serve", str(out), "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            url = next(w for line in process.stdout for w in line.split()
                       if w.endswith("/reconcile"))  # fmt: skip
            client = Refine(url)
            yield client
            client.close()
        finally:
            process.terminate()


def query(cell):
    """Return a cell as it is asked for."""
    asked = {"query": cell.text, "type": cell.type, "limit": 3}
    if cell.body:
        asked["properties"] = [{"pid": "organization", "v": cell.body}]
    return asked


def test_500_names(refine):
    assert len(CELLS) == 500
    assert len({cell.sort for cell in CELLS}) == 10

    found = refine.reconcile({f"q{n}": query(cell) for n, cell in enumerate(CELLS)})

    first, matched, wrong = Counter(), Counter(), []
    for cell, candidates in zip(CELLS, found.values(), strict=True):
        best = candidates[0]["id"].removeprefix(BASE) if candidates else ""
        first[cell.sort] += bool(cell.means) and best == cell.means
        for one in candidates:
            if one["match"]:
                matched[cell.sort] += 1
                if not cell.sure or one["id"] != BASE + cell.means:
                    wrong.append((cell, one))
    assert not wrong
    for sort, count in Counter(cell.sort for cell in CELLS if cell.means).items():
        assert first[sort] == count, sort
    for sort, count in Counter(cell.sort for cell in CELLS if cell.sure).items():
        assert matched[sort] == count, sort


def test_what_a_user_does_next(refine):
    """They complete a name, look at who is meant, and fetch their bodies."""
    one = f"{BASE}person/p50"
    name = PEOPLE[50][1]

    assert any(found["id"] == one for found in refine.suggest("entity", name[:3]))
    assert name in refine.preview(one)
    assert name in refine.view(one)
    rows = refine.extend([one], ["organization"])["rows"]
    assert rows[one]["organization"][0]["name"] == BODIES[PEOPLE[50][2]]
