"""The store of reports: what was read once and is compared from then on."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Row, select
from sqlalchemy.exc import OperationalError

from sidelight.deadline import each
from sidelight.errors import NotFound, StoreError
from sidelight.messages import message
from sidelight.model import Article, Reading
from sidelight.store.candidates import asked, query
from sidelight.store.classes import Classes
from sidelight.store.codec import SHAPE, UnreadableError, unpack_article, unpack_layers
from sidelight.store.counts import Counts
from sidelight.store.engine import engine_for, wipe, writing
from sidelight.store.faults import told
from sidelight.store.feeds import Feeds, clear, now, prune
from sidelight.store.filing import Filing, pack
from sidelight.store.identity import canonical, digest, page_of, text_of
from sidelight.store.lessons import Lessons
from sidelight.store.rows import Added, ReportRow
from sidelight.store.schema import REVISIONS, readings, reports, totals
from sidelight.store.teachers import Teachers
from sidelight.store.tokens import Tokens
from sidelight.store.upgrade import bring_up_to_date
from sidelight.store.weeks import Tended, is_in_the_way, tend

Reread = Callable[[Article], Reading]

# Reports taken out in one transaction, which others wait for.
BATCH = 200

_NEAR = {
    "sqlite": query(partitioned=False),
    "postgresql": query(partitioned=True),
}
_LISTED = tuple(reports.c[name] for name in ReportRow.__dataclass_fields__)


def open_store(
    url: str, reader_version: str = "1", reread: Reread | None = None
) -> "Store":
    """Open the store at an SQLAlchemy URL, and make it if it is not there.

    `reader_version` names what reads reports now. A report that another version
    read, or that was read into other layers than there are now, is read again with
    `reread` when it is met, and saved; without `reread` it is used as it was read.
    Raises `StoreError` where the store cannot be used.
    """
    engine = engine_for(url)
    with told(engine.url):
        bring_up_to_date(engine)
    return Store(engine, reader_version, reread)


def migrate(url: str) -> tuple[str | None, str]:
    """Bring the tables at an SQLAlchemy URL up to date, and make those of this week.

    Returns the version that was found (`None`: no tables) and the one there is now.
    """
    engine = engine_for(url)
    with told(engine.url):
        found = bring_up_to_date(engine)
    with Store(engine, "", None) as store:
        store.tend(now().date())
    return found, REVISIONS[-1]


class Store:
    """Reports and their readings, kept in a database.

    Safe to share between threads, and with processes forked from this one: no
    connection stays open between calls. Every method is one transaction, or a few
    where it says so, and raises `StoreError` where the database fails.
    """

    def __init__(self, engine: Engine, reader: str, reread: Reread | None) -> None:
        """Use `open_store` instead, which sees to the tables."""
        self._engine = engine
        self._reader = f"{reader}/{SHAPE}"
        self._reread = reread

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @property
    def feeds(self) -> Feeds:
        """The feeds that are looked at, and what they listed."""
        return Feeds(self._engine)

    @property
    def lessons(self) -> Lessons:
        """The lessons, with their reports and notes."""
        return Lessons(self._engine)

    @property
    def classes(self) -> Classes:
        """Who joined a lesson, and what was marked."""
        return Classes(self._engine)

    @property
    def teachers(self) -> Teachers:
        """Who may make lessons, and who of them is signed in."""
        return Teachers(self._engine)

    @property
    def tokens(self) -> Tokens:
        """Who may use the service from elsewhere."""
        return Tokens(self._engine)

    @property
    def counts(self) -> Counts:
        """How often somebody asked, shared by all workers."""
        return Counts(self._engine)

    # --- Putting in ----------------------------------------------------------

    def add(self, reading: Reading, *, kept: bool = False) -> Added:
        """File one report; `kept` ones outlive `prune`.

        A report is known by its page (the URL without fragment and tracking) and
        by its text. The same page with another text replaces what was here.
        Raises `InvalidInput` for a text that is no Unicode.
        """
        return self.add_many([reading], kept=kept)[0]

    def add_many(
        self, batch: Iterable[Reading], *, kept: bool = False
    ) -> Sequence[Added]:
        """File several reports in one transaction: all of them or none."""
        packed = [pack(reading) for reading in batch]
        with self._filing() as filing:
            return [filing.add(one, kept=kept) for one in packed]

    # --- Looking up ----------------------------------------------------------

    def get(self, report: str) -> Reading:
        """Return the reading of the report with this id, or raise `NotFound`."""
        found = (
            select(readings)
            .join_from(readings, reports, readings.c.key == reports.c.key)
            .where(reports.c.id == report)
        )
        with self._looking() as connection:
            row = connection.execute(found).one_or_none()
        if row is None:
            raise _not_found(report)
        return self._unpacked([row])[0]

    def holds(self, articles: Sequence[Article]) -> Sequence[bool]:
        """Tell for each article whether it is here, so that it need not be read.

        Not so where its page is here with another text.
        """
        columns = (reports.c.text, reports.c.page)
        texts = [text_of(article) for article in articles]
        pages = [page_of(article) for article in articles]
        with self._looking() as connection:
            by_text = select(*columns).where(reports.c.text.in_(texts))
            by_page = select(*columns).where(reports.c.page.in_(filter(None, pages)))
            here = {row.text for row in connection.execute(by_text)}
            then = {row.page: row.text for row in connection.execute(by_page)}
        return [
            text in here and then.get(page, text) == text
            for text, page in zip(texts, pages, strict=True)
        ]

    def holds_pages(self, urls: Sequence[str]) -> Sequence[bool]:
        """Tell for each address whether a report of that page is here."""
        pages = [digest(canonical(url)) for url in urls]
        with self._looking() as connection:
            found = select(reports.c.page).where(reports.c.page.in_(pages))
            here = set(connection.scalars(found))
        return [page in here for page in pages]

    def known_as(self, article: Article) -> str | None:
        """Return the id under which the article's text is here, if it is."""
        found = select(reports.c.id).where(reports.c.text == text_of(article))
        with self._looking() as connection:
            return connection.scalars(found).one_or_none()

    def near(self, reading: Reading, limit: int = 40) -> Sequence[Reading]:
        """Return the stored reports that share the heaviest terms, nearest first.

        Those within seven days of the article and those without a date; all of
        them where the article has no date. What has the article's own id, page
        or text is left out. Equal ones are in an order that follows from their
        content, so the same store gives the same answer.
        """
        if not reading.terms or limit < 1:
            return []
        near = _NEAR[self._engine.dialect.name]
        with self._looking() as connection:
            rows = connection.execute(near, asked(reading, limit)).all()
        return self._unpacked(rows)

    def list(self, limit: int = 100, after: str | None = None) -> Sequence[ReportRow]:
        """Return what is known of the reports, latest day of publication first.

        `after` is the id that the last page ended with. Raises `NotFound` where
        that report is gone: begin again.
        """
        page = select(*_LISTED).order_by(reports.c.key.desc()).limit(limit)
        with self._looking() as connection:
            if after is not None:
                page = page.where(reports.c.key < self._row(connection, after).key)
            return [ReportRow(*row) for row in connection.execute(page)]

    def __len__(self) -> int:
        """Return how many reports are here."""
        with self._looking() as connection:
            return int(connection.scalars(select(totals.c.reports)).one())

    def state(self) -> str:
        """Return 16 hexadecimal digits that stand for all that is stored.

        Equal for equal reports in whatever order they came, and different as soon
        as one is added, changed or removed.
        """
        with self._looking() as connection:
            return f"{connection.scalars(select(totals.c.state)).one():016x}"

    # --- Taking out ----------------------------------------------------------

    def remove(self, report: str) -> None:
        """Take out the report with this id, or raise `NotFound`."""
        with self._filing() as filing:
            filing.remove([self._row(filing.connection, report)])

    def prune(self, before: date) -> int:
        """Take out what was added before a day (UTC) and is not kept; count it.

        In batches, so that others can write in between. What is known of the pages
        that feeds listed before that day goes too.
        """
        midnight = datetime.combine(before, time())
        old = (
            select(reports.c.key, reports.c.fingerprint)
            .where(reports.c.added < midnight)
            .where(reports.c.kept.is_(False))
            .order_by(reports.c.added)
            .limit(BATCH)
        )
        removed = 0
        while True:
            with self._filing() as filing:
                rows = filing.connection.execute(old).all()
                filing.remove(rows)
                prune(filing.connection, midnight)
            removed += len(rows)
            if len(rows) < BATCH:
                return removed

    def tend(self, today: date) -> Tended:
        """See to the weekly partitions on PostgreSQL; does nothing on SQLite.

        To be called now and then. What is in the way of somebody who reads or
        writes is left for the next time.
        """
        if self._engine.dialect.name != "postgresql":
            return Tended()
        try:
            with writing(self._engine).begin() as connection:
                Filing(connection, self._reader)  # writers wait until this is done
                return tend(connection, today)
        except OperationalError as error:
            if is_in_the_way(error):
                return Tended()
            with told(self._engine.url):
                raise

    def forget_everything(self) -> None:
        """Take out every report, kept or not, and every feed; leave no text behind."""
        with self._filing() as filing:
            filing.clear()
            clear(filing.connection)
        with told(self._engine.url):
            wipe(self._engine)

    # --- Within --------------------------------------------------------------

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        with told(self._engine.url), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _filing(self) -> Iterator[Filing]:
        with told(self._engine.url), writing(self._engine).begin() as connection:
            filing = Filing(connection, self._reader)
            yield filing
            filing.close()

    def _row(self, connection: Connection, report: str) -> Row[Any, Any]:
        columns = select(reports.c.key, reports.c.fingerprint)
        row = connection.execute(columns.where(reports.c.id == report)).one_or_none()
        if row is None:
            raise _not_found(report)
        return row

    def _unpacked(self, rows: Iterable[Row[Any, Any]]) -> Sequence[Reading]:
        """Return the readings of `rows`, and save those that were read again."""
        found = []
        again: dict[int, Reading] = {}
        try:
            for row in each(rows):
                reading = self._as_read(row)
                if reading is None:
                    reading = again[row.key] = self._read_again(row)
                found.append(reading)
        finally:  # also what was read before the time was up
            if again:
                self._save(again)
        return found

    def _as_read(self, row: Row[Any, Any]) -> Reading | None:
        """Return the reading as stored, or `None` where it must be made anew."""
        if self._reread and row.reader != self._reader:
            return None
        try:
            return unpack_layers(row.layers, unpack_article(row.article))
        except UnreadableError:
            return None

    def _read_again(self, row: Row[Any, Any]) -> Reading:
        try:
            article = unpack_article(row.article)
        except UnreadableError as error:
            message = (
                "A stored report cannot be unpacked. Restore the store from a copy, "
                "or add the report again with: sidelight reports add."
            )
            raise StoreError(message) from error
        if self._reread is None:
            message = (
                f"The report {article.id} was read by another version of Sidelight. "
                "Add it again with: sidelight reports add."
            )
            raise StoreError(message)
        return self._reread(article)

    def _save(self, again: dict[int, Reading]) -> None:
        packed = {key: pack(reading) for key, reading in again.items()}
        with self._filing() as filing:
            for key, one in packed.items():
                filing.read_again(key, one)


def _not_found(report: str) -> NotFound:
    return NotFound(
        message("No report with the id %(report)s is stored.", report=repr(report))
    )
