"""A check's docstring -> the page a reader sees. Its Markdown is ours, not a page's."""

import inspect
import re

from markdown_it import MarkdownIt
from markupsafe import Markup

_MARK = re.compile(r"&lt;(/?mark)&gt;")

# "commonmark" with html off: what is written as HTML comes out as text, and <mark>
# alone is let through again.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


def title_of(page: str) -> str:
    """Return a help page's title: its first line."""
    return page.lstrip().partition("\n")[0].strip()


def about(page: str) -> str:
    """Return the first paragraph of a help page, on one line."""
    body = inspect.cleandoc(page).partition("\n")[2].strip()
    return " ".join(body.partition("\n\n")[0].split())


def help_page(page: str) -> Markup:
    """Return a help page as HTML, without its title."""
    body = inspect.cleandoc(page).partition("\n")[2]
    return Markup(_MARK.sub(r"<\1>", _MARKDOWN.render(body)))  # noqa: S704 - escaped
