"""What a headline promises is found, and what promises nothing is not."""

import pytest

from sidelight.readings import headlines


def promised(title: str) -> list[tuple[str, str]]:
    return [(w.span.of(title), w.kind) for w in headlines.words(title)]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("EXCLUSIVE: How the dam broke", ("EXCLUSIVE", "exclusive")),
        ("Revealed: the clause in the deal", ("Revealed", "exclusive")),
        ("How the dam broke | Exclusive", ("Exclusive", "exclusive")),
        ("WORLD EXCLUSIVE - dam breaks", ("EXCLUSIVE", "exclusive")),
        ("DONE DEAL: Vann joins Hadley", ("DONE DEAL", "settled")),
        ("CONFIRMED: Vann joins Hadley", ("CONFIRMED", "settled")),
        ("The secret plan for Hadley", ("secret", "secret")),
        ("Mayor doubles tram fares", ("doubles", "times")),
        ("Mayor to close the dam", ("to close", "certain")),
        ("Ice caused fall of bridge", ("caused", "cause")),
        ("Council halves toll", ("halves", "times")),
        ("All schools shut in Orsolt", ("All", "all")),
        ("Owner plots end of mill", ("plots", "grave")),
        ("The worst flood at Hadley", ("worst", "grave")),
    ],
)
def test_finds_the_words_that_promise(title: str, found: tuple[str, str]) -> None:
    assert promised(title) == [found]


@pytest.mark.parametrize(
    "title",
    [
        "Exclusive interview with the keeper of the dam",
        "EXCLUSIVE: Mara Ellis speaks of the dam",
        "The exclusive club that nobody leaves",
        "Council reveals plan",
        "Secret Service at the dam",
        "The secret of a good pie",
        "Secret recordings from the dam",
        "‘Secret’ plan for the dam",
        "Was there a secret plan?",
        "Double murder at the dam",
        "Mayor doubles down on fares",
        "All eyes on Hadley",
        "Minister confirmed in office",
    ],
)
def test_is_silent_on_names_forms_and_questions(title: str) -> None:
    assert promised(title) == []


def test_what_is_secret_or_doubled_is_told_by_its_stems() -> None:
    [secret] = headlines.words("Mayor’s secret plan for tram fares")
    [times] = headlines.words("Council triples bridge toll")

    assert secret.about == ("plan", "tram", "fare")
    assert (times.about, times.times) == (("bridg", "toll"), 3.0)


def test_the_figures_of_a_title_are_read_without_its_dates() -> None:
    title = "40 workers lose jobs on June 24"

    assert [f.span.of(title) for f in headlines.figures(title)] == ["40"]


def test_what_bears_a_grave_word_out_need_be_none_itself() -> None:
    [plot] = headlines.words("Owner plots end of mill")

    assert "scheme" in plot.about
    assert headlines.words("A scheme for the mill") == ()
