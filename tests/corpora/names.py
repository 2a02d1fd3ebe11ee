"""Draw names as frequent ones are frequent; nobody is called like a known minister."""

from dataclasses import dataclass
from itertools import accumulate, product
from random import Random

from tests.corpora.organizations import read

# New form and old form of one character, as families write it.
FORMS = {
    "高": "髙", "崎": "﨑", "沢": "澤", "辺": "邉", "浜": "濱", "島": "嶋", "斎": "齋",
    "桜": "櫻", "広": "廣", "滝": "瀧", "柳": "栁", "吉": "𠮷",
}  # fmt: skip

Names = tuple[tuple[str, ...], tuple[float, ...]]
"""Names, and for each the sum of the weights so far."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Names to draw from, in order of frequency."""

    surnames: Names
    male: Names
    female: Names
    taken: frozenset[str]

    def surname(self, rng: Random) -> str:
        """Return a surname: the first is drawn some fifty times as often as the last.

        That is flatter than in Japan, where 佐藤 are 1.5 % of all: theirs are more.
        """
        return draw(rng, self.surnames)

    def given(self, rng: Random, *, female: bool) -> str:
        """Return a given name."""
        return draw(rng, self.female if female else self.male)


def pool(name: str) -> Pool:
    """Return one of the two pools of names, `first` or `second`."""
    table = read("names.toml")
    part = table[name]
    return Pool(
        surnames=_weighed(tuple(part["surnames"].split()), 8, 0.95),
        male=_weighed(_given(part, "male"), 30, 0.8),
        female=_weighed(_given(part, "female"), 30, 0.8),
        taken=frozenset(table["taken"].split()),
    )


def draw(rng: Random, names: Names) -> str:
    """Return one of *names*."""
    words, sums = names
    return rng.choices(words, cum_weights=sums)[0]


def _weighed(words: tuple[str, ...], flat: float, steep: float) -> Names:
    """Return *words* with sums of weights, the earlier the more (Zipf, Mandelbrot)."""
    weights = (1 / (place + flat) ** steep for place in range(len(words)))
    return words, tuple(accumulate(weights))


def _given(part: dict[str, str], sex: str) -> tuple[str, ...]:
    """Return given names: the whole ones, then all pairs, frequent parts first."""
    fronts, backs = part[f"{sex}_front"].split(), part[f"{sex}_back"].split()
    pairs = sorted(
        product(range(len(fronts)), range(len(backs))), key=lambda at: (sum(at), at)
    )
    paired = [fronts[front] + backs[back] for front, back in pairs]
    return tuple(dict.fromkeys([*part[f"{sex}_whole"].split(), *paired]))


def old_form(surname: str) -> str:
    """Return *surname* in the old form of its characters: 高橋 → 髙橋."""
    return "".join(FORMS.get(character, character) for character in surname)


def new_form(surname: str) -> str:
    """Return *surname* in the new form of its characters: 渡邉 → 渡辺."""
    new = {old: character for character, old in FORMS.items()} | {"邊": "辺"}
    return "".join(new.get(character, character) for character in surname)
