"""Pairs of mentions joined into what several reports say of one thing."""

from collections.abc import Callable, Iterable

from sidelight.sidebyside.pairs import Node, Pair


def clusters(
    pairs: Iterable[Pair], fits: Callable[[Node, Node], bool]
) -> list[dict[Node, float]]:
    """Join mentions, the surest pairs first.

    Two groups are not joined where `fits` refuses any two mentions that would come
    together: a chain of likenesses must not make one thing of two.
    Returns each group's mentions with their surest agreement to any other.
    """
    group: dict[Node, dict[Node, float]] = {}
    for pair in sorted(pairs, key=lambda p: (-p.agreement, p.one, p.other)):
        one = group.setdefault(pair.one, {pair.one: 0.0})
        other = group.setdefault(pair.other, {pair.other: 0.0})
        if one is not other and not _may_join(one, other, fits):
            continue
        if one is not other:
            one.update(other)
            group.update(dict.fromkeys(other, one))
        for node in (pair.one, pair.other):
            one[node] = max(one[node], pair.agreement)
    made = {id(g): g for g in group.values() if len({r for r, _ in g}) > 1}
    return list(made.values())


def _may_join(
    one: Iterable[Node], other: Iterable[Node], fits: Callable[[Node, Node], bool]
) -> bool:
    others = list(other)
    return all(fits(a, b) for a in one for b in others)
