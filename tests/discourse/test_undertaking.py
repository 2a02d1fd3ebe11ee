"""What is undertaken in invented sentences: what sort, by when, and who is bound."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.discourse.expression import find_expressions
from kg.discourse.form import load_forms
from kg.discourse.moment import read_moments
from kg.discourse.spoken import read_spoken
from kg.discourse.undertaking import read_undertakings
from kg.model import (
    Attribution,
    Basis,
    Document,
    Grounded,
    Heading,
    Minutes,
    Source,
    Span,
    Statement,
)

MEETING = date(2025, 2, 19)
FORMS = load_forms()
LABEL = "橘課長　"


def undertakings_of(text, attribution=Attribution.NAMED):
    """Return what *text*, said under a label, undertakes."""
    whole = LABEL + text
    named = attribution is not Attribution.WITHHELD
    label = Span(0, len(LABEL) - 1)
    statement = Statement(
        position=1,
        text=text,
        spans=(Span(len(LABEL), len(whole)),),
        attribution=attribution,
        label=LABEL.strip() if named else None,
        speaker=label if named else None,
    )
    minutes = Minutes(
        document=Document("d", Source("d", "", "text/plain", "utf-8"), whole),
        heading=Heading(
            title="", title_span=label, date=Grounded(MEETING, Basis.STATED, (label,))
        ),
        statements=(statement,),
    )
    return [
        one
        for spoken in read_spoken(minutes)
        for one in read_undertakings(minutes, spoken, read_moments(minutes, spoken))
    ]


def who(undertaking):
    """Return who is bound by *undertaking*."""
    if undertaking.by_speaker:
        return "speaker"
    return undertaking.party.value if undertaking.party else None


# sentence of a named speaker, kind, who is bound
TABLE = [
    ("年内に考え方をお示しします。", "commitment", "speaker"),
    ("3月10日をめどに案を仕上げたい。", "commitment", "speaker"),
    ("来年度に三か所で試行します。", "commitment", "speaker"),
    ("結果は次回御報告いたします。", "commitment", "speaker"),
    ("日程は追って御連絡します。", "commitment", "speaker"),
    ("資料は後日お送りします。", "commitment", "speaker"),
    ("夏までに制度を見直してまいります。", "commitment", "speaker"),
    ("来年度に向けて検討してまいりたい。", "consideration", "speaker"),
    ("年度内に検討いたします。", "consideration", "speaker"),
    ("次回までに事務局で整理します。", "commitment", "事務局"),
    ("事務局において年度内に公表する。", "commitment", "事務局"),
    ("環境省から次回説明します。", "commitment", "環境省"),
    ("潮見市は来年度から試行する。", "commitment", "潮見市"),
    ("国は来年度に指針を改定する。", "commitment", "国"),
    ("次回は5月に開催する。", "commitment", None),
    ("公募は四月の予定である。", "commitment", None),
    ("次回は11月下旬を予定しています。", "commitment", None),
    ("次回までに各機関が報告することとする。", "commitment", "各機関"),
    ("橘委員が次回報告します。", "commitment", None),  # he does not say so himself
    ("予測は来年から発表する。", "commitment", None),  # by whom?
    ("次回の部会で結果を公表します。", "commitment", None),  # at, or by?
    ("十の県で来年度に始めます。", "commitment", "speaker"),
    ("岩見県で五月に開催します。", "commitment", None),
    ("次回までに案を作ってください。", "request", None),
    ("事務局で次回までに案を作ってください。", "request", "事務局"),
    ("椿委員に次回資料を出していただきたい。", "request", "椿委員"),
    ("次回までに大臣に報告してください。", "request", None),  # to the minister
    ("年度内に三回の審議をお願いします。", "request", None),
]


@pytest.mark.parametrize(("sentence", "kind", "bound"), TABLE)
def test_what_is_undertaken_and_by_whom(sentence, kind, bound):
    found = [(str(one.kind), who(one)) for one in undertakings_of(sentence)]

    assert found == [(kind, bound)]


NOTHING = [
    "本日はこれにて散会いたします。",
    "昨年末に公表しました。",
    "来年度の予算に計上しております。",
    "後日説明に来ると聞いている。",
    "いつまでに示すのですか。年度内に示すのですか。",
    "年内に始めるべきである。",
    "改めて、会長を務めます橘です。",
    "改めて御礼申し上げます。",
    "2030年を量子の年にしたい。",
    "来年度から始めてはどうか。",
    "次回までに直してほしいとの意見があった。",
    "年度内に結論を得るよう指示をいたしました。",
    "夏には台風が来る。",
    "五月に予定されていた調査は中止した。",
    "委員から「次回までに示します」と述べた。",
    "10年先の子どもに何を残すかを考えたい。",
    "来年度に期待する。",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_no_undertaking(sentence):
    assert undertakings_of(sentence) == []


@pytest.mark.parametrize(("sentence", "kind", "bound"), TABLE)
def test_nobody_withheld_is_bound(sentence, kind, bound):
    """An anonymous statement binds only whom its words name."""
    found = undertakings_of(sentence, Attribution.WITHHELD)

    expected = None if bound == "speaker" else bound
    assert [(str(one.kind), who(one)) for one in found] == [(kind, expected)]


def test_all_times_of_one_form_are_one_undertaking():
    (one,) = undertakings_of("五月に意見を募集し、七月に部会へ報告いたします。")

    assert [moment.text for moment in one.moments] == ["五月", "七月"]


def test_evidence_is_the_sentence_the_form_and_the_party():
    text = "承知しました。次回までに事務局で整理します。"
    (one,) = undertakings_of(text)
    whole = LABEL + text

    assert one.text == "次回までに事務局で整理します。"
    assert whole[one.form.start : one.form.end] == "整理します"
    (party,) = one.party.evidence
    assert whole[party.start : party.end] == "事務局"


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        pytest.param(form, sentence, id=f"{form.name}-{sentence}")
        for form in FORMS.forms
        for sentence in form.examples
    ],
)
def test_an_example_leads_to_its_form(form, sentence):
    """The first form behind the date, or the word for later, is that of the row."""
    dated = next(iter(find_expressions(sentence)), None)
    later = FORMS.follow_up.pattern.search(sentence)
    start = dated.end if dated else later.end()

    found = FORMS.first(sentence, start, len(sentence))

    assert found is not None
    assert found.form.name == form.name


@pytest.mark.parametrize("sentence", FORMS.follow_up.examples)
def test_a_word_for_later_makes_an_undertaking(sentence):
    (one,) = undertakings_of(sentence)

    assert one.follow_up is not None
    assert one.moments == ()


@pytest.mark.parametrize("sentence", FORMS.party.examples)
def test_the_words_name_who_is_bound(sentence):
    (one,) = undertakings_of(sentence)

    assert one.party is not None


WORDS = """
    次回までに 追って 年度内に 事務局で 橘委員が 国は 検討 します
    したい して ください 予定 である と聞いている 「 」 。 ので、
    お 示し
"""
PIECES = st.sampled_from([*WORDS.split()])


@given(st.lists(PIECES, min_size=1, max_size=12).map("".join))
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_it_and_nobody_withheld_is_bound(text):
    for one in undertakings_of(text, Attribution.WITHHELD):
        assert not one.by_speaker
        assert one.moments or one.follow_up
