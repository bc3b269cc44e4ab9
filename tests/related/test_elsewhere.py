"""What one report alone has, and what two others have and this one has not."""

import pytest

from sidelight.model import Article, Comparison, Reading, Related
from sidelight.readings import read
from sidelight.related.elsewhere import missing_points, quoted_here_alone

QUOTED = (
    "The mill will shut, its owner Mara Hadley said. “Whoever weeps for looms has never "
    "paid for one,” Mara Hadley said."
)
HEARD = "The mill in Orsolt will shut, its owner Mara Hadley said on day {}."
DEBT = (
    "Its owner, Mara Ellis, had borrowed forty million crowns from a bank in Velk "
    "against the advice of the auditors."
)
DEBT_TOO = (
    "Against the advice of the auditors Mara Ellis borrowed her forty million crowns "
    "at a Velk bank, it was learned."
)


def reading(text: str, published: str | None = None) -> Reading:
    return read(Article(text, published=published))


def beside(*reports: Reading, witness: tuple[int, ...] | None = None) -> Comparison:
    return Comparison(
        searched=len(reports),
        reports=tuple(Related(report, 0.5) for report in reports),
        witness=witness or tuple(range(1, len(reports) + 1)),
    )


def alone(*reports: str, witness: tuple[int, ...] | None = None) -> list[str]:
    comparison = beside(*map(reading, reports), witness=witness)
    return [
        quotation.inner.of(QUOTED)
        for quotation, _ in quoted_here_alone(reading(QUOTED), comparison)
    ]


def test_three_reports_hear_the_speaker_and_none_has_the_words() -> None:
    assert alone(*map(HEARD.format, range(3))) == [
        "Whoever weeps for looms has never paid for one,"
    ]


def test_two_that_share_wording_are_one() -> None:
    assert alone(*map(HEARD.format, range(3)), witness=(1, 1, 2)) == []
    assert alone(*map(HEARD.format, range(3)), witness=(0, 1, 2)) == []


def test_one_that_has_the_words_is_enough() -> None:
    told = f"{HEARD.format(3)} Who weeps for looms, she added, never paid for them."

    assert alone(*map(HEARD.format, range(3)), told) == []


def test_another_week_is_another_story() -> None:
    own = reading(QUOTED, "2024-05-04")
    others = [reading(HEARD.format(n), f"2024-05-{20 + n}") for n in range(3)]

    assert list(quoted_here_alone(own, beside(*others))) == []


@pytest.mark.parametrize(
    ("own", "days", "witness", "missing"),
    [
        ("The mill will shut.", ("03", "04"), (1, 2), True),
        ("The mill will shut.", ("03", "05"), (1, 2), False),  # one came later
        ("The mill will shut.", ("03", "04"), (1, 1), False),  # one witness
        ("The mill will shut.", ("03", "04"), (0, 1), False),  # this one's own copy
        (f"The mill will shut. {DEBT}", ("03", "04"), (1, 2), False),
        (
            (
                "Mara Ellis owes crowns to a Velk bank. She had borrowed forty million, "
                "whatever auditors advised."
            ),
            ("03", "04"),
            (1, 2),
            False,
        ),
    ],
)
def test_a_point_that_two_others_have(
    own: str,
    days: tuple[str, str],
    witness: tuple[int, ...],
    missing: bool,  # noqa: FBT001
) -> None:
    others = [
        reading(text, f"2024-05-{day}")
        for text, day in zip((DEBT, DEBT_TOO), days, strict=True)
    ]
    comparison = beside(*others, witness=witness)

    points = missing_points(reading(own, "2024-05-04"), comparison)

    assert bool(points) is missing


def test_the_same_sentence_twice_is_one_witness() -> None:
    others = [reading(DEBT, "2024-05-03"), reading(f"Now: {DEBT}", "2024-05-03")]

    assert missing_points(reading("It will shut.", "2024-05-04"), beside(*others)) == []


def test_without_a_day_nobody_knows_who_was_first() -> None:
    others = [reading(DEBT), reading(DEBT_TOO)]

    assert missing_points(reading("The mill will shut."), beside(*others)) == []


def test_a_source_without_a_name_is_heard_by_nobody_else() -> None:
    said = "“The looms were sold twice over,” a senior ministry official said."
    article = reading(f"The mill will shut in May. {said}")
    comparison = beside(*(reading(HEARD.format(day)) for day in range(3)))

    [(quotation, voice)] = quoted_here_alone(article, comparison)

    assert quotation.inner.of(article.text).startswith("The looms")
    assert not voice.named


def test_a_short_clause_is_enough_and_a_phrase_is_not() -> None:
    def quoted(words: str) -> int:
        article = reading(f"The mill will shut. “{words}” Mara Hadley said.")
        comparison = beside(*(reading(HEARD.format(day)) for day in range(3)))
        return len(list(quoted_here_alone(article, comparison)))

    assert quoted("We are not weeping for looms,") == 1
    assert quoted("No tears for looms,") == 0
