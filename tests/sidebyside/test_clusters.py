from sidelight.sidebyside.clusters import clusters
from sidelight.sidebyside.pairs import Node, Pair


def always(_: Node, __: Node) -> bool:
    return True


def never_two_of_one_report(one: Node, other: Node) -> bool:
    return one[0] != other[0]


def test_pairs_join_across_reports() -> None:
    pairs = [Pair((0, 5), (1, 3), 0.5), Pair((1, 3), (2, 0), 0.9)]

    [group] = clusters(pairs, always)

    assert group == {(0, 5): 0.5, (1, 3): 0.9, (2, 0): 0.9}


def test_the_surest_pair_comes_first_and_what_does_not_fit_stays_out() -> None:
    pairs = [Pair((0, 1), (1, 1), 0.6), Pair((0, 2), (1, 1), 0.8)]

    [group] = clusters(pairs, never_two_of_one_report)

    assert set(group) == {(0, 2), (1, 1)}


def test_a_chain_does_not_bring_two_of_one_report_together() -> None:
    pairs = [
        Pair((0, 1), (1, 1), 0.9),
        Pair((0, 2), (2, 1), 0.8),
        Pair((1, 1), (2, 1), 0.7),
    ]

    groups = clusters(pairs, never_two_of_one_report)

    assert [set(group) for group in groups] == [
        {(0, 1), (1, 1)},
        {(0, 2), (2, 1)},
    ]


def test_the_order_of_the_pairs_does_not_matter() -> None:
    pairs = [Pair((0, n), (1, n % 3), 0.5 + n / 10) for n in range(4)]

    assert clusters(pairs, never_two_of_one_report) == clusters(
        pairs[::-1], never_two_of_one_report
    )


def test_without_pairs_there_is_nothing() -> None:
    assert clusters([], always) == []
