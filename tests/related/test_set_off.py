"""Words that are not the writer's, though no marks say so."""

import pytest

from sidelight.model import Article, Span
from sidelight.readings import read
from sidelight.related.set_off import is_post, is_set_off, loses_a_mark

WORDS = "the bridge is shut"


def of(text: str) -> Span:
    start = text.index(WORDS)
    return Span(start, start + len(WORDS))


@pytest.mark.parametrize(
    ("text", "set_off"),
    [
        (f"The council wrote: {WORDS}.", True),
        (f"In full:\n\n{WORDS}.", True),
        (f"Now {WORDS} — Mara Ellis (@mara)", True),
        (f"ORSOLT: {WORDS}.", False),
        (f"Now {WORDS}.", False),
    ],
)
def test_a_colon_or_a_signature(text: str, set_off: bool) -> None:  # noqa: FBT001
    assert is_set_off(text, of(text)) is set_off


def test_a_post_is_signed_somewhere_in_its_paragraph() -> None:
    text = f"Now {WORDS}. More soon. — Mara Ellis (@mara)\n\nIt rained."

    assert is_post(text, of(text))
    assert not is_post(text, Span(len(text) - 5, len(text)))


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        (f"“Now {WORDS}.\n\nIt rained.", True),
        (f"‘Now {WORDS}.\n\nIt rained.", True),
        (f'Now {WORDS}," he said.', True),
        (f"“No,” he said, {WORDS}.", False),
    ],
)
def test_a_mark_without_the_other(text: str, lost: bool) -> None:  # noqa: FBT001
    assert loses_a_mark(read(Article(text)), of(text)) is lost
