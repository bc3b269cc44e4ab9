"""Where the folders lie that are no modules: in a wheel, or in a checkout."""

from importlib.resources import files
from pathlib import Path

from sidelight.errors import NotFound
from sidelight.messages import message

_PACKAGE = Path(str(files("sidelight")))


def extension_folder() -> Path:
    """Return the folder that a browser loads as an unpacked extension.

    Raises `NotFound` where this installation came without it.
    """
    for folder in (_PACKAGE / "extension", _PACKAGE.parent.parent / "extension"):
        if (folder / "manifest.json").is_file():
            return folder
    raise NotFound(
        message(
            "The extension's folder is missing from this installation. Install "
            "Sidelight again, or run it from a complete checkout."
        )
    )


def models_folder() -> Path:
    """Return the folder of the trained files."""
    return _PACKAGE / "models"


def evaluation_set() -> Path:
    """Return the folder of the evaluation set.

    Raises `NotFound` where this is no checkout: the set is not part of a wheel.
    """
    folder = _PACKAGE.parent.parent / "tests" / "eval"
    if not (folder / "split.json").is_file():
        raise NotFound(
            message(
                "The evaluation set is not part of this installation. Name its folder "
                "with --set, or run this from a checkout."
            )
        )
    return folder
