"""The bytes of a page as its text, whatever it says they are."""

import pytest

from sidelight.pages.charsets import decoded

TEXT = "“Süd” café"


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (TEXT.encode(), ""),
        (TEXT.encode(), "text/html; charset=UTF-8"),
        (TEXT.encode("utf-8-sig"), "text/html; charset=iso-8859-1"),
        (TEXT.encode("utf-16"), ""),
        (TEXT.encode("cp1252"), ""),
        (TEXT.encode("cp1252"), 'text/html; charset="ISO-8859-1"'),
        (TEXT.encode("cp1252"), "text/html; charset=no-such-thing"),
        (TEXT.encode("cp1252"), "text/html; charset=base64"),
        (TEXT.encode("mac-roman"), "text/html; charset=macintosh"),
    ],
)
def test_the_encoding_that_is_named_or_fits(content: bytes, media_type: str) -> None:
    assert decoded(content, media_type) == TEXT


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1251">',
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>",
        '<?xml version="1.0" encoding="windows-1251"?>',
    ],
)
def test_a_page_names_its_own(head: str) -> None:
    assert decoded((head + "Дамба").encode("cp1251")).endswith("Дамба")


def test_what_fits_nothing_is_marked() -> None:
    assert decoded(b"caf\xe9", "text/html; charset=utf-8") == "caf\ufffd"
