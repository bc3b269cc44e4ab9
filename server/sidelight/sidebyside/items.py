"""Dates, figures, quotations and running words that several reports have."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from sidelight.messages import message
from sidelight.model import Reading, Span
from sidelight.related.agreement import dates_agree, figures_agree
from sidelight.sidebyside import values
from sidelight.sidebyside.clusters import clusters
from sidelight.sidebyside.pairs import Compared, Node, Noted, Pair, Passage
from sidelight.sidebyside.remarks import is_one, remark, unlike
from sidelight.sidebyside.table import Item, Kind, Mention
from sidelight.sidebyside.wording import is_quoted

SPLIT_REMARK = 240  # code points: “…,” he said. “…” is one remark

Group = dict[Node, float]
Fits = Callable[[Node, Node], bool]


def items(readings: Sequence[Reading], compared: Compared) -> list[Item]:
    """Return all that can be compared, layer by layer."""
    return [
        *_dates(readings, compared),
        *_figures(readings, compared),
        *_quotations(readings, compared),
        *_wording(readings, compared.passages),
    ]


# --- Dates and figures -------------------------------------------------------


def _dates(readings: Sequence[Reading], compared: Compared) -> Iterator[Item]:
    def agree(one: Node, other: Node) -> bool:
        (a, at), (b, there) = one, other
        return dates_agree(readings[a].dates[at], readings[b].dates[there])

    def mention(node: Node, variant: int, more: Iterable[Node]) -> Mention:
        report, at = node
        dates = readings[report].dates
        value = values.date_in_words(readings[report], at)
        again = tuple(dates[number].span for _, number in more)
        return Mention(report, dates[at].span, value, variant, more=again)

    yield from _valued("date", compared.dates, compared.noted, agree, mention)


def _figures(readings: Sequence[Reading], compared: Compared) -> Iterator[Item]:
    def agree(one: Node, other: Node) -> bool:
        (a, at), (b, there) = one, other
        return figures_agree(readings[a].figures[at], readings[b].figures[there])

    def mention(node: Node, variant: int, more: Iterable[Node]) -> Mention:
        report, at = node
        span = values.figure_span(readings[report], at)
        again = tuple(values.figure_span(readings[report], n) for _, n in more)
        value = values.one_line(span.of(readings[report].text))
        return Mention(report, span, value, variant, more=again)

    yield from _valued("figure", compared.figures, compared.noted, agree, mention)


def _valued(
    kind: Kind,
    pairs: Iterable[Pair],
    noted: Sequence[Noted],
    agree: Fits,
    mention: Callable[[Node, int, Iterable[Node]], Mention],
) -> Iterator[Item]:
    """Yield what agrees, and what differs where the check for it says so."""

    def note(pair: Pair) -> Noted | None:
        places = [(m.report, m.span) for m in (plain(pair.one), plain(pair.other))]
        return next((n for n in noted if n.is_on(*places)), None)

    def plain(node: Node) -> Mention:
        return mention(node, 0, ())

    notes = {p: note(p) for p in pairs if not agree(p.one, p.other)}
    kept = [p for p in pairs if p not in notes or notes[p]]
    for group in clusters(kept, lambda a, b: a[0] != b[0] or agree(a, b)):
        chosen = _surest(group)
        variants = _variants(chosen, agree)
        said = (n.message for p, n in notes.items() if n and p.one in group)
        yield Item(
            kind,
            tuple(
                mention(node, variants[node], _again(group, node)) for node in chosen
            ),
            note=next(said, "") if any(variants.values()) else "",
        )


def _surest(group: Group) -> list[Node]:
    """Return one mention a report, the surest or else the first, by report."""
    best: dict[int, Node] = {}
    for node in sorted(group, key=lambda n: (n[0], -group[n], n[1])):
        best.setdefault(node[0], node)
    return list(best.values())


def _again(group: Group, chosen: Node) -> list[Node]:
    return sorted(n for n in group if n[0] == chosen[0] and n != chosen)


def _variants(nodes: list[Node], agree: Fits) -> dict[Node, int]:
    """Return numbers of the ways in which it is put, in the order of the reports."""
    found: list[list[Node]] = []
    for node in nodes:
        same = next((g for g in found if all(agree(node, n) for n in g)), None)
        if same is None:
            found.append([node])
        else:
            same.append(node)
    return {node: number for number, group in enumerate(found) for node in group}


# --- Quotations --------------------------------------------------------------


def _quotations(readings: Sequence[Reading], compared: Compared) -> Iterator[Item]:
    def inner(node: Node) -> Span:
        return readings[node[0]].quotations[node[1]].inner

    def fits(one: Node, other: Node) -> bool:
        """Tell two reports' quotations, and the parts of one remark, from two."""
        first, second = sorted((inner(one), inner(other)))
        near = second.start - first.end <= SPLIT_REMARK
        return one[0] != other[0] or near

    alike = [
        pair
        for pair in compared.quotations
        if is_one(
            remark(readings[pair.one[0]], [inner(pair.one)]),
            remark(readings[pair.other[0]], [inner(pair.other)]),
        )
    ]
    for group in clusters(alike, fits):
        parts: dict[int, list[Span]] = {}
        for node in sorted(group):
            parts.setdefault(node[0], []).append(inner(node))
        yield _remark(readings, parts, compared.noted)


