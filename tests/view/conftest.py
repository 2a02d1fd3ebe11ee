"""An invented meeting as a network: three groups, ministries, agenda, themes."""

import pyoxigraph as ox
import pytest

from kg.model import Basis, Edge, Network, Node, Passage, Span
from tests.view.five import place, visit  # noqa: F401 - fixtures

MEETING = "meeting/depsea/7"

# name, group, web, proxy, units from the widest to the nearest, post
ROSTER = [
    ("青柳 慎一", "構成員", False, False, ["架空大学"], "特任教授"),
    ("◎東雲 公子", "構成員", False, False, ["みなと塾"], "塾長"),
    (
        "浅葱 勝",
        "構成員",
        False,
        False,
        ["北浜大学", "深海情報・生命研究センター"],
        "センター長",
    ),
    ("小金井 満*", "構成員", True, False, ["シーポッズ合同会社"], "共同創業者"),
    ("篠田 弘", "構成員", False, False, ["日本海洋電信株式会社"], "相談役"),
    (
        "島原 太一*",
        "構成員",
        True,
        False,
        ["一般社団法人深海技術による新産業創出協議会"],
        "代表理事",
    ),
    ("中森 祐*", "構成員", True, False, ["ニホン電機株式会社"], "主席技術主管"),
    ("波多江睦*", "構成員", True, False, ["東都科学大学"], "理事・副学長"),
    (
        "藤巻 幹",
        "構成員",
        False,
        False,
        ["海洋通信研究機構", "深海ICT協創センター"],
        "研究センター長",
    ),
    ("松永 智", "構成員", False, False, ["株式会社DeepSy"], "COO"),
    (
        "村雨 宣",
        "構成員",
        False,
        False,
        ["国立研究開発法人海洋産業技術総合研究所"],
        "副理事長",
    ),
    ("北条 進*", "有識者（順不同）", True, False, ["都大学"], "理事・副学長"),
    ("竹下 繁", "有識者（順不同）", False, False, ["都大学"], "教授"),
    ("原田 宏*", "政府関係者", True, False, ["架空府"], "架空府審議官"),
    (
        "浜名 幸*",
        "政府関係者",
        True,
        False,
        ["架空府", "海洋・イノベーション推進事務局"],
        "事務局長",
    ),
    (
        "柿本 恭*",
        "政府関係者",
        True,
        False,
        ["架空府", "海洋・イノベーション推進事務局"],
        "統括官",
    ),
    (
        "川辺 大*",
        "政府関係者",
        True,
        False,
        ["架空府", "海洋・イノベーション推進事務局"],
        "審議官",
    ),
    ("轟木 渉*", "政府関係者", True, True, ["架空官房", "副長官補室"], "参事官"),
    (
        "村井 健*",
        "政府関係者",
        True,
        True,
        ["架空官房", "情報安全センター", "戦略企画班"],
        "参事官",
    ),
    (
        "奈良野 太*",
        "政府関係者",
        True,
        False,
        ["架空府", "知的財産推進事務局"],
        "事務局長",
    ),
    (
        "笠間 圭*",
        "政府関係者",
        True,
        True,
        ["架空府", "健康・医療推進事務局"],
        "企画官",
    ),
    (
        "高槻 典*",
        "政府関係者",
        True,
        False,
        ["架空府", "総合海洋政策推進事務局"],
        "事務局長",
    ),
    (
        "張本 恭*",
        "政府関係者",
        True,
        True,
        ["金銭庁", "総合政策局", "総合政策課"],
        "課長補佐",
    ),
    ("竹原 晃*", "政府関係者", True, False, ["逓信省", "国際戦略局"], "局長"),
    (
        "林田 美都子*",
        "政府関係者",
        True,
        False,
        ["外交省", "軍縮不拡散・科学部"],
        "審議官",
    ),
    ("塩原 みづ枝*", "政府関係者", True, False, ["学術省", "研究振興局"], "局長"),
    (
        "佐々野 昌*",
        "政府関係者",
        True,
        False,
        ["厚生省", "大臣官房"],
        "危機管理・医務技術総括審議官",
    ),
    (
        "森下 幸*",
        "政府関係者",
        True,
        True,
        ["農務省", "農林水産技術会議事務局"],
        "研究開発官",
    ),
    (
        "今宮 亘*",
        "政府関係者",
        True,
        False,
        ["商工省", "イノベーション・環境局"],
        "審議官",
    ),
    ("中津 剛*", "政府関係者", True, False, ["国土省", "大臣官房"], "技術総括審議官"),
    (
        "奥寺 暢*",
        "政府関係者",
        True,
        True,
        ["環境府", "大臣官房", "総合政策課", "環境研究技術室"],
        "室長",
    ),
    ("松嶋 恭*", "政府関係者", True, False, ["装備庁", "技術戦略部"], "部長"),
]
AGENDA = [
    ("深海光技術に関する都大学の取り組みの状況", ["資料1"], ["北条 進", "竹下 繁"]),
    (
        "深海エコシステム構築に向けた推進方策（素案）についての意見交換",
        ["資料2-1", "資料2-2"],
        [],
    ),
    ("その他", [], []),
]
HANDOUTS = [
    ("資料1", "都大学資料"),
    ("資料2-1", "推進方策（素案）説明用"),
    ("資料2-2", "推進方策概要（素案）"),
    ("資料3", "今後のスケジュール"),
    ("参考資料1", "関係行政機関の職員一覧"),
    ("参考資料2", "会議の開催について"),
    ("参考資料3", "推進方策（素案）"),
    ("参考資料4", "既存戦略や方針等"),
]
THEMES = [
    "人材育成",
    "深海技術",
    "産業化",
    "深海光技術",
    "標準化",
    "国際連携",
    "社会実装",
    "拠点形成",
    "研究開発",
    "スタートアップ",
    "経済安全保障",
    "サプライチェーン",
    "知的財産",
    "深海計算",
    "深海センシング",
    "深海暗号通信",
    "国民理解",
    "人工知能",
    "半導体",
    "予算",
    "テストベッド",
    "国際標準",
    "大学院教育",
    "ユースケース",
    "産学連携",
    "基礎研究",
]


