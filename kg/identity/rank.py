"""Order the posts of a career, where their words tell."""

from functools import lru_cache

_LADDERS = (
    (
        ("係員", "主任"),
        ("係長", "主査"),
        ("課長補佐", "室長補佐", "専門官", "補佐"),
        ("企画官", "調査官", "室長", "課長代理"),
        ("課長", "参事官", "管理官"),
        ("審議官", "部長", "次長"),
        ("局長", "官房長", "統括官", "総括審議官"),
        ("事務次官", "長官", "次官"),
    ),
    (
        ("助手", "助教", "研究員"),
        ("講師", "主任研究員"),
        ("准教授", "助教授"),
        ("教授", "特任教授", "名誉教授", "客員教授"),
        ("学部長", "研究科長", "副学長"),
        ("学長", "総長"),
    ),
    (
        ("執行役員",),
        ("常務執行役員", "常務", "常務取締役"),
        ("専務執行役員", "専務", "専務取締役", "副社長"),
        ("社長", "代表取締役", "代表取締役社長"),
        ("会長", "代表取締役会長", "名誉会長", "顧問"),
    ),
)
_STEPS = {
    word: (ladder, step)
    for ladder, steps in enumerate(_LADDERS)
    for step, words in enumerate(steps)
    for word in words
}
_LONGEST = max(map(len, _STEPS))


@lru_cache(maxsize=4096)
def rank(post: str) -> tuple[int, int] | None:
    """Return ladder and step of a *post*, by the longest word at its end, or None.

    >>> rank("総務課長"), rank("総務課長補佐"), rank("准教授"), rank("相談役")
    ((0, 4), (0, 2), (1, 2), None)
    """
    for length in range(min(len(post), _LONGEST), 0, -1):
        if found := _STEPS.get(post[-length:]):
            return found
    return None
