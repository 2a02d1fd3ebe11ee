"""Bytes are decoded as they were written, or not at all."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.document.encoding import decode, known_encoding
from kg.errors import ConfigError, DocumentRefusedError

RECORD = "第１回　架空会議　議事録\n出席者：\n　委員　佐藤　花子（株式会社カクウ）\n"
JAPANESE = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0x9FFF), min_size=1, max_size=60
)


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("cp932", "cp932"),
        ("euc_jp", "euc-jp"),
        ("iso2022_jp", "iso-2022-jp"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("utf-32", "utf-32"),
    ],
)
def test_encodings_are_found(codec, encoding):
    decoded = decode(RECORD.encode(codec), "a.txt")

    assert decoded.text.removeprefix("\ufeff") == RECORD
    assert decoded.encoding == encoding
    assert decoded.basis
    assert 0.5 < decoded.confidence <= 1


@pytest.mark.parametrize(
    ("words", "codec"),
    [
        ("①㈱髙橋　進", "cp932"),
        ("①架空会議の議事録", "euc_jis_2004"),
        ("ｱ議事録", "iso2022_jp_ext"),
    ],
)
def test_characters_of_makers_are_read(words, codec):
    assert decode(words.encode(codec), "a.txt").text == words


@pytest.mark.parametrize("codec", ["cp932", "euc_jp", "iso2022_jp", "utf-8", "utf-16"])
@given(text=JAPANESE)
@example(text="村")
def test_no_text_becomes_another(codec, text):
    """What is not sure is refused; a wrong text is never given."""
    try:
        data = text.encode(codec)
    except UnicodeEncodeError:
        return
    if not data.strip():
        return
    try:
        decoded = decode(data, "a.txt")
    except DocumentRefusedError:
        return
    assert decoded.text == data.decode(codec)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param("議".encode()[:2], "--encoding", id="two fit"),
        pytest.param("議事録の一部です".encode()[:-1], "not UTF-8", id="cut UTF-8"),
        pytest.param(
            ("議事録" * 9).encode().replace(b"\x8b", b"\xff", 1), "byte", id="bad"
        ),
        pytest.param(
            "Café déjà vu à l'été".encode("latin-1"), "not UTF-8", id="Latin-1"
        ),
        pytest.param("議事".encode("utf-16")[:-1], "utf-16", id="cut UTF-16"),
        pytest.param(b"\xef\xbb\xbf\xff", "not UTF-8", id="mark of UTF-8 alone"),
        pytest.param(b"\x1b$B\x21", "ISO-2022-JP", id="broken escapes"),
        pytest.param(b"a\0\0\0b\0c", "binary", id="NULs"),
        pytest.param(
            "\ud800".encode("utf-8", "surrogatepass"), "UTF-8", id="surrogate"
        ),
    ],
)
def test_what_is_not_sure_is_refused(data, reason):
    with pytest.raises(DocumentRefusedError, match=reason) as caught:
        decode(data, "a.txt")

    assert "\n" not in str(caught.value)


def test_the_user_decides():
    data = "議事".encode("euc_jp")

    assert decode(data, "a.txt", "EUC-JP").text == "議事"
    with pytest.raises(DocumentRefusedError, match="not utf-8"):
        decode(data, "a.txt", "utf8")


@pytest.mark.parametrize("name", ["latin-1", "utf-7", "", "no such", "a\0b"])
def test_other_encodings_are_not_known(name):
    with pytest.raises(ConfigError, match="use one of"):
        known_encoding(name)
