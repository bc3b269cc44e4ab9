"""A report read by another version is read again when it is met, and only then."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import create_engine, text

from sidelight.errors import StoreError
from sidelight.model import Article, Reading, Sentence, Span
from sidelight.store import open_store
from tests.store.makers import reading


def spoil(url: str, column: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE readings SET {column} = :b"), {"b": b"spoilt"})  # noqa: S608
    engine.dispose()


@pytest.fixture
def met() -> list[str]:
    return []


@pytest.fixture
def anew(met: list[str]) -> Callable[[Article], Reading]:
    """Read as a newer version does: with sentences, and under another term."""

    def read(article: Article) -> Reading:
        met.append(article.id)
        return replace(
            reading(article.text, terms={"barrage": 0.9}),
            article=article,
            sentences=(Sentence(Span(0, 3), 0),),
        )

    return read


def test_a_report_of_another_version_is_read_again_and_saved(
    url: str, met: list[str], anew: Callable[[Article], Reading]
) -> None:
    with open_store(url, "1") as store:
        store.add(reading(name="dam"))
    with open_store(url, "2", anew) as store:
        state = store.state()
        assert met == []
        [found] = store.near(reading("Read."))
        assert found == store.get("dam")
        assert len(found.sentences) == 1
        assert store.state() == state
        assert store.near(reading("Read.")) == []
        assert len(store.near(reading("Read.", terms={"barrage": 1.0}))) == 1
    assert met == ["dam"]


def test_without_a_way_to_read_again_it_is_used_as_it_was_read(url: str) -> None:
    with open_store(url, "1") as store:
        store.add(reading(name="dam"))
    with open_store(url, "2") as store:
        assert store.get("dam") == reading(name="dam")


def test_a_reading_without_a_layer_that_has_come_since_is_read_again(
    url: str,
    met: list[str],
    anew: Callable[[Article], Reading],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with open_store(url, "1") as store:
        store.add(reading(name="dam"))
    monkeypatch.setattr("sidelight.store.reports.SHAPE", "another")
    with open_store(url, "1", anew) as store:
        store.get("dam")
    assert met == ["dam"]


def test_a_reading_that_cannot_be_unpacked_is_made_again(
    url: str, met: list[str], anew: Callable[[Article], Reading]
) -> None:
    with open_store(url, "1", anew) as store:
        store.add(reading(name="dam"))
        spoil(url, "layers")
        assert store.get("dam").text == reading().text
        assert store.get("dam").text == reading().text
    assert met == ["dam"]


def test_a_reading_that_cannot_be_made_again_says_what_to_do(url: str) -> None:
    with open_store(url) as store:
        store.add(reading(name="dam"))
        spoil(url, "layers")
        with pytest.raises(StoreError, match=r"dam .* sidelight reports add"):
            store.get("dam")


def test_a_report_whose_text_is_lost_says_what_to_do(
    url: str, anew: Callable[[Article], Reading]
) -> None:
    with open_store(url, "1", anew) as store:
        store.add(reading(name="dam"))
        spoil(url, "article")
        with pytest.raises(StoreError, match="sidelight reports add"):
            store.get("dam")
        store.remove("dam")
