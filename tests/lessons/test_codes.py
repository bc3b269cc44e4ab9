"""Codes are short, unlike each other to the eye, and not to be guessed."""

from collections import Counter

import pytest

from sidelight.lessons.codes import ALPHABET, new_code, new_name, written_code


def test_a_code_has_six_characters_that_nobody_mixes_up() -> None:
    codes = [new_code() for _ in range(500)]

    assert all(len(code) == 6 for code in codes)
    assert set("".join(codes)) <= set(ALPHABET)
    assert not set("01ILOAEU") & set(ALPHABET)


def test_codes_use_the_whole_alphabet_evenly() -> None:
    counted = Counter("".join(new_code() for _ in range(4_500)))

    assert set(counted) == set(ALPHABET)
    assert max(counted.values()) < 1.4 * min(counted.values())  # 1,000 each


@pytest.mark.parametrize("typed", ["k7xw-2q", " K7X W2Q ", "k7xw2q", "K7XW–2Q"])
def test_a_code_may_be_typed_as_people_type(typed: str) -> None:
    assert written_code(typed) == "K7XW2Q"


def test_names_are_never_the_same() -> None:
    names = {new_name() for _ in range(1_000)}

    assert len(names) == 1_000
    assert min(map(len, names)) >= 22
