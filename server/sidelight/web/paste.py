"""/read: a text of one's own, pasted into a form, with its notes."""

from collections.abc import Iterable
from contextlib import suppress
from http import HTTPStatus
from typing import NamedTuple

from flask import Blueprint, render_template, request

from sidelight.errors import InvalidInput, NotFound
from sidelight.pages import article_from
from sidelight.pipeline import annotate
from sidelight.sidebyside import MOST
from sidelight.web.annotated import annotated, local_links
from sidelight.web.language import texts
from sidelight.web.service import service

PAGES = Blueprint("paste", __name__)
_FIELDS = ("title", "publisher", "published")


class Answer(NamedTuple):
    """A page and its HTTP status."""

    page: str
    status: int = HTTPStatus.OK


@PAGES.get("/read")
def show_form() -> str:
    """Show the empty form."""
    return render_template("read.html", sent={})


@PAGES.post("/read")
def read_pasted() -> Answer:
    """Annotate what was pasted, beside the reports in the store. Keep nothing."""
    sent = {name: request.form.get(name, "").strip() for name in _FIELDS}
    sent["text"] = request.form.get("text", "").replace("\r\n", "\n")
    store = service().store
    try:
        article = article_from({**sent, "kind": "paste"})
    except InvalidInput as error:
        page = render_template("read.html", sent=sent, problem=error.problem(texts()))
        return Answer(page, error.status)
    shown = annotated(
        article, annotate(article, shelf=store, panel=service().panel, texts=texts())
    )
    page = render_template(
        "read.html",
        sent={},
        shown=shown,
        link=local_links({}),
        stored=len(store),
        beside=_held(report["id"] for report in shown.compared["reports"]),
    )
    return Answer(page)


def _held(reports: Iterable[str]) -> list[str]:
    """Return those of the reports that are stored, as many as stand beside a text."""
    store = service().store
    found = []
    for report in reports:
        with suppress(NotFound):  # a provider named it, and nobody kept it
            found.append(store.get(report).article.id)
        if len(found) == MOST - 1:
            break
    return found
