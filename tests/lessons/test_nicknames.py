"""Everybody in a lesson has another nickname."""

from sidelight.lessons.nicknames import _ADJECTIVES, _ANIMALS, MOST, new_nickname


def test_no_two_pupils_of_a_lesson_share_a_nickname() -> None:
    taken: set[str] = set()
    for _ in range(200):
        nickname = new_nickname(taken)
        assert nickname not in taken
        taken.add(nickname)


def test_a_nickname_is_an_adjective_and_an_animal() -> None:
    adjective, animal = new_nickname(()).split()

    assert adjective in _ADJECTIVES
    assert animal in _ANIMALS


def test_the_lists_hold_no_word_twice() -> None:
    assert len(set(_ADJECTIVES)) == len(_ADJECTIVES)
    assert len(set(_ANIMALS)) == len(_ANIMALS)


def test_the_last_free_one_is_found_and_then_numbers_help() -> None:
    every = {f"{a} {b}" for a in _ADJECTIVES for b in _ANIMALS}
    assert len(every) == MOST

    last = new_nickname(every - {"Wise Yak"})
    beyond = new_nickname(every)

    assert last == "Wise Yak"
    assert beyond not in every
    assert new_nickname(every | {beyond}) not in every | {beyond}
