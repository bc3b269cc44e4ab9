"""What the command line shows: notes, tables, and progress (on standard error)."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_COLOURS = {
    "who-says-so": "blue",
    "other-reports": "yellow",
    "time-and-headline": "yellow",
}


def print_notes(name: str, page: dict[str, Any]) -> None:
    """Print an AnnotationPage: each note with its passage and its evidence."""
    console = Console(highlight=False)
    article, compared = page["sidelight:article"], page["sidelight:compared"]
    console.print(
        Text.assemble(
            (name, "bold"),
            f"  {article['words']} words, {len(page['items'])} notes, "
            f"compared with {len(compared['reports'])} of {compared['searched']} reports",
        )
    )
    for item in page["items"]:
        console.print(_note(item))
    quiet = [c["id"] for c in page["sidelight:checked"] if c.get("notes") == 0]
    if quiet:
        console.print(Text(f"  Checked, nothing noticed: {', '.join(quiet)}", "dim"))
    for checked in page["sidelight:checked"]:
        if "skipped" in checked:
            console.print(
                Text(f"  Not checked: {checked['id']}. {checked['skipped']}", "dim")
            )
    if not compared["reports"]:
        console.print(Text(f"  {_nothing_to_compare(compared['searched'])}", "dim"))


def _nothing_to_compare(searched: int) -> str:
    if searched:
        return f"None of the {searched} reports looked through is of this event."
    return (
        "There was nothing to compare with. Add reports with "
        "`sidelight reports add FOLDER`, or name some with --reports."
    )


def _note(item: dict[str, Any]) -> Text:
    colour = _COLOURS.get(item["sidelight:family"], "magenta")
    note = Text("\n")
    note.append(f"  {item['sidelight:label']}", f"bold {colour}")
    if item["sidelight:part"] != "text":
        note.append(f" ({item['sidelight:part']})", "dim")
    selectors = item["target"].get("selector", [])
    if selectors:
        note.append(f"\n    “{_one_line(selectors[0]['exact'])}”", "underline")
    note.append(f"\n    {item['body'][1]['value']}")
    for evidence in item["sidelight:evidence"]:
        report = evidence["report"]
        source = ", ".join(filter(None, (report["publisher"], report["published"])))
        around = f"…{evidence['prefix']}{evidence['exact']}{evidence['suffix']}…"
        note.append(f"\n      {source or report['id']}: ", "bold")
        note.append(_one_line(around))
    note.append(f"\n    {item['sidelight:next']}", "italic dim")
    return note


def _one_line(words: str) -> str:
    return " ".join(words.split())


def print_reports(rows: list[dict[str, Any]]) -> None:
    """Print the stored reports as a table."""
    console = Console(highlight=False)
    if not rows:
        console.print(
            "No reports are kept yet. Add some with `sidelight reports add FOLDER`."
        )
        return
    table = Table(box=None, pad_edge=False)
    for heading in ("id", "published", "publisher", "title", "words"):
        table.add_column(heading, justify="right" if heading == "words" else "left")
    for row in rows:
        table.add_row(
            *(
                Text(str(row[h] or ""))
                for h in ("id", "published", "publisher", "title", "words")
            )
        )
    console.print(table)


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """Show a progress bar on standard error; yields what to tell (done, of all)."""
    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)

        def step(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield step
