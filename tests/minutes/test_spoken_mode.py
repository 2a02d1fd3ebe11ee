"""Who is said, in a speech, to have come online."""

import pytest

from tests.minutes.reading import minutes

HEAD = (
    "架空問題検討会（第2回）議事録\n令和6年5月1日\n出席者\n"
    "主査　橘 一葉\n主査代理　小暮 律\n委員　渚 葵\n委員　渚 みのり\n委員　灘 律\n"
    "議事\n"
)


def online(said):
    record = minutes(f"{HEAD}○橘主査　{said}\n○灘委員　はい、賛成です。\n")
    return [a.name.text for a in record.attendees if a.mode.value.value == "online"]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        pytest.param("灘委員はウェブ会議の方法で参加されます。", ["灘 律"], id="by"),
        pytest.param(
            "小暮主査代理，灘委員がオンラインでの御参加です。",
            ["小暮 律", "灘 律"],
            id="a list, one of them deputy",
        ),
        pytest.param(
            "本日は、小暮委員と灘委員が、Webでの御出席です。",
            ["小暮 律", "灘 律"],
            id="two joined by と",
        ),
        pytest.param(
            "灘委員におかれましては、オンラインで御参加いただいています。",
            ["灘 律"],
            id="politely",
        ),
        pytest.param(
            "渚（み）委員はオンラインでの御出席です。", ["渚 みのり"], id="an initial"
        ),
        pytest.param("渚委員はオンラインでの御出席です。", [], id="one of two"),
        pytest.param("灘委員は前回オンラインで御参加でした。", [], id="another time"),
        pytest.param("灘委員はオンラインでの授業に参加した。", [], id="another thing"),
        pytest.param("灘委員はオンラインで参加できません。", [], id="could not"),
        pytest.param("鰐淵委員はオンラインで参加です。", [], id="a stranger"),
    ],
)
def test_modes_told_in_a_speech(said, names):
    assert online(said) == names
