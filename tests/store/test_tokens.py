"""Tokens: what is stored of them, and what they are for."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import create_engine, text

from sidelight.errors import InvalidInput, NotFound
from sidelight.store import Store


def test_a_token_is_known_until_it_is_revoked(store: Store) -> None:
    token = store.tokens.add("Class 7b", ["read"])

    found = store.tokens.known(token)
    assert found is not None
    assert found.name == "Class 7b"
    assert found.scopes == {"read"}
    store.tokens.revoke("Class 7b")
    assert store.tokens.known(token) is None
    assert not store.tokens.exist()


def test_a_token_is_written_nowhere(store: Store, url: str) -> None:
    token = store.tokens.add("somebody", ["add"])
    engine = create_engine(url)

    with engine.connect() as connection:
        row = connection.execute(text("SELECT * FROM tokens")).one()
    engine.dispose()
    assert len(token) > 43, "256 bits"
    assert not any(token.removeprefix("sidelight_") in str(value) for value in row)


def test_no_two_tokens_are_alike_and_none_is_guessed(store: Store) -> None:
    first, second = (store.tokens.add(name, []) for name in ("a", "b"))

    assert first != second
    for wrong in ("", first[:-1], first.upper(), "sidelight_", "\udcff", "a'; --"):
        assert store.tokens.known(wrong) is None


@pytest.mark.parametrize(
    ("meant", "scopes"),
    [
        ([], {"read"}),
        (["read"], {"read"}),
        (["add"], {"read", "add"}),
        (["teach"], {"read", "teach"}),
        (["teach", "add", "add"], {"read", "add", "teach"}),
    ],
)
def test_adding_and_teaching_include_reading(
    store: Store, meant: list[str], scopes: set[str]
) -> None:
    store.tokens.add("one", meant)

    assert [token.scopes for token in store.tokens.list()] == [scopes]


def test_the_day_of_the_last_use_is_kept_and_no_more(store: Store) -> None:
    token = store.tokens.add("one", [])
    assert store.tokens.list()[0].used is None

    store.tokens.known(token)

    used = store.tokens.list()[0].used
    today = datetime.now(UTC).date()
    assert used in {today, today - timedelta(days=1)}
    assert not isinstance(used, datetime)


def test_a_browser_is_known_by_a_number_that_is_never_given_again(
    store: Store,
) -> None:
    store.tokens.add("one", [])
    number = store.tokens.list()[0].id
    assert store.tokens.numbered(number) is not None

    store.tokens.revoke("one")
    store.tokens.add("other", [])

    assert store.tokens.numbered(number) is None


@pytest.mark.parametrize(
    ("name", "scopes"), [("", []), (" ", []), ("x" * 81, []), ("a\x00b", [])]
)
def test_a_name_is_something_to_know_it_by(
    store: Store, name: str, scopes: list[str]
) -> None:
    with pytest.raises(InvalidInput, match="name"):
        store.tokens.add(name, scopes)


def test_a_name_stands_for_one_token_and_a_scope_is_one_of_three(store: Store) -> None:
    store.tokens.add("one", [])

    with pytest.raises(InvalidInput, match="There is a token 'one'"):
        store.tokens.add(" one ", [])
    with pytest.raises(InvalidInput, match="read, add, teach"):
        store.tokens.add("two", ["everything"])
    with pytest.raises(NotFound, match="tokens list"):
        store.tokens.revoke("three")
