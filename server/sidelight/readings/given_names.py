"""Given names: whether a name begins with one, and whether he or she bears it.

A list helps where the words around a name say nothing; it is no proof, and nothing
is told of a name that it does not have.
"""

from functools import cache

from sidelight.readings.word_lists import word_lists


def is_given(word: str) -> bool:
    """Tell whether a word, as it stands in a name, is a given name."""
    return word.lower() in _sexes()


def sex_of(name: str) -> str | None:
    """Return "m" or "f" where a person's name begins with a name mostly his or hers."""
    first, *rest = name.split()
    return _sexes().get(first.lower()) if rest else None


@cache
def _sexes() -> dict[str, str | None]:
    lists = word_lists("given_names")
    return {
        **dict.fromkeys(lists["either"]),
        **dict.fromkeys(lists["he"], "m"),
        **dict.fromkeys(lists["she"], "f"),
    }
