"""Given names, and whose they mostly are."""

import pytest

from sidelight.readings.given_names import is_given, sex_of


@pytest.mark.parametrize(
    ("name", "sex"),
    [
        ("Helen Marsh", "f"),
        ("Karl J. Dunn", "m"),
        ("Robin Marsh", None),  # both
        ("Qrzla Marsh", None),
        ("Helen", None),  # may be a town
    ],
)
def test_who_bears_a_name(name: str, sex: str | None) -> None:
    assert sex_of(name) == sex


def test_case_does_not_matter() -> None:
    assert is_given("HELEN")
    assert not is_given("marsh")
