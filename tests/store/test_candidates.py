"""Which reports are near: those with the heaviest terms in common, of these days."""

from datetime import date, timedelta
from itertools import permutations
from random import Random

import pytest

from sidelight.store import Store
from tests.store.makers import DAY, reading, several, texts

DAM = {"dam": 0.6, "ostrey": 0.4}


def near_to(store: Store, **known: object) -> list[str]:
    return texts(store.near(reading("What is being read.", **known)))  # type: ignore[arg-type]


def test_the_nearest_come_first(store: Store) -> None:
    store.add(reading("Both.", terms={"dam": 0.5, "ostrey": 0.5}))
    store.add(reading("One.", terms={"dam": 0.5, "mill": 0.9}))
    store.add(reading("Heavy.", terms={"dam": 0.9}))
    store.add(reading("None.", terms={"mill": 0.9}))

    assert near_to(store, terms=DAM) == ["Heavy.", "Both.", "One."]


def test_there_are_no_more_than_asked_for(store: Store) -> None:
    store.add_many(several(5))

    assert len(store.near(reading("Read."), limit=3)) == 3
    assert store.near(reading("Read."), limit=0) == []
    assert store.near(reading("Read.", terms={"": 1.0})) == []


@pytest.mark.parametrize(("days", "found"), [(-8, 0), (-7, 1), (0, 1), (7, 1), (8, 0)])
def test_a_week_to_either_side_is_searched(store: Store, days: int, found: int) -> None:
    store.add(reading(published=DAY + timedelta(days)))

    assert len(near_to(store)) == found


def test_the_time_of_day_does_not_matter(store: Store) -> None:
    store.add(reading(published=f"{DAY + timedelta(7)}T23:59:59-11:00"))

    assert len(near_to(store, published=f"{DAY}T00:00:00+13:00")) == 1


@pytest.mark.parametrize("day", [date.min, DAY, date.max, None])
def test_a_report_without_a_date_is_always_searched(
    store: Store, day: date | None
) -> None:
    store.add(reading(published=None))

    assert len(near_to(store, published=day)) == 1


def test_an_article_without_a_date_is_compared_with_everything(store: Store) -> None:
    for day in (date.min, DAY, date.max):
        store.add(reading(f"Of {day}.", published=day))

    assert len(near_to(store, published=None)) == 3


@pytest.mark.parametrize(
    "itself",
    [
        {"text": "The dam at Ostrey held."},
        {"name": "dam"},
        {"url": "https://NEWS.example/dam?utm_source=mail"},
    ],
)
def test_the_article_itself_is_left_out(store: Store, itself: dict[str, str]) -> None:
    store.add(reading(name="dam", url="https://news.example/dam"))
    store.add(reading("The mill closed."))

    found = store.near(reading(**({"text": "Read."} | itself)))  # type: ignore[arg-type]

    assert texts(found) == ["The mill closed."]


def test_equally_near_reports_come_in_one_order(store: Store) -> None:
    orders = set()
    for order in permutations(several(4)):
        store.forget_everything()
        store.add_many(order)
        orders.add(tuple(near_to(store)))

    assert len(orders) == 1


def test_the_first_40_terms_of_a_report_are_searched_by_24_of_an_article(
    store: Store,
) -> None:
    many = {f"term{n}": (100 - n) / 200 for n in range(60)}
    store.add(reading("Many.", terms=many))

    assert near_to(store, terms={"term39": 0.5}) == ["Many."]
    assert near_to(store, terms={"term40": 0.5}) == []
    others = {f"other{n}": 0.5 for n in range(23)}
    assert near_to(store, terms=others | {"term0": 0.1}) == ["Many."]
    assert near_to(store, terms=others | {"other23": 0.5, "term0": 0.1}) == []


def test_the_order_is_that_of_the_sums_of_products(store: Store) -> None:
    random = Random(3)  # noqa: S311 - the same numbers each time
    vocabulary = [f"term{n}" for n in range(30)]

    def terms() -> dict[str, float]:
        found = random.sample(vocabulary, 12)
        return dict(
            sorted(((t, random.random()) for t in found), key=lambda term: -term[1])
        )

    reports = [reading(f"Report {n}.", terms=terms()) for n in range(60)]
    store.add_many(reports)
    article = reading("What is being read.", terms=terms())
    weights = dict(article.terms)
    score = {
        report.text: sum(w * weights.get(t, 0) for t, w in report.terms)
        for report in reports
    }
    expected = sorted(filter(score.get, score), key=score.__getitem__, reverse=True)

    found = texts(store.near(article, limit=60))

    assert len(found) == len(expected)
    # Weights are rounded to ten-thousandths, so near ties may change places.
    for one, other in zip(found, expected, strict=True):
        assert score[one] == pytest.approx(score[other], abs=0.002)


def test_strange_terms_do_no_harm(store: Store) -> None:
    strange = {"": 0.9, "a\0b": 0.8, "x" * 9_000: 0.7, "';--": 0.6, "dam": 0.5}
    store.add(reading(terms=strange))

    assert len(near_to(store, terms=strange)) == 1