def passage(line, text, *marked):
    """Return a line with each of the words *marked* in it."""
    spans = [Span(text.index(m), text.index(m) + len(m)) for m in marked]
    return Passage("架空会議第7回.txt", line, text, tuple(spans))


class Drawing:
    """Nodes and edges as they are put together."""

    def __init__(self):
        self.nodes = {}
        self.edges = []

    def node(self, kind, name, *, node_id=None, **rest):
        node = Node(id=node_id or f"{kind}/{name}", name=name, kind=kind, **rest)
        self.nodes.setdefault(node.id, node)
        return node.id

    def edge(self, kind, source, target, name, *, basis=Basis.STATED, **rest):
        ends = [(e.kind, e.source, e.target, e.name) for e in self.edges]
        if (kind, source, target, name) not in ends:
            self.edges.append(Edge(source, target, kind, name, basis, **rest))


def add_attendee(drawing, number, row):
    printed, group, web, proxy, units, post = row
    name = printed.strip("◎*")
    text = f"{printed}\t{''.join(units)} {post}{'（代理出席）' if proxy else ''}"
    here = passage(12 + number, text, name)
    details = (("所属", "".join(units)), ("役職", post), ("区分", group))
    person = drawing.node(
        "person", name, group=group, details=details, passages=(here,)
    )
    chair = "◎" in printed
    drawing.edge(
        "chair" if chair else "attendance",
        person,
        MEETING,
        "座長" if chair else group,
        basis=Basis.LEGEND if web else Basis.DEFAULT,
        mode="online" if web else "in-person",
        proxy=proxy,
        passages=(here, passage(8, "<構成員> ◎座長、*Web参加", "*Web参加")),
    )
    path = ["".join(units[: i + 1]) for i in range(len(units))]
    for unit, key in zip(units, path, strict=True):
        where = (passage(12 + number, text, unit),)
        drawing.node("organization", unit, node_id=f"org/{key}", passages=where)
    for part, whole in zip(path[1:], path, strict=False):
        drawing.edge("part-of", f"org/{part}", f"org/{whole}", "部局", passages=(here,))
    drawing.edge("affiliation", person, f"org/{path[-1]}", post, passages=(here,))


