"""The edges of shared_wording that its page does not show a reader."""

from sidelight.checks.shared_wording import check
from sidelight.related import compare
from tests.checks.made import reading

TWELVE = "the old iron bridge was shut after cracks were found in its pillars"
LEAD = "Hadley’s river rose at Orsolt on the day when the council said"


def marks(own: str, *others: str, label: str | None = None) -> list[str]:
    article = reading(own, label=label)
    reports = [reading(other, id=str(n)) for n, other in enumerate(others)]
    return [f.span.of(own) for f in check(article, compare(article, reports)) if f.span]


def test_marks_the_longest_run_across_punctuation_and_case() -> None:
    own = f"In Hadley, {TWELVE}, Orsolt heard."
    other = f"Orsolt, at Hadley: {TWELVE.upper()}! Many came."

    assert marks(own, other) == [f"Hadley, {TWELVE}"]


def test_eleven_words_are_a_phrase() -> None:
    eleven = " ".join(TWELVE.split()[:11])

    assert (
        marks(f"Hadley: {eleven}. Orsolt.", f"Orsolt, where {eleven} at Hadley.") == []
    )


def test_credited_agency_copy_is_no_surprise() -> None:
    own, other = f"At Hadley {TWELVE}, Orsolt heard.", f"Orsolt at Hadley: {TWELVE}!"

    assert marks(own, other, label="agency") == []


def test_one_passage_in_two_reports_is_one_note() -> None:
    own = f"At Hadley {TWELVE}, Orsolt heard."
    article = reading(own)
    reports = [
        reading(f"Orsolt at Hadley: {TWELVE}! {more}", id=more)
        for more in ("A crowd came.", "It rained.")
    ]

    [finding] = check(article, compare(article, reports))

    assert len(finding.evidence) == 2
    assert "2 other reports" in finding.message


NEARLY = (
    "the storm tore the roofs from more than forty houses in the old quarter and left "
    "most of the town without power"
)


def test_a_word_exchanged_in_each_six_is_still_the_same_wording() -> None:
    other = NEARLY.replace("more than", "over").replace("most", "much")

    assert marks(f"In Hadley {NEARLY}, it was.", f"It was Hadley: {other}.") == [
        f"Hadley {NEARLY}"
    ]


def test_more_words_exchanged_are_another_wording() -> None:
    other = (
        NEARLY.replace("tore", "ripped")
        .replace("forty", "thirty")
        .replace("old", "poor")
        .replace("left", "kept")
        .replace("town", "city")
    )

    assert (
        marks(f"At Hadley {NEARLY}, Orsolt heard.", f"Orsolt, Hadley: {other}.") == []
    )


def test_a_short_run_with_a_word_exchanged_is_a_phrase() -> None:
    own = " ".join(NEARLY.split()[:15])
    other = own.replace("forty", "thirty")

    assert marks(f"At Hadley {own}, Orsolt heard.", f"Orsolt, Hadley: {other}.") == []


def test_a_quotation_inside_does_not_save_twelve_other_words() -> None:
    own = "The bridge was shut after cracks, “wide as my hand”, were found in two of its pillars"

    assert marks(f"{own}. Orsolt, Hadley.", f"At Orsolt, Hadley: {own.lower()}!") == [
        own
    ]


def test_a_few_quoted_words_do_not_make_a_sentence_a_quotation() -> None:
    said = (
        "the bridge over the river was “unsafe” and shut at noon, said the old engineer"
    )
    own, other = f"At Hadley {said}. Orsolt.", f"Orsolt, Hadley: so {said}. It rained."

    assert marks(own, other) == [said]


def test_both_name_the_agency_that_wrote_it() -> None:
    own = f"HADLEY (Quill) - Today {TWELVE}, Orsolt heard."
    other = f"Orsolt, Hadley: {TWELVE}! Heard today in Hadley."

    assert marks(own, other)
    assert marks(own, f"{other} Copyright 2024 The Quill") == []


def test_small_print_posts_and_documents_are_no_reporting() -> None:
    for before, after in (
        ("", " All rights reserved"),
        ("The council wrote:\n\n", ""),
        ("", " pic.hadley.example/x"),
        ("", " — Mara Ellis (@mara)"),
    ):
        own = f"Hadley, Orsolt. {before}{TWELVE}{after}."
        assert marks(own, own.replace("Hadley, Orsolt.", "Orsolt and Hadley.")) == []


def test_lines_of_pictures_are_no_reporting() -> None:
    for before, after in (
        ("", " Hide caption 3 of 25 photos: Hadley."),
        ("", " (Mara Ellis/Quill)."),
        ("", ""),
        ("'", ".' Orsolt."),
    ):
        own = f"Hadley, Orsolt. {before}{TWELVE}{after}"
        assert marks(own, own.replace("Hadley, Orsolt.", "Orsolt and Hadley.")) == []
