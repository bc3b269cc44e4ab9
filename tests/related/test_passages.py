"""Running words in common, and who is one witness."""

from sidelight.model import Article, Reading
from sidelight.readings import read
from sidelight.related.passages import shared, witnesses

RUN = "the old iron bridge was shut after cracks were found in its northern pillars"


def reading(text: str) -> Reading:
    return read(Article(text))


def runs(one: str, other: str) -> list[tuple[int, str, str]]:
    a, b = reading(one), reading(other)
    return [(p.words, p.here.of(one), p.there.of(other)) for p in shared(a, [b])]


def test_the_run_is_as_long_as_the_words_agree() -> None:
    [(words, here, there)] = runs(f"Today {RUN}, they said.", f"It is {RUN.upper()}!")

    assert words == 14
    assert here == RUN
    assert there == RUN.upper()


def test_hyphen_and_dash_are_no_difference() -> None:
    [(words, *_)] = runs(f"On June 24-25 {RUN}.", f"On June 24–25 {RUN}.")

    assert words == 18


def test_a_title_is_no_shared_wording() -> None:
    title = (
        "Army General Mara Ellis, Chief of the General Staff of the Orsolt Armed Forces"
    )

    assert runs(f"Then {title}, left.", f"It was {title}, who came.") == []


def test_a_run_that_stands_twice_is_found_twice() -> None:
    assert len(runs(f"So {RUN}. Yes, {RUN}, he said.", f"Now {RUN}.")) == 2


def test_reports_that_share_much_are_one_witness() -> None:
    long = f"{RUN} and a diver had looked at each of them by lamplight twice that night"
    article = reading("The bridge is shut.")
    copies = [
        reading(f"One: {long}."),
        reading("Another: it is shut."),
        reading(f"Two: {long}!"),
    ]

    assert witnesses(article, copies) == (1, 2, 1)


def test_who_shares_much_with_the_article_is_no_other_witness() -> None:
    long = f"{RUN} and a diver had looked at each of them by lamplight twice that night"
    article, copy = reading(f"One: {long}."), reading(f"Two: {long}!")

    assert witnesses(article, [copy]) == (0,)


def test_a_refrain_takes_no_time() -> None:
    text = "na na na na na hey hey hey goodbye " * 400

    list(shared(reading(text), [reading(text + "x")]))


def test_nearly_the_same_words_are_one_passage() -> None:
    [(words, here, there)] = runs(
        f"Today {RUN} and a diver looked at each.",
        f"Now {RUN.replace('cracks', 'rifts')} and a diver looked at each!",
    )

    assert words == 19  # and one exchanged
    assert here.startswith("the old iron bridge was shut after cracks")
    assert there.startswith("the old iron bridge was shut after rifts")


def test_tense_and_person_are_no_change_of_words_to_grow_over() -> None:
    one = (
        "we are filling our reservoir with our snow at the pace that was advised to us"
    )
    other = (
        "they were filling their reservoir with their snow at the pace that is advised "
        "to them"
    )
    a, b = reading(f"Now {one}."), reading(f"Then {other}.")

    [passage] = shared(a, [b])

    assert (passage.words, passage.changed) == (16, 6)


def test_reports_that_share_a_quotation_are_two_witnesses() -> None:
    long = f"{RUN} and a diver had looked at each of them by lamplight twice that night"
    article = reading("The bridge is shut.")
    copies = [reading(f"“{long},” said one."), reading(f"Two heard: “{long}.”")]

    assert witnesses(article, copies) == (1, 2)
