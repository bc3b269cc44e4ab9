"""Units beside a number, by their own names."""

import pytest

from sidelight.readings import figures


@pytest.mark.parametrize(
    ("text", "covered", "unit"),
    [
        ("It rose 5%.", "5%", "percent"),
        ("It rose 5 percent.", "5 percent", "percent"),
        ("It rose five per cent.", "five per cent", "percent"),
        ("It rose 3 percentage points.", "3 percentage points", "percentage-points"),
        ("It rose 3pp.", "3pp", "percentage-points"),
        ("It rose 25 basis points.", "25 basis points", "basis-point"),
        ("It cost £3m.", "£3m", "GBP"),
        ("It cost $5 billion.", "$5 billion", "USD"),
        ("It cost US$5 billion.", "US$5 billion", "USD"),
        ("It cost A$5 billion.", "A$5 billion", "AUD"),
        ("It cost €2bn.", "€2bn", "EUR"),
        ("It cost EUR50m.", "EUR50m", "EUR"),
        ("It cost Rs 500 crore.", "Rs 500 crore", "INR"),
        ("It cost 8 Australian dollars.", "8 Australian dollars", "AUD"),
        ("It cost 9 billion yuan.", "9 billion yuan", "CNY"),
        ("It cost 2 billion pounds.", "2 billion pounds", "GBP"),
        ("It lost thousands of dollars.", "thousands of dollars", "USD"),
        ("It weighs 150 pounds.", "150 pounds", "pound"),
        ("It weighs 70kg.", "70kg", "kilogram"),
        ("It burnt 40 hectares.", "40 hectares", "hectare"),
        ("It flew 2,000km.", "2,000km", "kilometre"),
        ("It flew 60 miles.", "60 miles", "mile"),
        ("It is 200 square miles.", "200 square miles", "square-mile"),
        ("It blew at 74 mph.", "74 mph", "mile-per-hour"),
        ("It was 40 degrees Celsius.", "40 degrees Celsius", "degree-celsius"),
        ("It was 19C.", "19C", "degree-celsius"),
        ("A magnitude 6.2 quake.", "magnitude 6.2", "magnitude"),
        ("A 6.2-magnitude quake.", "6.2-magnitude", "magnitude"),
        ("It took three weeks.", "three weeks", "week"),
        ("A three-day visit.", "three-day", "day"),
        ("It took half an hour.", "half an hour", "hour"),
        ("It cut 340 jobs.", "340", None),
    ],
)
def test_names_the_unit_and_covers_it(text: str, covered: str, unit: str) -> None:
    [figure] = figures.read(text)

    assert (figure.span.of(text), figure.unit) == (covered, unit)


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("A 34-year-old man.", "34-year-old"),
        ("He is 34 years old.", "34 years old"),
        ("She died, aged 34.", "34"),
        ("Mary Smith, 34, was there.", "34"),
    ],
)
def test_an_age_counts_age(text: str, covered: str) -> None:
    [figure] = figures.read(text)

    assert figure.span.of(text) == covered
    assert (figure.low, figure.unit, figure.counts) == (34, "year", "age")


def test_a_name_is_no_unit() -> None:
    assert figures.read("During 2016 Stone spoke to officials.") == ()
