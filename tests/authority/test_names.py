"""Names are parted from their legal forms, and identifiers are verified."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.authority.check_digit import is_corporate_number, is_ror_id
from kg.authority.name import compare
from tests.authority.build import names
from tests.authority.registers import number, ror


@pytest.mark.parametrize(
    ("ours", "theirs", "likeness"),
    [
        pytest.param("株式会社架空電機", "株式会社架空電機", "EQUAL", id="equal"),
        pytest.param("(株)架空電機", "株式会社架空電機", "EQUAL", id="form cut short"),
        pytest.param("㈱架空電機", "株式会社 架空電機", "EQUAL", id="one sign, blank"),
        pytest.param("株式会社ＫＫ", "株式会社KK", "EQUAL", id="full width"),
        pytest.param("架空省", "架空省", "EQUAL", id="no form at all"),
        pytest.param("株式会社髙橋", "株式会社高橋", "VARIANT", id="variant kanji"),
        pytest.param("株式会社架空", "架空株式会社", "SIDE", id="other side"),
        pytest.param("架空電機", "株式会社架空電機", "OURS_BARE", id="ours bare"),
        pytest.param("国立大学法人架空大学", "架空大学", "THEIRS_BARE", id="ROR"),
        pytest.param("株式会社架空", "有限会社架空", "FORMS", id="other form"),
    ],
)
def test_names_are_compared_with_their_forms(ours, theirs, likeness):
    one, other = names().read(ours), names().read(theirs)

    assert one.folded == other.folded
    assert compare(one, other).name == likeness


@pytest.mark.parametrize(
    "name",
    ["株式会社架空電機", "架空電機㈱", "株式会社", "ＫＫ株式会社", "髙橋 商店", ""],
)
def test_what_finds_a_name_is_its_folded_core(name):
    assert names().found(name) == names().read(name).folded


@given(st.integers(0, 10**12 - 1), st.integers(1, 9))
def test_a_corporate_number_with_one_wrong_check_digit_is_found(body, shift):
    right = number(body)
    wrong = str((int(right[0]) - 1 + shift) % 9 + 1) + right[1:]

    assert is_corporate_number(right)
    assert is_corporate_number(wrong) == (wrong == right)


@given(st.integers(0, 32**6 - 1), st.integers(0, 99))
def test_a_ror_id_has_one_checksum(body, other):
    right = ror(body)
    wrong = f"{right[:7]}{other:02}"

    assert is_ror_id(right)
    assert is_ror_id(wrong) == (wrong == right)


@pytest.mark.parametrize("text", ["", "12345", "０" * 13, "0123456789012", "x" * 13])
def test_no_identifier(text):
    assert not is_corporate_number(text)
    assert not is_ror_id(text)
