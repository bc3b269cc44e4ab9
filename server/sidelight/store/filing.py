"""Put reports into the tables, and take them out: inside one write transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, Row, false, or_, select

from sidelight.model import Article, Reading
from sidelight.store.candidates import STORED_TERMS, weighed
from sidelight.store.codec import pack_article, pack_layers
from sidelight.store.identity import (
    FINGERPRINTS,
    fingerprint,
    ids_of,
    key_of,
    page_of,
    text_of,
)
from sidelight.store.rows import Added
from sidelight.store.schema import readings, reports, terms, totals


@dataclass(frozen=True, slots=True)
class Packed:
    """A reading ready to be filed, so that a transaction only writes."""

    article: Article
    packed: bytes
    layers: bytes
    words: int
    terms: tuple[tuple[str, int], ...]


def pack(reading: Reading) -> Packed:
    """Do all the work on `reading` that needs no database.

    Raises `InvalidInput` for a text that cannot be stored.
    """
    article = reading.article
    packed = pack_article(article)  # first: it says what is wrong with a text
    if not article.id:
        article = replace(article, id=next(ids_of(article)))
        packed = pack_article(article)
    return Packed(
        article=article,
        packed=packed,
        layers=pack_layers(reading),
        words=len(reading.words),
        terms=tuple(weighed(reading, STORED_TERMS)),
    )


class Filing:
    """One write transaction on the tables of reports.

    The totals are locked from the beginning, which makes writers wait for each
    other on both engines, and written once, by `close`.
    """

    def __init__(self, connection: Connection, reader: str) -> None:
        """Begin on an open transaction; `reader` names what read the reports."""
        self.connection = connection
        self._reader = reader
        self._totals = connection.execute(select(totals).with_for_update()).one()
        self._reports = 0
        self._state = 0

    def add(self, new: Packed, *, kept: bool) -> Added:
        """File one report, unless its text is here already."""
        page, text = page_of(new.article), text_of(new.article)
        found = self._alike(page, text)
        same_text = [row for row in found if row.text == text]
        replaced = [row for row in found if row.text != text]
        kept = kept or any(row.kept for row in found)
        self.remove(replaced)
        for row in same_text:
            if kept and not row.kept:
                self._keep(row.key)
        if not same_text:
            self._insert(new, page, text, kept=kept)
        if replaced:
            return Added.UPDATED
        return Added.ALREADY_THERE if same_text else Added.ADDED

    def remove(self, rows: Iterable[Row[Any, *tuple[Any, ...]]]) -> None:
        """Take out the reports of `rows`, which have a key and a fingerprint."""
        for row in rows:
            self._remove_terms(row.key)
            self.connection.execute(reports.delete().where(reports.c.key == row.key))
            self._reports -= 1
            self._state -= row.fingerprint

    def read_again(self, key: int, new: Packed) -> None:
        """Replace what was read in the report filed under `key`, if it is here."""
        if self._remove_terms(key):
            self.connection.execute(
                readings.update()
                .where(readings.c.key == key)
                .values(reader=self._reader, layers=new.layers, terms=_names(new))
            )
            self._insert_terms(key, new)

    def take_over(
        self,
        listed: Sequence[Mapping[str, Any]],
        read: Sequence[Mapping[str, Any]],
        found_by: Sequence[Mapping[str, Any]],
    ) -> None:
        """File rows of the three tables as another store has them."""
        tables = (reports, readings, terms)
        for table, rows in zip(tables, (listed, read, found_by), strict=True):
            if rows:
                self.connection.execute(table.insert(), list(rows))
        self._reports += len(listed)
        self._state += sum(row["fingerprint"] for row in listed)

    def clear(self) -> None:
        """Take out everything."""
        for table in (terms, readings, reports):
            self.connection.execute(table.delete())
        self._reports = -self._totals.reports
        self._state = -self._totals.state

    def close(self) -> None:
        """Write the totals."""
        self.connection.execute(
            totals.update().values(
                reports=self._totals.reports + self._reports,
                state=(self._totals.state + self._state) % FINGERPRINTS,
            )
        )

    def _alike(self, page: str | None, text: str) -> Sequence[Row[Any, Any, Any, Any]]:
        columns = reports.c
        return self.connection.execute(
            select(columns.key, columns.text, columns.kept, columns.fingerprint).where(
                or_(columns.text == text, columns.page == page if page else false())
            )
        ).all()

    def _insert(self, new: Packed, page: str | None, text: str, *, kept: bool) -> None:
        names = ids_of(new.article)
        name = next(n for n in names if not self._taken(reports.c.id, n))
        article, packed = new.article, new.packed
        if name != article.id:
            article = replace(article, id=name)
            packed = pack_article(article)
        keys = count(key_of(article))
        key = next(k for k in keys if not self._taken(reports.c.key, k))
        mark = fingerprint(article)
        self.connection.execute(
            reports.insert().values(
                key=key,
                id=name,
                page=page,
                text=text,
                url=_plain(article.url),
                title=_plain(article.title),
                publisher=_plain(article.publisher),
                published=article.published,
                words=new.words,
                kept=kept,
                added=datetime.now(UTC).replace(tzinfo=None),
                fingerprint=mark,
            )
        )
        self.connection.execute(
            readings.insert().values(
                key=key,
                reader=self._reader,
                article=packed,
                layers=new.layers,
                terms=_names(new),
            )
        )
        self._insert_terms(key, new)
        self._reports += 1
        self._state += mark

    def _taken(self, column: Column[Any], value: object) -> bool:
        query = select(column).where(column == value)
        return self.connection.execute(query).first() is not None

    def _keep(self, key: int) -> None:
        self.connection.execute(
            reports.update().where(reports.c.key == key).values(kept=True)
        )

    def _insert_terms(self, key: int, new: Packed) -> None:
        rows = [{"term": t, "key": key, "weight": weight} for t, weight in new.terms]
        if rows:
            self.connection.execute(terms.insert(), rows)

    def _remove_terms(self, key: int) -> bool:
        """Remove the term rows of a report; tell whether it is here."""
        packed = self.connection.scalar(
            select(readings.c.terms).where(readings.c.key == key)
        )
        if packed is None:
            return False
        names = msgspec.msgpack.decode(packed, type=list[str])
        self.connection.execute(
            terms.delete().where(terms.c.key == key, terms.c.term.in_(names))
        )
        return True


def _names(new: Packed) -> bytes:
    return msgspec.msgpack.encode([term for term, _ in new.terms])


def _plain(text: str | None) -> str | None:
    """Return `text` without U+0000, which PostgreSQL cannot hold."""
    return text and text.replace("\0", "")
