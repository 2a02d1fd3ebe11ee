"""Verify the check digits of identifiers, so that a slip of the pen is found."""

import re

# 7000012050002: one check digit, twelve of the number
_CORPORATE = re.compile(r"[1-9][0-9]{12}")
# 03vek6s52: 0, six of Crockford's base 32, two of a checksum
_ROR = re.compile(r"0[0-9a-hj-km-np-tv-z]{6}[0-9]{2}")
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


def is_corporate_number(text: str) -> bool:
    """Tell whether *text* is a 法人番号 with the right check digit.

    The digit is 9 − Σ(Pn·Qn) mod 9, n from the right, Qn = 1, 2, 1 and so on
    (法人番号の指定等に関する省令 第二条).

    >>> is_corporate_number("7000012050002"), is_corporate_number("7000012050003")
    (True, False)
    """
    if not _CORPORATE.fullmatch(text):
        return False
    body = text[:0:-1]
    total = sum(int(digit) * (1 + place % 2) for place, digit in enumerate(body))
    return int(text[0]) == 9 - total % 9


def is_ror_id(text: str) -> bool:
    """Tell whether *text*, nine characters, is a ROR id with the right checksum.

    The last two are 98 − n·100 mod 97 of the number n that the others are in base
    32 (ISO/IEC 7064, mod 97-10).

    >>> is_ror_id("03vek6s52"), is_ror_id("03vek6s53")
    (True, False)
    """
    if not _ROR.fullmatch(text):
        return False
    number = 0
    for character in text[:7]:
        number = number * 32 + _CROCKFORD.index(character)
    return int(text[7:]) == 98 - number * 100 % 97
