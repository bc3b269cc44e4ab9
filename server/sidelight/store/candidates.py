"""Which stored reports may be of the same event: a sum over term rows in SQL.

The 40 highest TF-IDF terms of each report are rows; an article is looked up with
its 24 highest. That finds 99.4% of the 20 nearest at a fraction of the cost of a
full-text index, on both engines (docs/adr/0004-the-store.md).
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Integer,
    Select,
    Text,
    bindparam,
    column,
    func,
    or_,
    select,
    text,
)

from sidelight.model import Article, Reading
from sidelight.store.identity import UNDATED, first_key, ordinal, page_of, text_of
from sidelight.store.schema import readings, reports, terms

STORED_TERMS = 40
ASKED_TERMS = 24
DAYS = 7  # to either side of the day of publication
SCALE = 10_000  # weights are whole ten-thousandths
LONGEST_TERM = 64  # code points; what is longer is no word
LAST_DAY = 1 << 22  # above every ordinal of a calendar day

# Each term twice, for the two windows of days. Written out, since SQLAlchemy would
# compile its own VALUES anew each time, which takes longer than the query. Both
# engines call the columns column1, column2, …
_WANTED = "VALUES " + ", ".join(
    f"(CAST(:term_{place} AS TEXT), CAST(:weight_{place} AS INTEGER), "
    f"CAST(:low_{window} AS BIGINT), CAST(:high_{window} AS BIGINT))"
    for window in (0, 1)
    for place in range(ASKED_TERMS)
)


def weighed(reading: Reading, limit: int) -> Sequence[tuple[str, int]]:
    """Return the `limit` highest terms of `reading` with whole weights."""
    found = {
        term: min(round(weight * SCALE), SCALE)
        for term, weight in reading.terms[:limit]
        if 0 < len(term) <= LONGEST_TERM and "\0" not in term
    }
    return tuple((term, weight) for term, weight in found.items() if weight > 0)


def query(*, partitioned: bool) -> Select[Any]:
    """Return the statement that `asked` gives the parameters of.

    Where the rows are `partitioned` by week the days are named once more by
    themselves, so that the other weeks are left out when the query is planned.
    """
    wanted = (
        text(_WANTED)
        .columns(
            column("column1", Text),
            column("column2", Integer),
            column("column3", BigInteger),
            column("column4", BigInteger),
        )
        .cte("wanted")
    )
    term, weight, low, high = wanted.c
    itself = select(reports.c.key).where(
        or_(
            reports.c.id == bindparam("id"),
            reports.c.page == bindparam("page"),
            reports.c.text == bindparam("text"),
        )
    )
    score = func.sum(terms.c.weight * weight).label("score")
    ranked = (
        select(terms.c.key, score)
        .join_from(
            wanted,
            terms,
            (terms.c.term == term) & terms.c.key.between(low, high),
        )
        .where(terms.c.key.not_in(itself), *([_within()] if partitioned else []))
        .group_by(terms.c.key)
        .order_by(score.desc(), terms.c.key)
        .limit(bindparam("limit"))
        .subquery("ranked")
    )
    return (
        select(readings)
        .join_from(ranked, readings, readings.c.key == ranked.c.key)
        .order_by(ranked.c.score.desc(), ranked.c.key)
    )


def _within() -> ColumnElement[bool]:
    return or_(
        *(
            terms.c.key.between(
                bindparam(f"low_{window}", type_=BigInteger),
                bindparam(f"high_{window}", type_=BigInteger),
            )
            for window in (0, 1)
        )
    )


def asked(reading: Reading, limit: int) -> dict[str, Any]:
    """Return the parameters that look for reports near `reading`."""
    article = reading.article
    # A row with an empty term finds nothing: no report has one.
    found = (*weighed(reading, ASKED_TERMS), *[("", 0)] * ASKED_TERMS)[:ASKED_TERMS]
    parameters = {
        "id": article.id or None,
        "page": page_of(article),
        "text": text_of(article),
        "limit": limit,
    }
    for place, (term, weight) in enumerate(found):
        parameters |= {f"term_{place}": term, f"weight_{place}": weight}
    for window, (first, last) in enumerate(_windows(article)):
        parameters[f"low_{window}"] = first_key(first)
        parameters[f"high_{window}"] = first_key(last + 1) - 1
    return parameters


def _windows(article: Article) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return two ranges of days: where the article's own lies, and the undated."""
    undated = (UNDATED, UNDATED)
    if article.day is None:
        return undated, (UNDATED + 1, LAST_DAY)
    day = ordinal(article.day)
    return undated, (max(day - DAYS, UNDATED + 1), day + DAYS)
