"""/read: a text of one's own, pasted into a form, with its notes."""

from http import HTTPStatus
from typing import NamedTuple

from flask import Blueprint, render_template, request

from sidelight.errors import InvalidInput
from sidelight.pages import article_from
from sidelight.pipeline import annotate
from sidelight.web.annotated import annotated, local_links
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
        page = render_template("read.html", sent=sent, problem=error.problem())
        return Answer(page, error.status)
    shown = annotated(article, annotate(article, shelf=store, panel=service().panel))
    page = render_template(
        "read.html", sent={}, shown=shown, link=local_links({}), stored=len(store)
    )
    return Answer(page)
