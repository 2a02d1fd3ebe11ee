"""What one row of a roster names, and what the rows around it decide."""

import pytest

from kg.minutes.called import surname_cuts
from kg.minutes.choice import choose_rows
from kg.minutes.fit import is_unlikely
from kg.minutes.name import read_name
from kg.minutes.row import read_rows
from tests.minutes.reading import attendees, lexicon, piece


def best(text):
    """Return the reading of *text* with most points."""
    return max(read_rows(piece(text), lexicon()), key=lambda row: row.score)


def words(part):
    return part and "".join(part.text.split())


@pytest.mark.parametrize(
    ("row", "title", "name", "office"),
    [
        pytest.param(
            "委員長野村　有信君", "委員長", "野村有信", None, id="a blank in the name"
        ),
        pytest.param(
            "財務局長谷川　健次君", None, "谷川健次", "財務局長", id="a post glued"
        ),
        pytest.param(
            "サントス　ルイ　架空市国際課理事",
            None,
            "サントスルイ",
            "架空市国際課理事",
            id="both names in kana, before an office",
        ),
        pytest.param(
            "津村 開発企画課長", None, "津村", "開発企画課長", id="開発企画 is a unit"
        ),
        pytest.param("寺尾 防災監", None, "寺尾", "防災監", id="防災監 is a post"),
        pytest.param(
            "マリア　ルシア　関",
            None,
            "マリアルシア関",
            None,
            id="kana, then a surname",
        ),
        pytest.param(
            "総務企画部長　利府 仁",
            None,
            "利府仁",
            "総務企画部長",
            id="a surname that ends like a place",
        ),
        pytest.param(
            "県土整備部　小暮 河川課長",
            None,
            "小暮",
            "県土整備部",
            id="a surname between unit and post",
        ),
        pytest.param(
            "委員　阿形ウメ（あがた うめ）",
            "委員",
            "阿形ウメ",
            None,
            id="its reading shows the name",
        ),
        pytest.param(
            "委員　ＫＡＺＵＨＡ（本名 橘 一葉）",
            "委員",
            "KAZUHA",
            None,
            id="another name shows the name",
        ),
        pytest.param("会長橘一葉", "会長", "橘一葉", None, id="no blank at all"),
        pytest.param(
            "課長補佐谷　貴之", None, "谷貴之", "課長補佐", id="no 課長補 佐谷"
        ),
        pytest.param(
            "事務局長　亀岡 直哉", None, "亀岡直哉", "事務局長", id="no 長亀岡"
        ),
        pytest.param(
            "理事綾瀬川　渚君", "理事", "綾瀬川渚", None, id="理事 of a committee"
        ),
        pytest.param(
            "委員長　兵藤しんいち議員",
            "委員長",
            "兵藤しんいち",
            None,
            id="the chair is a member too",
        ),
        pytest.param(
            "栄養士　児玉　夏希", None, "児玉夏希", "栄養士", id="a post in words"
        ),
        pytest.param(
            "架空省　橘 一葉　政策局長", None, "橘一葉", "架空省政策局長", id="between"
        ),
        pytest.param(
            "図書館　副館長：都丸", None, "都丸", "図書館副館長", id="a colon behind"
        ),
        pytest.param(
            "橘 一葉（西都大学教授、欠席）",
            None,
            "橘一葉",
            "西都大学教授",
            id="a comma within the bracket parts the office from the rest",
        ),
        pytest.param(
            "橘 一葉（途中退席、架空市）", None, "橘一葉", "架空市", id="the rest first"
        ),
        pytest.param(
            "橘 一葉　架空機構（以下「架空水循環機構」という。）",
            None,
            "橘一葉",
            "架空機構",
            id="another name for later is no office",
        ),
        pytest.param(
            "橘 一葉　株式会社渚（旧・架空通信（株））",
            None,
            "橘一葉",
            "株式会社渚",
            id="nor is a former name",
        ),
        pytest.param(
            "小林優乃国際課長", None, "小林優乃", "国際課長", id="full name and unit"
        ),
        pytest.param("森健康局長", None, "森", "健康局長", id="健康局, and no 森健康"),
        pytest.param("成田嘉二委員", "委員", "成田嘉二", None, id="a rare given name"),
        pytest.param(
            "会長　山田部　昌弘　中都大学教授",
            "会長",
            "山田部昌弘",
            "中都大学教授",
            id="a family name that ends like a bureau",
        ),
        pytest.param("トンプソン委員", "委員", "トンプソン", None, id="in katakana"),
        pytest.param("十六番　木下ふみ", None, "木下ふみ", None, id="kanji seat"),
        pytest.param(
            "３番　つるたまさひで", None, "つるたまさひで", None, id="a seat tells"
        ),
        pytest.param("おさかべさやか君", None, "おさかべさやか", None, id="君 tells"),
        pytest.param("玉城デニー君", None, "玉城デニー", None, id="kanji and kana"),
        pytest.param("横　澤　輝　樹　〃", None, "横澤輝樹", None, id="〃 for 君"),
        pytest.param(
            "総 務 課 長 福 村 一 広", None, "福村一広", "総務課長", id="letters"
        ),
        pytest.param(
            "女性会会長　橘 一葉", None, "橘一葉", "女性会会長", id="a society's chair"
        ),
        pytest.param(
            "土岐田照明政策課長", None, "土岐田", "照明政策課長", id="unit and post"
        ),
        pytest.param(
            "神　ひとみ　（小暮誠　欠席）",
            None,
            "神ひとみ",
            None,
            id="of another",
        ),
        pytest.param(
            "歯科医師会　渚会長", None, "渚", "歯科医師会", id="the chair of a society"
        ),
        pytest.param(
            "西都大学　橘会長", "会長", "橘", "西都大学", id="a chair from a university"
        ),
        pytest.param(
            "土岐田副部会長", "副部会長", "土岐田", None, id="no unit of a chair"
        ),
    ],
)
def test_read_rows(row, title, name, office):
    found = best(row)

    assert (words(found.title), words(found.name)) == (title, name)
    assert "".join(map(words, found.affiliation)) == (office or "")


