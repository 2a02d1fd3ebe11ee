"""What was settled is told from what was proposed, wished, told of or supposed."""

import tomllib

import pytest

from kg.discourse.passage import read_passage
from kg.discourse.settle import read_settled, read_words
from kg.model import DecisionStatus, Document, Source, Span
from kg.resources import data_path
from tests.discourse.saying import discourse, words

TABLE = tomllib.loads(
    (data_path() / "discourse" / "decisions.toml").read_text(encoding="utf-8")
)

# lines, status, aim, matter, condition, entrusted, vote
SETTLED = [
    (
        ["座長：様式の案を承認いたします。"],
        "approved",
        None,
        "様式の案",
        None,
        None,
        None,
    ),
    (
        ["座長：工法については、位置を改めることを条件として了承とする。"],
        "approved",
        None,
        "工法",
        "位置を改めること",
        None,
        None,
    ),
    (["座長：養浜は継続審議とする。"], "continued", None, "養浜", None, None, None),
    (
        ["委員長：請願第三号は不採択と決定いたしました。"],
        "rejected",
        None,
        "請願第三号",
        None,
        None,
        None,
    ),
    (
        ["委員長：起立全員。よって、議案第五号は可決すべきものと決しました。"],
        "approved",
        None,
        "議案第五号",
        None,
        None,
        "起立全員",
    ),
    (
        [
            "議長：原案を可決することに賛成の諸君の起立を求めます。",
            "議長：起立少数。よって、原案は否決されました。",
        ],
        "rejected",
        None,
        "原案",
        None,
        None,
        "起立少数",
    ),
    (
        ["座長：細部は座長に一任とさせていただきます。"],
        "entrusted",
        None,
        "細部",
        None,
        "座長",
        None,
    ),
    (
        ["座長：案のとおり決定してよろしいでしょうか。"],
        "proposed",
        "approved",
        None,
        None,
        None,
        None,
    ),
    (
        ["座長：資料1を了承してよろしいですか。", "（異議なし）"],
        "approved",
        None,
        "資料1",
        None,
        None,
        None,
    ),
    (
        [
            "議長：本案は原案のとおり決することに御異議ありませんか。",
            "（「異議なし」と呼ぶ者あり）",
            "議長：御異議なしと認めます。よって、本案は原案のとおり可決されました。",
        ],
        "approved",
        None,
        "本案",
        None,
        None,
        None,
    ),
    (
        [
            "座長：測地を最優先とすることについて御異議はありませんか。",
            "委員：異議なし。",
        ],
        "approved",
        None,
        "測地を最優先とすること",
        None,
        None,
        None,
    ),
    (
        ["・様式の方向性については了承された。"],
        "approved",
        None,
        "様式の方向性",
        None,
        None,
        None,
    ),
    (
        ["・必須項目の選び方は、座長と事務局に一任された。"],
        "entrusted",
        None,
        "必須項目の選び方",
        None,
        "座長と事務局",
        None,
    ),
    (
        [
            "・計画どおり転換することで了承された。ただし、一年後に報告することを条件とする。"
        ],
        "approved",
        None,
        "計画どおり転換すること",
        "一年後に報告すること",
        None,
        None,
    ),
    (["・課題Ａ:原案どおり承認。"], "approved", None, "課題Ａ", None, None, None),
    (
        ["・出席委員10名中8名の賛成により、制度をつくるよう答申することを決定した。"],
        "approved",
        None,
        "制度をつくるよう答申すること",
        None,
        None,
        "出席委員10名中8名の賛成",
    ),
    (
        ["・架空会議として、西都大学の拠点の認定を推薦したいと思う。"],
        "recommended",
        None,
        "西都大学の拠点の認定",
        None,
        None,
        None,
    ),
    (
        ["・まず意見を聞き、最後は座長一任ということで進めたい。"],
        "proposed",
        "entrusted",
        "最後",
        None,
        "座長",
        None,
    ),
]

