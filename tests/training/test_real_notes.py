"""Which notes are judged, and what is made of the verdicts."""

from collections import Counter
from pathlib import Path

import orjson

from sidelight.training.real_notes import drawn, judged, sample


def test_a_talkative_check_leaves_room_for_the_others() -> None:
    every = [{"id": f"{n}", "check": "talks"} for n in range(50)]
    every += [{"id": f"q{n}", "check": "quiet"} for n in range(3)]

    taken = sample(every, 20)

    assert Counter(note["check"] for note in taken) == {"talks": 17, "quiet": 3}
    assert taken == sample(every, 20)


def test_a_draw_is_the_same_in_whatever_order_the_notes_come() -> None:
    every = [{"id": f"{n:03}", "check": "talks", "here": {}} for n in range(50)]

    taken = drawn(every, 20, seed=3)

    assert taken == drawn(every[::-1], 20, seed=3)
    assert taken != drawn(every, 20, seed=4)
    assert len({note["id"] for note in taken}) == 20


def test_a_table_of_what_each_reader_held_to_be_right(tmp_path: Path) -> None:
    notes = [
        {
            "id": "1",
            "check": "a",
            "first": "right",
            "second": "right",
            "before": True,
        },
        {"id": "2", "check": "a", "first": "right", "second": "wrong"},
        {"id": "3", "check": "b", "first": "wrong", "second": "wrong"},
        {"id": "4", "check": "b", "first": "right", "second": "right"},
    ]
    (tmp_path / "judged.json").write_bytes(orjson.dumps({"notes": notes}))

    a, every, b, new = judged(tmp_path)

    assert (
        a.split()[1:] == "2 notes first 1.00 second 0.50 both 0.50 agree 0.50".split()
    )
    assert every.split()[1:] == (
        "4 notes first 0.75 second 0.50 both 0.50 agree 0.75".split()
    )
    assert b.startswith("b")
    assert (
        new.split() == "new 3 notes first 0.67 second 0.33 both 0.33 agree 0.67".split()
    )
