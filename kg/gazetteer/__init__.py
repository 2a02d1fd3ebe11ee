"""Hold the words that records use: roles, posts, endings, forms, known bodies.

All texts that are asked about are in NFKC (`kg.text.normalize`), and all places
that come back are in them. The tables are `data/gazetteer/*.toml`:

>>> from kg.resources import data_path
>>> words = load_gazetteer(data_path() / "gazetteer")
>>> words.role("座長").role.value
'chair'
>>> words.post_suffix("総合政策課長")
Post(text='課長', reading='課長', start=4, unit_end=5, attached=False)

- `role(word)` is exact; `role_suffix("橘座長代理")` and `role_prefix("会長橘")`
  give the longest word at that side with its place; `heading(text)` reads the
  heading of a list (関係府省庁等).
- `post_suffix("総合政策課長")` gives the longest post at the end, and where the
  unit before it ends: 総合政策課 and 課長 share a character.
- `legal_form("株式会社白峰倉庫")` parts form and name, at either side.
- `ending("照明政策課")` gives the longest ending of a name, with its kind.
- `organization("文科省")` gives a known body by its name or an alias.
- `fold("髙橋")` gives the key under which variants of kanji meet.

The register of Japan's public bodies, `data/register/*.toml`, is apart from them:

>>> register = load_register(data_path() / "register", words)
>>> register.resolve(("文部科学省", "研究振興局", "基礎研究振興課"))
'mext-research-promotion'
>>> register.successors("titech")
('science-tokyo',)
"""

from kg.gazetteer.entry import Body, Ending, LegalForm, Place, Post, RoleWord
from kg.gazetteer.gazetteer import Gazetteer
from kg.gazetteer.load import load_gazetteer
from kg.gazetteer.rank import RankTable, load_ranks
from kg.gazetteer.register import Register, load_register
from kg.gazetteer.sector import BodyClass, SectorTable, load_sectors

__all__ = [
    "Body",
    "BodyClass",
    "Ending",
    "Gazetteer",
    "LegalForm",
    "Place",
    "Post",
    "RankTable",
    "Register",
    "RoleWord",
    "SectorTable",
    "load_gazetteer",
    "load_ranks",
    "load_register",
    "load_sectors",
]
