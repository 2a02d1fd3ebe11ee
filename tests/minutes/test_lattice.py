"""A line on which several people stand with nothing but blanks between."""

import pytest

from kg.minutes.lattice import part_people
from kg.minutes.letters import join_letters
from tests.minutes.reading import attendees, lexicon, piece


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        pytest.param(
            "総 務 課 長 福 村 一 広 教 育 課 長 三 浦 健 太",
            ["総 務 課 長 福 村 一 広", "教 育 課 長 三 浦 健 太"],
            id="two people in letters, all blanks of one width",
        ),
        pytest.param(
            "教 育 長 三 浦 健 太 総 務 課 長 福 村 一 広",
            ["教 育 長 三 浦 健 太", "総 務 課 長 福 村 一 広"],
            id="a short post before a long one",
        ),
        pytest.param(
            "教　育　長　　　真　壁　久　枝　　　　監 査 事務局長　　三　浦　　　健",
            ["教　育　長　　　真　壁　久　枝", "監 査 事務局長　　三　浦　　　健"],
            id="letters that lead to a whole word",
        ),
        pytest.param(
            "浜名地球環境局長　松江環境管理局長",
            ["浜名地球環境局長", "松江環境管理局長"],
            id="surnames with unit and post",
        ),
        pytest.param(
            "健康部長　衣笠　健康推進課長　楠本",
            ["健康部長　衣笠", "健康推進課長　楠本"],
            id="a surname behind each post",
        ),
        pytest.param(
            "青山 直（青山学舎）　飯島 奏（弁護士）",
            ["青山 直（青山学舎）", "飯島 奏（弁護士）"],
            id="each with a note",
        ),
        pytest.param(
            "◎高木 律　◯小暮 一葉", ["◎高木 律", "◯小暮 一葉"], id="each with a mark"
        ),
        pytest.param(
            "1番　橘　一葉　　　16番　小暮　律",
            ["1番　橘　一葉", "16番　小暮　律"],
            id="each with the number of a seat",
        ),
        pytest.param(
            "三浦 浩二委員長　小暮 律委員",
            ["三浦 浩二委員長", "小暮 律委員"],
            id="the title glued to a given name",
        ),
        pytest.param(
            "委員　ジョン・スミッソン　小暮律",
            ["委員　ジョン・スミッソン", "小暮律"],
            id="a foreign name",
        ),
        pytest.param(
            "架空省　橘 一葉　政策局長",
            ["架空省　橘 一葉　政策局長"],
            id="one row with the name between",
        ),
        pytest.param(
            "委員　小 暮　元三郎",
            ["委員　小 暮　元三郎"],
            id="one name, half in letters",
        ),
    ],
)
def test_part_people(line, rows):
    parts = part_people(piece(line), lexicon())

    assert [part.raw for part in parts] == rows


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param(
            "総 務 課 長 福 村 一 広",
            ["総務課長", "福", "村", "一", "広"],
            id="one width of blank",
        ),
        pytest.param(
            "教 育 長　三浦　健", ["教育長", "三浦", "健"], id="a wider blank behind"
        ),
        pytest.param(
            "監 査 事務局長 三浦 健", ["監査事務局長", "三浦", "健"], id="a last word"
        ),
        pytest.param("福 村 一 広", ["福", "村", "一", "広"], id="a name is none"),
        pytest.param("三浦　健", ["三浦", "健"], id="nothing apart"),
    ],
)
def test_join_letters(line, words):
    whole = piece(line)
    start = 0
    tokens = []
    for word in whole.text.split():
        start = whole.text.index(word, start)
        tokens.append(whole.part(start, start + len(word)))
        start += len(word)

    joined = join_letters(tuple(tokens), lexicon())

    assert [word.text for word in joined] == words


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("知事　藤田 雄一　副知事　瀬川 克己", id="posts"),
        pytest.param("副区長　藤田 雄一　支援部長　瀬川 克己", id="units"),
    ],
)
def test_nobody_swallows_a_neighbour(line):
    found = attendees(line)

    assert [a.name.text for a in found] == ["藤田 雄一", "瀬川 克己"]
    assert all(len(a.affiliations) == 1 for a in found)
