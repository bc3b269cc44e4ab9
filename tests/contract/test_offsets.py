"""The wire counts code points: what Python writes, the extension reads back.

`tests/extension` holds the extension's own modules to the same two files.
"""

import json
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
AROUND = 8
"""How many code points of prefix and suffix `offsets.json` holds."""


def cases(name: str) -> list[object]:
    loaded: list[dict[str, Any]] = json.loads((HERE / name).read_text("utf-8"))
    return [pytest.param(case, id=case["name"]) for case in loaded]


def utf16_units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("case", cases("offsets.json"))
def test_code_points_cut_out_the_words(case: dict[str, Any]) -> None:
    start, end = case["points"]

    assert case["text"][start:end] == case["words"]


@pytest.mark.parametrize("case", cases("offsets.json"))
def test_units_are_where_a_browser_counts_them(case: dict[str, Any]) -> None:
    units = [utf16_units(case["text"][:point]) for point in case["points"]]

    assert units == case["units"]


@pytest.mark.parametrize("case", cases("offsets.json"))
def test_prefix_and_suffix_are_slices_by_code_points(case: dict[str, Any]) -> None:
    text, (start, end) = case["text"], case["points"]

    assert text[max(0, start - AROUND) : start] == case["prefix"]
    assert text[end : end + AROUND] == case["suffix"]


@pytest.mark.parametrize("case", cases("anchors.json"))
def test_place_holds_the_quoted_words(case: dict[str, Any]) -> None:
    if case["found"] is None:
        return
    start, end = case["found"]

    assert case["page"][start:end].split() == case["quote"]["exact"].split()
