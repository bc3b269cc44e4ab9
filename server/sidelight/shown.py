"""A reading as the contract's JSON (`read --json`) and as lines to look at."""

from collections.abc import Iterator
from typing import Any

from sidelight.model import Attribution, Reading, Span


def as_dict(reading: Reading) -> dict[str, Any]:
    """Return the reading as `sidelight read --json` prints it."""
    sentences = [reading.sent(sentence.span) for sentence in reading.sentences]
    return {
        "id": reading.article.id,
        "sentences": [[sentence.start, sentence.end] for sentence in sentences],
        "attributions": [_attribution(reading, a) for a in reading.attributions],
        "dates": [
            {
                **_placed(reading, date.span),
                "from": str(date.first) if date.first else None,
                "to": str(date.last) if date.last else None,
                "known": date.known,
            }
            for date in reading.dates
        ],
        "figures": [
            {
                **_placed(reading, figure.span),
                "low": figure.low,
                "high": figure.high,
                "bound": figure.bound,
                "unit": figure.unit,
                "counts": figure.counts,
            }
            for figure in reading.figures
        ],
    }


def _attribution(reading: Reading, attribution: Attribution) -> dict[str, Any]:
    voice = None if attribution.voice is None else reading.voices[attribution.voice]
    source, cue = attribution.source, attribution.cue
    return {
        "type": attribution.type,
        "source": _placed(reading, source) if source else None,
        "voice": voice.name if voice else None,
        "party": voice.party if voice else None,
        "cue": _placed(reading, cue) if cue else None,
        "content": [_placed(reading, content) for content in attribution.content],
    }


def _placed(reading: Reading, span: Span) -> dict[str, Any]:
    """Return a span as the contract writes it: in code points of the text as sent."""
    sent = reading.sent(span)
    exact = sent.of(reading.article.text)
    return {"start": sent.start, "end": sent.end, "exact": exact}


def as_text(read: dict[str, Any]) -> str:
    """Return what `as_dict` returned as lines to look at, layer by layer."""
    return "\n".join(_lines(read))


def _lines(read: dict[str, Any]) -> Iterator[str]:
    yield f"{read['id']}: {len(read['sentences'])} sentences"
    for said in read["attributions"]:
        source = said["source"]["exact"] if said["source"] else "(nobody)"
        who = f"{source} = {said['voice']}" if said["voice"] else source
        party = f" [{said['party']}]" if said["party"] else ""
        content = " … ".join(c["exact"] for c in said["content"])
        yield f"  says   {who}{party}: {content}"
    for date in read["dates"]:
        when = (
            "cannot be placed"
            if date["from"] is None
            else f"{date['from']} to {date['to']}"
        )
        yield f"  date   {date['exact']}: {when} ({date['known']})"
    for figure in read["figures"]:
        unit = f" {figure['unit']}" if figure["unit"] else ""
        counts = f" of {figure['counts']}" if figure["counts"] else ""
        yield f"  figure {figure['exact']}: {_value(figure)}{unit}{counts} ({figure['bound']})"


def _value(figure: dict[str, Any]) -> str:
    low, high = f"{figure['low']:g}", f"{figure['high']:g}"
    return low if low == high else f"{low} to {high}"
