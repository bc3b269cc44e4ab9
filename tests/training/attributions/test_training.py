"""A toy model, from a toy corpus to attributions: the whole way there and back."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from sidelight.errors import InvalidInput, ModelFileError
from sidelight.readings import columns, linker, model_file, sentences, tagger
from sidelight.training.attributions import Figures, parses, passes, train
from sidelight.training.attributions.__main__ import main
from tests.readings.test_tagger import page
from tests.training.attributions import toy


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    toy.write(folder)
    return folder


Trained = tuple[Path, Figures, list[tuple[str, int, int]]]


@pytest.fixture(scope="module")
def trained(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """Train once; return the folder, the figures and the progress that was told."""
    folder = tmp_path_factory.mktemp("models")
    told: list[tuple[str, int, int]] = []
    patch = pytest.MonkeyPatch()
    patch.setattr(passes, "DRAFT_BITS", 14)  # enough for a toy, and quick
    patch.setattr(passes, "FINAL_BITS", 14)
    patch.setattr(passes, "BIAS", (0.0,) * 7)
    with patch.context():
        figures = train(corpus, folder, 3, lambda *step: told.append(step))
    patch.undo()
    return folder, figures, told


def arrays(folder: Path) -> dict[str, Any]:
    return model_file.read(folder, "attributions")


def test_learns_what_the_toy_corpus_shows(trained: Trained) -> None:
    _, figures, _ = trained

    assert figures["dev"]["linked"]["say"]["f1"] >= 95
    assert figures["dev"]["strict"]["cue"]["f1"] >= 95
    assert figures["test"]["publishers"].keys() == {"mill"}
    assert figures["dev"]["words_a_second"] > 0


def test_reads_a_sentence_it_has_not_seen(trained: Trained) -> None:
    text = "The dean said the hall was clean. Rain fell on the hills."
    read = columns.read(text, sentences.read(text), ())
    learned = arrays(trained[0])

    labels = tagger.tag(read, tagger.unpack(learned))
    [link] = linker.links(read, labels, linker.unpack(learned["links"]))

    assert link.source is not None
    assert read.words[link.source.first : link.source.after] == ["The", "dean"]
    assert read.words[link.content[0].first] == "the"


def test_the_card_names_the_file_and_holds_the_figures(trained: Trained) -> None:
    folder, figures, _ = trained
    card = json.loads((folder / "attributions.json").read_text())
    content = (folder / "attributions.joblib").read_bytes()

    assert card["sha256"] == sha256(content).hexdigest()
    assert card["bytes"] == len(content)
    assert card["scores"] == figures
    assert card["seed"] == 3
    assert card["trained_on"] == "the train split, 12 articles"


def test_tells_how_far_it_has_come(trained: Trained) -> None:
    _, _, told = trained
    trainings = [step for step in told if step[0] == "draft"]

    assert trainings[-1] == ("draft", 12, 13)
    assert all(done <= of for _, done, of in told)


def test_holds_plain_arrays_and_no_sentence(trained: Trained) -> None:
    learned = arrays(trained[0])

    assert learned["final"]["weights"].dtype == "int8"
    words = [
        name
        for layer in learned.values()
        if isinstance(layer, dict)
        for name in layer.get("labels", ())
    ]
    assert set(words) <= {*"DT VBD NN .".split(), *"det> root punct< nsubj>".split()}


def test_refuses_a_file_trained_to_look_at_other_things(trained: Trained) -> None:
    learned = arrays(trained[0]) | {"looks_at": 1}

    with pytest.raises(ModelFileError, match="another version of Sidelight"):
        tagger.unpack(learned)


def test_without_parses_there_is_nothing_to_learn_word_classes_from(
    corpus: Path, tmp_path: Path
) -> None:
    for split in ("train", "dev", "test"):
        for kind in ("text", "attributions"):
            folder = tmp_path / split / kind
            folder.mkdir(parents=True)
            for path in (corpus / split / kind).iterdir():
                (folder / path.name).write_bytes(path.read_bytes())

    with pytest.raises(InvalidInput, match="corenlp"):
        train(tmp_path, tmp_path / "models", 0)


def test_command_says_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train"]) == 2
    assert main(["evaluate", str(tmp_path)]) == 2

    assert "folder `data` of the PolNeAR corpus" in capsys.readouterr().err


def test_parsed_tokens_are_laid_upon_ours() -> None:
    text = "The dam can't hold."
    parsed = [
        parses.ParsedToken(0, 3, "DT", "det>"),
        parses.ParsedToken(4, 7, "NN", "nsubj>"),
        parses.ParsedToken(8, 10, "MD", "aux>"),
        parses.ParsedToken(10, 13, "RB", "advmod>"),
        parses.ParsedToken(14, 18, "VB", "root"),
    ]

    classes, relations = parses.align(page(text), parsed)

    assert classes == ["", "DT", "NN", "MD", "RB", "VB", "", ""]
    assert relations[2] == "nsubj>"
