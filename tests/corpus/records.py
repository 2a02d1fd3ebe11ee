"""Write small records of invented councils, and build them without the model."""

from dataclasses import replace
from functools import partial

from kg.corpus import Input, Judged, Settings, build_corpus
from kg.gazetteer import load_gazetteer
from kg.graph import load_register_tables
from kg.mention import recognise_nothing
from kg.pipeline import DEFAULT_BASE, load_tools
from kg.resources import data_path

WATER, LIGHT = "架空水循環会議", "架空照明委員会"

HEAD = """{council}（第{number}回）議事録

日時：{day}（月）10時00分～11時30分
場所：架空合同庁舎 会議室

出席者
{rows}

議事
○{chair}　開会する。
○事務局　資料１により説明した。
"""


def record(council, number, day, rows, chair="座長"):
    """Return the text of one record; *rows* are lines of its roster."""
    listed = "\n".join(rows)
    return HEAD.format(
        council=council, number=number, day=day, rows=listed, chair=chair
    )


TACHIBANA = "橘 一葉　西都大学 教授"
CHAIR = f"{TACHIBANA}（座長）"
KOGURE = "小暮 律　南峰市 市長"
SHOJI = "東海林 みのり　灯具工業株式会社 社長（座長）"
LIGHT_2 = record(LIGHT, 2, "2023年5月1日", [SHOJI, "小暮 律　山見県 課長"])

RECORDS = {
    "water-1.txt": record(
        WATER, 1, "2023年4月10日", [CHAIR, KOGURE, "髙橋 澄江　湖東大学 教授"]
    ),
    "water-2.txt": record(
        WATER, 2, "2023年7月10日", [CHAIR, KOGURE, "高橋 澄江　湖東大学 教授"]
    ),
    "water-4.txt": record(
        WATER,
        4,
        "2024年1月15日",
        ["小暮 律　湖東大学 教授（座長）", "橘 一葉　西都大学 学長"],
    ),
    "light-1.txt": record(LIGHT, 1, "2023年5月8日", [SHOJI, TACHIBANA]),
    "light-2.txt": LIGHT_2,
    "light-2-summary.txt": LIGHT_2.replace("議事録", "議事要旨"),
    "empty.txt": "",
    "press.txt": "報道発表\n架空水循環会議を開きます。\n",
}
"""Records of two councils: a number missing, days against the order, one meeting
recorded twice, and two files that are no record."""


def load(base=DEFAULT_BASE):
    """Return the tools of the line without the model."""
    return replace(load_tools(base), recognise=recognise_nothing)


SETTINGS = Settings(load=partial(load), base=DEFAULT_BASE, jobs=1)
_GAZETTEER = load_gazetteer(data_path() / "gazetteer")
JUDGED = Judged(_GAZETTEER, load_register_tables(data_path(), _GAZETTEER))


def build(folder, out, **changes):
    """Build all files of *folder* into *out*; return what was found."""
    inputs = [Input(path, path.name) for path in sorted(folder.iterdir())]
    corpus, _ = build_corpus(
        inputs,
        out,
        changes.get("settings", SETTINGS),
        changes.get("judged", JUDGED),
    )
    return corpus


def shown(out):
    """Return the files that a build shows, by name."""
    if not out.is_dir():
        return {}
    return {file.name: file.read_bytes() for file in out.iterdir() if file.is_file()}
