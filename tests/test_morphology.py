"""Names are told apart only where the dictionary supports one way."""

import pytest

from kg.morphology import is_given, is_surname, sound, split_name, words


@pytest.mark.parametrize(
    ("name", "split"),
    [
        pytest.param("波多野睦子", ("波多野", "睦子"), id="three characters of four"),
        pytest.param("原宏彰", ("原", "宏彰"), id="one before two"),
        pytest.param("雁部光太郎", ("雁部", "光太郎"), id="given name that holds one"),
        pytest.param("笠井ふゆ子", ("笠井", "ふゆ子"), id="kana"),
        pytest.param("鳴海ことり", ("鳴海", "ことり"), id="kana, a word"),
        pytest.param("黒姫誠司", ("黒姫", "誠司"), id="a place as surname"),
        pytest.param("東京から", None, id="a place and a particle"),
        pytest.param("国立大学", None, id="no name"),
        pytest.param("京都大学", None, id="no name, 学 is a given name"),
        pytest.param("事務局長", None, id="a post"),
        pytest.param("関する", None, id="a verb, 関 is a surname"),
        pytest.param("橘", None, id="nothing to split"),
    ],
)
def test_split_name(name, split):
    assert split_name(name) == split


@pytest.mark.parametrize("word", ["橘", "北川", "勅使川原", "早乙女", "由良木"])
def test_surnames(word):
    assert is_surname(word)


@pytest.mark.parametrize("word", ["量子", "委員", "座長", "会議", "今後"])
def test_no_surnames(word):
    assert not is_surname(word)


def test_given_names():
    assert (is_given("律"), is_given("委員")) == (True, False)


@pytest.mark.parametrize("short", [False, True])
def test_words_keep_their_places(short):
    """Words joined are the text, also where it is longer than Sudachi takes."""
    text = "光量子科学技術研究拠点を設ける。\n" * 1200

    found = words(text, short=short)

    assert "".join(word.surface for word in found) == text
    assert all(text[w.start : w.end] == w.surface for w in found)


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("佐藤 進", "さとうすすむ"),
        ("佐藤　進", "さとうすすむ"),
        ("波多野睦子", "はたのむつこ"),
        ("国土交通省", "こくどこうつうしょう"),
        ("量子コンピューティング", "りょうしこんぴゅーてぃんぐ"),
        ("みなと塾", "みなとじゅく"),
        # Without kanji there is nothing to be read.
        ("QIH", ""),
        ("みなと", ""),
        ("", ""),
    ],
)
def test_names_sound_as_the_dictionary_reads_them(name, read):
    assert sound(name) == read
