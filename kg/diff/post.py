"""Tell the posts that two records print of one person apart."""

from collections.abc import Sequence

from kg.diff.listed import Fold, Post


def part_posts(
    old: Sequence[Post], new: Sequence[Post], fold: Fold
) -> tuple[tuple[Post, ...], tuple[Post, ...]]:
    """Return the posts of *old* and of *new* that the other side does not have.

    A side without any post says nothing, so then there are none: lists of surnames
    print no posts.
    """
    if not old or not new:
        return (), ()
    rest = list(new)
    lost = []
    for post in old:
        found = next((one for one in rest if _agree(post, one, fold)), None)
        if found is None:
            lost.append(post)
        else:
            rest.remove(found)
    return tuple(lost), tuple(rest)


def _agree(one: Post, other: Post, fold: Fold) -> bool:
    """Tell whether two posts can be one, of which one record may print more.

    架空大学 教授 and 架空大学 工学部 教授 can; so can 架空大学 without a post.
    """
    words = {fold(post.written) for post in (one, other)} - {""}
    if len(words) > 1:
        return False
    if not one.name or not other.name:
        return bool(words)
    same = one.organization == other.organization or fold(one.name) == fold(other.name)
    nested = one.organization in other.within or other.organization in one.within
    return same or nested