def test_what_ends_in_neither_order_has_a_rival():
    (row,) = (r for r in read_rows(piece("委員長谷川　一郎君"), lexicon()) if r.rival)

    titles = {words(row.title), words(row.rival.title)}
    assert titles == {"委員長", "委員"}


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        pytest.param(
            ["委員長　小暮　律君", "委員長谷川　一郎君"],
            [("委員長", "小暮律"), ("委員", "長谷川一郎")],
            id="somebody else is the chair",
        ),
        pytest.param(
            ["委員長谷川　一郎君", "委員　小暮　律君"],
            [("委員長", "谷川一郎"), ("委員", "小暮律")],
            id="he heads a list without one",
        ),
        pytest.param(
            ["委員　小暮　律君", "委員長谷川　一郎君"],
            [("委員", "小暮律")],
            id="nothing decides",
        ),
        pytest.param(
            ["座　長　小暮　律君", "委　員　長　友香君"],
            [("座長", "小暮律"), ("委員", "長友香")],
            id="長 is a surname where somebody else is the chair",
        ),
        pytest.param(
            ["委　員　小暮　律君", "委　員　長　友香君"],
            [("委員", "小暮律")],
            id="長 may end the role or be a surname",
        ),
        pytest.param(
            ["委　員　長　友香君", "委　員　小暮　律君"],
            [("委員", "小暮律")],
            id="a given name alone is no chair",
        ),
        pytest.param(
            ["委　員　長　小暮　律君", "委　員　橘　一葉君"],
            [("委員長", "小暮律"), ("委員", "橘一葉")],
            id="a surname of his own stands behind 長",
        ),
        pytest.param(
            ["委　員　長　小暮君", "委　員　橘　一葉君"],
            [("委員長", "小暮"), ("委員", "橘一葉")],
            id="a surname alone stands behind 長",
        ),
    ],
)
def test_the_list_decides(rows, people):
    choice = choose_rows([piece(row) for row in rows], lexicon(), called=True)

    assert [(words(r.title), words(r.name)) for r in choice.rows] == people
    assert len(choice.unplaced) == len(rows) - len(people)


