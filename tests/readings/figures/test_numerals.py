"""What a number comes to, in digits and in words."""

import pytest

from sidelight.readings import figures


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It cut 340 jobs.", 340),
        ("It cut 2,300 jobs.", 2_300),
        ("It cut 2.3 million jobs.", 2_300_000),
        ("A rate of .5 percent.", 0.5),
        ("Some 1.5bn users.", 1_500_000_000),
        ("It sold 12.3m tonnes.", 12_300_000),
        ("It earned $2m.", 2_000_000),
        ("Rs 500 crore was paid.", 5_000_000_000),
        ("Twelve people left.", 12),
        ("A dozen soldiers left.", 12),
        ("Two dozen soldiers left.", 24),
        ("A hundred soldiers left.", 100),
        ("Some twenty-eight thousand six hundred forty-two students.", 28_642),
        ("One hundred and twenty seats.", 120),
        ("Two and a half million people.", 2_500_000),
        ("It took 2½ hours.", 2.5),
        ("It took three and a half hours.", 3.5),
        ("Half a million people.", 500_000),
        ("A quarter of a million homes.", 250_000),
        ("Half of the seats.", 0.5),
        ("Three-quarters of the seats.", 0.75),
        ("A third of voters.", 1 / 3),
        ("It takes 3/4 of an hour.", 0.75),
        ("One in five children.", 0.2),
        ("A 1 in 10,000 chance.", 0.0001),
        ("Nine out of ten doctors.", 0.9),
        ("Revenue grew sixfold.", 6),
        ("A gain of -5 yards.", -5),
        ("Cooled to minus-260 degrees Fahrenheit.", -260),
    ],
)
def test_reads_the_value(text: str, value: float) -> None:
    [figure] = figures.read(text)

    assert (figure.low, figure.high) == pytest.approx((value, value))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Hundreds of people fled.", 100, 1_000),
        ("Thousands of lives were lost.", 1_000, 10_000),
        ("Tens of thousands of people fled.", 10_000, 100_000),
        ("Dozens were hurt.", 24, 100),
    ],
)
def test_a_round_plural_is_about_its_power_of_ten(
    text: str, low: float, high: float
) -> None:
    [figure] = figures.read(text)

    assert (figure.low, figure.high, figure.bound) == (low, high, "about")


def test_two_numbers_joined_by_and_stay_two() -> None:
    found = figures.read("It has one hundred and two hundred seats in its two halls.")

    assert [figure.low for figure in found] == [100, 200, 2]


@pytest.mark.parametrize(
    "text",
    ["one one one one", "2.3.1", ".0.0", "1,23,4", "99999999999999999999", "007"],
)
def test_what_is_no_number_is_left_out(text: str) -> None:
    assert figures.read(text) == ()
