"""/compare: reports side by side, of the samples, pasted, uploaded, or stored."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from flask import Blueprint, render_template, request

from sidelight import pages, samples
from sidelight.errors import InvalidInput, NotFound, fault_of
from sidelight.messages import message
from sidelight.model import Reading, Span
from sidelight.pages import article_from
from sidelight.pipeline import read
from sidelight.sidebyside import MOST, side_by_side
from sidelight.sidebyside.table import SideBySide
from sidelight.sidebyside.wire import link
from sidelight.web.body import MAX_FORM, form_up_to
from sidelight.web.language import texts
from sidelight.web.paste import Answer
from sidelight.web.service import service
from sidelight.web.shown_beside import beside

PAGES = Blueprint("compare", __name__)
LISTED = 40
"""Stored reports to choose from on one page."""

_FIELDS = ("text", "title", "publisher", "published")
_EVERY_SAMPLE = "all"


@PAGES.get("/compare")
def show_compare() -> str:
    """Show the reports that the address names, or else what can be compared."""
    named = request.args.getlist("sample")
    stored = request.args.getlist("id")
    if not named and not stored:
        return _start()
    readings = [*_samples(named), *map(service().store.get, stored)]
    return _table(side_by_side(readings))


@PAGES.post("/compare")
@form_up_to(MOST * MAX_FORM)
def compare_sent() -> Answer:
    """Compare what was pasted and uploaded, and stored reports. Keep nothing."""
    try:
        readings = [read(article_from(fields)) for fields in _pasted()]
        readings += _uploaded()
        readings += map(service().store.get, request.form.getlist("id"))
        return Answer(_table(side_by_side(readings)))
    except InvalidInput as error:
        return Answer(_start(error.problem(texts()), _sent()), error.status)


def _pasted() -> Iterator[dict[str, str]]:
    """Yield the reports of the form that have a text; a wrong one says which it is."""
    for number, fields in enumerate(_sent(), 1):
        if fields["text"].strip():
            try:
                article_from(fields)
            except InvalidInput as error:
                at = message(
                    "Report %(number)d: %(fault)s", number=number, fault=fault_of(error)
                )
                raise type(error)(at) from None
            yield {**fields, "kind": "paste"}


def _sent() -> list[dict[str, str]]:
    columns = {name: request.form.getlist(name) for name in _FIELDS}
    return [
        {
            name: (values[number] if number < len(values) else "")
            .replace("\r\n", "\n")
            .strip("\n")
            for name, values in columns.items()
        }
        for number in range(min(MOST, len(columns["text"])))
    ]


def _uploaded() -> Iterator[Reading]:
    for file in request.files.getlist("file")[:MOST]:
        if file.filename:
            try:
                article = pages.in_file(file.filename, file.read())
            except InvalidInput as error:
                at = message(
                    "%(file)s: %(fault)s", file=file.filename, fault=fault_of(error)
                )
                raise type(error)(at) from None
            yield read(article)


@cache
def _every_sample() -> dict[str, Reading]:
    return {path.stem: read(pages.load(path)) for path in samples.reports()}


def _samples(names: Sequence[str]) -> list[Reading]:
    every = _every_sample()
    if list(names) == [_EVERY_SAMPLE]:
        return list(every.values())[:MOST]
    for name in names:
        if name not in every:
            raise NotFound(message("There is no sample “%(name)s”.", name=name))
    return [every[name] for name in names]


def _start(
    problem: dict[str, Any] | None = None, sent: Sequence[dict[str, str]] = ()
) -> str:
    store = service().store
    after = request.args.get("after")
    rows = store.list(limit=LISTED + 1, after=after)
    filled = [*sent, *({} for _ in range(MOST - len(sent)))]
    return render_template(
        "compare_start.html",
        problem=problem,
        sent=filled,
        most=MOST,
        samples=_every_sample(),
        stored=rows[:LISTED],
        more=rows[LISTED - 1].id if len(rows) > LISTED else None,
    )


def _table(table: SideBySide) -> str:
    return render_template("compare.html", shown=beside(table), opens=_opens(table))


def _opens(table: SideBySide) -> Callable[[int, Span], str | None]:
    """Return what leads to a passage in its report: a sample's page, or its address."""
    own = {id(reading): name for name, reading in _every_sample().items()}

    def opens(report: int, span: Span) -> str | None:
        reading = table.columns[report].reading
        found = link(reading, span)
        name = own.get(id(reading))
        if found is None or name is None:
            return found
        return f"/samples/{name}#{found.partition('#')[2]}"

    return opens