@pytest.mark.parametrize(
    ("roster", "people"),
    [
        pytest.param(
            "財務大臣\n国務大臣\n（内閣府特命担\n当大臣（金融）\n）　鈴木　俊一君\n"
            "委員　小暮　律君\n",
            ["鈴木 俊一", "小暮 律"],
            id="posts stacked before 君",
        ),
        pytest.param(
            "特別調\n査室長　弥富木　篤君\n", ["弥富木 篤"], id="a post cut in two"
        ),
        pytest.param(
            "架空開拓農業協同組合長\n松尾　亀吉君\n", ["松尾 亀吉"], id="the name below"
        ),
        pytest.param(
            "農政課長\n中川 博視\n事務局長\n三浦 健\n",
            ["中川 博視", "三浦 健"],
            id="each name below its post",
        ),
        pytest.param(
            "十六番　橘　一葉　　十七番　小暮　律\n",
            ["橘 一葉", "小暮 律"],
            id="seats in kanji numerals on one line",
        ),
        pytest.param("瑞慶覧　長\n朝\n", ["瑞慶覧 長朝"], id="a name cut in two"),
        pytest.param(
            "橘 一葉\n（西都大学教授）\n", ["橘 一葉"], id="a bracket line below"
        ),
        pytest.param(
            "厚生労働大臣　欠席\n小暮 律\n", ["小暮 律"], id="a vacancy above"
        ),
    ],
)
def test_lines_that_a_column_cuts(roster, people):
    assert [a.name.text for a in attendees(roster)] == people


