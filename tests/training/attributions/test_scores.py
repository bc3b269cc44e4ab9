"""What counts as right, on two hand-made attributions."""

from dataclasses import replace

import pytest

from sidelight.model import Span
from sidelight.readings.pieces import Link, Piece, pieces_of
from sidelight.training.attributions.gold import GoldPage, page_of
from sidelight.training.attributions.scores import Scores
from sidelight.training.polnear import GoldArticle, GoldAttribution

TEXT = "Kim said the mill is clean. The anglers doubt that it ever will be."


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def gold() -> GoldPage:
    said = GoldAttribution(
        (span("Kim"),), (span("said"),), (span("the mill is clean"),)
    )
    doubted = GoldAttribution(
        (span("The anglers"),), (span("doubt"),), (span("that it ever will be"),)
    )
    return page_of(GoldArticle("mill_one", TEXT, (said, doubted)))


def pieces() -> list[Piece]:
    page = gold()
    return pieces_of(page.page, page.labels)


def scored(*links: Link) -> dict[str, dict[str, float]]:
    scores = Scores()
    scores.add(gold(), gold().labels, links)
    return scores.figures()["linked"]


def kim() -> Link:
    source, cue, content, *_ = pieces()
    return Link(source, cue, (content,))


def anglers() -> Link:
    *_, source, cue, content = pieces()
    return Link(source, cue, (content,))


def test_all_right_is_a_hundred() -> None:
    figures = scored(kim(), anglers())

    assert [figures[name]["f1"] for name in ("all", "say", "other")] == [100.0] * 3


def test_say_counts_words_of_reporting_alone() -> None:
    figures = scored(kim())

    assert figures["say"] == {
        "precision": 100.0,
        "recall": 100.0,
        "f1": 100.0,
        "gold": 1,
    }
    assert figures["all"]["recall"] == 50.0


def test_content_must_overlap_by_half_and_the_source_touch() -> None:
    link = kim()
    content = link.content[0]
    half = replace(content, after=content.first + 2)
    less = replace(content, after=content.first + 1)

    assert scored(Link(link.source, link.cue, (half,)))["say"]["f1"] == 100.0
    assert scored(Link(link.source, link.cue, (less,)))["say"]["f1"] == 0.0
    assert scored(Link(anglers().source, link.cue, (content,)))["say"]["f1"] == 0.0


def test_an_attribution_without_a_source_is_not_counted() -> None:
    link = kim()

    figures = scored(Link(None, link.cue, link.content))

    assert figures["all"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "gold": 2}


@pytest.mark.parametrize("part", ["source", "cue", "content"])
def test_strict_wants_both_ends(part: str) -> None:
    page = gold()
    labels = page.labels.copy()
    labels[page.page.words.index("mill")] = 0  # cuts the first content in two
    scores = Scores()
    scores.add(page, labels, ())

    right = {"source": 100.0, "cue": 100.0, "content": 40.0}
    assert scores.figures()["strict"][part]["f1"] == right[part]
