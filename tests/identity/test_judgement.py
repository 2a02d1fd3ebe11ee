"""The ledger of judgements: lines, errors, and which line is in force."""

import datetime as dt

import pytest

from kg.errors import JudgementError
from kg.identity import (
    format_judgement,
    in_force,
    make_judgement,
    read_judgements,
    unmatched,
)
from kg.model import Judgement, Verdict
from tests.identity.rows import read_one

LINE = "2026-01-31\t橘\tperson/a\tperson/b\tsame\tone chair\n"
HEAD = "date\tjudge\tleft\tright\tverdict\tnote\n"


def test_read_and_write_are_inverse(tmp_path):
    path = tmp_path / "judgements.tsv"
    path.write_text(f"# a remark\n{HEAD}\n{LINE}", encoding="utf-8")

    (one,) = read_judgements(path)

    assert one == Judgement(
        dt.date(2026, 1, 31), "橘", "person/a", "person/b", Verdict.SAME, "one chair"
    )
    assert format_judgement(one) == LINE


def test_no_file_no_judgements(tmp_path):
    assert read_judgements(tmp_path / "judgements.tsv") == ()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param("2026-01-31\t橘\ta\tb", "6 columns", id="too short"),
        pytest.param("31.1.2026\t橘\ta\tb\tsame\t", "2026-01-31", id="date"),
        pytest.param("2026-01-31\t橘\ta\tb\tmaybe\t", "same, different", id="verdict"),
        pytest.param("2026-01-31\t\ta\tb\tsame\t", "judge", id="no judge"),
        pytest.param("2026-01-31\t橘\ta\ta\tsame\t", "about two", id="one with itself"),
    ],
)
def test_an_error_names_file_and_line(tmp_path, line, words):
    path = tmp_path / "judgements.tsv"
    path.write_text(LINE + line, encoding="utf-8")

    with pytest.raises(JudgementError, match=words) as error:
        read_judgements(path)

    assert error.value.line == 2
    assert f"{path}, line 2" in str(error.value)


def make(left, right, verdict):
    return make_judgement(left, right, verdict, judge="橘", date="2026-01-31")


def test_the_last_line_about_a_pair_is_in_force():
    ledger = [make("a", "b", "same"), make("b", "c", "same"), make("b", "a", "unsure")]

    assert in_force(ledger) == (ledger[1], ledger[2])


def test_a_note_stays_in_its_line():
    one = make_judgement(
        "a", "b", "same", judge="橘", date="2026-01-31", note="two\nlines\tand a tab"
    )

    assert format_judgement(one).count("\n") == 1
    assert one.note == "two lines and a tab"


def test_unmatched():
    seen = read_one("2019-04-12 / 架空審議会 1 / 委員 / 橘 一葉")
    known, unknown = make(seen.key, seen.person, "same"), make(seen.key, "x", "same")

    assert unmatched([known, unknown], [seen]) == (unknown,)
