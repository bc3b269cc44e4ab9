"""A tier follows from the counts, and from nothing else."""

from collections import Counter

import pytest

from sidelight.training.promotion import tier, unseen_splits, wilson


def counts(hits: int, false_alarms: int = 0, **others: int) -> Counter[str]:
    return Counter(hits=hits, false_alarms=false_alarms, **others)


def by_split(
    look: Counter[str] | None = None,
    tune: Counter[str] | None = None,
    held: Counter[str] | None = None,
) -> dict[str, Counter[str]]:
    return {
        "look": look or counts(9),
        "tune": tune or counts(4),
        "held": held or counts(4),
    }


@pytest.mark.parametrize(
    ("splits", "earned"),
    [
        (by_split(), "default"),
        (by_split(held=counts(3)), "preview"),  # too few to tell
        (by_split(tune=counts(6, 1), held=counts(12)), "default"),
        (by_split(tune=counts(6, 2), held=counts(6)), "preview"),
        (by_split(held=counts(20, 1, trap_hits=1)), "preview"),
        (by_split(look=counts(20, 1, trap_hits=1)), "preview"),
        (by_split(look=counts(9, 5)), "preview"),  # worse where it was tuned
        (by_split(held=counts(4, unlabelled=1)), "preview"),
        (by_split(held=counts(40, unlabelled=1)), "default"),
        (by_split(held=counts(4, missed=90, arguable=9)), "default"),
    ],
)
def test_readers_get_what_was_right_on_enough_unseen_notes(
    splits: dict[str, Counter[str]], earned: str
) -> None:
    assert tier("vague-source", splits) == earned


def test_events_that_chose_a_threshold_say_nothing_of_it() -> None:
    assert unseen_splits("date-differs") == ("held",)
    assert tier("date-differs", by_split(tune=counts(9), held=counts(7))) == "preview"
    assert tier("date-differs", by_split(held=counts(8))) == "default"


def test_what_is_made_for_lessons_is_never_on_for_readers() -> None:
    assert tier("strong-wording", by_split()) == "class"
    assert tier("strong-wording", by_split(held=counts(1, 9, trap_hits=9))) == "preview"


def test_what_repeats_the_page_needs_no_number_and_no_wrong_note() -> None:
    nothing = dict.fromkeys(("look", "tune", "held"), counts(0))

    assert tier("kind-of-piece", nothing) == "default"
    assert tier("kind-of-piece", by_split(look=counts(9, 1))) == "preview"


@pytest.mark.parametrize(
    ("right", "of", "interval"),
    [(0, 0, None), (8, 8, [0.676, 1.0]), (9, 10, [0.596, 0.982])],
)
def test_interval(right: int, of: int, interval: list[float] | None) -> None:
    assert wilson(right, of) == interval
