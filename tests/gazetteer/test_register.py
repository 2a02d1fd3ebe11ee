"""Every entry and event of the register is found by its own examples."""

import datetime as dt
import shutil

import pytest

from kg.errors import ResourceError
from kg.gazetteer import load_gazetteer, load_register
from kg.resources import data_path

FOLDER = data_path() / "register"
WORDS = load_gazetteer(data_path() / "gazetteer")
REGISTER = load_register(FOLDER, WORDS)
ENTRIES = [
    pytest.param(text, there, id=f"{entry.id}-{text}")
    for entry in REGISTER.entries.values()
    for text, there in entry.examples
]
EVENTS = [
    pytest.param(event, text, there, id=f"{event.id}-{text}")
    for event in REGISTER.events.values()
    for text, there in event.examples
]


@pytest.mark.parametrize(("text", "there"), ENTRIES)
def test_an_example_leads_to_its_entry(text, there):
    assert REGISTER.resolve((text,)) == there
    assert REGISTER.resolve_exact((text,)) == there


@pytest.mark.parametrize(("text", "there"), ENTRIES)
def test_an_example_leads_to_it_by_its_parts(text, there):
    """Units stand apart in a path; a blank inside a Latin name parts nothing."""
    parts = tuple(text.split())
    if not text.isascii():
        assert REGISTER.resolve_exact(parts) == there


@pytest.mark.parametrize("entry", REGISTER.entries.values(), ids=lambda one: one.id)
def test_an_entry_has_an_example_of_its_own(entry):
    assert any(there == entry.id for _, there in entry.examples)


@pytest.mark.parametrize(("event", "text", "there"), EVENTS)
def test_an_example_of_an_event_leads_over_it(event, text, there):
    before = REGISTER.resolve((text,))

    assert before in event.before
    assert there in event.after
    assert event in REGISTER.events_after(before)
    assert event in REGISTER.events_before(there)


@pytest.mark.parametrize("event", REGISTER.events.values(), ids=lambda one: one.id)
def test_what_an_event_ends_ends_on_the_day_before(event):
    """A body that goes on, and only gives a part away, has another end or none."""
    if event.date is None:
        return
    starts = {REGISTER.entry(one).since for one in event.after} - {None}
    ends = {REGISTER.entry(one).until for one in event.before} - {None}

    assert all(start <= event.date for start in starts)
    assert event.kind == "transfer" or all(
        end >= event.date - dt.timedelta(days=1) for end in ends
    )


@pytest.mark.parametrize(
    ("path", "deepest", "exact"),
    [
        pytest.param(
            ("文部科学省", "研究振興局", "基礎研究振興課"),
            "mext-research-promotion",
            None,
            id="a division that is not registered",
        ),
        pytest.param(
            ("文科省研究振興局",),
            "mext-research-promotion",
            "mext-research-promotion",
            id="glued",
        ),
        pytest.param(
            ("文科省研究振興局基礎研究振興課",),
            "mext-research-promotion",
            None,
            id="glued, with a unit that is not registered",
        ),
        pytest.param(
            ("文部科学省", "大臣官房", "総務課"), "mext-secretariat", None, id="官房"
        ),
        pytest.param(("架空省", "研究振興局"), None, None, id="of an unknown ministry"),
        pytest.param(("大臣官房",), None, None, id="a name that several bear"),
        pytest.param(("宇宙科学研究所",), None, None, id="two of one name"),
        pytest.param(("東京大学出版会",), None, None, id="no part of the university"),
        pytest.param(("総務省共済組合",), None, None, id="no part of the ministry"),
        pytest.param(
            ("株式会社理化学研究所",), None, None, id="a company of that name"
        ),
        pytest.param(("株式会社総務省",), None, None, id="a ministry has no form"),
        pytest.param(
            ("独立行政法人情報通信研究機構",), "nict", "nict", id="an earlier form"
        ),
        pytest.param(
            ("独立行政法人理化学研究所",),
            "riken-iaa",
            "riken-iaa",
            id="an entry that has its form in its name",
        ),
        pytest.param(("慶應義塾",), "keio", "keio", id="no legal form is printed"),
        pytest.param((), None, None, id="nothing"),
    ],
)
def test_a_path_leads_to_the_deepest_entry(path, deepest, exact):
    assert REGISTER.resolve(path) == deepest
    assert REGISTER.resolve_exact(path) == exact


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        pytest.param(("東京工業大学",), ("東京科学大学",), True, id="a merger"),
        pytest.param(
            ("東京医科歯科大学",), ("東京科学大学",), True, id="its other half"
        ),
        pytest.param(
            ("東京工業大学",), ("東京医科歯科大学",), False, id="what became one later"
        ),
        pytest.param(("防衛庁",), ("防衛省", "防衛政策局"), True, id="a rename"),
        pytest.param(("科学技術庁",), ("文科省研究振興局",), True, id="glued"),
        pytest.param(
            ("研究振興局",), ("文部科学省",), True, id="a bureau without its ministry"
        ),
        pytest.param(("総務省",), ("財務省",), False, id="two ministries"),
        pytest.param(
            ("日本原子力研究開発機構",),
            ("量子科学技術研究開発機構",),
            False,
            id="a transfer of a part",
        ),
        pytest.param(
            ("架空データ株式会社",), ("架空データ",), True, id="not registered"
        ),
        pytest.param(("大臣官房",), ("大臣官房",), False, id="of which ministry?"),
        pytest.param((), (), False, id="nothing"),
    ],
)
def test_two_paths_are_of_one_line(one, other, joined):
    shared = REGISTER.lineage(one) & REGISTER.lineage(other)

    assert bool(shared) is joined


