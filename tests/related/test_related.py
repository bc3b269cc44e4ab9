"""Reports side by side: what is lined up, and what is left out."""

from sidelight import samples
from sidelight.model import Article, Comparison, Reading
from sidelight.pages import load
from sidelight.readings import read
from sidelight.related import compare

READINGS = {path.stem: read(load(path)) for path in samples.reports()}
WIRE = next(reading for name, reading in READINGS.items() if name.endswith("wire"))
OTHERS = [reading for reading in READINGS.values() if reading is not WIRE]
UNRELATED = read(
    Article(
        "The club paid a record fee for the striker on Friday. He will wear number nine "
        "and play his first match on Sunday, the coach said. The fans sang all night.",
        id="unrelated",
        title="Record fee for striker",
        published="2024-04-10",
    )
)


def without_order(comparison: Comparison) -> set[tuple[str, float]]:
    return {(r.reading.article.id, r.similarity) for r in comparison.reports}


def test_reports_of_the_event_are_related_and_the_nearest_comes_first() -> None:
    comparison = compare(WIRE, OTHERS)
    nearness = [report.similarity for report in comparison.reports]

    assert len(comparison.reports) == len(OTHERS)
    assert nearness == sorted(nearness, reverse=True)


def test_an_unrelated_report_changes_nothing_but_the_number_searched() -> None:
    alone, beside = compare(WIRE, OTHERS), compare(WIRE, [*OTHERS, UNRELATED])

    assert without_order(alone) == without_order(beside)
    assert (alone.dates, alone.figures, alone.passages) == (
        beside.dates,
        beside.figures,
        beside.passages,
    )
    assert (alone.searched, beside.searched) == (5, 6)


def test_the_article_itself_is_no_other_report() -> None:
    assert compare(WIRE, [WIRE]).reports == ()


def test_the_order_of_the_reports_does_not_matter() -> None:
    assert compare(WIRE, OTHERS) == compare(WIRE, OTHERS[::-1])


def test_every_pair_points_into_its_layers() -> None:
    comparison = compare(WIRE, OTHERS)

    def there(number: int) -> Reading:
        return comparison.reports[number].reading

    for pair in comparison.dates:
        assert pair.here < len(WIRE.dates)
        assert pair.there < len(there(pair.report).dates)
    for pair in comparison.figures:
        assert pair.there < len(there(pair.report).figures)
    for pair in comparison.points:
        assert pair.there < len(there(pair.report).sentences)
    assert comparison.figures
    assert comparison.points
