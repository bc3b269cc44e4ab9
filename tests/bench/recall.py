"""How many reports of an event a large store finds, and how fast.

    python -m tests.bench.recall DATA_DIR [HOW_MANY]

`DATA_DIR` holds Giveme5W1H (see `training.measure_related`): 383 real reports of 69
events. They are put into a SQLite store among HOW_MANY (100,000) made-up reports of the
same days, whose terms are drawn as often as news has them; then each is looked up.
Prints recall@20, of the reports of its event within the days that are searched, and the
milliseconds of processor time of a query: the median and the 95th in a hundred.
"""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time

import orjson
from sqlalchemy import create_engine

from sidelight import pipeline
from sidelight.model import Article, Reading
from sidelight.packaged import models_folder
from sidelight.store import open_store
from sidelight.store.candidates import DAYS, asked, query
from sidelight.training.measure_related import articles

REPORTS = 100_000
BATCH = 200
NEAREST = 20
TERMS = 60


def made_up(how_many: int, days: list[date]) -> Iterator[Reading]:
    """Yield reports without text, of as many terms as the store keeps and more."""
    random = Random(7)  # noqa: S311 - the same reports each time
    stems = orjson.loads((models_folder() / "background.json").read_bytes())["stems"]
    names = sorted(stems)
    often = list(accumulate(stems[name] for name in names))
    for number in range(how_many):
        found = dict.fromkeys(random.choices(names, cum_weights=often, k=3 * TERMS))
        rare = sorted(found, key=lambda name: stems[name])[:TERMS]
        day = random.choice(days) + timedelta(random.randrange(-3, 4))
        yield Reading(
            Article(
                f"Report {number}.",
                url=f"https://made-up.example/{number}",
                published=str(day),
            ),
            terms=tuple((name, 0.3 - 0.004 * n) for n, name in enumerate(rare)),
        )


def main(arguments: list[str]) -> None:
    """Fill a store, look every real report up, and print what was found."""
    data, *rest = arguments
    how_many = int(rest[0]) if rest else REPORTS
    real = [(event, pipeline.read(article)) for event, article in articles(Path(data))]
    days = [r.article.day for _, r in real if r.article.day]
    with (
        TemporaryDirectory() as folder,
        open_store(address := f"sqlite:///{folder}/store.sqlite3") as store,
    ):
        store.add_many([reading for _, reading in real])
        batch = []
        for reading in made_up(how_many, days):
            batch.append(reading)
            if len(batch) == BATCH:
                store.add_many(batch)
                batch.clear()
        store.add_many(batch)
        connection = create_engine(address).connect()
        search = query(partitioned=False)
        shares, times = [], []
        for event, reading in real:
            began = process_time()
            connection.execute(search, asked(reading, NEAREST)).all()
            times.append(1000 * (process_time() - began))
            near = store.near(reading, NEAREST)
            wanted = {o.article.id for e, o in real if e == event and _near(o, reading)}
            found = sum(other.article.id in wanted for other in near)
            if wanted:
                shares.append(found / min(NEAREST, len(wanted)))
        connection.close()
        times.sort()
        sys.stdout.write(
            f"{len(store)} reports: recall@{NEAREST} {sum(shares) / len(shares):.3f} "
            f"over {len(shares)} real reports; median {times[len(times) // 2]:.1f} ms, "
            f"p95 {times[int(0.95 * len(times))]:.1f} ms a query\n"
        )


def _near(one: Reading, other: Reading) -> bool:
    """Tell whether two reports are two, and not further apart than is searched."""
    if one is other:
        return False
    a, b = one.article.day, other.article.day
    return a is None or b is None or abs((a - b).days) <= DAYS


if __name__ == "__main__":
    main(sys.argv[1:])
