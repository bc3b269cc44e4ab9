"""A reading comes back exactly as it was, or not at all."""

import pytest
from hypothesis import HealthCheck, given, settings

from sidelight.errors import InvalidInput
from sidelight.model import Reading
from sidelight.store.codec import (
    UnreadableError,
    pack_article,
    pack_layers,
    unpack_article,
    unpack_layers,
)
from tests.store.makers import any_reading, reading


def there_and_back(one: Reading) -> Reading:
    return unpack_layers(pack_layers(one), unpack_article(pack_article(one.article)))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(any_reading())
def test_every_reading_comes_back_as_it_was(one: Reading) -> None:
    assert there_and_back(one) == one


def test_the_same_reading_is_the_same_bytes() -> None:
    assert pack_layers(reading()) == pack_layers(reading())


def test_packing_makes_a_long_report_small() -> None:
    text = " ".join(f"The dam held on day {n}." for n in range(200))

    assert len(pack_layers(reading(text))) < len(text)


SPOILT = [b"", b"spoilt", pack_layers(reading())[:-6], pack_layers(reading())[1:]]


@pytest.mark.parametrize("packed", [*SPOILT, pack_article(reading().article)])
def test_spoilt_bytes_are_no_layers(packed: bytes) -> None:
    with pytest.raises(UnreadableError):
        unpack_layers(packed, reading().article)


@pytest.mark.parametrize("packed", [*SPOILT, pack_layers(reading())])
def test_spoilt_bytes_are_no_article(packed: bytes) -> None:
    with pytest.raises(UnreadableError):
        unpack_article(packed)


def test_half_a_character_is_refused() -> None:
    with pytest.raises(InvalidInput, match="surrogate"):
        pack_article(reading(title="Dam \ud83d").article)
