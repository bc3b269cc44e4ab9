"""How long reading one sample report, and noting it beside the other five, takes."""

from dataclasses import replace

from pytest_benchmark.fixture import BenchmarkFixture

from sidelight import pipeline, samples
from sidelight.pages import load

ARTICLES = [load(path) for path in samples.reports()]


def test_reading(benchmark: BenchmarkFixture) -> None:
    reading = benchmark(pipeline.read, ARTICLES[0])

    assert reading.attributions


def test_noting_beside_five_others(benchmark: BenchmarkFixture) -> None:
    first, *others = (pipeline.read(article) for article in ARTICLES)
    page = benchmark(pipeline.notes, first, reports=others, checks="all")

    assert page["items"]


def test_noting_beside_twenty_others(benchmark: BenchmarkFixture) -> None:
    """Five others in four editions each, which share most of their words."""
    first, *others = ARTICLES
    editions = [
        pipeline.read(replace(other, id=f"{other.id}-{n}", url=None, text=text))
        for other in others
        for n in range(4)
        if (text := f"{other.text}\n\nEdition {n} of the day.")
    ]
    reading = pipeline.read(first)
    page = benchmark(pipeline.notes, reading, reports=editions)

    assert len(page["sidelight:compared"]["reports"]) == len(editions)