def test_what_was_before_and_after():
    assert REGISTER.successors("titech") == ("science-tokyo",)
    assert REGISTER.predecessors("science-tokyo") == ("titech", "tmdu")
    assert REGISTER.successors("jaea") == ()
    assert "genken" not in REGISTER.ancestors("qst")


@pytest.mark.parametrize(
    ("day", "there", "gone"),
    [
        (dt.date(2007, 1, 8), "boeicho", "mod"),
        (dt.date(2007, 1, 9), "mod", "boeicho"),
    ],
)
def test_who_is_there_on_a_day(day, there, gone):
    names = {entry.id for entry in REGISTER.at(day)}

    assert there in names
    assert gone not in names


def broken(tmp_path, file, old, new):
    """Return a copy of the register with one change."""
    folder = tmp_path / "register"
    shutil.copytree(FOLDER, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        pytest.param(
            "ministries.toml",
            'id = "clb"',
            'id = "cas"',
            r"ministries\.toml: cas: this id is used twice",
            id="an id used twice",
        ),
        pytest.param(
            "councils.toml",
            'parent = "cao"',
            'parent = "nobody"',
            r"councils\.toml: csti: there is no entry 'nobody'",
            id="no such parent",
        ),
        pytest.param(
            "ministries.toml",
            'name = "内閣官房"',
            'name = "内閣官房"\nparent = "cas"',
            r"cas → cas: is part of itself",
            id="part of itself",
        ),
        pytest.param(
            "ministries.toml",
            'name = "内閣官房"',
            'name = "内閣官房"\ncolour = "red"',
            r"ministries\.toml: cas: no such key: colour",
            id="no such key",
        ),
        pytest.param(
            "ministries.toml",
            'kind = "cabinet-organ"',
            'kind = "cabinet"',
            r"ministries\.toml: cas: kind 'cabinet' is none of",
            id="no such kind",
        ),
        pytest.param(
            "ministries.toml",
            'sector = "government"',
            'sector = "state"',
            r"ministries\.toml: cas: sector 'state' is none of",
            id="no such sector",
        ),
        pytest.param(
            "councils.toml",
            "until = 2013-12-03",
            "until = 1986-06-30",
            r"councils\.toml: anpo-kaigi: until 1986-06-30 is before since 1986-07-01",
            id="dates out of order",
        ),
        pytest.param(
            "councils.toml",
            "until = 2013-12-03",
            'until = "2013-12-03"',
            r"councils\.toml: anpo-kaigi: until is no date",
            id="no date",
        ),
        pytest.param(
            "changes.toml",
            'id = "jinji-2014"\nkind = "transfer"\nbefore = ["mic-jinji"]',
            'id = "jinji-2014"\nkind = "transfer"\nbefore = ["cas-jinji"]',
            r"cas-jinji → cas-jinji: comes to be its own predecessor",
            id="its own predecessor",
        ),
        pytest.param(
            "changes.toml",
            'kind = "rename"\nbefore = ["okurasho"]\nafter = ["mof"]\n'
            "date = 2001-01-06",
            'kind = "rename"\nbefore = ["okurasho"]\nafter = ["mof"]\n'
            "date = 1990-01-06\nwhy = 1",
            r"changes\.toml: mof-2001: no such key: why",
            id="no such key of an event",
        ),
        pytest.param(
            "changes.toml",
            '"大蔵省 -> mof"',
            '"大蔵省 = mof"',
            r"changes\.toml: mof-2001: the example '大蔵省 = mof' has no ->",
            id="an example of another form",
        ),
    ],
)
def test_a_fault_names_file_and_entry(tmp_path, file, old, new, fault):
    with pytest.raises(ResourceError, match=fault):
        load_register(broken(tmp_path, file, old, new), WORDS)


def test_a_folder_without_files(tmp_path):
    with pytest.raises(ResourceError, match="no file of organizations"):
        load_register(tmp_path, WORDS)
