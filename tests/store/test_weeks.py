"""Weekly partitions of the term rows: PostgreSQL makes and drops them on schedule."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.pool import NullPool

from sidelight.store import Store, Tended, open_store, weeks
from sidelight.store.candidates import asked, query
from tests.store import postgres
from tests.store.makers import DAY, reading, texts

MONDAY = date(2031, 5, 12)
WEEK = timedelta(7)

needs_postgres = pytest.mark.skipif(
    not postgres.is_here(), reason="PostgreSQL is not installed here"
)


@pytest.fixture
def address(cluster: postgres.Cluster) -> str:
    return cluster.emptied()


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    made = create_engine(address, poolclass=NullPool)
    yield made
    made.dispose()


@pytest.fixture
def parted(address: str) -> Iterator[Store]:
    with open_store(address) as opened:
        yield opened


def mondays(engine: Engine) -> list[date]:
    with engine.connect() as connection:
        return weeks.weeks(connection)


def rows(engine: Engine, table: str) -> int:
    with engine.connect() as connection:
        return int(connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0)  # noqa: S608


def test_a_store_may_be_tended_at_any_time(store: Store) -> None:
    store.add(reading())
    state = store.state()

    store.tend(DAY)
    store.tend(DAY)

    assert store.state() == state
    assert texts(store.near(reading("Read."))) == ["The dam at Ostrey held."]


@needs_postgres
def test_this_week_and_the_next_have_a_partition(parted: Store, engine: Engine) -> None:
    assert parted.tend(DAY) == Tended(made=(MONDAY, MONDAY + WEEK))
    assert parted.tend(DAY) == Tended()
    assert mondays(engine) == [MONDAY, MONDAY + WEEK]

    parted.add(reading("This week.", published=DAY))
    parted.add(reading("Next week.", published=DAY + WEEK))
    parted.add(reading("Long ago.", published=DAY - 90 * WEEK))
    parted.add(reading("Some day.", published=None))

    assert rows(engine, "terms_w2031_05_12") == 2
    assert rows(engine, "terms_w2031_05_19") == 2
    assert rows(engine, "terms_rest") == 2
    assert rows(engine, "terms_undated") == 2
    assert len(parted.near(reading("Read.", published=None))) == 4


@needs_postgres
def test_rows_that_came_before_their_week_had_one_are_moved(
    parted: Store, engine: Engine
) -> None:
    for days in range(-1, 15):
        parted.add(reading(f"Of day {days}.", published=MONDAY + timedelta(days)))
    before = texts(parted.near(reading("Read.")))

    parted.tend(DAY)

    assert rows(engine, "terms_w2031_05_12") == rows(engine, "terms_w2031_05_19") == 14
    assert rows(engine, "terms_rest") == 4
    assert texts(parted.near(reading("Read."))) == before


@needs_postgres
def test_a_crowded_week_of_an_archive_gets_its_own(
    parted: Store, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sidelight.store.weeks.CROWDED", 10)
    old = DAY - 90 * WEEK
    for number in range(5):
        parted.add(reading(f"Old {number}.", published=old))
    parted.add(reading("Older.", published=old - WEEK))

    made = parted.tend(DAY).made

    assert made == (MONDAY - 90 * WEEK, MONDAY, MONDAY + WEEK)
    assert rows(engine, "terms_rest") == 2
    assert len(parted.near(reading("Read.", published=old))) == 6


@needs_postgres
def test_a_past_week_that_was_emptied_is_dropped(parted: Store, engine: Engine) -> None:
    parted.tend(DAY)
    parted.add(reading("Kept.", published=DAY + WEEK), kept=True)
    parted.add(reading("Not kept.", published=DAY))
    later = DAY + 5 * WEEK
    assert parted.tend(later).dropped == ()

    assert parted.prune(date.max) == 1

    assert parted.tend(later).dropped == (MONDAY,)
    assert MONDAY + WEEK in mondays(engine), "what is kept holds its week"


@needs_postgres
def test_there_are_no_more_than_the_planner_bears(
    parted: Store, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sidelight.store.weeks.MOST", 3)
    monkeypatch.setattr("sidelight.store.weeks.CROWDED", 2)
    for number in range(6):
        parted.add(reading(f"{number}.", published=DAY - (number + 9) * WEEK))

    parted.tend(DAY)

    assert mondays(engine) == [MONDAY - 9 * WEEK, MONDAY, MONDAY + WEEK]


@needs_postgres
def test_a_search_reads_the_weeks_around_its_day_alone(
    parted: Store, engine: Engine
) -> None:
    for ago in range(12, -1, -2):
        parted.tend(DAY - ago * WEEK)
        parted.add(reading(f"{ago} weeks ago.", published=DAY - ago * WEEK))
    sent: list[tuple[str, Any]] = []
    event.listen(
        engine,
        "before_cursor_execute",
        lambda _, __, statement, values, *___: sent.append((statement, values)),
    )
    with engine.connect() as connection:
        values = asked(reading("Read."), 40)
        connection.execute(query(partitioned=True), values).all()
        statement, parameters = sent[-1]
        lines = connection.exec_driver_sql(f"EXPLAIN {statement}", parameters)
        plan = "\n".join(lines.scalars())

    assert "terms_w2031_05_12" in plan
    assert "terms_w2031_05_19" in plan
    assert "terms_w2031_03" not in plan


@needs_postgres
def test_a_reader_in_the_way_puts_it_off(
    parted: Store, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sidelight.store.weeks.WAIT", 50)
    with engine.connect() as reader:
        reader.execute(text("SELECT count(*) FROM terms"))
        assert parted.tend(DAY) == Tended()
    assert parted.tend(DAY).made == (MONDAY, MONDAY + WEEK)


def test_weeks_begin_on_mondays_as_far_as_days_go() -> None:
    assert weeks.monday_of(DAY) == MONDAY == weeks.monday_of(MONDAY)
    assert weeks.monday_of(date.min) == date.min
