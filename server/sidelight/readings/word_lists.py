"""Word lists that are data: `data/NAME.txt`, one named list after the other.

A line "name: words" begins a list, an indented line goes on with it, # is a comment.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def word_lists(name: str) -> Mapping[str, frozenset[str]]:
    """Return the lists of `data/NAME.txt` by their names."""
    return {key: frozenset(words) for key, words in in_order(name)}


@cache
def in_order(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the lists of `data/NAME.txt` and their words in the order of the file."""
    text = files("sidelight").joinpath(f"readings/data/{name}.txt").read_text("utf-8")
    found: list[tuple[str, tuple[str, ...]]] = []
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line[0].isspace():
            key, words = found.pop()
            found.append((key, (*words, *line.split())))
        else:
            key, _, listed = line.partition(":")
            found.append((key, tuple(listed.split())))
    return tuple(found)
