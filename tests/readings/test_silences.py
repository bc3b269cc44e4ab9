"""Who gave no answer is found in every form reporters use, and in no other."""

import pytest

from sidelight.model import Attribution, Sentence, Span
from sidelight.readings.silences import read


def silences(text: str) -> list[Attribution]:
    return list(read(text, (Sentence(Span(0, len(text)), 0),)))


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The ministry declined to comment.", "The ministry"),
        ("The ministry has repeatedly declined to comment.", "The ministry"),
        ("The mill declined an interview request.", "The mill"),
        ("The mill turned down three requests for an interview.", "The mill"),
        ("The senator declined to discuss the vote.", "The senator"),
        ("Navarro declined comment.", "Navarro"),
        ("The mayor refused to comment on the leak.", "The mayor"),
        ("The mayor refused to answer questions.", "The mayor"),
        ("The army would not comment on its losses.", "The army"),
        ("The army wouldn’t say how many were hurt.", "The army"),
        ("The firm did not respond to a request for comment.", "The firm"),
        ("The firm didn’t immediately reply to emails.", "The firm"),
        ("The firm has not responded to a letter from the union.", "The firm"),
        ("The firm had yet to answer written questions.", "The firm"),
        ("Asked for comment, the firm did not respond.", "the firm"),
        ("Mr. Ortiz could not be reached for comment.", "Mr. Ortiz"),
        ("Mr. Ortiz could not immediately be reached on Sunday.", "Mr. Ortiz"),
        ("The union had no comment.", "The union"),
        ("The union had no immediate comment.", "The union"),
        ("Its leaders were not available for comment.", "Its leaders"),
        ("Its leaders were unavailable for comment.", "Its leaders"),
        ("The Home Office has been approached for comment.", "The Home Office"),
        ("The hospital was contacted for comment.", "The hospital"),
        ("The paper has contacted the hospital for comment.", "the hospital"),
        ("The lawyer did not return calls.", "The lawyer"),
        ("The lawyer never returned several phone messages.", "The lawyer"),
        ("She did not answer emails.", "She"),
        ("Calls to the mill were not returned.", "the mill"),
        ("Messages left with the two firms went unanswered.", "the two firms"),
        ("Attempts to reach the family were unsuccessful.", "the family"),
        ("There was no immediate comment from the port.", "the port"),
        ("None of the firms responded to requests.", "None of the firms"),
    ],
)
def test_finds_who_gave_no_answer(sentence: str, who: str) -> None:
    [silence] = silences(sentence)

    assert silence.source is not None
    assert silence.source.of(sentence) == who
    assert silence.act == "declines"
    assert silence.content == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor refused to sign the treaty.",
        "Demand declined to a new low.",
        "A deal could not be reached.",
        "The village could not be reached by road.",
        "The patient did not respond to treatment.",
        "The team declined to name the player.",
        "The source declined to be named.",
        "The gate did not answer its purpose.",
        "The call went to the minister.",
        "“We decline to comment,” the minister said.",
        '"I would not comment on that," she said.',
    ],
)
def test_is_silent_about_other_refusals(sentence: str) -> None:
    assert silences(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        (
            "Hana Novak, a spokeswoman for the dam, declined to comment.",
            "Hana Novak, a spokeswoman for the dam",
        ),
        (
            "The dam’s director, Jan Holm, declined to comment.",
            "The dam’s director, Jan Holm",
        ),
        (
            "Reached by phone, Petra Lind, the owner, declined to comment.",
            "Petra Lind, the owner",
        ),
        ("The minister left the room and declined to say why.", "The minister"),
        ("The mill closed and its owner declined to comment.", "its owner"),
        ("Police and the army declined to comment.", "Police and the army"),
        ("Lind, who declined to comment, has paid.", "Lind"),
        ("He said the army would not comment.", "the army"),
    ],
)
def test_takes_the_whole_name_and_no_more(sentence: str, who: str) -> None:
    [silence] = silences(sentence)

    assert silence.source is not None
    assert silence.source.of(sentence) == who


def test_counts_code_points_of_the_whole_text_and_numbers_the_sentence() -> None:
    text = "🙂 Rain fell. The ministry declined to comment."
    parts = (Sentence(Span(0, 12), 0), Sentence(Span(13, len(text)), 0))

    [silence] = read(text, parts)

    assert silence.sentence == 1
    assert silence.cue is not None
    assert silence.cue.of(text) == "declined to comment"
    assert silence.verb == "decline"


def test_a_very_long_line_is_read_in_bounded_time() -> None:
    line = "did not respond to " * 20_000

    assert silences(line) is not None
