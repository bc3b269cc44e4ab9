"""Pages written for one test each, where a file of `pages/` would say less."""

from collections.abc import Iterable

SENTENCES = (
    "The ferry will run every ten minutes while the bridge is closed.",
    "Shopkeepers on the quay fear for their trade, and the council has heard them.",
    "Work is to begin at night, so that ships can pass by day.",
    "A second boat has been hired from the next harbour along the coast.",
)


def paragraphs(count: int) -> list[str]:
    """Return so many paragraphs of some 45 words, each of which tells its number."""
    return [f"In part {n} of it: {' '.join(SENTENCES)}" for n in range(1, count + 1)]


def page(
    body: str | Iterable[str],
    *,
    head: str = "",
    traits: str = "lang=en",
    title: str = "The ferry instead of the bridge",
) -> str:
    """Return a page with an article of these paragraphs, or with this body."""
    if not isinstance(body, str):
        story = "".join(f"<p>{one}</p>" for one in body)
        body = f"<article><h1>{title}</h1>{story}</article>"
    return (
        f"<!doctype html><html {traits}><meta charset=utf-8><title>{title}</title>"
        f"{head}<body>{body}"
    )
