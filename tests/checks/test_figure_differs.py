"""The edges of figure_differs that its page does not show a reader."""

import pytest

from sidelight.checks.figure_differs import check
from sidelight.model import Reading
from sidelight.related import compare
from tests.checks.made import reading


def marks(own: str, *others: str) -> list[str]:
    article = reading(own)
    reports = [reading(other, id=str(n)) for n, other in enumerate(others)]
    return [f.span.of(own) for f in check(article, compare(article, reports)) if f.span]


def cut(number: str) -> str:
    return f"The Hadley mill at Orsolt will cut {number} jobs by the summer, the owner said."


def test_marks_the_number_with_what_it_counts() -> None:
    assert marks(cut("340"), cut("240")) == ["340 jobs"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("about 2,000", "1,987"),
        ("2,000", "1,987"),
        ("more than 100", "120"),
        ("nearly 250", "240"),
        ("at least 200", "240"),
        ("twelve", "12"),
    ],
)
def test_is_silent_on_rounding_and_bounds_that_agree(one: str, other: str) -> None:
    assert marks(cut(one), cut(other)) == []
    assert marks(cut(other), cut(one)) == []


def test_a_bound_that_does_not_agree_differs() -> None:
    assert marks(cut("more than 300"), cut("240")) == ["more than 300 jobs"]


def test_two_figures_inside_one_report_are_that_reports_news() -> None:
    pledged = "Members pledged to raise defense spending to 5% of output by 2035."
    target = "Many members have yet to reach the current target of 2% of output."

    assert marks(f"{pledged} {target}", f"{pledged} {target} It rained.") == []


def test_the_same_value_of_another_thing_is_no_difference() -> None:
    assert marks(cut("340"), "The Hadley mill at Orsolt had 900 jobs in 1990.") == []


def fled(number: int, published: str | None) -> Reading:
    text = f"The fire at Hadley forced {number} people to leave home, the Orsolt mayor said."
    return reading(text, id=str(number), published=published)


def messages(own: Reading, other: Reading) -> list[str]:
    return [finding.message for finding in check(own, compare(own, [other]))]


def test_a_count_that_grew_by_the_later_report_is_no_difference() -> None:
    early, late = fled(200, "2024-05-01"), fled(450, "2024-05-02")

    assert messages(early, late) == messages(late, early) == []


def test_a_count_that_shrank_by_the_later_report_differs() -> None:
    [message] = messages(fled(450, "2024-05-01"), fled(200, "2024-05-04"))

    assert "updated" not in message


def test_without_dates_a_growing_count_may_have_been_updated() -> None:
    [message] = messages(fled(450, None), fled(200, "2024-05-02"))

    assert "may have been updated" in message


def test_since_when_it_lasts_does_not_say_when_it_was_counted() -> None:
    lasting = "Around Orsolt, 14 villages are drinking from tankers since May 2, 2024."
    now = "Around Orsolt, 19 villages were drinking from tankers on May 4, 2024."

    assert marks(lasting, now) == ["14 villages"]
    assert marks(lasting.replace("since", "on"), now) == []


def test_figures_of_two_days_are_no_difference() -> None:
    count = (
        "The gauge at Orsolt stood at 265 cubic metres a second on {}, it was measured."
    )

    assert marks(count.format("May 2, 2024"), count.format("May 3, 2024")) == []


def test_a_number_that_grew_is_the_number_of_its_day() -> None:
    here = "The gauge at Orsolt stood at 265 metres on May 2, 2024, down from 410."
    there = "By May 2, 2024 the gauge at Orsolt was down to 180 metres."

    assert "265 metres" in marks(here, there)


def test_a_value_tied_to_another_thing_says_so() -> None:
    grown = "The cost of the Hadley bridge has grown by 186 million crowns."
    reached = "The cost of the Hadley bridge has reached 186 million crowns."
    article = reading(grown)

    [finding] = check(article, compare(article, [reading(reached, id="1")]))

    assert "for something else" in finding.message
    assert finding.evidence