NOTHING = [
    # what a member says of decisions decides nothing
    ["橘委員：原案は承認されました。"],
    ["橘委員：岩崎委員を会長に推薦します。"],
    # another day, another body, a possibility
    ["座長：この計画は昨年の総会で承認されました。"],
    ["座長：基本方針は閣議で決定されました。"],
    ["座長：予算が可決されれば、来年度から始めます。"],
    ["・昨年、基本計画が了承された。"],
    ["・県の計画は県議会で可決された。"],
    ["座長：この方針は政府として決定しました。"],
    ["座長：本件は、次回改めて御審議いただき、決定したいと思います。"],
    ["座長：先ほど事務局から、予算が承認されたとの報告がありました。"],
    ["座長：一任を受けましたので、修正いたしました。"],
    # a wish, an opinion, a denial
    ["座長：以上、御了承いただきたいと思います。"],
    ["・原案が了承されなかった。"],
    ["・修正については、座長に一任することでよろしいと考える。"],
    ["・拠点の認定を推薦したいと思う。"],
    ["座長：承認は見合わせ、来月また伺います。"],
    ["座長：まだ了承しておりません。"],
    ["座長：承認の手続についていかがでしょうか。"],
    # a result between other words, which may be anybody's
    ["・五年前に構想ができた。その後、拠点が増えた。案は了承された。役割は不明確だ。"],
    # a bare report of another sort
    ["・新しい拠点が決定された。"],
]


@pytest.mark.parametrize("row", SETTLED, ids=lambda row: row[0][0])
def test_what_is_settled(row):
    lines, status, aim, matter, condition, entrusted, vote = row

    found, text = discourse(*lines)

    (one,) = found.decisions
    assert one.status.value == DecisionStatus(status)
    assert one.aim == (DecisionStatus(aim) if aim else None)
    said = (one.matter, one.condition, one.entrusted, one.vote)
    printed = [value and words(value.evidence, text) for value in said]
    assert printed == [matter, condition, entrusted, vote]


@pytest.mark.parametrize("lines", NOTHING, ids=lambda lines: lines[0])
def test_what_settles_nothing(lines):
    found, _ = discourse(*lines)

    assert found.decisions == ()


def test_one_sentence_may_settle_two_matters():
    found, text = discourse(
        "部会長：距離の案は了承、監視の方法は継続して検討ということでよろしいでしょうか。",
        "（「異議なし」の声あり）",
    )

    assert [
        (one.status.value.value, words(one.matter.evidence, text))
        for one in found.decisions
    ] == [("approved", "距離の案"), ("continued", "監視の方法")]
    assert all("異議なし" in words(one.spans, text) for one in found.decisions)


def test_a_body_decides_only_where_it_is_stated():
    found, text = discourse("・架空会議として、拠点の認定を推薦したいと思う。")
    (one,) = found.decisions

    assert words([one.decider], text) == "架空会議"
    found, _ = discourse("座長：様式の案を承認いたします。")
    assert found.decisions[0].decider is None


@pytest.mark.parametrize("kind", ["status", "force"])
def test_an_example_of_the_table_leads_to_its_row(kind):
    for row in TABLE[kind]:
        for sentence in row["examples"]:
            settled = read(sentence)[-1]
            got = settled.status.value if kind == "status" else settled.decided
            wanted = row["status"] if kind == "status" else row["force"] == "decided"
            assert got == wanted, sentence


def test_what_is_told_of_another_day_settles_nothing():
    for row in TABLE["other"]:
        for sentence in row["examples"]:
            assert read(sentence) == [], sentence


def test_every_status_has_words_but_the_one_of_proposals():
    assert {*read_words().statuses.values(), DecisionStatus.PROPOSED} == {
        *DecisionStatus
    }


def read(sentence):
    """Return what *sentence* settles."""
    document = Document("d", Source("d", "", "text/plain", "utf-8"), sentence)
    (whole,) = read_passage(document, [Span(0, len(sentence))]).sentences
    return list(read_settled(whole))
