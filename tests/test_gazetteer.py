"""Each entry of the tables finds its own examples, and no other entry does."""

import tomllib
from pathlib import Path

import pytest

from kg.errors import ResourceError
from kg.gazetteer import load_gazetteer
from kg.model import Role
from kg.resources import data_path

FOLDER = data_path() / "gazetteer"
WORDS = load_gazetteer(FOLDER)


def _table(name):
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def _examples(name, *keys):
    table, found = _table(name), []
    for key in keys:
        entries = table[key] if isinstance(table[key], list) else [table[key]]
        for entry in entries:
            found += [pytest.param(entry, text, id=text) for text in entry["examples"]]
    return found


def _lines(name, *keys):
    return [row.values[1] for row in _examples(name, *keys)]


@pytest.mark.parametrize(("entry", "example"), _examples("roles.toml", "role"))
def test_role_examples(entry, example):
    words = example.strip("【】")
    exact, suffix = WORDS.role(words), WORDS.role_suffix(words)
    found = exact or (suffix.word if suffix else None)

    assert found is not None
    assert (found.word in entry["words"], found.role) == (True, entry["role"])


@pytest.mark.parametrize("example", _lines("posts.toml", "head", "post"))
def test_post_examples(example):
    text, _, right = example.partition(" =")
    unit, _, post = right.partition("|")

    found = WORDS.post_suffix(text)

    assert (text[: found.unit_end], found.reading) == (unit.strip(), post.strip())


@pytest.mark.parametrize(
    ("entry", "example"), _examples("organizations.toml", "ending")
)
def test_ending_examples(entry, example):
    found = WORDS.ending(example)

    assert found.word in entry["words"]
    assert (found.kind, found.body) == (entry["kind"], entry["body"])


@pytest.mark.parametrize("example", _lines("organizations.toml", "form"))
def test_legal_form_examples(example):
    text, _, right = example.partition(" = ")
    name, _, form = right.partition(" | ")

    found = WORDS.legal_form(text)

    assert (text[found.name_start : found.name_end], found.form) == (name, form)


@pytest.mark.parametrize(("entry", "example"), _examples("bodies.toml", "body"))
def test_body_examples(entry, example):
    assert WORDS.organization(example).name == entry["name"]


def test_bodies_share_no_name():
    """A name or an alias leads to one body alone."""
    names = [
        n for b in _table("bodies.toml")["body"] for n in (b["name"], *b["aliases"])
    ]

    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("printed", "key"), _table("variants.toml")["examples"].items()
)
def test_variants_meet(printed, key):
    assert WORDS.fold(printed) == key


@pytest.mark.parametrize(
    ("text", "unit", "post"),
    [
        pytest.param("国際戦略局長", "国際戦略局", "局長", id="shared"),
        pytest.param("総合政策課課長補佐", "総合政策課", "課長補佐", id="doubled"),
        pytest.param(
            "農産会議事務局長", "農産会議事務局", "事務局長", id="of a council"
        ),
        pytest.param("室付参事官", "室", "参事官", id="attached, no unit"),
        pytest.param("副長官補室付参事官", "副長官補室", "参事官", id="attached"),
        pytest.param("事務局 局長", "事務局", "局長", id="blank between"),
        pytest.param(
            "協創センター 研究センター長", "協創センター", "研究センター長", id="alone"
        ),
        pytest.param("山岳連盟会長", "山岳連盟", "会長", id="no 連盟会"),
    ],
)
def test_post_and_unit(text, unit, post):
    found = WORDS.post_suffix(text)

    if text.startswith("室付"):
        assert found.reading == post
    else:
        assert (text[: found.unit_end], found.reading) == (unit, post)


@pytest.mark.parametrize(
    ("printed", "reading"),
    [("C00", "COO"), ("CT0", "CTO"), ("C1O", "CIO"), ("CEO", "CEO")],
)
def test_misread_letters(printed, reading):
    """Zeros that OCR reads for O are kept as printed beside the reading."""
    found = WORDS.post_suffix(printed)

    assert (found.text, found.reading) == (printed, reading)
    assert found.inferred == (printed != reading)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("政府関係者（関係行政機関の職員）", Role.OFFICIAL),
        ("オブザーバー（関係省庁）", Role.OBSERVER),
        ("＜有識者（順不同）＞", Role.EXPERT),
        ("欠席委員", Role.MEMBER),
        ("関係府省等出席者", Role.OFFICIAL),
        ("出席者", None),
        ("委員以外の出席者", None),
    ],
)
def test_headings(heading, role):
    found = WORDS.heading(heading)

    assert (found.role if found else None) == role


@pytest.mark.parametrize(
    ("text", "word", "start"),
    [
        ("橘座長代理", "座長代理", 1),
        ("副委員長", "副委員長", 0),
        ("大鳥小委員長", "小委員長", 2),
    ],
)
def test_longest_title_at_the_end(text, word, start):
    found = WORDS.role_suffix(text)

    assert (found.word.word, found.start) == (word, start)


def test_missing_table_is_named(tmp_path: Path):
    with pytest.raises(ResourceError, match=r"roles\.toml"):
        load_gazetteer(tmp_path)
