"""Findings -> W3C Web Annotations: the only file that knows JSON-LD.

The model is https://www.w3.org/TR/annotation-model/; what it has no word for goes
under the prefix `sidelight:`. An answer without notes holds an empty `items`,
which the model does not foresee for a page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import orjson

from sidelight import __version__, messages
from sidelight.checks import Check, tier_of
from sidelight.fragments import text_fragment
from sidelight.locales import ENGLISH, Texts
from sidelight.model import Article, Comparison, Evidence, Finding, Part, Reading, Span
from sidelight.readings.cues import is_statement

AROUND = 32  # code points of prefix and suffix
_CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "@vocab": "https://sidelight.example/ns#",
        "sidelight": "https://sidelight.example/ns#",
    },
]

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Checked:
    """What one check came to: its findings, or why it was not run."""

    check: Check
    findings: tuple[Finding, ...] = ()
    skipped: str | None = None


def page(  # noqa: PLR0913 - what an answer is made of
    reading: Reading,
    comparison: Comparison,
    checked: Sequence[Checked],
    models: Mapping[str, str],
    store: str | None,
    *,
    providers: Sequence[Mapping[str, Any]] = (),
    texts: Texts = ENGLISH,
) -> Json:
    """Return the AnnotationPage of the contract.

    `providers` tells who was asked for other reports. `models` are the trained files' SHA-256 by name, `store` the store's state.
    What is said to the reader is said in the language of `texts`. The same input gives the same page, ids included.
    """
    found = [(c.check, finding) for c in checked for finding in c.findings]
    found.sort(key=lambda pair: _place(pair[1]))
    content: Json = {
        "@context": _CONTEXT,
        "type": "AnnotationPage",
        "items": [_annotation(reading, comparison, *pair, texts) for pair in found],
        "sidelight:article": _article(reading),
        "sidelight:voices": [
            voice
            for number in range(len(reading.voices))
            if (voice := _voice(reading, number))["statements"]
        ],
        "sidelight:compared": {
            "searched": comparison.searched,
            "reports": [
                {**_report(r.reading.article), "similarity": r.similarity}
                for r in comparison.reports
            ],
            "providers": [dict(provider) for provider in providers],
        },
        "sidelight:checked": [_checked(c, texts) for c in checked],
        "sidelight:engine": {
            "version": __version__,
            "models": dict(models),
            "store": store,
        },
    }
    digest = sha256(orjson.dumps(content, option=orjson.OPT_SORT_KEYS)).hexdigest()
    return {"@context": _CONTEXT, "id": f"urn:sha256:{digest}", **content}


@dataclass(frozen=True, slots=True)
class Told:
    """What a finished annotation says; `span` is into the text, else `None`."""

    id: str
    check: str
    message: str
    span: Span | None


def told(item: Mapping[str, Any]) -> Told:
    """Return what one item of an AnnotationPage says."""
    said = {body["purpose"]: body["value"] for body in item["body"]}
    places = [
        Span(selector["start"], selector["end"])
        for selector in item["target"].get("selector") or ()
        if selector["type"] == "TextPositionSelector"
    ]
    span = places[0] if places else None
    return Told(item["id"], said["classifying"], said["commenting"], span)


def reworded(item: Mapping[str, Any], message: str) -> Json:
    """Return an annotation with another message, everything else as it was."""
    body = [
        {**one, "value": message} if one["purpose"] == "commenting" else one
        for one in item["body"]
    ]
    return {**item, "body": body}


def question(name: str, article: Article, span: Span, text: str) -> Json:
    """Return a question that somebody asks of a passage, as an annotation."""
    exact = {
        "exact": span.of(article.text),
        "prefix": article.text[max(0, span.start - AROUND) : span.start],
        "suffix": article.text[span.end : span.end + AROUND],
    }
    return {
        "id": name,
        "type": "Annotation",
        "motivation": "questioning",
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "value": "own-question"},
            {
                "type": "TextualBody",
                "purpose": "commenting",
                "format": "text/plain",
                "value": text,
            },
        ],
        "target": {
            "source": article.url or _digest(article),
            "selector": [
                {"type": "TextQuoteSelector", **exact},
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
        },
        "sidelight:part": "text",
        "sidelight:family": "page",
        "sidelight:label": messages.message("A question for you"),
        "sidelight:tier": "default",
        "sidelight:check_version": 1,
        "sidelight:help": "",
        "sidelight:evidence": [],
        "sidelight:next": "",
    }


def _place(finding: Finding) -> tuple[int, int, int]:
    """Sort the title's notes first, then the text's in order, the article's last."""
    order = {"title": 0, "text": 1, "article": 2}[finding.part]
    span = finding.span or Span(0, 0)
    return order, span.start, span.end


