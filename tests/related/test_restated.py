"""A quotation here, and there the writer's own words or another speaker's."""

import pytest

from sidelight.model import Article, Reading
from sidelight.readings import read
from sidelight.related import quotes, restated
from sidelight.related.sides import side
from sidelight.related.turns import told

TRAP = "It was a trap laid for honest people"
DAM = "The dam was built on sand and everybody in the ministry knew it"


def reading(text: str, label: str | None = None) -> Reading:
    return read(Article(text, label=label))


def statuses(one: str, other: str, label: str | None = None) -> list[str]:
    here, there = told(side(reading(one))), told(side(reading(other, label)))
    pairs = quotes.pairs(here, there, quotes.seeds(here.turns, quotes.LOOSELY.seed))
    return [r.status for r in restated.compare(here, [there], [pairs])]


@pytest.mark.parametrize(
    ("quoted", "plain"),
    [
        (f"“{DAM},” said Leo Strand.", f"{DAM}. Work began in 1980."),
        (  # another person, another tense
            (
                "“They are turning our valley into a parking lot for bulldozers,” said Noor "
                "Haddad."
            ),
            "The firm was turning its valley into a parking lot for bulldozers.",
        ),
        (  # a word or two exchanged
            (
                "“A contract that nobody has read should never be called a contract,” said "
                "Vera Stoll."
            ),
            "A contract that nobody has read ought never be called a contract.",
        ),
    ],
)
def test_the_writers_own_words_on_one_side(quoted: str, plain: str) -> None:
    assert statuses(quoted, plain) == ["quoted-here"]
    assert statuses(plain, quoted) == ["quoted-there"]


@pytest.mark.parametrize(
    "plain",
    [
        f"{DAM}, Leo Strand said.",
        f"Leo Strand said {DAM.lower()}.",
        f"According to an engineer, {DAM.lower()}.",
        f"{DAM}. That is how Leo Strand saw it.",
        f"In full the statement reads:\n\n{DAM}. We ask for help.",
        f"{DAM} — Leo Strand (@leo)",
        f"{DAM}. Few knew. Later: “Everybody in the ministry knew it.”",
        f"{DAM}, and we told them so.",
        f"“{DAM}.\n\nIt broke.",
    ],
)
def test_credited_posted_or_quoted_all_the_same(plain: str) -> None:
    assert statuses(f"“{DAM},” said Leo Strand.", plain) == []
    assert statuses(plain, f"“{DAM},” said Leo Strand.") == []


def test_a_columnist_may_say_i() -> None:
    quoted, plain = f"“{DAM},” said Leo Strand.", f"{DAM}. I grant him that."

    assert statuses(quoted, plain) == []
    assert statuses(quoted, plain, label="opinion") == ["quoted-here"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"“{TRAP},” said Ivo Marsh.", f"“{TRAP},” Rosa Delmar said."),
        (f"“{TRAP},” he said.", f"“{TRAP},” she said."),
        (
            f"“{TRAP},” said the judge, Ivo Marsh. Rosa Delmar, the mayor, left.",
            f"“{TRAP},” said the mayor. Mayor Rosa Delmar said no more.",
        ),
    ],
)
def test_another_speaker(one: str, other: str) -> None:
    assert statuses(one, other) == ["other-speaker"]
    assert statuses(other, one) == ["other-speaker"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"“{TRAP},” said Ivo Marsh.", f"“{TRAP},” he said. Ivo Marsh was in tears."),
        (f"“{TRAP},” said Ivo Marsh.", f"“{TRAP},” said the grocer."),
        (f"“{TRAP},” the police said.", f"“{TRAP},” said Ivo Marsh."),
        (
            f"“{TRAP},” said Ivo Marsh.",
            f"“{TRAP},” said Rosa Delmar, quoting her neighbour Ivo Marsh.",
        ),
        (f"“{TRAP},” said Marsh.", f"“{TRAP},” said Ivo. Ivo Marsh left."),
        ("“I did not know,” said Ivo Marsh.", "“I did not know,” said Rosa Delmar."),
    ],
)
def test_the_same_speaker_or_nobody_can_tell(one: str, other: str) -> None:
    assert statuses(one, other) == []
    assert statuses(other, one) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "She rises “at the crack of dawn” each day, said Rosa Delmar.",
            "The rescuers left at the crack of dawn for the island.",
        ),
        (
            "The report, “Safety of Inland Ferries in Winter”, came out.",
            "A report on the Safety of Inland Ferries in Winter came out.",
        ),
        (
            "The law says that “each owner shall clear the snow before nine”.",
            "Each owner shall clear the snow before nine, under the law.",
        ),
    ],
)
def test_phrases_titles_and_laws_are_nobodys_words(one: str, other: str) -> None:
    assert statuses(one, other) == []
    assert statuses(other, one) == []


def test_what_one_is_quoted_with_and_several_are_said_to_have_said() -> None:
    quoted = f"“{DAM},” said Leo Strand."
    several = f"Local officials said that {DAM[0].lower()}{DAM[1:]}."

    assert statuses(quoted, several) == ["told-there"]
    assert statuses(several, quoted) == ["told-here"]
    assert (
        statuses(quoted, several.replace("officials", "officials under Strand")) == []
    )