@pytest.mark.parametrize(
    ("roster", "post"),
    [
        pytest.param("特別調\n査室長　弥富木　篤君\n", "特別調査室長", id="cut"),
        pytest.param("農 政 課 長\n中 川 博 視\n", "農政課長", id="letters"),
        pytest.param("橘 一葉\n（西都大学教授）\n", "西都大学教授", id="bracket"),
        pytest.param(
            "橘　一葉　　西都大学　水利科\n　　　　　　特任教授\n",
            "西都大学水利科特任教授",
            id="below the office",
        ),
        pytest.param(
            "橘　一葉　　西都大学水利研究科\n            特任教授\n",
            "西都大学水利研究科特任教授",
            id="narrow blanks below wide ones",
        ),
    ],
)
def test_offices_on_another_line(roster, post):
    (attendee,) = attendees(roster)
    (affiliation,) = attendee.affiliations

    written = "".join(u.value for u in affiliation.units)
    assert post.startswith(written)
    assert post.endswith(affiliation.post.value)


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        pytest.param("渡 辺　まさと", "渡辺", "まさと", id="the surname in letters"),
        pytest.param("五十嵐 幸 雄", "五十嵐", "幸雄", id="the given name in letters"),
        pytest.param("小 暮 律", "小暮", "律", id="all in letters"),
        pytest.param("鰐 淵　　泰 三", "鰐淵", "泰三", id="the widest blank parts"),
        pytest.param("波多野睦子", "波多野", "睦子", id="no blank"),
        pytest.param("中島ハナ", "中島", "ハナ", id="a given name in kana"),
        pytest.param("渡部　県", "渡部", "県", id="渡部 is no bureau of 県"),
    ],
)
def test_names_that_part(text, family, given):
    reading = read_name(piece(text), lexicon())

    assert (reading.family, reading.given) == (family, given)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ジョン・スミス", id="katakana"),
        pytest.param("アン・S.", id="an initial"),
        pytest.param("John Smith", id="latin"),
        pytest.param("服部", id="a surname that ends like a bureau"),
        pytest.param("東海林", id="one surname, and no 東海 林"),
    ],
)
def test_names_that_do_not_part(text):
    reading = read_name(piece(text), lexicon())

    assert reading.score > 1
    assert (reading.family, reading.given) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("申込方法", id="a compound"),
        pytest.param("第一号議案", id="a bill"),
        pytest.param("議事日程", id="the agenda"),
        pytest.param("会長あいさつ", id="a role in it"),
        pytest.param("女性会会長", id="a post"),
        pytest.param("里山ネット", id="kanji and katakana"),
        pytest.param("同課", id="同"),
        pytest.param("調整中", id="nobody yet"),
        pytest.param("環境課長木戸", id="a post before a surname"),
        pytest.param("森林整備", id="common words"),
        pytest.param("五味学　雑賀智", id="two people"),
        pytest.param("副本部長兼　人財開発", id="a post, and one more"),
        pytest.param("兼　人財開発", id="one more post"),
        pytest.param("John\u3000Smith", id="a wide blank between latin words"),
    ],
)
def test_no_names(text):
    assert read_name(piece(text), lexicon()).score == 0


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        pytest.param("浜名地球環境局長", "浜名", id="a bureau"),
        pytest.param("下村文部科学大臣", "下村", id="a minister"),
        pytest.param("土岐田照明政策課長", "土岐田", id="a section"),
        pytest.param("小暮政策審議官", "小暮", id="an officer of no unit"),
        pytest.param("森林整備部長", None, id="a bureau alone"),
        pytest.param("佐原健康局長", "佐原", id="a word that may be a given name"),
        pytest.param("小林優乃国際課長", None, id="a given name before the unit"),
        pytest.param("小川副部会長", None, id="a role, and no unit"),
        pytest.param("鳴海ことり課長", None, id="a given name before the post"),
        pytest.param("東央大学事務局長", None, id="letters of a torn word"),
        pytest.param("橘 一葉", None, id="no post"),
    ],
)
def test_surname_cuts(text, surname):
    cuts = surname_cuts(text, lexicon())

    assert [text[:cut] for cut in cuts[:1]] == ([surname] if surname else [])


@pytest.mark.parametrize(
    ("text", "unlikely"),
    [
        pytest.param("森林", True, id="森林課長: a common word"),
        pytest.param("灘行政情報", True, id="灘行政情報課長: longer than a surname"),
        pytest.param("堀教育", True, id="堀教育次長: a surname and a common word"),
        pytest.param("堀医政", True, id="堀医政局長: 医政 may be the bureau's"),
        pytest.param("瀬戸口", False, id="瀬戸口室長: a surname"),
    ],
)
def test_names_before_a_post(text, unlikely):
    reading = read_name(piece(text), lexicon())

    assert is_unlikely(reading, text, lexicon()) is unlikely


@pytest.mark.parametrize(
    ("row", "office", "says"),
    [
        pytest.param(
            "橘 一葉（落語家、本名：桂木 修）", "落語家", [], id="another name of his"
        ),
        pytest.param(
            "橘 一葉（架空製作所　専務（欠席））",
            "架空製作所専務",
            ["absent"],
            id="a note within a note",
        ),
        pytest.param(
            "橘 一葉（一社の代表）", "", [], id="whom he speaks for is no post"
        ),
        pytest.param(
            "橘 一葉　室長補佐（流通課併任）", "室長補佐", [], id="where he sits too"
        ),
    ],
)
def test_notes_of_a_row(row, office, says):
    found = best(row)

    assert "".join(map(words, found.affiliation)) == office
    assert [sign.meaning.value for sign, _ in found.signs] == says


def test_a_row_that_swallows_its_neighbour_is_none():
    line = piece("知事　藤田 雄一　副知事　瀬川 克己")
    choice = choose_rows([line], lexicon())

    assert (choice.rows, choice.unplaced) == ((), (line.span,))
