"""The floors of the evaluation: no figure falls unnoticed, or without a reason."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson

from sidelight.checks import Check, every_check
from sidelight.errors import InvalidInput
from sidelight.packaged import models_folder
from sidelight.training.evaluation import floors_of

_PRETTY = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE


def floors(folder: Path) -> dict[str, dict[str, float]]:
    """Return the floors of the set in `folder`; none are set yet where no file is."""
    path = folder / "floors.json"
    if not path.is_file():
        return {}
    stored: dict[str, dict[str, float]] = orjson.loads(path.read_bytes())
    return stored


def write(
    folder: Path,
    quality: dict[str, Any],
    failures: Sequence[str],
    *,
    allow_regression: bool,
) -> None:
    """Write models/quality.json, the floors and the README's table anew.

    Raises `InvalidInput` where a floor would fall and that is not allowed, or
    docs/CHANGELOG.md gives no reason (a line with "floor" and the check's id).
    """
    for failure in failures:
        check = failure.partition(":")[0]
        if not allow_regression:
            raise InvalidInput(f"{failure} Give --allow-regression and a reason.")
        if not _has_reason(folder, check):
            raise InvalidInput(
                f"{failure} Give the reason in docs/CHANGELOG.md: a line with the "
                f"words `{check}` and floor."
            )
    (folder / "floors.json").write_bytes(
        orjson.dumps(floors_of(quality), option=_PRETTY)
    )
    (models_folder() / "quality.json").write_bytes(
        orjson.dumps(quality, option=_PRETTY)
    )
    readme = folder.parents[1] / "README.md"
    if readme.is_file():
        text = with_rows(readme.read_text(encoding="utf-8"), readme_rows(quality))
        readme.write_text(text, encoding="utf-8")


def _has_reason(folder: Path, check: str) -> bool:
    changes = (folder.parents[1] / "docs" / "CHANGELOG.md").read_text(encoding="utf-8")
    lines = changes.splitlines()
    return any(check in line and re.search(r"\bfloor", line) for line in lines)


def with_rows(readme: str, rows: Sequence[str]) -> str:
    """Return the README with `rows` as its table of checks (rows opening in code)."""
    lines = readme.splitlines(keepends=True)
    head = next(n for n, line in enumerate(lines) if line.startswith("| check |")) + 2
    end = next(n for n in range(head, len(lines)) if not lines[n].startswith("| "))
    return "".join([*lines[:head], *(f"{row}\n" for row in rows), *lines[end:]])


def readme_rows(quality: dict[str, Any]) -> list[str]:
    """Return the rows of the README's table of checks, as these figures make them."""
    return [_row(check, quality["checks"][check.ID]) for check in every_check()]


def _row(check: Check, figures: dict[str, Any]) -> str:
    unseen = figures["unseen"]
    low, high = unseen["interval"] or (None, None)
    interval = f" ({_short(low)}–{_short(high)})" if unseen["interval"] else ""
    cells = (
        f"`{check.ID}`",
        check.LABEL,
        f"{_short(unseen['precision'])}{interval}",
        _short(unseen["recall"]),
        str(unseen["hits"] + unseen["false_alarms"] + unseen["unlabelled"]),
        "yes" if figures["tier"] == "default" else f"no ({figures['tier']})",
    )
    return f"| {' | '.join(cells)} |"


def _short(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
