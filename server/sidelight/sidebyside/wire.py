"""What stands side by side as the contract's JSON."""

from typing import Any

from sidelight.annotations import AROUND
from sidelight.fragments import text_fragment
from sidelight.model import Reading, Span
from sidelight.sidebyside.table import Cell, Column, Item, Mention, Row, SideBySide

Json = dict[str, Any]


def as_dict(table: SideBySide) -> Json:
    """Return the answer of `POST /api/v1/comparisons`.

    Reports are numbered from 0 in the order given; `start` and `end` are code points
    of that report's text as it was sent.
    """
    return {
        "reports": [_column(column) for column in table.columns],
        "rows": [_row(row, table) for row in table.rows],
        "shared_wording": [
            {
                "report": overlap.one,
                "with": overlap.other,
                "words": overlap.words,
                "quoted": overlap.quoted,
                "share": round(overlap.share, 4),
                "passages": overlap.passages,
            }
            for overlap in table.overlaps
        ],
        "unrelated": list(table.unrelated),
    }


def _column(column: Column) -> Json:
    article, moment = column.reading.article, column.moment
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "published_from": moment.first.isoformat() if moment else None,
        "published_to": moment.last.isoformat() if moment else None,
        "words": len(column.reading.words),
        "witness": column.witness,
    }


def _row(row: Row, table: SideBySide) -> Json:
    readings = [column.reading for column in table.columns]
    return {
        "differs": row.differs,
        "items": [_item(item, readings) for item in row.items],
        "cells": [_cell(cell, readings[cell.report]) for cell in row.cells],
    }


def _item(item: Item, readings: list[Reading]) -> Json:
    return {
        "kind": item.kind,
        "differs": item.differs,
        "who": item.who or None,
        "note": item.note or None,
        "mentions": [_mention(m, readings[m.report]) for m in item.mentions],
    }


def _mention(mention: Mention, reading: Reading) -> Json:
    text, sent = reading.article.text, reading.sent(mention.span)
    return {
        "report": mention.report,
        "value": mention.value,
        "variant": mention.variant,
        **_placed(mention.span, reading),
        "prefix": text[max(0, sent.start - AROUND) : sent.start],
        "suffix": text[sent.end : sent.end + AROUND],
        "link": link(reading, mention.span),
        "unlike": [_placed(span, reading) for span in mention.unlike],
        "more": [_placed(span, reading) for span in mention.more],
    }


def _cell(cell: Cell, reading: Reading) -> Json:
    return {
        "report": cell.report,
        **_placed(cell.span, reading),
        "link": link(reading, cell.span),
    }


def _placed(span: Span, reading: Reading) -> Json:
    sent = reading.sent(span)
    exact = sent.of(reading.article.text)
    return {"start": sent.start, "end": sent.end, "exact": exact}


def link(reading: Reading, span: Span) -> str | None:
    """Return a link that opens the report at a passage; `None` without an address."""
    url = reading.article.url or ""
    if not url.startswith(("http://", "https://")):
        return None
    return text_fragment(url, reading.text, span)
