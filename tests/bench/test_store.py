"""How long the store takes, with as many reports as a busy month brings."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import accumulate
from random import Random

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from sidelight.model import Article, Clause, Reading, Span, Words
from sidelight.store import Store, open_store
from tests.store.makers import DAY

REPORTS = 10_000
EVENT = 8  # reports an event
WORDS = 650
VOCABULARY = tuple(f"w{n}" for n in range(20_000))
RARE = VOCABULARY[2_000:]
# Zipf's law, as far as words of a text follow it.
FREQUENCIES = tuple(accumulate(1 / (rank + 5) for rank in range(len(VOCABULARY))))

pytestmark = pytest.mark.timeout(1_200)


def report(number: int) -> Reading:
    """Make up a report that shares thirty rare words with those of its event."""
    random = Random(number)  # noqa: S311 - the same reports each time
    event = Random(-1 - number // EVENT)  # noqa: S311
    rare = event.sample(RARE, 30)
    words = random.choices(VOCABULARY, cum_weights=FREQUENCIES, k=WORDS - 100)
    words += random.choices(rare, k=100)
    random.shuffle(words)
    ends = tuple(end - 1 for end in accumulate(len(word) + 1 for word in words))
    starts = tuple(end - len(word) for end, word in zip(ends, words, strict=True))
    clauses = tuple(
        Clause(
            Span(starts[at], ends[at + 10]),
            sentence=at // 22,
            verbs=tuple(words[at : at + 2]),
            words=tuple(words[at + 2 : at + 9]),
            names=tuple(words[at + 9 : at + 11]),
        )
        for at in range(0, WORDS - 11, 11)
    )
    terms = dict.fromkeys([*rare, *sorted(words, key=len)[-30:]])
    return Reading(
        Article(
            " ".join(words),
            url=f"https://news.example/{number}",
            published=str(DAY + timedelta(number // EVENT % 30)),
        ),
        words=Words(starts, ends, tuple(words)),
        clauses=clauses,
        terms=tuple((term, 0.3 - 0.004 * rank) for rank, term in enumerate(terms)),
    )


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Fill a store, and return where it is."""
    address = f"sqlite:///{tmp_path_factory.mktemp('bench') / 'store.sqlite3'}"
    with open_store(address) as store:
        for first in range(0, REPORTS, 100):
            store.add_many([report(n) for n in range(first, first + 100)])
    return address


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url) as opened:
        yield opened


def test_the_40_nearest(benchmark: BenchmarkFixture, store: Store) -> None:
    article = report(REPORTS + EVENT)

    assert len(benchmark(store.near, article)) == 40


def test_adding_twenty(benchmark: BenchmarkFixture, store: Store) -> None:
    batches = iter(range(REPORTS * 2, REPORTS * 9, 20))

    def batch() -> tuple[tuple[list[Reading]], dict[str, object]]:
        first = next(batches)
        return ([report(n) for n in range(first, first + 20)],), {}

    benchmark.pedantic(store.add_many, setup=batch, rounds=30)  # type: ignore[no-untyped-call]


def test_opening(benchmark: BenchmarkFixture, url: str) -> None:
    benchmark(lambda: open_store(url).close())
