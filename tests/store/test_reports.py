"""What goes into the store comes out of it, once, until it is taken out."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select

from sidelight.errors import InvalidInput, NotFound
from sidelight.store import Added, Store, open_store
from sidelight.store.schema import terms
from tests.store.makers import DAY, reading, several, texts

PAGE = "https://news.example/dam"


def ids(store: Store) -> list[str]:
    return [row.id for row in store.list()]


def term_rows(url: str) -> Sequence[str]:
    engine = create_engine(url)
    with engine.connect() as connection:
        rows = connection.scalars(select(terms.c.term).order_by(terms.c.term)).all()
    engine.dispose()
    return rows


# --- Once --------------------------------------------------------------------


def test_a_report_comes_back_as_it_was_read(store: Store) -> None:
    one = reading(name="dam-1", url=PAGE, title="Dam holds")

    assert store.add(one) is Added.ADDED
    assert store.get("dam-1") == one
    assert len(store) == 1


def test_the_same_report_is_filed_once(store: Store) -> None:
    store.add(reading(url=PAGE))

    assert store.add(reading(url=PAGE)) is Added.ALREADY_THERE
    assert len(store) == 1


def test_the_same_text_at_another_address_is_there_already(store: Store) -> None:
    store.add(reading(url=PAGE))

    assert store.add(reading(url="https://other.example/x")) is Added.ALREADY_THERE
    assert [row.url for row in store.list()] == [PAGE]


def test_a_page_with_another_text_is_updated(store: Store, url: str) -> None:
    store.add(reading("The dam held.", url=PAGE, terms={"held": 0.5}))
    link = f"{PAGE.upper().replace('/DAM', '/dam')}?utm_source=mail#top"

    assert (
        store.add(reading("The dam broke.", url=link, terms={"broke": 0.5}))
        is Added.UPDATED
    )
    assert texts([store.get(name) for name in ids(store)]) == ["The dam broke."]
    assert term_rows(url) == ["broke"]
    assert len(store) == 1


def test_a_page_whose_new_text_is_here_from_elsewhere_is_let_go(store: Store) -> None:
    store.add(reading("The dam held.", url=PAGE))
    store.add(reading("The dam broke.", url="https://other.example/x"))

    assert store.add(reading("The dam broke.", url=PAGE)) is Added.UPDATED
    assert [row.url for row in store.list()] == ["https://other.example/x"]


def test_reports_without_an_address_do_not_replace_each_other(store: Store) -> None:
    assert store.add_many(several(3)) == [Added.ADDED] * 3
    assert len(store) == 3


def test_two_reports_with_one_id_are_both_kept(store: Store) -> None:
    store.add(reading("The dam held.", name="article"))
    store.add(reading("The mill closed.", name="article"))

    first, second = sorted(store.get(name).text for name in ids(store))

    assert (first, second) == ("The dam held.", "The mill closed.")
    assert store.get("article").text == "The dam held."
    assert all(store.get(name).article.id == name for name in ids(store))


def test_a_report_without_an_id_is_given_one_that_stays(store: Store) -> None:
    store.add(reading("The dam held.", url=PAGE))
    [before] = ids(store)
    store.add(reading("The dam broke.", url=PAGE))

    assert ids(store) == [before]
    assert store.get(before).article.id == before


def test_reports_whose_digests_begin_alike_are_both_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sidelight.store.filing.key_of", lambda _: 7)
    store.add_many(several(3))

    assert sorted(texts([store.get(name) for name in ids(store)])) == texts(several(3))


def test_many_are_filed_all_or_none(store: Store) -> None:
    half = reading("The dam held.", title="\ud83d")

    with pytest.raises(InvalidInput, match="half a character"):
        store.add_many([*several(2), half])
    assert len(store) == 0


def test_what_postgresql_cannot_hold_is_left_out_of_the_list_alone(
    store: Store,
) -> None:
    one = reading("The dam\0held.", name="a\0b", title="Dam\0holds", url=PAGE + "\0")
    store.add(one)

    [row] = store.list()
    assert (row.id, row.title) == ("ab", "Damholds")
    assert store.get("ab").article.title == "Dam\0holds"
    assert store.get("ab").text == one.text


def test_an_address_of_any_length_is_kept(store: Store) -> None:
    long = PAGE + "?q=" + "x" * 9_000
    store.add(reading(url=long, name="n" * 5_000))

    assert store.add(reading("The dam broke.", url=long)) is Added.UPDATED


def test_it_tells_which_reports_need_not_be_read(store: Store) -> None:
    store.add(reading("The dam held.", url=PAGE))
    asked = [
        reading("The dam held.", url=PAGE),
        reading("The dam held."),
        reading("The dam broke.", url=PAGE),
        reading("The mill closed."),
    ]

    assert store.holds([one.article for one in asked]) == [True, True, False, False]
    assert store.holds([]) == []


def test_a_page_that_now_has_a_known_text_is_still_to_be_filed(store: Store) -> None:
    store.add(reading("The dam held.", url=PAGE))
    store.add(reading("The dam broke."))

    assert store.holds([reading("The dam broke.", url=PAGE).article]) == [False]


# --- Looking -----------------------------------------------------------------


def test_the_list_says_what_is_known_without_reading(store: Store) -> None:
    store.add(reading(name="dam-1", url=PAGE, title="Dam holds"), kept=True)

    [row] = store.list()

    assert (row.id, row.url, row.title) == ("dam-1", PAGE, "Dam holds")
    assert (row.published, row.words, row.kept) == ("2031-05-14", 5, True)
    assert abs(datetime.now(UTC).replace(tzinfo=None) - row.added) < timedelta(
        minutes=1
    )


def test_the_list_goes_from_the_latest_day_to_the_undated(store: Store) -> None:
    for day in (DAY, None, DAY + timedelta(1), DAY - timedelta(400)):
        store.add(reading(f"The dam held on {day}.", published=day))

    assert [row.published for row in store.list()] == [
        "2031-05-15",
        "2031-05-14",
        "2030-04-09",
        None,
    ]


def test_the_list_comes_in_pages(store: Store) -> None:
    store.add_many(several(5))
    everything = ids(store)

    first = store.list(limit=2)
    second = store.list(limit=2, after=first[-1].id)
    third = store.list(limit=2, after=second[-1].id)

    assert [row.id for row in (*first, *second, *third)] == everything


def test_an_unknown_report_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound, match="'mill'"):
        store.get("mill")
    with pytest.raises(NotFound, match="'mill'"):
        store.remove("mill")
    with pytest.raises(NotFound, match="'mill'"):
        store.list(after="mill")


# --- State -------------------------------------------------------------------


def test_the_state_does_not_depend_on_the_order(store: Store) -> None:
    one, two, three = several(3)
    store.add_many([one, two, three])
    state = store.state()
    store.forget_everything()
    for report in (three, one, two):
        store.add(report)

    assert store.state() == state


def test_every_change_changes_the_state_and_undoing_it_brings_it_back(
    store: Store,
) -> None:
    states = [store.state()]
    store.add(reading("The dam held.", url=PAGE))
    states.append(store.state())
    store.add(reading("The mill closed.", name="mill"))
    states.append(store.state())
    store.add(reading("The dam broke.", url=PAGE))
    states.append(store.state())

    assert len(set(states)) == 4

    store.add(reading("The dam held.", url=PAGE))
    assert store.state() == states[2]
    store.remove("mill")
    assert store.state() == states[1]
    store.forget_everything()
    assert store.state() == states[0]


def test_what_changes_no_report_changes_no_state(store: Store) -> None:
    store.add(reading())
    state = store.state()
    store.add(reading(), kept=True)

    assert store.state() == state


def test_a_report_that_differs_in_its_title_alone_is_another_state(
    store: Store,
) -> None:
    store.add(reading(title="Dam holds"))
    state = store.state()
    store.forget_everything()
    store.add(reading(title="Dam still holds"))

    assert store.state() != state


# --- Taking out --------------------------------------------------------------


def test_a_removed_report_leaves_nothing(store: Store, url: str) -> None:
    store.add(reading("The dam held.", name="dam", terms={"held": 0.5}))
    store.add(reading("The mill closed.", name="mill", terms={"mill": 0.5}))
    store.remove("dam")

    assert ids(store) == ["mill"]
    assert term_rows(url) == ["mill"]
    assert len(store) == 1


def test_old_reports_are_pruned_and_kept_ones_stay(store: Store, url: str) -> None:
    store.add_many(several(250))
    store.add(reading("The mill closed.", name="mill", terms={"mill": 0.5}), kept=True)
    today = datetime.now(UTC).date()

    assert store.prune(today - timedelta(1)) == 0
    assert store.prune(today + timedelta(1)) == 250
    assert ids(store) == ["mill"]
    assert term_rows(url) == ["mill"]
    assert len(store) == 1


def test_what_counts_is_when_a_report_was_added(store: Store) -> None:
    store.add(reading(published=date(1999, 12, 31)))

    assert store.prune(datetime.now(UTC).date() - timedelta(1)) == 0


def test_keeping_a_report_that_is_there_keeps_it(store: Store) -> None:
    store.add(reading("The dam held.", url=PAGE))
    store.add(reading("The dam held.", url=PAGE), kept=True)
    store.add(reading("The dam broke.", url=PAGE))

    assert [row.kept for row in store.list()] == [True]


def test_forgetting_leaves_nothing_in_the_files(file: Path) -> None:
    word = "Threnody"
    with open_store(f"sqlite:///{file}") as store:
        for one in several(30):
            store.add(one)
        store.add(reading("The dam held.", title=word, terms={word: 1.0}), kept=True)
        before = file.stat().st_size
        store.forget_everything()

        assert len(store) == 0
        assert store.list() == []
        assert file.stat().st_size < before
        assert store.near(reading("The mill closed.", terms={word: 1.0})) == []
        left = b"".join(part.read_bytes() for part in file.parent.iterdir())
    assert word.encode() not in left


def test_removing_leaves_nothing_in_the_files(file: Path) -> None:
    word = "Threnody"
    with open_store(f"sqlite:///{file}") as store:
        store.add_many(several(3))
        store.add(reading("The dam held.", name="dam", title=word, url=PAGE))
        store.remove("dam")
    left = b"".join(part.read_bytes() for part in file.parent.iterdir())

    assert word.encode() not in left


def test_the_file_is_its_owners_alone(file: Path) -> None:
    open_store(f"sqlite:///{file}").close()

    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert file.stat().st_mode & 0o777 == 0o600
