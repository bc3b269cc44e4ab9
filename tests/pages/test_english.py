"""What counts as English, and what cannot be told."""

import pytest

from sidelight import samples
from sidelight.pages import load
from sidelight.pages.english import seems_english


@pytest.mark.parametrize("path", samples.reports(), ids=lambda path: path.stem)
def test_reports_are_english(path: object) -> None:
    assert seems_english(load(path).text)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        (
            "De burgemeester zei maandag dat de stad de brug niet voor het einde van het jaar "
            "zal openen, want het werk in de nacht is duurder dan verwacht en er was geen geld."
        ),
        (
            "El alcalde dijo el lunes que la ciudad no abrirá el puente antes de fin de año "
            "porque las obras tardan más de lo previsto y no hay dinero para pagar a nadie."
        ),
        "市长周一表示,由于工程耗时超出预期,该桥在年底前不会重新开放。",
    ],
)
def test_other_languages_are_not(text: str) -> None:
    assert not seems_english(text)


def test_a_few_words_cannot_be_told_and_pass() -> None:
    assert seems_english("Bridge shut. Cracks found.")
