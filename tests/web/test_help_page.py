from sidelight.web.help_page import about, help_page, title_of

PAGE = """Said twice

What is said here
is said again.

## Marked

> <mark>It is said.</mark> Again & again <b>it</b> is.
"""


def test_the_first_line_is_the_title_and_the_next_paragraph_what_it_is_about() -> None:
    assert title_of(PAGE) == "Said twice"
    assert about(PAGE) == "What is said here is said again."


def test_marks_are_kept_and_all_other_html_is_text() -> None:
    html = help_page(PAGE)

    assert "Said twice" not in html
    assert "<h2>Marked</h2>" in html
    assert "<mark>It is said.</mark> Again &amp; again &lt;b&gt;it&lt;/b&gt;" in html
