"""`sidelight compare`: reports side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sidelight.commands.shared import JSON, open_the_store, print_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sidelight.model import Reading


@click.command()
@click.argument("reports", nargs=-1, required=True, metavar="A B [C…]")
@click.option(
    "--differences", is_flag=True, help="Print the points that differ, no others."
)
@JSON
def compare(reports: tuple[str, ...], differences: bool, as_json: bool) -> None:
    """Lay two to six reports side by side.

    Each is a file (.html, .txt or report JSON) or the id of a stored report.
    """
    from sidelight.sidebyside import side_by_side
    from sidelight.sidebyside.wire import as_dict
    from sidelight.terminal_table import print_side_by_side

    table = side_by_side(list(_read(reports)))
    if as_json:
        print_json(as_dict(table))
    else:
        print_side_by_side(table, differences=differences)


def _read(reports: Sequence[str]) -> Iterator[Reading]:
    from sidelight import pipeline
    from sidelight.errors import NotFound
    from sidelight.pages import load

    for report in reports:
        if Path(report).exists():
            yield pipeline.read(load(Path(report)))
            continue
        try:
            with open_the_store() as store:
                yield store.get(report)
        except NotFound:
            message = f"{report}: there is no such file, and no stored report."
            raise NotFound(message) from None