def _annotation(
    reading: Reading,
    comparison: Comparison,
    check: Check,
    finding: Finding,
    texts: Texts,
) -> Json:
    content: Json = {
        "type": "Annotation",
        "motivation": "commenting",
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "value": check.ID},
            {
                "type": "TextualBody",
                "purpose": "commenting",
                "format": "text/plain",
                "language": texts.language,
                "value": texts.say(finding.message),
            },
        ],
        "target": _target(reading, finding.part, finding.span),
        "sidelight:part": finding.part,
        "sidelight:family": check.FAMILY,
        "sidelight:label": texts.say(check.LABEL),
        "sidelight:tier": tier_of(check.ID),
        "sidelight:check_version": check.VERSION,
        "sidelight:help": f"/checks/{check.ID}",
        "sidelight:evidence": [_evidence(e, comparison) for e in finding.evidence],
        "sidelight:next": texts.say(finding.next),
    }
    if finding.party:
        content["sidelight:party"] = finding.party
    name = orjson.dumps(content, option=orjson.OPT_SORT_KEYS).decode()
    return {"id": f"urn:uuid:{uuid5(NAMESPACE_URL, name)}", **content}


def _target(reading: Reading, part: Part, span: Span | None) -> Json:
    article = reading.article
    target: Json = {"source": article.url or _digest(article)}
    if span is not None and part != "article":
        target["selector"] = _selectors(reading, part, span)
    return target


def _digest(article: Article) -> str:
    return f"urn:sha256:{sha256(article.text.encode()).hexdigest()}"


def _selectors(reading: Reading, part: Part, span: Span) -> list[Json]:
    quoted = {"type": "TextQuoteSelector", **_quote(reading, part, span)}
    if part == "title":
        return [quoted]
    sent = reading.sent(span)
    position = {"type": "TextPositionSelector", "start": sent.start, "end": sent.end}
    return [quoted, position]


def _quote(reading: Reading, part: Part, span: Span) -> Json:
    """Return the words of a span, and those around it, as they were sent."""
    if part == "title":
        text, sent = reading.article.title or "", span
    else:
        text, sent = reading.article.text, reading.sent(span)
    return {
        "exact": sent.of(text),
        "prefix": text[max(0, sent.start - AROUND) : sent.start],
        "suffix": text[sent.end : sent.end + AROUND],
    }


def _evidence(evidence: Evidence, comparison: Comparison) -> Json:
    reading = comparison.reports[evidence.report].reading
    article = reading.article
    passage = _quote(reading, evidence.part, evidence.span)
    shown: Json = {"report": _report(article), "part": evidence.part, **passage}
    if article.url and article.url.startswith(("http://", "https://")):
        text = (article.title or "") if evidence.part == "title" else reading.text
        shown["link"] = text_fragment(article.url, text, evidence.span)
    return shown


def _report(article: Article) -> Json:
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
    }


def _article(reading: Reading) -> Json:
    article = reading.article
    return {
        "words": len(reading.words),
        "sentences": len(reading.sentences),
        "language": article.language or "en",
        "published": article.published,
        "sha256": sha256(article.text.encode()).hexdigest(),
        "cut_short": article.cut_short,
    }


def _voice(reading: Reading, number: int) -> Json:
    voice = reading.voices[number]
    statements = [
        a for a in reading.said_by(number) if a.act != "declines" and is_statement(a)
    ]
    return {
        "name": voice.name,
        "role": voice.role,
        "party": voice.party,
        "named": voice.named,
        "statements": len(statements),
        "passages": [_selectors(reading, "text", a.span) for a in statements],
    }


def _checked(checked: Checked, texts: Texts) -> Json:
    named = {"id": checked.check.ID, "label": texts.say(checked.check.LABEL)}
    if checked.skipped is not None:
        return {**named, "skipped": texts.say(checked.skipped)}
    return {**named, "notes": len(checked.findings)}
