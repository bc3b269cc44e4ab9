"""How long reading one sample report, and noting it beside the other five, takes."""

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
