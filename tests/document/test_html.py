"""A page becomes the text that a reader sees, and nothing is lost unsaid."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.document import decode_document
from kg.document.encoding import Decoded
from kg.document.html import extract_page
from kg.errors import DocumentRefusedError
from tests.document.files import omitted, read_one

SEEN = [
    pytest.param("<p>座長<br>委員", "座長\n委員\n", id="br"),
    pytest.param("<p>一</p><div>二</div>三", "一\n二\n三\n", id="blocks"),
    pytest.param("<h2>出席者</h2><p>佐藤", "出席者\n佐藤\n", id="heading"),
    pytest.param("<p>A &amp; B&nbsp;&#12354;", "A & B\xa0あ\n", id="entities"),
    pytest.param("<ruby>佐藤<rp>(<rt>さとう<rp>)</ruby>氏", "佐藤氏\n", id="ruby"),
    pytest.param("<p>第一<del>二</del><ins>三</ins>回", "第一三回\n", id="changes"),
    pytest.param("<ul><li>一<li>二</ul>", "一\n二\n", id="list"),
    pytest.param(
        "<dl><dt>座長<dd>佐藤<dt>委員<dd>鈴木</dl>", "座長\t佐藤\n委員\t鈴木\n", id="dl"
    ),
    pytest.param(
        "<dl><dt>委員<dd>佐藤<br>鈴木</dl>", "委員\n佐藤\n鈴木\n", id="dl of lists"
    ),
    pytest.param("<pre>a  b\n c</pre>", "a  b\n c\n", id="pre"),
    pytest.param("<html><p>途中で\n改行される", "途中で改行される\n", id="broken line"),
    pytest.param("<html><p>座長\n   委員", "座長 委員\n", id="indented line"),
    pytest.param("<table><tr><td>座長<td>佐藤</table>", "座長\t佐藤\n", id="row"),
    pytest.param(
        "<table><tr><td rowspan=2>委員<td>佐藤<td>大学<tr><td>鈴木<td>会社</table>",
        "委員\t佐藤\t大学\n委員\t鈴木\t会社\n",
        id="rowspan",
    ),
    pytest.param(
        "<table><tr><td>座長<td>佐藤<td rowspan=2>大学<tr><td>委員<td>鈴木</table>",
        "座長\t佐藤\t大学\n委員\t鈴木\t大学\n",
        id="rowspan on the right",
    ),
    pytest.param(
        "<table><tr><th colspan=2>氏名<th>所属<tr><td>佐藤<td>花子<td>大学</table>",
        "氏名\t\t所属\n佐藤\t花子\t大学\n",
        id="colspan",
    ),
    pytest.param(
        "<table><tr><th>出席者<td>佐藤<br>鈴木</table>",
        "出席者\t佐藤\n出席者\t鈴木\n",
        id="names in one cell",
    ),
    pytest.param(
        "<table><tr><td>佐藤<br>鈴木<td>大学<br>会社</table>",
        "佐藤\t大学\n鈴木\t会社\n",
        id="two cells side by side",
    ),
    pytest.param(
        "<table><tr><td>佐藤<td>大学<br>教授<td>出席</table>",
        "佐藤\t大学　教授\t出席\n",
        id="a long cell in two lines",
    ),
    pytest.param(
        "<table><tr><td><table><tr><td>委員<td>佐藤</table><td>本文</table>",
        "委員\t佐藤\n\n本文\n",
        id="a table that lays out",
    ),
    pytest.param(
        "外務省<br><td>環境省</td><td>佐藤</td><td>参事官</td><br>内閣府",
        "外務省\n環境省\t佐藤\t参事官\n\n内閣府\n",
        id="cells that lost their table",
    ),
    pytest.param(
        "<table hidden><tr><td>委員<td>佐藤</table>本文",
        "本文\n",
        id="a hidden table",
    ),
]


@pytest.mark.parametrize(("html", "text"), SEEN)
def test_text_is_what_is_seen(html, text):
    assert read_one(html.encode(), "a.html").text == text


def test_places_are_told():
    html = "<h1>会議</h1><p>一<p>二<table><tr><td>座<td>佐藤<tr><td>委<td>鈴木</table>"

    document = read_one(html.encode(), "a.html")

    assert [
        (document.text[r.span.start : r.span.end], r.place) for r in document.regions
    ] == [
        ("会議", "h1[1]"),
        ("一", "p[1]"),
        ("二", "p[2]"),
        ("座\t佐藤", "table[1]/tr[1]"),
        ("委\t鈴木", "table[1]/tr[2]"),
    ]


def test_what_leads_around_the_site_is_left_out_and_told():
    html = """<body><header><a href=/>架空省</a></header><nav><a>ホーム</a></nav>
    <div class=breadcrumb><a>会議</a></div><script>x = "<p>"</script>
    <main><header>第3回会議</header><p>出席者<p>佐藤<img alt=写真><!-- 注 --></main>
    <footer>〒100-0000</footer>"""

    document = read_one(html.encode(), "a.html")

    assert document.text == "第3回会議\n出席者\n佐藤\n"
    assert omitted(document) == [
        ("navigation", "架空省"),
        ("navigation", "ホーム"),
        ("navigation", "会議"),
        ("image", "写真"),
        ("comment", "注"),
        ("navigation", "〒100-0000"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<main><p>議事</main><p>出席者　佐藤　花子",
        "<nav>第3回会議　出席者　佐藤　花子</nav><p>議事",
        "<div id=side>出席者<p>委員　佐藤　花子</div><p>議事",
    ],
)
def test_in_doubt_words_stay(html):
    """A roster outside of what is marked as the main part is no navigation."""
    assert "佐藤　花子" in read_one(html.encode(), "a.html").text


def test_title_is_taken_where_only_it_names_the_meeting():
    html = "<title>第3回架空会議｜架空省</title><p>日時　令和7年"

    assert read_one(html.encode(), "a.html").text == "第3回架空会議\n日時　令和7年\n"


def test_remains_of_html_in_a_text():
    data = "第１回会議\n出席者<br>\n佐藤&nbsp;花子\n\n議事\n1 < 2".encode()

    document = read_one(data, "a.txt")

    assert document.text == "第１回会議\n出席者\n佐藤\xa0花子\n\n議事\n1 < 2\n"
    assert document.source.media_type == "text/html"


def test_plain_text_is_no_html():
    text = "1 < 2 > 0 & A<B です\n"

    assert read_one(text.encode(), "a.txt").text == text


@pytest.mark.parametrize(
    ("codec", "declared", "encoding"),
    [
        ("cp932", "Shift_JIS", "cp932"),
        ("cp932", "x-sjis", "cp932"),
        ("euc_jp", "EUC-JP", "euc-jp"),
        ("utf-8", "Shift_JIS", "utf-8"),
        ("cp932", "utf-8", "cp932"),
        ("euc_jp", "utf-7", "euc-jp"),
    ],
)
def test_what_a_page_declares_is_a_hint(codec, declared, encoding):
    html = f"<meta charset={declared}><p>架空会議の議事録をここに載せる。"

    document = read_one(html.encode(codec), "a.html")

    assert document.text == "架空会議の議事録をここに載せる。\n"
    assert document.source.encoding == encoding


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<div>" * 50_000 + "佐藤", id="deep"),
        pytest.param("<p " + "a=b " * 100_000 + ">佐藤", id="attributes"),
        pytest.param("<table><tr><td rowspan=999 colspan=999>佐藤" * 300, id="spans"),
        pytest.param("<" * 30_000 + ">佐藤", id="open"),
    ],
)
def test_hostile_pages_keep_their_words(html):
    assert "佐藤" in read_one(html.encode(), "a.html").text


def test_a_page_without_words_is_refused():
    with pytest.raises(DocumentRefusedError, match="no text"):
        decode_document(b"<script>a</script><p> </p>", "a.html")


TAGS = st.sampled_from(
    str.split(
        "p div b ul li td tr table dl dt dd nav ruby rt del pre h2 section header "
        "footer main th span caption"
    )
)
PIECES = st.lists(
    st.one_of(
        st.sampled_from("出席者委員佐藤花子鈴木一郎大学教授会議記録\n "),
        st.builds("<{}>".format, TAGS),
        st.builds("</{}>".format, TAGS),
        st.just("<br>"),
    ),
    max_size=60,
)


@given(PIECES)
def test_every_character_is_in_the_text_or_left_out_by_name(pieces):
    """Whatever the nesting, no word is lost without a line that says so."""
    page = extract_page(Decoded("".join(pieces), "utf-8", ""))

    seen = Counter(page.text + "".join(one.text for one in page.omissions))
    written = Counter(c for c in pieces if len(c) == 1 and not c.isspace())
    assert not written - seen