def _remark(
    readings: Sequence[Reading], parts: dict[int, list[Span]], noted: Sequence[Noted]
) -> Item:
    said = {report: remark(readings[report], spans) for report, spans in parts.items()}

    def note(a: int, b: int) -> str:
        places = [((a, one), (b, other)) for one in parts[a] for other in parts[b]]
        return next((n.message for n in noted for p in places if n.is_on(*p)), "")

    nodes = [(report, 0) for report in parts]
    variants = _variants(nodes, lambda one, other: not note(one[0], other[0]))
    first = {variants[node]: node[0] for node in reversed(nodes)}

    def mention(report: int, spans: list[Span]) -> Mention:
        variant = variants[report, 0]
        other = first.get(1) if variant == 0 else first[0]
        return Mention(
            report,
            spans[0],
            values.quotation_in_words(readings[report], spans),
            variant,
            unlike=() if other is None else unlike(said[report], said[other]),
            more=tuple(spans[1:]),
        )

    speakers = (values.speaker(readings[n], spans[0]) for n, spans in parts.items())
    return Item(
        "quotation",
        tuple(mention(report, spans) for report, spans in parts.items()),
        who=next(filter(None, speakers), ""),
        note=note(first[0], first[1]) if len(first) > 1 else "",
    )


# --- Running words -----------------------------------------------------------


def _wording(
    readings: Sequence[Reading], passages: Iterable[Passage]
) -> Iterator[Item]:
    own = [p for p in passages if not is_quoted(readings[p.one[0]], p.one[1])]
    for group in _overlapping(own):
        longest: dict[int, Span] = {}
        for passage in sorted(group, key=lambda p: -p.words):
            for report, span in (passage.one, passage.other):
                longest.setdefault(report, span)
        words = max(passage.words for passage in group)
        yield Item(
            "wording",
            tuple(
                Mention(report, span, message("%(words)d words in common", words=words))
                for report, span in sorted(longest.items())
            ),
        )


def _overlapping(passages: Iterable[Passage]) -> list[list[Passage]]:
    """Join the passages that lie on the same words of any report."""
    groups: list[list[Passage]] = []
    for passage in passages:
        met = [g for g in groups if any(_meets(passage, p) for p in g)]
        groups = [g for g in groups if g not in met]
        groups.append([passage, *(p for g in met for p in g)])
    return groups


def _meets(one: Passage, other: Passage) -> bool:
    return any(
        a[0] == b[0] and a[1].overlaps(b[1])
        for a in (one.one, one.other)
        for b in (other.one, other.other)
    )
