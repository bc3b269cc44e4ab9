"""Word lists, written as running text so that a reader can see them whole."""


def listed(text: str) -> tuple[str, ...]:
    """Return the words of `text`, in order."""
    return tuple(text.split())


def word_set(text: str) -> frozenset[str]:
    """Return the words of `text`."""
    return frozenset(text.split())
