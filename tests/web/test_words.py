import pytest

from sidelight.web.words import after, before, day, family_title


@pytest.mark.parametrize(
    ("published", "written"),
    [
        ("2024-04-09", "9 April 2024"),
        ("2024-04-09T23:30:00-05:00", "9 April 2024"),
        ("spring", "spring"),
    ],
)
def test_a_date_is_written_out(published: str, written: str) -> None:
    assert day(published) == written


def test_a_family_is_a_heading() -> None:
    assert family_title("who-says-so") == "Who says so"
    assert family_title("Who says so") == "Who says so"
    assert family_title("page") == "About the page"


def test_what_stands_around_a_quotation_is_cut_at_words() -> None:
    long = "lors said that the company would "

    assert before(long[:32]) == "… said that the company would"
    assert before("It said ") == "It said "
    assert (
        after(" at the tannery if the licence w") == " at the tannery if the licence …"
    )
    assert after(" it said. ") == " it said."