def add_papers(drawing):
    for label, title in HANDOUTS:
        drawing.node("handout", label, details=(("番号", label), ("題名", title)))
    used = set()
    for number, (title, papers, presenters) in enumerate(AGENDA, start=1):
        here = (passage(50 + number, f"({number}) {title}", title),)
        item = drawing.node("agenda-item", title, passages=here)
        drawing.edge("agenda", MEETING, item, f"議題{number}", passages=here)
        for paper in papers:
            used.add(paper)
            drawing.edge("handout", item, f"handout/{paper}", "配布資料")
        for name in presenters:
            drawing.edge("presentation", f"person/{name}", item, "説明", passages=here)
    for label, _ in HANDOUTS:
        if label not in used:
            drawing.edge("handout", MEETING, f"handout/{label}", "配布資料")


def add_themes(drawing):
    for number, name in enumerate(THEMES):
        text = f"・{name}については、𠮷野川での実証も含め、深海技術の議論を続けたい。"
        here = (passage(70 + number, text, name),)
        theme = drawing.node("theme", name, passages=here)
        drawing.edge("theme", MEETING, theme, f"{26 - number}発言", passages=here)
    drawing.edge("theme", f"agenda-item/{AGENDA[0][0]}", "theme/深海光技術", "議題名")


@pytest.fixture(scope="session")
def meeting():
    """Return a meeting of 32 people in three groups, as it would be projected."""
    drawing = Drawing()
    title = "深海技術イノベーション会議（第7回）"
    details = (
        ("日時", "令和7年2月19日(水) 10:00~11:50"),
        ("場所", "Web会議+架空合同庁舎"),
    )
    drawing.node(
        "meeting",
        title,
        node_id=MEETING,
        details=details,
        passages=(passage(2, f"## {title}議事要旨", title),),
    )
    for number, row in enumerate(ROSTER):
        add_attendee(drawing, number, row)
    add_papers(drawing)
    add_themes(drawing)
    nodes = tuple(drawing.nodes.values())
    return Network(title, MEETING, nodes, tuple(drawing.edges), left_out=3)


@pytest.fixture(scope="session")
def person():
    """Return a person with two posts and a seat, in three meetings."""
    drawing = Drawing()
    here = (passage(20, "北条 進*\t都大学 理事・副学長", "北条 進"),)
    subject = drawing.node("person", "北条 進", passages=here)
    for path, post in [("都大学", "理事"), ("都大学", "副学長"), ("光研究所", "所長")]:
        organization = drawing.node("organization", path)
        drawing.edge("affiliation", subject, organization, post, passages=here)
    whole = drawing.node("organization", "学術研究機構")
    drawing.edge("part-of", "organization/光研究所", whole, "部局")
    for number, basis in enumerate((Basis.LEGEND, Basis.DEFAULT, Basis.INFERRED), 5):
        title = f"深海技術イノベーション会議（第{number}回）"
        meeting = drawing.node("meeting", title)
        mode = "in-person" if basis is Basis.DEFAULT else "online"
        drawing.edge("attendance", subject, meeting, "有識者", basis=basis, mode=mode)
        item = drawing.node("agenda-item", f"取り組みの状況について（その{number}）")
        drawing.edge("agenda", meeting, item, "議題1")
        drawing.edge("presentation", subject, item, "説明")
    return Network(
        "北条 進", subject, tuple(drawing.nodes.values()), tuple(drawing.edges)
    )


@pytest.fixture(scope="session")
def organization():
    """Return a ministry with its units, their people and a meeting."""
    drawing = Drawing()
    drawing.node("meeting", "深海技術イノベーション会議（第7回）", node_id=MEETING)
    for number, row in enumerate(ROSTER):
        if row[4][0] == "架空府":
            add_attendee(drawing, number, row)
    nodes = tuple(drawing.nodes.values())
    return Network("架空府", "org/架空府", nodes, tuple(drawing.edges))


@pytest.fixture(scope="session")
def council(root):
    """Return an invented council of two meetings as N-Quads."""
    text = (root / "tests/view/council.trig").read_bytes()
    quads = list(ox.parse(text, format=ox.RdfFormat.TRIG))
    return ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
