"""Every check's help page is complete, and every example on it is true."""

import pytest

from sidelight.checks import Check, every_check
from tests.checks.examples import HEADINGS, Example, examples, sections


def page_of(check: Check) -> dict[str, str]:
    return sections(check.__doc__ or "")


def marked_by(check: Check, example: Example) -> tuple[str, ...]:
    reading, comparison = example.read(whole="whole-text" in check.NEEDS)
    texts = {"text": reading.text, "title": reading.article.title or ""}
    return tuple(
        finding.span.of(texts[finding.part]).strip("‘’“”\"'")
        if finding.span
        else "Page"
        for finding in check.check(reading, comparison)
    )


def bare(marked: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(words.strip("‘’“”\"'") for words in marked)


def cases(*headings: str) -> list[object]:
    return [
        pytest.param(check, example, id=f"{check.ID}: {example.text[:40]}")
        for check in every_check()
        for heading in headings
        for example in examples(page_of(check).get(heading, ""))
    ]


@pytest.mark.parametrize("check", every_check(), ids=lambda check: check.ID)
def test_page_has_every_heading_and_examples_both_ways(check: Check) -> None:
    page = page_of(check)

    assert [heading for heading in page if heading in HEADINGS] == list(HEADINGS)
    assert all(example.marked for example in examples(page["Marked"]))
    assert not any(example.marked for example in examples(page["Not marked"]))
    assert list(examples(page["Marked"]))
    assert list(examples(page["Not marked"]))


@pytest.mark.parametrize(("check", "example"), cases("Marked", "Not marked"))
def test_example_is_true(check: Check, example: Example) -> None:
    assert marked_by(check, example) == bare(example.marked)


@pytest.mark.parametrize(("check", "example"), cases("Known misses"))
@pytest.mark.xfail(reason="documented on the check's page; strict: a fix must say so")
def test_known_miss_is_still_a_miss(check: Check, example: Example) -> None:
    assert marked_by(check, example)
