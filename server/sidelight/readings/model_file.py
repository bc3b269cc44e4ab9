"""The trained files: plain arrays, opened if they are the ones that were released.

A joblib file can run code when it is opened, so its SHA-256 is compared with the
one on its model card first; what does not match is never opened.
"""

import json
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import Any

import joblib

from sidelight.errors import ModelFileError

_AGAIN = "Install Sidelight again, or train the file anew with `sidelight train`."


@cache
def load(name: str) -> dict[str, Any]:
    """Return the arrays of a trained file of `models`, read once and shared.

    Raises ModelFileError where the file or its card is missing, or where the file
    is not the one its card describes.
    """
    return read(files("sidelight") / "models", name)


def read(folder: Traversable, name: str) -> dict[str, Any]:
    """Return the arrays of `<name>.joblib` in `folder`, checked against its card.

    Raises ModelFileError as `load` does.
    """
    expected = _card(folder, name).get("sha256")
    content = _content(folder / f"{name}.joblib")
    found = sha256(content).hexdigest()
    if found != expected:
        message = (
            f"{name}.joblib is not the file its card describes: its SHA-256 begins"
            f" {found[:12]}, the card's {str(expected)[:12]}. {_AGAIN}"
        )
        raise ModelFileError(message)
    arrays: dict[str, Any] = joblib.load(BytesIO(content))
    return arrays


def checksum(name: str) -> str:
    """Return the SHA-256 on a trained file's card.

    Raises ModelFileError where there is no card.
    """
    return str(_card(files("sidelight") / "models", name).get("sha256"))


def _card(folder: Traversable, name: str) -> dict[str, Any]:
    try:
        card: dict[str, Any] = json.loads(_content(folder / f"{name}.json"))
    except ValueError as error:
        message = f"{name}.json, the card of a trained file, is not JSON. {_AGAIN}"
        raise ModelFileError(message) from error
    return card


def _content(path: Traversable) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"{path.name}, a trained file of Sidelight, is missing. {_AGAIN}"
        raise ModelFileError(message) from error
