"""The corpus reader: spans in several pieces, one annotator, a wrong folder."""

from pathlib import Path

import pytest

from sidelight.errors import InvalidInput
from sidelight.training import polnear


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for kind in ("text", "attributions"):
        (tmp_path / "dev" / kind).mkdir(parents=True)
    text = "“We left,” Kim said, “at noon.”\r\nRain fell."
    (tmp_path / "dev" / "text" / "mill_one.txt").write_bytes(text.encode())
    (tmp_path / "dev" / "attributions" / "mill_one_0a1b.ann").write_text(
        "T1\tContent 0 10;21 31\t“We left,” “at noon.”\n"
        "T2\tSource 11 14\tKim\n"
        "T3\tCue 15 19\tsaid\n"
        "E1\tAttribution:T4 Content:T1 Source:T2 Cue:T3\n"
        "T4\tAttribution 15 19\tsaid\n",
        "utf-8",
    )
    (tmp_path / "dev" / "attributions" / "mill_one_ffff.ann").write_text("")
    return tmp_path


def test_reads_the_parts_of_an_attribution_in_all_their_pieces(corpus: Path) -> None:
    [article] = polnear.read(corpus, "dev")
    [said] = article.attributions

    def words(part: tuple[object, ...]) -> list[str]:
        return [span.of(article.text) for span in part]  # type: ignore[attr-defined]

    assert words(said.source) == ["Kim"]
    assert words(said.cue) == ["said"]
    assert words(said.content) == ["“We left,”", "“at noon.”"]


def test_offsets_count_every_character_of_the_file(corpus: Path) -> None:
    [article] = polnear.read(corpus, "dev")

    assert "\r\n" in article.text
    assert article.publisher == "mill"


def test_says_what_folder_it_wants(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="folder `data` of the PolNeAR corpus"):
        polnear.read(tmp_path, "train")
