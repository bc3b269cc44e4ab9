"""robots.txt as RFC 9309 has it, and as sites write it."""

import time

import pytest

from sidelight.ingest.robots import LONGEST_DELAY, Robots

FILE = """
# A site that has had visitors.
User-agent: Others
User-agent: Worse/2.0
Disallow: /

User-agent: *
Crawl-delay: 3
Disallow: /private
Disallow: /*.pdf$
Disallow: /search?
Allow: /private/open
Disallow:

User-agent: SIDELIGHT
Disallow: /only-us
"""


def test_the_group_that_names_us_takes_the_place_of_all_others() -> None:
    ours = Robots(FILE)

    assert not ours.allow("/only-us/a")
    assert ours.allow("/private")
    assert ours.delay == 0


@pytest.mark.parametrize(
    ("target", "allowed"),
    [
        ("/", True),
        ("/private", False),
        ("/private/a", False),
        ("/private/open/a", True),
        ("/a/b.pdf", False),
        ("/a/b.pdf?page=2", True),
        ("/search?q=dam", False),
        ("/search", True),
        ("/%70rivate", False),
    ],
)
def test_the_longest_pattern_that_fits_decides(target: str, allowed: bool) -> None:  # noqa: FBT001
    everybody = Robots(FILE.replace("SIDELIGHT", "Somebody"))

    assert everybody.allow(target) is allowed
    assert everybody.delay == 3


@pytest.mark.parametrize(
    "text",
    ["", "Disallow: /", "<html>no robots here</html>", "\ufeff", "User-agent: *"],
)
def test_a_file_without_rules_for_us_allows_all(text: str) -> None:
    assert Robots(text).allow("/a")


def test_a_mark_before_the_first_line_hides_nothing() -> None:
    assert not Robots("\ufeffUser-agent: *\nDisallow: /").allow("/a")


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("2.5", 2.5), ("-1", 0), ("soon", 0), ("nan", 0), ("inf", LONGEST_DELAY)],
)
def test_a_delay_is_a_number_of_seconds(written: str, seconds: float) -> None:
    assert Robots(f"User-agent: *\nCrawl-delay: {written}").delay == seconds


def test_equal_patterns_allow() -> None:
    assert Robots("User-agent: *\nDisallow: /a\nAllow: /a").allow("/a")


def test_a_hostile_file_costs_no_time() -> None:
    stars = "/" + "*a" * 900 + "*b"
    named = "User-agent: x\nUser-agent: *\n" * 2_000
    rules = Robots(named + f"Disallow: {stars}\n" * 200)
    began = time.process_time()

    assert rules.allow("/" + "a" * 1_900)
    assert time.process_time() - began < 2
