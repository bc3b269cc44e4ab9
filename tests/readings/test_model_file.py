"""A trained file is opened if it is the released one, and never otherwise."""

import json
from hashlib import sha256
from pathlib import Path

import joblib
import numpy as np
import pytest

from sidelight.errors import ModelFileError
from sidelight.readings import model_file


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """Return a folder with a trained file and its card."""
    joblib.dump({"weights": np.arange(3)}, tmp_path / "toy.joblib")
    content = (tmp_path / "toy.joblib").read_bytes()
    card = {"sha256": sha256(content).hexdigest()}
    (tmp_path / "toy.json").write_text(json.dumps(card))
    return tmp_path


class RunsCode:
    """Writes a file when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return (Path.touch, (self.path,))


def test_reads_the_arrays_of_the_released_file(models: Path) -> None:
    assert model_file.read(models, "toy")["weights"].tolist() == [0, 1, 2]


def test_a_changed_file_is_refused_and_runs_no_code(models: Path) -> None:
    trace = models / "trace"
    joblib.dump(RunsCode(trace), models / "toy.joblib")

    with pytest.raises(ModelFileError, match=r"toy\.joblib is not the file"):
        model_file.read(models, "toy")

    assert not trace.exists()


@pytest.mark.parametrize("name", ["toy.joblib", "toy.json"])
def test_a_missing_file_is_named(models: Path, name: str) -> None:
    (models / name).unlink()

    with pytest.raises(ModelFileError, match=f"{name}, .* is missing"):
        model_file.read(models, "toy")


def test_a_broken_card_is_named(models: Path) -> None:
    (models / "toy.json").write_text("{")

    with pytest.raises(ModelFileError, match=r"toy\.json, .* is not JSON"):
        model_file.read(models, "toy")


def test_the_released_file_fits_its_card_and_is_small() -> None:
    assert model_file.load("attributions") is model_file.load("attributions")
    folder = Path(model_file.__file__).parent.parent / "models"
    assert (folder / "attributions.joblib").stat().st_size <= 8_000_000
