from typing import Any

import pytest

from sidelight.web.annotated import (
    MOST_BARS,
    bars,
    by_family,
    by_reason,
    local_links,
    web_link,
)


def voice(name: str, statements: int) -> dict[str, Any]:
    return {"name": name, "party": None, "named": True, "statements": statements}


def test_bars_are_as_long_as_what_they_count_and_the_longest_comes_first() -> None:
    first, second = bars([voice("B", 1), voice("A", 4)])

    assert (first.name, second.name) == ("A", "B")
    assert first.percent == 4 * second.percent


def test_a_chart_stays_small() -> None:
    assert len(bars([voice(str(n), 1) for n in range(30)])) == MOST_BARS
    assert bars([voice("Silent", 0)]) == []


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "//evil.example",
        "http://[::1",
        "",
        None,
    ],
)
def test_an_address_that_is_no_web_page_is_no_link(url: str | None) -> None:
    assert web_link(url) is None


@pytest.mark.parametrize("url", ["https://a.example/b?c#d", "HTTP://a.example"])
def test_a_web_page_is_a_link(url: str) -> None:
    assert web_link(url) == url


def test_a_report_that_is_shown_here_is_opened_here_at_the_passage() -> None:
    link = local_links({"https://a.example/": "/samples/a"})
    here = {"report": {"url": "https://a.example/"}}
    there = {"report": {"url": "https://b.example/"}}

    assert link({**here, "link": "https://a.example/#:~:text=x"}) == (
        "/samples/a#:~:text=x"
    )
    assert link({**here, "link": None}) == "/samples/a"
    assert link({**there, "link": "https://b.example/#:~:text=x"}) == (
        "https://b.example/#:~:text=x"
    )
    assert link({"report": {"url": None}, "link": "javascript:alert(1)"}) is None


def test_skipped_checks_are_told_by_their_reason() -> None:
    checked: list[dict[str, Any]] = [
        {"id": "a", "skipped": "No title."},
        {"id": "b", "notes": 0},
        {"id": "c", "skipped": "No title."},
    ]

    assert by_reason(checked, {"a": "A", "b": "B", "c": "C"}) == {
        "No title.": ["A", "C"]
    }


def test_checks_that_noticed_nothing_are_told_by_family() -> None:
    checked: list[dict[str, Any]] = [
        {"id": "a", "notes": 0},
        {"id": "b", "notes": 2},
        {"id": "c", "notes": 0},
        {"id": "d", "skipped": "No title."},
    ]
    families = {"a": "who-says-so", "c": "who-says-so"}

    assert by_family(checked, {"a": "A", "c": "C"}, families) == {
        "who-says-so": ["A", "C"]
    }
