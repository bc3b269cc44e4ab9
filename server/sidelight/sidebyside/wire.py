"""What stands side by side as the contract's JSON."""

from typing import Any

from sidelight.annotations import text_fragment
from sidelight.model import Article, Span
from sidelight.sidebyside.excerpts import around
from sidelight.sidebyside.table import Cell, Column, Item, Mention, Row, SideBySide

Json = dict[str, Any]


def as_dict(table: SideBySide) -> Json:
    """Return the answer of `POST /api/v1/comparisons`.

    Reports are numbered from 0 in the order given; `start` and `end` are code points
    of that report's text.
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
    articles = [column.reading.article for column in table.columns]
    return {
        "differs": row.differs,
        "items": [_item(item, articles) for item in row.items],
        "cells": [_cell(cell, articles[cell.report]) for cell in row.cells],
    }


def _item(item: Item, articles: list[Article]) -> Json:
    return {
        "kind": item.kind,
        "differs": item.differs,
        "who": item.who or None,
        "note": item.note or None,
        "mentions": [_mention(m, articles[m.report]) for m in item.mentions],
    }


def _mention(mention: Mention, article: Article) -> Json:
    before, after = around(article.text, mention.span)
    return {
        "report": mention.report,
        "value": mention.value,
        "variant": mention.variant,
        **_placed(mention.span, article),
        "prefix": before.of(article.text),
        "suffix": after.of(article.text),
        "link": link(article, mention.span),
        "unlike": [_placed(span, article) for span in mention.unlike],
        "more": [_placed(span, article) for span in mention.more],
    }


def _cell(cell: Cell, article: Article) -> Json:
    return {
        "report": cell.report,
        **_placed(cell.span, article),
        "link": link(article, cell.span),
    }


def _placed(span: Span, article: Article) -> Json:
    return {"start": span.start, "end": span.end, "exact": span.of(article.text)}


def link(article: Article, span: Span) -> str | None:
    """Return a link that opens the report at a passage; `None` without an address."""
    if not (article.url or "").startswith(("http://", "https://")):
        return None
    return text_fragment(article.url or "", span.of(article.text))
