"""Tokens: who may use the service from elsewhere, and for what.

A token is 256 random bits. Its SHA-256 alone is stored: nobody can try 2^256 of them,
so a slow hash, which passwords need because people choose them, would add nothing but
half a second to every request (NIST SP 800-63B-4, 3.1.2.2, on look-up secrets).
"""

import hashlib
import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    RowMapping,
    delete,
    func,
    select,
    update,
)

from sidelight.errors import InvalidInput, NotFound
from sidelight.store.engine import writing
from sidelight.store.faults import told
from sidelight.store.schema import tokens

SCOPES = ("read", "add", "teach")
"""What a token may be for: reading and comparing; adding and removing reports and
feeds as well; holding lessons as well. Each of the last two includes the first."""

LONGEST_NAME = 80  # characters
_BEGINS = "sidelight_"  # so that scanners for lost secrets can know one
_BYTES = 32


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is listed; the token itself is not known any more.

    `used` is the day when it was used last, in UTC; nobody's hours are kept.
    """

    id: int
    name: str
    scopes: frozenset[str]
    added: date
    used: date | None


class Tokens:
    """The tokens of one store. Every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        """Use `Store.tokens` instead."""
        self._engine = engine

    def add(self, name: str, scopes: Iterable[str]) -> str:
        """Make a token and return it; this is the only time that it is seen.

        Raises `InvalidInput` for a name that is taken or empty and for a scope that
        does not exist.
        """
        name = " ".join(name.split())
        if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
            raise InvalidInput(
                f"Give the token a name of up to {LONGEST_NAME} letters."
            )
        meant = _ordered(scopes)
        token = _BEGINS + secrets.token_urlsafe(_BYTES)
        row = {"name": name, "hash": _hash(token), "scopes": " ".join(meant)}
        with self._writing() as connection:
            taken = select(tokens.c.id).where(tokens.c.name == name)
            if connection.execute(taken).first():
                raise InvalidInput(
                    f"There is a token {name!r}. Choose another name, or revoke it."
                )
            connection.execute(tokens.insert().values(**row, added=_today()))
        return token

    def list(self) -> Sequence[Token]:
        """Return the tokens in the order in which they were made."""
        with told(self._engine.url), self._engine.connect() as connection:
            found = connection.execute(select(tokens).order_by(tokens.c.id))
            rows = found.mappings().all()
        return [_read(row) for row in rows]

    def revoke(self, name: str) -> None:
        """Refuse a token from now on; raises `NotFound` where there is none."""
        with self._writing() as connection:
            if not connection.execute(
                delete(tokens).where(tokens.c.name == name)
            ).rowcount:
                raise NotFound(
                    f"There is no token {name!r}; see `sidelight tokens list`."
                )

    def exist(self) -> bool:
        """Tell whether there is any."""
        with told(self._engine.url), self._engine.connect() as connection:
            return bool(connection.scalar(select(func.count()).select_from(tokens)))

    def known(self, token: str) -> Token | None:
        """Return whose `token` this is, and remember the day; `None` if nobody's."""
        return self._met(tokens.c.hash == _hash(token))

    def numbered(self, number: int) -> Token | None:
        """Return the token of a browser that signed in with it; `None` if revoked."""
        return self._met(tokens.c.id == number)

    def _met(self, which: ColumnElement[bool]) -> Token | None:
        with told(self._engine.url), self._engine.connect() as connection:
            row = connection.execute(select(tokens).where(which)).mappings().first()
        if row is None:
            return None
        found = _read(row)
        if found.used != _today():
            with self._writing() as connection:
                connection.execute(update(tokens).where(which).values(used=_today()))
        return found

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self._engine.url), writing(self._engine).begin() as connection:
            yield connection


def _read(row: RowMapping) -> Token:
    fields = {**row, "scopes": frozenset(row["scopes"].split())}
    del fields["hash"]
    return Token(**fields)


def _ordered(scopes: Iterable[str]) -> list[str]:
    """Return the scopes once each, with what they include; raises `InvalidInput`."""
    meant = {"read", *scopes}
    if unknown := sorted(meant - set(SCOPES)):
        raise InvalidInput(
            f"There is no scope {unknown[0]!r}; there are {', '.join(SCOPES)}."
        )
    return [scope for scope in SCOPES if scope in meant]


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode(errors="surrogateescape")).hexdigest()


def _today() -> date:
    return datetime.now(UTC).date()
